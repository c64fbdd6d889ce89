"""A shift is shown by its name, and not by its words apart."""

from __future__ import annotations

import pytest

from tools.candidates import Candidate, Identity, Profile
from tools.criteria import Criterion
from tools.evidence import judge


@pytest.mark.parametrize(
    ("name", "text", "verdict"),
    [
        ("second shift", "Ran the second shift of the press shop.", "met"),
        ("second shift", "Operator, 2nd shift", "met"),
        ("second shift", "Worked swing shifts.", "met"),
        ("third shift", "Graveyard-shift baker", "met"),
        ("first shift", "Lead of 1st shift.", "met"),
        ("day shifts", "Day shift charge nurse.", "met"),
        ("second shift", "Since the second winter no extubation on my shifts.", "unclear"),
        ("second shift", "Ran the first shift.", "unclear"),
        ("first shift", "First in line, then shift lead.", "unclear"),
        ("day shifts", "One day I will shift to design.", "unclear"),
    ],
)
def test_the_words_of_a_shift_stand_together(name: str, text: str, verdict: str) -> None:
    person = Candidate("c", text, Profile(), Identity())
    judged = judge(person, Criterion("text", name))
    assert judged.verdict == verdict
    assert bool(judged.quote) == (verdict == "met")
