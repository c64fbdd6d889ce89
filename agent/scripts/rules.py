"""The rules every turn is held to, whatever its script asks for, and those between two turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agent.offline.planner import MODEL_NAME
from agent.scripts.screen import Screen

_PROVEN = ("met", "partly")
_NAMED = ("value", "said")
"""What a wish is called by, as it was read and as it was said."""
_QUOTED = re.compile(r"“([^”]{12,})”")


def broken_rules(screen: Screen, texts: Mapping[str, str], expects_error: bool) -> Iterator[str]:
    """Yield a sentence for each rule that the last turn broke; `texts` are the stored résumés."""
    yield from _order(screen)
    if screen.error is not None and not expects_error:
        yield f"the turn ended with the error {screen.error['code']}: {screen.error['message']}"
    yield from _unquoted(screen)
    yield from _unverified(screen, texts)
    yield from _ranks(screen)
    yield from _cut(screen)


def _order(screen: Screen) -> Iterator[str]:
    events = screen.events
    if events and events[0].seq == 0:
        return  # refused before it began
    numbers = [event.seq for event in events]
    if numbers != list(range(1, len(events) + 1)):
        yield f"the events are numbered {numbers[:12]} and not 1, 2, 3 …"
    names = [event.name for event in events]
    if names[:1] != ["turn_started"] or names[-1:] != ["turn_finished"]:
        yield "a turn begins with turn_started and ends with turn_finished"
    if screen.error is None and screen.tokens_text.strip() != screen.answer.strip():
        yield "the tokens that were streamed are not the answer"


def _unquoted(screen: Screen) -> Iterator[str]:
    for candidate_id, verdict in screen.verdicts:
        quoted = verdict.get("quote") or verdict.get("evidence")
        if verdict["verdict"] in _PROVEN and not quoted:
            yield (
                f"{screen.called(candidate_id)} is {verdict['verdict']} for "
                f"{verdict['criterion']} without a quote"
            )


def _unverified(screen: Screen, texts: Mapping[str, str]) -> Iterator[str]:
    for shown in screen.quotes:
        text = texts.get(shown.candidate_id)
        if text is None:
            yield f"{screen.called(shown.candidate_id)} is quoted and not in the index"
        elif shown.start is not None and text[shown.start : shown.end] != shown.quote:
            yield (
                f"{screen.called(shown.candidate_id)}: “{shown.quote}” does not stand at "
                f"{shown.start}–{shown.end}"
            )
        elif shown.quote not in text:
            yield f"{screen.called(shown.candidate_id)}: “{shown.quote}” is not in the résumé"


def _ranks(screen: Screen) -> Iterator[str]:
    ids = screen.ids()
    if len(set(ids)) != len(ids):
        yield "somebody is on screen twice"
    ranks = [row["rank"] for row in screen.shown if row.get("rank")]
    if len(set(ranks)) != len(ranks):
        yield f"two people on screen have one rank: {ranks}"


def _cut(screen: Screen) -> Iterator[str]:
    """Yield what the check of claims took out of an answer that no language model wrote."""
    if screen.finished is not None and screen.finished.get("model") == MODEL_NAME:
        for cut in screen.removed:
            yield f"the planner's own “{cut['sentence']}” was cut: it {cut['reason']}"


def vanished(screen: Screen, before: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """Yield each wish that was there before the turn and is not now, though no tool changed any."""
    now = {wish["id"] for wish in screen.criteria}
    for wish in before:
        if wish["id"] not in now:
            yield f"the wish {wish['id']} vanished"


def without_a_source(
    screen: Screen,
    texts: Mapping[str, str],
    before: Sequence[Mapping[str, object]],
    message: str = "",
) -> Iterator[str]:
    """Yield each quotation of the answer that stands in no résumé of the people on the screen.

    What the recruiter is told to say (“drop Spark”) is shorter than a quotation looked at here, and
    a wish may be named in their words, also one from `before` the turn, as it is dropped; so may
    be what the `message` says and the answer tells as left out.
    """
    wishes = (*screen.criteria, *before)
    typed = " ".join(message.casefold().split())
    said = {str(wish.get(key) or wish["value"]).casefold() for wish in wishes for key in _NAMED}
    for quote in _QUOTED.findall(screen.answer):
        core = quote.rstrip("….,; ")
        if core.casefold() in typed or any(core in text for text in texts.values()):
            continue
        if not any(value in core.casefold() for value in said):
            yield f"the answer quotes “{quote}”, which is in no résumé shown"
