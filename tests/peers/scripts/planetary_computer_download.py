"""pystac-client finds, planetary-computer signs, and the bytes are fetched. Arguments: item id, asset key."""

import hashlib
import json
import sys

import planetary_computer
import pystac_client
import requests

item_id, key = sys.argv[1:]
catalogue = pystac_client.Client.open(
    "https://planetarycomputer.microsoft.com/api/stac/v1", modifier=planetary_computer.sign_inplace
)
item = next(iter(catalogue.search(ids=[item_id], collections=["sentinel-2-l2a"]).items()))
href = item.assets[key].href
answer = requests.get(href, timeout=30)
print(
    json.dumps(
        {
            "status": answer.status_code,
            "size": len(answer.content),
            "announced": int(answer.headers["Content-Length"]),
            "sha256": hashlib.sha256(answer.content).hexdigest(),
            "magic": answer.content[:4].hex(),
            "signed": "sig=" in href,
            "unsigned_status": requests.get(href.partition("?")[0], timeout=30).status_code,
        }
    )
)
