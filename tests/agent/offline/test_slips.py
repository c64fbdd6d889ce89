"""Slips of the keyboard in steering words are mended; names and other words stand."""

from __future__ import annotations

import pytest

from agent.offline.slips import mend_steering


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("smeone who makes cocktails", "someone who makes cocktails"),
        ("sombody or anyoen", "somebody or anyone"),
        ("shorlist 1, then comapre 1 and 2", "shortlist 1, then compare 1 and 2"),
    ],
)
def test_a_lost_or_swapped_letter_is_mended(typed: str, meant: str) -> None:
    assert mend_steering(typed) == meant


@pytest.mark.parametrize(
    "said", ["Smeone", "shortlists", "compered a show", "explains", "a.comapre"]
)
def test_a_name_or_another_word_stands(said: str) -> None:
    assert mend_steering(said) == said
