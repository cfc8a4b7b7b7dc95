"""Which folders of a collection's products are worth a request.

A Sentinel-2 product has sixteen folders, and the files that anybody asks for lie in half of them. The patterns of a
collection do not say where (``-ql.jpg`` may be anywhere), but its products are all built alike: what had nothing in
the last one is left out in the next.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Collection, Iterable

Path = tuple[str, ...]
Shape = tuple[str, ...]

_OWN_NAME = re.compile(r".*\d{8}.*|.*\d.*_.*\d.*", re.DOTALL)
"""Names with a date or several numbers are the product's own; other products have others there."""


class Habits:
    """By collection, the folders that held files and none of those that were looked for. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._barren: dict[str, frozenset[Shape]] = {}

    def barren(self, collection: str) -> frozenset[Shape]:
        """Shapes of folders that need not be listed."""
        with self._lock:
            return self._barren.get(collection, frozenset())

    def learn(self, collection: str, files: Iterable[Path], named: Collection[Path]) -> None:
        """``files`` are all that a product has in the folders that were listed, ``named`` those that were wanted."""
        fertile = {shape for path in named for shape in _folders(path)}
        seen = {shape for path in files for shape in _folders(path)}
        with self._lock:
            known = self._barren.get(collection, frozenset())
            self._barren[collection] = (known | seen) - fertile


def shape_of(folder: Path) -> Shape:
    """A folder's place in any product of its collection: without the product's own folder and own names."""
    return tuple("*" if _OWN_NAME.fullmatch(name) else name for name in folder[1:])


def _folders(path: Path) -> Iterable[Shape]:
    return (shape_of(path[:length]) for length in range(2, len(path)))
