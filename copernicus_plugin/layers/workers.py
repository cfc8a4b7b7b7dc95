"""Our own daemon threads: QGIS's pool is small and shared with the rendering of maps."""

from __future__ import annotations

import collections
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar, Union

from copernicus_plugin.model.errors import AccessError, ErrorKind

Result = TypeVar("Result")


def start_daemon(name: str, work: Callable[[], None]) -> threading.Thread:
    """Run ``work`` in a thread that never keeps QGIS from ending."""
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread


def in_parallel(
    name: str, calls: Sequence[Callable[[], Result]], at_once: int = 4
) -> list[Union[Result, AccessError]]:
    """The results of all calls in their order, or the ``AccessError`` that one raised; waits for all of them.

    For a worker that has nothing else to do meanwhile. The caller makes some of the calls itself.
    """
    unanswered = AccessError(ErrorKind.BAD_ANSWER)
    results: list[Union[Result, AccessError]] = [unanswered] * len(calls)
    waiting = collections.deque(enumerate(calls))

    def work() -> None:
        while waiting:
            try:
                index, call = waiting.popleft()
            except IndexError:
                return
            try:
                results[index] = call()
            except AccessError as error:
                # Its traceback would keep the callers' frames, and the GDAL datasets in them, beyond GDAL's own end.
                results[index] = error.with_traceback(None)

    threads = [start_daemon(name, work) for _ in range(min(at_once, len(calls)) - 1)]
    work()
    for thread in threads:
        thread.join()
    return results
