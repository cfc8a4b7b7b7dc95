from __future__ import annotations

import pytest

from copernicus_plugin.model.cancellation import Cancellation
from tests.unit.adapters.stac_server import StacServer, open_session
from tests.unit.network.conftest import _clean_environment  # noqa: F401


@pytest.fixture
def session():
    made = open_session()
    yield made
    made.close()


@pytest.fixture
def cancellation():
    return Cancellation()


@pytest.fixture
def make_server():
    made = []

    def make(*arguments, **named):
        made.append(StacServer(*arguments, **named))
        return made[-1]

    yield make
    for server in made:
        server.close()
