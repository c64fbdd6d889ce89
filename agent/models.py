"""The one place with provider names: Settings → chat model and embeddings, imported when chosen."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

from agent.settings import Settings
from tools.index.base import Embedder, Vectors

_SECONDS = 60.0
_BATCH = 128


class ModelSettingError(Exception):
    """A model cannot be used as it is set; the message names the setting and the mend."""


def chat_model(settings: Settings) -> BaseChatModel:
    """Return the chat model that MATCHER_MODEL names; raises ModelSettingError."""
    provider, name = _split(settings.model, "MATCHER_MODEL")
    match provider:
        case "offline":
            from agent.offline.planner import OfflinePlanner

            return OfflinePlanner()
        case "openai":
            return _openai_chat(settings, name)
        case "bedrock":
            return _bedrock_chat(settings, name)
    raise _unknown("MATCHER_MODEL", settings.model, "offline")


def embeddings(settings: Settings) -> Embedder:
    """Return the embeddings that MATCHER_EMBEDDINGS names; raises ModelSettingError."""
    provider, name = _split(settings.embeddings, "MATCHER_EMBEDDINGS")
    match provider:
        case "local":
            from tools.index.minilm import MiniLM

            return MiniLM()
        case "openai":
            _need("langchain_openai", "openai")
            from langchain_openai import OpenAIEmbeddings

            made: Any = OpenAIEmbeddings(
                model=name, request_timeout=_SECONDS, **_openai(settings, "MATCHER_EMBEDDINGS")
            )
            return LangChainEmbedder(settings.embeddings, made)
        case "bedrock":
            _need("langchain_aws", "bedrock")
            from langchain_aws import BedrockEmbeddings

            made = BedrockEmbeddings(model_id=name, region_name=_region(settings))
            return LangChainEmbedder(settings.embeddings, made)
    raise _unknown("MATCHER_EMBEDDINGS", settings.embeddings, "local")


class LangChainEmbedder:
    """Makes an Embedder of any LangChain embeddings; `name` is stored with the index."""

    def __init__(self, name: str, model: Embeddings) -> None:
        self.name = name
        self._model = model
        self._dimensions = 0

    @property
    def dimensions(self) -> int:
        """Return the length of a vector, found by asking for one the first time."""
        if not self._dimensions:
            self._dimensions = len(self._model.embed_query("length"))
        return self._dimensions

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return one L2-normalised float32 row per text."""
        batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
        found = [row for batch in batches for row in self._model.embed_documents(batch)]
        if not found:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return _unit(np.asarray(found, dtype=np.float32))

    def vector(self, text: str) -> Vectors:
        """Return one L2-normalised float32 vector."""
        row: Vectors = _unit(np.asarray([self._model.embed_query(text)], dtype=np.float32))[0]
        return row


def _unit(matrix: Vectors) -> Vectors:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-12), dtype=np.float32)


def _openai_chat(settings: Settings, name: str) -> BaseChatModel:
    _need("langchain_openai", "openai")
    from langchain_openai import ChatOpenAI

    made: Any = ChatOpenAI(
        model=name,
        temperature=0,
        timeout=_SECONDS,
        max_retries=2,
        stream_usage=True,
        **_openai(settings, "MATCHER_MODEL"),
    )
    return made  # type: ignore[no-any-return]


def _bedrock_chat(settings: Settings, name: str) -> BaseChatModel:
    _need("langchain_aws", "bedrock")
    from langchain_aws import ChatBedrockConverse

    made: Any = ChatBedrockConverse(model_id=name, temperature=0, region_name=_region(settings))
    return made  # type: ignore[no-any-return]


def _openai(settings: Settings, variable: str) -> dict[str, Any]:
    if settings.openai_api_key is None:
        raise ModelSettingError(
            f"{variable} asks for OpenAI, but OPENAI_API_KEY is not set: set it, or choose "
            "the model that needs no key."
        )
    return {"api_key": settings.openai_api_key, "base_url": settings.openai_base_url}


def _region(settings: Settings) -> str:
    import boto3

    session = boto3.Session(region_name=settings.aws_region)
    if session.get_credentials() is None:
        raise ModelSettingError(
            "Bedrock is chosen, but there are no AWS credentials: configure them (environment, "
            "profile or role), or choose the model that needs no key."
        )
    if session.region_name is None:
        raise ModelSettingError("Bedrock is chosen, but no region: set AWS_REGION.")
    return str(session.region_name)


def _split(setting: str, variable: str) -> tuple[str, str]:
    provider, _, name = setting.partition(":")
    if provider in ("openai", "bedrock") and not name:
        raise ModelSettingError(f"{variable}={setting!r} names no model: write {provider}:NAME.")
    return provider, name


def _need(module: str, extra: str) -> None:
    if find_spec(module) is None:
        raise ModelSettingError(
            f"The {extra} models need a package that is not installed: "
            f"pip install 'candidate-matcher[{extra}]'."
        )


def _unknown(variable: str, value: str, default: str) -> ModelSettingError:
    return ModelSettingError(
        f"{variable}={value!r} is not known: use {default}, openai:NAME or bedrock:MODEL_ID."
    )
