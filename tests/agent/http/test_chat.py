"""POST /chat as bytes: order and numbers of events, refusals, and what a lost line costs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from agent.events import Event, begun
from agent.faults import ThreadForbidden
from agent.http.sse import frame, frames
from tests.agent.cli.conftest import PEOPLE
from tests.agent.http.conftest import Say, fault_of, frames_in


def test_a_search_streams_its_events_in_order_numbered_without_gaps(say: Say) -> None:
    told = say("registered nurses with ICU experience")
    names = [f.event for f in told]
    assert [f.id for f in told] == list(range(1, len(told) + 1))
    assert names[0] == "turn_started"
    assert names[-1] == "turn_finished"
    order = ["tool_started", "criteria", "candidates", "tool_finished", "token"]
    assert [n for n in dict.fromkeys(names) if n in order] == order


def test_the_tokens_are_the_final_answer(say: Say) -> None:
    told = say("sous chefs who know HACCP")
    tokens = "".join(f.data["text"] for f in told if f.event == "token")
    assert tokens.strip() == told[-1].data["answer"]
    assert "Ivo Brand" in tokens


def test_every_verdict_that_is_met_has_a_quote_of_the_persons_own(say: Say) -> None:
    told = say("python developers in Lisbon")
    rows = next(f.data["shown"] for f in told if f.event == "candidates")
    met = [(r["candidate_id"], v) for r in rows for v in r["verdicts"] if v["verdict"] == "met"]
    assert met
    for candidate_id, verdict in met:
        assert verdict["quote"] in PEOPLE[candidate_id].replace("\n- ", "\n• ")  # as stored


def test_the_stream_is_declared_so_that_nothing_buffers_it(
    client: httpx.Client, thread: str
) -> None:
    body = {"thread_id": thread, "message": "nurses"}
    with client.stream("POST", "/chat", json=body) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-accel-buffering"] == "no"
        answer.read()


def test_a_lost_line_is_picked_up_after_the_last_event_that_came(
    client: httpx.Client, say: Say, thread: str
) -> None:
    told = say("registered nurses")
    for last in (0, 3, len(told) - 1, len(told)):
        again = client.get(f"/chat/{thread}/events", headers={"Last-Event-ID": str(last)})
        assert again.status_code == 200
        assert frames_in(again.text) == told[last:]


def test_resuming_beyond_the_last_event_is_an_empty_stream(
    client: httpx.Client, say: Say, thread: str
) -> None:
    say("registered nurses")
    again = client.get(f"/chat/{thread}/events", headers={"Last-Event-ID": "9999"})
    assert (again.status_code, again.text) == (200, "")


@pytest.mark.parametrize("last", ["-1", "x", "1.5", "99999999999999999999"])
def test_a_last_event_id_that_is_no_number_is_named(
    client: httpx.Client, thread: str, last: str
) -> None:
    status, code, message = fault_of(
        client.get(f"/chat/{thread}/events", headers={"Last-Event-ID": last})
    )
    assert (status, code) == (422, "invalid_input")
    assert "last-event-id" in message.casefold()


def test_a_thread_that_never_was_cannot_be_resumed(client: httpx.Client, thread: str) -> None:
    status, code, message = fault_of(client.get(f"/chat/{thread}/events"))
    assert (status, code) == (404, "unknown_thread")
    assert thread in message


def test_an_answer_that_carries_no_list_streams_too(say: Say) -> None:
    told = say("how old is she?")
    assert told[0].event == "turn_started"
    assert "candidates" not in {f.event for f in told}
    assert told[-1].data["answer"]


@pytest.mark.parametrize("message", ["", "   ", "\n\n", "🤷", "\x00", "?" * 5000])
def test_noise_gets_a_short_answer_and_the_thread_stays_usable(say: Say, message: str) -> None:
    assert 0 < len(say(message)[-1].data["answer"]) < 600
    assert "Mara Quill" in say("registered nurses")[-1].data["answer"]


def test_a_message_with_half_a_surrogate_pair_is_answered(
    client: httpx.Client, thread: str
) -> None:
    body = b'{"thread_id": "%s", "message": "nurses \\ud800"}' % thread.encode()
    answer = client.post("/chat", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        fault_of(answer)


async def test_silence_is_filled_with_comments_that_are_no_events() -> None:
    async def slow() -> AsyncIterator[Event]:
        yield Event(1, "turn_started", {})
        await asyncio.sleep(0.2)
        yield Event(2, "turn_finished", {})

    sent = [part async for part in frames(slow(), heartbeat=0.03)]
    assert sent[0] == frame(Event(1, "turn_started", {}))
    assert sent[-1] == frame(Event(2, "turn_finished", {}))
    assert len(sent) > 3
    assert set(sent[1:-1]) == {b": still here\n\n"}
    assert [f.id for f in frames_in(b"".join(sent).decode())] == [1, 2]


async def test_a_refusal_comes_before_the_stream_begins() -> None:
    async def refused() -> AsyncIterator[Event]:
        raise ThreadForbidden("There is no such thread.")
        yield Event(1, "turn_started", {})

    with pytest.raises(ThreadForbidden):
        await begun(refused())


def test_text_cannot_break_out_of_its_frame() -> None:
    sent = frame(Event(1, "token", {"text": "a\n\nevent: error\r\ndata: {}\u2028"}))
    assert sent.count(b"\n") == 4
    assert b"\r" not in sent
