"""Where the recordings of real services and the real products are: beside the checkout, not part of it."""

from __future__ import annotations

import os
from pathlib import Path

ABSENT = "../shared (recordings of real services, real products) is not beside this checkout"


def shared_path() -> Path | None:
    folder = Path(__file__).resolve().parents[3] / "shared"
    return folder if (folder / "recordings").is_dir() else None


def shared_folder() -> Path:
    """The folder; skips the test where it is absent, and fails it in CI, where it must be there."""
    import pytest

    folder = shared_path()
    if folder is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ABSENT)
        raise AssertionError("not reached")
    return folder
