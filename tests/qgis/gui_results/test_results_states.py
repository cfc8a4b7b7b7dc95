"""The states of a search: asked, partial, failed, nothing found, offline."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.model.query import Range
from copernicus_plugin.search.alternatives import Alternative, AlternativeKind
from copernicus_plugin.search.events import AccessPointStatus, AskingState
from tests.qgis.gui_results.invented import QUERY, sentinel
from tests.qgis.gui_results.shown import Heard, click, press, show, wait_until

PLACES = ["earth_search", "planetary_computer"]
TIMEOUT = AccessError(ErrorKind.NETWORK_FAULT, Reason.TIMEOUT, {"host": "example.org", "seconds": 20})
PROXY = AccessError(ErrorKind.NETWORK_FAULT, Reason.PROXY_UNREACHABLE, {"proxy": "proxy.example.org:3128"})


def status(place, state, **more):
    return AccessPointStatus(place, state, **more)


def done(place, found=3, **more):
    return status(place, AskingState.DONE, found=found, seconds=0.8, **more)


def failed(place, error=TIMEOUT):
    return status(place, AskingState.FAILED, seconds=20.0, error=error)


def test_at_first_it_offers_a_search_that_works_at_once(results):
    show(results)
    asked = Heard(results.defaultSearchRequested)
    assert results.empty_page.isVisible()
    assert not results.footer.isVisible()
    click(results.empty_page.start)
    assert len(asked) == 1


def test_while_asked_each_access_point_has_a_line(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.set_status(status("earth_search", AskingState.ASKED, seconds=0.3))
    assert results.summary.headline.text() == "Asking 2 access points"
    assert results.waiting_page.isVisible()
    assert results.summary.line_of("earth_search").accessibleName() == "Earth Search (AWS), running, asked"
    waiting = results.summary.line_of("planetary_computer").accessibleName()
    assert waiting == "Planetary Computer, waiting, waiting for a free connection"
    stopped = Heard(results.stopRequested)
    click(results.summary.stop)
    press(results.summary.stop, Qt.Key.Key_Escape)
    assert len(stopped) == 2


def test_partial_results_are_usable_and_a_failure_opens_the_lines(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(number) for number in range(3)])
    assert results.view.isVisible()
    results.set_status(status("earth_search", AskingState.RECEIVING, found=40, total=61, seconds=1.0))
    assert not results.summary.is_open
    results.set_status(failed("planetary_computer"))
    assert results.summary.is_open
    message = results.summary.message_of("planetary_computer")
    assert message.isVisible()
    assert "did not answer within 20 s" in message.text
    assert results.summary.line_of("earth_search").accessibleName() == "Earth Search (AWS), running, 40 of 61"
    retried = Heard(results.retryRequested)
    logs = Heard(results.logRequested)
    click(message.link("Retry"))
    click(message.link("Log"))
    assert retried == ["planetary_computer"]
    assert len(logs) == 1
    results.set_status(done("earth_search", 61))
    results.finish([done("earth_search", 61), failed("planetary_computer")])
    assert results.summary.headline.text() == "3 products"
    assert results.summary.progress.text() == "1 of 2 access points done"
    assert not results.summary.stop.isVisible()


def test_a_second_try_takes_the_message_away(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(0)])
    results.finish([done("earth_search", 1), failed("planetary_computer")])
    results.set_status(status("planetary_computer", AskingState.ASKED))
    assert results.summary.message_of("planetary_computer") is None
    assert results.summary.running
    results.add_products([sentinel(1, "planetary_computer")])
    results.finish([done("earth_search", 1), done("planetary_computer", 1)])
    assert results.summary.headline.text() == "2 products"
    assert results.summary.progress.text() == "from 2 access points"


def test_a_limit_and_what_was_filtered_here_are_said(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(0)])
    results.finish(
        [
            done("earth_search", 1000, total=26450, more=True, filtered_here=("eo:cloud_cover",)),
            done("planetary_computer", 1),
        ]
    )
    click(results.summary.opener)
    line = results.summary.line_of("earth_search")
    assert line.isVisible()
    assert line.note_label.text() == "first 1,000 of 26,450"
    assert "Cloud cover" in line.toolTip()
    assert "filtered here" in line.toolTip()


def test_no_match_counts_what_one_change_would_give(results):
    show(results)
    query = dataclasses.replace(QUERY, filters={"eo:cloud_cover": Range(None, 20.0)})
    wanted = Heard(results.alternativeRequested)
    results.begin(query, PLACES)
    results.finish([done("earth_search", 0), done("planetary_computer", 0)])
    assert results.no_match_page.isVisible()
    assert "Sentinel-2" in results.no_match_page.advice.text()
    without = dataclasses.replace(query, filters={})
    results.show_alternatives([Alternative(AlternativeKind.WITHOUT_FILTER, without, 31, property="eo:cloud_cover")])
    QTest.qWait(20)
    (link,) = results.no_match_page.links
    assert link.accessibleName() == "Without the cloud filter, 31, show them"
    click(link)
    assert wanted == [without]


def test_offline_keeps_the_last_results_with_their_time(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(number) for number in range(5)])
    results.finish([done("earth_search", 5), done("planetary_computer", 0)])
    results.begin(QUERY, PLACES)
    assert results.waiting_page.isVisible()
    results.finish([failed("earth_search", PROXY), failed("planetary_computer", PROXY)])
    assert len(results.model.shown) == 5
    assert results.view.isVisible()
    assert results.notice.isVisible()
    assert "proxy.example.org:3128" in results.notice.text
    assert "Shown: 5 products of " in results.notice.text
    assert "today" in results.notice.text
    options, retried = Heard(results.networkOptionsRequested), Heard(results.retryRequested)
    click(results.notice.link("Open QGIS's network options"))
    click(results.notice.link("Retry"))
    assert len(options) == 1
    assert sorted(retried) == PLACES
    results.add_products([sentinel(30)])
    assert len(results.model.shown) == 1
    assert not results.notice.isVisible()


def test_when_all_fail_it_says_so(results):
    show(results)
    results.begin(QUERY, ["earth_search"])
    fault = AccessError(ErrorKind.SERVER_FAULT, Reason.STATUS, {"host": "example.org", "status": 503})
    results.finish([failed("earth_search", fault)])
    assert results.sentence_page.isVisible()
    assert results.sentence_page.headline.text() == "Nobody answered"
    assert results.summary.message_of("earth_search").isVisible()


def test_a_new_search_empties_the_list_and_its_filters(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(number) for number in range(5)])
    QTest.keyClicks(results.filter_line.field, "29UMU")
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(number) for number in range(4)])
    QTest.qWait(250)
    assert len(results.model.shown) == 4
    assert results.filter_line.field.text() == ""


def test_narrow_texts_are_short_and_nothing_is_wider_than_the_dock(results):
    show(results, 320, 700)
    results.begin(QUERY, PLACES)
    results.add_products([sentinel(number) for number in range(5)])
    assert results.width() == 320
    assert results.summary.progress.text() == "0 of 2 done"
    assert results.footer.more.text() == ""
    assert results.footer.more.accessibleName() == "More"


@pytest.mark.parametrize("error", [TIMEOUT, AccessError(ErrorKind.SERVER_FAULT, Reason.STATUS, {"status": 503})])
def test_other_results_are_spoken_of_only_where_there_may_be_some(results, error):
    show(results)
    results.begin(QUERY, PLACES[:1])
    results.finish([failed("earth_search", error)])
    assert "other results" not in results.summary.message_of("earth_search").text
    results.begin(QUERY, PLACES)
    results.finish([failed("earth_search", error), failed("planetary_computer", error)])
    assert "other results" not in results.summary.message_of("planetary_computer").text
    results.begin(QUERY, PLACES)
    results.finish([failed("earth_search", error), done("planetary_computer")])
    assert "The other results are complete without it" in results.summary.message_of("earth_search").text


def test_the_seconds_of_who_is_asked_go_on(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.set_status(status("earth_search", AskingState.ASKED, seconds=0.0))
    line = results.summary.line_of("earth_search")
    wait_until(lambda: line.right_label.text() == "0.5 s")
    results.finish([done("earth_search"), done("planetary_computer")])
    assert line.right_label.text() == "0.8 s"


def test_who_waited_by_keys_goes_on_in_the_list_by_keys(results):
    show(results)
    results.begin(QUERY, PLACES)
    results.summary.stop.setFocus()
    results.add_products([sentinel(number) for number in range(3)])
    assert results.view.hasFocus()
    results.filter_line.field.setFocus()
    results.add_products([sentinel(number) for number in range(3, 6)])
    assert results.filter_line.field.hasFocus()
