"""The settings: every MATCHER_… variable, read here and nowhere else."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_ENV_FILE = ".env"
_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/\s?#]+", re.IGNORECASE)


class EnvFileError(Exception):
    """The file of settings cannot be read; the message names it and the mend."""


PROVIDERS = ("openai", "bedrock")
"""Who serves models; what is packaged is called offline and local."""


class Settings(BaseSettings):
    """What can be chosen without an edit; frozen, so that a process has one configuration.

    A variable that is set to nothing is as one that is not set.
    """

    model_config = SettingsConfigDict(
        env_prefix="MATCHER_",
        env_file=_ENV_FILE,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    data_dir: Path = Field(
        Path.home() / ".candidate-matcher", description="Where index and threads are kept."
    )
    tenant: str = Field("local", pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")
    model: str = Field("offline", description="offline | openai:NAME | bedrock:MODEL_ID")
    embeddings: str = Field("local", description="local | openai:NAME | bedrock:MODEL_ID")
    model_seconds: float = Field(
        60.0, gt=0, le=900, description="The longest a model may take for one message."
    )
    model_retries: int = Field(2, ge=0, le=5, description="How often a failed call is repeated.")
    answer_tokens: int = Field(
        2_000, ge=100, le=200_000, description="What a model may write in one message."
    )
    context_tokens: int = Field(
        24_000, ge=1_000, le=2_000_000, description="What a model is given to read at once."
    )
    turn_tokens: int = Field(
        120_000, ge=1_000, le=10_000_000, description="What the model calls of a turn may use."
    )
    tracing: Literal["off", "langsmith", "otel"] = "off"
    self_check: bool = Field(
        False, description="Ask the model whether its explanations follow from their quotes."
    )
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    page_size: int = Field(10, ge=1, le=50)
    pool_size: int = Field(200, ge=10, le=1000)
    max_message_chars: int = Field(60_000, ge=1_000, le=100_000)
    max_upload_mb: int = Field(20, ge=1, le=200)
    store: Literal["local", "aws"] = Field(
        "local", description="Where everything is kept: in data_dir, or in DynamoDB and Pinecone."
    )
    threads_table: str = "candidate-matcher-threads"
    candidates_table: str = "candidate-matcher-candidates"
    audit_table: str = "candidate-matcher-audit"
    bucket: str | None = Field(
        None, description="Of the copies from which an index starts quickly."
    )
    thread_days: int = Field(0, ge=0, le=3650, description="0 keeps conversations for good.")
    audit_days: int = Field(400, ge=183, le=3650, description="The law asks for six months.")
    pinecone_index: str = "candidate-matcher"
    pinecone_host: str | None = Field(
        None, validation_alias=AliasChoices("MATCHER_PINECONE_HOST", "PINECONE_HOST")
    )
    pinecone_api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("MATCHER_PINECONE_API_KEY", "PINECONE_API_KEY")
    )
    openai_api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("MATCHER_OPENAI_API_KEY", "OPENAI_API_KEY")
    )
    openai_base_url: str | None = Field(
        None, validation_alias=AliasChoices("MATCHER_OPENAI_BASE_URL", "OPENAI_BASE_URL")
    )
    bedrock_endpoint: str | None = Field(
        None,
        validation_alias=AliasChoices(
            "MATCHER_BEDROCK_ENDPOINT", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"
        ),
    )
    bedrock_api_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("MATCHER_BEDROCK_API_KEY", "AWS_BEARER_TOKEN_BEDROCK")
    )
    aws_region: str | None = Field(
        None,
        validation_alias=AliasChoices("MATCHER_AWS_REGION", "AWS_REGION", "AWS_DEFAULT_REGION"),
    )
    secret_id: str | None = Field(None, description="A secret of AWS Secrets Manager to read.")
    slack_bot_token: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("MATCHER_SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN"),
        description="xoxb-…, or T123=xoxb-…,T456=xoxb-… for several workspaces.",
    )
    slack_signing_secret: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("MATCHER_SLACK_SIGNING_SECRET", "SLACK_SIGNING_SECRET"),
    )
    slack_teams: str = Field("", description="Workspaces and their tenants: T123=acme,T456=globex.")
    slack_blind: bool = Field(False, description="Keep names out of Slack's channels.")
    slack_queue: str | None = Field(None, description="URL of an SQS queue that a worker reads.")
    slack_api_url: str = "https://slack.com/api/"
    access: Literal["auto", "required"] = Field(
        "auto", description="auto lets anybody on this machine in until a key is made."
    )
    access_table: str | None = Field(None, description="A DynamoDB table of keys, shared by all.")
    stage: str = Field("local", description="Which deployment this is: a dimension of metrics.")
    rate_per_minute: int = Field(120, ge=1, le=100_000, description="Requests of one caller.")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Pages elsewhere that may call this service, with commas between."
    )
    jwt_issuer: str | None = Field(None, description="https://… of an OpenID Connect issuer.")
    jwt_audience: str | None = None
    jwt_jwks_url: str | None = None
    jwt_tenant_claim: str = "tenant"
    jwt_role_claim: str = "role"
    jwt_leeway_seconds: int = Field(60, ge=0, le=300)

    @field_validator("model", "embeddings")
    @classmethod
    def _names_a_model(cls, value: str) -> str:
        provider, _, name = (part.strip() for part in value.partition(":"))
        if provider in PROVIDERS and not name:
            raise ValueError(f"it names no model, write {provider}:NAME")
        return value

    @field_validator("openai_base_url", "bedrock_endpoint")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value and not _is_address(value):
            raise ValueError("it is no address, write it as https://models.example.com/v1")
        return value

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return (
            tuple(filter(None, value.replace(" ", "").split(",")))
            if isinstance(value, str)
            else value
        )

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if origin != "*" and not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"{origin!r} is no origin, write it as https://people.example.com, without a "
                    "path or a slash at its end"
                )
        return value


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # of a port, or of the brackets of an address
        return False


def variables_of(name: str) -> str:
    """Return the variables that set what a setting, or one of them, is called."""
    for field, about in Settings.model_fields.items():
        aliases = about.validation_alias
        if isinstance(aliases, AliasChoices) and name in (field, *aliases.choices):
            return " or ".join(map(str, aliases.choices))
    return f"{Settings.model_config['env_prefix']}{name}".upper()


def unknown_variables() -> dict[str, str]:
    """Return the MATCHER_… of the environment that nothing reads, each with the nearest known."""
    prefix = str(Settings.model_config["env_prefix"])
    known = {f"{prefix}{name}".upper() for name in Settings.model_fields}
    strange = sorted({n.upper() for n in os.environ if n.upper().startswith(prefix)} - known)
    return {name: next(iter(get_close_matches(name, known, 1)), "") for name in strange}


def read_settings(**given: Any) -> Settings:
    """Return the settings: what is given, else the environment, else the file, else the default.

    Raises EnvFileError, and pydantic.ValidationError for a value that cannot be used.
    """
    try:
        return Settings(**given)
    except UnicodeDecodeError as error:
        path = Path(_ENV_FILE).absolute()
        raise EnvFileError(f"{path} is not UTF-8 text: save it as UTF-8.") from error
