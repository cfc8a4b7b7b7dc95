"""Copies what lies under a prefix from one S3 to another. Arguments: from, to, keys as JSON, prefix."""

import json
import sys

import boto3
from botocore.config import Config

source, target, keys, prefix = sys.argv[1:]
access, other = json.loads(keys)
words = {"aws_access_key_id": access, "aws_secret_access_key": other, "region_name": "us-east-1",
         "config": Config(s3={"addressing_style": "path"})}  # fmt: skip
here, there = (boto3.client("s3", endpoint_url=address, **words) for address in (source, target))
there.create_bucket(Bucket="eodata")
count = 0
for page in here.get_paginator("list_objects_v2").paginate(Bucket="eodata", Prefix=prefix):
    for one in page["Contents"]:
        body = here.get_object(Bucket="eodata", Key=one["Key"])["Body"].read()
        there.put_object(Bucket="eodata", Key=one["Key"], Body=body)
        count += 1
print(json.dumps(count))
