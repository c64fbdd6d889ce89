"""No tenant reaches another: generated over every route that the OpenAPI of the service names."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi import FastAPI

pytestmark = pytest.mark.asyncio(loop_scope="module")

BODIES: dict[str, Any] = {
    "/chat": lambda o: {"thread_id": o.thread_id, "message": "who is on my list?"},
    "/agent": lambda o: {"session_id": o.thread_id, "message": "who is on my list?"},
    "/match": lambda o: {"job": {"description": f"ICU nurse or sous chef {o.candidate_id}"}},
    "/feedback": lambda o: {"thread_id": o.thread_id, "turn_id": o.turn_id, "rating": "up"},
    "/candidates": lambda o: {"records": [{"candidate_id": "extra", "text": "Welder, TIG."}]},
}
OWN = {"/chat", "/agent", "/match", "/candidates", "/threads", "/health", "/ready"}
"""Addresses without an id of somebody's: a caller gets what is the caller's own."""


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """Return every method and path."""
    found = app.openapi()["paths"]
    return [(method.upper(), path) for path, methods in found.items() for method in methods]


def filled(path: str, other: Any) -> str:
    """Return the path with the other tenant's ids in it."""
    ids = {name: getattr(other, name) for name in ("candidate_id", "thread_id", "turn_id")}
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda m: ids.get(m[1], other.thread_id), path)


async def test_every_address_with_an_id_of_another_tenant_answers_404(
    app: FastAPI, doors: Any
) -> None:
    tried = 0
    for mine, other in (doors, doors[::-1]):
        for method, path in routes(app):
            if path in OWN:
                continue
            body = BODIES.get(path, lambda _: None)(other)
            answer = await mine.client.request(method, filled(path, other), json=body)
            assert answer.status_code == 404, (method, path, answer.text)
            assert other.tenant not in answer.text.replace(other.candidate_id, "").replace(
                other.thread_id, ""
            )
            tried += 1
    assert tried >= 14


async def test_addresses_without_ids_show_nothing_of_another_tenant(
    app: FastAPI, doors: Any
) -> None:
    names = {"acme": ("Lindqvist", "acme-1", "Bayou"), "birch": ("Ferreira", "birch-1", "Casa do")}
    for mine, other in (doors, doors[::-1]):
        for method, path in routes(app):
            if path not in OWN:
                continue
            body = BODIES[path](mine) if path in BODIES and method == "POST" else None
            answer = await mine.client.request(method, path, json=body)
            assert answer.status_code == 200, (method, path, answer.text)
            assert [n for n in names[other.tenant] if n in answer.text] == [], (method, path)


async def test_a_thread_id_of_another_tenant_begins_a_thread_of_ones_own(doors: Any) -> None:
    mine, other = doors
    said = await mine.client.post(
        "/agent", json={"session_id": other.thread_id, "message": "what have I asked so far?"}
    )
    assert said.status_code == 200
    assert "Ferreira" not in said.text
    theirs = (await other.client.get(f"/threads/{other.thread_id}")).json()
    assert "what have I asked so far?" not in str(theirs)
    assert (await mine.client.delete(f"/threads/{other.thread_id}")).status_code == 204
    assert (await other.client.get(f"/threads/{other.thread_id}")).status_code == 200


async def test_a_colleague_does_not_see_a_thread_but_sees_the_same_people(
    app: FastAPI, settings: Any, doors: Any, client: Any, key: Any
) -> None:
    mine, _ = doors
    colleague = client(app, key(settings, mine.tenant, "bob", "recruiter"))
    assert (await colleague.get(f"/threads/{mine.thread_id}")).status_code == 404
    taken = await colleague.post("/agent", json={"session_id": mine.thread_id, "message": "hello"})
    assert taken.status_code == 404
    assert (await colleague.get(f"/candidates/{mine.candidate_id}")).status_code == 200
