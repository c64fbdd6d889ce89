"""A workspace reaches nobody and nothing of another tenant, whatever its payloads name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from agent.scripts.fake_slack import SlackServer
from agent.slack.buttons import ACTIONS, CRITERIA_MODAL, REASON_MODAL, Press, encode
from tests.agent.cli.conftest import PEOPLE
from tests.agent.slack.conftest import Slack, settings_for, slack_on
from tests.agent.slack.payloads import (
    CHANNEL,
    DIRECT,
    Request,
    command,
    event,
    interaction,
    mention,
    message,
    press,
    stamp,
)

OWNER, STRANGER = "acme", "birch"
SECRETS = ("Orta", "dev-1", "Bluefin", "PostgreSQL")
"""What only the owner's people and threads hold."""
THERE = {"team": {"id": "T2"}, "user": {"id": "U1", "team_id": "T2"}}


def knocks(ts: str, turn_id: str, file_id: str) -> Iterator[Request]:
    """Yield every kind of request of the other workspace, with the ids of the owner's things."""
    thread = f"slack:T1:{CHANNEL}:{ts}"
    for channel in (CHANNEL, DIRECT):
        for text in ("who is on my list?", "why is @dev-1 a good match?", "compare dev-1 and 1"):
            yield event(mention(text, ts=stamp(), thread_ts=ts, channel=channel), team="T2")
            yield event(message(text, ts=stamp(), thread_ts=ts, channel=channel), team="T2")
    dropped = [{"id": file_id, "name": "cv.txt", "size": 10}]
    yield event(message("", subtype="file_share", thread_ts=ts, files=dropped), team="T2")
    pane = {"user_id": "U1", "channel_id": DIRECT, "thread_ts": ts}
    yield event({"type": "assistant_thread_started", "assistant_thread": pane}, team="T2")
    yield command("why is dev-1 a good match?", team_id="T2")
    said = {"type": "message", "user": "U1", "text": "more like dev-1", "ts": ts}
    used = {"type": "message_action", "callback_id": "match_job", "action_ts": stamp()}
    yield interaction({**used, "channel": {"id": CHANNEL}, "message": said, **THERE})
    for about in (thread, thread.replace("T1", "T2")):
        told = Press(about, "dev-1", 1, turn_id, "bad", (file_id,))
        for action in sorted(ACTIONS):
            yield press(action, encode(told), ts, **THERE)
        for modal in (CRITERIA_MODAL, REASON_MODAL):
            yield _closed(modal, told)


def _closed(modal: str, told: Press) -> Request:
    values = {
        "add_must": {"value": {"value": "Docker"}},
        "reason": {"value": {"value": "no good"}},
    }
    view = {"type": "modal", "callback_id": modal, "private_metadata": encode(told)}
    view |= {"id": f"V{stamp()}", "blocks": [], "state": {"values": values}}
    return interaction({"type": "view_submission", "view": view, **THERE})


def _bring(slack: Slack, tenant: str, *ids: str) -> None:
    lines = "\n".join(json.dumps({"candidate_id": i, "text": PEOPLE[i]}) for i in ids)
    slack.service.ingest(tenant).run_records([("people.jsonl", lines.encode())])


async def test_a_workspace_never_reaches_another_tenant(
    tmp_path: Path, server: SlackServer
) -> None:
    teams = f"T1={OWNER},T2={STRANGER}"
    async with slack_on(settings_for(tmp_path, server, slack_teams=teams), server) as slack:
        _bring(slack, OWNER, "dev-1")
        _bring(slack, STRANGER, "nurse-1", "cook-1")
        ts = stamp()
        await slack.send(event(mention("find developers with PostgreSQL", ts=ts)))
        await slack.settle()
        thread = f"slack:T1:{CHANNEL}:{ts}"
        turn_id = str(slack.heard.told[0][1][0].data["turn_id"])
        file = server.put_file(slack.team, "cv.txt", PEOPLE["dev-1"].encode(), "text/plain")
        shown = slack.said()
        assert any(word in " ".join(shown) for word in SECRETS)

        tried = 0
        for request in knocks(ts, turn_id, file["id"]):
            assert (await slack.send(request))[0] == 200
            tried += 1
        await slack.settle()

        assert tried >= 36
        assert slack.said() == shown
        assert slack.turns(thread, tenant=OWNER) == ["find developers with PostgreSQL"]
        assert slack.service.records.feedback(OWNER) == []
        assert slack.service.index.count(STRANGER) == 2
        _nothing_of_the_owner(server)


def _nothing_of_the_owner(server: SlackServer) -> None:
    there = server.workspaces["xoxb-2"]
    answers = [said.read() for c in (CHANNEL, DIRECT) for said in there.messages(c)]
    assert len(answers) > 10
    for answer in [*answers, *map(str, there.views)]:
        for word in ("Orta", "Bluefin"):
            assert word not in answer


async def test_threads_of_other_doors_cannot_be_entered_from_slack(slack: Slack) -> None:
    records = slack.service.records
    lease = records.begin("local", "ada", "private", "turn")
    records.abandon(lease)
    for thread_id in ("private", "slack:T1:C1", "slack:T1:C1:1:2", "slack::C1:1"):
        closed = _closed(CRITERIA_MODAL, Press(thread_id))
        assert (await slack.send(closed))[0] == 200
    await slack.settle()
    assert slack.heard.told == []
