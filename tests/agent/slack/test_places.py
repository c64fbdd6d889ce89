"""Threads of Slack are threads of ours, shared in channels and private in direct messages."""

from __future__ import annotations

import re

from agent.faults import ID_PATTERN
from agent.slack.places import Place

CHANNEL = Place("T1", "C1", "1712345678.000100", "U1", direct=False)
DIRECT = Place("T1", "D1", "1712345678.000100", "U1", direct=True)


def test_a_place_names_a_thread_that_every_door_takes() -> None:
    assert CHANNEL.thread_id == "slack:T1:C1:1712345678.000100"
    assert re.fullmatch(ID_PATTERN, CHANNEL.thread_id)


def test_recruiters_of_a_channel_share_its_thread() -> None:
    other = Place("T1", "C1", "1712345678.000100", "U2", direct=False)
    assert (other.thread_id, other.owner) == (CHANNEL.thread_id, CHANNEL.owner)


def test_a_direct_message_belongs_to_its_person_in_its_workspace() -> None:
    assert DIRECT.owner == "slack:T1:U1"
    assert Place("T2", "D1", DIRECT.thread_ts, "U1", direct=True).owner != DIRECT.owner
