"""What a running search tells, from its worker threads."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from copernicus_plugin.model.errors import AccessError
from copernicus_plugin.model.product import Product


class AskingState(enum.Enum):
    """Where one access point is with its answer."""

    WAITING = "waiting"
    """for a free connection"""
    ASKED = "asked"
    RECEIVING = "receiving"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def ended(self) -> bool:
        return self in (AskingState.DONE, AskingState.FAILED, AskingState.STOPPED)


@dataclass(frozen=True)
class AccessPointStatus:
    """One line of the Results tab.

    ``total`` is the server's own count, ``None`` if untold; ``seconds`` since asked.
    """

    access_point: str
    state: AskingState
    found: int = 0
    total: int | None = None
    seconds: float = 0.0
    error: AccessError | None = None
    filtered_here: tuple[str, ...] = ()
    more: bool = False
    """True where the limit of the query ended it, and the server has more."""


class SearchListener(Protocol):
    """Called from worker threads, one call at a time per search, never after ``finished``.

    ``RunningSearch.cancel`` ends what runs: within that call, in its thread, each access point that had not ended is
    told as ``STOPPED`` and ``finished`` is called; nothing after it. ``RunningSearch.retry`` begins anew, and ends
    with another ``finished``.
    """

    def status_changed(self, status: AccessPointStatus) -> None: ...

    def products_found(self, access_point: str, products: Sequence[Product]) -> None: ...

    def finished(self, statuses: Sequence[AccessPointStatus]) -> None: ...
