"""A model that cannot be used as it is set is told in one sentence that names the setting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agent.models import ModelSettingError, chat_model, embeddings
from tests.agent.models.conftest import settings_of


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"model": "gpt-4o"}, "MATCHER_MODEL='gpt-4o'"),
        ({"model": "openai:gpt-4o-mini"}, "OPENAI_API_KEY is not set"),
        ({"model": "openai:gpt-4o-mini", "openai_api_key": " "}, "OPENAI_API_KEY is not set"),
    ],
)
def test_a_setting_that_names_no_usable_model(given: dict[str, Any], named: str) -> None:
    with pytest.raises(ModelSettingError, match=named) as refused:
        chat_model(settings_of(**given))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("setting", "named"),
    [
        ("minilm", "MATCHER_EMBEDDINGS='minilm'"),
        ("openai:text-embedding-3-small", "MATCHER_EMBEDDINGS asks for OpenAI, but OPENAI_API_KEY"),
    ],
)
def test_embeddings_that_cannot_be_used(setting: str, named: str) -> None:
    with pytest.raises(ModelSettingError, match=named):
        embeddings(settings_of(embeddings=setting))


def run(*command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run Python without the providers' variables of this machine."""
    foreign = ("OPENAI_", "AWS_", "MATCHER_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    clean |= {"AWS_EC2_METADATA_DISABLED": "true", "HOME": "/nonexistent", **env}
    return subprocess.run(
        [sys.executable, *command], env=clean, capture_output=True, text=True, check=False
    )


def test_a_missing_key_ends_the_command_with_one_sentence(tmp_path: Path) -> None:
    ended = run("-m", "agent.cli", "chat", "--data-dir", str(tmp_path), MATCHER_MODEL="openai:m")
    assert ended.returncode == 2
    assert ended.stderr.startswith("matcher: MATCHER_MODEL asks for OpenAI, but OPENAI_API_KEY")
    assert ended.stderr.count("\n") == 1


def test_missing_credentials_of_bedrock_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", "/nonexistent")
    with pytest.raises(ModelSettingError, match="there are no AWS credentials"):
        chat_model(settings_of(model="bedrock:m", aws_region="eu-central-1"))
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "a")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "b")
    with pytest.raises(ModelSettingError, match="set AWS_REGION"):
        chat_model(settings_of(model="bedrock:m"))


def test_no_provider_is_imported_for_the_offline_planner() -> None:
    code = (
        "import sys\nimport agent.wiring\nfrom agent.settings import Settings\n"
        "agent.wiring.models_of(Settings(_env_file=None))\n"
        "print([m for m in sys.modules if m in ('openai', 'langchain_openai', 'langchain_aws', "
        "'boto3', 'opentelemetry.exporter')])"
    )
    assert run("-c", code).stdout.strip() == "[]"
