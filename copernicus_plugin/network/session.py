"""The one HTTP session of the plugin: redirects, attempts, limits and accounts by host, on top of ``requests``."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason
from copernicus_plugin.network.addresses import Address, address_of
from copernicus_plugin.network.answers import code_of, status_fault, words_of
from copernicus_plugin.network.backoff import pause_before
from copernicus_plugin.network.exchange import Exchange, Running
from copernicus_plugin.network.legs import Leg, following_leg, is_redirect
from copernicus_plugin.network.limits import HostGates
from copernicus_plugin.network.messages import HttpRequest, HttpResponse, RequestPhase
from copernicus_plugin.network.ports import NetworkSettings, Proxy, QtTransport, RequestLog, SettingsProvider
from copernicus_plugin.network.qt_route import exchange_by_qt
from copernicus_plugin.network.redaction import redacted_url
from copernicus_plugin.network.response import Answer, Body, RawBody, Response
from copernicus_plugin.network.retry_after import wait_asked
from copernicus_plugin.network.tls import TrustedContexts

if TYPE_CHECKING:
    from copernicus_plugin.network.transport import Adapter

LONGEST_WAIT = 60.0
"""Seconds that a server may ask us to wait before another attempt; beyond, the user is told instead."""
MOST_REDIRECTS = 10

_ERROR_BODY = 64 * 1024
_ERROR_PATIENCE = 5.0
_SMALL_BODY = 16 * 1024
_MOST_STALE = 3
_TEMPORARY = frozenset({408, 413, 425, 429})
_PERMANENT = frozenset({501, 505, 511})
_ONCE_MORE = frozenset({Reason.TIMEOUT, Reason.REFUSED, Reason.UNKNOWN_HOST, Reason.PROXY_UNREACHABLE})
"""Seldom better a moment later, and slow to find out: one further attempt at most."""


class HttpSession:
    """Shared by all threads. ``settings`` is asked anew for each attempt; ``log`` gets one line for each."""

    def __init__(self, settings: SettingsProvider, log: RequestLog, qt_transport: QtTransport | None = None) -> None:
        self.settings = settings
        self.log = log
        self.qt_transport = qt_transport
        self.proxies_for_qt: set[str] = set()
        """host:port of those whose way of signing in only Qt knows"""
        self.gates = HostGates()
        self.running = Running()
        self._contexts = TrustedContexts()
        self._lock = threading.Lock()
        self._adapter: Adapter | None = None
        self._context: ssl.SSLContext | None = None

    def send(self, request: HttpRequest, cancellation: Cancellation) -> HttpResponse:
        """The answer, its body unread, once its status is below 400, or 416.

        Raises ``AccessError``: 401 and 403 are ``ACCOUNT_NEEDED`` (``ACCOUNT_REFUSED`` if a secret was sent), 404 and
        410 ``NOT_FOUND``, 408 and 429 ``QUOTA_USED_UP``, others of the 400s ``INVALID_QUERY``, the 500s
        ``SERVER_FAULT``; their parameters hold ``host``, ``status`` and, where told, the server's ``detail`` and the
        ``seconds`` to wait. ``NETWORK_FAULT`` with its reasons, ``CANCELLED``, or ``INVALID_QUERY/ADDRESS``.
        """
        sending = _Sending(self, request, cancellation)
        return Response(sending.answer(), sending.repeat)

    def close(self) -> None:
        """Shut every open socket and wake every waiter: whatever runs ends as cancelled. Does not wait."""
        self.running.close()
        self.gates.close()
        with self._lock:
            adapter, self._adapter = self._adapter, None
        if adapter is not None:
            adapter.close()

    def adapter_for(self, settings: NetworkSettings) -> Adapter:
        """The pool of connections that trusts the settings' certificates; an older version's idle ones are closed."""
        from copernicus_plugin.network.transport import Adapter

        context = self._contexts.context_for(settings.version, settings.certificates)
        with self._lock:
            if self.running.closed:
                raise AccessError(ErrorKind.CANCELLED)
            outdated = None
            if self._adapter is None or self._context is not context:
                outdated, self._adapter, self._context = self._adapter, Adapter(context), context
            current = self._adapter
        if outdated is not None:
            outdated.close()
        return current


class _Sending:
    """One ``send``: the legs of its way, and how many attempts are left."""

    def __init__(self, session: HttpSession, request: HttpRequest, cancellation: Cancellation) -> None:
        self._session = session
        self._request = request
        self._cancellation = cancellation
        self._start = address_of(request.url)
        self._attempts = 0
        self._as_sent = request.streamed

    def answer(self) -> Answer:
        """The answer at the end of all redirects."""
        leg = Leg(self._start, self._request.method.upper(), self._request.body)
        visited = set()
        for _ in range(MOST_REDIRECTS + 1):
            visited.add((leg.method, leg.address.url))
            answer = self._answer_of(leg)
            if not is_redirect(answer.status, answer.headers):
                self._tell(RequestPhase.ANSWERED)
                return answer
            _drain(answer.body)
            leg = following_leg(self._request, leg, answer.status, answer.headers["location"])
            if (leg.method, leg.address.url) in visited:
                break
        raise AccessError(ErrorKind.NETWORK_FAULT, Reason.REDIRECT_LOOP, {"host": leg.address.host})

    def repeat(self, error: AccessError | None, as_sent: bool) -> Answer:
        """From the start, after a body that broke off by ``error``, or to get it without compression."""
        if error is not None:
            self._pause_after(error)
        self._as_sent = self._as_sent or as_sent
        return self.answer()

    def _answer_of(self, leg: Leg) -> Answer:
        stale = 0
        while True:
            try:
                answer = self._attempt(leg)
            except _Stale as error:  # noqa: PERF203 - an attempt costs far more
                stale += 1
                if stale > _MOST_STALE:
                    self._pause_after(error.fault)
            except AccessError as error:
                self._pause_after(error)
            else:
                if answer.status < 400 or answer.status == 416:
                    return answer
                self._pause_after_status(answer)

    def _pause_after(self, error: AccessError) -> None:
        """Wait before another attempt, or raise ``error`` if there is none left."""
        most = min(1, self._request.retry) if error.reason in _ONCE_MORE else self._request.retry
        repeatable = error.kind is ErrorKind.NETWORK_FAULT and (
            error.reason in _ONCE_MORE or error.reason is Reason.CUT
        )
        if not repeatable or self._attempts >= most:
            raise error
        self._attempts += 1
        self._pause(pause_before(self._attempts))

    def _pause_after_status(self, answer: Answer) -> None:
        status, host = answer.status, answer.address.host
        body = answer.body.beginning(_ERROR_BODY, _ERROR_PATIENCE)
        wait = None
        if status in _TEMPORARY or status >= 500:
            wait = wait_asked(answer.headers, body, time.time(), self._request.retry_after_milliseconds)
        repeatable = status in _TEMPORARY or (status >= 500 and status not in _PERMANENT)
        if status == 413 and wait is None:
            repeatable = False
        if not repeatable or self._attempts >= self._request.retry or (wait or 0.0) > LONGEST_WAIT:
            secrets = self._secrets()
            detail, code = words_of(answer.headers, body, secrets), code_of(body, secrets)
            fault = status_fault(status, host, detail, answer.secret_sent, wait, code)
            if status == 407:
                fault.parameters["proxy"] = answer.proxy or host
            raise fault
        self._attempts += 1
        if wait is not None:
            self._session.gates.hold(host, wait)
        self._pause(pause_before(self._attempts) if wait is None else max(wait, 0.05))

    def _secrets(self) -> tuple[str, ...]:
        """The secrets as they may come back in a server's own words."""
        values = [value.strip() for value in self._request.secret_headers.values()]
        return tuple(values + [value.rpartition(" ")[2] for value in values])

    def _pause(self, seconds: float) -> None:
        self._tell(RequestPhase.WAITING)
        exchange = Exchange(self._start.host)
        end = self._session.running.add(exchange, self._cancellation)
        try:
            exchange.pause(seconds)
        finally:
            end()

    def _tell(self, phase: RequestPhase) -> None:
        if self._request.progress is not None:
            self._request.progress(phase)

    def _attempt(self, leg: Leg) -> Answer:
        """One exchange with one host."""
        session = self._session
        self._cancellation.raise_if_requested()
        passage = session.gates.enter(
            leg.address.host, self._request.limits, self._cancellation, lambda: self._tell(RequestPhase.WAITING)
        )
        try:
            settings = session.settings.settings_for(leg.address.url)
            exchange = Exchange(leg.address.host, _shown(settings.proxy), passage.sent)
            end = session.running.add(exchange, self._cancellation)
        except BaseException:
            passage.leave()
            raise
        record = _Record(session.log, leg, [end, passage.leave])
        try:
            self._tell(RequestPhase.SENT)
            headers, secret_sent = leg.headers_for(self._request, settings.user_agent, self._as_sent)
            status, answered, raw = self._exchange(exchange, leg, headers, settings)
        except AccessError as error:
            record.end(0, _note(error))
            if exchange.reused and error.reason is Reason.CUT and self._may_go_twice(leg):
                raise _Stale(error) from None
            raise
        except BaseException as error:
            record.end(0, type(error).__name__)
            raise
        record.status = status
        body = Body(raw, exchange, _expected(leg.method, status, answered), record.end)
        asked = "gzip" in headers.get("Accept-Encoding", "")
        return Answer(status, answered, leg.address, body, secret_sent, asked, exchange.proxy)

    def _may_go_twice(self, leg: Leg) -> bool:
        """What was sent on a kept connection may have been worked on: only the caller knows if that matters."""
        return self._request.retry > 0 or leg.method in ("GET", "HEAD")

    def _exchange(
        self, exchange: Exchange, leg: Leg, headers: dict[str, str], settings: NetworkSettings
    ) -> tuple[int, dict[str, str], RawBody]:
        message = (leg.method, leg.address.url, headers, leg.body)
        timeout = settings.timeout_read if self._request.timeout_read is None else self._request.timeout_read
        proxy, by_qt = settings.proxy, self._session.qt_transport
        if settings.qt_transport or (proxy is not None and proxy.scheme != "http"):
            if by_qt is None:
                raise _unsupported(leg.address, proxy)
            return exchange_by_qt(by_qt, exchange, message, timeout)
        if by_qt is not None and _shown(proxy) in self._session.proxies_for_qt:
            return exchange_by_qt(by_qt, exchange, message, timeout)
        from copernicus_plugin.network.transport import exchange_by_requests

        adapter = self._session.adapter_for(settings)
        timeouts = (settings.timeout_connect, timeout)
        try:
            answer = exchange_by_requests(adapter, exchange, message, timeouts, _proxy_url(proxy))
        except AccessError as error:
            if by_qt is None or error.reason is not Reason.PROXY_ACCOUNT:
                raise
        else:
            if by_qt is None or answer[0] != 407:
                return answer
            answer[2].close()
        # NTLM and Kerberos: Qt knows them, and QGIS asks its user for a name and password if it must.
        by_other_way = exchange_by_qt(by_qt, exchange, message, timeout)
        self._session.proxies_for_qt.add(_shown(proxy))
        return by_other_way


class _Stale(Exception):  # noqa: N818 - no error: the pool's connection had been closed by the server meanwhile
    def __init__(self, fault: AccessError) -> None:
        super().__init__()
        self.fault = fault


class _Record:
    """One line of the log, written when the attempt ends, which also frees what it held."""

    def __init__(self, log: RequestLog, leg: Leg, frees: list[Callable[[], None]]) -> None:
        self._log = log
        self._leg = leg
        self._frees = frees
        self._started = time.monotonic()
        self._lock = threading.Lock()
        self.status: int | None = None

    def end(self, received: int, note: str) -> None:
        with self._lock:
            frees, self._frees = self._frees, []
        if not frees:
            return
        for free in frees:
            free()
        seconds = time.monotonic() - self._started
        shown = redacted_url(self._leg.address.url)
        self._log.request_done(self._leg.method, shown, self.status, seconds, received, note)


def _expected(method: str, status: int, headers: dict[str, str]) -> int | None:
    """Content-Length, where it is that of the body."""
    if method == "HEAD" or status in (204, 304) or headers.get("transfer-encoding"):
        return None
    text = headers.get("content-length", "").strip()
    return int(text) if text.isascii() and text.isdigit() else None


def _drain(body: Body) -> None:
    """A small body is read to its end, so that the connection can be kept."""
    if body.expected is not None and body.expected <= _SMALL_BODY:
        body.beginning(_SMALL_BODY + 1, _ERROR_PATIENCE)
    body.close()


def _shown(proxy: Proxy | None) -> str:
    return "" if proxy is None else f"{proxy.host}:{proxy.port}"


def _proxy_url(proxy: Proxy | None) -> str:
    if proxy is None:
        return ""
    account = f"{quote(proxy.user, safe='')}:{quote(proxy.password, safe='')}@" if proxy.user else ""
    host = f"[{proxy.host}]" if ":" in proxy.host else proxy.host
    return f"{proxy.scheme}://{account}{host}:{proxy.port}"


def _unsupported(address: Address, proxy: Proxy | None) -> AccessError:
    parameters: dict[str, Parameter] = {"host": address.host, "proxy": _shown(proxy)}
    parameters["scheme"] = "" if proxy is None else proxy.scheme
    return AccessError(ErrorKind.NETWORK_FAULT, Reason.PROXY_UNSUPPORTED, parameters)


def _note(error: AccessError) -> str:
    return error.kind.value if error.reason is Reason.UNSPECIFIED else error.reason.value
