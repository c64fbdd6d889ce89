"""Reading a request takes time that grows with its length, whatever it is made of."""

from __future__ import annotations

import pytest

from tests.timing import cpu_seconds
from tools.request import read_request
from tools.request.surface import LONGEST

_SLACK = 0.3
"""Seconds that a busy machine may add; what grows with the square took several."""


def _seconds(text: str) -> float:
    """Return the quicker of two readings, each of a text that nothing was kept of."""
    texts = (f"{job} {text}"[: len(text)] for job in ("nurse", "baker"))
    return min(cpu_seconds(lambda text=text: read_request(text)) for text in texts)


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "; ",
        "\n",
        " \n",
        "#",
        "**",
        "- nurse\n",
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
        "also ",
        "very strongly ",
        "without ",
        "5 years ",
    ],
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    whole = (piece * LONGEST)[:LONGEST]
    half = whole[: LONGEST // 2]
    read_request("nurse")
    assert _seconds(whole) <= 3.5 * _seconds(half) + _SLACK
