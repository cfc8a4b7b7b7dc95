"""For every test in QGIS."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

# pytest-qgis keeps one profile in the checkout for all runs. An authentication database must be this run's own: it has
# a master password for ever, and two runs at the same time would change it under each other. QGIS reads this at its
# start, which comes after the first conftest files.
_folder = tempfile.mkdtemp(prefix="qgis-auth-")
os.environ["QGIS_AUTH_DB_DIR_PATH"] = _folder
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
