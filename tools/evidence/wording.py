"""Finds a wish in the words of a résumé when no fact was read out for it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from tools.candidates import Candidate
from tools.evidence.enumerations import is_enumeration, without_enumerations
from tools.evidence.finding import Span
from tools.evidence.inflection import deeds_of, stem, ways_of
from tools.evidence.quotes import TOKEN_BEGINS, statement_ends
from tools.vocabulary.denials import denials_of
from tools.vocabulary.everyday_names import is_abbreviation, is_everyday
from tools.vocabulary.homonyms import means_another
from tools.vocabulary.intents import is_only_meant
from tools.vocabulary.word_places import Sought, begins_of
from tools.vocabulary.word_sets import words as words_in
from tools.vocabulary.words_apart import is_another_word

STOPWORDS = words_in(
    """
    a an and any as at be been but by can did do does doing for from had has have having if in
    into is it its more most must not of on or our over own same should so some such than that
    the their them then there these they this those to too under up very was were what when
    where which while who whom will with within without would you your able ability across all
    also etc experience experienced expertise knowledge strong proven record good excellent
    solid skills skill work working including related well using use used about e g i least
    plus year years required preferred new
    """
)
_OWN = "own"
_BARE = words_in("off out down one two three four five six seven eight nine ten")
"""Parts of verbs and counts, which stand beside anything: "sign off", "two projects"."""
WINDOW = 220
"""Characters within which the words of a wish must stand together to count as one statement."""

_PAIR = 2
_LISTED = re.compile(r"\band\b|,")
_NIGHTS = frozenset({"night", "nights"})
_NIGHT_REACH = 40
_COUNTED = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|\d+)\s(?:(?!nights?|years?|months?|weeks?|of|on)[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"[\s-](?:shifts?|work\w*|dut(?:y|ies)|(?:a|per|each|every)\s)|\s?/", re.IGNORECASE
)
_NEXT = r"(?=\s(?:(?!(?:as|at|by|for|from|in|into|of|on|through|to|with)\s)[\w'-]+\s){0,2}"
_ENDS = (
    r"(?![\w/-])(?!\s(?!(?:across|after|and|as|at|before|by|daily|during|for|from|in|into|monthly|of|on"
    r"|or|per|through|to|under|using|weekly|with|within)\b)[a-z])"
)
"""A verb says its noun where its object comes next and ends: no HVAC in "maintained HVAC logs"."""
_WORD = re.compile(r"[^\W_]+(?:[.+#&'/-]*[^\W_]+)*[+#]*")


@lru_cache(maxsize=4096)
def content_stems(phrase: str) -> tuple[str, ...]:
    """Return the distinct stems of the words that carry meaning, in order."""
    return tuple(map(stem, _content_words(phrase)))


def _content_words(phrase: str) -> tuple[str, ...]:
    """Return the words that carry meaning, one of each stem, in order."""
    words = [w.casefold() for w in _WORD.findall(phrase)]
    found: dict[str, str] = {}
    for word in telling_words(words):
        if word not in _BARE:
            found.setdefault(stem(word), word)
    return tuple(found.values())


def telling_words(words: Sequence[str]) -> list[str]:
    """Return the words that carry meaning; "own" does beside others: not any van is one's own."""
    kept = {*words} - STOPWORDS
    return [word for word in words if word in kept or (word == _OWN and kept)]


@lru_cache(maxsize=2048)
def phrase_sought(phrase: str) -> Sought:
    """Return how to find the phrase as whole words, blind to case, hyphens and plural s.

    The plural is a small s: SAPs are several of SAP, SAPS is another word. The name of a skill that
    is an everyday word is found only as it is spelled, and in no longer word: no Go in "to go". The
    token of an identity, as of a phone number, is no word.
    """
    if is_everyday(phrase):
        return Sought(_spelled(phrase), begins_of([phrase]))
    words = re.findall(r"[^\s\-_/]+", phrase)
    body = r"[\s\-_/]+".join(map(re.escape, words)) or r"(?!)"
    pattern = re.compile(rf"(?<![\w⟨]){body}(?-i:s|es)?(?![\w+#])", re.IGNORECASE)
    return Sought(pattern, begins_of(words[:1]))


def _spelled(name: str) -> re.Pattern[str]:
    """Return a pattern for a name in its own capitals; short ones stand alone: no R in "R&D"."""
    if is_abbreviation(name):
        return re.compile(rf"(?<!\w){re.escape(name)}(?![\w+#])")
    return re.compile(rf"(?<!\w)(?<!\w[&/.'’-]){re.escape(name)}(?![\w+#]|[&/.'’-]\w)")


def owned_places(text: str, phrase: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Span]:
    """Yield where the phrase stands as whole words, neither lacking nor of others."""
    for found in phrase_sought(phrase).places(text, start, end):
        if not denials_of(text).cover(*found.span()):
            yield found.span()


class Words(Protocol):
    """Looks a wish up in the words of a résumé, by reading it or by an index over it."""

    def phrase(self, person: Candidate, value: str) -> tuple[Span, ...]:
        """Return every place where the phrase stands as whole words."""
        ...

    def together(self, person: Candidate, value: str) -> tuple[float, tuple[Span, ...]]:
        """Return the share of the phrase's words that stand in one statement, and where."""
        ...

    def traces(self, value: str) -> Collection[str] | None:
        """Return the ids of all whose résumé holds any word of the phrase; None: not known."""
        ...


class ReadWords:
    """Reads the résumé itself."""

    def phrase(self, person: Candidate, value: str) -> tuple[Span, ...]:
        """Return every place where the phrase stands as whole words."""
        places = (match.span() for match in phrase_sought(value).places(person.text))
        text = person.text
        owned = (place for place in places if not _is_lacking(text, place))
        return tuple(
            place
            for place in owned
            if not _is_counted_night(text, *place) and not means_another(value, text, *place)
        )

    def together(self, person: Candidate, value: str) -> tuple[float, tuple[Span, ...]]:
        """Return the share of the phrase's words that stand in one statement, and where at best.

        Of "budget and timeline" each may stand in a statement of its own.
        """
        words = _content_words(value)
        if not words:
            return 0.0, ()
        begins = [p.start for p in person.profile.positions]
        if not (len(words) == _PAIR and _LISTED.search(value)):
            begins += statement_ends(person.text)
        count, places = densest(person.text, words, begins)
        if is_enumeration(person.text[slice(*places[0])]):
            count, places = densest(without_enumerations(person.text), words, begins)
        if not count or _is_lacking(person.text, places[0]):
            return 0.0, ()
        return count / len(words), places

    def traces(self, value: str) -> None:  # noqa: ARG002 only reading everybody would tell
        """Return None, since who holds a word is not known beforehand."""
        return


READ = ReadWords()


def _is_lacking(text: str, place: Span) -> bool:
    """Return whether what stands in a place is said to be lacking, or still to be learned."""
    return denials_of(text).cover(*place) or is_only_meant(text, place[0])


@lru_cache(maxsize=2048)
def _words_sought(words: tuple[str, ...]) -> Sought:
    kinds, deeds = [ways_of(word) for word in words], [deeds_of(word) for word in words]
    forms = list(map(_any_of, kinds))
    for at, verbs in enumerate(deeds if len(words) > 1 else ()):
        if verbs:
            objects = "|".join(map(_any_of, [*kinds[:at], *kinds[at + 1 :]]))
            forms[at] += f"|(?:{_any_of(verbs)}){_NEXT}(?:{objects}){_ENDS})"
    parts = "|".join(f"({form})" for form in forms)
    pattern = re.compile(rf"(?<![^\W_])(?<!⟨)(?:{parts})(?![^\W_]|[+#])", re.IGNORECASE)
    return Sought(pattern, begins_of([begin for ways in (*kinds, *deeds) for begin, _ in ways]))


def _any_of(ways: Sequence[tuple[str, str]]) -> str:
    return "|".join(f"{re.escape(begin)}(?:{rest})" for begin, rest in ways)


def stands_in(text: str, span: Span, word: str) -> bool:
    """Return whether a word, however inflected, stands in a place."""
    sought = word.casefold()
    return any(
        not is_another_word(sought, text, *place.span())
        for place in _words_sought((sought,)).places(text, *span)
    )


def densest(
    text: str, words: tuple[str, ...], parts: Sequence[int] = ()
) -> tuple[int, tuple[Span, ...]]:
    """Return how many distinct words stand within WINDOW characters at best, and where.

    What stands in two parts, which begin at `parts`, or on both sides of a name, a phone number or
    another identity does not stand together. The shortest place comes first, then the earliest, so
    that equal résumés give equal quotes.
    """
    places = _words_sought(words).places(text)
    hits = [
        (m.start(), m.end(), m.lastindex or 0)
        for m in places
        if not _is_counted_night(text, *m.span())
        and not is_another_word(words[(m.lastindex or 1) - 1], text, *m.span())
    ]
    begins = sorted([*parts, *_identities(text)])
    best: list[Span] = []
    count = first = 0
    for last, (start, end, _) in enumerate(hits):
        job = bisect_right(begins, start)
        while start - hits[first][0] > WINDOW or bisect_right(begins, hits[first][0]) != job:
            first += 1
        kinds = [h[2] for h in hits[first : last + 1]]
        skipped = 0
        while kinds[skipped] in kinds[skipped + 1 :]:
            skipped += 1
        distinct = len(set(kinds))
        if distinct > count:
            count, best = distinct, []
        if distinct == count:
            best.append((hits[first + skipped][0], end))
    return count, tuple(sorted(best, key=lambda place: place[1] - place[0])) or ((0, 0),)


@lru_cache(maxsize=64)
def _identities(text: str) -> tuple[int, ...]:
    """Return where the tokens begin that stand for an identity."""
    return tuple(m.start() for m in re.finditer(TOKEN_BEGINS, text))


def _is_counted_night(text: str, start: int, end: int) -> bool:
    """Return whether a night is an event and no time to work: "one long night", "3 demo nights"."""
    if text[start : start + 5].lower() != "night" or text[start:end].lower() not in _NIGHTS:
        return False
    before = text[max(0, start - _NIGHT_REACH) : start]
    return bool(_COUNTED.search(before)) and not _WORKED.match(text, end)
