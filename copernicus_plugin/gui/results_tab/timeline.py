"""Acquisitions in time: which bins there are, and how much is in each. No widgets here."""

from __future__ import annotations

import bisect
import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.gui.theme import cloud_class

LEAST_DAYS = 14
NO_CLOUD = 4
"""The class of what tells no cloud cover, after the four of the theme."""


class Step(enum.Enum):
    """How long a bin is; weeks start on Monday, months and years on their first day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass
class Bin:
    """``first`` and ``last`` day, both included; ``classes`` counts by cloud class."""

    first: int
    last: int
    classes: list[int] = field(default_factory=lambda: [0] * 5)
    least_cloud: float | None = None

    @property
    def count(self) -> int:
        return sum(self.classes)


@dataclass(frozen=True)
class Timeline:
    """Bins side by side from ``first`` to ``last`` day (proleptic Gregorian ordinals, both included)."""

    first: int
    last: int
    step: Step
    bins: Sequence[Bin]

    @property
    def highest(self) -> int:
        return max((one.count for one in self.bins), default=0)

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    def at(self, day: int) -> Bin | None:
        place = bisect.bisect_right([one.first for one in self.bins], day) - 1
        return self.bins[place] if 0 <= place < len(self.bins) and day <= self.bins[place].last else None


def days_of(rows: Iterable[Row]) -> tuple[int, int] | None:
    """The first and the last day, ``None`` where no row has one."""
    days = [row.day for row in rows if row.day]
    return (min(days), max(days)) if days else None


def make_timeline(rows: Iterable[Row], span: tuple[int, int], most_bins: int) -> Timeline:
    """Put ``rows`` into bins that cover ``span`` with at most ``most_bins`` (or years, if still more)."""
    first, last = span
    lacking = LEAST_DAYS - (last - first + 1)
    if lacking > 0:
        first, last = first - (lacking + 1) // 2, last + lacking // 2
    step, edges = Step.YEAR, _edges(first, last, Step.YEAR)
    for wanted in (Step.DAY, Step.WEEK, Step.MONTH):
        found = _edges(first, last, wanted)
        if len(found) - 1 <= max(1, most_bins):
            step, edges = wanted, found
            break
    bins = [Bin(start, end - 1) for start, end in zip(edges, edges[1:])]
    timeline = Timeline(bins[0].first, bins[-1].last, step, bins)
    count_into(timeline, rows)
    return timeline


def count_into(timeline: Timeline, rows: Iterable[Row]) -> None:
    """Add ``rows`` to bins that are there; those outside of them are passed over."""
    starts = [one.first for one in timeline.bins]
    for row in rows:
        if timeline.first <= row.day <= timeline.last:
            _count(timeline.bins[bisect.bisect_right(starts, row.day) - 1], row)


def month_starts(first: int, last: int) -> list[int]:
    """The first days of the months that begin between two days."""
    return [day for day in _edges(first, last, Step.MONTH) if first < day <= last]


def _count(into: Bin, row: Row) -> None:
    if row.cloud is None:
        into.classes[NO_CLOUD] += 1
        return
    into.classes[cloud_class(row.cloud)] += 1
    if into.least_cloud is None or row.cloud < into.least_cloud:
        into.least_cloud = row.cloud


def _edges(first: int, last: int, step: Step) -> list[int]:
    """The first days of all bins that touch the days, and the day after the last bin."""
    if step is Step.DAY:
        return list(range(first, last + 2))
    if step is Step.WEEK:
        monday = first - (first - 1) % 7
        return [*range(monday, last + 1, 7), monday + ((last - monday) // 7 + 1) * 7]
    date = dt.date.fromordinal(first)
    date = date.replace(day=1) if step is Step.MONTH else date.replace(month=1, day=1)
    edges = [date.toordinal()]
    while edges[-1] <= last:
        date = _next(date, step)
        edges.append(date.toordinal())
    return edges


def _next(date: dt.date, step: Step) -> dt.date:
    if step is Step.YEAR or date.month == 12:
        return date.replace(year=date.year + 1, month=1 if step is Step.MONTH else date.month)
    return date.replace(month=date.month + 1)
