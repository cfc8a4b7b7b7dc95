"""What differs between servers of this OData, as data: the keys of an endpoint's ``dialect``.

==================== =====================================================================================
key                  meaning (default)
==================== =====================================================================================
``download_url``     where products and their files are downloaded (the endpoint's address)
``largest_page``     most products that the server gives at once (1000)
``largest_skip``     most products that it skips (10000); what follows is asked by date
``longest_period``   days that are asked at once (366): the operator says that longer ones are slow
``largest_vertices`` most vertices of an area that it accepts (100); above, an enclosing simplification is sent
                     and the exact area is applied here
``longest_address``  most characters of an address (8000)
``attributes``       ``{"our property": {"name": "cloudCover", "type": "Double"}}``, beyond ``ATTRIBUTES``
``property_values``  ``{"our property": {"our value": "the server's value"}}``, both ways
``filtered_here``    properties that the server claims to filter by, and does not. Lists (polarisations,
                     instruments) are always filtered here: the server has them in one text
``next_hosts``       further hosts that ``@odata.nextLink`` may lead to
``order_link``       where people order what lies in the archive
``eligibility_link`` where people ask for products that not every account may have
==================== =====================================================================================

``collections`` of an endpoint maps our id to the server's ``Collection/Name`` (a text), or to ``{"Collection/Name":
"SENTINEL-2", "productType": "S2MSI2A"}``: all keys but the first are attributes, each with a value or a list of
them. Their type is that of ``attributes``, else of the value.

The names of ``ATTRIBUTES`` are those of the Data Space's documentation and recordings (satellite.md §2.2).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Union

Scalar = Union[str, int, float]

PLATFORM = "platform"
_PLATFORM_VALUE = re.compile(r".*\d([a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class Attribute:
    """``template`` holds ``{value}``, which is the server's. ``upper``: the server writes capitals, we do not.

    ``parted_by``: the server has several values in one text, we have a list. ``received_only``: what we make of the
    value cannot be turned back, so that filters are applied here.
    """

    name: str
    type: str = "String"
    template: str = "{value}"
    upper: bool = False
    parted_by: str = ""
    received_only: bool = False


ATTRIBUTES: Mapping[str, Attribute] = MappingProxyType(
    {
        "eo:cloud_cover": Attribute("cloudCover", "Double"),
        "sat:relative_orbit": Attribute("relativeOrbitNumber", "Integer"),
        "sat:absolute_orbit": Attribute("orbitNumber", "Integer"),
        "sat:orbit_cycle": Attribute("cycleNumber", "Integer"),
        "sat:orbit_state": Attribute("orbitDirection", upper=True),
        "grid:code": Attribute("tileId", template="MGRS-{value}"),
        "product:type": Attribute("productType"),
        "product:timeliness": Attribute("timeliness", received_only=True),
        "product:timeliness_category": Attribute("timeliness"),
        "processing:level": Attribute("processingLevel", received_only=True),
        "processing:version": Attribute("processorVersion"),
        "processing:facility": Attribute("processingCenter"),
        "processing:datetime": Attribute("processingDate", "DateTimeOffset"),
        "sar:instrument_mode": Attribute("operationalMode"),
        "sar:polarizations": Attribute("polarisationChannels", parted_by="&", received_only=True),
        "instruments": Attribute("instrumentShortName", upper=True, parted_by="&", received_only=True),
        "constellation": Attribute("platformShortName", upper=True),
        PLATFORM: Attribute("platformSerialIdentifier", received_only=True),
    }
)
"""By our property. ``platform`` is made of two attributes, see ``Dialect.sent_value``."""

TIMELINESS: Mapping[str, str] = MappingProxyType(
    {"NR": "PT3H", "NRTI": "PT3H", "NRT-3h": "PT3H", "NRT": "PT24H", "Fast-24h": "PT24H", "NT": "P1M"}
)
"""What STAC wants as a duration (as in the Data Space's own items: recordings cdse/stac_item_*)."""


@dataclass(frozen=True)
class Dialect:
    """See the table of the module."""

    download_url: str = ""
    largest_page: int = 1000
    largest_skip: int = 10000
    longest_period: float = 366.0
    largest_vertices: int = 100
    longest_address: int = 8000
    attributes: Mapping[str, Attribute] = field(default_factory=lambda: ATTRIBUTES)
    property_values: Mapping[str, Mapping[str, Scalar]] = field(default_factory=dict)
    filtered_here: frozenset[str] = frozenset()
    next_hosts: tuple[str, ...] = ()
    order_link: str = ""
    eligibility_link: str = ""

    def filter_attribute(self, name: str) -> Attribute | None:
        """What a filter by one of our properties is sent as; ``None`` where the server cannot be asked."""
        attribute = self.attributes.get(name)
        if attribute is None or name in self.filtered_here:
            return None
        return attribute if name == PLATFORM or not attribute.received_only else None

    def sent_value(self, name: str, value: Scalar) -> Scalar | None:
        """The server's value for one of ours; ``None`` where it cannot be said in its terms.

        Of a platform (``sentinel-2a``) the last letter: the collection says the rest.
        """
        table = self.property_values.get(name, {})
        if str(value) in table:
            return table[str(value)]
        attribute = self.attributes[name]
        text = str(value)
        if name == PLATFORM:
            match = _PLATFORM_VALUE.fullmatch(text)
            return match.group(1).upper() if match else None
        head, _, tail = attribute.template.partition("{value}")
        if not (text.startswith(head) and text.endswith(tail)) or len(text) <= len(head) + len(tail):
            return None
        if attribute.type == "String":
            text = text[len(head) : len(text) - len(tail)]
            return text.upper() if attribute.upper else text
        return value

    def type_of(self, attribute_name: str, value: object) -> str:
        """The type of an attribute that a collection is made of."""
        for attribute in self.attributes.values():
            if attribute.name == attribute_name:
                return attribute.type
        if isinstance(value, bool):
            return "Boolean"
        return {int: "Integer", float: "Double"}.get(type(value), "String")


def read_dialect(source: Mapping[str, Any], endpoint_url: str) -> Dialect:
    """Read an endpoint's ``dialect``; unknown keys are left to other readers."""
    values = {name: dict(table) for name, table in source.get("property_values", {}).items()}
    whole = ("largest_page", "largest_skip", "largest_vertices", "longest_address")
    numbers = {name: int(source[name]) for name in whole if name in source}
    texts = {name: str(source[name]) for name in ("order_link", "eligibility_link") if name in source}
    return Dialect(
        download_url=folder(str(source.get("download_url") or endpoint_url)),
        **numbers,  # type: ignore[arg-type]
        **texts,  # type: ignore[arg-type]
        longest_period=float(source.get("longest_period", Dialect.longest_period)),
        attributes={**ATTRIBUTES, **_read_attributes(source.get("attributes", {}))},
        property_values=values,
        filtered_here=frozenset(source.get("filtered_here", ())),
        next_hosts=tuple(str(host) for host in source.get("next_hosts", ())),
    )


def folder(url: str) -> str:
    """The address that relative ones are put behind."""
    return url if url.endswith("/") else url + "/"


def _read_attributes(source: Mapping[str, Any]) -> dict[str, Attribute]:
    found = {}
    for name, rule in source.items():
        known = ATTRIBUTES.get(name, Attribute(""))
        found[name] = replace(known, name=str(rule["name"]), type=str(rule["type"]))
    return found
