"""Whatever a résumé looks like, each fact says where it stands, and nothing breaks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.candidates import Candidate
from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate
from tools.vocabulary.certifications import canonical_certification, own_certifications
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.skills_told import told_skills
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.titles_seniority import LEVELS

PEOPLE = Path(__file__).parents[3] / "tools" / "sample" / "people"
TODAY = date(2026, 11, 1)


def _read(raw: str) -> Candidate:
    text, _ = normalise(raw)
    return build_candidate("x", text, source="x", content_hash="", today=TODAY)


def _told_by_trade(words: str) -> set[str]:
    folded = " ".join(words.casefold().split())
    rows = read_rows("trade_words.tsv")
    return {r["skill"] for r in rows if folded in map(str.casefold, parts(r["words"]))}


def _kinds_of(words: str) -> set[str]:
    held, rows = canonical_certification(words), read_rows("certifications.tsv")
    return {kind for r in rows if r["certification"] == held for kind in parts(r["kind_of"])}


def _check(person: Candidate) -> None:
    text, profile = person.text, person.profile
    for fact in (*profile.skills, *profile.certifications, *profile.industries, *profile.titles):
        assert 0 <= fact.start < fact.end <= len(text)
    for skill in profile.skills:
        words = text[skill.start : skill.end]
        told = {mention.name for mention in told_skills(words)} | _told_by_trade(words)
        assert canonical_skill(words) == skill.value or skill.value in told
    for certificate in profile.certifications:
        words = text[certificate.start : certificate.end]
        kinds = {m.name for m in own_certifications(words).held} | _kinds_of(words)
        assert canonical_certification(words) == certificate.value or certificate.value in kinds
    for p in profile.positions:
        assert 0 <= p.start <= p.end <= len(text)
        assert p.start <= p.period_start < p.period_end <= p.end
        assert text[p.title_start : p.title_end] == p.title
        assert text[p.employer_start : p.employer_end] == p.employer
        assert p.current or not p.begin or p.begin <= (p.finish or p.begin)
    for e in profile.education:
        assert 0 <= e.start < e.end <= len(text)
        assert text[e.institution_start : e.institution_end] == e.institution
    for language in profile.languages:
        assert 0 <= language.start < language.end <= len(text)
    if profile.location:
        assert 0 <= profile.location.start <= profile.location.end <= len(text)
    assert profile.seniority in ("", *LEVELS)
    assert profile.recent_years is None or 0 <= profile.recent_years <= 5
    for passage in person.passages:
        assert text[passage.start : passage.end].strip()


@pytest.mark.parametrize("path", sorted(PEOPLE.glob("*.jsonl")), ids=lambda path: path.stem)
def test_facts_of_the_bundled_people_stand_where_they_say(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        _check(_read(json.loads(line)["text"]))


PIECES = """Experience
EDUCATION
Skills
Languages: French (fluent), Swahili
Registered Nurse
Chef
Senior Accountant, Harrow Freight Ltd  Jan 2019 – Present
2015 - 2018
06/2012 to 03/2015
Kestrel Foods Inc.  2020–22
BSc Physics, Aldermoor University, 2011
MBA
Python, SQL, k8s
• Led a team of 5 and cut costs by 12 %
Jane Roe
jane.roe@example.com
+44 7700 900 417
Projects
Harvester  Mar 2022 – now
PMP, RN, OSHA 30
Leeds, United Kingdom
Company Name
2031
Dec 2029 – Jan 2031
اللغة العربية
李小龍 軟體工程師
Grew sales; ran R&D
Hobbies: cooking, chess
Date of birth: 3 May 1990
Sex: Female Status: Single
High School Diploma 2004
⟨name⟩
"""


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES.split("\n")), max_size=25),
    st.sampled_from(["\n", "\n\n", "  ", ", ", " | "]),
)
def test_facts_of_any_resume_stand_where_they_say(pieces: list[str], glue: str) -> None:
    _check(_read(glue.join(pieces)))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    _check(_read(text))


def test_a_resume_of_one_line_is_read() -> None:
    person = _read("Line cook, 5 years of experience, ServSafe, Chicago, IL")
    assert person.profile.headline == "Line cook"
    assert person.profile.years_experience == 5
    held = [c.value for c in person.profile.certifications]
    assert held == ["ServSafe", "Food Safety Certification", "Food Handler"]


def test_a_resume_of_800_skills_keeps_each_once_with_few_mentions() -> None:
    from tools.vocabulary.tables import read_folder

    names = [row["skill"] for row in read_folder("skills") if not row.get("ambiguous")][:800]
    person = _read("Skills\n" + ", ".join(names * 2))
    found = {skill.value for skill in person.profile.skills}
    assert len(found) >= 780
    assert len(person.profile.skills) <= 6 * len(found)
    assert sum(p.end - p.start for p in person.passages) <= 700


def test_text_in_other_scripts_is_read_and_keeps_its_words() -> None:
    person = _read("李小龍\n軟體工程師 Python SQL\nمهندس برمجيات Kubernetes\n2019 – Present")
    assert {"Python", "SQL", "Kubernetes"} <= {s.value for s in person.profile.skills}


def test_a_career_without_dates_has_titles_and_no_years() -> None:
    person = _read("Experience\nElectrician\nWired houses and read blueprints.\nForeman")
    assert person.profile.headline
    assert person.profile.years_experience is None
    assert person.profile.recent_years is None


def test_dates_to_come_and_overlapping_jobs_are_counted_once() -> None:
    person = _read(
        "Experience\nNurse, Alpha Clinic  Jan 2020 – Dec 2030"
        "\nNurse, Beta Clinic  Jan 2022 – Dec 2024\nNurse, Gamma Clinic  Jan 2028 – Dec 2029"
    )
    assert [p.begin for p in person.profile.positions] == ["2020-01", "2022-01"]
    assert person.profile.positions[0].current
    assert person.profile.years_experience == 6.9


def test_a_job_listed_twice_counts_once() -> None:
    job = "Sales Associate, Kestrel Foods  Mar 2018 – Feb 2020\n"
    person = _read(f"Work Experience\n{job}• Sold cheese\n\nWork History\n{job}")
    assert len(person.profile.positions) == 1


def test_a_project_with_dates_is_no_job() -> None:
    person = _read(
        "Experience\nBaker, Harrow Ltd  Mar 2018 – Feb 2020\n\nProjects\nHarvester  2021 – now\n"
    )
    assert [p.title for p in person.profile.positions] == ["Baker"]


def test_the_job_on_top_that_only_began_still_lasts() -> None:
    person = _read(
        "Experience\nSales Manager 04/2024\nGrew the north.\n"
        "Sales Agent 01/2020 to 03/2024\nSold.\n"
    )
    assert [p.current for p in person.profile.positions] == [True, False]


def test_cooking_as_a_hobby_is_no_skill() -> None:
    person = _read("Skills\nPython, SQL\n\nHobbies\ncooking, piano\n")
    assert {s.value for s in person.profile.skills} == {"Python", "SQL"}
