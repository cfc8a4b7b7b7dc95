"""The panel in a real QGIS, by clicks and keys alone."""

from __future__ import annotations

import json
import re

from tests.desktop.conftest import seen
from tests.sandbox.content.accounts import ANALYST
from tests.sandbox.faults import Fault

IDENTITY = "identity.dataspace.copernicus.eu"
EARTH_SEARCH, PLANETARY_COMPUTER = "earth-search.aws.element84.com", "planetarycomputer.microsoft.com"


def test_an_analyst_searches_looks_streams_and_downloads(desktop, sandbox):
    job = seen(desktop.run("main_job"))
    assert job["rows"] >= 10
    assert job["footprints"] == job["rows"]
    assert re.match(r"\d+ \w+ 20\d\d \d\d:\d\d UTC, Sentinel-2[ABC], tile 29U", job["first row"])
    assert "empty_dir=yes" in job["streamed"]
    assert len(job["downloaded"]) == 1
    assert job["downloaded"][0].endswith(".tif")
    assert {EARTH_SEARCH, PLANETARY_COMPUTER} <= {request.host for request in sandbox.requests()}


def test_footprints_and_list_select_each_other(desktop):
    job = seen(desktop.run("selection"))
    assert job["selected in the list"] == job["selected in the list, on the map"] == 2
    assert job["after Ctrl+A"] == job["rows"]
    assert job["selected on the map, in the list"] == job["selected on the map"] >= 1


TROUBLES = {
    "login page": (Fault(login_page=True), "is not data"),
    "malformed JSON": (Fault(cut_json=True), "cannot be read"),
    "cut body": (Fault(cut_after=500), "ended early"),
    "storm of 429": (Fault(status=429, headers={"Retry-After": "120"}), "too many requests"),
    "fault of the server": (Fault(status=503), "fault of its own"),
    "connection reset": (Fault(drop=True), "ended early|does not accept"),
}


def test_one_access_point_in_trouble_never_spoils_the_other(desktop, sandbox):
    faults = {name: {"path_pattern": "/search", "fault": fault.to_json()} for name, (fault, _) in TROUBLES.items()}
    desktop.environment = {"CDA_FAULTS": json.dumps(faults), "CDA_CONTROL": str(sandbox.control_port)}
    job = seen(desktop.run("troubles", timeout=240))
    for name, (_, sentence) in TROUBLES.items():
        rows, said = job[name]["rows"], " ".join(job[name]["said"])
        assert len(rows) >= 5, name
        for place in ("Earth Search", "Data Space"):
            assert any(place in row for row in rows), f"{name}: {place}"
        assert not any("Planetary Computer" in row for row in rows), name
        assert re.search(sentence, said), f"{name}: {said}"
    assert job["after Retry"] > len(job["connection reset"]["rows"])


NOWHERE = {
    "id": "nowhere", "title": "Nowhere at all", "short_title": "Nowhere", "group": "user", "operator": "Nobody",
    "status": {"state": "active"}, "links": {}, "account": {"kind": "none"},
    "endpoints": [{
        "protocol": "stac", "url": "https://stac.nowhere.example/v1", "witnesses": ["documentation"],
        "collections": {"sentinel-2-l2a": "sentinel-2-l2a"},
    }],
}  # fmt: skip


def test_mistakes_and_lost_connections_are_said_in_one_sentence(desktop, sandbox):
    desktop.files = {"copernicus_plugin/access_points/nowhere.json": json.dumps(NOWHERE)}
    job = seen(desktop.run("mistakes"))
    assert len(job["unknown host"]) == 1
    assert re.search("<b>Nowhere|cannot be found", job["unknown host"][0])
    assert "stac.nowhere.example" in sandbox.refused_hosts()
    assert job["rows beside it"] >= 10
    assert job["dates"] == ["The first day is after the last one."]
    assert "2026-08-22/2026-11-22" in job["after Swap"]
    assert len(job["offline"]) == 1
    assert "proxy" in job["offline"][0]
    assert job["rows while offline"] == job["rows beside it"]


def test_difficult_areas_give_the_right_answer_or_one_sentence(desktop):
    job = seen(desktop.run("areas", timeout=180))
    assert job["corners"] >= 50_000
    assert "square kilometres" in job["50 000 corners"]
    assert job["50 000 corners, found"] >= 5
    assert job["our group is open"]
    assert job["antimeridian, found"]
    assert all(width < 10 or width > 350 for width in job["antimeridian, footprints"])
    assert re.search(r"crosses itself near \d+\.\d+° W, \d+\.\d+° N", job["self-crossing"])
    assert "Area valid" in job["repaired"]
    # 1 800 km square around the pole, in the projection's true scale at 70° N: about 3.2 million square kilometres.
    size = float(re.sub(r"\D", "", re.search(r"([\d\s,. \u202f]+) square kilometres", job["polar canvas"]).group(1)))
    assert 3.0e6 < size < 3.8e6
    assert "is not a box" in job["no box"]


def test_switched_off_and_on_twenty_times_nothing_is_left(desktop, sandbox):
    desktop.environment = {"CDA_USER": ANALYST.username, "CDA_WORD": ANALYST.password}
    job = seen(desktop.run("lifetime", timeout=300))
    assert job["streamed with the account"] >= 1
    assert sandbox.tell(IDENTITY, do="open_sessions", username=ANALYST.username) == 0
    assert job["rounds"] == 20
    assert job["after"] == job["before"]


def test_many_products_are_one_question_and_one_layer(desktop):
    job = seen(desktop.run("many", timeout=180))
    assert job["rows"] >= 20
    assert job["before the answer"] == 0
    assert len(job["layers"]) == 1
    assert f"{job['rows']} products" in job["layers"][0]
    assert job["loaded in the new project"] == 0
