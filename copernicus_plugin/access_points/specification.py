"""A small language to say what a JSON file may contain, and the check of a file against it.

``access_points/schema/*.json`` says the same as JSON Schema, for editors and for people; a test holds both
together. Here nothing but the standard library is needed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Report = Callable[[str, str], None]
"""Called with the path of a key (``endpoints[0].url``) and what is wrong with it, in words."""


class Specification(Protocol):
    """What a value must be. ``about`` explains the key to whoever writes a file."""

    @property
    def about(self) -> str: ...

    def check(self, value: Any, path: str, report: Report) -> None: ...


_NAMES = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def _kind(value: Any) -> str:
    return _NAMES.get(type(value), "a number")


def joined(path: str, key: str) -> str:
    """``key`` below ``path``, as faults name it."""
    return f"{path}.{key}" if path else key


@dataclass(frozen=True)
class Text:
    """``pattern`` must match the whole text; with ``expression`` it must be a regular expression itself."""

    about: str
    pattern: str = ""
    choices: tuple[str, ...] = ()
    empty: bool = False
    expression: bool = False
    shape: str = ""
    """what ``pattern`` means, in words"""

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, str):
            report(path, f"must be a text, not {_kind(value)}")
        elif self.choices and value not in self.choices:
            report(path, f"{value!r} is not one of {', '.join(self.choices)}")
        elif not value and not self.empty:
            report(path, "must not be empty")
        elif self.pattern and not re.fullmatch(self.pattern, value):
            report(path, f"{value!r} is not {self.shape or 'of the form ' + self.pattern}")
        elif self.expression:
            try:
                re.compile(value)
            except re.error as fault:
                report(path, f"{value!r} is not a regular expression: {fault}")


@dataclass(frozen=True)
class Number:
    """Both ends included."""

    about: str
    whole: bool = False
    minimum: float | None = None
    maximum: float | None = None

    def check(self, value: Any, path: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            report(path, f"must be a number, not {_kind(value)}")
        elif self.whole and isinstance(value, float) and not value.is_integer():
            report(path, f"{value} is not a whole number")
        elif self.minimum is not None and value < self.minimum:
            report(path, f"{value} is less than {self.minimum:g}")
        elif self.maximum is not None and value > self.maximum:
            report(path, f"{value} is more than {self.maximum:g}")


@dataclass(frozen=True)
class Flag:
    """``true`` or ``false``."""

    about: str

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, bool):
            report(path, f"must be true or false, not {_kind(value)}")


@dataclass(frozen=True)
class Scalar:
    """A text or a number."""

    about: str

    def check(self, value: Any, path: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            report(path, f"must be a text or a number, not {_kind(value)}")


@dataclass(frozen=True)
class ListOf:
    """A list of things of one sort."""

    about: str
    of: Specification
    fewest: int = 0
    most: int | None = None
    unique: bool = False

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, list):
            report(path, f"must be a list, not {_kind(value)}")
            return
        if len(value) < self.fewest:
            report(path, f"must have at least {self.fewest} entries")
        if self.most is not None and len(value) > self.most:
            report(path, f"must have at most {self.most} entries")
        if self.unique and any(entry in value[:number] for number, entry in enumerate(value)):
            report(path, "names something twice")
        for number, entry in enumerate(value):
            self.of.check(entry, f"{path}[{number}]", report)


@dataclass(frozen=True)
class Row:
    """A list with a fixed sort of thing at each place."""

    about: str
    of: tuple[Specification, ...]

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, list):
            report(path, f"must be a list, not {_kind(value)}")
        elif len(value) != len(self.of):
            report(path, f"must have {len(self.of)} entries, not {len(value)}")
        else:
            for number, (entry, specification) in enumerate(zip(value, self.of)):
                specification.check(entry, f"{path}[{number}]", report)


@dataclass(frozen=True)
class Table:
    """An object whose keys are free, but of a form."""

    about: str
    of: Specification
    keys: str = r"\S+"
    shape: str = "a name without spaces"

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, dict):
            report(path, f"must be an object, not {_kind(value)}")
            return
        for key, entry in value.items():
            if re.fullmatch(self.keys, key):
                self.of.check(entry, joined(path, key), report)
            else:
                report(joined(path, key), f"the key is not {self.shape}")


@dataclass(frozen=True)
class Record:
    """An object with these keys and no others."""

    about: str
    keys: Mapping[str, Specification]
    needed: frozenset[str] = field(default_factory=frozenset)

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, dict):
            report(path, f"must be an object, not {_kind(value)}")
            return
        for key in sorted(self.needed - value.keys()):
            report(joined(path, key), "is missing")
        for key, entry in value.items():
            specification = self.keys.get(key)
            if specification is None:
                report(joined(path, key), self._unknown(key))
            else:
                specification.check(entry, joined(path, key), report)

    def _unknown(self, key: str) -> str:
        near = difflib.get_close_matches(key, self.keys, n=1)
        return f"is not a known key{f'; is {near[0]!r} meant?' if near else ''}"


@dataclass(frozen=True)
class TextOr:
    """Either a text or an object; or a list of texts, where ``several`` says of what."""

    about: str
    text: Text
    record: Specification
    several: ListOf | None = None

    def check(self, value: Any, path: str, report: Report) -> None:
        if isinstance(value, str):
            self.text.check(value, path, report)
        elif isinstance(value, dict):
            self.record.check(value, path, report)
        elif isinstance(value, list) and self.several is not None:
            self.several.check(value, path, report)
        else:
            wanted = "a text, a list or an object" if self.several is not None else "a text or an object"
            report(path, f"must be {wanted}, not {_kind(value)}")


@dataclass(frozen=True)
class TextOrTexts:
    """A text, or a list of at least one."""

    about: str
    text: Text

    @property
    def several(self) -> ListOf:
        return ListOf(self.about, self.text, fewest=1, unique=True)

    def check(self, value: Any, path: str, report: Report) -> None:
        (self.several if isinstance(value, list) else self.text).check(value, path, report)


@dataclass(frozen=True)
class ScalarOrList:
    """A text or a number, or several of them."""

    about: str

    def check(self, value: Any, path: str, report: Report) -> None:
        if isinstance(value, list):
            ListOf(self.about, Scalar(self.about), fewest=1).check(value, path, report)
        else:
            Scalar(self.about).check(value, path, report)


@dataclass(frozen=True)
class Anything:
    """An object that only its reader understands."""

    about: str

    def check(self, value: Any, path: str, report: Report) -> None:
        if not isinstance(value, dict):
            report(path, f"must be an object, not {_kind(value)}")


@dataclass(frozen=True)
class Variant:
    """An object that has other keys where ``key`` is ``value``."""

    about: str
    key: str
    value: str
    then: Record
    otherwise: Record | Variant

    def check(self, value: Any, path: str, report: Report) -> None:
        chosen = isinstance(value, dict) and value.get(self.key) == self.value
        (self.then if chosen else self.otherwise).check(value, path, report)
