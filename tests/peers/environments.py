"""The virtual environments of the peers: apart from the tests' own, so that no version clashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
NAMES = {"peers": ".venv-peers", "pgstac": ".venv-pgstac"}


def interpreter(name: str) -> Path:
    return CHECKOUT / NAMES[name] / "bin" / "python"


def make(name: str) -> None:
    """Makes it from ``requirements/{name}.txt`` where it is not there yet."""
    python = interpreter(name)
    if python.exists():
        return
    subprocess.run([sys.executable, "-m", "venv", str(CHECKOUT / NAMES[name])], check=True)
    requirements = CHECKOUT / "requirements" / f"{name}.txt"
    subprocess.run([str(python), "-m", "pip", "install", "-q", "-r", str(requirements)], check=True)


def require(name: str) -> Path:
    """Its interpreter; skips the test where it was not made, and fails it in CI."""
    import pytest

    python = interpreter(name)
    if not python.exists():
        reason = f"{NAMES[name]} is not there: python -m tests.peers makes it"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return python
