"""A button carries whom it is about, and a value that is not ours is told in words."""

from __future__ import annotations

import pytest

from agent.slack.buttons import WHY, BadButton, Press, action_of, decode, encode

PRESS = Press("slack:T1:C1:1712345678.000100", "ana-7", 2, "turn-1")


def test_what_is_written_on_a_button_is_read_from_it() -> None:
    assert decode(encode(PRESS)) == PRESS
    assert '"c":"ana-7"' in encode(PRESS)


@pytest.mark.parametrize("value", ["", "why", "[]", '{"c": 3}', '{"t": "x", "r": "two"}', "\ud800"])
def test_a_value_that_is_not_ours_says_what_to_do(value: str) -> None:
    with pytest.raises(BadButton, match="ask again and press the new one"):
        decode(value)


def test_a_value_longer_than_slack_takes_is_refused_where_it_is_written() -> None:
    with pytest.raises(BadButton, match="2000"):
        encode(Press("slack:T1:C1:1", "x" * 2001))


def test_an_action_id_may_have_a_suffix() -> None:
    assert action_of("why:2") == action_of("why") == WHY
    assert action_of("whyever") == ""
