"""The rules of the house that every turn is held to, whatever its script asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.scripts.screen import Screen

_PROVEN = ("met", "partly")


def broken_rules(screen: Screen, texts: Mapping[str, str], expects_error: bool) -> Iterator[str]:
    """Yield a sentence for each rule that the last turn broke; `texts` are the stored résumés."""
    yield from _order(screen)
    if screen.error is not None and not expects_error:
        yield f"the turn ended with the error {screen.error['code']}: {screen.error['message']}"
    yield from _unquoted(screen)
    yield from _unverified(screen, texts)
    yield from _ranks(screen)


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
