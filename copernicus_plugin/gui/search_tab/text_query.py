"""A search as one line of text, and back. No Qt.

``sentinel-2-l2a 2026-08-22/2026-11-22 cloud<=60 orbit=23,123 tile=29UNU bbox=-9.42,52.31,-7.65,53.22``

The first word is the collection. A period is two days with ``/`` between them (either may be ``..``), or one day.
Ranges are ``name<=60``, ``name>=10`` or ``name=10..60``; choices are ``name=a,b``. ``name`` is a short word of
``SHORT_NAMES`` or STAC's own property name. Values with spaces stand between double quotes. A period may be
turned round: the form says so.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional, Union

from copernicus_plugin.model.collection import Collection, FilterDefinition, FilterKind
from copernicus_plugin.model.query import Choice, FilterValue, Range

SHORT_NAMES: Mapping[str, str] = {
    "eo:cloud_cover": "cloud",
    "s2:cloud_cover": "cloud",
    "eo:snow_cover": "snow",
    "sat:relative_orbit": "orbit",
    "sat:absolute_orbit": "absolute-orbit",
    "sat:orbit_state": "direction",
    "grid:code": "tile",
    "s2:mgrs_tile": "tile",
    "sar:polarizations": "polarisation",
    "sar:instrument_mode": "mode",
    "view:sun_elevation": "sun",
    "view:off_nadir": "off-nadir",
    "product:timeliness_category": "timeliness",
    "processing:level": "level",
}

Box = tuple[float, float, float, float]


class MistakeKind(enum.Enum):
    """Why a word of the text was not understood."""

    UNKNOWN_COLLECTION = "unknown_collection"
    UNKNOWN_WORD = "unknown_word"
    UNKNOWN_FILTER = "unknown_filter"
    NOT_A_DAY = "not_a_day"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_BOX = "not_a_box"
    NOT_A_RANGE = "not_a_range"
    TWICE = "twice"
    NO_TIME = "no_time"


@dataclass(frozen=True)
class Mistake:
    """``start`` and ``length`` in characters of the text; ``word`` is what was not understood."""

    start: int
    length: int
    kind: MistakeKind
    word: str
    expected: str = ""


@dataclass(frozen=True)
class SearchText:
    """What the text says. A period has days in UTC; ``None`` is open. ``box``: west, south, east, north in degrees."""

    collection: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    filters: Mapping[str, FilterValue] = field(default_factory=dict)
    box: Box | None = None
    mistakes: tuple[Mistake, ...] = ()


def short_name(definition: FilterDefinition, collection: Collection) -> str:
    """The word that stands for a filter, unless another filter of the collection has it too."""
    word = SHORT_NAMES.get(definition.property, definition.property)
    same = [other for other in collection.filters if SHORT_NAMES.get(other.property, other.property) == word]
    return word if len(same) == 1 else definition.property


def format_search(search: SearchText, collection: Collection | None) -> str:
    """The text for ``search``, its filters in the collection's order."""
    words = [search.collection] if search.collection else []
    if search.first or search.last:
        words.append(f"{search.first or '..'}/{search.last or '..'}")
    for definition in collection.filters if collection else ():
        value = search.filters.get(definition.property)
        if value is not None and collection is not None:
            words.extend(_format_filter(short_name(definition, collection), definition, value))
    if search.box is not None:
        words.append("bbox=" + ",".join(format_degrees(number) for number in search.box))
    return " ".join(words)


def format_degrees(number: float) -> str:
    """At most five decimals (a metre), no zeros at the end."""
    text = f"{number:.5f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def parse_search(text: str, collections: Mapping[str, Collection]) -> SearchText:
    """What ``text`` says; what is not understood is left out and listed in ``mistakes``. Never raises."""
    parser = _Parser(collections)
    for start, word in _words(text):
        parser.take(start, word)
    return parser.result()


def written(definition: FilterDefinition, value: Union[str, int, float]) -> str:
    """A value as a person writes it: without the property's prefix."""
    text = str(value)
    prefix = definition.prefix
    return text[len(prefix) :] if prefix and text.startswith(prefix) else text


def _format_filter(name: str, definition: FilterDefinition, value: FilterValue) -> Iterator[str]:
    if isinstance(value, Choice):
        if value.values:
            yield f"{name}={','.join(_quoted(written(definition, part)) for part in value.values)}"
    elif value.minimum is not None and value.maximum is not None:
        yield f"{name}={_number(value.minimum)}..{_number(value.maximum)}"
    elif value.maximum is not None:
        yield f"{name}<={_number(value.maximum)}"
    elif value.minimum is not None:
        yield f"{name}>={_number(value.minimum)}"


def _number(value: float) -> str:
    return f"{value:.6g}"


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[\s,]", text) else text


_WORD = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_FILTER = re.compile(r"([A-Za-z][A-Za-z0-9_:.-]*)(<=|>=|=|<|>|:)(.*)", re.DOTALL)
_PERIOD = re.compile(r"\d{4}-[^/]*(?:/.*)?|\.\./.*|\d{4}/.*")
_VALUE = re.compile(r'"[^"]*"?|[^,"]+')


def _words(text: str) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        yield match.start(), match.group()


def _day(text: str) -> dt.date | None:
    if text in ("", ".."):
        return None
    return dt.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=dt.timezone.utc).date()


@dataclass
class _ProblemError(Exception):
    kind: MistakeKind
    expected: str = ""


class _Parser:
    def __init__(self, collections: Mapping[str, Collection]) -> None:
        self._collections = collections
        self._collection: Collection | None = None
        self._period: tuple[dt.date | None, dt.date | None] | None = None
        self._filters: dict[str, FilterValue] = {}
        self._box: Optional[Box] = None
        self._mistakes: list[Mistake] = []
        self._waiting: list[tuple[int, str]] = []
        self._period_at = (0, "")

    def take(self, start: int, word: str) -> None:
        try:
            self._understand(start, word)
        except _ProblemError as problem:
            self._mistakes.append(Mistake(start, len(word), problem.kind, word, problem.expected))

    def result(self) -> SearchText:
        # Filters wait for the collection, which may stand after them.
        for start, word in self._waiting:
            match = _FILTER.fullmatch(word)
            try:
                if match is not None:
                    self._filter(*match.groups())
            except _ProblemError as problem:
                self._mistakes.append(Mistake(start, len(word), problem.kind, word, problem.expected))
        if self._period is not None and self._collection is not None and self._collection.timeless:
            at, word = self._period_at
            self._mistakes.append(Mistake(at, len(word), MistakeKind.NO_TIME, word))
            self._period = None
        first, last = self._period or (None, None)
        return SearchText(
            self._collection.id if self._collection else "",
            first,
            last,
            self._filters,
            self._box,
            tuple(sorted(self._mistakes, key=lambda mistake: mistake.start)),
        )

    def _understand(self, start: int, word: str) -> None:
        if _PERIOD.fullmatch(word):
            self._take_period(word)
            self._period_at = (start, word)
        elif word.lower().startswith("bbox="):
            self._take_box(word[5:])
        elif _FILTER.fullmatch(word) and word.lower() not in self._by_name():
            self._waiting.append((start, word))
        else:
            self._take_collection(word)

    def _by_name(self) -> dict[str, Collection]:
        return {key.lower(): value for key, value in self._collections.items()}

    def _take_collection(self, word: str) -> None:
        found = self._by_name().get(word.strip('"').lower())
        if found is None:
            raise _ProblemError(MistakeKind.UNKNOWN_WORD if self._collection else MistakeKind.UNKNOWN_COLLECTION)
        if self._collection is not None:
            raise _ProblemError(MistakeKind.TWICE)
        self._collection = found

    def _take_period(self, word: str) -> None:
        if self._period is not None:
            raise _ProblemError(MistakeKind.TWICE)
        first, slash, last = word.partition("/")
        try:
            self._period = (_day(first), _day(last if slash else first))
        except ValueError:
            raise _ProblemError(MistakeKind.NOT_A_DAY) from None

    def _take_box(self, text: str) -> None:
        if self._box is not None:
            raise _ProblemError(MistakeKind.TWICE)
        try:
            numbers = [float(part) for part in text.split(",")]
        except ValueError:
            raise _ProblemError(MistakeKind.NOT_A_BOX) from None
        if not _is_box(numbers):
            raise _ProblemError(MistakeKind.NOT_A_BOX)
        self._box = (numbers[0], numbers[1], numbers[2], numbers[3])

    def _filter(self, name: str, operator: str, text: str) -> None:
        definition = self._definition(name)
        if definition.property in self._filters and not (
            definition.kind is FilterKind.RANGE and self._completes(definition.property, operator)
        ):
            raise _ProblemError(MistakeKind.TWICE)
        if definition.kind is FilterKind.RANGE:
            self._filters[definition.property] = self._range(definition, operator, text)
        elif operator not in ("=", ":"):
            raise _ProblemError(MistakeKind.NOT_A_RANGE)
        else:
            self._filters[definition.property] = parse_choice(definition, text)

    def _definition(self, name: str) -> FilterDefinition:
        collection = self._collection
        for definition in collection.filters if collection else ():
            if collection and name.lower() in (definition.property.lower(), short_name(definition, collection)):
                return definition
        raise _ProblemError(MistakeKind.UNKNOWN_FILTER)

    def _completes(self, property_name: str, operator: str) -> bool:
        known = self._filters[property_name]
        if not isinstance(known, Range):
            return False
        return (operator in ("<=", "<") and known.maximum is None) or (
            operator in (">=", ">") and known.minimum is None
        )

    def _range(self, definition: FilterDefinition, operator: str, text: str) -> Range:
        known = self._filters.get(definition.property)
        low, high = (known.minimum, known.maximum) if isinstance(known, Range) else (None, None)
        if operator in ("<=", "<"):
            high = _limit(definition, text)
        elif operator in (">=", ">"):
            low = _limit(definition, text)
        else:
            first, dots, last = text.partition("..")
            low = _limit(definition, first) if first else None
            high = (_limit(definition, last) if last else None) if dots else low
        if low is not None and high is not None and low > high:
            raise _ProblemError(MistakeKind.NOT_A_RANGE)
        return Range(low, high)


def _is_box(numbers: Sequence[float]) -> bool:
    if len(numbers) != 4 or not all(abs(number) <= 180 for number in numbers):
        return False
    return -90 <= numbers[1] < numbers[3] <= 90 and numbers[0] != numbers[2]


def _limit(definition: FilterDefinition, text: str) -> float:
    try:
        number = float(text.rstrip("%"))
    except ValueError:
        raise _ProblemError(MistakeKind.NOT_A_NUMBER) from None
    low = definition.minimum if definition.minimum is not None else float("-inf")
    high = definition.maximum if definition.maximum is not None else float("inf")
    if not low <= number <= high:
        raise _ProblemError(MistakeKind.OUT_OF_RANGE, f"{_number(low)}..{_number(high)}")
    return number


def parse_choice(definition: FilterDefinition, text: str) -> Choice:
    """The values between commas, each as the definition's type. Raises what ``parse_values`` reports."""
    values = [part.strip().strip('"') for part in _VALUE.findall(text)]
    values = [value for value in values if value]
    if not values:
        raise _ProblemError(MistakeKind.NOT_A_CHOICE, definition.example)
    return Choice(tuple(_typed(definition, value) for value in dict.fromkeys(values)))


def parse_values(definition: FilterDefinition, text: str) -> tuple[Choice | None, Mistake | None]:
    """For a field of its own: the choice, or the first mistake; both ``None`` for an empty text."""
    if not text.strip(" ,"):
        return None, None
    found: list[Union[str, int, float]] = []
    for match in re.finditer(r"[^,;\s]+", text):
        values, problem = _try_choice(definition, match.group())
        if problem is not None:
            return None, Mistake(match.start(), len(match.group()), problem.kind, match.group(), problem.expected)
        found.extend(values)
    return Choice(tuple(dict.fromkeys(found))), None


def _try_choice(
    definition: FilterDefinition, text: str
) -> tuple[tuple[Union[str, int, float], ...], _ProblemError | None]:
    try:
        return parse_choice(definition, text).values, None
    except _ProblemError as problem:
        return (), problem


def _typed(definition: FilterDefinition, text: str) -> Union[str, int, float]:
    if definition.choices:
        for choice in definition.choices:
            if text.lower() in (choice.value.lower(), choice.title.lower()):
                return _number_of(definition, choice.value)
        raise _ProblemError(MistakeKind.NOT_A_CHOICE, ", ".join(choice.value for choice in definition.choices))
    if definition.prefix and text.upper().startswith(definition.prefix.upper()):
        text = text[len(definition.prefix) :]
    if definition.pattern:
        fitting = [candidate for candidate in (text, text.upper()) if re.fullmatch(definition.pattern, candidate)]
        if not fitting:
            raise _ProblemError(MistakeKind.NOT_A_CHOICE, definition.example)
        return _number_of(definition, definition.prefix + fitting[0])
    number = _number_of(definition, text)
    if not isinstance(number, str):
        _limit(definition, text)
    return number


def _number_of(definition: FilterDefinition, text: str) -> Union[str, int, float]:
    try:
        if definition.value_type == "integer":
            return int(text)
        if definition.value_type == "number":
            return float(text)
    except ValueError:
        raise _ProblemError(MistakeKind.NOT_A_NUMBER, definition.example) from None
    return text
