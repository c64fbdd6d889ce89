"""Ranking: honest evidence first, whoever it is, the same to the bit, with reasons as data."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.index.local import LocalIndex
from tools.index.looked_up import LookedUpWords
from tools.index.marks import Recalled
from tools.index.minilm import MiniLM
from tools.index.ranking import rank, weighed
from tools.index.sheet import make_sheet
from tools.index.shown import Statistics
from tools.index.tally import key_of
from tools.ingest.profile import build_candidate
from tools.reasons import between, ranked_above
from tools.request import read_request
from tools.results import Pool

REQUEST = "payroll specialist with ADP and benefits administration, 3+ years"
WISHES: Criteria = read_request(REQUEST).criteria


def resume(name: str, title: str, begin: str, work: str, he: str = "She", his: str = "her") -> str:
    return (
        f"{name}\n{title}\nSummary\n{he} is a careful colleague and is known for {his} work.\n"
        f"Experience\n{title}, Harbour Services, {begin} - Present\n{work}\n"
        "Education\nBachelor of Arts, Hill College, 2009\n"
    )


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


def person(candidate_id: str, text: str) -> Candidate:
    return build_candidate(
        candidate_id, text, source="", content_hash=text, today=date(2026, 11, 22)
    )


def people(names: dict[str, str], he: str = "She", his: str = "her") -> list[Candidate]:
    return [
        person(i, resume(names.get(i, "Ana Kovac"), title, begin, work, he, his))
        for i, (title, begin, work) in PEOPLE.items()
    ]


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


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


def told_apart(folder: Path, model: MiniLM, title: str, told: dict[str, str]) -> LocalIndex:
    """People of one name, title and time, of whom no more than the work told of them differs."""
    index = LocalIndex(folder, model)
    index.upsert(
        "acme",
        [person(i, resume("Ana Kovac", title, "03/2015", work)) for i, work in told.items()],
    )
    return index


def marks_of(pool: Pool) -> dict[str, dict[str, float]]:
    """The marks of everybody in a pool, by person and part."""
    return {
        i: {part.name: part.mark for part in parts}
        for i, parts in zip(pool.ids, pool.parts, strict=True)
    }


def test_the_words_of_the_work_tell_who_did_it_under_a_title_that_says_nothing(
    tmp_path: Path, model: MiniLM
) -> None:
    shifts = {
        "counter": "Balanced the cash drawer and the vault, deposits, cashed checks, CTRs.",
        "floor": "Restocked the shelves, priced goods, set up displays and swept the sales floor.",
    }
    index = told_apart(tmp_path / "tellers", model, "Associate", shifts)
    pool = index.search("acme", read_request("bank teller").criteria)
    index.close()
    assert pool.ids[0] == "counter"
    marks = marks_of(pool)
    assert marks["counter"]["duties"] == 1.0
    assert "floor" not in marks or marks["floor"]["duties"] < 0.2


def test_of_two_managers_the_one_who_worked_in_the_setting_comes_first(
    tmp_path: Path, model: MiniLM
) -> None:
    told = {
        "a-office": "Ran a parts depot: forklifts, pallets, two shifts and the yearly stock count.",
        "z-gym": "Ran a gym: spin studio, locker rooms, group classes and a new weight floor.",
    }
    index = told_apart(tmp_path / "managers", model, "General Manager", told)
    bare = index.search("acme", read_request("general manager").criteria)
    placed = index.search("acme", read_request("general manager for a health club").criteria)
    index.close()
    names = [{part.name for part in pool.parts[0]} for pool in (bare, placed)]
    assert ["setting" in each for each in names] == [False, True]
    assert placed.ids[0] == "z-gym"


def test_who_speaks_a_language_ranks_above_who_only_names_it_more(
    tmp_path: Path, model: MiniLM
) -> None:
    told = {
        "a-names": "Accountant for Spanish firms: Spanish invoices, Spanish audits, Spanish tax.",
        "z-speaks": "Closed the month and reconciled the accounts.\nLanguages: Spanish (fluent).",
    }
    index = told_apart(tmp_path / "speakers", model, "Accountant", told)
    pool = index.search("acme", read_request("accountants in Lisbon who speak Spanish").criteria)
    index.close()
    held = {i: marks["held"] for i, marks in marks_of(pool).items()}
    assert held == {"z-speaks": 0.5, "a-names": 0.0}
    assert pool.ids[0] == "z-speaks"


def test_saying_a_licence_again_proves_little_more_than_holding_it(
    tmp_path: Path, model: MiniLM
) -> None:
    said = {"once": "Holds the PHR.", "thrice": "PHR since 2019.\nThe PHR renewed.\nPHR trainer."}
    index = told_apart(tmp_path / "held", model, "Payroll Lead", said)
    pool = index.search("acme", read_request("payroll lead with PHR").criteria)
    index.close()
    (licence,) = (c.id for c in pool.criteria if c.kind == "certification")
    marks = {i: each[licence] for i, each in marks_of(pool).items()}
    assert marks["once"] == pytest.approx(2 / 3)
    assert marks["once"] < marks["thrice"] < 0.9
