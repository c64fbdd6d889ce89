"""Every error over HTTP: one code, one readable sentence, one shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from agent.faults import ConversationError
from agent.input_errors import fault_in_words
from tools.index.faults import CandidateIndexError
from tools.index.sqlite import DatabaseError

_CODES: Mapping[int, tuple[str, str]] = {
    400: ("invalid_body", "The body cannot be read: check it against the examples of /docs."),
    404: ("not_found", "There is nothing at this address: see /docs for the routes."),
    405: (
        "method_not_allowed",
        "This address does not take that method: see /docs for the routes.",
    ),
}


_STATUS = {
    "turn_running": 409,
    "unknown_thread": 404,
    "nothing_to_resume": 404,
    "message_too_long": 413,
    "empty_shortlist": 404,
}


_MOST_TOLD = 3
"""Faults of one input that a sentence names."""


_MOST_NAMED = 60
"""Characters of a header that a sentence repeats."""


class ApiError(Exception):
    """A refusal with its HTTP status; the message names the input and the mend."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def envelope(status: int, code: str, message: str) -> JSONResponse:
    """Return the error as every door over HTTP shows it: {error: {code, message}}."""
    return JSONResponse({"error": {"code": code, "message": message}}, status_code=status)


def install(app: FastAPI) -> None:
    """Make the app answer every fault in this shape, an unforeseen one without its trace."""
    app.add_exception_handler(ApiError, _refused)
    app.add_exception_handler(ConversationError, _conversation)
    app.add_exception_handler(CandidateIndexError, _store)
    app.add_exception_handler(DatabaseError, _store)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


async def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ApiError)
    return envelope(error.status, error.code, error.message)


async def _conversation(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ConversationError)
    return envelope(_STATUS.get(error.code, 400), error.code, error.message)


async def _store(_: Request, error: Exception) -> JSONResponse:
    return envelope(503, "index_unavailable", str(error))


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code, message = _CODES.get(error.status_code, ("http_error", str(error.detail)))
    answer = envelope(error.status_code, code, message)
    answer.headers.update(error.headers or {})
    return answer


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    faults = error.errors()
    kind = request.headers.get("content-type", "")
    if isinstance(error.body, bytes) and faults[0]["loc"] == ("body",):
        sent = f"as {kind.partition(';')[0][:_MOST_NAMED]!r}" if kind else "without a type"
        text = f"The body came {sent}: send JSON with the header 'Content-Type: application/json'."
        return envelope(415, "unsupported_media_type", text)
    if any(f["type"] == "json_invalid" for f in faults):
        return envelope(400, "invalid_json", "The body is not valid JSON: check quotes and commas.")
    return envelope(422, "invalid_input", _sentence(faults))


async def _unforeseen(_: Request, __: Exception) -> JSONResponse:
    return envelope(
        500, "internal_error", "Something went wrong here and nothing was changed: try again."
    )


def _sentence(faults: Sequence[Mapping[str, Any]]) -> str:
    """Return where and what, such as "body.top_k should be less than or equal to 50."."""
    places = (".".join(str(part) for part in fault["loc"]) for fault in faults)
    return "; ".join(map(fault_in_words, places, faults[:_MOST_TOLD])) + "."
