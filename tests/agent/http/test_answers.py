"""POST /agent and POST /match: one JSON each, and the same answer every time."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.agent.cli.conftest import PEOPLE
from tools.ingest import records


def ask(client: httpx.Client, thread: str, message: str) -> dict[str, Any]:
    answer = client.post("/agent", json={"session_id": thread, "message": message})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_an_answer_holds_criteria_people_and_prose(client: httpx.Client, thread: str) -> None:
    told = ask(client, thread, "registered nurses with ACLS")
    assert told["session_id"] == thread
    assert {"title", "certification"} == {c["kind"] for c in told["criteria"]}
    first = told["candidates"][0]
    assert (first["rank"], first["candidate_id"], first["name"]) == (1, "nurse-1", "Mara Quill")
    assert "Mara Quill" in told["answer"]
    assert told["total"] >= len(told["candidates"]) > 0
    assert (told["error"], told["degraded"]) == (None, False)


def test_why_is_explained_with_quotes_that_stand_at_their_offsets(
    client: httpx.Client, thread: str
) -> None:
    ask(client, thread, "registered nurses with ACLS and COBOL")
    (why,) = ask(client, thread, "why is #1 a good match?")["explanations"]
    person = client.get(f"/candidates/{why['candidate_id']}").json()
    evidence = [e for v in why["verdicts"] for e in v["evidence"]]
    assert evidence
    for each in evidence:
        assert person["text"][each["start"] : each["end"]] == each["quote"]
    assert any("COBOL" in gap for gap in why["gaps"])
    assert why["questions"]


def test_a_conversation_narrows_asks_compares_keeps_and_takes_back(
    client: httpx.Client, thread: str
) -> None:
    before = ask(client, thread, "software developers or sous chefs")
    narrowed = ask(client, thread, "5+ years")
    assert "min_years" in {c["kind"] for c in narrowed["criteria"]}
    checked = ask(client, thread, "which of these knows HACCP?")
    assert "Ivo Brand" in checked["answer"]
    assert ask(client, thread, "compare 1 and 2")["comparison"]["people"]
    kept = ask(client, thread, "shortlist Ivo")["shortlist"]
    assert [p["candidate_id"] for p in kept] == ["cook-1"]
    assert ask(client, thread, "undo")["shortlist"] == []
    back = ask(client, thread, "undo")
    assert back["candidates"] == before["candidates"]
    assert back["criteria"] == before["criteria"]


def test_the_same_match_is_the_same_bytes(client: httpx.Client) -> None:
    body = {"job": {"job_id": "j-1", "description": "Sous Chef\n- HACCP\n- menu planning"}}
    answers = {client.post("/match", json=body).text for _ in range(3)}
    assert len(answers) == 1


def test_a_protected_wish_of_a_job_is_named_and_not_matched(client: httpx.Client) -> None:
    body = {"job": {"description": "Sous Chef with HACCP (Female only)"}}
    told = client.post("/match", json=body).json()
    assert told["protected"] == ["Female only"]
    assert {c["value"] for c in told["criteria"]} == {"Sous Chef", "HACCP"}
    streamed = client.post("/match", json=body, headers={"accept": "text/event-stream"}).text
    assert "I do not look at Female only" in streamed


def test_a_match_says_who_would_lead_without_a_place_where_nobody_shows_the_job(
    client: httpx.Client,
) -> None:
    body = {"job": {"title": "Registered Nurse", "location": "Berlin"}}
    told = client.post("/match", json=body).json()
    assert told["elsewhere"]["criterion"] == "location:berlin"
    assert 0 < told["elsewhere"]["count"] <= told["elsewhere"]["of"]
    streamed = client.post("/match", json=body, headers={"accept": "text/event-stream"}).text
    assert "Nobody there shows Registered Nurse; anywhere, " in streamed


def test_the_wishes_of_a_job_that_are_too_many_are_named(client: httpx.Client) -> None:
    makers = ", ".join(f"experience with Maker{n} Ovens" for n in range(9))
    skills = (
        "HACCP, menu planning, pastry, baking, grilling, catering, food costing, sushi, banquets"
    )
    more = (
        "Excel, Word, Python, Java, SQL, payroll, welding, AutoCAD, Revit, Docker, Linux, Photoshop"
    )
    body = {"job": {"description": f"Sous Chef with {skills}, {more}, {makers}"}}
    told = client.post("/match", json=body).json()
    assert told["beyond"]
    assert not {c["value"] for c in told["criteria"]} & set(told["beyond"])


def test_the_words_of_a_job_that_nothing_was_made_of_are_named(client: httpx.Client) -> None:
    body = {"job": {"title": "Registered Nurse", "must": ["own tools"]}}
    assert client.post("/match", json=body).json()["unused"] == ["own tools"]


def test_a_job_of_protected_wishes_alone_is_answered_with_their_names(client: httpx.Client) -> None:
    told = client.post("/match", json={"job": {"must": ["woman", "over 50"]}})
    assert told.status_code == 422
    assert "“woman” is not searched for; “over 50” is not" in told.json()["error"]["message"]


def test_a_match_ranks_and_explains_with_verbatim_quotes(client: httpx.Client) -> None:
    job = {
        "job_id": "j-1",
        "description": "Sous Chef. You plan menus and keep HACCP records.",
        "location": "Berlin",
        "required_skills": ["HACCP"],
    }
    told = client.post("/match", json={"job": job, "top_k": 2}).json()
    assert told["job_id"] == "j-1"
    assert {"title", "skill", "location"} <= {c["kind"] for c in told["criteria"]}
    assert [r["rank"] for r in told["results"]] == list(range(1, len(told["results"]) + 1))
    first = told["results"][0]
    assert first["candidate_id"] == "cook-1"
    assert first["explanation"]["summary"]
    quotes = [v["quote"] for v in first["verdicts"] if v["verdict"] in ("met", "partly")]
    assert quotes
    for quote in quotes:
        assert quote in PEOPLE["cook-1"]


def test_a_match_returns_at_most_what_was_asked_for(client: httpx.Client) -> None:
    body = {"job": {"description": "Nurse, cook or developer"}, "top_k": 1}
    assert len(client.post("/match", json=body).json()["results"]) <= 1


def test_no_answer_holds_a_mail_address_or_a_phone(client: httpx.Client, thread: str) -> None:
    told = ask(client, thread, "registered nurses with ACLS")
    assert "example.com" not in str(told)


def test_health_answers_at_once_and_ready_counts_the_people(client: httpx.Client) -> None:
    assert client.get("/health").json() == {"status": "ok"}
    ready = client.get("/ready").json()
    assert ready["status"] == "ready"
    assert ready["people"] >= len(PEOPLE)
    assert ready["model"] == "offline"
    assert ready["read_by_an_earlier_version"] == 0


def test_ready_says_how_many_people_an_earlier_version_read(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "READING", "a later one")
    ready = client.get("/ready").json()
    assert ready["read_by_an_earlier_version"] == ready["people"]


def test_match_takes_a_title_and_wishes_without_a_description(client: httpx.Client) -> None:
    body = {"job": {"title": "Sous Chef", "must": ["HACCP"], "nice": ["menu planning"]}}
    told = client.post("/match", json=body).json()
    weights = {c["id"]: c["weight"] for c in told["criteria"]}
    assert weights["title:sous-chef"] == "must"
    assert weights["skill:haccp"] == "must"
    assert weights["skill:menu-planning"] == "nice"
    assert told["results"][0]["candidate_id"] == "cook-1"
