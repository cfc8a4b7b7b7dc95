r"""What differs between STAC servers, as data: the keys of an endpoint's ``dialect``.

==================== =====================================================================================
key                  meaning (default)
==================== =====================================================================================
``largest_page``     most items that the server gives at once (250)
``largest_vertices`` most vertices of an ``intersects`` that it accepts (500); above, an enclosing
                     simplification is sent and the exact area is applied here
``longest_address``  most characters of an address asked by GET (4000)
``conforms``         what its landing page said when it was last looked at, out of ``query``, ``filter``,
                     ``cql2-json``, ``cql2-text``, ``sort``, ``fields``. With it the first search need not
                     wait for the landing page, which is read beside it and then believed instead.
                     Without it the landing page is read first
``methods``          ``["POST", "GET"]``: overrules the landing page's ``search`` links
``search``           address of the search, relative to the endpoint's (``search``); overrules the landing page
``intersects``       ``false`` where the server knows only ``bbox``
``sort_field``       the field of ``sortby`` (``properties.datetime``)
``page_parameter``   ``page`` (first is 1), ``offset`` or ``startIndex``, for servers without ``next`` links
``next_hosts``       further hosts that ``next`` links may lead to, ``*.`` in front for any sub-domain; the
                     endpoint's own host and its sub-domains always may
``filtered_here``    properties that the server claims to filter by, and does not. Lists (see
                     ``LIST_PROPERTIES``) are always filtered here: servers disagree on what equals a list
``exclude_fields``   what the server is asked to leave out, where it conforms to ``fields``
``asset_rewrite``    ``[{"from": "s3://bucket/", "to": "https://bucket.s3.amazonaws.com/"}]``: the beginning of
                     an asset's address is replaced; the first that fits wins
``alternate``        name of the alternate address (STAC's alternate-assets extension) that stands in for one that is
                     not of the web: ``https`` where the main ones are ``s3://``. What it stood in for is kept
                     among the asset's properties as ``alternate:href``
``packed_on_request`` ``true`` where the server packs the zip of a product (role ``archive``) anew for each
                     request: size and checksum in the catalogue are then of another packing
``order_link``       address where products that lie on tape are ordered by hand
``property_aliases`` ``{"our name": "the server's name"}``: sent so, and renamed in answers
``property_values``  ``{"our name": {"our value": "the server's value"}}``, both ways
``derived_properties`` ``{"grid:code": {"from": "s2:mgrs_tile", "template": "MGRS-{value}"}}``: made in answers
                     where it is not there, turned back in filters. Or by the first group of a regular
                     expression: ``{"from": "s2:product_uri", "pattern": "_R(\d{3})_", "type": "integer"}``;
                     filters by such a property are applied here
``thumbnail_assets`` keys of assets to show as thumbnail, best first, before what the roles say
``signing``          ``{"kind": "planetary_computer", "token_url": "https://…/api/sas/v1/token",
                     "hosts": ["*.blob.core.windows.net"], "except": ["account"]}``
==================== =====================================================================================

``collections`` of an endpoint maps our id to the server's (a text), or to several of the server's (a list of texts)
that are one of ours, or to ``{"collection": "its id" or a list, "filters": {"property": ["value"]}}`` where our
collection is a part of the server's; those filters have the server's property names and values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Union

LIST_PROPERTIES = frozenset({"sar:polarizations", "instruments"})

Scalar = Union[str, int, float]

_KINDS: Mapping[str, Callable[[str], Scalar]] = {"string": str, "integer": int, "number": float}


@dataclass(frozen=True)
class Derived:
    """A property made of another: by ``template``, which holds ``{value}``, or by the first group of ``pattern``."""

    source: str
    template: str = "{value}"
    pattern: re.Pattern[str] | None = None
    kind: str = "string"
    """what the group becomes: ``string``, ``integer`` or ``number``"""

    def make(self, value: object) -> Scalar | None:
        """Our value; ``None`` where the pattern does not fit."""
        if self.pattern is None:
            return self.template.replace("{value}", str(value))
        match = self.pattern.search(str(value))
        if match is None:
            return None
        try:
            return _KINDS[self.kind](match.group(1))
        except (ValueError, TypeError, IndexError):
            return None

    def turn_back(self, value: object) -> str | None:
        """The source's value for one of ours; ``None`` where there is not one alone, or the template does not fit."""
        head, _, tail = self.template.partition("{value}")
        text = str(value)
        fits = self.pattern is None and text.startswith(head) and text.endswith(tail)
        return text[len(head) : len(text) - len(tail)] if fits and len(text) > len(head) + len(tail) else None


@dataclass(frozen=True)
class Signing:
    """``hosts`` are signed, except the storage accounts of ``exempt``."""

    kind: str
    token_url: str
    hosts: tuple[str, ...] = ("*.blob.core.windows.net",)
    exempt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dialect:
    """See the table of the module."""

    largest_page: int = 250
    largest_vertices: int = 500
    longest_address: int = 4000
    conforms: frozenset[str] | None = None
    methods: tuple[str, ...] = ()
    search: str = ""
    intersects: bool = True
    sort_field: str = "properties.datetime"
    page_parameter: str = ""
    next_hosts: tuple[str, ...] = ()
    filtered_here: frozenset[str] = LIST_PROPERTIES
    exclude_fields: tuple[str, ...] = ()
    asset_rewrite: tuple[tuple[str, str], ...] = ()
    property_aliases: Mapping[str, str] = field(default_factory=dict)
    property_values: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    derived_properties: Mapping[str, Derived] = field(default_factory=dict)
    thumbnail_assets: tuple[str, ...] = ()
    signing: Signing | None = None
    alternate: str = ""
    packed_on_request: bool = False
    order_link: str = ""

    def rewritten(self, href: str) -> str:
        """An asset's address after ``asset_rewrite``."""
        for start, replacement in self.asset_rewrite:
            if href.startswith(start):
                return replacement + href[len(start) :]
        return href

    def sent_name(self, name: str) -> str:
        """The server's name of one of our properties."""
        derived = self.derived_properties.get(name)
        return derived.source if derived else self.property_aliases.get(name, name)

    def sent_value(self, name: str, value: Scalar) -> Scalar | None:
        """The server's value for one of ours; ``None`` where it cannot be said in its terms."""
        derived = self.derived_properties.get(name)
        if derived:
            return derived.turn_back(value)
        return self.property_values.get(name, {}).get(str(value), value)

    def received_name(self, name: str) -> str:
        """Our name of one of the server's properties."""
        return next((ours for ours, theirs in self.property_aliases.items() if theirs == name), name)

    def received_value(self, name: str, value: Scalar) -> Scalar:
        """Our value for one of the server's; ``name`` is ours."""
        table = self.property_values.get(name, {})
        return next((ours for ours, theirs in table.items() if theirs == value), value)


def read_dialect(source: Mapping[str, Any]) -> Dialect:
    """Read an endpoint's ``dialect``; unknown keys are left to other readers."""
    numbers = {
        name: int(source[name]) for name in ("largest_page", "largest_vertices", "longest_address") if name in source
    }
    names = ("search", "sort_field", "page_parameter", "alternate", "order_link")
    texts = {name: str(source[name]) for name in names if name in source}
    lists = {
        name: tuple(str(entry) for entry in source[name])
        for name in ("next_hosts", "exclude_fields", "thumbnail_assets")
        if name in source
    }
    return Dialect(
        **numbers,  # type: ignore[arg-type]
        **texts,  # type: ignore[arg-type]
        **lists,  # type: ignore[arg-type]
        conforms=frozenset(source["conforms"]) if "conforms" in source else None,
        methods=tuple(str(method).upper() for method in source.get("methods", ())),
        intersects=bool(source.get("intersects", True)),
        packed_on_request=bool(source.get("packed_on_request", False)),
        filtered_here=LIST_PROPERTIES | frozenset(source.get("filtered_here", ())),
        asset_rewrite=tuple((str(rule["from"]), str(rule["to"])) for rule in source.get("asset_rewrite", ())),
        property_aliases=dict(source.get("property_aliases", {})),
        property_values={name: dict(table) for name, table in source.get("property_values", {}).items()},
        derived_properties={name: _read_derived(rule) for name, rule in source.get("derived_properties", {}).items()},
        signing=_read_signing(source.get("signing")),
    )


def _read_derived(rule: Mapping[str, Any]) -> Derived:
    pattern = re.compile(str(rule["pattern"])) if "pattern" in rule else None
    return Derived(str(rule["from"]), str(rule.get("template", "{value}")), pattern, str(rule.get("type", "string")))


def _read_signing(source: Mapping[str, Any] | None) -> Signing | None:
    if not source:
        return None
    return Signing(
        str(source.get("kind", "")),
        str(source.get("token_url", "")).rstrip("/"),
        tuple(source.get("hosts", ("*.blob.core.windows.net",))),
        tuple(source.get("except", ())),
    )
