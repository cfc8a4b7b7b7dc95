"""What a request for a file carries of the access point's account, and what GDAL may open with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from copernicus_plugin.adapters.base import Context, StreamAddress
from copernicus_plugin.model.cancellation import Cancellation
from copernicus_plugin.model.errors import AccessError, ErrorKind, Reason
from copernicus_plugin.network.addresses import host_is_named
from copernicus_plugin.network.messages import HttpRequest

_FIRST_BYTE = {"Range": "bytes=0-0"}
_ANOTHER_MAY_HELP = (Reason.SIGN_IN_ENDED, Reason.SIGN_IN_LOST)


def needs_account(context: Context, href: str) -> bool:
    """Whether a file at ``href`` is asked for with the account: only over https, and at hosts that the account names.

    A place that uses another one's account (``Account.of``) need not say again what that is needed for.
    """
    account = context.access_point.account
    if "download" not in account.needed_for and (account.needed_for or not account.of):
        return False
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme == "https" and host_is_named(host, context.authoriser.sent_to)


def file_request(context: Context, href: str, cancellation: Cancellation) -> HttpRequest:
    """Ready to send. Raises what ``Authoriser.headers`` raises."""
    limits = context.access_point.limits
    if not needs_account(context, href):
        return HttpRequest(href, limits=limits, streamed=True)
    secrets = dict(context.authoriser.headers(cancellation))
    return HttpRequest(href, secret_headers=secrets, sent_to=context.authoriser.sent_to, limits=limits, streamed=True)


def led_elsewhere(context: Context, href: str, error: AccessError) -> AccessError:
    """``error``; as ``SIGN_IN_LOST`` with ``elsewhere`` where a redirect led to a host that must not see it."""
    host = str(error.parameters.get("host", ""))
    sent_without = error.kind is ErrorKind.ACCOUNT_NEEDED and "status" in error.parameters
    if not sent_without or not needs_account(context, href) or host_is_named(host, context.authoriser.sent_to):
        return error
    return AccessError(error.kind, Reason.SIGN_IN_LOST, {**error.parameters, "elsewhere": host})


def stream_address(
    context: Context,
    href: str,
    cancellation: Cancellation,
    explain: Callable[[AccessError], AccessError] = lambda error: error,
) -> StreamAddress:
    """What GDAL may open by ranges.

    Where the account is needed the file is asked for first, its first byte alone: redirects are followed by our
    session, because GDAL would lose the header on its way to another host, or show it to whoever stands there. A token
    that ``explain`` calls ended or lost is replaced by another, once. Raises ``AccessError``: the session's own as
    ``explain`` gives them, and ``BAD_ANSWER/ADDRESS`` where the way ends at a host that must not see the account.
    """
    if not needs_account(context, href):
        return StreamAddress(href)
    try:
        final = _final_address(context, href, cancellation)
    except AccessError as error:
        told = explain(error)
        if told.reason not in _ANOTHER_MAY_HELP:
            raise told from None
        context.authoriser.refused()
        try:
            final = _final_address(context, href, cancellation)
        except AccessError as again:
            raise explain(again) from None
    if not needs_account(context, final):
        parameters = {"host": urlsplit(final).hostname or "", "address": final.partition("?")[0][:200]}
        raise AccessError(ErrorKind.BAD_ANSWER, Reason.ADDRESS, parameters)
    return StreamAddress(final, account=context.access_point.account.of or context.access_point.id)


def _final_address(context: Context, href: str, cancellation: Cancellation) -> str:
    request = replace(file_request(context, href, cancellation), headers=_FIRST_BYTE)
    with context.session.send(request, cancellation) as response:
        return response.url
