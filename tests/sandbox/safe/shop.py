"""Makes the files of products on first demand, of the sizes that were promised, and keeps them on the disk."""

from __future__ import annotations

from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.http import Bytes, Resource
from tests.sandbox.settings import Settings


class SafeShop:
    """Blocks while a file is made; may be called from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def file(self, product: CdseProduct, path: str) -> Resource | None:
        """``path`` is a ``CdseFile.path``; None when the product has no such file (or is recorded: no files)."""
        return None

    def archive(self, product: CdseProduct) -> Resource | None:
        """The zip of the folder, or the single file."""
        return None

    def quicklook(self, product: CdseProduct) -> Bytes | None:
        return None

    def md5(self, product: CdseProduct, path: str = "") -> str:
        """Hexadecimal, of a file, or of the whole; makes it."""
        return ""
