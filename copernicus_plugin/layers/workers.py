"""Our own daemon threads: QGIS's pool is small and shared with the rendering of maps."""

from __future__ import annotations

import threading
from collections.abc import Callable


def start_daemon(name: str, work: Callable[[], None]) -> threading.Thread:
    """Run ``work`` in a thread that never keeps QGIS from ending."""
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread
