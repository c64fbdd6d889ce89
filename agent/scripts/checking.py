"""Holds what a turn showed against what its script expects, one sentence for each that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.scripts.screen import Screen
from agent.scripts.script import (
    Ceilings,
    End,
    Expected,
    Listed,
    ShownExpected,
    TextExpected,
    ToolExpected,
    VerdictExpected,
)

_INSTEAD = re.compile(r"\binstead\b", re.IGNORECASE)


def unmet(
    expected: Expected, screen: Screen, lists: Mapping[str, list[str]], ms: float
) -> Iterator[str]:
    """Yield what of `expected` is not so; `lists` are the people on screen after named turns."""
    if expected.tools is not None:
        yield from _tools(expected.tools, screen)
    yield from unmet_state(expected, screen, lists)
    yield from _people_in_turn(expected, screen)
    yield from _said(expected, screen)
    if expected.events is not None:
        yield from _events(expected.events, [event.name for event in screen.events])
    if expected.at_most is not None:
        yield from _cost(expected.at_most, screen, ms)


def _people_in_turn(expected: Expected, screen: Screen) -> Iterator[str]:
    if expected.about is not None:
        wanted = [screen.person(who) for who in expected.about]
        if screen.about != wanted:
            yield f"about: expected {_people(wanted, screen)}, got {_people(screen.about, screen)}"
    for each in expected.verdicts:
        yield from _verdict(each, screen)


def _said(expected: Expected, screen: Screen) -> Iterator[str]:
    if expected.text is not None:
        yield from _text(expected.text, screen.answer)
    if expected.refused:
        yield from _refused(screen)
    if expected.error is not None:
        code = screen.error["code"] if screen.error else "none"
        if code != expected.error:
            yield f"error: expected {expected.error}, got {code}"


def unmet_state(expected: End, screen: Screen, lists: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what of the wishes, the people on screen and the shortlist is not so."""
    if expected.criteria is not None:
        ids = [str(wish["id"]) for wish in screen.criteria]
        yield from _listed("criteria", _as_listed(expected.criteria), ids)
    if expected.shown is not None:
        yield from _shown(expected.shown, screen, lists)
    if expected.shortlist is not None:
        wanted = [screen.person(who) for who in expected.shortlist]
        got = [str(row["candidate_id"]) for row in screen.shortlist]
        if got != wanted:
            yield f"shortlist: expected {_people(wanted, screen)}, got {_people(got, screen)}"


def _tools(expected: Sequence[str | ToolExpected], screen: Screen) -> Iterator[str]:
    wanted = [each if isinstance(each, str) else each.tool for each in expected]
    got = [name for name, _ in screen.tools]
    if got != wanted:
        yield f"tools: expected {wanted or 'none'}, got {got or 'none'}"
        return
    for each, (name, args) in zip(expected, screen.tools, strict=True):
        if isinstance(each, ToolExpected) and not _within(each.args, args):
            yield f"tools: {name} was expected with {each.args}, got {args}"


def _within(wanted: Any, got: Any) -> bool:
    """Return whether `wanted` is part of `got`: keys of a mapping, members of a list."""
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and all(
            key in got and _within(value, got[key]) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(got, list) and all(any(_within(w, g) for g in got) for w in wanted)
    return bool(wanted == got)


def _as_listed(expected: Listed | list[str]) -> Listed:
    return Listed(contains=expected) if isinstance(expected, list) else expected


def _listed(what: str, expected: Listed, got: Sequence[str]) -> Iterator[str]:
    lacking = [each for each in expected.contains if each not in got]
    if lacking:
        yield f"{what}: {', '.join(lacking)} expected, got {', '.join(got) or 'none'}"
    unwanted = [each for each in expected.lacks if each in got]
    if unwanted:
        yield f"{what}: {', '.join(unwanted)} not expected, and there"
    if expected.exactly is not None and sorted(expected.exactly) != sorted(got):
        yield (
            f"{what}: exactly {', '.join(expected.exactly) or 'none'} expected, "
            f"got {', '.join(got) or 'none'}"
        )


def _shown(
    expected: ShownExpected | list[str], screen: Screen, lists: Mapping[str, list[str]]
) -> Iterator[str]:
    wanted = ShownExpected(contains=expected) if isinstance(expected, list) else expected
    ids = screen.ids()

    def known(people: Sequence[str]) -> list[str]:
        return [screen.person(who) for who in people]

    exactly = None if wanted.exactly is None else known(wanted.exactly)
    plain = Listed(contains=known(wanted.contains), lacks=known(wanted.lacks), exactly=exactly)
    yield from _listed("shown", plain, ids)
    order = known(wanted.order)
    got = [i for i in ids if i in order]
    if got != order:
        yield f"shown: expected in the order {_people(order, screen)}, got {_people(ids, screen)}"
    yield from _counts(wanted, screen)
    if wanted.same_as is not None and ids != lists.get(wanted.same_as):
        yield (
            f"shown: expected the list of {wanted.same_as!r}, "
            f"{_people(lists.get(wanted.same_as, []), screen)}, got {_people(ids, screen)}"
        )


def _counts(wanted: ShownExpected, screen: Screen) -> Iterator[str]:
    count = len(screen.shown)
    if wanted.count is not None and count != wanted.count:
        yield f"shown: {wanted.count} people expected, got {count}"
    if wanted.at_least is not None and count < wanted.at_least:
        yield f"shown: at least {wanted.at_least} people expected, got {count}"
    if wanted.at_most is not None and count > wanted.at_most:
        yield f"shown: at most {wanted.at_most} people expected, got {count}"
    if wanted.total is not None and screen.total != wanted.total:
        yield f"shown: a ranking of {wanted.total} expected, got {screen.total}"


def _verdict(expected: VerdictExpected, screen: Screen) -> Iterator[str]:
    person, criterion, quote = screen.person(expected.who), expected.criterion, expected.quote
    found = [v for i, v in screen.verdicts if i == person and v["criterion"] == criterion]
    if not found:
        judged = sorted({v["criterion"] for i, v in screen.verdicts if i == person})
        yield (
            f"verdicts: {screen.called(person)} was not judged by {criterion}; "
            f"judged by {', '.join(judged) or 'nothing'}"
        )
        return
    last = found[-1]
    if last["verdict"] != expected.verdict:
        yield (
            f"verdicts: {screen.called(person)} expected {expected.verdict} for {criterion}, "
            f"got {last['verdict']}"
        )
    said = [str(v.get("quote") or "") for v in found]
    said += [str(e["quote"]) for v in found for e in v.get("evidence", ())]
    if quote and not any(quote.casefold() in each.casefold() for each in said):
        yield f"verdicts: no quote of {screen.called(person)} for {criterion} holds {quote!r}"


def _text(expected: TextExpected | list[str], answer: str) -> Iterator[str]:
    wanted = TextExpected(contains=expected) if isinstance(expected, list) else expected
    folded = answer.casefold()
    for words in wanted.contains:
        if words.casefold() not in folded:
            yield f"text: {words!r} expected"
    for words in wanted.lacks:
        if words.casefold() in folded:
            yield f"text: {words!r} not expected, and there"
    if wanted.matches is not None and not re.search(wanted.matches, answer, re.IGNORECASE):
        yield f"text: nothing matches {wanted.matches!r}"


def _refused(screen: Screen) -> Iterator[str]:
    if screen.tools:
        yield f"refused: no tool expected, got {[name for name, _ in screen.tools]}"
    if not _INSTEAD.search(screen.answer):
        yield "refused: the answer does not say what can be searched instead"


def _events(wanted: Sequence[str], got: Sequence[str]) -> Iterator[str]:
    left = iter(got)
    for name in wanted:
        if name not in left:
            yield f"events: expected {list(wanted)} in this order, got {list(dict.fromkeys(got))}"
            return


def _cost(most: Ceilings, screen: Screen, ms: float) -> Iterator[str]:
    if most.ms is not None and ms > most.ms:
        yield f"at_most: {most.ms:g} ms allowed, took {ms:.0f}"
    spent = (screen.finished or {}).get("tokens", {})
    used = int(spent.get("input", 0)) + int(spent.get("output", 0))
    if most.tokens is not None and used > most.tokens:
        yield f"at_most: {most.tokens} tokens allowed, used {used}"


def _people(ids: Sequence[str], screen: Screen) -> str:
    return ", ".join(screen.called(i) for i in ids) or "nobody"
