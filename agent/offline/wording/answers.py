"""Picks the wording for each payload of a turn and joins them into one answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from agent.offline.reading import refused
from agent.offline.situation import Situation
from agent.offline.smalltalk import NO_SEARCH
from agent.offline.wording.counts import word_count, word_indexed
from agent.offline.wording.left_out import left_out, not_used
from agent.offline.wording.lists import (
    word_change,
    word_more,
    word_search,
    word_start_over,
    word_undo,
)
from agent.offline.wording.people import word_comparison, word_explanation, word_shortlist
from agent.offline.wording.shown import word_shown
from tools.request import refuse

Payload = dict[str, Any]
_BY_CODE = {
    "no_search_yet": NO_SEARCH,
    "nothing_to_undo": "There is nothing to take back yet.",
    "no_more": "That was everybody on this list.",
    "unknown_person": "I do not know whom you mean: give me a rank from the list.",
}
_SEARCHES = frozenset({"search_candidates", "filter_candidates"})
_FAILED = "That did not work; please put it in other words."


def word_answer(now: Situation, payloads: Sequence[Payload]) -> str:
    """Return the answer to the recruiter, made of the payloads of this turn and nothing else."""
    told = [refuse(attributes)] if (attributes := refused(now.text)) else []
    said = [*told, *(_word(payload, now) for payload in payloads)]
    if any(payload.get("tool") in _SEARCHES for payload in payloads):
        told += (outside := left_out(now.text))
        said += outside
        if len(payloads) == 1 and payloads[0].get("added") and not payloads[0].get("among"):
            told += [str(wish["value"]) for wish in payloads[0]["added"]]
            said += not_used(now.text, now.criteria, told)
    joint = "\n\n" if len(payloads) > 1 else " "
    return joint.join(said)


def _word(payload: Payload, now: Situation) -> str:
    if "error" in payload:
        error = payload["error"]
        return str(error.get("message") or _BY_CODE.get(str(error.get("code")), _FAILED))
    if payload.get("among") == "shown":
        return word_shown(payload, now)
    if payload.get("among") == "ranked":
        return word_count(payload, now)
    if payload.get("among") == "index":
        return word_indexed(payload, now)
    word = _WORDINGS.get(str(payload.get("tool")))
    return word(payload, now) if word else _FAILED


_WORDINGS: dict[str, Callable[[Payload, Situation], str]] = {
    "search_candidates": word_search,
    "filter_candidates": word_change,
    "show_more": word_more,
    "undo": word_undo,
    "start_over": word_start_over,
    "explain_match": word_explanation,
    "compare_candidates": word_comparison,
    "update_shortlist": word_shortlist,
}
