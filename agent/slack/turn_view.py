"""Turns the events of a turn into what a thread shows: steps, sentences, and cards below them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agent.events import Event
from agent.slack import limits
from agent.slack.anonymous import Names, Unnamed
from agent.slack.blocks import criteria_block, degraded_note, feedback_block, grounding_note
from agent.slack.escaping import flat, markdown, mrkdwn
from agent.slack.people import (
    Cards,
    candidate_cards,
    comparison_cards,
    explanation_card,
    shortlist_cards,
)
from agent.slack.splitting import cut

Data = Mapping[str, Any]
Task = dict[str, Any]

_STEPS = {
    "search_candidates": "Searching the candidates",
    "filter_candidates": "Filtering",
    "explain_match": "Reading the résumé",
    "compare_candidates": "Comparing",
    "update_shortlist": "Changing the shortlist",
    "show_more": "Turning the page",
    "undo": "Taking back the last change",
    "start_over": "Starting over",
}


class Turn:
    """Collects what is to be shown; `text` and `tasks` are taken as they come, `cards` at the end.

    `criteria` are those of the thread before the turn: verdicts name their wishes by id only.
    """

    def __init__(self, thread_id: str, criteria: Sequence[Data] = (), *, blind: bool) -> None:
        self.thread_id, self.turn_id = thread_id, ""
        self.failed = False
        self._names = Names(blind=blind)
        self._unnamed = Unnamed(self._names)
        self._criteria: dict[str, Data] = {str(c["id"]): c for c in criteria}
        self._answer = ""
        self._text = ""
        self._tasks: dict[str, Task] = {}
        self._chips: Cards = []
        self._people: list[Callable[[], Cards]] = []
        self._notes: Cards = []
        self._removed = 0

    def take(self, event: Event) -> None:
        """Note one event; names nobody knows here are passed over."""
        handler = getattr(self, f"_on_{event.name}", None)
        if handler is not None:
            handler(event.data)

    def text(self) -> str:
        """Return what there is to say since this was last asked, as Markdown."""
        text, self._text = self._text, ""
        return markdown(text)

    def tasks(self) -> list[Task]:
        """Return the steps that changed since this was last asked."""
        tasks, self._tasks = list(self._tasks.values()), {}
        return tasks

    def cards(self) -> Cards:
        """Return what stands below the answer, once the turn has ended."""
        if self.failed:
            return []
        people = [group for cards in self._people for group in cards()]
        notes = [[grounding_note(self._removed)]] if self._removed else []
        thumbs = [[feedback_block(self.thread_id, self.turn_id)]] if self.turn_id else []
        return [*self._chips, *people, *notes, *self._notes, *thumbs]

    def _on_turn_started(self, data: Data) -> None:
        self.turn_id = str(data.get("turn_id", ""))

    def _on_token(self, data: Data) -> None:
        self._say(self._unnamed.feed(str(data["text"])))

    def _say(self, text: str) -> None:
        self._text += text
        self._answer += text

    def _on_tool_started(self, data: Data) -> None:
        self._task(data, "in_progress")

    def _on_tool_finished(self, data: Data) -> None:
        self._task(data, "complete", self._names.without(str(data.get("summary") or "")))

    def _task(self, data: Data, status: str, output: str = "") -> None:
        step = {
            "type": "task_update",
            "id": str(data["call_id"])[:255],
            "title": _STEPS.get(str(data["tool"]), "Working"),
            "status": status,
        }
        self._tasks[step["id"]] = step | (
            {"output": cut(flat(output), limits.TASK)} if flat(output) else {}
        )

    def _on_criteria(self, data: Data) -> None:
        self._criteria = {str(c["id"]): c for c in data["criteria"]}
        removed, weighs = data.get("removed", ()), data.get("weighs", ())
        also = [f"_also weighs_ {mrkdwn(words)}" for words in weighs]
        also += [f"_{mrkdwn(each['words'])}_" for each in data.get("settings", ())]
        self._chips = [[criteria_block(data["criteria"], removed, self.thread_id, also)]]

    def _on_candidates(self, data: Data) -> None:
        self._learn(data["shown"])
        wishes = dict(self._criteria)
        self._people.append(lambda: candidate_cards(data, wishes, self._names, self.thread_id))

    def _on_explanation(self, data: Data) -> None:
        self._learn([data])
        wishes = dict(self._criteria)
        self._people.append(
            lambda: explanation_card(data, wishes, self._names, self.thread_id, flat(self._answer))
        )

    def _on_comparison(self, data: Data) -> None:
        self._learn(data["people"])
        self._people.append(lambda: comparison_cards(data, self._names, flat(self._answer)))

    def _on_shortlist(self, data: Data) -> None:
        self._learn(data["shortlist"])
        self._people.append(lambda: shortlist_cards(data, self._names))

    def _learn(self, rows: list[Data]) -> None:
        for row in rows:
            self._names.learn(row)

    def _on_grounding(self, data: Data) -> None:
        self._removed += len(data["removed"])

    def _on_error(self, data: Data) -> None:
        self._say(self._unnamed.end())
        self.failed = True
        again = " You can send it again." if data.get("retryable") else ""
        before = "\n\n" if self._answer else ""
        self._say(f"{before}⚠ {flat(data['message'])}{again}")

    def _on_turn_finished(self, data: Data) -> None:
        self._say(self._unnamed.end())
        if data.get("degraded") and not self.failed:
            reason = str((data.get("reason") or {}).get("message", ""))
            self._notes.append([degraded_note(self._names.without(reason))])
