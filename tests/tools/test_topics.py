"""What a résumé tells of one side of a person, in its own words."""

from __future__ import annotations

import itertools
from datetime import date
from typing import get_args

import pytest

from tests.tools.calling import call_tool
from tools.candidates import Candidate
from tools.deeds import deeds_told
from tools.desk import Desk
from tools.ingest.profile import build_candidate
from tools.topics import MOST_TOLD, Topic, told, years_told

TEXT = """Jane Roe
Sous Chef
Leeds, UK

Experience
Sous Chef, Brass Kettle, Leeds
March 2021 - Present
Runs a brigade of nine.

Line Cook, Old Mill, York
2016 - 2020

Education
BA in History, University of Hull, 2015

Certificates
Level 3 Food Safety, ServSafe Manager

Languages
French (B2), Spanish (basic)
"""


@pytest.fixture(scope="module")
def person() -> Candidate:
    return build_candidate("c", TEXT, source="c", content_hash="c", today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("topic", "quotes"),
    [
        ("education", ["BA in History, University of Hull, 2015"]),
        ("languages", ["French (B2), Spanish (basic)"]),
        ("certifications", ["Level 3 Food Safety, ServSafe Manager"]),
        ("latest_position", ["Sous Chef, Brass Kettle, Leeds\nMarch 2021 - Present"]),
        (
            "positions",
            [
                "Sous Chef, Brass Kettle, Leeds\nMarch 2021 - Present",
                "Line Cook, Old Mill, York\n2016 - 2020",
            ],
        ),
        ("earlier_positions", ["Line Cook, Old Mill, York\n2016 - 2020"]),
        ("location", ["Leeds, UK"]),
    ],
)
def test_a_topic_is_told_in_quotes(person: Candidate, topic: Topic, quotes: list[str]) -> None:
    assert [evidence.quote for evidence in told(person, topic)] == quotes


def test_the_latest_position_is_told_with_its_length_and_years_for_themselves(
    person: Candidate,
) -> None:
    assert years_told(person, "latest_position") == 5.8
    assert years_told(person, "years") == person.profile.years_experience
    assert years_told(person, "education") is None


NURSE = """Ana Roe, BSN, RN, CCRN
Austin, TX

Experience
ICU Nurse, Saint Mary Hospital, Austin
2015 - Present
Night charge nurse.

Education
Bachelor of Science in Nursing, Plains State University, 2015
B.Sc. Biology, Hull College, 2010
"""


def test_a_degree_is_told_with_its_school_and_not_by_letters_behind_a_name() -> None:
    nurse = build_candidate("n", NURSE, source="n", content_hash="n", today=date(2026, 11, 1))
    quotes = [evidence.quote for evidence in told(nurse, "education")]
    assert "Bachelor of Science in Nursing, Plains State University, 2015" in quotes
    assert "B.Sc. Biology, Hull College, 2010" in quotes
    assert not any("CCRN" in quote for quote in quotes)


@pytest.mark.parametrize("topic", get_args(Topic))
def test_every_quote_of_the_sample_stands_at_its_offsets_and_none_overlap(
    topic: Topic, people: list[Candidate]
) -> None:
    for each in people:
        quotes = told(each, topic)
        assert len(quotes) <= MOST_TOLD
        assert all(each.text[q.start : q.end] == q.quote for q in quotes)
        places = sorted((q.start, q.end) for q in quotes)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(places))


def test_a_tool_tells_a_topic_before_any_search_by_id(desk: Desk) -> None:
    outcome = call_tool("explain_match", desk, {"people": ["co-1"], "about": "positions"})
    (row,) = outcome.payload["people"]
    assert (row["about"], outcome.events) == ("positions", ())
    assert row["evidence"]
    assert "Delgado" not in str(outcome.payload)


def test_a_topic_nobody_knows_is_named(desk: Desk) -> None:
    outcome = call_tool("explain_match", desk, {"people": ["co-1"], "about": "salary"})
    assert outcome.payload["error"]["code"] == "invalid_arguments"
    assert "about" in outcome.payload["error"]["message"]


SELLER = """Jane Roe
Sales Representative

Experience
Sales Representative, Harbour Motors, Leeds
2021 - Present
Sold used vans to builders.
Kept the showroom tidy.

Retail Assistant, Old Mill, York
2016 - 2020
Sells tickets at weekends.

TEACHING
Guest lecturer in pricing since 2019.
"""


@pytest.fixture(scope="module")
def seller() -> Candidate:
    return build_candidate("s", SELLER, source="s", content_hash="s", today=date(2026, 11, 1))


@pytest.mark.parametrize("verb", ["sell", "sold"])
def test_a_deed_is_told_in_the_sentences_that_speak_of_it(seller: Candidate, verb: str) -> None:
    quotes = [evidence.quote for evidence in deeds_told(seller, verb)]
    assert "Sold used vans to builders." in quotes
    assert "Sells tickets at weekends." in quotes
    assert not any("showroom" in quote for quote in quotes)


def test_a_heading_that_names_a_deed_is_told_with_what_stands_below(seller: Candidate) -> None:
    (quote,) = deeds_told(seller, "teach")
    assert "Guest lecturer in pricing" in quote.quote


def test_a_deed_that_nothing_speaks_of_is_told_by_nothing(seller: Candidate) -> None:
    assert deeds_told(seller, "weld") == ()


def test_skills_are_told_by_the_statements_that_name_most(person: Candidate) -> None:
    text = TEXT.replace(
        "Runs a brigade of nine.", "Menu planning, food costing and HACCP.\nTeamwork."
    )
    cook = build_candidate("c", text, source="c", content_hash="c", today=date(2026, 11, 1))
    quotes = [e.quote for e in told(cook, "skills")]
    assert "Menu planning, food costing and HACCP." in quotes[0]
    assert not any("Teamwork" in quote for quote in quotes)
    assert all(e.quote == cook.text[e.start : e.end] for e in told(cook, "skills"))
