"""Whether a zip arrived as it was packed: some servers pack anew each time, so that no catalogue knows its length."""

from __future__ import annotations

import errno
import zipfile
import zlib
from pathlib import Path

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.transfers.parts import storage

try:
    from lzma import LZMAError
except ImportError:
    # Some builds of Python lack it; their zipfile then refuses such entries itself.
    LZMAError = zipfile.BadZipFile  # type: ignore[assignment,misc]

_PIECE = 1024 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What ``zipfile`` raises of bytes that are no zip or not whole."""
_NO_FAULT_OF_THE_DISK = (None, errno.EINVAL)
"""What bz2 says of damaged bytes, and what is said of an offset before the beginning."""


def check_archive(path: Path, host: str, cancellation: Cancellation) -> None:
    """Read every entry and compare its CRC-32 (APPNOTE 4.4.7).

    Raises ``AccessError(BAD_ANSWER, ARCHIVE)`` for one that is cut off or damaged, and ``CANCELLED``. Zips of products
    are stored or deflated; 1 GB takes a few seconds.
    """
    try:
        with storage(path):
            _read_all(path, cancellation)
    except DAMAGED as error:
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.ARCHIVE, {"host": host, "file": path.name}) from error


def _read_all(path: Path, cancellation: Cancellation) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as member:
                    while member.read(_PIECE):
                        cancellation.raise_if_requested()
    except OSError as error:
        if error.errno in _NO_FAULT_OF_THE_DISK:
            raise zipfile.BadZipFile(str(error)) from error
        raise


def looks_like_archive(path: Path) -> bool:
    """Whether the file begins as a zip does; a server may send a product's only file as it is."""
    with storage(path), open(path, "rb") as file:
        return file.read(2) == b"PK"
