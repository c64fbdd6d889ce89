"""What can go wrong with a conversation, each with a code and one sentence that people may read."""

from __future__ import annotations

from typing import Any

from tools.index.faults import CandidateIndexError
from tools.index.sqlite import DatabaseError

ID_PATTERN = r"^[A-Za-z0-9._:-]{1,128}$"
"""What a thread, and whatever else a client names, may be called."""
ID_FAULT = "should be 1 to 128 of letters, digits and . _ : -"


class ConversationError(Exception):
    """A turn that cannot begin, or a thread that cannot be touched; `message` names the mend."""

    code = "conversation_error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class TurnRunning(ConversationError):
    """The thread is busy with another turn."""

    code = "turn_running"


class ThreadForbidden(ConversationError):
    """The thread is unknown, or somebody else's, which must look the same."""

    code = "unknown_thread"


class NothingToResume(ConversationError):
    """The events of the thread's last turn are no longer in memory."""

    code = "nothing_to_resume"


class MessageTooLong(ConversationError):
    """The message has more characters than a turn takes."""

    code = "message_too_long"


class Refused(ConversationError):
    """What was asked of a thread cannot be made of it; a tool says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def as_event(error: BaseException) -> dict[str, Any]:
    """Return the data of the `error` event for a turn that failed."""
    # Doors name the errors of this module before the graph is loaded, so it is not loaded for them.
    from langgraph.errors import GraphRecursionError

    from graphs.model_stream import ModelFault

    match error:
        case TimeoutError():
            return _event("model_timeout", "The language model took too long: try again.", True)
        case ModelFault():
            return _event("model_failed", f"{error} Try again in a moment.", True)
        case CandidateIndexError() | DatabaseError():
            return _event("index_unavailable", str(error), False)
        case GraphRecursionError():
            text = "This took too many steps: ask for one thing at a time."
            return _event("too_many_steps", text, False)
    text = "Something failed on our side, the thread is as it was before: try again."
    return _event("internal", text, True)


def stopped() -> dict[str, Any]:
    """Return the data of the `error` event for a turn that was stopped on request."""
    return _event("stopped", "Stopped; the thread is as it was before this message.", True)


def _event(code: str, message: str, retryable: bool) -> dict[str, Any]:
    return {"code": code, "message": message, "retryable": retryable}
