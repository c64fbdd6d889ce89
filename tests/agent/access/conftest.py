"""A service with two tenants in it, each with a person, a thread and a turn of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI

from agent.access.gatekeeper import open_keys
from agent.access.keys import mint
from agent.access.local_keys import LocalKeys
from agent.api import create_app
from agent.settings import Settings

NURSE = """Marta Lindqvist, RN
Houston, TX | marta.lindqvist@example.com

EXPERIENCE
Registered Nurse, Medical ICU, Bayou Crest Hospital, Houston
August 2017 - Present
- Cares for ventilated adults; ACLS certified.
"""
COOK = """Júlia Ferreira
Lisbon, Portugal

EXPERIENCE
Sous Chef, Casa do Rio, Lisbon
March 2016 - Present
- Keeps HACCP records and trains six cooks.
"""


@dataclass(frozen=True)
class Door:
    """A client with a key, and the ids of what its tenant has."""

    client: httpx.AsyncClient
    tenant: str
    candidate_id: str
    thread_id: str
    turn_id: str


def client_of(app: FastAPI, key: str = "", host: str = "127.0.0.1:8000") -> httpx.AsyncClient:
    """Return a client of the app in this process, with a key or without."""
    headers = {"authorization": f"Bearer {key}"} if key else {}
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    return httpx.AsyncClient(transport=transport, base_url=f"http://{host}", headers=headers)


def key_for(settings: Settings, tenant: str, user: str, role: Any = "admin") -> str:
    """Make a key and return its text."""
    with closing(open_keys(settings)) as store:
        return mint(store, tenant, user, role, now=1_000.0)[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalKeys]:
    """An empty store of keys."""
    with closing(LocalKeys(tmp_path / "access.db")) as made:
        yield made


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a service that asks for keys."""
    home = tmp_path_factory.mktemp("data")
    return Settings(_env_file=None, data_dir=home, access="required", rate_per_minute=10_000)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def app(settings: Settings) -> AsyncIterator[FastAPI]:
    """The running app."""
    made = create_app(settings)
    async with made.router.lifespan_context(made):
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def doors(app: FastAPI, settings: Settings) -> AsyncIterator[tuple[Door, Door]]:
    """Two tenants that know nothing of each other."""
    async with AsyncExitStack() as stack:
        made = []
        for tenant, text, ask in (("acme", NURSE, "ICU nurses"), ("birch", COOK, "sous chefs")):
            client = client_of(app, key_for(settings, tenant, f"{tenant}-ann"))
            await stack.enter_async_context(client)
            made.append(await _furnished(client, tenant, text, ask))
        yield made[0], made[1]


async def _furnished(client: httpx.AsyncClient, tenant: str, text: str, ask: str) -> Door:
    person = {"candidate_id": f"{tenant}-1", "text": text}
    added = await client.post("/candidates", json={"records": [person]})
    assert added.status_code == 200, added.text
    said = await client.post("/agent", json={"session_id": f"{tenant}-t", "message": ask})
    assert said.status_code == 200, said.text
    assert [c["candidate_id"] for c in said.json()["candidates"]] == [f"{tenant}-1"]
    return Door(client, tenant, f"{tenant}-1", f"{tenant}-t", said.json()["turn_id"])


@pytest.fixture(scope="session")
def client() -> Any:
    """The maker of clients."""
    return client_of


@pytest.fixture(scope="session")
def key() -> Any:
    """The maker of keys."""
    return key_for
