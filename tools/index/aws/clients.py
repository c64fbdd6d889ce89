"""The one module that imports boto3: clients made once a process, faults put in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from tools.extras import how_to_install
from tools.index.sqlite import DatabaseError
from tools.vocabulary.tables import read_rows

ATTEMPTS = 6
"""How often a call is tried, with growing pauses, before throttling or a fault is told."""
CONNECT_SECONDS = 5
READ_SECONDS = 20

_MENDS = {row["fault"]: row["mend"] for row in read_rows("mends.tsv", __package__)}
"""The code of a service's answer, or the name of botocore's error, and what to do about it."""


class AwsError(DatabaseError):
    """A service of AWS cannot be used; the message names the resource and the mend."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class ConditionFailed(Exception):
    """A conditional write was refused; `current` is the item as it stands, when there is one."""

    def __init__(self, current: Mapping[str, Any] | None, reasons: tuple[str, ...] = ()) -> None:
        super().__init__("a conditional write was refused")
        self.current = current
        self.reasons = reasons


@lru_cache(maxsize=16)
def client(service: str, region: str | None = None) -> Any:
    """Return the process's client of a service, which threads may share; raises AwsError.

    Endpoints come from AWS_ENDPOINT_URL_<SERVICE>, credentials from the usual places.
    """
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise AwsError(
            f"MATCHER_STORE=aws needs a package that is not installed: {how_to_install('aws')}."
        ) from error
    config = Config(
        retries={"mode": "standard", "max_attempts": ATTEMPTS},
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        max_pool_connections=32,
    )
    with explained(service, "AWS_REGION", None):
        return boto3.client(service, region_name=region, config=config)


@contextmanager
def explained(resource: str, setting: str, region: str | None) -> Iterator[None]:
    """Turn what botocore raises about a resource into AwsError or ConditionFailed."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        refused = _refused(code, error.response)
        if refused is not None:
            raise refused from None
        mend = _MENDS.get(code, f"answered {code or 'an error'}: see the log of the service")
        where = region or "this region"
        text = f"{resource} {mend.format(setting=setting, region=where)}."
        raise AwsError(text, code) from error
    except BotoCoreError as error:
        raise AwsError(_unreachable(resource, setting, error), type(error).__name__) from error
    except ValueError as error:  # of an address it says no more than that it is invalid
        raise AwsError(
            f"{resource} cannot be used: AWS_ENDPOINT_URL, or the one of this service, is no "
            "address: unset it, or write it as http://127.0.0.1:8000."
        ) from error


def _refused(code: str, response: Mapping[str, Any]) -> ConditionFailed | None:
    if code == "ConditionalCheckFailedException":
        return ConditionFailed(response.get("Item"), ("ConditionalCheckFailed",))
    if code == "TransactionConflictException":
        return ConditionFailed(None, ("TransactionConflict",))
    if code == "TransactionCanceledException":
        reasons = tuple(r.get("Code", "None") for r in response.get("CancellationReasons", ()))
        if set(reasons) & {"ConditionalCheckFailed", "TransactionConflict"}:
            items = (r.get("Item") for r in response.get("CancellationReasons", ()))
            return ConditionFailed(next((i for i in items if i), None), reasons)
    return None


def _unreachable(resource: str, setting: str, error: Exception) -> str:
    kind = type(error).__name__
    unknown = f"it cannot be reached ({kind}): check the network, AWS_REGION and AWS_ENDPOINT_URL"
    mend = _MENDS.get(kind, unknown).format(setting=setting)
    return f"{resource} cannot be used: {mend}."
