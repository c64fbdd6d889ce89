"""The same résumé under different names is the same profile, the same passages, the same score."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tests.data.swapped import TEMPLATES, left_over, person
from tools.index.local import LocalIndex
from tools.request import read_request

NAMES = (
    "Jane Roe",
    "Lakisha Washington",
    "Jamal Robinson",
    "Nguyen Thi Minh",
    "Wei Chen",
    "José Hernández",
    "Guadalupe Ruiz",
    "Greg Schmidt",
    "Emily O'Connell",
    "Baker Mason",
    "Summer Rivers",
    "Aoife Ní Bhriain",
    "Priya Venkataraman",
    "Deshawn Jefferson",
    "Paris King",
    "Xiomara Banks",
    "Austin Kramer",
    "Van Lu",
    "An Do",
    "Da Silva",
    "Al Green",
    "May Day",
    "Jan Novak",
    "Present Mann",
    "April Lane",
    "Anna van der Berg",
)


@pytest.mark.parametrize("trade", TEMPLATES)
@pytest.mark.parametrize("name", NAMES[1:])
def test_a_name_changes_nothing_that_is_read(trade: str, name: str) -> None:
    reference, read = person(trade, NAMES[0]), person(trade, name)
    assert read.text == reference.text
    assert read.profile == reference.profile
    assert read.passages == reference.passages
    assert left_over(read, name) == []
    assert read.identity.name


def _scores(name: str, folder: Path) -> list[object]:
    index = LocalIndex(folder / name, HashEmbedder())
    index.upsert("t", [person(trade, name) for trade in TEMPLATES])
    requests = ("nurses in Texas with ACLS", "accountants with Excel", "Go developers")
    pools = [index.search("t", read_request(request).criteria) for request in requests]
    assert all(pool.ids for pool in pools)
    return [(pool.ids, pool.scores) for pool in pools]


def test_a_name_changes_no_score(tmp_path: Path) -> None:
    reference = _scores(NAMES[0], tmp_path)
    assert [name for name in NAMES if _scores(name, tmp_path) != reference] == []
