"""Ten thousand products: the main thread goes on."""

from __future__ import annotations

import collections
import datetime as dt
import gc
import statistics
import time

from qgis.PyQt.QtCore import QEvent, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from copernicus_plugin.gui.results_tab.model import ResultsModel
from copernicus_plugin.gui.results_tab.rows import LEAST_CLOUD, OLDEST, Filter
from tests.qgis.gui_results.invented import QUERY, sentinel
from tests.qgis.gui_results.shown import press, show

COUNT, BATCH = 10_000, 250
STALL_MS = 50.0
"""Above what an idle event loop shows here; design.md §6."""


class Probe:
    """The longest time between two ticks of a 5 ms timer."""

    def __init__(self):
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._tick)

    def _tick(self):
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def __enter__(self):
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._tick()
        self._timer.stop()


def idle(seconds=0.4):
    with Probe() as probe:
        QTest.qWait(int(seconds * 1000))
    return probe.longest


def batches():
    first = dt.date(2026, 10, 31)
    made = [
        sentinel(
            number, ("earth_search", "planetary_computer")[number // BATCH % 2], day=first - dt.timedelta(number // 8)
        )
        for number in range(COUNT)
    ]
    # two access points answer in turns, each from its newest on
    return [made[start : start + BATCH] for start in range(0, COUNT, BATCH)]


def test_a_batch_takes_ten_milliseconds_in_the_model(qgis_app):
    model = ResultsModel()
    times = []
    for batch in batches():
        started = time.thread_time()
        model.add(batch)
        times.append((time.thread_time() - started) * 1000)
    assert model.rowCount() == COUNT
    assert statistics.median(times) <= 10.0, times


def test_scattered_batches_cost_no_more(qgis_app):
    model = ResultsModel()
    everything = [product for batch in batches() for product in batch]
    times = []
    for start in range(40):
        scattered = everything[start::40]
        started = time.thread_time()
        model.add(scattered)
        times.append((time.thread_time() - started) * 1000)
    assert model.rowCount() == COUNT
    assert statistics.median(times) <= 10.0, times
    keys = [row.seconds for row in model.shown]
    assert keys == sorted(keys, reverse=True)


def arrival_stall(results):
    show(results, 380, 800)
    results.begin(QUERY, ["earth_search", "planetary_computer"])
    waiting = batches()
    # What a full collection over these products costs is not the list's doing.
    gc.collect()
    quiet = idle()
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: results.add_products(waiting.pop(0)) if waiting else timer.stop())
    with Probe() as probe:
        timer.start()
        while timer.isActive():
            QApplication.processEvents()
        QTest.qWait(200)
    assert results.model.total == COUNT
    return probe.longest - quiet


def test_the_main_thread_is_not_held_up_while_they_arrive(results):
    stalls = [arrival_stall(results) for _ in range(3)]
    assert statistics.median(stalls) <= STALL_MS, stalls


def test_sorting_filtering_and_scrolling_ten_thousand(results):
    arrival_stall(results)
    # One full collection over the products themselves takes a tenth of a second, whatever the list does.
    gc.collect()
    quiet = idle()
    stalls = collections.defaultdict(list)
    view = results.view
    actions = {
        "oldest first": lambda: results._sort(OLDEST),
        "least cloud": lambda: results._sort(LEAST_CLOUD),
        "words": lambda: results.model.set_filter(Filter(("29umu",))),
        "all": lambda: results.model.set_filter(Filter()),
        "end": lambda: press(view, Qt.Key.Key_End),
        "home": lambda: press(view, Qt.Key.Key_Home),
        "select all": lambda: press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier),
        "down": lambda: press(view, Qt.Key.Key_Down),
    }
    view.setFocus()
    for name, action in list(actions.items()) * 3:
        with Probe() as probe:
            action()
            QTest.qWait(150)
        stalls[name].append(probe.longest - quiet)
    for _ in range(3):
        with Probe() as probe:
            for value in range(0, 400_000, 8_000):
                view.verticalScrollBar().setValue(value)
                QTest.qWait(1)
        stalls["scroll"].append(probe.longest - quiet)
    medians = {name: statistics.median(each) for name, each in stalls.items()}
    assert {name: stall for name, stall in medians.items() if stall > STALL_MS} == {}
    assert view.verticalScrollBar().value() > 0
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
