"""Reads of whom a sentence claims what, so that an open wish is never told as a met one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphs.known import Known
from tools.people import PERSON_MARK

_JOINED = re.compile(r"(?:\s|,|&|/|\band\b|\bor\b|\bbut\b|\*)*", re.IGNORECASE)
_DOUBT = re.compile(
    r"\b(?:no|not|none|never|nothing|nobody|neither|nor|without|lacks?|lacking|missing|misses"
    r"|unclear|unknown|open|gaps?|unsaid|silent|unless|whether|if|ask|asks|asked|except|cannot"
    r"|unmentioned|unproven|unconfirmed|wish|wishes|wanted|want|looking|search|searched"
    r"|require[sd]?|requirements?|ranked|avoid|avoided|instead)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_SPEAKS_ON = re.compile(r"^\s*[-*•–]\s|\b(?:she|he|they|her|his|their|who)\b", re.IGNORECASE)
_FOLLOWED = re.compile(r"[^;:,.—–(]{0,60}")


def subjects(sentence: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people a sentence is about: those it names, or those a pronoun carries on."""
    named = tuple(dict.fromkeys(mark[0] for mark in PERSON_MARK.finditer(sentence)))
    if named:
        return named
    return before if _SPEAKS_ON.search(sentence) else ()


def clashing_verdict(sentence: str, about: Sequence[str], known: Known) -> str | None:
    """Return a fault when a wish is told as met of somebody for whom it is missing or unclear."""
    if not about or _DOUBT.search(sentence):
        return None
    groups = _groups(sentence)
    folded = sentence.casefold()
    for value in {v for mark in about for v in _open_wishes(known, mark)}:
        for said in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", folded):
            people = _claimed_of(groups, said.start(), said.end(), sentence) if groups else about
            if any(value in _open_wishes(known, mark) for mark in people):
                return f"tells as shown what the evidence leaves open: {value[:60]}"
    return None


def _open_wishes(known: Known, mark: str) -> set[str]:
    bag = known.people.get(mark)
    if bag is None:
        return set()
    open_wishes = {v for v, verdict in bag.verdicts.items() if verdict in ("missing", "unclear")}
    return {v for v in open_wishes if not re.fullmatch(r"[\d.]+", v)}


def _groups(sentence: str) -> list[tuple[int, int, list[str]]]:
    """Return runs of people who are named together: start, end, placeholders."""
    groups: list[tuple[int, int, list[str]]] = []
    for mark in PERSON_MARK.finditer(sentence):
        if groups and _JOINED.fullmatch(sentence, groups[-1][1], mark.start()):
            start, _, marks = groups[-1]
            groups[-1] = (start, mark.end(), [*marks, mark[0]])
        else:
            groups.append((mark.start(), mark.end(), [mark[0]]))
    return groups


def _claimed_of(
    groups: Sequence[tuple[int, int, list[str]]], start: int, end: int, sentence: str
) -> Sequence[str]:
    """Return the people of whom something at [start, end) is said: the last named, or the next."""
    before = [group for group in groups if group[1] <= start]
    if before:
        return before[-1][2]
    after = groups[0]
    return after[2] if _FOLLOWED.fullmatch(sentence, end, after[0]) else ()
