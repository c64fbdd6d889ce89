"""Modals: the criteria one by one, and why an answer was bad; and what a recruiter did in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from agent.slack.buttons import CRITERIA_MODAL, REASON_MODAL, Press, encode
from agent.slack.people import wish_words
from agent.slack.pieces import Block, mrkdwn, plain

View = Mapping[str, Any]
Row = Mapping[str, Any]

MOST = 90
"""Criteria a modal shows, of 100 blocks it may have."""
_WEIGHTS = {"must": "Must have", "nice": "Nice to have", "avoid": "Not wanted", "drop": "Remove"}
_CHANGES = {
    "must": "make {} a must",
    "nice": "make {} a nice to have",
    "avoid": "not {}",
    "drop": "drop {}",
}
_ADDED = {
    "add_must": ("Add must-haves", "add {}", "Kubernetes, 3+ years with Go"),
    "add_nice": ("Add nice-to-haves", "add nice to have: {}", "French, AWS certification"),
    "add_avoid": ("Add what is not wanted", "not {}", "Java"),
}
_WEIGHT, _VALUE = "weight", "value"
_REASON = "reason"
_LONGEST = 1_000
_ROW = re.compile(r"\d+\|")


def criteria_modal(criteria: Sequence[Row], press: Press) -> dict[str, Any]:
    """Return the criteria as rows to weigh anew or remove, and fields for further ones."""
    rows = [_row(at, criterion) for at, criterion in enumerate(criteria[:MOST])]
    more = len(criteria) - len(rows)
    notes = [] if rows else [_text("There are no criteria yet: say below what you look for.")]
    if more > 0:
        notes = [_text(f"{more} more are not shown: change them in the thread.")]
    fields = [_field(name, label, example) for name, (label, _, example) in _ADDED.items()]
    return _modal(CRITERIA_MODAL, "Edit criteria", "Search", [*notes, *rows, *fields], press)


def criteria_of(view: View) -> str:
    """Return what was changed in the modal as the message that says it, "" for no change.

    Each line is a step that the planner takes by itself: "drop Berlin", "make Go a must".
    """
    entered = view["state"]["values"]
    steps = [_step(block, entered) for block in view["blocks"]]
    for name, (_, words, _) in _ADDED.items():
        said = entered.get(name, {}).get(_VALUE, {}).get("value") or ""
        steps += [words.format(line.strip()) for line in said.splitlines() if line.strip()]
    return "\n".join(step for step in steps if step)


def reason_modal(press: Press) -> dict[str, Any]:
    """Return the question what was wrong with an answer."""
    field = _field(_REASON, "What was wrong with this answer?", "It missed that …")
    return _modal(REASON_MODAL, "Tell us why", "Send", [field | {"optional": False}], press)


def reason_of(view: View) -> str:
    """Return what was wrong with an answer, in the person's words."""
    return str(view["state"]["values"].get(_REASON, {}).get(_VALUE, {}).get("value") or "").strip()


def _modal(
    callback_id: str, title: str, submit: str, blocks: list[Block], press: Press
) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain(title, 24),
        "submit": plain(submit, 24),
        "close": plain("Cancel", 24),
        "private_metadata": encode(press),
        "blocks": blocks,
    }


def _row(at: int, criterion: Row) -> Block:
    options = [{"text": plain(label), "value": value} for value, label in _WEIGHTS.items()]
    weight = list(_WEIGHTS).index(str(criterion["weight"]))
    return {
        "type": "input",
        "block_id": f"{at}|{wish_words(criterion)}",
        "label": plain(wish_words(criterion), 150),
        "element": {
            "type": "static_select",
            "action_id": _WEIGHT,
            "options": options,
            "initial_option": options[weight],
        },
    }


def _step(block: Block, entered: Mapping[str, Any]) -> str:
    """Return the change a row asks for, "" where it was left as it is."""
    block_id = str(block.get("block_id", ""))
    if block.get("type") != "input" or not _ROW.match(block_id):
        return ""
    chosen = (entered.get(block_id, {}).get(_WEIGHT, {}).get("selected_option") or {}).get("value")
    was = block["element"]["initial_option"]["value"]
    if chosen not in _CHANGES or chosen == was:
        return ""
    return _CHANGES[chosen].format(block_id.partition("|")[2])


def _field(name: str, label: str, example: str) -> Block:
    return {
        "type": "input",
        "block_id": name,
        "optional": True,
        "label": plain(label),
        "element": {
            "type": "plain_text_input",
            "action_id": _VALUE,
            "max_length": _LONGEST,
            "placeholder": plain(example, 150),
            **({"multiline": True} if name == _REASON else {}),
        },
    }


def _text(text: str) -> Block:
    return {"type": "section", "text": mrkdwn(text)}
