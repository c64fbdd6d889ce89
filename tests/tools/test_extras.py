"""Packages that only some need: what is said where one is missing works from a clone."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.access.tokens import Tokens
from agent.models import chat_model, embeddings
from agent.service import Service
from agent.settings import Settings
from agent.slack.door import open_door
from agent.slack.faults import SlackSettingError
from agent.tracing import tracing
from tools.evaluate.faults import need
from tools.extras import installed
from tools.index.aws import clients
from tools.index.aws.pinecone_vectors import PineconeVectors

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]


def settings(**others: str) -> Settings:
    return Settings(_env_file=None, **others)  # type: ignore[call-arg,arg-type]


def traced() -> None:
    with tracing("otel"):
        pass


def boto() -> None:
    clients.client.__wrapped__("dynamodb")


CASES: dict[str, tuple[str, str, Callable[[], object]]] = {
    "a model of OpenAI": (
        "langchain_openai",
        "openai",
        lambda: chat_model(settings(model="openai:x")),
    ),
    "embeddings of Bedrock": (
        "langchain_aws",
        "bedrock",
        lambda: embeddings(settings(embeddings="bedrock:x")),
    ),
    "tokens of an issuer": (
        "jwt",
        "jwt",
        lambda: Tokens(settings(jwt_issuer="https://i.example", jwt_audience="us")),
    ),
    "traces": ("opentelemetry", "otel", traced),
    "an evaluation": ("scipy", "evaluate", lambda: need("ir_measures", "scipy")),
    "tables of AWS": ("boto3", "aws", boto),
    "vectors in Pinecone": (
        "pinecone",
        "pinecone",
        lambda: PineconeVectors(api_key="k", host="h", name="n"),
    ),
}


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what makes a package, and what is below it, as good as never installed."""

    def remove(package: str) -> None:
        for name in [name for name in sys.modules if name.startswith(f"{package}.")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, package, None)

    return remove


@pytest.mark.parametrize(("package", "extra", "use"), CASES.values(), ids=CASES)
def test_a_missing_package_is_told_with_the_command_that_brings_it_in_a_clone(
    package: str, extra: str, use: Callable[[], object], without: Callable[[str], None]
) -> None:
    without(package)
    with pytest.raises(Exception, match="in the clone of the source, pip install") as raised:
        use()
    assert f"pip install '.[{extra}]' (make install brings every extra)." in str(raised.value)
    assert extra in PROJECT["optional-dependencies"]
    assert type(raised.value).__module__.startswith(("agent.", "tools."))


async def test_slack_without_its_package_says_what_brings_it_or_what_to_remove(
    without: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    without("slack_bolt")
    monkeypatch.delitem(sys.modules, "agent.slack.bolt", raising=False)
    slack = settings(slack_bot_token="xoxb-1", slack_signing_secret="s")
    service = Service(slack, *[None] * 5)  # type: ignore[arg-type] # refused before it is used
    told = r"pip install '\.\[slack\]' .*, or remove SLACK_BOT_TOKEN\.$"
    with pytest.raises(SlackSettingError, match=told):
        async with open_door(service):
            pass


def test_a_module_below_a_package_that_is_missing_is_not_there() -> None:
    assert not installed("there_is_no_such.package")
    assert installed("pytest")
