"""Threads over HTTP: read again as they were shown, forgotten whole, and nobody else's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Header

from agent.api import create_app
from agent.http.caller import Caller, known
from agent.settings import Settings
from tests.agent.http.conftest import PATIENCE, Say, fault_of, serving


def test_a_thread_is_listed_with_its_first_message_and_read_whole(
    client: httpx.Client, say: Say, thread: str
) -> None:
    shown = say("registered nurses with ACLS")
    say("why is #1 a good match?")
    listed = {t["thread_id"]: t for t in client.get("/threads").json()["threads"]}
    assert listed[thread]["title"] == "registered nurses with ACLS"
    assert listed[thread]["turns"] == 2
    turns = client.get(f"/threads/{thread}").json()["turns"]
    assert [t["message"] for t in turns] == [
        "registered nurses with ACLS",
        "why is #1 a good match?",
    ]
    assert turns[0]["answer"] == shown[-1].data["answer"]
    again = {e["name"]: e["data"] for e in turns[0]["events"]}
    first = {f.event: f.data for f in shown}
    assert again["criteria"] == first["criteria"]
    assert again["candidates"]["shown"] == first["candidates"]["shown"]
    assert turns[1]["events"][-1]["name"] == "explanation"


def test_a_shortlist_is_offered_and_fetched_as_a_table(client: httpx.Client, thread: str) -> None:
    for message in ("registered nurses with ACLS", "shortlist 1"):
        client.post("/agent", json={"session_id": thread, "message": message})
    asked = {"session_id": thread, "message": "export the shortlist"}
    offered = client.post("/agent", json=asked).json()
    assert offered["export"] == f"/threads/{thread}/shortlist.csv"
    assert "1 person" in offered["answer"]
    table = client.get(offered["export"])
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == 'attachment; filename="shortlist.csv"'
    (kept,) = csv.DictReader(io.StringIO(table.content.decode("utf-8-sig")))
    assert (kept["Name"], kept["E-mail"]) == ("Mara Quill", "mara.quill@example.com")
    assert kept["must: ACLS – quote"]
    shown = client.get(f"/threads/{thread}").json()["turns"][-1]["events"]
    assert [e["data"]["export"] for e in shown if e["name"] == "shortlist"] == [True]


def test_a_shortlist_with_nobody_on_it_and_one_of_no_thread_are_refused(
    client: httpx.Client, say: Say, thread: str
) -> None:
    say("registered nurses with ACLS")
    fault = fault_of(client.get(f"/threads/{thread}/shortlist.csv"))
    assert fault[:2] == (404, "empty_shortlist")
    assert "shortlist 1 and 3" in fault[2]
    fault = fault_of(client.get("/threads/no-such-thread/shortlist.csv"))
    assert fault[:2] == (404, "unknown_thread")


def test_the_last_used_thread_is_listed_first(client: httpx.Client, say: Say, thread: str) -> None:
    say("nurses", thread=f"{thread}-1")
    say("nurses", thread=f"{thread}-2")
    say("cooks", thread=f"{thread}-1")
    ids = [t["thread_id"] for t in client.get("/threads").json()["threads"]]
    assert ids[:2] == [f"{thread}-1", f"{thread}-2"]


def test_a_forgotten_thread_is_gone_and_its_id_begins_anew(
    client: httpx.Client, say: Say, thread: str
) -> None:
    say("registered nurses with ACLS")
    assert client.delete(f"/threads/{thread}").status_code == 204
    assert fault_of(client.get(f"/threads/{thread}"))[0] == 404
    assert fault_of(client.get(f"/chat/{thread}/events"))[0] == 404
    assert thread not in {t["thread_id"] for t in client.get("/threads").json()["threads"]}
    told = say("only 5+ years")
    criteria = next(f.data["criteria"] for f in told if f.event == "criteria")
    assert {c["kind"] for c in criteria} == {"min_years"}


def test_feedback_is_stored_and_the_last_word_counts(
    client: httpx.Client, say: Say, thread: str
) -> None:
    turn_id = say("registered nurses")[-1].data["turn_id"]
    body: dict[str, Any] = {"thread_id": thread, "turn_id": turn_id, "rating": "down"}
    for rating in ("down", "up"):
        sent = client.post("/feedback", json={**body, "rating": rating, "reason": "so"})
        assert (sent.status_code, sent.json()) == (201, {"stored": True})
    about = {**body, "candidate_id": "nurse-1"}
    assert client.post("/feedback", json=about).status_code == 201


@pytest.fixture
def users(tmp_path: Path) -> Iterator[dict[str, httpx.Client]]:
    """Two users of one service, told apart by a header as a gateway would."""
    app = create_app(Settings(data_dir=tmp_path))

    def by_header(x_user: Annotated[str, Header()]) -> Caller:
        return Caller(tenant="local", user=x_user)

    app.dependency_overrides[known] = by_header
    with serving(app) as url:
        clients = {
            name: httpx.Client(base_url=url, headers={"X-User": name}, timeout=PATIENCE)
            for name in ("ada", "bob")
        }
        yield clients
        for client in clients.values():
            client.close()


def test_a_thread_belongs_to_who_used_it_first_and_to_others_it_does_not_exist(
    users: dict[str, httpx.Client],
) -> None:
    ada, bob = users["ada"], users["bob"]
    turn = ada.post("/agent", json={"session_id": "t", "message": "nurses"}).json()
    rating = {"thread_id": "t", "turn_id": turn["turn_id"], "rating": "up"}
    refused = [
        bob.post("/chat", json={"thread_id": "t", "message": "cooks"}),
        bob.post("/agent", json={"session_id": "t", "message": "cooks"}),
        bob.get("/chat/t/events"),
        bob.get("/threads/t"),
        bob.delete("/threads/t"),
        bob.post("/threads/t/stop"),
        bob.post("/feedback", json=rating),
    ]
    told = [fault_of(answer) for answer in refused]
    assert {(status, code) for status, code, _ in told} == {(404, "unknown_thread")}
    _, _, unknown = fault_of(bob.get("/threads/u"))
    assert told[3][2].replace("'t'", "'u'") == unknown
    assert bob.get("/threads").json() == {"threads": []}
    assert len(ada.get("/threads/t").json()["turns"]) == 1
