"""Fixtures around the sandbox. A test module asks for them with ``pytest_plugins = "tests.sandbox.pytest_plugin"``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox import Sandbox, shared_folder


@pytest.fixture(scope="session")
def running_sandbox() -> Iterator[Sandbox]:
    with Sandbox.start(today="2026-11-22") as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running_sandbox: Sandbox) -> Iterator[Sandbox]:
    """One process for the whole run, without the faults and the requests of other tests."""
    running_sandbox.clear_faults()
    running_sandbox.clear()
    yield running_sandbox
    running_sandbox.clear_faults()


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Any]:
    """A plain ``requests`` session that goes through the sandbox."""
    import requests

    with requests.Session() as session:
        session.trust_env = False
        session.proxies = {"http": sandbox.proxy_url, "https": sandbox.proxy_url}
        session.verify = str(sandbox.ca_pem)
        yield session


@pytest.fixture(scope="session")
def shared() -> Path:
    """../shared; the test is skipped where it is absent, and fails in CI."""
    return shared_folder()
