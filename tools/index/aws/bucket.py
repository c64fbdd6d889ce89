"""A bucket of S3 for the copies from which a replica starts: whole objects in and out."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from pathlib import Path

from tools.index.aws.clients import AwsError, client, explained


class Bucket:
    """One bucket; every method raises AwsError with a sentence when it cannot be used."""

    def __init__(self, name: str, region: str | None = None) -> None:
        self.name = name
        self._client = client("s3", region)

    def check(self) -> None:
        """Return when the bucket is there and may be used."""
        with self._explained():
            self._client.head_bucket(Bucket=self.name)

    def put(self, key: str, file: Path) -> None:
        """Store a file, encrypted at rest, as one object."""
        with self._explained(), file.open("rb") as body:
            self._client.put_object(
                Bucket=self.name, Key=key, Body=body, ServerSideEncryption="AES256"
            )

    def get(self, key: str, file: Path) -> bool:
        """Write an object to a file; return False when there is none."""
        try:
            with self._explained():
                body = self._client.get_object(Bucket=self.name, Key=key)["Body"]
                with file.open("wb") as out:
                    shutil.copyfileobj(body, out)
        except AwsError as error:
            if error.code in ("NoSuchKey", "404"):
                return False
            raise
        return True

    def delete(self, key: str) -> None:
        """Delete an object, there or not."""
        with self._explained():
            self._client.delete_object(Bucket=self.name, Key=key)

    def keys(self, prefix: str) -> list[str]:
        """Return the keys that begin with a prefix."""
        with self._explained():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self.name, Prefix=prefix
            )
            return [found["Key"] for page in pages for found in page.get("Contents", ())]

    def _explained(self) -> AbstractContextManager[None]:
        region = str(self._client.meta.region_name)
        return explained(f"The bucket {self.name}", "MATCHER_BUCKET", region)
