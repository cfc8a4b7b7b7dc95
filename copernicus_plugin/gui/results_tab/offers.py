"""Who offers a product: what for, how fast, and what the user has to do first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copernicus_plugin.gui.messages import Action
from copernicus_plugin.gui.results_tab import formats
from copernicus_plugin.gui.results_tab.detail_lists import SourceLine
from copernicus_plugin.gui.results_tab.model import availability_text
from copernicus_plugin.gui.results_tab.painting import AVAILABILITY_ICONS
from copernicus_plugin.gui.results_tab.rows import Availability, Row
from copernicus_plugin.gui.theme import Tone
from copernicus_plugin.host.accounts import AccountState
from copernicus_plugin.host.translation import tr, tr_data
from copernicus_plugin.model.access_point import AccessPoint, State
from copernicus_plugin.model.choose_assets import presets_of_product
from copernicus_plugin.model.collection import Collection
from copernicus_plugin.model.product import Product

ORDER = "order"
"""``SourceLine.wish`` for an order that is made by hand, at ``SourceLine.link``"""
_WANTED = {
    AccountState.MISSING: (Action.ADD_ACCOUNT, "key-plus", Tone.CARE),
    AccountState.LOCKED: (Action.UNLOCK_ACCOUNTS, "padlock", Tone.CARE),
    AccountState.REFUSED: (Action.CHECK_ACCOUNT, "key-cross", Tone.FAILED),
}


def restricted_places(access_points: Mapping[str, AccessPoint]) -> frozenset[str]:
    """Those whose data are given to certain users only."""
    return frozenset(key for key, one in access_points.items() if one.status.state is State.RESTRICTED)


def link_of(access_points: Mapping[str, AccessPoint], product: Product, name: str) -> str:
    """A link for people in the dialect of the endpoint that found the product (``order_link``), or empty."""
    place = access_points.get(product.access_point)
    for endpoint in place.endpoints if place is not None else ():
        link = endpoint.dialect.get(name)
        if isinstance(link, str) and (endpoint.url == product.endpoint or not product.endpoint):
            return link
    return ""


def source_lines(
    row: Row,
    access_points: Mapping[str, AccessPoint],
    seconds: Mapping[str, float],
    state_of: Callable[[AccessPoint], AccountState],
    collection: Collection | None,
) -> list[SourceLine]:
    """One for each access point that has the product; ``seconds`` each took to answer, by id."""
    use = _use(row.product, collection)
    return [_line(row, key, access_points, seconds.get(key, 0.0), state_of, use) for key in row.sources]


def _line(
    row: Row,
    key: str,
    access_points: Mapping[str, AccessPoint],
    seconds: float,
    state_of: Callable[[AccessPoint], AccountState],
    use: str,
) -> SourceLine:
    place = access_points.get(key)
    title = tr_data(place.short_title or place.title) if place is not None else key
    answer = formats.seconds_text(seconds) if seconds else formats.NOTHING
    symbol = AVAILABILITY_ICONS[row.availability]
    if row.availability is Availability.ORDER:
        link = link_of(access_points, row.product, "order_link")
        tip = tr("{place} has this product in its archive: it must be ordered first").format(place=title)
        return SourceLine(key, title, tr("order first"), answer, symbol, tip, ORDER if link else "", link)
    if place is not None and "download" in _needed_for(place, access_points):
        state = state_of(place)
        if state in _WANTED:
            action, icon, tone = _WANTED[state]
            tip = tr("{place} needs an account to download. Searching works without.").format(place=title)
            account = place.account.of or place.id
            return SourceLine(account, title, _wanted_text(action), answer, (icon, tone), tip, action.value)
        symbol = ("key-tick", Tone.GOOD)
    if row.availability is Availability.ELIGIBILITY:
        link = link_of(access_points, row.product, "eligibility_link")
        tip = tr("{place} gives this product to certain users only").format(place=title)
        wish = Action.OPEN_LINK.value if link else ""
        symbol = AVAILABILITY_ICONS[Availability.ELIGIBILITY]
        return SourceLine(key, title, availability_text(Availability.ELIGIBILITY), answer, symbol, tip, wish, link)
    return SourceLine(key, title, use, answer, symbol)


def _wanted_text(action: Action) -> str:
    if action is Action.ADD_ACCOUNT:
        return tr("add account…")
    return tr("unlock accounts") if action is Action.UNLOCK_ACCOUNTS else tr("check account…")


def _needed_for(place: AccessPoint, access_points: Mapping[str, AccessPoint]) -> tuple[str, ...]:
    owner = access_points.get(place.account.of) if place.account.of else None
    return place.account.needed_for or (owner.account.needed_for if owner is not None else ())


def _use(product: Product, collection: Collection | None) -> str:
    streams = collection is not None and bool(presets_of_product(product, collection))
    return tr("streams") if streams else tr("download")
