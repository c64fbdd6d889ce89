"""Who only lives nearby or shares words is no answer to a request for a trade."""

from __future__ import annotations

from tools.criteria import Criterion
from tools.index.local import LocalIndex

GERMANY = Criterion("location", "Germany")


def test_a_trade_in_a_country_gives_the_people_of_the_trade_alone(index: LocalIndex) -> None:
    pool = index.search("local", (Criterion("title", "Data Scientist"), GERMANY))
    assert set(pool.ids) == {"da-1", "da-2", "da-3"}


def test_further_wishes_let_people_of_other_trades_in(index: LocalIndex) -> None:
    wishes = (Criterion("title", "Data Scientist"), Criterion("skill", "Apache Spark"))
    assert "da-4" in index.search("local", wishes).ids


def test_a_trade_that_nobody_held_is_answered_with_the_nearest(index: LocalIndex) -> None:
    pool = index.search("local", (Criterion("title", "Falconer"), GERMANY))
    assert len(pool.ids) > 1
