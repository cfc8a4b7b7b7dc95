from __future__ import annotations

import pytest

from copernicus_plugin.search.engine import SearchEngine
from tests.unit.adapters.conftest import make_server, session  # noqa: F401
from tests.unit.adapters.stac_server import HangingServer, registry
from tests.unit.network.conftest import _clean_environment  # noqa: F401
from tests.unit.search.recorder import Recorder


@pytest.fixture
def recorder():
    made = Recorder()
    yield made
    assert made.broken == []


@pytest.fixture
def faults():
    return []


@pytest.fixture
def make_engine(session, faults):  # noqa: F811
    made = []

    def make(*places):
        made.append(SearchEngine(registry(*places), session, faults.append))
        return made[-1]

    yield make
    for engine in made:
        engine.close()


@pytest.fixture
def hanging_server():
    server = HangingServer()
    yield server
    server.close()
