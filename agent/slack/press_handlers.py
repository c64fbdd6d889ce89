"""What a press of a button does: what a person would type, or a judgement that is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

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
from agent.slack.job_context import Hand
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


async def press(hand: Hand) -> None:
    """Do what a button says, in the thread it stands in and in no other."""
    pressed = hand.job.press
    if pressed is None:
        return
    if pressed.thread_id != hand.job.place.thread_id:
        await hand.whisper(ELSEWHERE)
        return
    handler = _ACTIONS.get(hand.job.action)
    if handler is not None:
        await handler(hand, pressed)


async def reason(hand: Hand) -> None:
    """Keep why an answer was bad."""
    if hand.job.press is not None:
        await _rate(hand, hand.job.press, DOWN, THANKS, hand.job.text)


async def _why(hand: Hand, pressed: Press) -> None:
    # By id and never by rank: the list may have changed since the button was drawn.
    await hand.turn(f"Why is {id_mark(pressed.candidate_id)} a good match?")


async def _shortlist(hand: Hand, pressed: Press) -> None:
    await hand.turn(f"Shortlist {id_mark(pressed.candidate_id)}")


async def _more(hand: Hand, _: Press) -> None:
    await hand.turn("show more")


async def _not_a_fit(hand: Hand, pressed: Press) -> None:
    await _rate(hand, pressed, DOWN, NOTED)


async def _feedback(hand: Hand, pressed: Press) -> None:
    await _rate(hand, pressed, DOWN if pressed.rating == BAD else UP, THANKS)


async def _confirm(hand: Hand, pressed: Press) -> None:
    await bring_in(hand, pressed.files)


async def _decline(hand: Hand, _: Press) -> None:
    await hand.say(LEFT_OUT)


async def _rate(hand: Hand, pressed: Press, rating: str, thanks: str, why: str = "") -> None:
    try:
        await hand.service.conversation.feedback(
            hand.job.place.thread_id,
            Rating(pressed.turn_id, rating, pressed.candidate_id, why),
            tenant=hand.tenant,
            user=hand.job.place.owner,
        )
    except ThreadForbidden:
        thanks = GONE
    await hand.whisper(thanks)


_ACTIONS: Mapping[str, Callable[[Hand, Press], Awaitable[None]]] = {
    WHY: _why,
    SHORTLIST: _shortlist,
    MORE: _more,
    NOT_A_FIT: _not_a_fit,
    FEEDBACK: _feedback,
    CONFIRM_INGEST: _confirm,
    DECLINE_INGEST: _decline,
}
