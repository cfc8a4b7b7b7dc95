"""Lets GDAL trust the authorities that the user added to QGIS: it knows only those of the system."""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication

OPTION = "SSL_CERT_FILE"
"""The one of GDAL's options that wins over all others, and over the environment (measured on 3.6)."""

_OTHERS = ("CURL_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE")
_PREFIX = "gdal_certificates_"
_ABANDONED_AFTER = 30 * 24 * 3600.0
"""Seconds; a QGIS that died could not remove its file."""


class GdalCertificates:
    """Main thread only. ``folder`` is the plugin's own, made when needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._written = b""

    def apply(self) -> None:
        """Call it before GDAL streams: a few milliseconds where the user has authorities of their own, else less.

        Whoever told GDAL or the environment which certificates to trust is right, and nothing is changed.
        """
        if self._told_by_others():
            return
        if not _users_own():
            self.withdraw()
            return
        wanted = bytes(QgsApplication.authManager().trustedCaCertsPemText())
        if self._file is not None and wanted == self._written and self._file.exists():
            return
        self.withdraw()
        # A new name for new contents: curl keeps what it read from a file.
        self._file = self._write(wanted)
        if self._file is not None:
            self._written = wanted
            gdal.SetConfigOption(OPTION, str(self._file))
            # GDAL remembers which files could not be opened.
            gdal.VSICurlClearCache()

    def withdraw(self) -> None:
        """Take the option back and remove the file. May be called at any time."""
        file, self._file = self._file, None
        if file is None:
            return
        if gdal.GetConfigOption(OPTION) == str(file):
            gdal.SetConfigOption(OPTION, None)
        with suppress(OSError):
            file.unlink()

    def _told_by_others(self) -> bool:
        told = gdal.GetConfigOption(OPTION)
        ours = self._file is not None and told == str(self._file)
        return bool(told and not ours) or any(os.environ.get(name) or gdal.GetConfigOption(name) for name in _OTHERS)

    def _write(self, content: bytes) -> Path | None:
        """A file that only the user can read or change; ``None`` where the profile cannot be written."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._remove_abandoned()
            handle, name = tempfile.mkstemp(".pem", _PREFIX, self._folder)
            with open(handle, "wb") as file:
                file.write(content)
        except OSError:
            return None
        return Path(name)

    def _remove_abandoned(self) -> None:
        for file in self._folder.glob(f"{_PREFIX}*.pem"):
            with suppress(OSError):
                if file.stat().st_mtime < time.time() - _ABANDONED_AFTER:
                    file.unlink()


def _users_own() -> bool:
    """Whether there are authorities in QGIS's own store, or in the file that its options name."""
    manager = QgsApplication.authManager()
    return bool(manager.databaseCAs() or manager.extraFileCAs())
