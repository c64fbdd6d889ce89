"""What a person holds is found under the name of the degree as well as under its subject."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tools.evidence.resumes import planner
from tools.criteria import Criterion
from tools.evidence import judge
from tools.evidence.facts import judge_education
from tools.ingest.profile import build_candidate

RESUME = "Jo Tarnfield\nPlanner\nEducation\nMBA : Marketing, Aldermoor University, 2012"


@pytest.mark.parametrize(
    ("subject", "verdict"),
    [("Business Administration", "met"), ("marketing", "met"), ("law", "missing"), ("", "met")],
)
def test_a_degree_meets_a_wish_for_its_name_or_its_subject(subject: str, verdict: str) -> None:
    person = build_candidate("p", RESUME, source="", content_hash="", today=date(2026, 11, 1))
    wish = Criterion("education", "master", subject=subject)
    assert judge_education(person, wish).verdict == verdict


def test_a_lower_degree_is_quoted() -> None:
    person = build_candidate("p", RESUME, source="", content_hash="", today=date(2026, 11, 1))
    found = judge(person, Criterion("education", "doctorate"))
    assert (found.verdict, found.note) == ("missing", "lower degree")
    assert found.quote is not None
    assert found.quote.startswith("MBA : Marketing")


@pytest.mark.parametrize(
    ("work", "verdict"), [("Sold shoes.", "unclear"), ("Worked on a dairy farm.", "met")]
)
def test_a_degree_in_a_field_is_no_work_in_that_industry(work: str, verdict: str) -> None:
    text = f"Jo Tarnfield\nClerk\n{work}\nEducation\nBS in Agriculture, Harrow College, 2010"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("industry", "agriculture")).verdict == verdict


def test_a_licence_of_others_in_the_words_of_a_resume_is_not_met() -> None:
    text = "Jo Tarnfield\nPractical nurse\nCare under direct RN supervision."
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    assert judge(person, Criterion("certification", "RN")).verdict == "unclear"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("degree in computer science", "missing"),
        ("degree in computer science or a related field", "unclear"),
        ("degree in computer science, or similar", "unclear"),
        ("computer science degree, related courses welcome", "missing"),
    ],
)
def test_a_degree_is_not_missing_by_its_field_where_a_related_one_will_do(
    said: str, verdict: str
) -> None:
    person = planner("Education\nBachelor of Science in Music, Aldermoor University, 2012")
    wish = Criterion("education", "bachelor", subject="computer science", said=said)
    assert judge(person, wish).verdict == verdict


NEAR = [
    ("Physics", "computer science"),
    ("Statistics", "computer science"),
    ("Mathematics", "finance"),
    ("Statistics", "finance"),
    ("Actuarial Science", "finance"),
    ("Mathematics", "accounting"),
    ("Mathematics", "mechanical engineering"),
    ("Computer Science", "statistics"),
    ("Finance", "mathematics"),
    ("Supply Chain Management", "industrial engineering"),
    ("Industrial Engineering", "supply chain management"),
    ("Information Systems", "business"),
    ("Industrial Engineering", "business"),
    ("Political Science", "public administration"),
    ("Civil Engineering", "environmental science"),
    ("English", "education"),
    ("Music", "education"),
    ("Linguistics", "education"),
    ("Psychology", "education"),
    ("History", "education"),
    ("Spanish", "education"),
    ("Physical Education", "kinesiology"),
    ("Education", "social work"),
    ("English", "marketing"),
    ("Graphic Design", "marketing"),
]
FAR = [
    ("Music", "computer science"),
    ("Music", "psychology"),
    ("Political Science", "business administration"),
    ("Mathematics", "nursing"),
    ("Industrial Design", "business"),
    ("Education", "civil engineering"),
]


@pytest.mark.parametrize(
    ("studied", "field", "verdict"),
    [(*pair, "partly") for pair in NEAR] + [(*pair, "missing") for pair in FAR],
)
def test_a_degree_in_a_field_near_the_one_asked_for_is_partly_it_and_a_far_one_is_not(
    studied: str, field: str, verdict: str
) -> None:
    person = planner(f"Education\nBachelor of Science in {studied}, Aldermoor University, 2012")
    wish = Criterion("education", "bachelor", subject=field)
    assert judge_education(person, wish).verdict == verdict


@pytest.mark.parametrize(
    ("degree", "field", "verdict"),
    [
        ("B.S.E : Civil Engineering , 1991 Harrow School of Mines", "civil engineering", "met"),
        ("BS : Business, Accounting and Finance", "accounting", "met"),
        ("BS : Business Administration Accounting", "accounting", "met"),
        ("BS : Mechanical Engineering", "civil engineering", "partly"),
        ("BS : Mechanical Engineering", "construction management or engineering", "met"),
        ("BA : Business Administration and Management", "construction management", "partly"),
        ("BA : History, Aldermoor School of Business", "business", "missing"),
        ("BS : Marketing, Accounting minor", "accounting", "partly"),
        ("BA : Business Management", "business administration", "met"),
        ("B.Sc. Computer Science, Harrow, 2016. Thesis on search.", "computer science", "met"),
        ("BA in Philosophy of Science", "computer science", "missing"),
        ("BBA, Harrow University", "computer science", "missing"),
        ("BS in Mathematics", "computer science", "partly"),
        ("BA in Sound Studies", "computer science", "partly"),
    ],
)
def test_a_degree_is_of_each_field_it_names_and_of_no_other(
    degree: str, field: str, verdict: str
) -> None:
    text = f"Jo Tarnfield\nPlanner\nEducation\n{degree}"
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    wish = Criterion("education", "bachelor", subject=field)
    assert judge_education(person, wish).verdict == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Took part in Scrum meetings.", "unclear"),
        ("Certified in Scrum, 2019.", "met"),
    ],
)
def test_a_skill_that_is_mentioned_is_no_certificate_of_it(said: str, verdict: str) -> None:
    assert judge(planner(said), Criterion("certification", "Scrum")).verdict == verdict


@pytest.mark.parametrize(
    ("industry", "said", "shown"),
    [
        ("media", "Wrote social media content.", False),
        ("media", "Kept up media relations.", False),
        ("media", "Sold advertising in media and print.", True),
        ("energy", "Brought high energy to work.", False),
        ("energy", "Led energy efficiency drives in buildings.", False),
        ("energy", "Served the energy sector.", True),
    ],
)
def test_a_word_in_another_sense_is_no_industry(industry: str, said: str, shown: bool) -> None:
    assert (judge(planner(said), Criterion("industry", industry)).verdict != "unclear") is shown
