"""One turn on the screen: each event as it comes, the answer as it is streamed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from rich.console import Console
from rich.status import Status
from rich.text import Text

from agent.events import Event
from agent.terminal.criteria import Public, chips
from agent.terminal.markdown import Streamed
from agent.terminal.people import show_comparison, show_explanation, show_people

Data = Mapping[str, Any]

_BUSY = {
    "search_candidates": "Searching…",
    "filter_candidates": "Filtering…",
    "explain_match": "Reading the résumé…",
    "compare_candidates": "Comparing…",
}


class TurnView:
    """Prints the events of a conversation; `failed` says whether the last turn had an error.

    It remembers the criteria, which later events name by id only.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status | None = None
        self._criteria: dict[str, Public] = {}
        self._streaming = False
        self._answer = Streamed()
        self.failed = False
        self._show: dict[str, Callable[[Data], None]] = {
            "turn_started": self._turn_started,
            "tool_started": self._tool_started,
            "criteria": self._criteria_changed,
            "candidates": self._candidates,
            "explanation": self._explanation,
            "comparison": self._comparison,
            "shortlist": self._shortlist,
            "token": self._token,
            "grounding": self._grounding,
            "error": self._error,
            "turn_finished": self._turn_finished,
        }

    def show(self, event: Event) -> None:
        """Print one event; names nobody knows here are passed over."""
        handler = self._show.get(event.name)
        if handler is not None:
            handler(event.data)

    def close(self) -> None:
        """Leave the cursor at the start of a line, whatever was being printed."""
        self._busy("")
        if self._streaming:
            self._console.print(self._answer.end())
            self._streaming = False

    def _turn_started(self, _: Data) -> None:
        self.failed = False
        self._busy("Thinking…")

    def _tool_started(self, data: Data) -> None:
        self.close()
        self._busy(_BUSY.get(str(data["tool"]), "Working…"))

    def _criteria_changed(self, data: Data) -> None:
        self.close()
        self._criteria = {str(c["id"]): c for c in data["criteria"]}
        removed, added = data.get("removed", ()), data.get("added", ())
        weighs, settings = data.get("weighs", ()), data.get("settings", ())
        line = chips(data["criteria"], removed, added, weighs, settings)
        if line:
            self._console.print(line)

    def _candidates(self, data: Data) -> None:
        self.close()
        asked = [*self._criteria.values(), *data.get("asked", ())]
        show_people(self._console, data["shown"], asked)

    def _explanation(self, data: Data) -> None:
        self.close()
        show_explanation(self._console, data, list(self._criteria.values()))

    def _comparison(self, data: Data) -> None:
        self.close()
        show_comparison(self._console, data, list(self._criteria.values()))

    def _shortlist(self, data: Data) -> None:
        self.close()
        names = ", ".join(str(p.get("name") or p["candidate_id"]) for p in data["shortlist"])
        self._console.print(Text(f"Shortlist: {names or 'empty'}", style="nice"))
        if data.get("export"):
            self._console.print(Text("/export FILE saves it, as in /export kept.csv", style="note"))

    def _token(self, data: Data) -> None:
        self._busy("")
        self._streaming = True
        self._console.print(self._answer.feed(str(data["text"])), end="", soft_wrap=True)

    def _grounding(self, data: Data) -> None:
        self.close()
        count = len(data["removed"])
        what = "a sentence" if count == 1 else f"{count} sentences"
        self._console.print(Text(f"({what} without evidence left out)", style="note"))

    def _error(self, data: Data) -> None:
        self.close()
        self.failed = True
        again = " You can send it again." if data.get("retryable") else ""
        self._console.print(Text(f"{data['message']}{again}", style="missing"))

    def _turn_finished(self, data: Data) -> None:
        self.close()
        if data.get("degraded") and not self.failed:
            why = data.get("reason", {}).get("message", "")
            note = f"(answered without the language model{': ' if why else ''}{why})"
            self._console.print(Text(note, style="note"))

    def _busy(self, label: str) -> None:
        """Show a spinner beside the label, or stop it; on a terminal only."""
        if self._status is not None:
            self._status.stop()
            self._status = None
        if label and self._console.is_terminal:
            self._status = self._console.status(label)
            self._status.start()


class JsonView:
    """Writes each event as a line of JSON, for programs."""

    def __init__(self) -> None:
        self.failed = False

    def show(self, event: Event) -> None:
        """Write one event."""
        self.failed = self.failed or event.name == "error"
        sys.stdout.write(msgspec.json.encode(event).decode() + "\n")
        sys.stdout.flush()

    def close(self) -> None:
        """Do nothing: every event is whole already."""
