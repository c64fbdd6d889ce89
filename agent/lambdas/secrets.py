"""The secrets of a process: read once from Secrets Manager, noticed when they are rotated."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import SecretStr

from agent.settings import Settings

SECRET_FIELDS = {
    "OPENAI_API_KEY": "openai_api_key",
    "PINECONE_API_KEY": "pinecone_api_key",
    "SLACK_BOT_TOKEN": "slack_bot_token",
    "SLACK_SIGNING_SECRET": "slack_signing_secret",
}
"""Keys of the secret's JSON object → settings they stand for."""


class SecretError(Exception):
    """The secrets cannot be used; the message names the secret and the mend."""


Fetch = Callable[[str, str | None], Mapping[str, Any]]
"""(secret id, region) → what GetSecretValue answers."""


class Secrets:
    """Reads one secret; without a secret id there are none, and the environment is all there is."""

    def __init__(
        self, secret_id: str | None, region: str | None, fetch: Fetch | None = None
    ) -> None:
        self._secret_id, self._region = secret_id, region
        self._fetch = fetch or from_secrets_manager
        self._version: str | None = None

    def read(self) -> dict[str, str]:
        """Return the secrets by the key they have in the JSON object; raises SecretError."""
        if self._secret_id is None:
            return {}
        answer = self._fetch(self._secret_id, self._region)
        self._version = str(answer.get("VersionId"))
        return _parsed(self._secret_id, answer.get("SecretString"))

    def rotated(self) -> bool:
        """Return whether another version is current than was read; a fault means no."""
        if self._secret_id is None or self._version is None:
            return False
        try:
            answer = self._fetch(self._secret_id, self._region)
        except Exception:
            return False  # the process goes on with what it has; reading anew would fail as well
        return str(answer.get("VersionId")) != self._version


def _parsed(secret_id: str, text: object) -> dict[str, str]:
    try:
        told = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        told = None
    if not isinstance(told, dict) or not all(isinstance(v, str) for v in told.values()):
        raise SecretError(
            f"The secret {secret_id} is not a JSON object of texts: put "
            f"{{{', '.join(json.dumps(k) + ': …' for k in SECRET_FIELDS)}}} in it."
        )
    unknown = sorted(set(told) - set(SECRET_FIELDS))
    if unknown:
        raise SecretError(
            f"The secret {secret_id} has keys that are not known ({', '.join(unknown)}): "
            f"use {', '.join(SECRET_FIELDS)}."
        )
    return {name: value for name, value in told.items() if value}


def settings_with(settings: Settings, secrets: Mapping[str, str]) -> Settings:
    """Return the settings with the secrets in their places; one without a place is left out."""
    if not secrets:
        return settings
    named = {SECRET_FIELDS[key]: value for key, value in secrets.items()}
    known = {k: SecretStr(v) for k, v in named.items() if k in Settings.model_fields}
    return settings.model_copy(update=known)


def from_secrets_manager(secret_id: str, region: str | None) -> Mapping[str, Any]:
    """Return what Secrets Manager answers for a secret; raises AwsError."""
    from tools.index.aws.clients import client, explained

    with explained(f"The secret {secret_id}", "MATCHER_SECRET_ID", region):
        answer: Mapping[str, Any] = client("secretsmanager", region).get_secret_value(
            SecretId=secret_id
        )
    return answer
