"""Periods are read in the ways of many countries, and what cannot be is told of."""

from __future__ import annotations

from datetime import date

import pytest

from tools.candidates import Candidate
from tools.ingest.dates.periods import find_dates
from tools.ingest.profile import build_candidate

AS_OF = "2026-11"


@pytest.mark.parametrize(
    ("said", "begin", "finish"),
    [
        ("05.2019 – heute", "2019-05", ""),
        ("depuis 2018", "2018-01", ""),
        ("2019年4月 - 2021年3月", "2019-04", "2021-03"),
        ("2019年4月〜現在", "2019-04", ""),
        ("2019年4月至今", "2019-04", ""),
        ("2019년 4월 ~ 현재", "2019-04", ""),
        ("2019.04 ~ 2021.03", "2019-04", "2021-03"),
        ("Spring 2017 - Fall 2018", "2017-03", "2018-09"),
        ("Q3 2018 – Q1 2020", "2018-08", "2020-02"),
        ("с 2018 по 2020", "2018-01", "2020-12"),
        ("июнь 2018 г. – настоящее время", "2018-06", ""),
        ("květen 2016 – září 2018", "2016-05", "2018-09"),
        ("leden 2018 – současnost", "2018-01", ""),
        ("Haziran 2018 – Halen", "2018-06", ""),
        ("Μάρτιος 2015 – σήμερα", "2015-03", ""),
        ("mars 2018 – nuvarande", "2018-03", ""),
        ("toukokuu 2018 – elokuu 2019", "2018-05", "2019-08"),
        ("01.02.2015 - 31.03.2018", "2015-02", "2018-03"),
    ],
)
def test_a_period_is_read_in_many_ways_of_writing(said: str, begin: str, finish: str) -> None:
    (period,), _ = find_dates(f"Cook\n{said}\nBaked bread.", AS_OF)
    assert (period.begin, period.finish, period.current) == (begin, finish, not finish)


@pytest.mark.parametrize("said", ["paid $2019.04", "FAQ 2 of 2018", "by 2007 and 2003"])
def test_a_number_like_a_date_is_no_period(said: str) -> None:
    assert all(period.single for period in find_dates(said, AS_OF)[0])


def person(dates: str) -> Candidate:
    text = f"EXPERIENCE\nBaker, Lumen\n{dates}\nBaked bread.\n\nCook, Sol\n2012 - 2014\nCooked."
    return build_candidate(
        "x", text, source="", content_hash="", today=date(2026, 11, 22), warnings=()
    )


@pytest.mark.parametrize(
    ("dates", "reason"),
    [
        ("31/02/2099 - present", "lie in the future were not counted"),
        ("03/2030 - 05/2031", "lie in the future were not counted"),
        ("1900 - 1910", "begin before 1945 were not counted"),
        ("March 2019 - May 2015", "end before they begin were counted as one month"),
    ],
)
def test_dates_that_cannot_be_are_told_of_and_add_no_years(dates: str, reason: str) -> None:
    made = person(dates)
    assert any(reason in warning for warning in made.warnings)
    assert made.profile.years_experience is not None
    assert made.profile.years_experience <= 3.1


def test_a_job_whose_dates_are_turned_round_is_kept() -> None:
    assert [p.title for p in person("March 2019 - May 2015").profile.positions] == ["Baker", "Cook"]


def test_ordinary_dates_are_not_told_of() -> None:
    for dates in ("2015 - 2019", "June 2025 - June 2027", "May 2018 - May 2018", "2024 – present"):
        assert person(dates).warnings == ()
