"""The rules of the house that every turn is held to, whatever its script asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.scripts.board import Board

_PROVEN = ("met", "partly")


def broken_rules(board: Board, texts: Mapping[str, str], expects_error: bool) -> Iterator[str]:
    """Yield a sentence for each rule that the last turn broke; `texts` are the stored résumés."""
    yield from _order(board)
    if board.error is not None and not expects_error:
        yield f"the turn ended with the error {board.error['code']}: {board.error['message']}"
    yield from _unquoted(board)
    yield from _unverified(board, texts)
    yield from _ranks(board)


def _order(board: Board) -> Iterator[str]:
    events = board.events
    if events and events[0].seq == 0:
        return  # refused before it began
    numbers = [event.seq for event in events]
    if numbers != list(range(1, len(events) + 1)):
        yield f"the events are numbered {numbers[:12]} and not 1, 2, 3 …"
    names = [event.name for event in events]
    if names[:1] != ["turn_started"] or names[-1:] != ["turn_finished"]:
        yield "a turn begins with turn_started and ends with turn_finished"
    if board.error is None and board.tokens_text.strip() != board.answer.strip():
        yield "the tokens that were streamed are not the answer"


def _unquoted(board: Board) -> Iterator[str]:
    for candidate_id, verdict in board.verdicts:
        quoted = verdict.get("quote") or verdict.get("evidence")
        if verdict["verdict"] in _PROVEN and not quoted:
            yield (
                f"{board.called(candidate_id)} is {verdict['verdict']} for "
                f"{verdict['criterion']} without a quote"
            )


def _unverified(board: Board, texts: Mapping[str, str]) -> Iterator[str]:
    for seen in board.quotes:
        text = texts.get(seen.candidate_id)
        if text is None:
            yield f"{board.called(seen.candidate_id)} is quoted and not in the index"
        elif seen.start is not None and text[seen.start : seen.end] != seen.quote:
            yield (
                f"{board.called(seen.candidate_id)}: “{seen.quote}” does not stand at "
                f"{seen.start}–{seen.end}"
            )
        elif seen.quote not in text:
            yield f"{board.called(seen.candidate_id)}: “{seen.quote}” is not in the résumé"


def _ranks(board: Board) -> Iterator[str]:
    ids = board.ids()
    if len(set(ids)) != len(ids):
        yield "somebody is on screen twice"
    ranks = [row["rank"] for row in board.shown if row.get("rank")]
    if len(set(ranks)) != len(ranks):
        yield f"two people on screen have one rank: {ranks}"
