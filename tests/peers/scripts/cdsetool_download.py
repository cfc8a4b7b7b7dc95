"""cdsetool finds, signs in, downloads a product and one of its files. Arguments: user, password, folder, name."""

import hashlib
import json
import sys
from pathlib import Path

from cdsetool.credentials import Credentials
from cdsetool.download import download_feature
from cdsetool.query import describe_collection, query_features

username, password, folder, name = sys.argv[1:]
terms = describe_collection("SENTINEL-2")
found = list(
    query_features(
        "SENTINEL-2",
        {
            "contentDateStartGe": "2022-08-01",
            "contentDateStartLt": "2022-12-01",
            "productType": "S2MSI2A",
            "cloudCoverLe": 60,
            "geometry": "POLYGON((-11 51,-5 51,-5 56,-11 56,-11 51))",
        },
        options={"expand_attributes": True},
    )
)
product = next(one for one in found if one["Name"].startswith(name))
credentials = Credentials(username, password)
options = {"credentials": credentials, "download_attempts": 1}
whole = Path(folder) / download_feature(product, folder, dict(options))
single = Path(folder) / "single"
part = download_feature(product, str(single), {**options, "filter_pattern": "*_B04_60m.jp2"})
files = sorted(path for path in single.rglob("*.jp2"))
print(
    json.dumps(
        {
            "terms": sorted(terms),
            "found": [one["Name"] for one in found],
            "id": product["Id"],
            "name": product["Name"],
            "announced": product["ContentLength"],
            "zip": str(whole),
            "part": part,
            "files": {str(path.relative_to(single)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
        }
    )
)
