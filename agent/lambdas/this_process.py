"""The process that this module is imported into: made once, whatever is called how often."""

from __future__ import annotations

from functools import lru_cache

from agent.lambdas.process import Process
from agent.lambdas.secrets import Secrets
from agent.log_privacy import is_ours
from agent.settings import Settings, read_settings


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings of this function: whoever calls it needs a key, wherever it listens."""
    return read_settings(access="required")


@lru_cache(maxsize=1)
def process() -> Process:
    """Return the process's app."""
    told = settings()
    return Process(told, Secrets(told.secret_id, told.aws_region))


def sentence(fault: BaseException) -> str:
    """Return why a start failed: our own errors are written for people, others only named."""
    return str(fault) if is_ours(fault) else f"a fault of the program ({type(fault).__name__})"
