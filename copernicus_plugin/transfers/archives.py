"""Whether a zip arrived as it was packed: some servers pack anew each time, so that no catalogue knows its length."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.transfers.parts import storage

_PIECE = 1024 * 1024


def check_archive(path: Path, host: str, cancellation: Cancellation) -> None:
    """Read every entry and compare its CRC-32 (APPNOTE 4.4.7).

    Raises ``AccessError(BAD_ANSWER, ARCHIVE)`` for one that is cut off or damaged, and ``CANCELLED``. Zips of products
    are stored or deflated; 1 GB takes a few seconds.
    """
    try:
        with storage(path), zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as member:
                    while member.read(_PIECE):
                        cancellation.raise_if_requested()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.ARCHIVE, {"host": host, "file": path.name}) from error


def looks_like_archive(path: Path) -> bool:
    """Whether the file begins as a zip does; a server may send a product's only file as it is."""
    with storage(path), open(path, "rb") as file:
        return file.read(2) == b"PK"
