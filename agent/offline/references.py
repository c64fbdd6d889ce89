"""Finds the people a message speaks of: ranks, placeholders, ordinals, groups and pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from agent.offline.phrasebook import phrasebook
from agent.offline.situation import Situation
from tools.request.terms import Cover
from tools.vocabulary.certifications import find_certifications

_SAID = phrasebook("references")

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
]  # fmt: skip
_CALLED = frozenset({"token", "id", "rank", "ord_noun", "ord_the", "last", "best", "top", "bottom"})
"""How somebody is called to whom a pronoun in the same message belongs."""
_LOOSE = frozenset({"ord_bare", "bare"})
_MOST = 10


class Mention(NamedTuple):
    """People named at one place of the message; `kind` says how."""

    people: tuple[str, ...]
    start: int
    end: int
    kind: str


def find_people(now: Situation, *, loose: bool = False) -> tuple[Mention, ...]:
    """Return the people the message speaks of, in order.

    `loose` also reads plain numbers and ordinals ("compare 1 and 3"); without it they count only
    when they continue a list ("#1 and 3").
    """
    found: list[Mention] = []
    for match, kind in _places(now.text):
        if kind in _LOOSE and not loose and not _continues(now.text, found, match.start()):
            continue
        people = _READERS[kind](match, now)
        found.append(Mention(people[:_MOST], match.start(), match.end(), kind))
    return tuple(found)


def of_the_one_called(now: Situation) -> Situation:
    """Return "the second one, where did he work?" as asked of the one who is called by a rank."""
    mentions = find_people(now)
    called = [m for m in mentions if m.kind in _CALLED and len(m.people) == 1]
    named = [m for m in mentions if m.kind == "one"]
    if len(called) != 1 or not named or len(mentions) > 1 + len(named):
        return now
    before, after = now.text[: called[0].start], now.text[called[0].end :]
    if _SAID["begins"].match(before) and (stop := _SAID["stop"].match(after)):
        start, rest = called[0].end + stop.end(), after[stop.end() :]
    elif not after.strip(" ?.!") and _SAID["asks"].match(before):
        start, rest = 0, before.rstrip(" ,–-")
    else:
        return now
    person = f"⟨{called[0].people[0].strip('⟨⟩')}⟩"
    for one in reversed(named):
        at, end = one.start - start, one.end - start
        whose = "'s" if _SAID["whose"].match(rest, at) else ""
        rest = f"{rest[:at]}{person}{whose}{rest[end:]}"
    return now.saying(rest)


def people(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return everyone mentioned, once each, in order of first mention."""
    return tuple(dict.fromkeys(p for m in mentions for p in m.people))


def remainder(text: str, mentions: tuple[Mention, ...]) -> str:
    """Return the text without the mentions, so that a rank is never read as years."""
    parts, at = list[str](), 0
    for mention in mentions:
        parts += [text[at : mention.start], " "]
        at = mention.end + (2 if text.startswith("'s", mention.end) else 0)
    return "".join([*parts, text[at:]])


def unresolved(mentions: tuple[Mention, ...]) -> bool:
    """Return whether a pronoun stands for nobody, since nobody was spoken of."""
    return any(m.kind == "one" and not m.people for m in mentions)


def rank_of(person: str) -> int | None:
    """Return the rank in '#2' or '⟨#2⟩', or None for someone outside the ranking."""
    digits = person.strip("⟨⟩").removeprefix("#")
    return int(digits) if digits.isdigit() else None


def unshown(now: Situation) -> str:
    """Return what to say of a number that no list can have as a rank: "#-1", "1 and 99999"."""
    return none_such(now) if now.shown and _SAID["no_rank"].search(now.text) else ""


def none_such(now: Situation) -> str:
    """Return the sentence that nobody shown stands at a rank, which it does not repeat."""
    more = " Ask for more people to see further down." if now.more else ""
    return f"Nobody on screen has that rank: those shown end at #{max(now.shown)}.{more}"


def number(word: str) -> int:
    """Return the number a word or digits stand for."""
    return _WORDS.index(word.casefold()) + 1 if word.casefold() in _WORDS else int(word)


@lru_cache(maxsize=4)
def _places(text: str) -> list[tuple[re.Match[str], str]]:
    """Return every place that may name people and how it does, which many readers ask for.

    A number within a name is nobody's rank: OSHA 30.
    """
    named = Cover(len(text), ((m.start, m.end) for m in find_certifications(text)))
    return [
        (match, next(k for k in _READERS if match.group(k) is not None))
        for match in _PATTERN.finditer(text)
        if not named.touches(*match.span())
    ]


def _continues(text: str, found: list[Mention], start: int) -> bool:
    if not found or not found[-1].people:
        return False
    between = text[found[-1].end : start].strip().casefold()
    return between in {",", "and", "&", "or", "vs", "vs.", "versus", "with", "to", ", and", "/"}


def _ranks(first: int, last: int) -> tuple[str, ...]:
    low, high = sorted((first, last))
    return tuple(f"#{n}" for n in range(low, min(high, low + _MOST - 1) + 1))


def _ordinal(match: re.Match[str], _: Situation) -> tuple[str, ...]:
    word = (match["ord_noun"] or match["ord_the"] or match["ord_bare"]).casefold()
    place = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word))
    return (f"#{place}",)


def _bare(match: re.Match[str], _: Situation) -> tuple[str, ...]:
    return _ranks(int(match["bare"]), int(match["bare_upto"] or match["bare"]))


def _shown(now: Situation) -> tuple[str, ...]:
    return tuple(f"#{n}" for n in now.shown)


def _all(match: re.Match[str], now: Situation) -> tuple[str, ...]:
    return _so_many(number(match["all_of"]), now) if match["all_of"] else _shown(now)


def _so_many(size: int, now: Situation) -> tuple[str, ...]:
    """Return the people of the last exchange if they were so many, else the first on screen."""
    recent = now.recent_people()
    return recent if len(recent) == size else _shown(now)[:size]


def _plural(_: re.Match[str], now: Situation) -> tuple[str, ...]:
    recent = now.recent_people()
    return recent if len(recent) > 1 else _shown(now)


def _spoken_of(now: Situation) -> tuple[str, ...]:
    """Return the person discussed, else the only one the last exchange was about."""
    if now.discussed:
        return ("last",)
    recent = now.recent_people()
    return recent if len(recent) == 1 else ()


_READERS: dict[str, Callable[[re.Match[str], Situation], tuple[str, ...]]] = {
    "token": lambda m, _: (m["token"],),
    "id": lambda m, _: (m["id"],),
    "from": lambda m, _: _ranks(int(m["from"]), int(m["upto"])),
    "rank": lambda m, _: (f"#{number(m['rank'])}",),
    "asked": lambda m, _: (f"#{int(m['asked'])}",),
    "top": lambda m, _: _ranks(1, number(m["top"])),
    "top_of": lambda m, _: _ranks(1, number(m["top_of"])),
    "bottom": lambda m, now: _shown(now)[-number(m["bottom"]) :],
    "ord_noun": _ordinal,
    "ord_the": _ordinal,
    "ord_bare": _ordinal,
    "last": lambda _, now: _shown(now)[-1:],
    "best": lambda *_: ("#1",),
    "both": lambda _, now: _so_many(2, now),
    "all": _all,
    "group": lambda m, now: _so_many(number(m["group_size"]), now),
    "plural": _plural,
    "one": lambda _, now: _spoken_of(now),
    "bare": _bare,
}
_PATTERN = re.compile("|".join(_SAID[kind].pattern for kind in _READERS), re.IGNORECASE)
