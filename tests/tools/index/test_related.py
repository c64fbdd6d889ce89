"""Who only lives nearby or shares words is no answer to a request for a trade."""

from __future__ import annotations

import msgspec
import pytest

from tools.candidates import Candidate, Identity, Profile
from tools.criteria import Criterion, Weight
from tools.index.bm25 import Statistics
from tools.index.career import Held, career_of
from tools.index.local import LocalIndex
from tools.index.marks import Recalled
from tools.index.ranking import rank
from tools.index.sheet import make_sheet

GERMANY = Criterion("location", "Germany")


def test_a_trade_in_a_country_gives_the_people_of_the_trade_alone(index: LocalIndex) -> None:
    pool = index.search("local", (Criterion("title", "Data Scientist"), GERMANY))
    assert set(pool.ids) == {"da-1", "da-2", "da-3"}


def test_further_wishes_let_people_of_other_trades_in(index: LocalIndex) -> None:
    wishes = (Criterion("title", "Data Scientist"), Criterion("skill", "Apache Spark"))
    assert "da-4" in index.search("local", wishes).ids


def test_a_duty_that_is_only_nice_lets_people_of_other_trades_in(index: LocalIndex) -> None:
    trade = Criterion("title", "Data Scientist")
    alone = index.search("local", (trade,)).ids
    wider = index.search("local", (trade, Criterion("skill", "Apache Spark", "nice"))).ids
    assert set(alone) < set(wider)


@pytest.mark.parametrize("weight", ["nice", "must"])
def test_a_language_tells_no_trade_whatever_it_weighs(index: LocalIndex, weight: Weight) -> None:
    trade = Criterion("title", "Data Scientist")
    alone = index.search("local", (trade,)).ids
    wider = index.search("local", (trade, Criterion("language", "German", weight))).ids
    assert set(alone) == set(wider)


def test_a_trade_that_nobody_held_is_answered_with_the_nearest(index: LocalIndex) -> None:
    pool = index.search("local", (Criterion("title", "Falconer"), GERMANY))
    assert len(pool.ids) > 1


def test_a_mere_rank_is_no_nearer_to_a_trade_that_nobody_held() -> None:
    wishes = (Criterion("title", "Accountant"), Criterion("text", "ledger keeping"))
    held = career_of("", [Held("Supervisor", 240, 1.0)])
    plain = make_sheet(Candidate("b", "Ledger keeping for a shop.", Profile(), Identity()))
    people = [
        Recalled(msgspec.structs.replace(plain, candidate_id="chief", career=held), 0.5),
        Recalled(plain, 0.5),
    ]
    found, _ = rank(people, wishes, Statistics(2, 10.0, {}), {}.__getitem__)
    assert {p.mark for each in found for p in each.parts if p.name in ("role", "tenure")} == {0.0}
    assert found[0].score == found[1].score


@pytest.mark.parametrize("trade", ["Welder", "Registered Nurse"])
def test_who_lives_in_the_place_and_shows_nothing_of_the_trade_is_not_listed(
    index: LocalIndex, trade: str
) -> None:
    wishes = (Criterion("title", trade), Criterion("skill", "Icelandic"), GERMANY)
    assert index.search("local", wishes).ids == ()
    assert index.search("local", wishes[:2]).ids


def test_who_did_some_of_the_work_in_the_place_under_another_name_is_listed(
    index: LocalIndex,
) -> None:
    wishes = (Criterion("title", "Welder"), Criterion("skill", "Python"), GERMANY)
    assert index.search("local", wishes).ids
