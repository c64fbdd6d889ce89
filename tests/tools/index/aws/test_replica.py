"""A replica on another machine's disk goes on after whatever was written and cleared up elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tests.services.fixtures import AwsIndexMaker
from tests.services.stack import fresh_name
from tests.tools.index_contract.people import NURSE_ICU, PEOPLE, person
from tools.index.aws.index import AwsIndex


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
