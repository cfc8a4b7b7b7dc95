"""Makes the files of products on first demand, of the sizes that were promised, and keeps them on the disk."""

from __future__ import annotations

import hashlib
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from tests.sandbox.content.acquisitions import Acquisition
from tests.sandbox.content.cdse_others import Plain
from tests.sandbox.content.cdse_product import CdseFile, CdseProduct
from tests.sandbox.content.cdse_sentinel1 import Pass
from tests.sandbox.content.cdse_swaths import Swath
from tests.sandbox.http import Bytes, FileContent, MemoryContent, Resource
from tests.sandbox.safe import images, netcdf, plain, sentinel1, sentinel2
from tests.sandbox.settings import Settings

VERSION = "3"
"""Of what the makers make: part of the cache's names."""
_MAKERS: dict[type, ModuleType] = {Acquisition: sentinel2, Pass: sentinel1, Swath: netcdf, Plain: plain}
_KINDS = {".nc": "application/x-netcdf", ".zip": "application/zip"}


class SafeShop:
    """Blocks while a file is made; may be called from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._data = settings.data
        self._folder = settings.cache / f"cdse-{VERSION}"
        self._guard = threading.Lock()
        self._locks: dict[Path, threading.Lock] = {}
        self._sums: dict[tuple[str, str], str] = {}

    def file(self, product: CdseProduct, path: str) -> Resource | None:
        """``path`` is a ``CdseFile.path``; None when the product has no such file (or is recorded: no files)."""
        file = product.by_path.get(path)
        if file is None:
            return None
        real = self._real(product)
        etag = _etag(product, path)
        if real is not None:
            with zipfile.ZipFile(real) as opened:
                content = opened.read(f"{product.name}/{path}")
            return Resource(MemoryContent(content), file.media_type, etag)
        return Resource(FileContent(self._path(product, file)), file.media_type, etag)

    def archive(self, product: CdseProduct) -> Resource | None:
        """The zip of the folder, or the single file."""
        if not product.files:
            return None
        if not product.folder:
            return self.file(product, product.files[0].path)
        real = self._real(product)
        path = real or self._made(self._folder / f"{product.uuid}.zip", lambda: self._zip(product))
        return Resource(FileContent(path), _KINDS[".zip"], _etag(product, ""))

    def quicklook(self, product: CdseProduct) -> Bytes | None:
        look = product.quicklook
        if look is None:
            return None
        if look.path and look.path in product.by_path and self._real(product) is None:
            return Bytes(self._path(product, product.by_path[look.path]).read_bytes(), look.media_type)
        maker = _MAKERS[type(product.source)]
        path = self._made(self._folder / f"{product.uuid}.look", lambda: maker.quicklook(product))
        return Bytes(path.read_bytes(), look.media_type)

    def md5(self, product: CdseProduct, path: str = "") -> str:
        """Hexadecimal, of a file, or of the whole; makes it."""
        key = product.uuid, path
        if key not in self._sums:
            found = self.file(product, path) if path else self.archive(product)
            if found is None:
                raise KeyError(f"{product.name} {path}")
            digest = hashlib.md5(usedforsecurity=False)
            for chunk in found.content.chunks(0, found.content.size):
                digest.update(chunk)
            self._sums[key] = digest.hexdigest()
        return self._sums[key]

    def _real(self, product: CdseProduct) -> Path | None:
        """The real product of ../shared/data."""
        real = product.length and product.folder and product.files and self._data
        return self._data / f"{product.name}.zip" if real and self._data else None

    def _path(self, product: CdseProduct, file: CdseFile) -> Path:
        def make() -> bytes:
            made = _MAKERS[type(product.source)].make(product, file)
            return images.padded(made, file.size, Path(file.path).suffix)

        return self._made(self._folder / product.uuid / file.path, make)

    def _made(self, path: Path, make: Callable[[], bytes]) -> Path:
        """What is there stays, whoever made it first: a checksum that was told must go on being true."""
        with self._guard:
            lock = self._locks.setdefault(path, threading.Lock())
        with lock:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
                unfinished.write_bytes(make())
                if path.exists():
                    unfinished.unlink()
                else:
                    unfinished.replace(path)
        return path

    def _zip(self, product: CdseProduct) -> bytes:
        import io

        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            for file in product.files:
                member = zipfile.ZipInfo(f"{product.name}/{file.path}", product.start.timetuple()[:6])
                archive.writestr(member, self._path(product, file).read_bytes())
        made = out.getvalue()
        if len(made) != product.content_length:
            raise ValueError(f"{len(made)} bytes made, {product.content_length} promised: {product.name}")
        return made


def _etag(product: CdseProduct, path: str) -> str:
    return f'"{hashlib.sha256(f"{VERSION}|{product.uuid}|{path}".encode()).hexdigest()[:32]}"'
