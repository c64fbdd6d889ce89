"""Degrees are found with their level and field; states and software are not degrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.vocabulary.degrees import LEVELS, degree_rank, find_degrees, named_subject

DEGREES = [
    ("B.S. in Computer Science", "bachelor", "Computer Science"),
    ("BSc Physics", "bachelor", "Physics"),
    ("Bachelor of Science in Nursing", "bachelor", "Nursing"),
    ("Bachelor of Arts : Psychology , 1999 University of X", "bachelor", "Psychology"),
    ("BA, Economics, Yale University", "bachelor", "Economics"),
    ("bachelor's degree required", "bachelor", None),
    ("BSN, RN", "bachelor", "Nursing"),
    ("MBA", "master", "Business Administration"),
    ("M.Ed.", "master", None),
    ("MS in Accounting", "master", "Accounting"),
    ("MA in Teaching from Columbia University", "master", "Teaching"),
    ("Master's degree in Education", "master", "Education"),
    ("Diplom-Ingenieur Maschinenbau", "master", None),
    ("Ph.D. in Chemistry", "doctorate", "Chemistry"),
    ("Juris Doctor", "doctorate", "Law"),
    ("Associate of Applied Science in Culinary Arts", "associate", "Culinary Arts"),
    ("AS in Business", "associate", "Business"),
    ("AOS : Culinary Arts", "associate", "Culinary Arts"),
    ("A.O.S. in Baking", "associate", "Baking"),
    ("Ausbildung zum Koch", "vocational", None),
    ("apprenticeship as electrician", "vocational", None),
    ("NVQ Level 3", "vocational", None),
    ("High School Diploma", "secondary", None),
    ("GED", "secondary", None),
]
NOT_DEGREES = [
    "Boston, MA 02134",
    "Jackson, MS",
    "MS Office and ms excel",
    "Scrum Master",
    "Master of Ceremonies",
    "as in many cases",
    "Sales Associate",
    "MS DOS and Excel",
    "MBA-level training",
    "March 2010",
    "JD Edwards",
    "Bachelor party",
    "tell me in detail",
    "学士",
    "بكالوريوس",
]


@pytest.mark.parametrize(("text", "level", "field"), DEGREES)
def test_degrees(text: str, level: str, field: str | None) -> None:
    assert [(one.level, one.field) for one in find_degrees(text)] == [(level, field)]


@pytest.mark.parametrize("text", NOT_DEGREES)
def test_lookalikes(text: str) -> None:
    assert find_degrees(text) == []


def test_a_school_is_no_field() -> None:
    found = find_degrees("Associate of Science : Computer Science Southern University")
    assert [one.field for one in found] == ["Computer Science"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("MBA - KMBS (school of management) : May 2012", "Business Administration"),
        ("MBA , IT 2011 Aldermoor University", "IT"),
        ("Bachelor of Science : Physics Honours , 2002", "Physics"),
        ("BSc (Hons) Physics, Aldermoor University", "Physics"),
        ("Master of Science : Trade and Law India Trade", "Trade and Law"),
        ("BA : Business and International Business , 2002", "Business and International Business"),
        ("Master of Arts : History of Art History of Art", "History of Art"),
        ("Associate of Arts : culinary arts", "culinary arts"),
        ("Associate of Arts : Culinary Arts Culinary Institute of Iona", "Culinary Arts"),
        ("Bachelor of Arts : English Literature UC SANTA BARBARA - City", "English Literature"),
        ("Bachelor of Arts : US History Iona University - City", "US History"),
        ("MS : Information Systems Claremont Graduate University", "Information Systems"),
        ("BE : Electronics Engineering National Institute of Iona", "Electronics Engineering"),
        (
            "BS : Organizational Design and Leadership Organizational Design and Leadership",
            "Organizational Design and Leadership",
        ),
        ("Master of Arts : Education & Special Education City", "Education & Special Education"),
        ("BA : worked a lot", None),
    ],
)
def test_a_field_is_said_once_without_school_honours_or_country(
    text: str, field: str | None
) -> None:
    assert find_degrees(text)[0].field == field


def test_the_name_of_a_degree_may_hold_its_subject() -> None:
    assert named_subject("MBA : Marketing, 2012") == "Business Administration"
    assert named_subject("BSc : Physics, MBA") == ""


def test_levels_rise() -> None:
    ranks = [degree_rank(level) for level in LEVELS]
    assert ranks == sorted(set(ranks))
    assert degree_rank("nonsense") == 0


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for mention in find_degrees(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.level in LEVELS


@given(
    st.lists(
        st.sampled_from(
            [
                "B.S.",
                "MA",
                "MS",
                "in",
                "of",
                "Science",
                ",",
                ":",
                "Nursing",
                "University",
                "\n",
                "Ph.D.",
            ]
        )
    )
)
def test_any_word_order_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find_degrees(text):
        assert mention.field is None or mention.field.strip() == mention.field
        assert text[mention.start : mention.end]
