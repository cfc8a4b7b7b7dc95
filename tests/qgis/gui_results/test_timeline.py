"""The timeline: bins, brush by mouse and keyboard, and what it says."""

from __future__ import annotations

import datetime as dt

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from copernicus_plugin.gui.results_tab.rows import Row
from copernicus_plugin.gui.results_tab.timeline import Step, days_of, make_timeline
from tests.qgis.gui_results.invented import QUERY, sentinel
from tests.qgis.gui_results.shown import click, press, show, wait_until


def rows_on(*days):
    return [Row(sentinel(number, day=day), number) for number, day in enumerate(days)]


def day(month, number, year=2026):
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("last", "most", "step"),
    [
        (day(2, 1), 120, Step.DAY),
        (day(10, 1), 120, Step.WEEK),
        (day(10, 1, 2030), 120, Step.MONTH),
        (day(10, 1, 2060), 120, Step.YEAR),
    ],
)
def test_bins_are_as_long_as_the_room_demands(last, most, step):
    rows = rows_on(day(1, 5), day(1, 5), last)
    timeline = make_timeline(rows, days_of(rows), most)
    assert timeline.step is step
    assert sum(one.count for one in timeline.bins) == 3
    assert len(timeline.bins) <= most
    assert all(first.last + 1 == second.first for first, second in zip(timeline.bins, timeline.bins[1:]))


@pytest.fixture
def strip(results):
    show(results)
    results.begin(QUERY, ["earth_search"])
    results.add_products([sentinel(number) for number in range(40)])
    QTest.qWait(60)
    return results.timeline.strip


def test_dragging_the_ends_and_the_middle_filters_the_list(results, strip):
    middle = strip.height() // 2
    first, last = day(9, 1).toordinal(), day(10, 10).toordinal()
    start, stop = QPoint(round(strip.x_of(first)) + 1, middle), QPoint(round(strip.x_of(last)) + 1, middle)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(strip, stop)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stop)
    assert strip.brush == (first, last)
    wait_until(lambda: len(results.model.shown) < 40)
    assert {row.date for row in results.model.shown} <= {
        dt.date.fromordinal(one).isoformat() for one in range(first, last + 1)
    }
    assert results.timeline.period.text() == "1 Sep – 10 Oct"
    assert results.timeline.shown.text() == f"{len(results.model.shown)} of 40 shown"
    shown = len(results.model.shown)
    assert strip.accessibleName() == f"Acquisitions from 1 September to 10 October, {shown} of 40 products"

    grip = QPoint(round((strip.x_of(first) + strip.x_of(last)) / 2), middle)
    there = grip + QPoint(round(strip.x_of(first + 7) - strip.x_of(first)), 0)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    QTest.mouseMove(strip, there)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    moved = strip.brush
    assert moved[1] - moved[0] == last - first
    assert 5 <= moved[0] - first <= 9

    end = QPoint(round(strip.x_of(moved[1] + 1)), middle)
    shorter = QPoint(round(strip.x_of(moved[1] - 9)), middle)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QTest.mouseMove(strip, shorter)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, shorter)
    assert strip.brush == (moved[0], moved[1] - 10)

    QTest.mouseDClick(strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, grip)
    assert strip.brush is None
    wait_until(lambda: len(results.model.shown) == 40)
    assert not results.timeline.all_dates.isVisible()


def test_the_keys_move_the_handles_a_day(results, strip):
    first, last = day(9, 1).toordinal(), day(9, 20).toordinal()
    strip.set_brush((first, last))
    strip.setFocus()
    press(strip, Qt.Key.Key_Right)
    assert strip.brush == (first + 1, last)
    press(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert strip.brush == (first + 1, last - 1)
    press(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert strip.brush == (first + 2, last)
    click(results.timeline.all_dates)
    wait_until(lambda: len(results.model.shown) == 40)


def test_a_bar_says_its_day_and_its_clearest_product(strip):
    newest = day(11, 1).toordinal()
    assert strip.text_at(strip.x_of(newest) + 1) == "1 November, 1 product, cloud 17 per cent"


def test_the_brush_stays_while_pages_arrive(results, strip):
    days = (day(9, 1).toordinal(), day(9, 20).toordinal())
    strip.set_brush(days)
    results.add_products([sentinel(number, "planetary_computer") for number in range(40, 90)])
    QTest.qWait(60)
    assert strip.brush == days
    assert results.model.total == 90
