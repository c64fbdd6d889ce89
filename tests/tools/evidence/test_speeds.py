"""A speed asked for is kept as it was said, and met by whoever tells a higher one."""

from __future__ import annotations

from datetime import date

import pytest

from tools.criteria import Criterion
from tools.evidence import judge
from tools.ingest.profile import build_candidate
from tools.request import read_request


@pytest.mark.parametrize("said", ["typing 60 wpm", "types 60+ words per minute", "60 WPM"])
def test_a_speed_is_a_wish_of_its_own(said: str) -> None:
    found = {(c.kind, c.value) for c in read_request(f"data entry clerk, {said}").criteria}
    assert {("text", "60 wpm"), ("skill", "typing")} <= found


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Typing speed 75 WPM.", "met"),
        ("Types 60-65 words per minute.", "met"),
        ("50 wpm.", "partly"),
        ("Types 30 words a minute.", "missing"),
        ("Fast typist, 9,000 keystrokes per hour.", "unclear"),
    ],
)
def test_the_best_speed_told_decides(told: str, verdict: str) -> None:
    text = f"Jane Roe\nClerk\n{told}\n"
    person = build_candidate("p", text, source="p", content_hash="p", today=date(2026, 11, 1))
    assert judge(person, Criterion("text", "60 wpm")).verdict == verdict
