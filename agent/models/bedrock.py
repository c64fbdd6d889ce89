"""Amazon Bedrock's Converse API, through langchain-aws."""

from __future__ import annotations

import logging
from typing import Any

from langchain_core.embeddings import Embeddings
from langchain_core.language_models import BaseChatModel

from agent.models.setting import ModelSettingError, need
from agent.settings import Settings

_CONNECT_SECONDS = 10


def chat(settings: Settings, name: str) -> BaseChatModel:
    """Return the chat model; raises ModelSettingError without package, region or credentials."""
    need("langchain_aws", "bedrock")
    access = _access(settings, "MATCHER_MODEL")
    from agent.models.bedrock_client import UnheldBedrock

    made: Any = UnheldBedrock(
        model_id=name,
        temperature=0,
        max_tokens=settings.answer_tokens,
        # agent.models.steady retries, so that Retry-After and the breaker are ours
        config=_config(settings, retries=0),
        **access,
    )
    return made  # type: ignore[no-any-return]


def embeddings(settings: Settings, name: str) -> Embeddings:
    """Return the embeddings; raises ModelSettingError without package, region or credentials."""
    need("langchain_aws", "bedrock")
    access = _access(settings, "MATCHER_EMBEDDINGS")
    from langchain_aws import BedrockEmbeddings

    config = _config(settings, retries=settings.model_retries)
    made: Any = BedrockEmbeddings(model_id=name, config=config, **access)
    return made  # type: ignore[no-any-return]


def _config(settings: Settings, retries: int) -> Any:
    from botocore.config import Config

    return Config(
        connect_timeout=min(_CONNECT_SECONDS, settings.model_seconds),
        read_timeout=settings.model_seconds,
        retries={"mode": "standard", "total_max_attempts": 1 + retries},
    )


def _access(settings: Settings, variable: str) -> dict[str, Any]:
    import boto3

    logging.getLogger("botocore").setLevel(logging.WARNING)  # at DEBUG it writes out every prompt
    logging.getLogger("langchain_aws").setLevel(logging.WARNING)
    session = boto3.Session(region_name=settings.aws_region)
    key = settings.bedrock_api_key
    if key is None and session.get_credentials() is None:
        raise ModelSettingError(
            f"{variable} asks for Bedrock, but there are no AWS credentials: configure them "
            "(environment, profile or role; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or "
            "AWS_BEARER_TOKEN_BEDROCK), or choose the model that needs no key."
        )
    if session.region_name is None:
        raise ModelSettingError(
            f"{variable} asks for Bedrock, but no region is known: set AWS_REGION."
        )
    access = {"region_name": str(session.region_name), "endpoint_url": settings.bedrock_endpoint}
    return access if key is None else access | {"bedrock_api_key": key}
