"""The single files of a product, by the listings of its folders (satellite.md §2.3).

``GET …/Products(<uuid>)/Nodes`` answers ``{"result": [{"Name", "ContentLength", "ChildrenNumber", …}]}`` without an
account; ``…/Nodes(<name>)/Nodes`` lists a folder, ``…/Nodes(<name>)/$value`` is a file. Names stand there without
apostrophes. The addresses are made here, not taken from the answers: files are asked for with the account.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any, Union
from urllib.parse import quote, urlsplit

from copernicus_plugin.adapters.base import Context
from copernicus_plugin.adapters.csc_odata.habits import Habits, Path, Shape, shape_of
from copernicus_plugin.adapters.decoding import count_of, json_object
from copernicus_plugin.model.access_point import Limits
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.product import Asset
from copernicus_plugin.model.product_files import assets_of_files
from copernicus_plugin.network.limits import DEFAULT_CONNECTIONS, limit_for
from copernicus_plugin.network.messages import HttpRequest

_JSON_LIMIT = 16 * 1024 * 1024
_MOST_FOLDERS = 300
_DEEPEST = 8
_MOST_AT_ONCE = 8
_BESIDE = 2
"""Listings beside as many transfers as are allowed."""


@dataclass(frozen=True)
class Node:
    """A file or a folder; ``size`` in bytes where it is told and makes sense."""

    name: str
    is_folder: bool
    size: int | None


def nodes_of(answer: Mapping[str, Any], host: str) -> list[Node]:
    """The entries of a listing that have a name that can be one. Raises ``AccessError(BAD_ANSWER, MISSING_KEY)``."""
    listed = answer.get("result", answer.get("value"))
    if not isinstance(listed, list):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": host, "key": "result"})
    nodes = []
    for entry in listed:
        name = entry.get("Name", entry.get("Id")) if isinstance(entry, dict) else None
        if isinstance(name, str) and name.isprintable() and name not in ("", ".", "..") and not set(name) & set("/\\"):
            nodes.append(Node(name, _is_folder(entry, name), count_of(entry.get("ContentLength")) or None))
    return nodes


def _is_folder(entry: Mapping[str, Any], name: str) -> bool:
    children = entry.get("ChildrenNumber")
    if isinstance(children, (int, float)) and not isinstance(children, bool) and children > 0:
        return True
    if count_of(entry.get("ContentLength")):
        return False
    # neither children nor a size: by its name
    return name.endswith((".SAFE", ".SEN3", ".SEN6")) or "." not in name


_Told = tuple[Path, Union[list[Node], BaseException]]


class Files:
    """Looks into the products of one place. Safe for threads."""

    def __init__(self, context: Context, download_url: str) -> None:
        self._context = context
        self._url = download_url
        self._habits = Habits()

    def assets(self, identifier: str, collection: Collection, cancellation: Cancellation) -> dict[str, Asset]:
        """The files that the collection's patterns name, by asset key. Raises ``AccessError``."""
        barren = self._habits.barren(collection.id)
        walk = _Walk(self, identifier, cancellation)
        walk.go(barren)
        found = self._named(identifier, collection, walk.files)
        if barren and not found:
            walk.go(frozenset())
            found = self._named(identifier, collection, walk.files)
        if found:
            named = [tuple(asset.local_path.split("/")) for asset in found.values()]
            self._habits.learn(collection.id, walk.files, named)
        return found

    def address(self, identifier: str, path: Iterable[str], last: str) -> str:
        """Of ``$value`` or ``Nodes`` below a path."""
        nodes = "".join(f"Nodes({quote(name, safe='')})/" for name in path)
        return f"{self._url}Products({identifier})/{nodes}{last}"

    def list(self, identifier: str, path: Path, cancellation: Cancellation) -> list[Node]:
        """One folder; raises ``AccessError``."""
        request = HttpRequest(
            self.address(identifier, path, "Nodes"), headers={"Accept": "application/json"}, limits=self._beside()
        )
        with self._context.session.send(request, cancellation) as response:
            body, host = response.read(_JSON_LIMIT), urlsplit(response.url).hostname or ""
            return nodes_of(json_object(body, host, response.headers.get("content-type", "")), host)

    @property
    def at_once(self) -> int:
        """Listings that may be under way together: what the operator allows."""
        return max(1, min(_MOST_AT_ONCE, self._allowed))

    @property
    def _host(self) -> str:
        return urlsplit(self._url).hostname or ""

    @property
    def _allowed(self) -> int:
        allowed = limit_for(self._host, self._context.access_point.limits.connections)
        return DEFAULT_CONNECTIONS if allowed is None else allowed

    def _beside(self) -> Limits:
        """The operator counts transfers of an account; a listing has none, and need not wait for hours of them."""
        limits = self._context.access_point.limits
        return Limits({**limits.connections, self._host: self._allowed + _BESIDE}, limits.requests_per_second)

    def _named(self, identifier: str, collection: Collection, files: Mapping[Path, int | None]) -> dict[str, Asset]:
        paths = {"/".join(path): path for path in sorted(files)}
        listed = [(text, files[path]) for text, path in paths.items()]
        return assets_of_files(collection, listed, lambda text: self.address(identifier, paths[text], "$value"))


class _Walk:
    """Through a product's folders, some at a time; ``go`` may be called again to list what it left out."""

    def __init__(self, files: Files, identifier: str, cancellation: Cancellation) -> None:
        self._files = files
        self._identifier = identifier
        self._cancellation = cancellation
        self.files: dict[Path, int | None] = {}
        self._left_out: set[Path] = {()}

    def go(self, barren: Set[Shape]) -> None:
        """List every folder that is not ``barren`` and not listed yet. Raises ``AccessError``, the first of any."""
        todo = [path for path in self._left_out if shape_of(path) not in barren]
        self._left_out.difference_update(todo)
        own = Cancellation()
        unhook = self._cancellation.on_request(own.request)
        told: queue.SimpleQueue[_Told] = queue.SimpleQueue()
        running, asked = 0, 0
        try:
            while todo or running:
                while todo and running < self._files.at_once and asked < _MOST_FOLDERS:
                    path = todo.pop(0)
                    threading.Thread(
                        target=self._list, args=(path, own, told), name="copernicus-folder", daemon=True
                    ).start()
                    running += 1
                    asked += 1
                if not running:
                    return
                path, nodes = self._next(told)
                running -= 1
                if isinstance(nodes, BaseException):
                    raise nodes
                todo += self._take(path, nodes, barren)
        finally:
            unhook()
            own.request()

    def _take(self, path: Path, nodes: list[Node], barren: Set[Shape]) -> list[Path]:
        """Note the files; returns the folders that are to be listed."""
        further = []
        for node in nodes:
            below = (*path, node.name)
            if not node.is_folder:
                self.files[below] = node.size
            elif len(below) <= _DEEPEST and shape_of(below) not in barren:
                further.append(below)
            elif len(below) <= _DEEPEST:
                self._left_out.add(below)
        return further

    def _next(self, told: queue.SimpleQueue[_Told]) -> _Told:
        while True:
            try:
                return told.get(timeout=0.2)
            except queue.Empty:  # noqa: PERF203 - a wait, not work
                self._cancellation.raise_if_requested()

    def _list(
        self,
        path: Path,
        cancellation: Cancellation,
        told: queue.SimpleQueue[_Told],
    ) -> None:
        try:
            told.put((path, self._files.list(self._identifier, path, cancellation)))
        except BaseException as error:  # noqa: BLE001  # raised again by whoever waits
            told.put((path, error))
