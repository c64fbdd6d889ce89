"""A career told in sentences is read with its titles and its years, and a denial is no job."""

from __future__ import annotations

from datetime import date

from tools.candidates import Profile
from tools.ingest.profile import build_candidate


def _read(text: str) -> Profile:
    whole = f"Jo Tarnfield\nWick, Scotland\n\n{text}\n"
    return build_candidate("p", whole, source="", content_hash="", today=date(2026, 11, 1)).profile


def _jobs(profile: Profile) -> list[tuple[str, str, str]]:
    return sorted((p.begin, p.title, "now" if p.current else p.finish) for p in profile.positions)


def test_jobs_with_titles_no_vocabulary_knows_are_read_until_one_stayed() -> None:
    told = _read(
        "I began at Harrow Looms in June 2001 as a Loomfloor Agent. In May 2004 I moved on and "
        "became Loomfloor Supervisor: nine agents and much noise. I stayed until March 2010.\n\n"
        "Since September 2022 I have been Loom Support Technician with the Aldermoor mills."
    )
    assert _jobs(told) == [
        ("2001-06", "Loomfloor Agent", "2004-05"),
        ("2004-05", "Loomfloor Supervisor", "2010-03"),
        ("2022-09", "Loom Support Technician", "now"),
    ]
    assert told.headline == "Loom Support Technician"


def test_titles_right_before_both_their_dates_are_read_and_what_is_denied_since_is_not() -> None:
    told = _read(
        "For four years I was a Java Developer, but I have not written code since 2016.\n\n"
        "Since March 2019 I have been Engineering Manager at Harrow Software. Before that I was at "
        "Tarn Commerce: Java Developer from May 2011 to May 2015, on orders, then Team Lead from "
        "June 2015 to February 2019 for five people."
    )
    assert _jobs(told) == [
        ("2011-05", "Java Developer", "2015-05"),
        ("2015-06", "Team Lead", "2019-02"),
        ("2019-03", "Engineering Manager", "now"),
    ]


def test_the_last_job_told_lasts_and_an_earlier_one_within_an_entry_counts() -> None:
    told = _read(
        "I came back in September 2025 as HR Administrator at Harrow Optics. It goes well.\n\n"
        "Earlier: HR Generalist at Aldermoor Devices, Wick, March 2015 to July 2021. Grievances. "
        "HR Administrator there from June 2012 to February 2015."
    )
    assert _jobs(told) == [
        ("2012-06", "HR Administrator", "2015-02"),
        ("2015-03", "HR Generalist", "2021-07"),
        ("2025-09", "HR Administrator", "now"),
    ]
    assert told.years_experience == 10.4


def test_a_line_with_a_city_and_its_district_is_where_somebody_lives() -> None:
    whole = "Jo Tarnfield\nBerlin-Wedding\njo@example.org\n\nSkills: Excel\n"
    person = build_candidate("p", whole, source="", content_hash="", today=date(2026, 11, 1))
    assert person.profile.location is not None
    assert person.profile.location.city == "Berlin"


def test_a_village_no_gazetteer_knows_is_placed_by_its_county() -> None:
    whole = "Jo Tarnfield\nTarnfieldbridge, Co. Clare (by the river) | jo@example.org\n\nExcel\n"
    person = build_candidate("p", whole, source="", content_hash="", today=date(2026, 11, 1))
    home = person.profile.location
    assert home is not None
    assert (home.name, home.country) == ("County Clare, Ireland", "IE")
    assert person.text[home.start : home.end] == "Co. Clare"
