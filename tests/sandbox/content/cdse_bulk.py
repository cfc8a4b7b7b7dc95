"""Any number of Sentinel-2 products in the Pacific, for pages, plans by date and benchmarks; without files."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from tests.sandbox.content import bulk, cdse_sentinel2
from tests.sandbox.content.cdse_product import CdseProduct
from tests.sandbox.settings import Settings

MOST = 20_000
"""More are not made here, however many the other hosts have: a product is an object, not a filled-in text."""


def products(count: int) -> Iterator[CdseProduct]:
    model = cdse_sentinel2.l2a(bulk._model(), Settings())
    count = min(count, MOST)
    nothing = bulk.Template((b"",), (), {})
    for number in range(count):
        entry = bulk.BulkEntry(number, count, nothing, "")
        start = datetime.datetime.fromtimestamp(entry.time, datetime.timezone.utc)
        name = f"S2A_MSIL2A_{start:%Y%m%dT%H%M%S}_N0400_R099_T07KCS_BULK{number:06d}.SAFE"
        ring = [(x, y) for x, y in entry._ring()]
        yield CdseProduct(
            name=name, collection=model.collection, product_type=model.product_type, start=start, end=start,
            rings=(tuple(ring),),  # type: ignore[arg-type]
            s3_path=f"/eodata/Sentinel-2/MSI/L2A/{start:%Y/%m/%d}/{name}", origin=start,
            published=start + datetime.timedelta(hours=5),
            attributes={**model.attributes, "cloudCover": entry._cloud, "beginningDateTime": start,
                        "endingDateTime": start},
            length=812_345_678,
        )  # fmt: skip
