"""Reads everyday words as the trade that a text speaks of means them: "drafting" of a paralegal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tools.vocabulary.matcher import Mention
from tools.vocabulary.tables import parts, read_rows

_ALONE = 8
"""Words of a text that speaks of no trade: "any with macros?" can only mean what it names."""


class _Meaning(NamedTuple):
    """A skill that words name, "" for none, and what shows it: within `near` characters if any."""

    skill: str
    trade: re.Pattern[str] | None
    near: int | None
    unless: re.Pattern[str] | None


def in_their_trade(mentions: Iterable[Mention], text: str, beside: str = "") -> Iterator[Mention]:
    """Yield the mentions as their trade means them, without those that no trade of the text means.

    `beside` are the jobs the text belongs to; the first meaning of a word that is shown is meant.
    """
    meanings, mentions = _meanings(), list(mentions)
    alone = not beside and len(mentions) == 1 and len(text.split(maxsplit=_ALONE)) <= _ALONE
    for mention in mentions:
        known = meanings.get(_folded(text[mention.start : mention.end]))
        if known is None or alone:
            yield mention
        elif skill := _meant(known, mention, text, beside):
            yield mention._replace(name=skill)


def meanings_of(words: str) -> frozenset[str]:
    """Return the skills that everyday words name beside one trade or another."""
    return frozenset(meaning.skill for meaning in _meanings().get(_folded(words), ()))


def of_no_trade(words: str, text: str, beside: str = "") -> bool:
    """Return whether words of a text name a skill of another trade than the text speaks of."""
    start = text.find(words)
    mention = Mention(words, start, start + len(words))
    return start >= 0 and not list(in_their_trade([mention], text, beside))


def _meant(known: list[_Meaning], mention: Mention, text: str, beside: str) -> str:
    for meaning in known:
        start, end = 0, len(text)
        if meaning.near is not None:
            start, end = max(0, mention.start - meaning.near), mention.end + meaning.near
        around = f"{beside}\n{text[start:end]}"
        if meaning.unless and _speaks(meaning.unless, around):
            continue
        if meaning.trade is None or _speaks(meaning.trade, around):
            return meaning.skill
    return ""


@lru_cache(maxsize=256)
def _speaks(trade: re.Pattern[str], text: str) -> bool:
    return trade.search(text) is not None


@cache
def _meanings() -> dict[str, list[_Meaning]]:
    meanings: dict[str, list[_Meaning]] = {}
    for row in read_rows("trade_words.tsv"):
        near = int(row["near"]) if row["near"] else None
        meaning = _Meaning(row["skill"], _begins(row["trade"]), near, _begins(row["unless"]))
        for words in parts(row["words"]):
            meanings.setdefault(_folded(words), []).append(meaning)
    return meanings


def _begins(words: str) -> re.Pattern[str] | None:
    """Return a pattern of any of the words, each the begin of one unless it says where it ends."""
    return re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
