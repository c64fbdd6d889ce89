"""OpenAI, and every server that speaks its wire format, through langchain-openai."""

from __future__ import annotations

import logging
from typing import Any

from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

from agent.models.setting import ModelSettingError, need
from agent.settings import Settings

_KNOCK_SECONDS = 5.0
_THOUGHT = 4
"""What a model that thinks before it speaks may write beside its answer, in answers."""


def chat(settings: Settings, name: str) -> BaseChatModel:
    """Return the chat model; raises ModelSettingError when the package or the key is missing."""
    need("langchain_openai", "openai")
    access = _access(settings, "MATCHER_MODEL")
    from agent.models.openai_client import PlainChatOpenAI, shared_client

    made: Any = PlainChatOpenAI(
        model=name,
        temperature=None if _reasons(name) else 0,
        timeout=settings.model_seconds,
        stream_chunk_timeout=settings.model_seconds,
        max_retries=0,  # agent.models.steady retries, so that Retry-After and the breaker are ours
        stream_usage=True,
        use_responses_api=False,
        http_async_client=shared_client(),
        **_length(settings, name),
        **access,
    )
    return made  # type: ignore[no-any-return]


def knock(model: Any) -> None:
    """Ask the server for its models, which costs no token; raises what the client raises."""
    model.root_client.with_options(timeout=_KNOCK_SECONDS).models.list()


def embeddings(settings: Settings, name: str) -> Embeddings:
    """Return the embeddings; raises ModelSettingError when the package or the key is missing."""
    need("langchain_openai", "openai")
    access = _access(settings, "MATCHER_EMBEDDINGS")
    from langchain_openai import OpenAIEmbeddings

    made: Any = OpenAIEmbeddings(
        model=name,
        request_timeout=settings.model_seconds,
        max_retries=settings.model_retries,
        # Other servers take text, not the token numbers that OpenAI's own also takes.
        check_embedding_ctx_length=settings.openai_base_url is None,
        **access,
    )
    return made  # type: ignore[no-any-return]


def _access(settings: Settings, variable: str) -> dict[str, Any]:
    if settings.openai_api_key is None or not settings.openai_api_key.get_secret_value().strip():
        raise ModelSettingError(
            f"{variable} asks for OpenAI, but OPENAI_API_KEY is not set: set it (any word will do "
            "for a server of your own that asks for none), or choose the model that needs no key."
        )
    _hush()
    return {"api_key": settings.openai_api_key, "base_url": settings.openai_base_url or None}


def _hush() -> None:
    """Keep the client from logging whole requests: at DEBUG it writes out every prompt."""
    for name in ("openai", "langchain_openai", "httpx", "httpcore", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)


def _length(settings: Settings, name: str) -> dict[str, Any]:
    """Return the limit of an answer's length as the server takes it.

    OpenAI's own calls it max_completion_tokens; other servers may know its former name alone.
    """
    tokens = settings.answer_tokens * (_THOUGHT if _reasons(name) else 1)
    if settings.openai_base_url is None or "api.openai.com" in settings.openai_base_url:
        return {"max_completion_tokens": tokens}
    return {"extra_body": {"max_tokens": tokens}}


def _reasons(name: str) -> bool:
    """Return whether a model thinks before it speaks; those refuse a temperature."""
    return name.startswith(("o1", "o3", "o4", "gpt-5"))
