"""A small internet in a box: the services' real host names, behind a proxy with a certificate authority of its own."""

from __future__ import annotations

from tests.sandbox.client import Sandbox
from tests.sandbox.faults import RETRY_DIALECTS, Fault
from tests.sandbox.log import LoggedRequest
from tests.sandbox.shared import shared_folder

__all__ = ["RETRY_DIALECTS", "Fault", "LoggedRequest", "Sandbox", "shared_folder"]
