"""What is refused over HTTP: each with its status, one code and one sentence with the mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.agent.http.conftest import fault_of

CHAT = {"thread_id": "t", "message": "nurses"}
MATCH = {"job": {"description": "Sous chef"}, "top_k": 3}


@pytest.mark.parametrize(
    ("route", "body", "named"),
    [
        ("/chat", {"message": "x"}, "body.thread_id is missing"),
        ("/chat", {"thread_id": "t"}, "body.message is missing"),
        ("/chat", {**CHAT, "thread_id": ""}, "body.thread_id should be 1 to 128"),
        ("/chat", {**CHAT, "thread_id": "a/b"}, "body.thread_id"),
        ("/chat", {**CHAT, "thread_id": "a" * 129}, "body.thread_id"),
        ("/chat", {**CHAT, "thread_id": 7}, "body.thread_id should be text"),
        ("/chat", {**CHAT, "message": None}, "body.message should be text"),
        ("/chat", {**CHAT, "message": ["x"]}, "body.message should be text"),
        ("/chat", {**CHAT, "message": "x" * 100_001}, "at most 100,000 characters: shorten it"),
        ("/chat", {**CHAT, "user": "root"}, "body.user is not known here"),
        ("/chat", [CHAT], "body should be a JSON object"),
        ("/chat", None, "body"),
        ("/agent", CHAT, "body.session_id is missing"),
        ("/match", {"top_k": 3}, "body.job is missing"),
        ("/match", {"job": "cook"}, "body.job should be"),
        ("/match", {"job": {"description": ""}}, "body.job.description"),
        ("/match", {**MATCH, "top_k": 0}, "body.top_k should be greater than or equal to 1"),
        ("/match", {**MATCH, "top_k": 51}, "body.top_k should be less than or equal to 50"),
        ("/match", {**MATCH, "top_k": "3"}, "body.top_k"),
        ("/match", {**MATCH, "top_k": True}, "body.top_k"),
        ("/match", {"job": {"description": "x", "required_skills": "Go"}}, "required_skills"),
        ("/match", {"job": {"description": "please"}}, "names nothing to match by"),
        ("/match", {"job": {}}, "body.job: it names nothing to match by"),
        ("/match", {"job": {"title": "Cook", "must": "HACCP"}}, "must"),
        ("/feedback", {"thread_id": "t", "turn_id": "1"}, "body.rating is missing"),
        ("/feedback", {"thread_id": "t", "turn_id": "1", "rating": "5"}, "body.rating"),
        ("/candidates", {"records": []}, "body.records should not be empty"),
        ("/candidates", {"records": [{"text": "x"}]}, "body.records.0.candidate_id is missing"),
        ("/candidates", {"records": [{"candidate_id": "a b", "text": "x"}]}, "0.candidate_id"),
        ("/candidates", {"records": [{"candidate_id": "a", "text": ""}]}, "body.records.0.text"),
        ("/candidates", {"people": []}, "body.records is missing"),
        ("/candidates", 3, "body should be a JSON object"),
    ],
)
def test_a_body_of_the_wrong_shape_is_422_and_names_the_field(
    client: httpx.Client, route: str, body: Any, named: str
) -> None:
    status, code, message = fault_of(client.post(route, json=body))
    assert status == 422
    assert code in ("invalid_input", "nothing_asked")
    assert named in message


@pytest.mark.parametrize("route", ["/chat", "/agent", "/match", "/feedback"])
@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"Content-Type": "text/plain; charset=utf-8"}, "as 'text/plain': send JSON with"),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "x-www-form-urlencoded'"),
        ({"Content-Type": "x" * 500}, f"as '{'x' * 60}': send"),
        ({}, "The body came without a type"),
    ],
)
def test_json_under_another_name_is_refused_with_the_header_it_needs(
    client: httpx.Client, route: str, headers: dict[str, str], named: str
) -> None:
    fault = fault_of(client.post(route, content=b'{"thread_id": "t"}', headers=headers))
    assert fault[:2] == (415, "unsupported_media_type")
    assert named in fault[2]
    assert "'Content-Type: application/json'" in fault[2]


@pytest.mark.parametrize("route", ["/chat", "/agent", "/match", "/feedback", "/candidates"])
@pytest.mark.parametrize("body", [b"{", b"", b"\xff\xfe", b"{'a': 1}", b"[" * 20_000])
def test_what_is_no_json_is_refused_in_a_sentence(
    client: httpx.Client, route: str, body: bytes
) -> None:
    answer = client.post(route, content=body, headers={"Content-Type": "application/json"})
    status, code, _ = fault_of(answer)
    assert (status, code) in (
        (400, "invalid_json"),
        (400, "invalid_body"),
        (422, "invalid_input"),
    )


def test_a_message_over_the_limit_of_a_turn_is_413_and_says_how_long_it_may_be(
    client: httpx.Client, thread: str
) -> None:
    body = {"thread_id": thread, "message": "x" * 60_001}
    status, code, message = fault_of(client.post("/chat", json=body))
    assert (status, code) == (413, "message_too_long")
    assert "60,001" in message
    assert "60,000" in message
    assert fault_of(client.get(f"/threads/{thread}"))[0] == 404


@pytest.mark.parametrize("route", ["/chat", "/agent", "/match", "/feedback", "/candidates"])
def test_an_oversize_body_is_413_by_its_stated_length(client: httpx.Client, route: str) -> None:
    body = b'{"thread_id": "' + b"x" * 1_100_000 + b'"}'
    answer = client.post(route, content=body, headers={"Content-Type": "application/json"})
    status, code, message = fault_of(answer)
    assert (status, code) == (413, "too_large")
    assert "1 MB" in message


def test_an_oversize_body_without_a_length_is_413_while_it_streams(client: httpx.Client) -> None:
    def parts() -> Iterator[bytes]:
        yield b'{"thread_id": "'
        for _ in range(30):
            yield b"x" * 50_000

    answer = client.post("/chat", content=parts(), headers={"Content-Type": "application/json"})
    assert fault_of(answer)[:2] == (413, "too_large")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/threads/unknown-thread", 404),
        ("DELETE", "/threads/unknown-thread", 404),
        ("POST", "/threads/unknown-thread/stop", 404),
        ("GET", "/chat/unknown-thread/events", 404),
        ("GET", "/candidates/unknown", 404),
        ("DELETE", "/candidates/unknown", 404),
        ("GET", "/threads/" + "x" * 200, 422),
        ("GET", "/candidates/a%20b", 422),
        ("GET", "/candidates/%00", 422),
        ("GET", "/chat", 405),
        ("PUT", "/candidates/nurse-1", 405),
        ("DELETE", "/threads", 405),
        ("GET", "/page/../../settings.py", 404),
        ("GET", "/page/%2e%2e/settings.py", 404),
    ],
)
def test_an_address_that_holds_nothing_is_told_in_a_sentence(
    client: httpx.Client, method: str, path: str, status: int
) -> None:
    found, _, message = fault_of(client.request(method, path))
    assert found == status
    if "unknown" in path:
        assert "unknown" in message


def test_feedback_on_what_is_not_there_is_404(client: httpx.Client, thread: str) -> None:
    body = {"thread_id": thread, "turn_id": "1", "rating": "up"}
    assert fault_of(client.post("/feedback", json=body))[:2] == (404, "unknown_thread")
    client.post("/agent", json={"session_id": thread, "message": "nurses"})
    status, _, message = fault_of(client.post("/feedback", json=body))
    assert status == 404
    assert "no turn '1'" in message


def test_a_body_of_another_kind_is_415_and_says_which_kinds_are_read(client: httpx.Client) -> None:
    answer = client.post("/candidates", content=b"x", headers={"Content-Type": "text/plain"})
    status, code, message = fault_of(answer)
    assert (status, code) == (415, "unsupported_media_type")
    assert "multipart/form-data" in message


def test_a_multipart_body_that_is_torn_is_refused(client: httpx.Client) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    for body in (b"--b\r\nContent-Disposition: form-data; name", b"junk", b""):
        status, _, message = fault_of(client.post("/candidates", content=body, headers=kind))
        assert status in (400, 422)
        assert message
    no_boundary = {"Content-Type": "multipart/form-data"}
    answer = client.post("/candidates", content=b"x", headers=no_boundary)
    assert fault_of(answer)[0] in (400, 422)


def test_every_answer_carries_the_headers_that_keep_a_page_safe(client: httpx.Client) -> None:
    for path in ("/health", "/", "/nowhere", "/page/js/main.js"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["x-frame-options"] == "DENY", path
    assert "default-src 'none'" in client.get("/").headers["content-security-policy"]
