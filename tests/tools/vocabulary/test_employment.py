"""Whether somebody should hold a job now is told from the job that is named."""

from __future__ import annotations

import time

import pytest

from tools.vocabulary.employment import BETWEEN, EMPLOYED, LEFT, find_employment


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("only the ones currently employed", EMPLOYED),
        ("who is working right now?", EMPLOYED),
        ("still employed", EMPLOYED),
        ("has a current job", EMPLOYED),
        ("those with a job", EMPLOYED),
        ("just the employed ones", EMPLOYED),
        ("who is between jobs?", BETWEEN),
        ("anyone out of work", BETWEEN),
        ("people not currently working", BETWEEN),
        ("no longer employed", BETWEEN),
        ("unemployed ones", BETWEEN),
        ("who left their job recently", LEFT),
        ("who recently left their last job", LEFT),
        ("who just quit his job", LEFT),
        ("recently laid off", LEFT),
        ("who was let go this year", LEFT),
    ],
)
def test_having_a_job_none_or_none_since_lately_is_read(text: str, name: str) -> None:
    assert [each.name for each in find_employment(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "currently working as a nurse",
        "nurses working in a hospital now",
        "currently employed by a bank",
        "still working at Siemens",
        "working remotely now",
        "with a job offer",
        "self-employed",
        "left-handed",
        "my head chef left last week",
        "who has a job in Texas",
        "experience working nights",
        "employed nurses at a clinic",
    ],
)
def test_a_job_that_is_named_is_not_just_any(text: str) -> None:
    assert list(find_employment(text)) == []


@pytest.mark.parametrize(
    "words", ["left their last ", "currently ", "not now ", "has a ", "still "]
)
def test_words_without_end_are_read_in_no_time(words: str) -> None:
    started = time.perf_counter()
    list(find_employment(words * 2_000))
    assert time.perf_counter() - started < 2
