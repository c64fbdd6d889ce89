"""The contract of a candidate index, kept by every one: put in, take out, find, repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from tests.services.fixtures import AwsIndexMaker
from tests.services.stack import fresh_name
from tests.tools.index_contract.people import NURSE_ICU, PEOPLE, person
from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.index.base import CandidateIndexError, Embedder, OpenIndex
from tools.index.local import LocalIndex
from tools.index.minilm import MiniLM


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


Opener = Callable[[Embedder], OpenIndex]


@pytest.fixture(params=["local", "aws"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Opens the index of the test again, as another process of this machine would."""
    if request.param == "local":
        return lambda embedder: LocalIndex(tmp_path, embedder)
    make: AwsIndexMaker = request.getfixturevalue("aws_index")
    return lambda embedder: make(tmp_path, embedder)


@pytest.fixture
def acme() -> str:
    """A tenant of the test's own."""
    return fresh_name("acme")


@pytest.fixture
def index(opener: Opener, model: MiniLM, acme: str) -> Iterator[OpenIndex]:
    made = opener(model)
    made.upsert(acme, [person(i, t) for i, t in PEOPLE.items()])
    yield made
    made.close()


def test_the_person_who_shows_every_wish_comes_first(index: OpenIndex, acme: str) -> None:
    pool = index.search(acme, NURSE_ICU)
    assert pool.ids[:2] == ("nurse-1", "nurse-2")
    assert list(pool.scores) == sorted(pool.scores, reverse=True)


def test_the_same_search_gives_the_same_bits(index: OpenIndex, acme: str) -> None:
    assert index.search(acme, NURSE_ICU) == index.search(acme, NURSE_ICU)


def test_equal_content_is_left_alone_and_changed_content_replaces(
    index: OpenIndex, acme: str
) -> None:
    same = index.upsert(acme, [person("cook-1", PEOPLE["cook-1"])])
    changed = index.upsert(acme, [person("cook-1", PEOPLE["cook-1"] + "\nServSafe certified.")])
    assert [same[0].outcome, changed[0].outcome] == ["unchanged", "replaced"]
    assert index.count(acme) == len(PEOPLE)
    assert "ServSafe" in index.get(acme, ["cook-1"])["cook-1"].text


def test_the_same_person_in_two_files_is_reported_and_kept_twice(
    index: OpenIndex, acme: str
) -> None:
    twin = index.upsert(acme, [person("copy", PEOPLE["dev-1"] + "\nUpdated.")])
    assert twin[0].duplicates == ("dev-1",)
    assert index.count(acme) == len(PEOPLE) + 1


def test_a_deleted_person_is_gone_from_every_way_of_finding(index: OpenIndex, acme: str) -> None:
    assert index.delete(acme, ["nurse-1", "nobody"]) == ["nurse-1"]
    assert "nurse-1" not in index.search(acme, NURSE_ICU).ids
    assert index.get(acme, ["nurse-1"]) == {}
    assert index.find_by_name(acme, "Maria Silva") == []
    assert "nurse-1" not in index.content_hashes(acme)


def test_tenants_do_not_see_each_other(index: OpenIndex, acme: str) -> None:
    assert index.count(acme + "-other") == 0
    assert index.search(acme + "-other", NURSE_ICU).ids == ()
    assert index.get(acme + "-other", ["nurse-1"]) == {}


def test_an_avoided_thing_puts_people_out(index: OpenIndex, acme: str) -> None:
    wishes = (*NURSE_ICU, Criterion("skill", "vaccination", weight="avoid"))
    pool = index.search(acme, wishes)
    assert "nurse-2" not in pool.ids
    assert pool.excluded == {"skill:vaccination": 1}


def test_too_few_years_put_a_person_out(index: OpenIndex, acme: str) -> None:
    pool = index.search(acme, (Criterion("title", "Nurse"), Criterion("min_years", 8)))
    assert "nurse-1" in pool.ids
    assert "nurse-2" not in pool.ids


def test_names_are_found_however_they_are_typed(index: OpenIndex, acme: str) -> None:
    assert index.find_by_name(acme, "ana kovac") == [("dev-1", "Ana Kovac")]
    assert index.find_by_name(acme, "Kovac") == [("dev-1", "Ana Kovac")]


def test_a_search_for_nothing_finds_nobody(index: OpenIndex, acme: str) -> None:
    assert index.search(acme, ()).ids == ()


def test_words_that_no_query_language_knows_are_harmless(index: OpenIndex, acme: str) -> None:
    wish = Criterion("text", '"; DROP TABLE x; NEAR( AND * ^ 漢字 ')
    assert isinstance(index.search(acme, (wish,)).ids, tuple)


def test_a_record_survives_storage_exactly(index: OpenIndex, acme: str) -> None:
    stored = index.get(acme, ["dev-1"])["dev-1"]
    assert stored == person("dev-1", PEOPLE["dev-1"])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(stored), type=Candidate) == stored


def test_an_index_of_another_model_is_refused_with_the_mend(
    index: OpenIndex, opener: Opener, acme: str
) -> None:
    class Other(MiniLM):
        name = "openai:other"

    with pytest.raises(CandidateIndexError, match="MATCHER_EMBEDDINGS"):
        opener(Other()).count(acme)


def test_what_was_put_in_is_found_by_the_next_process(
    index: OpenIndex, opener: Opener, acme: str, model: MiniLM
) -> None:
    before = index.search(acme, NURSE_ICU)
    again = opener(model)
    assert again.search(acme, NURSE_ICU) == before
    again.close()
