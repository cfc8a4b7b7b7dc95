"""The words of the Access points tab."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QLocale

from copernicus_plugin.access_points.protocols import PROTOCOLS
from copernicus_plugin.gui.account_lights import Light
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.search_tab.sentences import state_word
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.host.translation import tr, tr_data, tr_n
from copernicus_plugin.model.access_point import AccessPoint, AccountKind, Group, State

STATE_SHAPES: Mapping[State, tuple[str, Tone]] = {
    State.ACTIVE: ("good", Tone.GOOD),
    State.SUPERSEDED: ("place-superseded", Tone.RUNNING),
    State.RESTRICTED: ("padlock", Tone.CARE),
    State.CLOSED: ("place-closed", Tone.CLOSED),
}


def legend() -> list[tuple[State, str]]:
    """The states and their words, in the order of the legend."""
    return [
        (State.ACTIVE, tr("active")),
        (State.SUPERSEDED, tr("superseded")),
        (State.RESTRICTED, tr("restricted")),
        (State.CLOSED, tr("closed")),
    ]


def group_title(group: Group) -> str:
    """As the Copernicus overview names its groups."""
    return {
        Group.SATELLITE: tr("Satellite data"),
        Group.SERVICES: tr("Services"),
        Group.NATIONAL: tr("National"),
        Group.PRIVATE: tr("Private"),
        Group.DIAS: tr("DIAS"),
        Group.SUPPORT: tr("Support"),
        Group.USER: tr("My own"),
    }[group]


def works(place: AccessPoint) -> bool:
    """Whether somebody can get data there today."""
    return place.status.state in (State.ACTIVE, State.RESTRICTED) and bool(place.endpoints)


def group_note(working: int, count: int) -> str:
    """At the right of a group: ``4 of 6 work``, or how many there are."""
    if working < count:
        return tr("{working} of {all} work").format(working=_number(working), all=_number(count))
    return _number(count)


def group_spoken(title: str, working: int, count: int) -> str:
    places = tr_n("%n access point(s)", count)
    active = tr("{working} of {all} work").format(working=_number(working), all=_number(count))
    return ", ".join((title, places, active))


def state_note(place: AccessPoint, titles: Mapping[str, str]) -> str:
    """At the right of a place: ``active``, ``closed 2023``, ``→ GEODES``. ``titles``: short titles by id."""
    status = place.status
    if status.state is State.CLOSED:
        year = (status.until or status.since)[:4]
        return tr("closed {year}").format(year=year) if year else tr("closed")
    if status.state is State.SUPERSEDED:
        known = next((titles[one] for one in status.successors if one in titles), "")
        return f"→ {known}" if known else tr("superseded")
    if status.state is State.RESTRICTED:
        return tr("by eligibility")
    return tr("active")


def place_spoken(place: AccessPoint, note: str, light: Light | None) -> str:
    """For screen readers: name, state, account."""
    word = state_word(place)
    parts = [tr_data(place.title), note if word in note else f"{word} {note}".strip()]
    if light is not None:
        parts.append(light.words)
    return ", ".join(parts)


def chip_text(place: AccessPoint) -> str:
    """The badge beside the title."""
    if place.status.state is State.CLOSED:
        return state_note(place, {})
    return state_word(place)


def lead_on(place: AccessPoint, successor: str) -> str:
    """Where the products of a place that ended are; ``successor`` is a title."""
    if place.status.state is State.CLOSED:
        return tr("It was closed. Its products are now at <b>{place}</b>.").format(place=successor)
    return tr("<b>{place}</b> has taken over its work.").format(place=successor)


def ended(place: AccessPoint) -> str:
    """For a place without a successor that can be searched."""
    year = (place.status.until or place.status.since)[:4]
    if year:
        return tr("It was closed in {year}, and nobody has taken over its work.").format(year=year)
    return tr("It is closed, and nobody has taken over its work.")


def run_by(place: AccessPoint) -> str:
    """``ESA, 2014 – October 2023``."""
    period = _period(place)
    return f"{tr_data(place.operator)}, {period}" if period and place.operator else tr_data(place.operator) or period


def _period(place: AccessPoint) -> str:
    first, last = _when(place.status.since), _when(place.status.until)
    if first and last:
        return f"{first} – {last}"
    if last:
        return tr("until {date}").format(date=last)
    # Where it is closed, "since" is not its first day.
    return tr("since {date}").format(date=first) if first and place.status.state is not State.CLOSED else ""


def _when(date: str) -> str:
    parts = date.split("-")
    if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        return f"{QLocale().standaloneMonthName(int(parts[1]))} {parts[0]}"
    return parts[0]


def speaks(place: AccessPoint) -> str:
    """The protocols by the names that people use, each once."""
    names = dict.fromkeys(tr_data(PROTOCOLS.get(end.protocol, end.protocol)) for end in place.endpoints)
    return ", ".join(names)


def seconds_text(seconds: float) -> str:
    return formats.seconds_text(seconds)


def answered(title: str, seconds: float) -> str:
    """After a test of the connection."""
    return tr("{place} answered in {time}").format(place=title, time=seconds_text(seconds))


def account_tested(place: AccessPoint, title: str, seconds: float) -> str:
    """After a test of the account."""
    time = seconds_text(seconds)
    if place.account.kind in (AccountKind.OIDC_DIRECT, AccountKind.OIDC_DEVICE, AccountKind.BASIC):
        return tr("Signed in to {place} in {time}.").format(place=title, time=time)
    return tr("{place} took the key in {time}.").format(place=title, time=time)


def needed_for(place: AccessPoint) -> str:
    """What works without the account, in one sentence."""
    needed = place.account.needed_for
    if "search" in needed and "download" in needed:
        return tr("Searching and downloading need a free account.")
    if "search" in needed:
        return tr("Searching needs a free account.")
    if "download" in needed:
        return tr("Searching works without an account; loading and downloading need one.")
    return tr("An account is of use here, but not needed.")


def where_kept(place: AccessPoint) -> str:
    """What happens to what the user types."""
    hosts = ", ".join(host[2:] if host.startswith("*.") else host for host in place.account.sent_to)
    return tr("Kept encrypted in QGIS's authentication database, sent only to {hosts}.").format(hosts=hosts)


def _number(count: int) -> str:
    return str(QLocale().toString(count))
