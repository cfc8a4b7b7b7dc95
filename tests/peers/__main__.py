"""``python -m tests.peers [arguments of pytest]``: makes the environments that are missing, and runs the tests."""

from __future__ import annotations

import subprocess
import sys

from tests.peers.environments import CHECKOUT, NAMES, make


def main() -> int:
    for name in NAMES:
        make(name)
    command = [sys.executable, "-m", "pytest", "-p", "no:pytest_qgis", "tests/peers", *sys.argv[1:]]
    return subprocess.run(command, cwd=CHECKOUT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
