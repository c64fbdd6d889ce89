"""Keeps the word in the place of a job that no vocabulary knows: "glaciologist with ice cores"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.criteria import Criterion
from tools.pattern_table import word_lists
from tools.request.cues import WEIGHTS
from tools.request.draft import Draft, Found
from tools.request.filler import FILLER, SOFT_SKILLS
from tools.request.joined import OR, with_alternative
from tools.request.layout import PROSE, Layout
from tools.request.phrases import WORD
from tools.request.roles import role_of
from tools.request.typos import is_language
from tools.vocabulary.trade_endings import ends_as_trade

_WORDS = word_lists(__package__, "unknown_trades.tsv")
_NO_TRADES = _WORDS["everyday"] | SOFT_SKILLS | FILLER
_LEADS_IN = frozenset({"for", "experienced"})
_MOST_WORDS = 4
_GAP = re.compile(r"\s+")
_AND = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_AND_ONE = re.compile(
    rf"\s*(?:,\s*|\s(?:and|&)\s+)(?:an?|\d{{1,2}}|{'|'.join(sorted(_WORDS['counts']))})\s+",
    re.IGNORECASE,
)
"""A further vacancy, for whom another person will do: "two welders and a plumber"."""
_SHAPED = re.compile(r"[^\W\d_]*[aeiouyáéíóúäöü][^\W\d_]*(?:-[^\W\d_]+)*", re.IGNORECASE)
_SHORTEST = 4


class _Place(NamedTuple):
    """The words in the place of a job at text[start:end]; `led` where words ask for somebody."""

    words: list[re.Match[str]]
    led: bool

    @property
    def start(self) -> int:
        return self.words[0].start()

    @property
    def end(self) -> int:
        return self.words[-1].end()


def read_unknown_trades(layout: Layout, draft: Draft) -> None:
    """Make a must of the unknown word where a job is named, or an alternative of a known job."""
    if layout.posting or len(layout.text) > PROSE:
        return
    for place in _places(layout, draft):
        if not draft.sought:
            _add(layout, place, draft)
        else:
            _join(layout, place, draft)


def _add(layout: Layout, place: _Place, draft: Draft) -> None:
    weight = WEIGHTS[layout.clause_at(place.start).effect]
    draft.found[:] = [f for f in draft.found if not (place.start <= f.start and f.end <= place.end)]
    named = " ".join(layout.text[place.start : place.end].split())
    before = draft.found[-1] if draft.found else None
    if before and before.criterion.kind == "text" and _either(layout, before.end, place.start):
        wish = Criterion("text", "", weight).of((*before.criterion.values, named))
        draft.found[-1] = Found(wish, before.start, place.end)
    else:
        draft.found.append(Found(Criterion("text", named, weight), place.start, place.end))
    draft.trades.append(draft.found[-1].criterion.id)
    draft.covered.add(place.start, place.end)


def _join(layout: Layout, place: _Place, draft: Draft) -> None:
    """Let an unknown job do as well as the known one beside it: "nurse or perfusionist"."""
    named = layout.text[place.start : place.end]
    for job in draft.sought:
        before = place.end <= job.start
        gap = layout.text[place.end : job.start] if before else layout.text[job.end : place.start]
        if not (OR.fullmatch(gap) or _AND_ONE.fullmatch(gap)) or job not in draft.found:
            continue
        within = [f for f in draft.found if place.start <= f.start and f.end <= place.end]
        draft.found[:] = [f for f in draft.found if f not in within]
        joined = with_alternative(job, named, (place.start, place.end), before=before)
        draft.found[draft.found.index(job)] = joined
        draft.sought[draft.sought.index(job)] = joined
        draft.covered.add(place.start, place.end)
        return


def _either(layout: Layout, end: int, start: int) -> bool:
    gap = _without_count(layout.text[end:start])
    return bool(OR.fullmatch(gap) or _AND.fullmatch(gap))


def _without_count(gap: str) -> str:
    *_, last = ("", *gap.split())
    return gap[: gap.rindex(last)] if last.isdigit() or last.casefold() in _WORDS["counts"] else gap


def _places(layout: Layout, draft: Draft) -> Iterator[_Place]:
    """Yield the words in the place of a job: those that open the request, and their like."""
    tokens = list(WORD.finditer(layout.text))
    at, led = 0, False
    while at < len(tokens) and _leads_in(layout, tokens[at]):
        led = led or tokens[at].group().casefold() in ("a", "an", "need", "for", "find")
        at += 1
    while at < len(tokens):
        run = _run(layout.text, tokens, at)
        place = _Place(run, led)
        if run and _is_trade(layout, place, draft):
            yield place
        at += max(len(run), 1)
        if at >= len(tokens) or not run:
            return
        if tokens[at].group().casefold() in ("or", "and"):
            at += 1
        elif not re.fullmatch(r"\s*[,/&]\s*", layout.text[run[-1].end() : tokens[at].start()]):
            return
        while at < len(tokens) and _leads_in(layout, tokens[at]):
            at += 1


def _leads_in(layout: Layout, token: re.Match[str]) -> bool:
    word = token.group().casefold()
    if layout.cues.touches(*token.span()) and word not in ("need", "needs"):
        return False
    counted = word.isdigit() or word in _WORDS["counts"]
    return counted or word in _LEADS_IN or (word in FILLER and word not in _WORDS["stops"])


def _run(text: str, tokens: list[re.Match[str]], at: int) -> list[re.Match[str]]:
    """Return the words from a token on that only blanks part and nothing ends."""
    run: list[re.Match[str]] = []
    for token in tokens[at : at + _MOST_WORDS + 1]:
        word = token.group().casefold()
        if word in _WORDS["stops"] or (word in FILLER and run):
            break
        if run and not _GAP.fullmatch(text[run[-1].end() : token.start()]):
            break
        run.append(token)
    return run if len(run) <= _MOST_WORDS else []


def _is_trade(layout: Layout, place: _Place, draft: Draft) -> bool:
    last, effect = place.words[-1], layout.clause_at(place.start).effect
    if effect not in ("must", "nice") or draft.covered.touches(*last.span()):
        return False
    if (
        layout.cues.touches(place.start, place.end)
        or role_of(layout.text, 0, place.start) == "other"
    ):
        return False
    word = last.group()
    if len(word) < _SHORTEST or word.casefold() in _NO_TRADES:
        return False
    known = is_language(word.casefold())
    covered = draft.covered.touches(place.start, place.end)
    if ends_as_trade(word.casefold()) or word.casefold() in _WORDS["trades"]:
        lone = len(place.words) == 1 and word.islower()
        return not known or lone or (bool(draft.sought) and len(place.words) > 1)
    asked = place.led or layout.text[last.end() : last.end() + 1] == " "
    alone = len(place.words) == 1 or covered
    return not known and alone and asked and word.islower() and bool(_SHAPED.fullmatch(word))
