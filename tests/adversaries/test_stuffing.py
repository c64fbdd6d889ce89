"""Who stuffs a résumé with trades or says one thing over and over gains nothing by it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tools.candidates import Candidate
from tools.index.local import LocalIndex
from tools.ingest.building import made_of
from tools.ingest.guards.stuffing import without_stuffing
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.ingest.records import Entry, Text
from tools.request import read_request

SAMPLE = Path(__file__).parents[2] / "tools" / "sample" / "people"
TRADES = """welder, MIG, TIG, nurse, ICU, chef, sous chef, accountant, CPA, SAP, Kubernetes,
Terraform, AWS, Java, Spring, truck driver, CDL A, teacher, lawyer, HR manager, plumber,
electrician"""
HEAD = "Sam Tester\nsam@example.org\nBremen\n\nWelder, Weser Yard, Bremen, 2019 - present\n\n"
HONEST = """Ida Muster{n}
ida{n}@example.org
Bremen

Experience
Welder, Elbe Dock {n}, Bremen, 2014 - 2023
- MIG and TIG welding of hulls and rudders

Education
Secondary school, Bremen, 2010
"""


def _person(candidate_id: str, text: str) -> Candidate:
    entry = Entry(candidate_id, f"{candidate_id}.txt", candidate_id, Text(text))
    made = made_of(entry, build_candidate, date(2026, 11, 22))
    assert isinstance(made, Candidate)
    return made


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize("label", ["Skills: ", "Skills\n- ", ""])
def test_a_list_of_unrelated_trades_proves_none_and_is_told_of(times: int, label: str) -> None:
    listed = ", ".join([TRADES] * times)
    made = _person("s", HEAD + label + (listed.replace(", ", "\n- ") if "-" in label else listed))
    assert {fact.value for fact in made.profile.skills} <= {"MIG Welding", "TIG Welding"}
    assert [position.title for position in made.profile.positions] == ["Welder"]
    assert made.warnings[0].startswith("Text that lists unrelated trades was left out: “welder")


def test_a_stuffer_ranks_below_honest_people(tmp_path: Path) -> None:
    index = LocalIndex(tmp_path, HashEmbedder())
    honest = [_person(f"h{n}", HONEST.format(n=n)) for n in range(5)]
    index.upsert("t", [*honest, _person("s", HEAD + "Skills: " + ", ".join([TRADES] * 20))])
    for request in ("welder with MIG in Bremen or Hamburg", "welders with TIG"):
        assert index.search("t", read_request(request).criteria).ids[-1] == "s"


@pytest.mark.parametrize("said", ["MIG welding, TIG welding, ", "I weld hulls. I love MIG. "])
def test_what_is_said_over_and_over_is_read_once(said: str) -> None:
    once, told = without_stuffing(f"Jo Roe\n\nSkills\n{said * 40}")
    assert once.count(said.split(",")[0].split(".")[0]) == 1
    assert told[0].startswith("Text that is said over and over was read once: ")


def test_nobody_of_the_sample_is_taken_for_a_stuffer() -> None:
    for file in sorted(SAMPLE.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            text, _ = normalise(json.loads(line)["text"])
            assert without_stuffing(text) == (text, ()), file.name


def test_many_dated_jobs_of_different_trades_are_a_career() -> None:
    trades = ("Cook", "Nurse", "Welder", "Teacher", "Plumber", "Accountant", "Lawyer", "Driver")
    jobs = "".join(f"{t}, Harrow Works, {2000 + n} - {2001 + n}\n" for n, t in enumerate(trades))
    assert without_stuffing(jobs) == (jobs, ())
