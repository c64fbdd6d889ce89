"""Makes what the stack of infra/template.yaml makes: tables, bucket and Pinecone index, empty."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from tests.services.stack import PINECONE_KEY, Stack, fresh_name

TABLES = ("threads", "candidates", "audit")


def provision(stack: Stack, dimensions: int = 384) -> dict[str, str]:
    """Return the settings that name fresh tables, a fresh bucket and a fresh index."""
    import boto3

    name = fresh_name("matcher")
    keys: dict[str, Any] = {"aws_access_key_id": "local", "aws_secret_access_key": "local"}
    dynamodb = boto3.client(
        "dynamodb", endpoint_url=stack.dynamodb, region_name=stack.region, **keys
    )
    for table in TABLES:
        make_table(dynamodb, f"{name}-{table}")
    s3 = boto3.client("s3", endpoint_url=stack.moto, region_name=stack.region, **keys)
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": stack.region})
    return {
        "MATCHER_STORE": "aws",
        **{f"MATCHER_{table.upper()}_TABLE": f"{name}-{table}" for table in TABLES},
        "MATCHER_BUCKET": name,
        "PINECONE_HOST": make_index(stack, name, dimensions),
    }


def make_table(dynamodb: Any, name: str) -> None:
    """Create a table with the keys and the expiry of infra/template.yaml."""
    dynamodb.create_table(
        TableName=name,
        KeySchema=[
            {"AttributeName": "PK", "KeyType": "HASH"},
            {"AttributeName": "SK", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "PK", "AttributeType": "S"},
            {"AttributeName": "SK", "AttributeType": "S"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    dynamodb.update_time_to_live(
        TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "ttl"}
    )


def make_index(stack: Stack, name: str, dimensions: int) -> str:
    """Create an index of dot products and return the host that serves it."""
    body = json.dumps(
        {
            "name": name,
            "dimension": dimensions,
            "metric": "dotproduct",
            "spec": {"serverless": {"cloud": "aws", "region": stack.region}},
        }
    )
    request = urllib.request.Request(
        f"{stack.pinecone}/indexes",
        data=body.encode(),
        headers={"Api-Key": PINECONE_KEY, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:
        return str(json.load(answer)["host"])
