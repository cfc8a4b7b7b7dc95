"""Asks a STAC server, in a thread of its own, which collections it has."""

from __future__ import annotations

import json
import threading
from typing import Any
from urllib.parse import urljoin, urlsplit

from qgis.PyQt.QtCore import QObject, pyqtSignal

from copernicus_plugin.host.mailbox import Mailbox
from copernicus_plugin.host.services import log_fault
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason

_LARGEST = 32 * 1024 * 1024
_MOST_PAGES = 20


class CollectionsQuestion(QObject):
    """``told``: the ids that the server has, or ``None`` and the ``AccessError``."""

    told = pyqtSignal(object, object)

    def __init__(self, services: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._mailbox = Mailbox(self)
        self._cancellation = Cancellation()

    def ask(self, address: str) -> None:
        """``address`` is the landing page of the API. What was asked before is not told any more."""
        self._cancellation.request()
        cancellation = self._cancellation = Cancellation()
        self._services.network.refresh()
        threading.Thread(
            target=self._work, args=(address, cancellation), name="copernicus-collections", daemon=True
        ).start()

    def cancel(self) -> None:
        """What was asked is not told any more."""
        self._cancellation.request()

    def close(self) -> None:
        """Nothing is told any more."""
        self._cancellation.request()
        self._mailbox.close()

    def _work(self, address: str, cancellation: Cancellation) -> None:
        found: list[str] | None = None
        error: AccessError | None = None
        try:
            found = _collections(self._services.session, address, cancellation)
        except AccessError as fault:
            error = fault
        except Exception as fault:  # noqa: BLE001  # a thread's end: it is logged, and told in words
            log_fault(fault)
            error = AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": urlsplit(address).hostname or ""})
        if not cancellation.requested:
            self._mailbox.post(lambda: self.told.emit(found, error))


def _collections(session: Any, address: str, cancellation: Cancellation) -> list[str]:
    url = address.rstrip("/") + "/collections"
    host = urlsplit(address).hostname or ""
    found: list[str] = []
    for _page in range(_MOST_PAGES):
        answer = _json(session, url, host, cancellation)
        entries = answer.get("collections")
        if not isinstance(entries, list):
            raise AccessError(ErrorKind.BAD_ANSWER, Reason.MISSING_KEY, {"host": host, "key": "collections"})
        found.extend(one["id"] for one in entries if isinstance(one, dict) and isinstance(one.get("id"), str))
        following = _next(answer, url)
        if not entries or not following or urlsplit(following).hostname != host:
            break
        url = following
    return found


def _next(answer: dict[str, Any], url: str) -> str:
    links = answer.get("links")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == "next" and isinstance(link.get("href"), str):
            return str(urljoin(url, link["href"]))
    return ""


def _json(session: Any, url: str, host: str, cancellation: Cancellation) -> dict[str, Any]:
    from copernicus_plugin.network.messages import HttpRequest

    request = HttpRequest(url, headers={"Accept": "application/json"}, retry=1)
    with session.send(request, cancellation) as response:
        body = response.read(_LARGEST)
        kind = response.headers.get("content-type", "")
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as fault:
        reason = Reason.LOGIN_PAGE if "html" in kind else Reason.NOT_JSON
        raise AccessError(ErrorKind.BAD_ANSWER, reason, {"host": host}) from fault
    if not isinstance(answer, dict):
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.NOT_JSON, {"host": host})
    return answer
