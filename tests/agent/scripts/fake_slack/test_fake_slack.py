"""The fake Slack is asked by the real SDK, and says no where Slack would."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.client import WebClient

from agent.scripts.fake_slack import SlackServer, Workspace
from agent.scripts.fake_slack.refusing import Limited
from tests.doubles.slack_rates import Rates

WHERE = {"channel": "C0TEAM", "thread_ts": "1700000000.000100"}
FOR = {"recipient_team_id": "T0FAKE", "recipient_user_id": "U1"}


async def refused(call: Any) -> SlackApiError:
    with pytest.raises(SlackApiError) as caught:
        await call
    return caught.value


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def button(action_id: str, value: str = "1", label: str = "Why") -> dict[str, Any]:
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "text": text, "action_id": action_id, "value": value}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def markdown(text: str) -> dict[str, Any]:
    return {"type": "markdown_text", "text": text}


async def test_a_stream_reads_as_the_sum_of_its_parts(client: AsyncWebClient, team: Workspace):
    stream = await client.chat_stream(**WHERE, **FOR, buffer_size=1)
    await stream.append(
        chunks=[{"type": "task_update", "id": "1", "title": "Searching", "status": "in_progress"}]
    )
    await stream.append(markdown_text="Four ")
    await stream.append(
        chunks=[
            {"type": "task_update", "id": "1", "title": "Searching", "status": "complete"},
            markdown("people."),
        ]
    )
    await stream.stop(blocks=[section("*Ana* &amp; others"), actions(button("why"))])
    read = team.read("C0TEAM", WHERE["thread_ts"])
    assert read == "✔ Searching\nFour people.\n*Ana* & others\n[Why]"
    assert team.messages("C0TEAM")[0].recipient == ("T0FAKE", "U1")


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ("recipient_team_id", "missing_recipient_team_id"),
        ("recipient_user_id", "missing_recipient_user_id"),
    ],
)
async def test_a_stream_in_a_channel_needs_its_recipient(
    client: AsyncWebClient, left_out: str, code: str
):
    given = {name: value for name, value in FOR.items() if name != left_out}
    error = await refused(client.chat_startStream(**WHERE, **given))
    assert error.response["error"] == code


async def test_a_stream_in_a_direct_message_needs_none(client: AsyncWebClient):
    answer = await client.chat_startStream(channel="D0ANA", thread_ts="1.2")
    assert answer["ok"]


async def test_a_stream_takes_nothing_before_its_start_or_after_its_stop(client: AsyncWebClient):
    early = await refused(client.chat_appendStream(channel="D0ANA", ts="9.9", markdown_text="x"))
    assert early.response["error"] == "message_not_found"
    started = await client.chat_startStream(channel="D0ANA", thread_ts="1.2")
    where = {"channel": "D0ANA", "ts": started["ts"]}
    busy = await refused(client.chat_update(**where, text="x"))
    assert busy.response["error"] == "streaming_state_conflict"
    await client.chat_stopStream(**where)
    late = await refused(client.chat_appendStream(**where, markdown_text="x"))
    assert late.response["error"] == "message_not_in_streaming_state"
    again = await refused(client.chat_stopStream(**where))
    assert again.response["error"] == "message_not_in_streaming_state"


async def test_a_stream_holds_no_more_than_slack_does(client: AsyncWebClient):
    started = await client.chat_startStream(channel="D0ANA", thread_ts="1.2")
    where = {"channel": "D0ANA", "ts": started["ts"]}
    at_once = await refused(client.chat_appendStream(**where, chunks=[markdown("x" * 12_001)]))
    assert at_once.response["error"] == "msg_too_long"
    await client.chat_appendStream(**where, chunks=[markdown("x" * 9_000)])
    together = await refused(client.chat_appendStream(**where, chunks=[markdown("x" * 3_000)]))
    assert together.response["error"] == "msg_too_long"


async def test_an_unknown_chunk_is_refused(client: AsyncWebClient):
    chunks = [{"type": "task_update", "id": "1", "title": "x", "status": "busy"}]
    error = await refused(client.chat_startStream(channel="D0ANA", thread_ts="1.2", chunks=chunks))
    assert error.response["error"] == "invalid_chunks"


WRONG = {
    "a section without text": [{"type": "section"}],
    "a section that is too long": [section("x" * 3001)],
    "an empty section": [section("")],
    "a section in plain text": [{"type": "section", "text": {"type": "plain_text", "text": "x"}}],
    "two buttons of one action": [actions(button("why"), button("why"))],
    "a long action id": [actions(button("x" * 256))],
    "a long value": [actions(button("why", "x" * 2001))],
    "a long label": [actions(button("why", label="x" * 76))],
    "no button": [actions()],
    "too many buttons": [actions(*(button(f"a{n}") for n in range(26)))],
    "an unknown block": [{"type": "candidate"}],
    "an unknown field": [section("x") | {"colour": "red"}],
    "a field of a modal": [
        {"type": "input", "label": {"type": "plain_text", "text": "x"}, "element": button("x")}
    ],
    "two blocks of one id": [section("x") | {"block_id": "a"}] * 2,
    "too many blocks": [section("x")] * 51,
    "a button in a place for thumbs": [{"type": "context_actions", "elements": [button("x")]}],
    "no object": ["section"],
}


@pytest.mark.parametrize("what", WRONG)
async def test_blocks_are_refused_where_slack_refuses_them(client: AsyncWebClient, what: str):
    error = await refused(client.chat_postMessage(channel="C0TEAM", text="x", blocks=WRONG[what]))
    assert error.response["error"] == "invalid_blocks"
    assert "[json-pointer:/blocks" in error.response["response_metadata"]["messages"][0]


async def test_blocks_are_refused_when_they_are_too_long_together(client: AsyncWebClient):
    blocks = [section("x" * 2900)] * 5
    error = await refused(client.chat_postMessage(channel="C0TEAM", text="x", blocks=blocks))
    assert error.response["error"] == "msg_blocks_too_long"


async def test_a_modal_is_opened_once_and_in_time(slack: SlackServer, client: AsyncWebClient):
    team = slack.workspaces["xoxb-fake"]
    view = {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Criteria"},
        "submit": {"type": "plain_text", "text": "Search"},
        "blocks": [section("x")],
    }
    opened = await client.views_open(trigger_id=slack.trigger(team, "1"), view=view)
    assert opened["view"]["id"]
    twice = await refused(client.views_open(trigger_id="1", view=view))
    assert twice.response["error"] == "invalid_trigger_id"
    slack.trigger(team, "2")
    slack.clock = lambda: 10**9
    late = await refused(client.views_open(trigger_id="2", view=view))
    assert late.response["error"] == "expired_trigger_id"


async def test_a_modal_that_cannot_be_shown_is_refused(slack: SlackServer, client: AsyncWebClient):
    team = slack.workspaces["xoxb-fake"]
    view = {"type": "modal", "title": {"type": "plain_text", "text": "x" * 25}, "blocks": []}
    error = await refused(client.views_open(trigger_id=slack.trigger(team, "1"), view=view))
    assert error.response["error"] == "invalid_arguments"
    assert len(error.response["response_metadata"]["messages"]) == 2


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "token_expired"])
async def test_a_token_that_was_taken_away_opens_nothing(
    client: AsyncWebClient, team: Workspace, code: str
):
    team.revoked = code
    error = await refused(client.auth_test())
    assert error.response["error"] == code


async def test_unknown_tokens_methods_and_channels_are_refused(
    slack: SlackServer, client: AsyncWebClient
):
    stranger = AsyncWebClient("xoxb-other", base_url=slack.base_url)
    assert (await refused(stranger.auth_test())).response["error"] == "invalid_auth"
    nobody = AsyncWebClient(base_url=slack.base_url)
    assert (await refused(nobody.auth_test())).response["error"] == "not_authed"
    assert (await refused(client.api_call("chat.sing"))).response["error"] == "unknown_method"
    lost = await refused(client.chat_postMessage(channel="C9", text="x"))
    assert lost.response["error"] == "channel_not_found"


async def test_what_was_deleted_is_not_found(client: AsyncWebClient, team: Workspace):
    posted = await client.chat_postMessage(channel="C0TEAM", text="x")
    team.delete("C0TEAM", posted["ts"])
    error = await refused(client.chat_update(channel="C0TEAM", ts=posted["ts"], text="y"))
    assert error.response["error"] == "message_not_found"
    reply = await refused(
        client.chat_postMessage(channel="C0TEAM", thread_ts=posted["ts"], text="y")
    )
    assert reply.response["error"] == "thread_not_found"


async def test_a_call_that_is_limited_says_when_to_come_again(
    slack: SlackServer, client: AsyncWebClient
):
    slack.limit("auth.test", retry_after=30)
    error = await refused(client.auth_test())
    assert error.response.status_code == 429
    assert error.response.headers["Retry-After"] == "30"
    assert (await client.auth_test())["ok"]
    assert [call.error for call in slack.called("auth.test")] == ["ratelimited", ""]


def test_rates_are_those_slack_documents():
    now = [0.0]
    rates = Rates(lambda: now[0])
    for _ in range(20):
        rates.count("T1", "chat.startStream", "C1")
    with pytest.raises(Limited) as limited:
        rates.count("T1", "chat.startStream", "C1")
    assert limited.value.seconds == 60
    rates.count("T2", "chat.startStream", "C1")
    now[0] = 60.0
    rates.count("T1", "chat.startStream", "C1")
    for _ in range(5):
        rates.count("T1", "chat.postMessage", "C1")
    with pytest.raises(Limited):
        rates.count("T1", "chat.postMessage", "C1")
    rates.count("T1", "chat.postMessage", "C2")


async def test_a_file_is_given_to_its_workspace_alone(
    slack: SlackServer, client: AsyncWebClient, team: Workspace
):
    shared = slack.put_file(team, "cv.txt", b"Ana", "text/plain")
    about = (await client.files_info(file=shared["id"]))["file"]
    assert client.session is not None
    headers = {"Authorization": f"Bearer {team.token}"}
    async with client.session.get(about["url_private_download"], headers=headers) as answer:
        assert await answer.read() == b"Ana"
    async with client.session.get(about["url_private_download"]) as answer:
        assert answer.content_type == "text/html"


async def test_mentions_are_told_from_words(client: AsyncWebClient, team: Workspace):
    await client.chat_postMessage(
        channel="C0TEAM", text="x", blocks=[section("<!channel> <@U1> &lt;!here&gt;")]
    )
    message = team.messages("C0TEAM")[0]
    assert message.mentions == ["!channel", "@U1"]
    assert message.read() == "@@!channel @@@U1 <!here>"


def test_the_client_that_is_not_asynchronous_is_answered_as_well(
    slack: SlackServer, team: Workspace
):
    client = WebClient(team.token, base_url=slack.base_url)
    assert client.auth_test()["team_id"] == "T0FAKE"
    client.assistant_threads_setSuggestedPrompts(
        channel_id="D0ANA", thread_ts="1.2", prompts=[{"title": "Try", "message": "Find me one"}]
    )
    assert team.prompts[0]["prompts"][0]["title"] == "Try"


async def test_the_sdk_itself_keeps_the_order_of_a_stream(client: AsyncWebClient):
    stream = await client.chat_stream(**WHERE, **FOR)
    await stream.stop(markdown_text="x")
    with pytest.raises(SlackRequestError):
        await stream.append(markdown_text="y")
