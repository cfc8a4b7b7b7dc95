"""Reads the files of the access points and of the collections, and tells what is wrong with them.

A bad file never prevents the others. The user's folder has the same kinds of files: one of the same id takes the
place of the bundled one, ``collections.json`` there adds to the bundled one and overrides it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from copernicus_plugin.access_points.format import ACCESS_POINT, COLLECTION, COLLECTIONS
from copernicus_plugin.access_points.protocols import SEARCHING_PROTOCOLS
from copernicus_plugin.access_points.reading import access_point_of, collection_of
from copernicus_plugin.access_points.specification import Record, Specification, joined
from copernicus_plugin.model.access_point import AccessPoint, Endpoint, State
from copernicus_plugin.model.collection import Collection

HERE = Path(__file__).parent
COLLECTIONS_FILE = "collections.json"
_LARGEST_FILE = 4 * 1024 * 1024
_NOTHING = object()


@dataclass(frozen=True)
class RegistryFault:
    """What is wrong in a file: ``key`` is its path there (``endpoints[0].url``), empty for the whole file."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key + ' ' if self.key else ''}{self.reason}"


_Value = TypeVar("_Value")


class _Exchangeable(Mapping[str, _Value]):
    """A mapping whose whole content can be exchanged while others hold it."""

    def __init__(self, content: Mapping[str, _Value]) -> None:
        self._content = dict(content)

    def exchange(self, content: Mapping[str, _Value]) -> None:
        # One assignment: a thread sees either the old content or the new one.
        self._content = dict(content)

    def __getitem__(self, key: str) -> _Value:
        return self._content[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)

    def keys(self) -> KeysView[str]:
        return self._content.keys()

    def values(self) -> ValuesView[_Value]:
        return self._content.values()

    def items(self) -> ItemsView[str, _Value]:
        return self._content.items()


@dataclass(frozen=True)
class Registry:
    """What could be read. Iterates in the order of the file names, bundled ones first."""

    access_points: Mapping[str, AccessPoint]
    collections: Mapping[str, Collection]
    faults: Sequence[RegistryFault] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "access_points", _Exchangeable(self.access_points))
        object.__setattr__(self, "collections", _Exchangeable(self.collections))

    def holding(self, collection_id: str) -> list[AccessPoint]:
        """Places with an endpoint that holds the collection and whose protocol can be searched.

        Active ones, and restricted ones where everybody may search: what they hold can be found before one asks to be
        let in.
        """
        return [
            place
            for place in self.access_points.values()
            if _can_be_searched(place) and self.searching_endpoints(place, collection_id)
        ]

    def take_over(self, fresh: Registry) -> None:
        """Become what ``fresh`` is: everybody who holds this registry or its mappings sees it at once.

        Safe while threads look things up: who iterates goes on over what was there.
        """
        for held, new in ((self.access_points, fresh.access_points), (self.collections, fresh.collections)):
            if isinstance(held, _Exchangeable):
                held.exchange(new)

    def searching_endpoints(self, place: AccessPoint, collection_id: str) -> list[Endpoint]:
        """Those of its endpoints that can be searched for the collection, in the file's order."""
        return [end for end in place.endpoints_for(collection_id) if end.protocol in SEARCHING_PROTOCOLS]


def _can_be_searched(place: AccessPoint) -> bool:
    state = place.status.state
    return state is State.ACTIVE or (state is State.RESTRICTED and "search" not in place.account.needed_for)


def load_registry(bundled: Path = HERE, user_folder: Path | None = None) -> Registry:
    """Read everything; never raises for the content of files. Takes a few milliseconds a file."""
    loader = _Loader()
    loader.read_collections(bundled / COLLECTIONS_FILE, needed=True)
    loader.read_access_points(bundled, "bundled")
    if user_folder is not None and user_folder.is_dir():
        loader.read_collections(user_folder / COLLECTIONS_FILE, needed=False)
        loader.read_access_points(user_folder, "user")
    loader.check_references()
    return Registry(loader.access_points, loader.collections, tuple(loader.faults))


class _DoubleKeyError(ValueError):
    pass


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubleKeyError(next(name for name in names if names.count(name) > 1))
    return result


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number of JSON")


class _Loader:
    def __init__(self) -> None:
        self.access_points: dict[str, AccessPoint] = {}
        self.collections: dict[str, Collection] = {}
        self.faults: list[RegistryFault] = []
        self._files: dict[str, str] = {}

    def read_collections(self, path: Path, needed: bool) -> None:
        """Each collection stands for itself: a bad one is left out, the others are kept."""
        if not needed and not path.exists():
            return
        content = self._json(path)
        if content is _NOTHING:
            return
        outside = Record(COLLECTIONS.about, {**COLLECTIONS.keys, "collections": _Unchecked()}, COLLECTIONS.needed)
        if not self._correct(outside, content, path, ""):
            return
        entries = content["collections"]
        ids_only = replace(COLLECTIONS.keys["collections"], of=_Unchecked())  # type: ignore[type-var]
        self._correct(ids_only, entries, path, "collections")
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            if self._correct(COLLECTION, entry, path, joined("collections", name)):
                self.collections[name] = collection_of(name, entry)

    def read_access_points(self, folder: Path, origin: str) -> None:
        for path in sorted(folder.glob("*.json")):
            if path.name != COLLECTIONS_FILE:
                self._read_access_point(path, origin)

    def _read_access_point(self, path: Path, origin: str) -> None:
        content = self._json(path)
        if content is _NOTHING or not self._correct(ACCESS_POINT, content, path, ""):
            return
        if content["id"] != path.stem:
            self._fault(path, "id", f"is {content['id']!r}, but the file is called {path.name!r}")
            return
        place = access_point_of(content, origin if origin == "bundled" else str(path))
        self.access_points[place.id] = place
        self._files[place.id] = str(path)

    def check_references(self) -> None:
        """What a file says of other files. What leads nowhere is taken out of the place, the rest of it stays."""
        for place in list(self.access_points.values()):
            successors = self._known(place, "status.successors", place.status.successors)
            replaces = self._known(place, "replaces", place.replaces)
            self._check_account(place)
            self.access_points[place.id] = replace(
                place,
                status=replace(place.status, successors=successors),
                replaces=replaces,
                endpoints=tuple(self._with_known(place, n, end) for n, end in enumerate(place.endpoints)),
            )

    def _check_account(self, place: AccessPoint) -> None:
        """Whose account it uses has one of its own, of the same kind. What leads nowhere stays: nobody can sign in."""
        owner = self.access_points.get(place.account.of)
        if not place.account.of:
            return
        path = Path(self._files[place.id])
        if owner is None or owner is place:
            self._fault(path, "account.of", f"there is no other access point {place.account.of!r}")
        elif owner.account.of or owner.account.kind is not place.account.kind:
            self._fault(
                path, "account.of", f"{owner.id!r} has no account of its own of kind {place.account.kind.value}"
            )

    def _known(self, place: AccessPoint, key: str, names: Iterable[str]) -> tuple[str, ...]:
        known = []
        for number, name in enumerate(names):
            if name in self.access_points and name != place.id:
                known.append(name)
            else:
                self._fault(
                    Path(self._files[place.id]), f"{key}[{number}]", f"there is no other access point {name!r}"
                )
        return tuple(known)

    def _with_known(self, place: AccessPoint, number: int, endpoint: Endpoint) -> Endpoint:
        unknown = [name for name in endpoint.collections if name not in self.collections]
        for name in unknown:
            key = f"endpoints[{number}].collections.{name}"
            self._fault(Path(self._files[place.id]), key, f"there is no collection {name!r}")
        if not unknown:
            return endpoint
        kept = {name: value for name, value in endpoint.collections.items() if name in self.collections}
        return replace(endpoint, collections=kept)

    def _json(self, path: Path) -> Any:
        """The file's content; ``_NOTHING``, with a fault, where it is no JSON."""
        try:
            if path.stat().st_size > _LARGEST_FILE:
                self._fault(path, "", f"is larger than {_LARGEST_FILE} bytes")
                return _NOTHING
            return json.loads(
                path.read_bytes().decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_no_constant
            )
        except _DoubleKeyError as fault:
            self._fault(path, str(fault), "is there twice")
        except OSError as fault:
            self._fault(path, "", f"cannot be read: {fault.strerror or fault}")
        except (ValueError, RecursionError) as fault:
            self._fault(path, "", f"is not JSON: {fault}")
        return _NOTHING

    def _correct(self, specification: Specification, value: Any, path: Path, key: str) -> bool:
        before = len(self.faults)
        report: Callable[[str, str], None] = lambda where, reason: self._fault(path, where, reason)  # noqa: E731
        specification.check(value, key, report)
        return len(self.faults) == before

    def _fault(self, path: Path, key: str, reason: str) -> None:
        self.faults.append(RegistryFault(str(path), key, reason))


class _Unchecked:
    """Stands for what is checked one by one afterwards."""

    about = ""

    def check(self, value: Any, path: str, report: Callable[[str, str], None]) -> None:
        return None
