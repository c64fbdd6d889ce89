"""Where somebody lives when the name of the town is that of several."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Location
from tools.ingest.given_fields import GivenFields
from tools.ingest.home_country import dialled
from tools.ingest.profile import build_candidate


def _home(text: str, given: GivenFields | None = None) -> Location | None:
    person = build_candidate(
        "p", text, source="", content_hash="", today=date(2026, 11, 1), given=given
    )
    return person.profile.location


def _place(text: str) -> tuple[str, str, str] | None:
    home = _home(text)
    return (home.city, home.region, home.country) if home else None


TAIL = "\n\nSkills: Excel\n"
JOBS = "\n\nExperience\nClerk, Tarn Mills, {}, 2015 - 2019\nClerk, Harrow Mills, {}, 2020 - now\n"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        # The phone says it.
        ("Calle Mayor 4, Valencia\njo@example.org · +34 555 0168", ("Valencia", "60", "ES")),
        ("Valencia | jo@example.org | 0034 555 016 800", ("Valencia", "60", "ES")),
        ("Valencia | jo@example.org | +58 555 016 8000", ("Valencia", "07", "VE")),
        ("Brest · jo@example.org · +33 555 01 62 11", ("Brest", "53", "FR")),
        ("Birmingham | jo@example.org | (205) 555-0117", ("Birmingham", "AL", "US")),
        ("Birmingham | jo@example.org | +44 20 7946 0127", ("Birmingham", "ENG", "GB")),
        # Nothing says it: the best known.
        ("Birmingham | jo@example.org", ("Birmingham", "ENG", "GB")),
        ("Brest | jo@example.org", ("Brest", "01", "BY")),
        # What stands beside it decides, whatever the phone says.
        ("Valencia, Venezuela | +34 555 0168", ("Valencia", "07", "VE")),
        ("Brest, Finistère, France | +375 555 016 800", ("Brest", "53", "FR")),
        ("London, UK | (416) 555-0117", ("London", "ENG", "GB")),
        # A phone kept from an earlier life moves no metropolis by itself.
        ("Pune and Bengaluru, India (base: Bengaluru) | +91 555 0168", ("Bengaluru", "19", "IN")),
    ],
)
def test_a_town_of_many_is_the_one_its_phone_belongs_to(
    header: str, expected: tuple[str, str, str]
) -> None:
    assert _place(f"Jo Tarnfield\n{header}{TAIL}") == expected


@pytest.mark.parametrize(
    ("town", "jobs", "expected"),
    [
        ("Valencia", ("Madrid", "Alicante"), "ES"),
        ("Valencia", ("Caracas", "Maracaibo"), "VE"),
        ("Brest", ("Quimper", "Rennes, France"), "FR"),
        ("Brest", ("Minsk", "Grodno"), "BY"),
        ("Perth", ("Dundee, Scotland", "Stirling, Scotland"), "GB"),
        ("Perth", ("Sydney, NSW", "Stirling, Scotland"), "AU"),
        ("Richmond", ("Norfolk, VA", "Roanoke, VA"), "US"),
    ],
)
def test_a_town_of_many_is_the_one_of_the_other_places(
    town: str, jobs: tuple[str, str], expected: str
) -> None:
    found = _place(f"Jo Tarnfield\n{town} | jo@example.org{JOBS.format(*jobs)}")
    assert found is not None
    assert found[2] == expected


def test_a_place_given_in_a_column_is_weighed_as_one_that_is_read() -> None:
    home = _home(f"Jo Tarnfield\n+34 555 0168{TAIL}", GivenFields(location="Valencia"))
    assert home is not None
    assert home.country == "ES"


@pytest.mark.parametrize(
    "line",
    [
        "Place of Birth: Billings, Montana",
        "Born in Fort Dodge, Iowa",
        "I grew up in Superior, Montana",
        "Nato a Bologna, Italia",
        "Originally from Boston, MA",
    ],
)
def test_where_somebody_was_a_child_is_no_home(line: str) -> None:
    assert _home(f"Jo Tarnfield\njo@example.org\n\nPersonal Information\n{line}\n{TAIL}") is None


def test_where_somebody_lives_now_comes_before_where_they_were_born() -> None:
    text = (
        "Personal Information\nPlace of Birth: Manila, Philippines\nPresent Resident in Boise, ID\n"
    )
    assert _place(f"Jo Tarnfield\njo@example.org\n\n{text}{TAIL}") == ("Boise", "ID", "US")


@pytest.mark.parametrize(
    "line",
    ["Kitchen, Bar, & Dining Room Operations", "Windows XP, Vista, 7", "Six Sigma, Greenbelt"],
)
def test_an_everyday_word_in_a_list_is_no_home(line: str) -> None:
    assert _home(f"Jo Tarnfield\n{line}\njo@example.org{TAIL}") is None


@pytest.mark.parametrize(
    ("phone", "countries"),
    [
        ("+34 555 0168", {"ES"}),
        ("(+351) 22 555 0109", {"PT"}),
        ("0044 20 7946 0127", {"GB"}),
        ("(713) 555-0142", {"US", "CA"}),
        ("020 7946 0158", set()),
        ("00100-5550", set()),
        ("", set()),
    ],
)
def test_a_phone_belongs_to_the_countries_of_its_code(phone: str, countries: set[str]) -> None:
    assert dialled([phone]) == countries
