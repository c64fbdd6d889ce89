"""Words of a request that nothing was made of are told as they stand, and no others."""

from __future__ import annotations

import pytest

from tools.match import Job, read_job
from tools.request import read_request


@pytest.mark.parametrize(
    ("said", "unused"),
    [
        ("midwives who have worked in the NHS for 3+ years", ("NHS",)),
        ("developer, no Java, senior or lead", ("lead",)),
        ("UX designer with portfolio 3-5 years", ("portfolio",)),
        ("project engineer, offshore Norway", ("offshore",)),
        ("tiler, own tools, on-call rota, Leeds", ("own tools", "on-call rota")),
        ("cook, no nights, up to $25/hour", ("no nights", "up to $25/hour")),
        ("an accountant who won't need hand holding, Dublin", ("accountant", "hand holding")),
    ],
)
def test_what_is_not_searched_is_told_in_the_words_it_was_said_in(
    said: str, unused: tuple[str, ...]
) -> None:
    assert read_request(said).unused == unused
    assert all(words in said for words in unused)


@pytest.mark.parametrize(
    "said",
    [
        "registered nurses with ICU experience, ideally Spanish",
        "hi, can you find me two line cooks for a busy brunch place in Portland",
        "We run a small hospital in Leeds and need a nurse with ACLS",
        "plumbers who live in Texas, at least 20 years in the trade",
        "nurse, doesn't need German, friendly and reliable",
        "electrican in Hamburg with drives and motors",
        "PALS rather than ACLS, nurse",
        "customer service agent, Poland. Junior is fine.",
        "Could you please send somebody good who knows Xero? Thanks",
    ],
)
def test_what_was_read_weighed_or_only_courteous_is_not_told(said: str) -> None:
    assert not read_request(said).unused


def test_words_behind_mended_ones_are_told_as_they_were_typed() -> None:
    assert read_request("electrican with portfolio 3-5 years").unused == ("portfolio",)
    assert read_request("2 Java devs w/ SQL, 3 yrs, no C2C").unused == ("no C2C",)


def test_the_prose_of_a_description_tells_none() -> None:
    posting = (
        "Chef de Partie\n\nAbout the job\nA lively room above the harbour, open since 1951.\n"
        "\nRequirements:\n- Two years in a busy kitchen\n- Food hygiene certificate\n"
    )
    assert read_request(posting).is_job_description
    assert not read_request(posting).unused
    assert not read_request(f"{posting[:60]} we sail at dawn. ".replace("\n", " ") * 4).unused


def test_the_list_behind_a_dash_is_asked_for_whoever_the_office_is() -> None:
    reading = read_request("financial analyst for our NYC office - budgeting, forecasting")
    assert {"budgeting", "forecasting"} <= {c.value for c in reading.criteria}
    assert not reading.unused


def test_whom_a_client_wants_is_sought() -> None:
    reading = read_request("I have a client who wants a chef de partie in Lyon, fluent French")
    assert {c.kind for c in reading.criteria} == {"title", "location", "language"}
    told = read_request("an account manager for a client who wants everything at once, Leeds")
    assert "account manager" in {str(c.value).casefold() for c in told.criteria}


def test_what_the_lists_of_a_job_say_in_vain_is_told_with_its_description() -> None:
    job = Job(
        "midwife who has worked in the NHS for 3+ years",
        must=("BLS", "60k"),
        nice=("rooftop in Leeds",),
    )
    assert read_job(job)[2] == ("NHS", "60k", "rooftop")
