"""One fictional person, laid out in many ways, is read as the same person every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.data.rendering import docx_layouts, pdf_layouts
from tests.data.rendering.resume_parts import Resume, Section
from tools.candidates import Candidate
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.ingest.readers import read_file
from tools.ingest.records import Problem

JOBS = (
    ("Senior Logistics Coordinator", "Harrow Freight Ltd", "Mar 2021", "Present"),
    ("Warehouse Supervisor", "Kestrel Foods Inc.", "Jun 2017", "Feb 2021"),
    ("Forklift Operator", "Dunmore Timber Co.", "Jan 2015", "May 2017"),
)
DUTIES = (
    "Planned 40 loads a day with SAP and kept cycle counting above 99 %",
    "Led a shift of twelve and trained new colleagues in forklift operation",
    "Loaded and unloaded trailers with a reach truck",
)
DEGREES = (
    ("BSc in Supply Chain Management", "Aldermoor University", "2014"),
    ("MBA in Operations", "Fenwick Business School", "2020"),
)
SKILLS = ("Skills", "SAP, Excel, inventory management, cycle counting, forklift operation")
LANGUAGES = ("Languages", "English (native), Spanish (fluent)")
CONTACT = ["Leeds, United Kingdom | jo.tarnfield@example.org | +44 7700 900 118"]


@dataclass(frozen=True)
class Order:
    """How the lines of an entry are written."""

    job: str
    degree: str


ORDERS = {
    "title first": Order("{title}, {employer}|{dates}", "{degree}, {school}|{year}"),
    "employer first": Order("{employer}, {title}|{dates}", "{school}, {degree}|{year}"),
    "title below": Order("{employer}|{dates}/{title}", "{school}|{year}/{degree}"),
    "title above": Order("{title}/{employer}|{dates}", "{degree}/{school}|{year}"),
}


def _lines(pattern: str, **values: str) -> list[tuple[str, str, str]]:
    """Return the lines of an entry; what follows a stroke is its date."""
    lines = []
    for line in pattern.split("/"):
        words, _, when = line.partition("|")
        lines.append(("plain", words.format(**values), when.format(**values)))
    return lines


def _resume(order: Order) -> Resume:
    work, study = Section("Work Experience"), Section("Education")
    for (title, employer, begin, finish), duty in zip(JOBS, DUTIES, strict=True):
        dates = f"{begin} – {finish}"
        work.lines += _lines(order.job, title=title, employer=employer, dates=dates)
        work.lines += [("bullet", duty, ""), ("blank", "", "")]
    for degree, school, year in DEGREES:
        study.lines += _lines(order.degree, degree=degree, school=school, year=year)
        study.lines.append(("blank", "", ""))
    short = [Section(heading, [("plain", words, "")]) for heading, words in (SKILLS, LANGUAGES)]
    return Resume("lo-99", "Jo Tarnfield", CONTACT, [work, study, *short])


def _read(path: Path) -> Candidate:
    read = read_file(path.name, path.read_bytes())[0]
    assert not isinstance(read, Problem)
    text, _ = normalise(read.text)
    day = date(2026, 11, 1)
    return build_candidate("x", text, source=path.name, content_hash="", today=day)


def _facts(person: Candidate) -> dict[str, object]:
    profile = person.profile
    return {
        "headline": profile.headline,
        "positions": [(p.title, p.employer, p.begin, p.finish) for p in profile.positions],
        "education": [(e.level, e.field, e.institution) for e in profile.education],
        "skills": {s.value for s in profile.skills} & WANTED,
        "languages": [(x.name, x.level) for x in profile.languages],
        "place": profile.location and (profile.location.city, profile.location.country),
        "years": profile.years_experience,
        "name": person.identity.name,
    }


WANTED = {"SAP", "Excel", "inventory management", "cycle counting", "forklift operation"}
EXPECTED = {
    "headline": JOBS[0][0],
    "positions": [
        (JOBS[0][0], JOBS[0][1], "2021-03", ""),
        (JOBS[1][0], "Kestrel Foods Inc", "2017-06", "2021-02"),
        (JOBS[2][0], "Dunmore Timber Co", "2015-01", "2017-05"),
    ],
    "education": [
        ("bachelor", "Supply Chain Management", "Aldermoor University"),
        ("master", "Operations", "Fenwick Business School"),
    ],
    "skills": WANTED,
    "languages": [("English", "native"), ("Spanish", "fluent")],
    "place": ("Leeds", "GB"),
    "years": 11.9,
    "name": "Jo Tarnfield",
}


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("design", pdf_layouts.DESIGNS, ids=lambda design: design.layout)
def test_a_pdf_in_any_layout_and_order_yields_the_same_person(
    design: pdf_layouts.Design, order: str, tmp_path: Path
) -> None:
    path = tmp_path / "cv.pdf"
    pdf_layouts.write_pdf(_resume(ORDERS[order]), design, path)
    assert _facts(_read(path)) == EXPECTED


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("design", docx_layouts.DESIGNS)
def test_a_word_document_in_any_layout_and_order_yields_the_same_person(
    design: str, order: str, tmp_path: Path
) -> None:
    path = tmp_path / "cv.docx"
    docx_layouts.write_docx(_resume(ORDERS[order]), design, path)
    assert _facts(_read(path)) == EXPECTED
