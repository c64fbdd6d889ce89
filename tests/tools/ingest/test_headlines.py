"""The headline is what a person says to be: the job on top, not a side job or an older one."""

from __future__ import annotations

from datetime import date

from tools.ingest.profile import build_candidate


def _headline(text: str) -> str:
    person = build_candidate("p", text, source="", content_hash="", today=date(2026, 11, 1))
    return person.profile.headline


def test_a_side_job_that_began_later_is_no_headline() -> None:
    text = (
        "Jo Tarnfield\nREGISTERED NURSE WITH EIGHT YEARS ON INTENSIVE CARE WARDS OF HARROW\n"
        "Experience\n"
        "Nurse Clinician II 09/2013 to Current\nHarrow Hospital\nCared for patients.\n"
        "Dancer 08/2014 to Current\nHarrow Club\nDanced at games.\n"
    )
    assert _headline(text) == "Nurse Clinician II"


def test_the_latest_job_is_the_headline_where_the_top_names_no_trade() -> None:
    text = (
        "Jo Tarnfield\nExperience\n"
        "Nurse Clinician II 09/2013 to Current\nHarrow Hospital\nCared for patients.\n"
        "Dancer 08/2014 to Current\nHarrow Club\nDanced at games.\n"
    )
    assert _headline(text) == "Dancer"


def test_a_job_with_a_single_date_is_the_headline_if_it_stands_on_top() -> None:
    text = (
        "Jo Tarnfield\nPERSONAL TRAINER\nExperience\n"
        "Personal Trainer\nMarch 2013\nHarrow Club\nTrained clients.\n"
        "Sales Assistant 05/2006 to 04/2011\nHarrow Store\nSold shoes.\n"
    )
    assert _headline(text) == "Personal Trainer"


def test_a_title_on_top_that_no_job_repeats_gives_way_to_the_latest_job() -> None:
    text = (
        "Jo Tarnfield\nPERSONAL TRAINER\nExperience\n"
        "Sales Assistant 05/2006 to 04/2011\nHarrow Store\nSold shoes.\n"
    )
    assert _headline(text) == "Sales Assistant"
