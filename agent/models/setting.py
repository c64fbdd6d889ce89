"""Reads MATCHER_MODEL and MATCHER_EMBEDDINGS, and says in one sentence what is wrong with them."""

from __future__ import annotations

from tools.extras import how_to_install, installed


class ModelSettingError(Exception):
    """A model cannot be used as it is set; the message names the setting and the mend."""


def split(setting: str) -> tuple[str, str]:
    """Return (provider, name) of `provider:name`."""
    provider, _, name = (part.strip() for part in setting.partition(":"))
    return provider, name


def need(module: str, extra: str) -> None:
    """Raise ModelSettingError unless the package of a provider is installed."""
    if not installed(module):
        raise ModelSettingError(
            f"A package of `{extra}` is not installed: {how_to_install(extra)}."
        )


def unknown(variable: str, value: str, default: str) -> ModelSettingError:
    """Return the error for a provider nobody knows."""
    return ModelSettingError(
        f"{variable}={value!r} is not known: use {default}, openai:NAME or bedrock:MODEL_ID."
    )
