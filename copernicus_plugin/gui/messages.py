"""Turns the engine's errors into sentences: what happened, where, and what the user can do.

Each reason has variants, the fullest first; the first whose placeholders are all known is taken.
"""

from __future__ import annotations

import enum
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import QLocale

from copernicus_plugin.host.translation import tr
from copernicus_plugin.model.errors import AccessError, ErrorKind, Parameter, Reason


class Action(enum.Enum):
    """What a message offers; the tab that shows it carries it out."""

    RETRY = "retry"
    LOG = "log"
    SHOW_PLACE = "show_place"
    REPAIR = "repair"
    SWAP = "swap"
    CLEAR_AREA = "clear_area"
    NETWORK_OPTIONS = "network_options"
    CHOOSE_FOLDER = "choose_folder"
    ADD_ACCOUNT = "add_account"
    CHECK_ACCOUNT = "check_account"
    UNLOCK_ACCOUNTS = "unlock_accounts"
    TYPE_CODE = "type_code"
    OPEN_LINK = "open_link"
    """``Message.link``, titled ``Message.link_title``"""
    RECONNECT = "reconnect"


ACCOUNT_ACTIONS = (Action.ADD_ACCOUNT, Action.CHECK_ACCOUNT, Action.UNLOCK_ACCOUNTS, Action.TYPE_CODE)
"""What the account of the place has to do with; its value is the ``why`` of the tabs' ``accountRequested``."""


class During(enum.Enum):
    """What was going on; a sentence may end differently."""

    SEARCH = "search"
    ONLY_SEARCH = "only_search"
    """nobody else was asked, or nobody else answered"""
    DOWNLOAD = "download"
    LOAD = "load"


@dataclass(frozen=True)
class Message:
    """``text`` is plain; ``marked`` has the access point between ``<b>`` and ``</b>``, nothing is escaped in it.

    ``access_point`` is the id of the place whose account is meant, where the error tells it.
    """

    text: str
    actions: tuple[Action, ...] = ()
    marked: str = ""
    link: str = ""
    link_title: str = ""
    access_point: str = ""

    def title_of(self, action: Action) -> str:
        """The words of a link of this message."""
        return self.link_title if action is Action.OPEN_LINK and self.link_title else action_title(action)


def action_title(action: Action) -> str:
    """The words of a link."""
    return {
        Action.RETRY: tr("Retry"),
        Action.LOG: tr("Log"),
        Action.SHOW_PLACE: tr("Show"),
        Action.REPAIR: tr("Repair"),
        Action.SWAP: tr("Swap"),
        Action.CLEAR_AREA: tr("Clear the area"),
        Action.NETWORK_OPTIONS: tr("Open QGIS's network options"),
        Action.CHOOSE_FOLDER: tr("Choose another folder"),
        Action.ADD_ACCOUNT: tr("Add account…"),
        Action.CHECK_ACCOUNT: tr("Check account…"),
        Action.UNLOCK_ACCOUNTS: tr("Unlock accounts"),
        Action.TYPE_CODE: tr("Type the code"),
        Action.OPEN_LINK: tr("Read more"),
        Action.RECONNECT: tr("Reconnect"),
    }[action]


def message_for(error: AccessError, access_point_title: str = "", during: During = During.SEARCH) -> Message:
    """The sentence for ``error``; the access point's title stands in it where it is known, else the host.

    During a download, what an error of the account leaves on the disk is told where its parameters tell ``received``
    and ``expected`` (bytes).
    """
    known = _shown(error, access_point_title)
    template = _choose(_variants(error, during), known)
    marked = {**known, "place": f"<b>{known['place']}</b>"} if "place" in known else known
    kept = _kept(error, during)
    link = str(error.parameters.get("link", ""))
    return Message(
        template.format(**known) + kept,
        _actions(error, bool(link)),
        template.format(**marked) + kept,
        link,
        _link_title(error.reason) if link else "",
        str(error.parameters.get("access_point", "")),
    )


def _link_title(reason: Reason) -> str:
    if reason is Reason.NOT_ELIGIBLE:
        return tr("How to get access")
    if reason is Reason.IN_ARCHIVE:
        return tr("Order…")
    return action_title(Action.OPEN_LINK)


def _kept(error: AccessError, during: During) -> str:
    received, expected = error.parameters.get("received"), error.parameters.get("expected")
    if during is not During.DOWNLOAD or error.reason not in _KEEPS_WHAT_ARRIVED:
        return ""
    if not isinstance(received, (int, float)) or not isinstance(expected, (int, float)) or received <= 0:
        return ""
    return " " + tr("{part} are kept.").format(part=part_of(received, expected))


def part_of(received: float, expected: float) -> str:
    """``0.31 of 0.62 GB``: bytes in one unit, in the user's locale."""
    locale = QLocale()
    if expected >= 500e6:
        part, whole = locale.toString(received / 1e9, "f", 2), locale.toString(expected / 1e9, "f", 2)
        return tr("{part} of {whole} GB").format(part=part, whole=whole)
    decimals = 0 if expected >= 10e6 else 1
    part, whole = locale.toString(received / 1e6, "f", decimals), locale.toString(expected / 1e6, "f", decimals)
    return tr("{part} of {whole} MB").format(part=part, whole=whole)


def gigabytes(size: float) -> str:
    """Bytes as MB or GB in the user's locale."""
    locale = QLocale()
    if size >= 1e9:
        return tr("{number} GB").format(number=locale.toString(size / 1e9, "f", 1 if size >= 1e10 else 2))
    return tr("{number} MB").format(number=locale.toString(size / 1e6, "f", 0 if size >= 1e7 else 1))


def coordinate(longitude: float, latitude: float) -> str:
    """For instance ``8.71° W, 52.90° N``."""
    locale = QLocale()
    east = tr("{degrees}° E") if longitude >= 0 else tr("{degrees}° W")
    north = tr("{degrees}° N") if latitude >= 0 else tr("{degrees}° S")
    first = east.format(degrees=locale.toString(abs(longitude), "f", 2))
    return f"{first}, {north.format(degrees=locale.toString(abs(latitude), 'f', 2))}"


_BYTES = ("received", "expected", "limit", "free", "needed")


def _shown(error: AccessError, title: str) -> dict[str, str]:
    parameters = error.parameters
    # The one limit that counts something else than bytes.
    in_bytes = [name for name in _BYTES if name != "limit" or error.reason is not Reason.TOO_MANY_SESSIONS]
    shown = {name: _shown_value(name, value, name in in_bytes) for name, value in parameters.items()}
    longitude, latitude = parameters.get("longitude"), parameters.get("latitude")
    if isinstance(longitude, (int, float)) and isinstance(latitude, (int, float)):
        shown["position"] = coordinate(longitude, latitude)
    place = title or shown.get("host", "")
    if place:
        shown["place"] = place
    return shown


def _shown_value(name: str, value: Parameter, in_bytes: bool) -> str:
    if isinstance(value, (int, float)) and in_bytes:
        return gigabytes(value)
    if isinstance(value, float):
        return str(QLocale().toString(value, "f", 0 if value >= 10 or value == int(value) else 1))
    return str(value)[:10] if name == "date" else str(value)


def placeholders(template: str) -> set[str]:
    """The names between braces."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(template) if name}


def _choose(variants: tuple[str, ...], known: Mapping[str, str]) -> str:
    for template in variants:
        if placeholders(template) <= known.keys():
            return template
    return tr("Something went wrong. The log says more.")


def _variants(error: AccessError, during: During) -> tuple[str, ...]:
    own = _OF_BOTH.get((error.kind, error.reason)) or _OF_REASON.get(error.reason)
    if error.reason is Reason.CREDENTIALS_REFUSED and "codes" in error.parameters:
        own = _code_forgotten
    if error.reason is Reason.NO_ASSET and during is During.LOAD:
        own = _only_to_download if "downloadable" in error.parameters else _no_map
    general = _OF_KIND[error.kind]
    return (own(during) if own is not None else ()) + general(during)


def _timeout(during: During) -> tuple[str, ...]:
    if during is During.SEARCH:
        return (
            tr("{place} did not answer within {seconds} s. The other results are complete without it."),
            tr("{place} did not answer in time. The other results are complete without it."),
            tr("The server did not answer in time. The other results are complete without it."),
        )
    if during is not During.DOWNLOAD:
        return (
            tr("{place} did not answer within {seconds} s."),
            tr("{place} did not answer in time."),
            tr("The server did not answer in time."),
        )
    return (
        tr("{place} did not answer within {seconds} s. What has arrived is kept."),
        tr("{place} did not answer in time. What has arrived is kept."),
        tr("The server did not answer in time. What has arrived is kept."),
    )


def _status(during: During) -> tuple[str, ...]:
    if during is During.SEARCH:
        return (
            tr("{place} has a fault of its own ({status}). The other results are complete without it."),
            tr("{place} has a fault of its own. The other results are complete without it."),
        )
    return (
        tr("{place} has a fault of its own ({status}). Try again in a while."),
        tr("{place} has a fault of its own. Try again in a while."),
    )


def _no_account(during: During) -> tuple[str, ...]:
    if during is During.SEARCH:
        return (
            tr("{place} needs an account to search. The other results are complete without it."),
            tr("One place needs an account to search. The other results are complete without it."),
        )
    if during is During.ONLY_SEARCH:
        return (tr("{place} needs an account to search."), tr("This needs an account to search."))
    if during is During.DOWNLOAD:
        return (
            tr("{place} needs an account to download. Searching works without."),
            tr("This needs an account to download. Searching works without."),
        )
    return (
        tr("{place} needs an account to load its data. Searching works without."),
        tr("This needs an account to be loaded. Searching works without."),
    )


def _no_map(during: During) -> tuple[str, ...]:
    return (tr("Nothing of this product can be shown on the map as it is."),)


def _only_to_download(during: During) -> tuple[str, ...]:
    return (tr("Nothing of this product can be shown from the web. Download it to use it."),)


def _too_many_connections(during: During) -> tuple[str, ...]:
    if during is During.DOWNLOAD:
        return (
            tr("{place} allows {allowed} downloads at a time. This one starts when one is done."),
            tr("{place} allows no more downloads at a time. This one starts when one is done."),
            tr("No more downloads are allowed at a time. This one starts when one is done."),
        )
    return (
        tr("{place} allows {allowed} connections at a time. Try again when a download is done."),
        tr("{place} allows no more connections at a time. Try again when a download is done."),
        tr("No more connections are allowed at a time. Try again when a download is done."),
    )


def _archive(during: During) -> tuple[str, ...]:
    if during is During.LOAD:
        return (
            tr("{file} is cut off or damaged. Remove it and download it again."),
            tr("The zip is cut off or damaged. Remove it and download it again."),
        )
    return (
        tr("The zip of {place} arrived cut off or damaged. It was removed. Try again."),
        tr("The zip arrived cut off or damaged. It was removed. Try again."),
    )


def _refused_by_server(during: During) -> tuple[str, ...]:
    if during in (During.SEARCH, During.ONLY_SEARCH):
        return (
            tr("{place} refused the question (“{detail}”). Change the filters or the area, then search again."),
            tr("{place} refused the question ({status}). Change the filters or the area, then search again."),
            tr("{place} refused the question. Change the filters or the area, then search again."),
            tr("The server refused the question. Change the filters or the area, then search again."),
        )
    return (
        tr("{place} refused the request (“{detail}”). Try again later; the log says more."),
        tr("{place} refused the request ({status}). Try again later; the log says more."),
        tr("{place} refused the request. Try again later; the log says more."),
        tr("The server refused the request. Try again later; the log says more."),
    )


def _code_forgotten(during: During) -> tuple[str, ...]:
    return (
        tr("{place} refused name or password ({status}). Check them; if your account wants a code, tick that too."),
    )


_Variants = Callable[[During], tuple[str, ...]]

_OF_REASON: dict[Reason, _Variants] = {
    Reason.UNSPECIFIED: lambda during: (),
    Reason.TIMEOUT: _timeout,
    Reason.UNKNOWN_HOST: lambda during: (
        tr("{host} cannot be found. Is this computer connected to the internet?"),
        tr("The server's name cannot be found. Is this computer connected to the internet?"),
    ),
    Reason.REFUSED: lambda during: (
        tr("{place} does not accept connections at the moment."),
        tr("The server does not accept connections at the moment."),
    ),
    Reason.CUT: lambda during: (
        tr("The connection to {place} ended early: {received} of {expected} arrived."),
        tr("The connection to {place} ended early."),
        tr("The connection ended early."),
    ),
    Reason.CLIENT_CERTIFICATE: lambda during: (
        tr("{host} asks for a certificate of your own, which cannot be sent yet. Ask its operator for another way."),
        tr("The server asks for a certificate of your own, which cannot be sent yet."),
    ),
    Reason.CERTIFICATE: lambda during: (
        tr("The certificate of {host} is not trusted. If your network inspects traffic, add its authority to QGIS."),
        tr("The server's certificate is not trusted. If your network inspects traffic, add its authority to QGIS."),
    ),
    Reason.PROXY_UNREACHABLE: lambda during: (
        tr("No connection to the internet (the proxy {proxy} does not answer)."),
        tr("No connection to the internet (the proxy does not answer)."),
    ),
    Reason.PROXY_ACCOUNT: lambda during: (
        tr("The proxy {proxy} asks for a name and a password."),
        tr("The proxy asks for a name and a password."),
    ),
    Reason.PROXY_UNSUPPORTED: lambda during: (
        tr("The proxy {proxy} needs {scheme}, which works neither here nor in QGIS. Ask for an HTTP proxy."),
        tr("The proxy needs a way of signing in that works neither here nor in QGIS. Ask for an HTTP proxy."),
    ),
    Reason.REDIRECT_LOOP: lambda during: (
        tr("{place} sends the request round in circles."),
        tr("The server sends the request round in circles."),
    ),
    Reason.STATUS: _status,
    Reason.TOO_MANY_REQUESTS: lambda during: (
        tr("{place} has had too many requests. It asks to wait {seconds} s."),
        tr("{place} has had too many requests. Try again in a minute."),
        tr("The server has had too many requests. Try again in a minute."),
    ),
    Reason.NOT_JSON: lambda during: (
        tr("{place} answered with something that cannot be read."),
        tr("The server answered with something that cannot be read."),
    ),
    Reason.LOGIN_PAGE: lambda during: (
        tr("{place} answered with a page that is not data (perhaps a login page of your network)."),
        tr("A page arrived that is not data (perhaps a login page of your network)."),
    ),
    Reason.MISSING_KEY: lambda during: (
        tr("{place} answered without “{key}”, so its answer cannot be used."),
        tr("{place} answered incompletely, so its answer cannot be used."),
    ),
    Reason.TOO_LARGE: lambda during: (
        tr("The answer of {place} is larger than {limit} and was stopped. Ask for a smaller area or period."),
        tr("The answer is too large and was stopped. Ask for a smaller area or period."),
    ),
    Reason.LENGTH: lambda during: (
        tr("The file of {place} has {received} instead of {expected}. It was removed."),
        tr("The file has another length than announced. It was removed."),
    ),
    Reason.CHECKSUM: lambda during: (
        tr("The file arrived complete but its checksum ({algorithm}) differs. It was removed."),
        tr("The file arrived complete but its checksum differs. It was removed."),
    ),
    Reason.AREA_SELF_CROSSING: lambda during: (
        tr("The polygon crosses itself near {position}."),
        tr("The polygon crosses itself."),
    ),
    Reason.AREA_EMPTY: lambda during: (tr("There is no area: nothing lies inside."),),
    Reason.AREA_BOX: lambda during: (
        tr("“{text}” is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2."),
        tr("This is not a box. Type west, south, east, north in degrees, for instance -9.4, 52.3, -7.6, 53.2."),
    ),
    Reason.AREA_OUTSIDE_CRS: lambda during: (
        tr("The area cannot be brought from {crs} into longitude and latitude."),
        tr("The area cannot be brought into longitude and latitude."),
    ),
    Reason.PERIOD_REVERSED: lambda during: (tr("The first day is after the last one."),),
    Reason.REFUSED_BY_SERVER: _refused_by_server,
    Reason.COLLECTION_UNKNOWN: lambda during: (
        tr("{place} does not have the collection {collection}."),
        tr("{access_point} does not have the collection {collection}."),
        tr("The collection {collection} is not there."),
        tr("The collection is not there."),
    ),
    Reason.ADDRESS: lambda during: (
        tr("“{address}” is not an address that can be asked."),
        tr("This is not an address that can be asked."),
    ),
    Reason.DISK_FULL: lambda during: (
        tr("Only {free} are free in the download folder; {needed} are needed."),
        tr("No more fits on the disk with the download folder; {needed} are missing. Make room, then try again."),
        tr("The disk with the download folder is full. Make room, then try again."),
    ),
    Reason.NOT_WRITABLE: lambda during: (
        tr("QGIS may not write to {folder}."),
        tr("QGIS may not write to {file}."),
        tr("QGIS may not write to the download folder."),
    ),
    Reason.CORRUPT_FILE: lambda during: (
        tr("{file} cannot be read. Remove it and download it again."),
        tr("The file cannot be read. Remove it and download it again."),
    ),
    Reason.NO_ASSET: lambda during: (
        tr("{product} offers no file that can be used here."),
        tr("This product offers no file that can be used here."),
    ),
    Reason.NO_ACCOUNT: _no_account,
    Reason.LOCKED: lambda during: (
        tr("The account of {place} is locked. QGIS's master password unlocks it."),
        tr("The accounts are locked. QGIS's master password unlocks them."),
    ),
    Reason.CODE_NEEDED: lambda during: (
        tr("{place} asks for the code of your authenticator app."),
        tr("The code of your authenticator app is asked for."),
    ),
    Reason.CODE_REFUSED: lambda during: (
        tr("{place} refused the password or the code. Type the next code of your app, or check the account."),
        tr("The password or the code was refused. Type the next code of your app, or check the account."),
    ),
    Reason.CREDENTIALS_REFUSED: lambda during: (
        tr("{place} refused the account ({status}). Check its name and password, then try again."),
        tr("{place} refused the name or the password. If it wants the code of an authenticator app, tick that too."),
        tr("The name or the password was refused. If a code of an authenticator app is wanted, tick that too."),
    ),
    Reason.SIGN_IN_ENDED: lambda during: (
        tr("{place} ended the sign-in ({status}). Trying again signs in anew."),
        tr("{place} ended the sign-in. Trying again signs in anew."),
        tr("The sign-in has ended. Trying again signs in anew."),
    ),
    Reason.SIGN_IN_LOST: lambda during: (
        tr(
            "{place} redirected to {elsewhere}, which must not see the account. Try again later, or ask its help desk."
        ),
        tr("The sign-in got lost on its way to {place} ({status}). Try again; a proxy may remove it."),
        tr("The sign-in got lost on its way to {place}. Try again; a proxy may remove it."),
        tr("The sign-in got lost on its way. Try again; a proxy may remove it."),
    ),
    Reason.WRONG_CLIENT: lambda during: (
        tr("{place} does not take this sign-in ({status}): it was made for another service. Check the account."),
        tr("{place} does not take this sign-in: it was made for another service. Check the account."),
        tr("This sign-in is not taken: it was made for another service. Check the account."),
    ),
    Reason.NOT_ELIGIBLE: lambda during: (
        tr("The account is right, but {place} gives this product to some users only. Ask for access, then try again."),
        tr("The account is right, but this product is given to some users only. Ask for access, then try again."),
    ),
    Reason.TOO_MANY_SESSIONS: lambda during: (
        tr("{place} allows {limit} sign-ins at a time. Sign out elsewhere, or try again in some minutes."),
        tr("The account is signed in at {place} too often. Sign out elsewhere, or try again in some minutes."),
        tr("The account is signed in too often. Sign out elsewhere, or try again in some minutes."),
    ),
    Reason.TOO_MANY_CONNECTIONS: _too_many_connections,
    Reason.TRAFFIC_USED_UP: lambda during: (
        tr("The data that {place} gives to an account in a month is used up. Try again in some days."),
        tr("The data that an account may have in a month is used up. Try again in some days."),
    ),
    Reason.ARCHIVE: _archive,
    Reason.UNSAFE_ARCHIVE: lambda during: (
        tr("{file} would write outside of its folder, or grow without end. It was not opened."),
        tr("The archive would write outside of its folder, or grow without end. It was not opened."),
    ),
    Reason.IN_ARCHIVE: lambda during: (
        tr("This product is in the archive of {place}. Order it there, then try again."),
        tr("This product is in the archive. Order it, then try again."),
    ),
    Reason.DELETED: lambda during: (
        tr("{place} took this product out of its catalogue on {date}: {cause}. Search again for a newer one."),
        tr("{place} took this product out of its catalogue: {cause}. Search again for a newer one."),
        tr("{place} took this product out of its catalogue. Search again for a newer one."),
        tr("This product was taken out of the catalogue. Search again for a newer one."),
    ),
}

_OF_BOTH: dict[tuple[ErrorKind, Reason], _Variants] = {
    (ErrorKind.NOT_FOUND, Reason.STATUS): lambda during: (
        tr("{place} does not have this any more ({status})."),
        tr("{place} does not have this any more."),
    ),
    (ErrorKind.ACCOUNT_NEEDED, Reason.STATUS): lambda during: (tr("{place} needs an account for this ({status})."),),
    (ErrorKind.ACCOUNT_REFUSED, Reason.STATUS): lambda during: (
        tr("{place} refused the account ({status}). Check it, then try again."),
    ),
    (ErrorKind.INVALID_QUERY, Reason.STATUS): lambda during: (tr("{place} refused the question ({status})."),),
}
_KEEPS_WHAT_ARRIVED = frozenset(
    {
        Reason.NO_ACCOUNT,
        Reason.LOCKED,
        Reason.CODE_NEEDED,
        Reason.CODE_REFUSED,
        Reason.CREDENTIALS_REFUSED,
        Reason.SIGN_IN_ENDED,
        Reason.SIGN_IN_LOST,
        Reason.WRONG_CLIENT,
        Reason.NOT_ELIGIBLE,
        Reason.TOO_MANY_SESSIONS,
        Reason.TRAFFIC_USED_UP,
        Reason.STATUS,
    }
)

_OF_KIND: dict[ErrorKind, _Variants] = {
    ErrorKind.ACCOUNT_NEEDED: lambda during: (
        tr("{place} needs an account for this."),
        tr("This needs an account."),
    ),
    ErrorKind.ACCOUNT_REFUSED: lambda during: (
        tr("{place} refused the account. Check it, then try again."),
        tr("The account was refused. Check it, then try again."),
    ),
    ErrorKind.LICENCE_TO_ACCEPT: lambda during: (
        tr("{place}: a licence is not accepted yet."),
        tr("A licence is not accepted yet."),
    ),
    ErrorKind.QUOTA_USED_UP: lambda during: (
        tr("The quota at {place} is used up for now. Try again later."),
        tr("The quota is used up for now. Try again later."),
    ),
    ErrorKind.NOT_FOUND: lambda during: (
        tr("{place} does not have this any more."),
        tr("This is not there any more."),
    ),
    ErrorKind.OFFLINE: lambda during: (
        tr("This product is in the archive of {place} and has to be ordered there."),
        tr("This product is in the archive and has to be ordered."),
    ),
    ErrorKind.INVALID_QUERY: lambda during: (
        tr("{place} cannot be asked this."),
        tr("This cannot be asked."),
    ),
    ErrorKind.SERVER_FAULT: lambda during: (
        tr("{place} has a fault of its own. Try again in a while."),
        tr("The server has a fault of its own. Try again in a while."),
    ),
    ErrorKind.NETWORK_FAULT: lambda during: (
        tr("{place} cannot be reached."),
        tr("The network cannot be reached."),
    ),
    ErrorKind.BAD_ANSWER: lambda during: (
        tr("{place} answered with something that cannot be used."),
        tr("An answer came that cannot be used."),
    ),
    ErrorKind.STORAGE_FAULT: lambda during: (tr("The download folder cannot be used."),),
    ErrorKind.CANCELLED: lambda during: (tr("Stopped."),),
}

_PROXY = (Action.NETWORK_OPTIONS, Action.RETRY)
_ACTIONS_OF_REASON: dict[Reason, tuple[Action, ...]] = {
    Reason.CERTIFICATE: (Action.RETRY, Action.LOG),
    Reason.PROXY_UNREACHABLE: _PROXY,
    Reason.PROXY_ACCOUNT: _PROXY,
    Reason.PROXY_UNSUPPORTED: (Action.NETWORK_OPTIONS,),
    Reason.AREA_SELF_CROSSING: (Action.SHOW_PLACE, Action.REPAIR),
    Reason.AREA_EMPTY: (Action.CLEAR_AREA,),
    Reason.AREA_BOX: (),
    Reason.AREA_OUTSIDE_CRS: (Action.CLEAR_AREA,),
    Reason.PERIOD_REVERSED: (Action.SWAP,),
    Reason.DISK_FULL: (Action.CHOOSE_FOLDER, Action.RETRY),
    Reason.NOT_WRITABLE: (Action.CHOOSE_FOLDER, Action.RETRY),
    Reason.NO_ACCOUNT: (Action.ADD_ACCOUNT,),
    Reason.LOCKED: (Action.UNLOCK_ACCOUNTS,),
    Reason.CODE_NEEDED: (Action.TYPE_CODE,),
    Reason.CODE_REFUSED: (Action.TYPE_CODE, Action.CHECK_ACCOUNT),
    Reason.CREDENTIALS_REFUSED: (Action.CHECK_ACCOUNT, Action.RETRY),
    Reason.SIGN_IN_ENDED: (Action.RETRY, Action.LOG),
    Reason.SIGN_IN_LOST: (Action.RETRY, Action.LOG),
    Reason.WRONG_CLIENT: (Action.CHECK_ACCOUNT, Action.LOG),
    Reason.NOT_ELIGIBLE: (Action.LOG,),
    Reason.TOO_MANY_SESSIONS: (Action.RETRY, Action.LOG),
    Reason.TOO_MANY_CONNECTIONS: (Action.RETRY,),
    Reason.TRAFFIC_USED_UP: (Action.RETRY, Action.LOG),
    Reason.UNSAFE_ARCHIVE: (Action.LOG,),
    Reason.IN_ARCHIVE: (),
    Reason.DELETED: (Action.LOG,),
}
_ACTIONS_OF_KIND: dict[ErrorKind, tuple[Action, ...]] = {
    ErrorKind.ACCOUNT_NEEDED: (Action.ADD_ACCOUNT, Action.LOG),
    ErrorKind.ACCOUNT_REFUSED: (Action.CHECK_ACCOUNT, Action.RETRY, Action.LOG),
    ErrorKind.LICENCE_TO_ACCEPT: (Action.LOG,),
    ErrorKind.OFFLINE: (),
    ErrorKind.INVALID_QUERY: (Action.LOG,),
    ErrorKind.CANCELLED: (Action.RETRY,),
}


def _actions(error: AccessError, has_link: bool) -> tuple[Action, ...]:
    actions = _ACTIONS_OF_REASON.get(error.reason)
    if actions is None:
        actions = _ACTIONS_OF_KIND.get(error.kind, (Action.RETRY, Action.LOG))
    return (Action.OPEN_LINK, *actions) if has_link else actions
