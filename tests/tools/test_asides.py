"""What raises people and is no wish is named, and can be dropped by its words."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.tools.calling import call_tool
from tools.asides import asides, without_asides, without_each
from tools.criteria import Criteria, Criterion
from tools.desk import Desk
from tools.listing import rank_again
from tools.request import read_request

LECTURER = Criterion("title", "Lecturer", phrase="lecturer at university for youth")


def read(request: str) -> Criteria:
    return read_request(request).criteria


@pytest.mark.parametrize(
    ("request_", "weighed"),
    [
        ("lecturers in history at a university", ["history", "university"]),
        ("sales associate for a furniture store", ["furniture store"]),
        ("event coordinator for a wedding venue", ["wedding venue"]),
        ("social worker for youth in Chicago", ["youth"]),
        ("maintenance technician for a food plant", ["food plant"]),
        ("we need a bookkeeper for our nonprofit", ["nonprofit"]),
        ("nurse for a school", ["school"]),
        ("math teacher at a charter school", ["charter school"]),
        ("line cook in a hospital kitchen", ["hospital kitchen"]),
        ("cook who worked in hotels", ["hotels"]),
        ("warehouse operatives for nights in Leeds", ["nights"]),
        ("registered nurse in the ICU of a community hospital", ["community hospital"]),
    ],
)
def test_where_and_for_whom_a_job_is_done_is_weighed_beside_it(
    request_: str, weighed: list[str]
) -> None:
    assert list(asides(read(request_))) == weighed


@pytest.mark.parametrize(
    "request_",
    [
        "registered nurses with ICU experience in Texas",
        "HVAC tech for commercial buildings",
        "accountant for a law firm in Boston",
        "marketing manager in e-commerce",
        "counselor for teens at a residential facility",
        "we lost our bookkeeper and need a new one who knows Xero",
        "who could replace our HR manager? needs SAP and payroll",
        "someone who can run payroll, ADP preferred",
        "actually make it nurses",
        "our baker quit, need a new one in Graz",
        "head chef, mine left last week",
        "electricians, 5+ years, no agencies",
    ],
)
def test_what_is_a_wish_by_itself_or_mere_talk_is_not_named_again(request_: str) -> None:
    assert asides(read(request_)) == ()


@pytest.mark.parametrize(
    ("request_", "dropped", "phrase"),
    [
        ("lecturers in history at a university", "university", "lecturers in history"),
        ("lecturers in history at a university", "the history", "lecturers at a university"),
        ("sales associate for a furniture store", "furniture", ""),
        ("social worker for youth in Chicago", "youth", ""),
        (
            "industrial electrician for a plant on shifts",
            "plant",
            "industrial electrician on shifts",
        ),
    ],
)
def test_what_is_dropped_leaves_the_phrase_of_the_job(
    request_: str, dropped: str, phrase: str
) -> None:
    criteria = read(request_)
    (job,) = without_asides(criteria, dropped)
    assert job.phrase == phrase
    assert dropped.split()[-1] not in job.said
    rest = tuple(job if wish.id == job.id else wish for wish in criteria)
    assert dropped.split()[-1] not in " ".join(asides(rest))


@pytest.mark.parametrize(
    ("dropped", "phrase", "strange"),
    [
        (["university", "youth"], "", ()),
        (["youth", "the university"], "", ()),
        (["university", "museum"], "lecturer for youth", ("museum",)),
        (["university for youth", "youth"], "", ()),
        (["youth", "youth", "zoo", "zoo"], "lecturer at university", ("zoo",)),
    ],
)
def test_several_are_dropped_of_one_job_each_from_what_the_others_left(
    dropped: list[str], phrase: str, strange: tuple[str, ...]
) -> None:
    plainer, unknown = without_each((LECTURER, Criterion("skill", "SQL")), dropped)
    assert [(c.value, c.phrase) for c in plainer] == [("Lecturer", phrase)]
    assert unknown == strange


@pytest.mark.parametrize("named", ["museum", "", "the", "lecturers"])
def test_what_is_not_weighed_changes_no_job(named: str) -> None:
    assert without_asides(read("lecturers in history at a university"), named) == ()


def test_an_unwanted_job_weighs_nothing() -> None:
    phrase = "sales associate for a furniture store"
    assert asides((Criterion("title", "Sales Associate", "avoid", phrase=phrase),)) == ()


@pytest.mark.parametrize(
    "phrase", ["in a " * 6000, "of the hospital " * 1500, "x" * 20_000, " " * 20_000 + "!"]
)
def test_a_long_phrase_is_cut_up_in_no_time(phrase: str) -> None:
    asides((Criterion("title", "Nurse", phrase=f"nurse {phrase}"),))


def search(desk: Desk, request: str) -> Any:
    return call_tool("search_candidates", desk, {"request": request})


def test_doors_and_models_are_told_what_else_is_weighed(desk: Desk) -> None:
    outcome = search(desk, "data scientists for a furniture store")
    assert outcome.payload["weighs"] == ["furniture store"]
    assert dict(outcome.events)["criteria"]["weighs"] == ["furniture store"]


def test_what_is_weighed_is_dropped_like_a_wish_and_undone_like_one(desk: Desk) -> None:
    before = search(desk, "data scientists for a furniture store")
    outcome = call_tool("filter_candidates", before.desk, {"remove": ["furniture store"]})
    assert outcome.payload["weighs_no_more"] == ["furniture store"]
    assert outcome.payload["weighs"] == []
    assert "unknown" not in outcome.payload
    plain = search(desk, "data scientists")
    assert outcome.desk.view.scores == plain.desk.view.scores
    back = call_tool("undo", outcome.desk, {})
    assert back.payload["weighs"] == ["furniture store"]


def test_what_is_neither_a_wish_nor_weighed_is_still_named_as_unknown(desk: Desk) -> None:
    before = search(desk, "data scientists for a furniture store").desk
    outcome = call_tool("filter_candidates", before, {"remove": ["museum"]})
    assert "“museum” is not among the wishes" in outcome.payload["error"]["message"]


@pytest.fixture
def lecturers(desk: Desk) -> Desk:
    """A desk on which lecturers are sought, beside whom two things are weighed."""
    wishes = (LECTURER, Criterion("skill", "SQL", "nice"))
    return msgspec.structs.replace(desk, view=rank_again(desk, wishes)[0])


def test_two_things_weighed_beside_one_job_are_dropped_at_once(lecturers: Desk) -> None:
    outcome = call_tool("filter_candidates", lecturers, {"remove": ["university", "youth"]})
    assert [wish["id"] for wish in outcome.payload["criteria"]] == ["skill:sql", "title:lecturer"]
    assert outcome.payload["weighs"] == []
    assert outcome.payload["weighs_no_more"] == ["university", "youth"]
    assert "unknown" not in outcome.payload


@pytest.mark.parametrize("remove", [["Lecturer", "university"], ["university", "Lecturer"]])
def test_a_job_dropped_with_what_was_weighed_beside_it_stays_away(
    lecturers: Desk, remove: list[str]
) -> None:
    outcome = call_tool("filter_candidates", lecturers, {"remove": remove})
    assert [wish["id"] for wish in outcome.payload["criteria"]] == ["skill:sql"]
    assert [wish["id"] for wish in outcome.payload["removed"]] == ["title:lecturer"]
    assert "unknown" not in outcome.payload


def test_what_is_weighed_goes_from_the_alternative_that_stays(desk: Desk) -> None:
    titles = ("Lecturer", "Tutor")
    either = Criterion("title", " or ".join(titles), any_of=titles, phrase="lecturer at university")
    desk = msgspec.structs.replace(desk, view=rank_again(desk, (either,))[0])
    outcome = call_tool("filter_candidates", desk, {"remove": ["Tutor", "university"]})
    assert [wish["id"] for wish in outcome.payload["criteria"]] == ["title:lecturer"]
    assert outcome.payload["weighs"] == []
