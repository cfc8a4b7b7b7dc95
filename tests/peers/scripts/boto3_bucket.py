"""boto3 lists and reads a bucket in all its ways. Arguments: endpoint, keys as JSON, prefix, key of a file."""

import hashlib
import json
import sys

import boto3
import botocore.exceptions
from botocore.config import Config

endpoint, keys, prefix, key = sys.argv[1:]
access, other = json.loads(keys)
BUCKET = "eodata"


def client_with(access_key, half):
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id=access_key,
        aws_secret_access_key=half,
        region_name="default",
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}),
    )


def refusal(action):
    try:
        action()
    except botocore.exceptions.ClientError as error:
        return [error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"]]
    return None


def listed(pages):
    """What was listed, page by page, without what no two servers have in common."""
    return [
        {
            "keys": [[one["Key"], one["Size"]] for one in page.get("Contents", [])],
            "folders": [one["Prefix"] for one in page.get("CommonPrefixes", [])],
            "more": page["IsTruncated"],
            "count": page.get("KeyCount"),
        }
        for page in pages
    ]


client = client_with(access, other)


def paged(kind, **words):
    return listed(client.get_paginator(kind).paginate(Bucket=BUCKET, PaginationConfig={"PageSize": 3}, **words))


head = client.head_object(Bucket=BUCKET, Key=key)
whole = client.get_object(Bucket=BUCKET, Key=key)["Body"].read()
part = client.get_object(Bucket=BUCKET, Key=key, Range="bytes=100-299")
top = boto3.resource("s3", endpoint_url=endpoint, aws_access_key_id=access, aws_secret_access_key=other,
                     region_name="default").Bucket(BUCKET)  # fmt: skip
print(
    json.dumps(
        {
            "flat": paged("list_objects_v2", Prefix=prefix),
            "flat_1": paged("list_objects", Prefix=prefix),
            "folders": paged("list_objects_v2", Prefix=prefix, Delimiter="/"),
            "folders_1": paged("list_objects", Prefix=prefix, Delimiter="/"),
            "one_by_one": listed([client.list_objects_v2(Bucket=BUCKET, Prefix=prefix, MaxKeys=1)]),
            "after": listed([client.list_objects_v2(Bucket=BUCKET, Prefix=prefix, StartAfter=key, MaxKeys=3)]),
            "resource": [one.key for one in top.objects.filter(Prefix=prefix)],
            "nothing": listed([client.list_objects_v2(Bucket=BUCKET, Prefix="No/Such/")]),
            "head": [head["ContentLength"], "ETag" in head, "LastModified" in head],
            "sha256": hashlib.sha256(whole).hexdigest(),
            "part": [
                part["ResponseMetadata"]["HTTPStatusCode"],
                part["ContentRange"],
                part["Body"].read() == whole[100:300],
            ],
            "beyond": refusal(lambda: client.get_object(Bucket=BUCKET, Key=key, Range="bytes=999999999-")),
            "missing": refusal(lambda: client.get_object(Bucket=BUCKET, Key=f"{key}.missing")),
            "missing_head": refusal(lambda: client.head_object(Bucket=BUCKET, Key=f"{key}.missing")),
            "other_bucket": refusal(lambda: client.list_objects_v2(Bucket="nothing-here")),
            "wrong_key": refusal(lambda: client_with("NOBODY00NOBODY00NOBO", other).list_objects_v2(Bucket=BUCKET)),
            "wrong_half": refusal(lambda: client_with(access, "wrong").list_objects_v2(Bucket=BUCKET)),
        }
    )
)
