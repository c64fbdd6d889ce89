"""What buttons and modals carry: their names in Slack's payloads, and the value of a press."""

from __future__ import annotations

import msgspec

WHY = "why"
SHORTLIST = "shortlist"
NOT_A_FIT = "not_a_fit"
MORE = "more"
EDIT_CRITERIA = "edit_criteria"
FEEDBACK = "feedback"
CONFIRM_INGEST = "confirm_ingest"
DECLINE_INGEST = "decline_ingest"
ACTIONS = frozenset(
    {WHY, SHORTLIST, NOT_A_FIT, MORE, EDIT_CRITERIA, FEEDBACK, CONFIRM_INGEST, DECLINE_INGEST}
)
"""Action ids; a block may have several of one kind when it adds a suffix after a colon."""

CRITERIA_MODAL = "criteria"
REASON_MODAL = "why_bad"
"""Callback ids of modals, whose private metadata is the value of the press that opened them."""

GOOD, BAD = "good", "bad"
MOST = 2000
"""Characters Slack takes in the value of a button (3000 in private metadata)."""


class BadButton(ValueError):
    """The value of a button is not one of ours; the message says so in words for a person."""


class Press(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a button is about: a thread, a turn of it, and a person by id.

    `rank` is where the person stood when the button was drawn, for showing alone: `candidate_id`
    says who is meant. `rating` is of feedback alone, `files` of a confirmation alone.
    """

    thread_id: str = msgspec.field(name="t")
    candidate_id: str = msgspec.field(name="c", default="")
    rank: int = msgspec.field(name="r", default=0)
    turn_id: str = msgspec.field(name="u", default="")
    rating: str = msgspec.field(name="v", default="")
    files: tuple[str, ...] = msgspec.field(name="f", default=())


def encode(press: Press) -> str:
    """Return the value of a button; raises BadButton when it is longer than Slack takes."""
    value = msgspec.json.encode(press).decode()
    if len(value) > MOST:
        raise BadButton(f"A button's value has {len(value)} characters: Slack takes {MOST}.")
    return value


def decode(value: str) -> Press:
    """Return what a button is about; raises BadButton for a value that is not one of ours."""
    try:
        return msgspec.json.decode(value, type=Press)
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise BadButton(
            "This button is of another version of the app: ask again and press the new one."
        ) from error


def action_of(action_id: str) -> str:
    """Return which of ACTIONS an action id means, "" for none; "why:2" means "why"."""
    name = action_id.partition(":")[0]
    return name if name in ACTIONS else ""
