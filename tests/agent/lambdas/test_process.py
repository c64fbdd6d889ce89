"""A process opens once, opens anew when secrets were rotated, and tells what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from agent.lambdas.process import LOOK_SECONDS, Process
from agent.lambdas.secrets import SecretError, Secrets, settings_with
from agent.settings import Settings


class Vault:
    """Secrets Manager as a function: what it holds, and how often it was asked."""

    def __init__(self, text: str | None = '{"OPENAI_API_KEY": "one"}') -> None:
        self.text, self.version, self.asked = text, "v1", 0
        self.down = False

    def __call__(self, secret_id: str, region: str | None) -> dict[str, Any]:
        self.asked += 1
        if self.down:
            raise OSError("down")
        return {"SecretString": self.text, "VersionId": self.version}


class Opened:
    """An opener that counts, and keeps the settings each service was opened with."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.open = 0

    @asynccontextmanager
    async def __call__(self, settings: Settings) -> AsyncIterator[Any]:
        told = settings.openai_api_key
        self.keys.append(told.get_secret_value() if told else "")
        self.open += 1
        yield SimpleNamespace(settings=settings)
        self.open -= 1


@pytest.fixture
def clock() -> list[float]:
    return [0.0]


@pytest.fixture
def opened() -> Opened:
    return Opened()


def process_of(tmp_path: Path, vault: Vault, opened: Any, clock: list[float]) -> Process:
    settings = Settings(_env_file=None, data_dir=tmp_path, access="required")
    return Process(settings, Secrets("matcher/dev", None, vault), opened, lambda: clock[0])


async def test_the_secret_is_read_once_and_reaches_the_service(
    tmp_path: Path, opened: Opened, clock: list[float]
) -> None:
    vault = Vault()
    process = process_of(tmp_path, vault, opened, clock)
    first = await process.ready()
    clock[0] = LOOK_SECONDS - 1
    assert await process.ready() is first
    assert (vault.asked, opened.keys, opened.open) == (1, ["one"], 1)
    await process.close()
    assert opened.open == 0


async def test_a_rotated_secret_opens_the_service_anew_without_a_deployment(
    tmp_path: Path, opened: Opened, clock: list[float]
) -> None:
    vault = Vault()
    process = process_of(tmp_path, vault, opened, clock)
    await process.ready()
    clock[0] = LOOK_SECONDS
    await process.ready()
    assert opened.keys == ["one"]
    vault.text, vault.version = '{"OPENAI_API_KEY": "two"}', "v2"
    await process.ready()
    assert opened.keys == ["one"]
    clock[0] = LOOK_SECONDS * 2
    await process.ready()
    assert (opened.keys, opened.open) == (["one", "two"], 1)


async def test_a_vault_that_is_down_later_costs_nothing(
    tmp_path: Path, opened: Opened, clock: list[float]
) -> None:
    vault = Vault()
    process = process_of(tmp_path, vault, opened, clock)
    first = await process.ready()
    vault.down, clock[0] = True, LOOK_SECONDS * 3
    assert await process.ready() is first


async def test_a_start_that_failed_is_tried_again_by_the_next_request(
    tmp_path: Path, opened: Opened, clock: list[float]
) -> None:
    vault = Vault("{")
    process = process_of(tmp_path, vault, opened, clock)
    with pytest.raises(SecretError):
        await process.ready()
    vault.text = "{}"
    await process.ready()
    assert opened.keys == [""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "matcher/dev is not a JSON object of texts: put"),
        ("OPENAI_API_KEY=one", "is not a JSON object of texts"),
        ('["one"]', "is not a JSON object of texts"),
        ('{"OPENAI_API_KEY": 1}', "is not a JSON object of texts"),
        ('{"OPENAI_KEY": "one"}', r"keys that are not known \(OPENAI_KEY\): use OPENAI_API_KEY"),
    ],
)
def test_a_malformed_secret_is_named_with_the_shape_it_needs_and_never_shown(
    text: str | None, said: str
) -> None:
    with pytest.raises(SecretError, match=said) as refused:
        Secrets("matcher/dev", None, Vault(text)).read()
    assert "one" not in str(refused.value).replace("none", "")


def test_an_empty_value_leaves_what_the_environment_says() -> None:
    told = Secrets("s", None, Vault(json.dumps({"OPENAI_API_KEY": ""}))).read()
    settings = Settings(_env_file=None, openai_api_key="from-environment")
    kept = settings_with(settings, told).openai_api_key
    assert kept is not None
    assert kept.get_secret_value() == "from-environment"


def test_a_secret_is_never_shown_by_the_settings_that_hold_it() -> None:
    settings = settings_with(Settings(_env_file=None), {"OPENAI_API_KEY": "sk-hidden"})
    assert "sk-hidden" not in repr(settings)
