"""Explanations worded by a model: side by side, from the evidence alone, checked twice."""

from __future__ import annotations

import json
from threading import Barrier
from typing import Any

from tests.agent.models.conftest import Talking, finished, of
from tests.agent.models.test_openai_wire import FIND, SEARCH, through
from tests.doubles.openai_server import Fails, Reply, Says, openai_server

TOP = ("explain_match", {"people": ["#1", "#2", "#3"]})


def asked_about(body: dict[str, Any]) -> dict[str, Any] | None:
    """Return the evidence a request carries, if it asks for an explanation."""
    last = body["messages"][-1]
    found = json.loads(last["content"]) if last["role"] == "user" and "{" in last["content"] else {}
    return found.get("evidence") if "question" in found else None


def teller(*, fails: str = "", meet: Barrier | None = None) -> Any:
    """Return a script that searches, explains three people and words each by its own quote."""
    plan = [Says(calls=[SEARCH]), Says("⟨#1⟩ and others know Python."), Says(calls=[TOP])]

    def reply(body: dict[str, Any]) -> Reply:
        person = asked_about(body)
        if person is None:
            return plan.pop(0)
        if person["ref"] == fails:
            return Fails(500)
        if meet is not None:
            meet.wait()
        quote = person["verdicts"][0]["quote"]
        invented = " Worked at Globex as a Haskell expert."
        return Says(f"{person['ref']} knows Python: “{quote}”.{invented}", piece=9)

    return reply


async def explained(talking: Talking, script: Any, **more: Any) -> Any:
    with openai_server(script) as server:
        async with talking(**through(server, **more)) as talk:
            await talk.say(FIND)
            return server, await talk.say("explain the top three")


async def test_several_people_are_worded_at_once_and_told_in_their_order(talking: Talking) -> None:
    # Each call waits until all three have come, which one after the other would never do.
    _, events = await explained(talking, teller(meet=Barrier(3, timeout=30)))
    end = finished(events)
    people = [data["name"] for data in of(events, "explanation")]
    assert len(people) == 3
    at = [end["answer"].index(f"**{name}**") for name in people]
    assert at == sorted(at)
    assert end["degraded"] is False
    assert end["model_calls"] == 4
    assert set(end["prompts"]) == {"assistant", "explain"}


async def test_each_call_is_given_one_person_by_placeholder_and_no_tools(talking: Talking) -> None:
    server, _ = await explained(talking, teller())
    bodies = [body for body in server.asked if asked_about(body)]
    assert sorted(asked_about(b)["ref"] for b in bodies) == ["⟨#1⟩", "⟨#2⟩", "⟨#3⟩"]
    assert all("tools" not in body for body in bodies)
    assert "Delgado" not in str(bodies)


async def test_what_the_evidence_lacks_is_left_out_and_reported(talking: Talking) -> None:
    _, events = await explained(talking, teller())
    removed = [r["sentence"] for data in of(events, "grounding") for r in data["removed"]]
    assert len(removed) == 3
    assert "Globex" not in finished(events)["answer"]
    assert finished(events)["answer"].count("“") == 3


async def test_one_failed_call_costs_one_wording(talking: Talking) -> None:
    _, events = await explained(talking, teller(fails="⟨#2⟩"))
    end = finished(events)
    assert end["reason"]["code"] == "provider_down"
    paragraphs = end["answer"].split("\n\n")
    assert len(paragraphs) == 3
    assert all("“" in paragraph for paragraph in paragraphs)


async def test_the_evidence_pack_shows_its_budget(talking: Talking) -> None:
    _, events = await explained(talking, teller())
    for data in of(events, "explanation"):
        assert data["budget"]["of"] == 6_000
        assert data["budget"]["quotes"] >= 1
        assert 0 < data["budget"]["characters"] <= 6_000


async def test_the_self_check_is_shown_beside_the_check_by_code(talking: Talking) -> None:
    tells = teller()

    def reply(body: dict[str, Any]) -> Reply:
        content = body["messages"][-1]["content"]
        if '"sentences"' not in content:
            return tells(body)
        said = json.loads(content)["sentences"]
        return Says("\n".join(f"{n}: {'no' if 'Globex' in s else 'yes'}" for n, s in said.items()))

    _, events = await explained(talking, reply, self_check=True)
    (checked,) = of(events, "self_check")
    assert checked["agreement"] == 1.0
    assert any(s["code"] is False and s["model"] is False for s in checked["sentences"])
    assert any(of(events, "explanation")[0]["name"] in s["sentence"] for s in checked["sentences"])
    assert "check" in finished(events)["prompts"]


async def test_a_self_check_that_fails_costs_nothing_else(talking: Talking) -> None:
    tells = teller()

    def reply(body: dict[str, Any]) -> Reply:
        if '"sentences"' in body["messages"][-1]["content"]:
            return Fails(500)
        answer: Reply = tells(body)
        return answer

    _, events = await explained(talking, reply, self_check=True)
    assert not of(events, "self_check")
    assert finished(events)["degraded"] is False
    assert of(events, "explanation")[0]["name"] in finished(events)["answer"]
