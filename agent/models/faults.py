"""Reads what a provider raised: what it means, whether to try again, and a sentence for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec

_LONG_PROMPT = re.compile(
    r"context[ _-]?(?:length|window|size)|maximum context|too many (?:input )?tokens|"
    r"(?:input|prompt) is too long|tokens exceed|reduce the length",
    re.IGNORECASE,
)
_NO_TOOLS = re.compile(
    r"(?:not|n't) support (?:the )?(?:tool|function)|support tool|tools? param|--jinja|"
    r"tool[_ ]choice|tool use (?:is|in)|tools? (?:is|are) not|function.?calling",
    re.IGNORECASE,
)
_TIMES_OUT = re.compile(r"Timeout|TimedOut")
_BREAKS = re.compile(r"Connect|Protocol|ReadError|WriteError|IncompleteRead|EventStream|Endpoint")
_DOWN = re.compile(
    r"internalServer|serviceUnavailable|modelStreamError|modelNotReady|throttl", re.I
)


class Fault(msgspec.Struct, frozen=True):
    """Why a call failed.

    `retry` says whether the same call may succeed soon, `wait` the seconds the provider asked for;
    `lasting` faults (a wrong key, an unknown model) end only with another configuration.
    """

    code: str
    sentence: str
    retry: bool = False
    wait: float | None = None
    lasting: bool = False


def read_fault(
    error: BaseException,
    setting: str,
    key: str,
    now: float = 0.0,
    variable: str = "MATCHER_MODEL",
) -> Fault:
    """Return what an error means for the model that `variable` sets and the variable `key` opens.

    `now` is the time as a POSIX timestamp, for a Retry-After that is a date. The provider's own
    words are never repeated: they may hold a prompt.
    """
    status, said = _status(error), _said(error)
    model = f"{variable}={setting}"
    if status in (401, 403) or "UnrecognizedClient" in said or "InvalidSignature" in said:
        return Fault("key_refused", f"{model}: access was refused: check {key}, and that it "
                     "may use this model.", lasting=True)  # fmt: skip
    if _NO_TOOLS.search(said) and status in (None, 400, 404, 422, 500, 501):
        return Fault("no_tools", f"{model} cannot call tools, so the offline planner answers: "
                     "choose a model that can.", lasting=True)  # fmt: skip
    if _LONG_PROMPT.search(said):
        return Fault("too_long", f"{model}: this was too long for the model: choose one with a "
                     "longer context, or lower MATCHER_CONTEXT_TOKENS.")  # fmt: skip
    if status == 404 or "model_not_found" in said or "model identifier is invalid" in said:
        return Fault("unknown_model", f"{model}: the provider knows no such model: check "
                     f"{variable}.", lasting=True)  # fmt: skip
    if status == 429 or "throttl" in said.casefold():
        spent = "insufficient_quota" in said
        why = "the quota is used up: check the plan" if spent else "too many requests"
        return Fault("rate_limited", f"{model}: {why}.", not spent, _wait(error, now), spent)
    if status is not None and status >= 500:
        return Fault("provider_down", f"{model}: the provider failed (HTTP {status}).", True,
                     _wait(error, now))  # fmt: skip
    if status is not None and status >= 400:
        return Fault("call_refused", f"{model}: the provider refused the call (HTTP {status}).")
    return _without_status(error, said, model)


def _without_status(error: BaseException, said: str, model: str) -> Fault:
    kinds = " ".join(kind.__name__ for e in _chain(error) for kind in type(e).__mro__)
    if _TIMES_OUT.search(kinds):
        return Fault(
            "timeout", f"{model}: the provider took too long (MATCHER_MODEL_SECONDS).", True
        )
    if "JSONDecode" in kinds or "Validation" in kinds or "Unicode" in kinds:
        return Fault("unreadable", f"{model}: the provider's answer cannot be read.", True)
    if _BREAKS.search(kinds):
        return Fault("unreachable", f"{model}: the provider cannot be reached, or broke off.", True)
    down = bool(_DOWN.search(said))
    return Fault("failed", f"{model}: the provider failed ({type(error).__name__}).", down)


def _chain(error: BaseException) -> Iterator[BaseException]:
    at: BaseException | None = error
    for _ in range(4):
        if at is None:
            return
        yield at
        at = at.__cause__


def _said(error: BaseException) -> str:
    codes = [str(getattr(error, "code", "") or ""), str(_aws(error).get("Code", ""))]
    return " ".join([*codes, str(error)])


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    if status is None:
        response = getattr(error, "response", None)
        if isinstance(response, Mapping):
            status = response.get("ResponseMetadata", {}).get("HTTPStatusCode")
    # An event inside of a stream comes with the 200 of the stream: it tells nothing.
    return status if isinstance(status, int) and status >= 400 else None


def _aws(error: BaseException) -> Mapping[str, Any]:
    response = getattr(error, "response", None)
    found = response.get("Error", {}) if isinstance(response, Mapping) else {}
    return found if isinstance(found, Mapping) else {}


def _headers(error: BaseException) -> Mapping[str, str]:
    response = getattr(error, "response", None)
    if isinstance(response, Mapping):
        response = response.get("ResponseMetadata", {})
        found = response.get("HTTPHeaders", {})
    else:
        found = getattr(response, "headers", {})
    return {str(k).lower(): str(v) for k, v in dict(found or {}).items()}


def _wait(error: BaseException, now: float) -> float | None:
    """Return the seconds of Retry-After, written as a number or as a date."""
    headers = _headers(error)
    said = headers.get("retry-after", "").strip()
    try:
        if "retry-after-ms" in headers:
            return max(0.0, float(headers["retry-after-ms"]) / 1000)
        if re.fullmatch(r"\d+(?:\.\d+)?", said):
            return float(said)
        return max(0.0, parsedate_to_datetime(said).timestamp() - now) if said else None
    except (ValueError, TypeError, OverflowError):
        return None
