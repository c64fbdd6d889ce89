"""How Slack says no: an error code in an answer that is otherwise a success of HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class Refused(Exception):
    """A call that Slack does not take; `messages` say what is wrong and where, as Slack does."""

    def __init__(self, code: str, messages: Sequence[str] = ()) -> None:
        super().__init__(f"{code}: {'; '.join(messages)}" if messages else code)
        self.code = code
        self.messages = list(messages)

    @property
    def answer(self) -> dict[str, Any]:
        """Return the body that says so."""
        body: dict[str, Any] = {"ok": False, "error": self.code}
        if self.messages:
            body["response_metadata"] = {"messages": [f"[ERROR] {m}" for m in self.messages]}
        return body


class Limited(Exception):
    """A call that came too soon: status 429, with the seconds after which it may come again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"again in {seconds} s")
        self.seconds = seconds
