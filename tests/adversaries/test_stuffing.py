"""Who stuffs a résumé with trades or says one thing over and over gains nothing by it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HashEmbedder
from tools.candidates import Candidate
from tools.index.local import LocalIndex
from tools.ingest.building import made_of
from tools.ingest.guards.stuffing import without_stuffing
from tools.ingest.normalise import normalise
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
    made = made_of(entry, date(2026, 11, 22))
    assert isinstance(made, Candidate)
    return made


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize("label", ["Skills: ", "Skills\n- ", "", "Bremen\nSkills\n"])
def test_a_list_of_unrelated_trades_loses_them_alone_and_is_told_of(times: int, label: str) -> None:
    listed = ", ".join([TRADES] * times)
    made = _person("s", HEAD + label + (listed.replace(", ", "\n- ") if "-" in label else listed))
    assert not {"teacher", "lawyer", "plumber"} & set(re.findall(r"\w+", made.text.lower()))
    assert "critical care" in {fact.value for fact in made.profile.skills}
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
    assert told == ("Text that is said over and over was read once.",)


def test_nobody_of_the_sample_is_taken_for_a_stuffer() -> None:
    for file in sorted(SAMPLE.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            text, _ = normalise(json.loads(line)["text"])
            assert without_stuffing(text) == (text, ()), file.name


JOBS = """Cashier, Maple Mart\nCook, Blue Door\nWelder, Iron Works\nNurse Aide, Elm Home
Truck Driver, Fast Freight\nTeacher, Oak School\nElectrician, Volt Ltd\nPlumber, Pipes Inc
Accountant, Sum Ltd\nLawyer, Writ Ltd\nReceptionist, Front Desk Inc"""
NAMED = "cashiers, cooks, welders, nurses, truck drivers, teachers, electricians, plumbers, lawyers"
TOP = "Orla Quill\norla@example.org\n+353 1 555 0100\n"


@pytest.mark.parametrize(
    "honest",
    [
        "".join(
            f"{job.strip()}, {2000 + n} - {2001 + n}\n" for n, job in enumerate(JOBS.split("\n"))
        ),
        f"Work history\n{JOBS}",
        JOBS,
        f"Work history\nBaker, accountant, carpenter, {NAMED}",
        f"Agency temp. Previous assignments: {NAMED}, accountants, carpenters.",
        f"Recruited for clients in Cork: accountants, carpenters, {NAMED}.",
        f"Taught English for work to bakers, accountants, carpenters, {NAMED}.",
        f"Skills\nRecruiting for: accountants, carpenters, {NAMED}.",
        TOP + "".join(f"Tool{n}: Expert\n" for n in range(40)),
        TOP + "".join(f"Tool{n} | Expert | daily\n" for n in range(40)),
        TOP + "".join(f"-\nBuilt shed {n}\n●\n" for n in range(40)),
    ],
)
def test_jobs_people_placed_and_tables_of_skills_are_no_stuffing(honest: str) -> None:
    assert without_stuffing(honest) == (honest, ())
