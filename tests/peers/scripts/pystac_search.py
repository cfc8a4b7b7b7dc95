"""pystac-client opens the API, searches, walks the pages. Arguments: the address, a search as JSON."""

import json
import sys

import pystac_client

address, words = sys.argv[1], json.loads(sys.argv[2])
catalogue = pystac_client.Client.open(address)
search = catalogue.search(**words)
pages = [page.to_dict() for page in search.pages()]
items = [item for page in pages for item in page["features"]]
print(
    json.dumps(
        {
            "title": catalogue.title,
            "matched": search.matched(),
            "collections": sorted(collection.id for collection in catalogue.get_collections()),
            "pages": [len(page["features"]) for page in pages],
            "ids": [item["id"] for item in items],
            "assets": {item["id"]: sorted(item["assets"]) for item in items[:3]},
        }
    )
)
