"""Reading a request takes time that grows with its length, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from tools.request import read_request
from tools.request.surface import LONGEST

_SLACK = 0.3
"""Seconds that a busy machine may add; what grows with the square took several."""


def _seconds(text: str) -> float:
    took = []
    for _ in range(2):
        begun = time.process_time()
        read_request(text)
        took.append(time.process_time() - begun)
    return min(took)


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "; ",
        "a\n",
        "C+",
        "护士",
        "Aa",
        "A",
        "between 3 and 5 years or ",
        "#1 ",
        "1 ",
        "http://",
        "--'.&",
        "C-level, C, ",
        "ADR ",
        "nurse (",
    ],
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    whole = f"nurse {piece * LONGEST}"[:LONGEST]
    half = whole[: LONGEST // 2]
    read_request(half)
    assert _seconds(whole) <= 3.5 * _seconds(half) + _SLACK
