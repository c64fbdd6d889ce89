"""The gate over HTTP: who is let in, with what, and what everybody else is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from agent.access.callers import Caller
from agent.access.gatekeeper import Gatekeeper
from agent.access.keys import mint
from agent.access.local_keys import LocalKeys
from agent.api import create_app
from agent.http.gate import OPEN_PATHS
from agent.http.rate import RateLimit
from agent.settings import Settings

in_loop = pytest.mark.asyncio(loop_scope="module")


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[FastAPI]:
    """Run an app without a service behind it: enough to see who gets as far as a route."""

    @asynccontextmanager
    async def nothing(_: Settings) -> AsyncIterator[Any]:
        yield None

    app = create_app(settings, nothing)
    async with app.router.lifespan_context(app):
        yield app


def settings_in(home: Path, **others: Any) -> Settings:
    return Settings(_env_file=None, data_dir=home, **others)


def error(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


LET_IN = (503, "starting")
"""What a route answers while no service is behind it: the request came through the gate."""


@in_loop
async def test_without_keys_everybody_on_this_machine_is_let_in(
    tmp_path: Path, client: Any
) -> None:
    async with running(settings_in(tmp_path)) as app:
        for host in ("127.0.0.1:8000", "localhost", "[::1]:8000", "testserver"):
            assert error(await client(app, host=host).get("/threads")) == LET_IN


@in_loop
async def test_a_page_elsewhere_cannot_reach_a_service_without_keys_through_a_browser(
    tmp_path: Path, client: Any
) -> None:
    async with running(settings_in(tmp_path)) as app:
        renamed = await client(app, host="rebound.example.com").get("/threads")
        assert error(renamed) == (403, "foreign_host")
        crossed = await client(app).post("/agent", headers={"origin": "https://evil.example"})
        assert error(crossed) == (403, "foreign_origin")
        own = {"origin": "http://127.0.0.1:8000"}
        assert error(await client(app).post("/threads/t/stop", headers=own)) == LET_IN


@in_loop
@pytest.mark.parametrize("name", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"])
async def test_what_a_tunnel_carries_under_this_machines_name_is_refused_without_keys(
    tmp_path: Path, client: Any, name: str
) -> None:
    async with running(settings_in(tmp_path)) as app:
        carried = await client(app, host="localhost").get("/threads", headers={name: "8.8.8.8"})
        assert error(carried) == (403, "foreign_host")
        assert "matcher keys create" in carried.json()["error"]["message"]


@in_loop
async def test_once_a_key_was_made_everybody_needs_one_even_after_it_was_revoked(
    tmp_path: Path, client: Any, key: Any
) -> None:
    settings = settings_in(tmp_path)
    text = key(settings, "local", "ann")
    async with running(settings) as app:
        assert error(await client(app).get("/threads")) == (401, "no_key")
        assert error(await client(app, text).get("/threads")) == LET_IN
    store = LocalKeys(tmp_path / "access.db")
    assert store.revoke("local", text.split("_")[1], 1.0)
    store.close()
    async with running(settings) as app:
        assert error(await client(app, text).get("/threads")) == (401, "key_revoked")
        assert error(await client(app).get("/threads")) == (401, "no_key")


@in_loop
async def test_a_key_may_come_in_either_header(tmp_path: Path, client: Any, key: Any) -> None:
    settings = settings_in(tmp_path)
    text = key(settings, "local", "ann")
    async with running(settings) as app:
        for headers in ({"x-api-key": text}, {"authorization": f"bearer  {text}"}):
            assert error(await client(app).get("/threads", headers=headers)) == LET_IN


@in_loop
@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": "Bearer"},
        {"authorization": "Basic YTpi"},
        {"authorization": "Bearer cm_000000000000_" + "A" * 43},
        {"authorization": "Bearer cm_\u00e9".encode()},
        {"x-api-key": "x" * 5_000},
    ],
)
async def test_what_is_not_a_key_is_refused_with_how_to_get_one(
    tmp_path: Path, client: Any, headers: Any
) -> None:
    async with running(settings_in(tmp_path, access="required")) as app:
        answer = await client(app).get("/threads", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["error"]["code"] in ("no_key", "invalid_key")


@in_loop
async def test_every_route_but_the_named_open_ones_is_shut(tmp_path: Path, client: Any) -> None:
    async with running(settings_in(tmp_path, access="required")) as app:
        shut = []
        for path, methods in app.openapi()["paths"].items():
            for method in methods:
                answer = await client(app).request(method, path.replace("{", "").replace("}", ""))
                shut.append((path, answer.status_code == 401))
        assert {path for path, is_shut in shut if not is_shut} == {"/health", "/ready"}
        assert len(shut) > 10
        hidden = await client(app).get("/no-such-route")
        assert hidden.status_code == 401


@in_loop
async def test_the_page_itself_is_shown_to_everybody(tmp_path: Path, client: Any) -> None:
    async with running(settings_in(tmp_path, access="required")) as app:
        assert {"/health", "/openapi.json"} <= OPEN_PATHS
        page = await client(app).get("/")
        assert (page.status_code, page.headers["content-type"][:9]) == (200, "text/html")
        script = await client(app).get("/page/js/main.js")
        assert script.status_code == 200


@in_loop
@pytest.mark.parametrize(
    ("role", "method", "path", "status"),
    [
        ("reader", "POST", "/candidates", 403),
        ("reader", "DELETE", "/candidates/x", 403),
        ("recruiter", "DELETE", "/candidates/x", 403),
        ("recruiter", "POST", "/candidates", 415),
        ("admin", "DELETE", "/candidates/x", 404),
        ("reader", "GET", "/candidates/x", 404),
    ],
)
async def test_a_role_reaches_so_far_and_no_farther(
    app: FastAPI,
    settings: Settings,
    client: Any,
    key: Any,
    role: str,
    method: str,
    path: str,
    status: int,
) -> None:
    asked = client(app, key(settings, "acme", "ann", role))
    answer = await asked.request(method, path)
    assert answer.status_code == status
    if status == 403:
        assert role in answer.json()["error"]["message"]


@in_loop
async def test_who_asks_too_often_waits_and_nobody_else_does(
    tmp_path: Path, client: Any, key: Any
) -> None:
    settings = settings_in(tmp_path, rate_per_minute=3)
    ann, bob = key(settings, "acme", "ann"), key(settings, "acme", "bob")
    async with running(settings) as app:
        taken = [error(await client(app, ann).get("/threads")) for _ in range(4)]
        assert taken == [LET_IN] * 3 + [(429, "too_many_requests")]
        late = await client(app, ann).get("/threads")
        assert 1 <= int(late.headers["retry-after"]) <= 21
        assert error(await client(app, bob).get("/threads")) == LET_IN
        assert (await client(app, ann).get("/health")).status_code == 200


def test_the_rate_is_a_bucket_that_fills_again() -> None:
    now = [0.0]
    rate = RateLimit(60, clock=lambda: now[0], most_callers=2)
    assert [rate.wait("a") for _ in range(60)] == [0.0] * 60
    assert rate.wait("a") == pytest.approx(1.0)
    now[0] = 0.5
    assert rate.wait("a") == pytest.approx(0.5)
    now[0] = 1.0
    assert rate.wait("a") == 0.0
    for name in "bcd":
        rate.wait(name)
    assert len(rate._buckets) == 2


def test_a_remembered_key_is_asked_for_again_after_its_time(store: LocalKeys) -> None:
    now = [100.0]
    keeper = Gatekeeper(store, remember=60, clock=lambda: now[0])
    text, kept = mint(store, "acme", "ann", "reader", now=1.0)
    assert keeper.remembered(text) is None
    assert keeper.caller(text) == keeper.remembered(text) == Caller("acme", "ann", "reader")
    store.revoke("acme", kept.key_id, 100.0)
    now[0] = 159.0
    assert keeper.remembered(text) is not None
    now[0] = 160.0
    assert keeper.remembered(text) is None


@in_loop
async def test_answers_carry_the_headers_that_keep_browsers_safe(app: FastAPI, client: Any) -> None:
    answer = await client(app).get("/health", headers={"x-forwarded-proto": "https"})
    for name, value in {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
    }.items():
        assert answer.headers[name] == value
    assert "strict-transport-security" not in (await client(app).get("/health")).headers


@in_loop
async def test_the_page_runs_no_script_or_style_that_is_not_a_file_of_ours(
    app: FastAPI, client: Any
) -> None:
    page = await client(app).get("/")
    policy = page.headers["content-security-policy"]
    assert page.headers.get_list("content-security-policy") == [policy]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in page.text
    assert "<style" not in page.text
    assert page.text.count("<script") == page.text.count('<script type="module" src="/page/')
    assert " on" not in page.text.split("<body>")[0]


@in_loop
async def test_only_pages_that_were_named_may_call_from_elsewhere(
    tmp_path: Path, client: Any
) -> None:
    chosen = settings_in(
        tmp_path, access="required", cors_origins="https://a.example, https://b.example"
    )
    async with running(chosen) as app:
        for origin, allowed in (("https://b.example", True), ("https://c.example", False)):
            asked = {
                "origin": origin,
                "access-control-request-method": "POST",
                "access-control-request-headers": "authorization",
            }
            answer = await client(app).options("/agent", headers=asked)
            assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
