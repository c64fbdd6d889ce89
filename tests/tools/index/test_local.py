"""What the local index does beyond the contract: its files, and a cache that may be lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.index_contract.people import NURSE_ICU, PEOPLE, person
from tools.index.base import CandidateIndexError
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM


@pytest.fixture
def index(tmp_path: Path, model: MiniLM) -> Iterator[LocalIndex]:
    made = LocalIndex(tmp_path, model)
    made.upsert("acme", [person(i, t) for i, t in PEOPLE.items()])
    yield made
    made.close()


def test_the_order_of_putting_in_does_not_matter(tmp_path: Path, model: MiniLM) -> None:
    pools = []
    for folder, order in (("a", list(PEOPLE)), ("b", list(PEOPLE)[::-1])):
        made = LocalIndex(tmp_path / folder, model)
        for candidate_id in order:
            made.upsert("acme", [person(candidate_id, PEOPLE[candidate_id])])
        pool = made.search("acme", NURSE_ICU)
        pools.append((pool.ids, pool.scores))
        made.close()
    assert pools[0] == pools[1]


def test_an_index_of_another_model_is_refused_with_the_mend(
    index: LocalIndex, tmp_path: Path
) -> None:
    class Other(MiniLM):
        name = "openai:other"

    with pytest.raises(CandidateIndexError, match="MATCHER_EMBEDDINGS"):
        LocalIndex(tmp_path, Other()).count("acme")


def test_a_missing_or_stale_cache_is_rebuilt_from_the_truth(
    tmp_path: Path, index: LocalIndex, model: MiniLM
) -> None:
    before = index.search("acme", NURSE_ICU)
    for file in (tmp_path / "acme").glob("vectors.*"):
        file.write_bytes(b"rubbish")
    reopened = LocalIndex(tmp_path, model)
    assert reopened.search("acme", NURSE_ICU) == before
    reopened.close()


def test_an_index_that_was_closed_opens_again_for_whoever_searches(index: LocalIndex) -> None:
    before = index.search("acme", NURSE_ICU)
    index.close()
    assert index.search("acme", NURSE_ICU) == before
