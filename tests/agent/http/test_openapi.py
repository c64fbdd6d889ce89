"""The description of the API: every route, examples that work, and a fuzzer that believes it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from agent.api import create_app
from agent.settings import Settings

ROUTES = {
    "/chat": {"post"},
    "/chat/{thread_id}/events": {"get"},
    "/agent": {"post"},
    "/match": {"post"},
    "/threads": {"get"},
    "/threads/{thread_id}": {"get", "delete"},
    "/threads/{thread_id}/shortlist.csv": {"get"},
    "/threads/{thread_id}/stop": {"post"},
    "/feedback": {"post"},
    "/candidates": {"post"},
    "/candidates/{candidate_id}": {"get", "delete"},
    "/health": {"get"},
    "/ready": {"get"},
}
BODIES = ["/chat", "/agent", "/match", "/feedback", "/candidates"]


schema = schemathesis.openapi.from_dict(create_app(Settings()).openapi())


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_request_that_the_description_allows_or_forbids_breaks_the_api(
    case: Case, address: str
) -> None:
    answer = case.call(base_url=address, timeout=30)
    checks = [not_a_server_error, status_code_conformance, content_type_conformance]
    case.validate_response(answer, checks=[*checks, response_schema_conformance])


def test_every_route_is_described_with_what_it_answers(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()["paths"]
    assert {path: set(methods) for path, methods in described.items()} == ROUTES
    for path, methods in described.items():
        for operation in methods.values():
            assert operation["summary"], path
            assert operation["responses"], path


@pytest.mark.parametrize("route", BODIES)
def test_the_example_of_every_body_is_one_the_api_takes(client: httpx.Client, route: str) -> None:
    document = client.get("/openapi.json").json()
    content = document["paths"][route]["post"]["requestBody"]["content"]["application/json"]
    shape = content["schema"]
    if "$ref" in shape:
        shape = document["components"]["schemas"][shape["$ref"].rpartition("/")[2]]
    (example,) = shape["examples"]
    if route == "/feedback":
        body = {"session_id": example["thread_id"], "message": "nurses"}
        example["turn_id"] = client.post("/agent", json=body).json()["turn_id"]
    answer = client.post(route, json=example)
    assert answer.status_code in (200, 201), answer.text
    if route == "/candidates":
        client.delete(f"/candidates/{example['records'][0]['candidate_id']}")


def test_every_reference_in_the_description_leads_somewhere(client: httpx.Client) -> None:
    document = client.get("/openapi.json").json()

    def references(node: Any) -> Any:
        if isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                yield node["$ref"]
            for value in node.values():
                yield from references(value)
        elif isinstance(node, list):
            for value in node:
                yield from references(value)

    for reference in references(document):
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]


def test_the_pages_for_people_are_there(client: httpx.Client) -> None:
    assert client.get("/docs").status_code == 200
    assert client.get("/").headers["content-type"].startswith("text/html")
