"""Ranking: honest evidence first, whoever it is, the same to the bit, with reasons as data."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.index.resumes import person, resume
from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.index.bm25 import Statistics
from tools.index.fts_lookup import LookedUpWords
from tools.index.local import LocalIndex
from tools.index.marks import Recalled
from tools.index.minilm import MiniLM
from tools.index.ranking import rank, weighed
from tools.index.sheet import make_sheet
from tools.index.tally import key_of
from tools.reasons import between, ranked_above
from tools.request import read_request
from tools.results import Pool

REQUEST = "payroll specialist with ADP and benefits administration, 3+ years"
WISHES: Criteria = read_request(REQUEST).criteria


PEOPLE = {
    "honest": (
        "Payroll Specialist",
        "03/2015",
        "Ran payroll for 400 people in ADP every two weeks.\nBenefits administration and open "
        "enrollment.\nReconciled payroll taxes and answered audits.",
    ),
    "thin": ("Payroll Clerk", "01/2025", "Entered hours for payroll."),
    "cook": ("Sous Chef", "05/2012", "Menu planning, HACCP, food cost control."),
    "office": ("Office Manager", "02/2010", "Ordered supplies, welcomed visitors, some ADP."),
}


def people(names: dict[str, str], he: str = "She", his: str = "her") -> list[Candidate]:
    return [
        person(i, resume(names.get(i, "Ana Kovac"), title, begin, work, he, his))
        for i, (title, begin, work) in PEOPLE.items()
    ]


@pytest.fixture
def index(tmp_path: Path, model: MiniLM) -> Iterator[LocalIndex]:
    made = LocalIndex(tmp_path, model)
    made.upsert("acme", people({}))
    yield made
    made.close()


def test_the_one_who_held_the_role_for_long_comes_first(index: LocalIndex) -> None:
    assert index.search("acme", WISHES).ids[0] == "honest"


def test_names_and_pronouns_change_no_bit_of_a_score(tmp_path: Path, model: MiniLM) -> None:
    pools = []
    swaps = [
        ({}, "She", "her"),
        ({"honest": "Jamal Washington", "thin": "Emily Baker", "cook": "Li Wen"}, "She", "her"),
        ({"honest": "Emily Baker", "thin": "Jamal Washington"}, "He", "his"),
    ]
    for at, (names, he, his) in enumerate(swaps):
        made = LocalIndex(tmp_path / str(at), model)
        made.upsert("acme", people(names, he, his))
        pool = made.search("acme", WISHES)
        pools.append((pool.ids, pool.scores))
        made.close()
    assert pools[0] == pools[1] == pools[2]


def test_repeating_the_request_fifty_times_does_not_overtake(index: LocalIndex) -> None:
    stuffed = resume("Bo Reyes", "Greeter", "01/2024", "Welcomed guests.") + f"{REQUEST}\n" * 50
    index.upsert("acme", [person("stuffed", stuffed)])
    ids = index.search("acme", WISHES).ids
    assert ids.index("honest") < ids.index("stuffed")


def test_repeating_the_request_in_one_endless_line_does_not_overtake(index: LocalIndex) -> None:
    stuffed = resume("Bo Reyes", "Greeter", "01/2024", "Welcomed guests.") + f"{REQUEST} " * 50
    index.upsert("acme", [person("stuffed", stuffed)])
    ids = index.search("acme", WISHES).ids
    assert ids.index("honest") < ids.index("stuffed")


def test_a_list_of_eight_hundred_skills_does_not_overtake(index: LocalIndex) -> None:
    from tools.vocabulary.tables import read_folder

    skills = [row["skill"] for row in read_folder("skills")][:800]
    listed = ", ".join([*skills, "payroll", "ADP", "benefits administration"])
    text = resume("Bo Reyes", "Greeter", "01/2024", "Welcomed guests.") + f"Skills\n{listed}\n"
    index.upsert("acme", [person("lister", text)])
    ids = index.search("acme", WISHES).ids
    assert ids.index("honest") < ids.index("lister")


def test_a_score_is_the_sum_of_its_parts(index: LocalIndex) -> None:
    pool = index.search("acme", WISHES)
    for score, parts in zip(pool.scores, pool.parts, strict=True):
        assert score == round(math.fsum(p.mark * p.worth for p in parts), 6)
        assert math.isclose(math.fsum(p.worth for p in parts), 1.0)
        assert all(0.0 <= p.mark <= 1.0 for p in parts)


def test_why_one_ranks_above_another_names_the_larger_marks(index: LocalIndex) -> None:
    pool = index.search("acme", WISHES)
    found = between(pool, "cook", "honest")
    assert found is not None
    above, below, reasons = found
    assert (above, below) == ("honest", "cook")
    assert reasons
    assert all(r.mark > r.other and r.gain > 0 and r.text for r in reasons)
    assert [r.gain for r in reasons] == sorted((r.gain for r in reasons), reverse=True)
    assert ranked_above(pool.parts[0], pool.parts[0], WISHES) == ()


def test_nobody_outside_the_pool_is_compared(index: LocalIndex) -> None:
    assert between(index.search("acme", WISHES), "honest", "nobody") is None
    assert between(Pool("s", (), (), ()), "a", "b") is None


AVOIDABLE = (
    Criterion("skill", "ADP", "avoid"),
    Criterion("skill", "HACCP", "avoid"),
    Criterion("skill", "Python", "avoid"),
    Criterion("text", "open enrollment", "avoid"),
    Criterion("text", "food cost audits", "avoid"),
    Criterion("certification", "CPA", "avoid"),
    Criterion("title", "Sous Chef", "avoid"),
)


@pytest.mark.parametrize("wish", AVOIDABLE, ids=lambda wish: wish.id)
def test_whoever_shows_no_trace_of_a_thing_to_avoid_need_not_be_looked_at(
    index: LocalIndex, wish: Criterion
) -> None:
    found = [index.search("acme", (*WISHES, wish))]
    with pytest.MonkeyPatch.context() as everybody:
        everybody.setattr(LookedUpWords, "traces", lambda *_: None)
        found.append(index.search("acme", (*WISHES, wish)))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("wish", "told", "is_out"),
    [
        (Criterion("skill", "Java", "avoid"), "Wrote Java Script pages and Spring Boot.", False),
        (Criterion("skill", "Java", "avoid"), "Wrote Java services and Spring Boot.", True),
        (
            Criterion("text", "classroom activities", "avoid"),
            "Classroom upkeep, forms for all data, the payroll, its schedule and other activities.",
            False,
        ),
        (Criterion("text", "classroom activities", "avoid"), "Led classroom activities.", True),
    ],
)
def test_only_whoever_is_judged_to_show_a_thing_to_avoid_is_put_out(
    index: LocalIndex, wish: Criterion, told: str, is_out: bool
) -> None:
    index.upsert("acme", [person("other", resume("Jo Roe", "Payroll Clerk", "03/2015", told))])
    pool = index.search("acme", (*WISHES, wish))
    assert ("other" not in pool.ids) is is_out


def test_words_of_the_deleted_no_longer_count(index: LocalIndex, tmp_path: Path) -> None:
    index.delete("acme", ["cook"])
    terms = dict(
        sqlite3.connect(tmp_path / "acme" / "candidates.db").execute("SELECT * FROM terms")
    )
    assert terms[key_of("menu")] == 0
    assert terms[key_of(" people")] == len(PEOPLE) - 1


def test_an_index_without_sheets_gets_them_when_it_is_opened(
    index: LocalIndex, tmp_path: Path, model: MiniLM
) -> None:
    before = index.search("acme", WISHES)
    index.close()
    db = sqlite3.connect(tmp_path / "acme" / "candidates.db")
    with db:
        for table in ("sheets", "terms"):
            db.execute(f"DELETE FROM {table}")
        db.execute("DELETE FROM meta WHERE key='sheets'")
    db.close()
    reopened = LocalIndex(tmp_path, model)
    assert reopened.search("acme", WISHES) == before
    reopened.close()


SHEETS = [make_sheet(p) for p in people({})]
wishes = st.lists(
    st.sampled_from(
        [
            Criterion("title", "Payroll Specialist"),
            Criterion("skill", "ADP"),
            Criterion("skill", "payroll", "nice"),
            Criterion("text", "open enrollment"),
            Criterion("min_years", 5, "nice"),
            Criterion("min_years", 2, subject="Payroll Specialist"),
            Criterion("location", "Berlin", "nice"),
            Criterion("education", "bachelor"),
            Criterion("language", "Spanish"),
        ]
    ),
    min_size=1,
    unique=True,
)


@given(
    wishes,
    st.lists(st.sampled_from(SHEETS), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_the_order_people_come_in_changes_nothing(criteria, sheets, random) -> None:  # type: ignore[no-untyped-def]
    named = [msgspec.structs.replace(s, candidate_id=f"p{at}") for at, s in enumerate(sheets)]
    recalled = [Recalled(sheet, 0.1 * at) for at, sheet in enumerate(named)]
    shuffled = random.sample(recalled, len(recalled))
    of = Statistics(4, 40.0, {"payroll": 2})
    whole = {f"p{at}": people({})[0] for at in range(len(sheets))}
    one, _ = rank(recalled, tuple(criteria), of, whole.__getitem__)
    two, _ = rank(shuffled, tuple(criteria), of, whole.__getitem__)
    assert one == two
    assert all(0.0 <= s.score <= 1.0 for s in one)
    assert [(-s.score, s.candidate_id) for s in one] == sorted(
        (-s.score, s.candidate_id) for s in one
    )


edges = st.integers(0, 2_000_000).map(lambda n: n / 2e6)
mark = st.one_of(st.floats(0.0, 1.0), edges)


@given(st.lists(st.tuples(mark, mark, mark, edges), min_size=1, max_size=30), st.tuples(mark, mark))
def test_scores_made_at_once_are_the_exact_sums_rounded(rows, two) -> None:  # type: ignore[no-untyped-def]
    worths = [1.0, *two]
    marks, spoilt = np.array([row[:3] for row in rows]).T, np.array([row[3] for row in rows])
    exact = [
        round(math.fsum(w * m for w, m in zip(worths, row[:3], strict=True)) - row[3], 6)
        for row in rows
    ]
    assert weighed(marks, worths, spoilt).tolist() == exact
