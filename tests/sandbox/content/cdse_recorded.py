"""Products of the Data Space as they were recorded: answered word for word; their files are not served."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.sandbox.content.cdse_product import CdseProduct


def moment(text: str) -> datetime.datetime:
    """A moment as OData writes it, with any number of fraction digits; UTC where no zone is said."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?", text)
    if not found:
        raise ValueError(text)
    day, time, fraction, zone = found.groups()
    zone = "+00:00" if zone in (None, "Z") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    seconds = time or "00:00:00"
    seconds += ":00" if len(seconds) == 5 else ""
    parsed = datetime.datetime.fromisoformat(f"{day}T{seconds}{(fraction or '.0')[:7].ljust(7, '0')}{zone}")
    return parsed.astimezone(datetime.timezone.utc)


def products(recordings: Path | None) -> Iterator[CdseProduct]:
    if recordings is None:
        return
    for path in sorted((recordings / "cdse").glob("cdsetool_odata_s1_page_*.json")):
        for entity in json.loads(path.read_bytes())["value"]:
            yield _product(entity)


def attribute_names(recordings: Path | None, collection: str) -> Any:
    """``Attributes(<collection>)`` where it was recorded."""
    path = recordings / "cdse" / "cdsetool_odata_attributes_sentinel1.json" if recordings else None
    return json.loads(path.read_bytes()) if path and collection == "SENTINEL-1" and path.exists() else None


def _product(entity: dict[str, Any]) -> CdseProduct:
    attributes: dict[str, Any] = {
        one["Name"]: moment(one["Value"]) if one["ValueType"] == "DateTimeOffset" else one["Value"]
        for one in entity["Attributes"]
    }
    return CdseProduct(
        name=entity["Name"],
        collection="SENTINEL-1",
        product_type=attributes["productType"],
        start=moment(entity["ContentDate"]["Start"]),
        end=moment(entity["ContentDate"]["End"]),
        rings=(),
        s3_path=entity["S3Path"],
        origin=moment(entity["OriginDate"]),
        published=moment(entity["PublicationDate"]),
        attributes=attributes,
        online=entity["Online"],
        recorded=entity,
        length=entity["ContentLength"],
        uuid=entity["Id"],
    )
