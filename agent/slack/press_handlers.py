"""What a press of a button does: what a person would type, or a judgement that is kept."""

from __future__ import annotations

from agent.faults import ThreadForbidden
from agent.slack.buttons import (
    BAD,
    CONFIRM_INGEST,
    DECLINE_INGEST,
    FEEDBACK,
    MORE,
    NOT_A_FIT,
    SHORTLIST,
    WHY,
    Press,
)
from agent.slack.dropping import bring_in
from agent.slack.job_context import JobContext
from agent.storage.records import Rating
from tools.people.placeholders import id_mark

UP, DOWN = "up", "down"
"""Ratings, as every door keeps them."""
ELSEWHERE = "That button belongs to another thread: press the one below the answer there."
GONE = "That answer is no longer kept, so there is nothing to rate: ask again."
NOTED = (
    "Noted as feedback: not a fit. The list stays as it is; say in the thread what you wish "
    "instead, such as “only in Berlin” or “5+ years”, and it is ranked anew."
)
THANKS = "Thanks, noted."
LEFT_OUT = "Nothing was read or kept of the file."
_TYPED = {WHY: "Why is {} a good match?", SHORTLIST: "Shortlist {}", MORE: "show more"}
"""What a person would type instead of a press."""


async def press(context: JobContext) -> None:
    """Do what a button says, in the thread it stands in and in no other."""
    pressed, action = context.job.press, context.job.action
    if pressed is None:
        return
    if pressed.thread_id != context.job.place.thread_id:
        await context.whisper(ELSEWHERE)
    elif action in _TYPED:
        # By id and never by rank: the list may have changed since the button was drawn.
        await context.turn(_TYPED[action].format(id_mark(pressed.candidate_id)))
    elif action == NOT_A_FIT:
        await _rate(context, pressed, DOWN, NOTED)
    elif action == FEEDBACK:
        await _rate(context, pressed, DOWN if pressed.rating == BAD else UP, THANKS)
    elif action == CONFIRM_INGEST:
        await bring_in(context, pressed.files)
    elif action == DECLINE_INGEST:
        await context.say(LEFT_OUT)


async def reason(context: JobContext) -> None:
    """Keep why an answer was bad."""
    if context.job.press is not None:
        await _rate(context, context.job.press, DOWN, THANKS, context.job.text)


async def _rate(
    context: JobContext, pressed: Press, rating: str, thanks: str, why: str = ""
) -> None:
    try:
        await context.service.conversation.feedback(
            context.job.place.thread_id,
            Rating(pressed.turn_id, rating, pressed.candidate_id, why),
            tenant=context.tenant,
            user=context.job.place.owner,
        )
    except ThreadForbidden:
        thanks = GONE
    await context.whisper(thanks)
