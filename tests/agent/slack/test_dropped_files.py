"""What becomes of files that are dropped in Slack, read or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.scripts.fake_slack import SlackServer
from agent.slack.buttons import CONFIRM_INGEST, DECLINE_INGEST, decode
from tests.agent.slack.conftest import Slack, settings_for, slack_on
from tests.agent.slack.payloads import DIRECT, event, message, press, stamp

RESUME = """Petra Sand
petra.sand@example.com | Oslo, Norway

EXPERIENCE
Welder, Fjord Marine, Oslo, 02/2016 - 04/2024
- TIG and MIG welding of hulls.
"""


async def test_a_dropped_resume_is_read_after_a_yes_alone(
    tmp_path: Path, server: SlackServer
) -> None:
    async with slack_on(settings_for(tmp_path, server), server) as slack:
        for action, added in ((DECLINE_INGEST, []), (CONFIRM_INGEST, ["added"])):
            ts = stamp()
            dropped = server.put_file(slack.team, f"{action}.txt", RESUME.encode(), "text/plain")
            await slack.send(
                event(message("here you are", ts=ts, subtype="file_share", files=[dropped]))
            )
            await slack.settle()
            question = slack.team.messages(DIRECT, ts)[-1]
            (buttons,) = [b["elements"] for b in question.blocks if b["type"] == "actions"]
            value = next(b["value"] for b in buttons if b["action_id"] == action)
            assert decode(value).files == (dropped["id"],)
            await slack.send(press(action, value, ts, channel=DIRECT))
            await slack.settle()
            assert [w for w in ("added",) if w in slack.said(DIRECT)[-1]] == added
        assert slack.service.index.count("local") == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.png", b"\x89PNG1234", "photo.png is of a kind that cannot be read"),
        ("empty.pdf", b"", "empty.pdf is empty"),
        ("fake.pdf", b"hello", "fake.pdf is named .pdf but holds something else"),
        ("big.txt", b"x" * 2_000_001, "big.txt is too large (2 MB"),
    ],
)
async def test_a_file_that_cannot_be_read_is_named_with_its_mend(
    peopled: Path, server: SlackServer, name: str, content: bytes, sentence: str
) -> None:
    async with slack_on(settings_for(peopled, server, max_upload_mb=1), server) as slack:
        dropped = server.put_file(slack.team, name, content, "application/octet-stream")
        await slack.send(event(message("", subtype="file_share", files=[dropped])))
        await slack.settle()
        (said,) = slack.said(DIRECT)
        assert said.startswith(sentence)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("missing_scope", "give the app the scope files:read"),
        ("file_deleted", "no longer in Slack"),
    ],
)
async def test_a_file_that_slack_does_not_hand_over_is_told_at_once(
    slack: Slack, code: str, sentence: str
) -> None:
    dropped = slack.server.put_file(slack.team, "cv.txt", RESUME.encode(), "text/plain")
    slack.server.refuse("files.info", code)
    await slack.send(event(message("", subtype="file_share", files=[dropped])))
    await slack.settle()
    (said,) = slack.said(DIRECT)
    assert said.startswith("cv.txt ")
    assert sentence in said


async def test_a_file_deleted_before_the_yes_is_told(slack: Slack) -> None:
    ts = stamp()
    dropped = slack.server.put_file(slack.team, "cv.txt", RESUME.encode(), "text/plain")
    await slack.send(event(message("here", ts=ts, subtype="file_share", files=[dropped])))
    await slack.settle()
    question = slack.team.messages(DIRECT, ts)[-1]
    (buttons,) = [b["elements"] for b in question.blocks if b["type"] == "actions"]
    value = next(b["value"] for b in buttons if b["action_id"] == CONFIRM_INGEST)
    del slack.team.files[dropped["id"]]
    await slack.send(press(CONFIRM_INGEST, value, ts, channel=DIRECT))
    await slack.settle()
    assert slack.said(DIRECT)[-1].startswith("A file is no longer in Slack")


async def test_the_token_is_shown_to_slack_alone(slack: Slack) -> None:
    dropped = slack.server.put_file(slack.team, "cv.txt", RESUME.encode(), "text/plain")
    for url in ("https://drive.example/cv.txt", "https://slack.com.evil.example/cv.txt", ""):
        slack.team.files[dropped["id"]] |= {"url_private": url, "url_private_download": url}
        await slack.send(event(message("", subtype="file_share", files=[dropped])))
        await slack.settle()
        assert "lies outside Slack" in slack.said(DIRECT)[-1]
