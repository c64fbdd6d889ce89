"""What provider errors mean, how long a failed call waits, and when a provider is left alone."""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError
from hypothesis import given
from hypothesis import strategies as st

from agent.models.breaker import Breaker
from agent.models.faults import Fault, read_fault
from agent.models.steady import Patience

NOW = 1_800_000_000.0


def aws(code: str, said: str = "", status: int = 400, **headers: str) -> ClientError:
    meta = {"HTTPStatusCode": status, "HTTPHeaders": headers}
    return ClientError({"Error": {"Code": code, "Message": said}, "ResponseMetadata": meta}, "C")


@pytest.mark.parametrize(
    ("error", "code", "retry"),
    [
        (aws("ThrottlingException", "slow down", 429), "rate_limited", True),
        (aws("AccessDeniedException", "no access to the model", 403), "key_refused", False),
        (aws("UnrecognizedClientException", "bad token", 403), "key_refused", False),
        (aws("ValidationException", "the model identifier is invalid"), "unknown_model", False),
        (aws("ResourceNotFoundException", "no such model", 404), "unknown_model", False),
        (aws("ValidationException", "This model doesn't support tool use."), "no_tools", False),
        (aws("ValidationException", "Input is too long for requested model."), "too_long", False),
        (aws("ValidationException", "a field is wrong"), "call_refused", False),
        (aws("ModelNotReadyException", "warming up", 503), "provider_down", True),
        (aws("modelStreamErrorException", "in the stream", 200), "failed", True),
        (EndpointConnectionError(endpoint_url="http://x"), "unreachable", True),
        (ReadTimeoutError(endpoint_url="http://x"), "timeout", True),
        (RuntimeError("something else"), "failed", False),
    ],
)  # fmt: skip
def test_an_error_of_bedrock_is_read(error: Exception, code: str, retry: bool) -> None:
    fault = read_fault(error, "bedrock:m-1", "the AWS credentials", NOW)
    assert (fault.code, fault.retry) == (code, retry)
    assert "MATCHER_MODEL" in fault.sentence


def test_the_words_of_a_provider_are_never_repeated() -> None:
    fault = read_fault(aws("ValidationException", "Ana Delgado, Berlin"), "bedrock:m-1", "key", NOW)
    assert "Delgado" not in fault.sentence


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after": "Fri, 15 Jan 2027 08:00:10 GMT"}, 10.0),
        ({"retry-after": "Fri, 15 Jan 2027 07:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_a_number_or_a_date(said: dict[str, str], seconds: float | None) -> None:
    fault = read_fault(aws("ThrottlingException", "", 429, **said), "bedrock:m-1", "key", NOW)
    assert fault.wait == seconds


@given(st.text(max_size=40))
def test_no_retry_after_can_break_the_reading(said: str) -> None:
    error = aws("ThrottlingException", "", 429, **{"retry-after": said})
    wait = read_fault(error, "bedrock:m-1", "key", NOW).wait
    assert wait is None or wait >= 0


@given(st.integers(1, 8), st.floats(0, 1), st.one_of(st.none(), st.floats(0, 60)))
def test_a_pause_is_bounded_and_never_shorter_than_asked(
    attempt: int, jitter: float, asked: float | None
) -> None:
    patience = Patience(retries=3, first=0.5, longest=15.0)
    pause = patience.pause(attempt, asked, jitter)
    if attempt > 3 or (asked is not None and asked > 15):
        assert pause is None
    else:
        assert pause is not None
        assert (asked or 0) <= pause <= 15


def test_pauses_grow_and_half_of_them_is_chance() -> None:
    patience = Patience(retries=3)
    assert [patience.pause(n, None, 0.0) for n in (1, 2, 3)] == [0.25, 0.5, 1.0]
    assert [patience.pause(n, None, 1.0) for n in (1, 2, 3)] == [0.5, 1.0, 2.0]


DOWN = Fault("provider_down", "it is down", retry=True)


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_breaker_opens_after_three_failures_and_lets_one_call_through_after_a_rest() -> None:
    clock = Clock()
    breaker = Breaker(most=3, rest=30, clock=clock)
    for _ in range(2):
        breaker.failed(DOWN)
        assert breaker.open_for() is None
    breaker.failed(DOWN)
    assert breaker.open_for() == DOWN
    clock.at = 31
    assert breaker.open_for() is None
    assert breaker.open_for() == DOWN
    breaker.succeeded()
    assert breaker.open_for() is None


def test_a_success_forgets_the_failures_before_it() -> None:
    breaker = Breaker(most=2, clock=Clock())
    for _ in range(5):
        breaker.failed(DOWN)
        breaker.succeeded()
    assert breaker.open_for() is None


def test_a_lasting_fault_or_a_long_wait_opens_the_breaker_at_once() -> None:
    clock = Clock()
    refused = Fault("key_refused", "wrong key", lasting=True)
    breaker = Breaker(clock=clock)
    breaker.failed(refused)
    assert breaker.open_for() == refused
    limited = Fault("rate_limited", "slow down", retry=True, wait=120)
    breaker = Breaker(clock=clock)
    breaker.failed(limited)
    clock.at = 100
    assert breaker.open_for() == limited
    clock.at = 121
    assert breaker.open_for() is None
