"""Files that were put in the bucket: read, ingested for their tenant, and removed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from agent.access.callers import TENANT_PATTERN

if TYPE_CHECKING:
    from agent.service import Service

FOLDER = "uploads"


class UploadRefused(Exception):
    """A key that names no tenant: only `uploads/TENANT/FILE` is read."""


async def ingest(service: Service, data: Mapping[str, Any]) -> None:
    """Ingest every file a notice of S3 names, then remove it: its people are in the index.

    A file in which nobody could be read stays, and the notice comes back until it is a dead letter.
    Raises UploadRefused or AwsError.
    """
    for bucket, key in _files(data):
        tenant = _tenant(key)
        content = await asyncio.to_thread(_read, bucket, key, service.settings.aws_region)
        work = service.ingest(tenant)
        report = await asyncio.to_thread(work.run_records, [(PurePosixPath(key).name, content)])
        if report.failed and len(report.failed) == len(report.items):
            raise UploadRefused("nobody could be read from the file")
        await asyncio.to_thread(_remove, bucket, key, service.settings.aws_region)


def _files(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for record in data.get("Records", ()):
        place = record["s3"]
        yield place["bucket"]["name"], unquote_plus(place["object"]["key"])


def _tenant(key: str) -> str:
    folder, _, rest = key.partition("/")
    tenant, _, name = rest.partition("/")
    if folder != FOLDER or not name or not re.match(TENANT_PATTERN, tenant):
        raise UploadRefused(f"only {FOLDER}/TENANT/FILE is read")
    return tenant


def _read(bucket: str, key: str, region: str | None) -> bytes:
    from tools.index.aws.clients import client, explained

    with explained(f"The bucket {bucket}", "MATCHER_BUCKET", region):
        content: bytes = client("s3", region).get_object(Bucket=bucket, Key=key)["Body"].read()
    return content


def _remove(bucket: str, key: str, region: str | None) -> None:
    from tools.index.aws.clients import client, explained

    with explained(f"The bucket {bucket}", "MATCHER_BUCKET", region):
        client("s3", region).delete_object(Bucket=bucket, Key=key)
