"""A dated line begins a job however the rest of it is written, and a dated prize is no job."""

from __future__ import annotations

from datetime import date

import pytest

from tools.ingest.normalise import normalise
from tools.ingest.profile import build_candidate

ACCOUNT = (
    "Works with the head of the kitchen to make menus that suit the season, trains six cooks and "
    "keeps the stores in order"
)


def jobs(text: str) -> list[tuple[str, str, str]]:
    stored, _ = normalise(text)
    made = build_candidate("x", stored, source="", content_hash="", today=date(2026, 11, 22))
    return [(p.title, p.begin, p.finish) for p in made.profile.positions]


@pytest.mark.parametrize(
    "line",
    [
        f"Company Name City , State Sous Chef 03/2017 to 05/2019 {ACCOUNT}",
        f"Sous Chef , 03/2017 to 05/2019 Company Name – City , State {ACCOUNT}",
        f"Sous Chef (March 2017 - May 2019) {ACCOUNT}",
        f"Sous Chef\nMarch 2017 to May 2019 Company Name – City , State {ACCOUNT}",
        "Sous Chef\nMarch 2017\nto\nMay 2019\nCompany Name City , State\nMakes menus.",
    ],
)
def test_a_job_is_read_whose_account_follows_its_dates(line: str) -> None:
    text = f"EXPERIENCE\n{line}\nKeeps it clean.\n\nBaker\n06/2012 to 08/2015\nBaked bread."
    assert jobs(text) == [("Sous Chef", "2017-03", "2019-05"), ("Baker", "2012-06", "2015-08")]


def test_dates_set_over_three_lines_belong_to_the_title_below() -> None:
    text = (
        "EXPERIENCE\nJanuary 2018\nto\nCurrent\nCompany Name City , State Teacher\nTaught.\n"
        "May 2015\nto\nDecember 2017\nCompany Name City , State Barista\nServed coffee."
    )
    assert jobs(text) == [("Teacher", "2018-01", ""), ("Barista", "2015-05", "2017-12")]


@pytest.mark.parametrize(
    "line",
    [
        "2014-15 Harrow Scholastic Award",
        "2010-2014 Westhill High School Honor Roll",
        "Dean's List 2005 - 2007",
        "Rowan Memorial Scholarship 06/2013-05/2014",
        "Teacher of the Year, Harrow School 2010-2011",
    ],
)
def test_a_dated_prize_is_no_job(line: str) -> None:
    text = f"Accomplishments\n{line}\n\nEXPERIENCE\nBaker\n06/2012 to 08/2015\nBaked bread."
    assert jobs(text) == [("Baker", "2012-06", "2015-08")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Sales Manager (Employee of the Year 2018), Harrow Ltd, 2015 – 2019", "Sales Manager"),
        ("Editor, Book of the Month Club, 2015 – 2019", "Editor"),
        ("Head of the Year, Elm School, 2015 – 2019", "Head of the Year"),
    ],
)
def test_a_job_beside_whose_title_a_prize_stands_is_a_job(line: str, title: str) -> None:
    (job,) = jobs(f"EXPERIENCE\n{line}\nLed ten.")
    assert (job[0].startswith(title), job[1:]) == (True, ("2015-01", "2019-12"))


@pytest.mark.parametrize("line", ["Nimbus Cola 2014 - 2016", "June 2012 to August 2015"])
def test_a_dated_line_within_a_job_that_names_no_other_is_part_of_it(line: str) -> None:
    text = f"EXPERIENCE\nArt Director, Harrow Studio, June 2012 to August 2017\nAccounts:\n{line}"
    assert jobs(text) == [("Art Director", "2012-06", "2017-08")]


def test_a_job_whose_title_sounds_like_a_certificate_is_read_where_jobs_stand() -> None:
    text = "EXPERIENCE\nCertified Custom Framer 01/2015 to 03/2018\nFramed pictures."
    assert jobs(text) == [("Certified Custom Framer", "2015-01", "2018-03")]


def test_what_stands_where_an_employer_was_hidden_makes_no_title_too_long() -> None:
    line = (
        "Company Name City , State Assistant to the Deputy Minister of Works, Roads and Housing in"
    )
    text = f"EXPERIENCE\n{line} the North 10/2014 to 12/2014\nKept the diary.\nTyped letters."
    assert [begin for _, begin, _ in jobs(text)] == ["2014-10"]


def test_a_title_no_table_knows_is_read_where_its_line_goes_on_in_prose() -> None:
    line = "Journeywoman on the road, worked with nine masters in the north"
    text = f"EXPERIENCE\nBaker\n06/2017 to 08/2019\nBaked.\n\nMay 2014 to June 2017\n{line}"
    assert jobs(text)[1] == ("Journeywoman on the road", "2014-05", "2017-06")
