"""What stands above and below people: criteria as chips, notes, thumbs, and a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from agent.slack import buttons, limits
from agent.slack.buttons import Press, encode
from agent.slack.escaping import flat, mrkdwn
from agent.slack.people import wish_words
from agent.slack.pieces import Block, actions, button, note, plain
from agent.slack.pieces import mrkdwn as text_of

Row = Mapping[str, Any]

_WEIGHTS = {"must": "must", "nice": "nice", "avoid": "not"}
_FILES_SHOWN = 10


def criteria_block(
    criteria: Sequence[Row], removed: Sequence[Row], thread_id: str, also: Sequence[str] = ()
) -> Block:
    """Return the criteria as a line of chips, with a button to change them.

    `also` is, as Slack writes it, what else raises people or leaves them out.
    """
    kept = {c["id"] for c in criteria}
    chips = [f"*{_WEIGHTS[str(c['weight'])]}* {mrkdwn(wish_words(c))}" for c in criteria]
    gone = [mrkdwn(wish_words(c)) for c in removed if c["id"] not in kept]
    chips += also
    line = _joined(chips, "  ·  ") or "No criteria yet."
    if gone:
        line = f"{line}\n_dropped:_ {_joined(gone, ', ', limits.SECTION - len(line) - 20)}"
    value = encode(Press(thread_id))
    edit = button("Edit criteria", buttons.EDIT_CRITERIA, value)
    return {"type": "section", "text": text_of(line), "accessory": edit}


def grounding_note(removed: int) -> Block:
    """Return how many sentences were left out since no evidence carries them."""
    what = "A sentence" if removed == 1 else f"{removed} sentences"
    return note(f"{what} without evidence left out.")


def degraded_note(reason: str) -> Block:
    """Return that the answer was made without the language model, and why."""
    return note(mrkdwn(f"Answered without the language model{': ' if reason else '.'}{reason}"))


def feedback_block(thread_id: str, turn_id: str) -> Block:
    """Return two thumbs for an answer."""
    thumbs = {
        "type": "feedback_buttons",
        "action_id": buttons.FEEDBACK,
        "positive_button": _thumb("Good answer", thread_id, turn_id, buttons.GOOD),
        "negative_button": _thumb("Bad answer", thread_id, turn_id, buttons.BAD),
    }
    return {"type": "context_actions", "elements": [thumbs]}


def ingest_question(names: Sequence[str], press: Press) -> list[Block]:
    """Return whether dropped résumés shall be read; `press` carries what is read then."""
    shown = [f"*{mrkdwn(flat(name)[:120])}*" for name in names[:_FILES_SHOWN]]
    more = len(names) - len(shown)
    files = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    value = encode(press)
    question = f"Shall I read {files} as a résumé and add the person to the candidates?"
    return [
        {"type": "section", "text": text_of(question)},
        actions(
            button("Read and add", buttons.CONFIRM_INGEST, value, "primary"),
            button("No", buttons.DECLINE_INGEST, value),
        ),
    ]


def _thumb(label: str, thread_id: str, turn_id: str, rating: str) -> Block:
    value = encode(Press(thread_id, turn_id=turn_id, rating=rating))
    return {"text": plain("👍" if rating == buttons.GOOD else "👎"), "value": value} | {
        "accessibility_label": label
    }


def _joined(parts: Sequence[str], comma: str, most: int = limits.SECTION - 400) -> str:
    """Return whole parts as far as they fit, and how many more there are."""
    line = ""
    for at, part in enumerate(parts):
        longer = f"{line}{comma if line else ''}{part}"
        if len(longer) > most:
            return f"{line}{comma if line else ''}and {len(parts) - at} more"
        line = longer
    return line
