"""The shortlist as a file in its thread: who may be named there is, and contacts stay apart."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from agent.scripts.fake_slack import SlackServer
from agent.slack.door import open_door
from agent.wiring import open_service
from tests.agent.slack.conftest import Heard, Slack, settings_for, slack_on
from tests.agent.slack.payloads import CHANNEL, DIRECT, event, mention, message, stamp


async def exporting(slack: Slack, channel: str) -> str:
    """Keep the first nurse and ask for the file; return the thread."""
    ts = stamp()
    for at, text in enumerate(
        ("registered nurses with ACLS", "shortlist 1", "export my shortlist")
    ):
        said = {"thread_ts": ts} if at else {"ts": ts}
        told = message if channel == DIRECT else mention
        await slack.send(event(told(text, channel=channel, **said)))
        await slack.settle()
    return ts


async def exported(slack: Slack, channel: str) -> list[dict[str, str]]:
    """Return what is in the file that is asked for in a new thread."""
    ts = await exporting(slack, channel)
    file = slack.team.messages(channel)[-1]
    assert (file.text, file.thread_ts) == ("shortlist.csv", ts)
    (content,) = slack.team.contents.values()
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


async def test_a_direct_message_gets_names_and_contacts(slack: Slack) -> None:
    (kept,) = await exported(slack, DIRECT)
    assert (kept["Name"], kept["E-mail"]) == ("Mara Quill", "mara.quill@example.com")
    assert "ACLS" in kept["must: ACLS – quote"]


async def test_a_channel_gets_names_and_no_contacts(slack: Slack) -> None:
    (kept,) = await exported(slack, CHANNEL)
    assert (kept["Name"], kept["E-mail"], kept["Phone"]) == ("Mara Quill", "", "")


async def test_a_channel_without_names_gets_ranks(peopled: Path, server: SlackServer) -> None:
    async with slack_on(settings_for(peopled, server, slack_blind=True), server) as slack:
        (kept,) = await exported(slack, CHANNEL)
        assert kept["Name"] == "Candidate #1"
        told = " ".join(kept.values())
        assert not any(word in told for word in ("Mara", "Quill", "example.com", "nurse-1"))


async def test_a_worker_that_dies_once_its_answer_stands_loses_no_file(
    peopled: Path, server: SlackServer
) -> None:
    heard, died = Heard(), list[bool]()

    async def dying(*args: Any, **more: Any) -> None:
        await heard.tell(*args, **more)
        if not died and any(event.data.get("export") for event in heard.told[-1][1]):
            died.append(True)
            raise RuntimeError

    async with (
        open_service(settings_for(peopled, server)) as service,
        open_door(service, dying) as door,
    ):
        assert door is not None
        (kept,) = await exported(Slack(service, door, heard, server), DIRECT)
    assert (kept["Name"], died) == ("Mara Quill", [True])


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("missing_scope", "add it under OAuth"), ("storage_limit_reached", "ask again")],
)
async def test_a_file_that_slack_does_not_take_is_told_with_the_mend(
    slack: Slack, code: str, sentence: str
) -> None:
    slack.server.refuse("files.getUploadURLExternal", code)
    await exporting(slack, DIRECT)
    assert sentence in slack.said(DIRECT)[-1]
    assert slack.team.contents == {}
