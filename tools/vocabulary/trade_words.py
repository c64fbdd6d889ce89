"""Reads everyday words as the trade that a text speaks of means them: "drafting" of a paralegal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from tools.vocabulary.matcher import Mention
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.word_sets import words

_ALONE = 3
"""Words of a text that speaks of no trade: "macros in Leeds" can only mean what it names."""
_ASKING = words(
    """any anyone of these those them the a an which who whose has have had got with in at and or
    do does know knows known experience experienced skills background only just show me us find
    please also some someone need want must be good is are there"""
)
"""Words of a question that say nothing of a trade."""
_WORD = re.compile(r"\w+")


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
    alone = not beside and _is_alone(text)
    for mention in mentions:
        known = meanings.get(_folded(text[mention.start : mention.end]))
        if known is None or alone:
            yield mention
        elif skill := _meant(known, mention, text, beside):
            yield mention._replace(name=skill)


def _is_alone(text: str) -> bool:
    telling = (word for word in _WORD.finditer(text) if word.group().casefold() not in _ASKING)
    return len(list(islice(telling, _ALONE + 1))) <= _ALONE


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
        for spelling in parts(row["words"]):
            meanings.setdefault(_folded(spelling), []).append(meaning)
    return meanings


def _begins(words: str) -> re.Pattern[str] | None:
    """Return a pattern of any of the words, each the begin of one unless it says where it ends."""
    return re.compile(rf"\b(?:{words})", re.IGNORECASE) if words else None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
