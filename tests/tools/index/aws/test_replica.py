"""A replica keeps in step with whatever is written elsewhere, and of its copies one is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tests.services.fixtures import AwsIndexMaker
from tests.services.stack import fresh_name
from tests.tools.index_contract.people import NURSE_ICU, PEOPLE, person
from tools.index.aws.bucket import Bucket
from tools.index.aws.index import AwsIndex
from tools.index.aws.people import People
from tools.index.aws.pinecone_vectors import PineconeVectors
from tools.index.aws.table import Table


class Wide(HashEmbedder):
    """As many numbers as the index of vectors takes."""

    dimensions = 384


@pytest.fixture
def tenant() -> str:
    return fresh_name("replica")


@pytest.fixture
def here(aws_index: AwsIndexMaker, tmp_path: Path, tenant: str) -> AwsIndex:
    """A machine that has seen the first of the nurses."""
    made = aws_index(tmp_path / "here", Wide())
    made.upsert(tenant, [person("nurse-1", PEOPLE["nurse-1"])])
    assert made.search(tenant, NURSE_ICU).ids == ("nurse-1",)
    return made


@pytest.fixture
def there(aws_index: AwsIndexMaker, tmp_path: Path) -> AwsIndex:
    """Another machine, which puts a copy in the bucket when it is closed."""
    return aws_index(tmp_path / "there", Wide())


def test_a_replica_that_is_older_than_the_copy_begins_from_it(
    here: AwsIndex, there: AwsIndex, tenant: str
) -> None:
    there.upsert(tenant, [person("nurse-2", PEOPLE["nurse-2"])])
    there.close()
    assert sorted(here.search(tenant, NURSE_ICU).ids) == ["nurse-1", "nurse-2"]


def test_a_replica_that_is_older_than_a_withdrawn_copy_begins_from_the_records(
    here: AwsIndex, there: AwsIndex, tenant: str, aws_index: AwsIndexMaker, tmp_path: Path
) -> None:
    there.upsert(tenant, [person("nurse-2", PEOPLE["nurse-2"])])
    there.close()
    third = aws_index(tmp_path / "third", Wide())
    third.delete(tenant, ["nurse-1"])
    assert here.search(tenant, NURSE_ICU).ids == ("nurse-2",)


def test_writes_after_the_copy_are_followed_too(
    here: AwsIndex, there: AwsIndex, tenant: str, aws_index: AwsIndexMaker, tmp_path: Path
) -> None:
    there.upsert(tenant, [person("nurse-2", PEOPLE["nurse-2"])])
    there.close()
    third = aws_index(tmp_path / "third", Wide())
    third.upsert(tenant, [person("cook-1", PEOPLE["cook-1"])])
    assert here.count(tenant) == 3


def test_what_another_process_wrote_on_the_same_disk_is_found_by_meaning_too(
    aws_index: AwsIndexMaker, tmp_path: Path, tenant: str
) -> None:
    served, typed = aws_index(tmp_path, Wide()), aws_index(tmp_path, Wide())
    served.upsert(tenant, [person("nurse-1", PEOPLE["nurse-1"])])
    assert [i for i, _ in served.nearest(tenant, "nurse", 5)] == ["nurse-1"]
    typed.upsert(tenant, [person("nurse-2", PEOPLE["nurse-2"])])
    found = [i for i, _ in served.nearest(tenant, "nurse", 5)]
    assert sorted(found) == ["nurse-1", "nurse-2"]


class Meanwhile(Bucket):
    """A bucket in which something else happens between a copy's upload and what comes of it."""

    happens: list[Callable[[], None]]

    def put(self, key: str, file: Path) -> None:
        super().put(key, file)
        while self.happens:
            self.happens.pop()()


def copies(bucket: Bucket, tenant: str) -> list[str]:
    return [key.rpartition("/")[2].partition(".")[0] for key in bucket.keys(f"{tenant}/index/")]


def test_of_two_copies_at_once_the_newer_is_kept_and_nothing_of_the_log_is_lost(
    candidates_table: Table,
    vectors: PineconeVectors,
    aws_index: AwsIndexMaker,
    bucket: Bucket,
    tmp_path: Path,
    tenant: str,
) -> None:
    slow = Meanwhile(bucket.name)
    here = AwsIndex(People(candidates_table), vectors, Wide(), tmp_path / "here", slow)
    there = aws_index(tmp_path / "there", Wide())
    here.upsert(tenant, [person("nurse-1", PEOPLE["nurse-1"])])

    def another() -> None:
        there.upsert(tenant, [person("nurse-2", PEOPLE["nurse-2"])])
        there.close()

    slow.happens = [another]
    here.close()
    (kept,) = copies(bucket, tenant)
    assert kept.endswith("-000000000002")
    assert aws_index(tmp_path / "third", Wide()).count(tenant) == 2


def test_a_copy_whose_process_died_before_it_was_noted_goes_with_the_next(
    here: AwsIndex, bucket: Bucket, tmp_path: Path, tenant: str
) -> None:
    orphan = tmp_path / "orphan"
    orphan.write_bytes(b"somebody who must go")
    bucket.put(f"{tenant}/index/epoch-000000000000.v1.sqlite.gz", orphan)
    here.delete(tenant, ["nurse-1"])
    (kept,) = copies(bucket, tenant)
    assert kept.endswith("-000000000002")
