from __future__ import annotations

import pytest

from tests.desktop.desktop import STAGE, Desktop
from tests.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox.start() as box:
        yield box


@pytest.fixture
def desktop(sandbox, tmp_path):
    """QGIS with the plugin; the internet is the sandbox."""
    if not (STAGE / "metadata.txt").exists():
        raise RuntimeError("build/stage is missing: run `make stage` (`make test-desktop` does)")
    sandbox.clear()
    sandbox.clear_faults()
    return Desktop(proxy=sandbox.proxy, ca=sandbox.ca_pem, shots=tmp_path)


def seen(report):
    """The report of a scenario that a person could do to its end, without an exception in QGIS's log."""
    if not report.ok:
        pytest.fail(f"{report.error}\nseen: {report.seen}\nQGIS said:\n{report.log[-3000:]}", pytrace=False)
    assert report.faults == []
    return report.seen
