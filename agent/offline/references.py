"""Finds the people a message speaks of: ranks, placeholders, ordinals, groups and pronouns."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from agent.offline.situation import Situation
from tools.request.terms import Cover
from tools.vocabulary.certifications import find_certifications

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
]  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NOUN = r"(?:one|candidate|person|profile|match|hit|result|applicant|pick|guy|woman|man|lady)"
_UNIT = (
    r"\s*[-+]?\s*(?:years?|yrs?|yoe|y\b|months?|weeks?|days?|km\b|kilomet|miles?|mi\b|%|k\b|"
    r"jobs?|positions?|roles?|employers?|hours?|patients|beds)"
)
_NO_UNIT = rf"(?!{_UNIT})"
# "1,3" and "1+3" are two people; "1.5", "1,000", "1,5 years", "5+" and "5%" are amounts.
_NO_AMOUNT = rf"(?!\.\d|,\d{{3}}|,\d+{_UNIT}|\+(?!\s?\d)|%)"
# "Did 3 work in a hospital?" asks of #3; "is 3 enough?" and "did 3 of them" do not.
_ASKED_OF = (
    r"(?:(?<=\bdid\s)|(?<=\bdoes\s)|(?<=\bhas\s)|(?<=\bis\s)|(?<=\bwas\s)|(?<=\bcan\s)|"
    r"(?<=\bcould\s)|(?<=\bwill\s)|(?<=\bwould\s)|(?<=\bdoesn't\s)|(?<=\bisn't\s))"
)
_NO_MEASURE = (
    r"(?!\s+(?:(?:be|also|really)\s+)*(?:enough|fine|ok|okay|too|do\b|good|more|less|or|to|of|and|plus|"
    r"people|persons|candidates|the\s+(?:minimum|maximum|most|least|limit)|acceptable|better))"
)
# What may follow "the second" when it means a person; any other word makes it "second language".
_GOES_ON = (
    r"(?=\s*(?:$|[^\w\s]|(?:is|isn|are|was|has|hasn|have|had|does|doesn|do|did|can|could|will|"
    r"would|behind|ahead|"
    r"should|and|or|vs|versus|with|to|against|in|on|from|at|for|as|a|an|the|over|better|good|fit|"
    r"fits|know|knows|speak|speaks|work|works|not|please|too|also|again|off|into|best|look|looks|"
    r"seem|seems|rank|ranked|instead|worth|missing|lack|lacks|live|lives|of|up|bring|brings|about|"
    r"rather|than|so|stronger|higher|lower|above|below|my|our|because|got|who|which|match|matches|"
    r"compare|compares|differ|different|"
    r"next|side|stack|measure|together|please|first|meet|meets|qualify|qualifies)\b))"
)

_PATTERN = re.compile(
    rf"""
    ⟨(?P<token>[\#@][^⟩\s]+)⟩
  | (?P<id>(?<![\w.])@[a-z0-9][\w.-]*\w)
  | \#\s?(?P<from>\d{{1,3}})\s*(?:-|–|to|through|until|bis)\s*\#?\s?(?P<upto>\d{{1,3}})\b
  | (?:\#\s?|\b(?!no\s+one\b)(?:no\.?|nr\.?|numbers?|candidates?|persons?|people|profiles?
    |applicants?|ranks?|
    (?:the\s+)?one\s+(?:at|in|on)(?:\s+(?:place|position|spot|number|rank))?|place|position|spot)
    \s+\#?\s?)
    (?P<rank>{_NUMBER})\b{_NO_UNIT}
  | {_ASKED_OF}(?P<asked>\d{{1,2}})\b{_NO_AMOUNT}{_NO_UNIT}(?=\s+[a-z]){_NO_MEASURE}
  | \b(?:the\s+)?(?:top|first|best|leading|highest[ -]ranked)\s+(?P<top>{_NUMBER})\b{_NO_UNIT}
  | \b(?:all\s+)?(?:the\s+)?(?P<top_of>{_NUMBER})\s+(?:best|top|strongest|leading)\b
  | \b(?:the\s+)?(?:last|bottom)\s+(?P<bottom>{_NUMBER})\b(?!\s+(?:candidate|person))
    {_NO_UNIT}(?!\s+changes?|\s+steps?)
  | \b(?:the\s+)?(?P<ord_noun>{_ORDINAL})\s+(?:ranked\s+)?{_NOUN}\b
  | \bthe\s+(?P<ord_the>{_ORDINAL})\b{_GOES_ON}
  | (?P<ord_bare>\b{_ORDINAL})\b{_GOES_ON}
  | (?P<last>\b(?:the\s+)?last\s+{_NOUN}\b|\bthe\s+last(?=\s*(?:$|[?.!,]))
    |(?:(?<=\band\s)|(?<=\bwith\s)|(?<=\bto\s)|(?<=\bvs\s))last(?=\s*(?:$|[?.!,])))
  | (?P<best>\b(?:the\s+|your\s+)?(?:top|best|leading|number\s+one|highest[ -]ranked|strongest)\s+
    (?:{_NOUN}|fit|choice)\b)
  | (?P<both>\bboth(?:\s+of\s+(?:them|these|those|the))?\b){_GOES_ON}
  | (?P<all>\b(?:all\s+of\s+(?:them|these|those|you)|everyone|everybody|them\s+all|all\s+shown|
    all\s+(?:the\s+|these\s+|those\s+)?(?:people|candidates|(?P<all_of>{_NUMBER}))|
    the\s+(?:whole|entire)\s+list)\b
    |(?:(?<=shortlist\s)|(?<=save\s)|(?<=bookmark\s)|(?<=star\s)|(?<=add\s))all\b
    (?=\s*(?:$|[.,!?]|(?:to|on|onto|please|too|now)\b)))
  | (?P<group>\b(?:them|they|these|those|the)\s+(?P<group_size>two|three|four|five|2|3|4|5)\b
    (?:\s+(?:people|candidates))?{_NO_UNIT})
  | (?P<plural>\b(?:these|those)(?:\s+(?:people|candidates|ones|guys))?\b
    |\bthem\b|\bthey\b|\btheir\b)
  | (?P<one>\b(?:he|him|his|she|her|hers|(?:this|that)\s+{_NOUN}|
    the\s+(?:candidate|person|applicant))\b)
  | (?P<bare>(?<!team\sof\s)(?<!teams\sof\s)(?<!staff\sof\s)(?<!crew\sof\s)
    (?:(?<![\w.+\#€$£-])|(?<=\d\+))\d{{1,2}}\b{_NO_AMOUNT}(?!\s*(?:-|–|to)\s*\d+\s*(?:y|k))
    {_NO_UNIT})
    (?:\s*(?:-|–|to|through)\s*(?P<bare_upto>\d{{1,2}})\b{_NO_AMOUNT}{_NO_UNIT})?
    (?:(?=\s+\d)|{_GOES_ON})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NO_RANK = re.compile(
    r"(?:\b(?:compare|short-?list|and|with|vs\.?|versus|to|explain)|,)\s+#?(?:-\d{1,20}|\d{3,20})"
    r"(?=\s*(?:$|[?.!,]|and\b|with\b|vs\b|to\b))",
    re.IGNORECASE,
)
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


def people(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Return everyone mentioned, once each, in order of first mention."""
    return tuple(dict.fromkeys(p for m in mentions for p in m.people))


def remainder(text: str, mentions: tuple[Mention, ...]) -> str:
    """Return the text without the mentions, so that a rank is never read as years."""
    parts, at = list[str](), 0
    for mention in mentions:
        parts += [text[at : mention.start], " "]
        at = mention.end
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
    return none_such(now) if now.shown and _NO_RANK.search(now.text) else ""


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
