"""Prints the sandbox's collections and items, as pgstac loads them: ``python -m tests.peers.items FOLDER``.

A process of its own, since making items needs GDAL, which the unit tests must not import.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.sandbox.content.catalogue import Catalogue
from tests.sandbox.settings import Settings
from tests.sandbox.shared import shared_path


def write(folder: Path, today: str) -> None:
    """``collections.ndjson`` and ``items.ndjson``: what the Planetary Computer's host serves, recorded and made."""
    shared = shared_path()
    catalogue = Catalogue(Settings(recordings=shared / "recordings" if shared else None, today=today))
    with (folder / "collections.ndjson").open("w", encoding="utf-8") as file:
        for collection in catalogue.planetary_computer_collections.values():
            file.write(json.dumps(collection) + "\n")
    with (folder / "items.ndjson").open("w", encoding="utf-8") as file:
        for entry in catalogue.planetary_computer.entries:
            file.write(json.dumps(entry.item()) + "\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
