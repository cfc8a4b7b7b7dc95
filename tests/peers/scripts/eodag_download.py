"""eodag's cop_dataspace finds, signs in and downloads. Arguments: folder, beginning of the product's name."""

import json
import sys

from eodag import EODataAccessGateway

folder, name = sys.argv[1:]
gateway = EODataAccessGateway()
gateway.set_preferred_provider("cop_dataspace")
words = {"geom": {"lonmin": -11, "latmin": 51, "lonmax": -5, "latmax": 56}, "start": "2022-08-01", "end": "2022-12-01"}
page = gateway.search(collection="S2_MSI_L2A", provider="cop_dataspace", limit=20, raise_errors=True, **words)
pages = []
while page is not None and len(page):
    pages.append(list(page))
    page = next(page.next_page(), None)
found = [product for page in pages for product in page]
product = next(one for one in found if one.properties["id"].startswith(name))
path = gateway.download(product, output_dir=folder, extract=False)
print(
    json.dumps(
        {
            "pages": [len(page) for page in pages],
            "found": [one.properties["id"] for one in found],
            "uid": product.properties.get("uid"),
            "path": path,
        }
    )
)
