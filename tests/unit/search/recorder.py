"""A listener that writes down what it hears, and checks the promises of ``SearchListener``."""

from __future__ import annotations

import threading
import time


class Recorder:
    def __init__(self):
        self.begun = time.monotonic()
        self.statuses = []
        self.products = []
        self.ends = []
        self.first_page = {}
        self.broken = []
        self.done = threading.Event()
        self._inside = threading.Lock()

    def status_changed(self, status):
        with self._alone():
            self.statuses.append(status)

    def products_found(self, access_point, products):
        with self._alone():
            self.first_page.setdefault(access_point, time.monotonic() - self.begun)
            self.products.extend(products)

    def finished(self, statuses):
        with self._alone():
            self.ends.append(list(statuses))
        self.done.set()

    def again(self):
        self.done.clear()
        self.begun = time.monotonic()

    def wait(self, seconds=10):
        assert self.done.wait(seconds), list(self.statuses)
        return {status.access_point: status for status in self.ends[-1]}

    def states(self, access_point):
        """Each state once, in the order of their coming."""
        states = [status.state.value for status in self.statuses if status.access_point == access_point]
        return [state for number, state in enumerate(states) if number == 0 or states[number - 1] != state]

    def ids(self, access_point=None):
        return [product.id for product in self.products if access_point in (None, product.access_point)]

    def _alone(self):
        recorder = self

        class Alone:
            def __enter__(self):
                if not recorder._inside.acquire(blocking=False):
                    recorder.broken.append("two calls at once")
                    recorder._inside.acquire()
                if recorder.done.is_set():
                    recorder.broken.append("a call after the end")

            def __exit__(self, *_exception):
                recorder._inside.release()

        return Alone()
