"""Chooses models by the settings; a provider's package is imported when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from langchain_core.language_models import BaseChatModel

from agent.models.breaker import Breaker
from agent.models.faults import read_fault
from agent.models.setting import split, unknown
from agent.models.steady import Patience, SteadyModel
from agent.settings import PROVIDERS, Settings
from graphs.deps import Speaks
from tools.index.base import Embedder

_KEYS = {"openai": "OPENAI_API_KEY", "bedrock": "the AWS credentials"}


@dataclass(frozen=True)
class Models:
    """Who plans and phrases.

    `planner` is bound to the tools; `fallback` plans when it fails and `writer` words
    explanations, both None where the offline planner does everything.
    """

    name: str
    planner: Speaks
    fallback: Speaks | None = None
    writer: Speaks | None = None
    probe: Callable[[], str | None] = lambda: None
    """Asks the provider whether the key is right; returns the sentence of a refusal."""


def open_models(settings: Settings, tools: Sequence[Any]) -> Models:
    """Return the models that MATCHER_MODEL names; raises ModelSettingError."""
    model = chat_model(settings)
    provider, _ = split(settings.model)
    if provider == "offline":
        return Models("offline", model.bind_tools(tools))
    patience, key = Patience(settings.model_retries), _KEYS[provider]
    # A model that cannot call tools may still word explanations: hence two breakers.
    breakers = (Breaker(), Breaker())
    return Models(
        name=settings.model,
        planner=SteadyModel(settings.model, key, model.bind_tools(tools), breakers[0], patience),
        fallback=_offline().bind_tools(tools),
        writer=SteadyModel(settings.model, key, model, breakers[1], patience),
        probe=lambda: _refusal(settings.model, key, model, breakers),
    )


def _refusal(
    setting: str, key: str, model: BaseChatModel, breakers: Sequence[Breaker]
) -> str | None:
    """Return the sentence of a refused key, which no turn will then try; other faults may pass."""
    if not setting.startswith("openai:"):
        return None
    from agent.models import openai

    try:
        openai.knock(model)
    except Exception as error:
        fault = read_fault(error, setting, key)
        if fault.code != "key_refused":
            return None
        for breaker in breakers:
            breaker.failed(fault)
        return fault.sentence
    return None


def chat_model(settings: Settings) -> BaseChatModel:
    """Return the chat model that MATCHER_MODEL names; raises ModelSettingError."""
    provider, name = split(settings.model)
    if provider == "offline":
        return _offline()
    if provider not in PROVIDERS:
        raise unknown("MATCHER_MODEL", settings.model, "offline")
    made: BaseChatModel = _module(provider).chat(settings, name)
    return made


def embeddings(settings: Settings) -> Embedder:
    """Return the embeddings that MATCHER_EMBEDDINGS names; raises ModelSettingError."""
    provider, name = split(settings.embeddings)
    if provider == "local":
        from tools.index.minilm import MiniLM

        return MiniLM()
    if provider not in PROVIDERS:
        raise unknown("MATCHER_EMBEDDINGS", settings.embeddings, "local")
    from agent.models.embedding import LangChainEmbedder

    made = _module(provider).embeddings(settings, name)
    return LangChainEmbedder(settings.embeddings, made, _KEYS[provider])


def _module(provider: str) -> Any:
    return import_module(f"agent.models.{provider}")


def _offline() -> BaseChatModel:
    from agent.offline.planner import OfflinePlanner

    return OfflinePlanner()
