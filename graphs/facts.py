"""Finds what a claim names (skills, jobs, degrees, languages, employers) and asks the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphs.bags import Bag, months_in, stems_of
from graphs.lexicon import hollow, plain_words
from tools.ingest.dates.months import MONTH_NAME, month_of
from tools.pattern_table import patterns
from tools.vocabulary.certifications import find_certifications
from tools.vocabulary.degrees import degree_rank, find_degrees
from tools.vocabulary.languages import find_languages, level_rank
from tools.vocabulary.places import contains, resolve
from tools.vocabulary.skills import find_skills
from tools.vocabulary.titles import occupation_of
from tools.vocabulary.titles_find import find_titles

_SAID = patterns("graphs", "words/facts.tsv", {"MONTH_NAME": MONTH_NAME})

_MONTH_NAMED = re.compile(rf"(?<!\w)({MONTH_NAME})\.?(?!\w)", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"\.?,?(?:\s+(?:of|de|del))?\s+(?:19|20)\d\d\b", re.IGNORECASE)
_APPRENTICE = re.compile("apprentice(?:ship)?s?", re.IGNORECASE)
_ITEM = re.compile(r"(?:(?:the|a|an|both|fluent|native|basic|good|some)\s+)?([^\W\d_][\w+#.-]*)")
_NEXT = re.compile(r"\s*(?:,|/|&|\band\b|\bor\b)\s*(?:and\s+|or\s+)?", re.IGNORECASE)
_ODD = re.compile(r"(?<![\w#@./-])(?=[\w]*\d)(?=\w*[^\W\d_])\w{3,}(?![\w])")
_PLAIN_ODD = re.compile(
    r"\d+(?:st|nd|rd|th|k|m|bn|x|h|s|er|ers|yr|yrs|mo|am|pm)?|[a-z]\d{1,2}", re.I
)


class Fault(NamedTuple):
    """Why something must not be said."""

    reason: str


class Proven(NamedTuple):
    """Places in a text that the evidence carries in other words, such as an alias."""

    spans: tuple[tuple[int, int], ...]


def check_facts(text: str, people: Sequence[Sequence[Bag]]) -> Fault | Proven:
    """Return the first fact of a text that the evidence of somebody lacks, or what is proven.

    `people` holds the bags that may speak for each person; what is said holds for all of them.
    """
    spans: list[tuple[int, int]] = []
    for start, end, reason, proven in _facts(text):
        if not all(proven(bags) for bags in people):
            return Fault(reason)
        spans.append((start, end))
    fault = _unknown_object(text, people) or _odd_word(text, people)
    return Fault(fault) if fault else Proven(tuple(spans))


def _facts(text: str) -> Iterator[tuple[int, int, str, _Proof]]:
    """Yield every fact the vocabulary knows: its place, the fault, and how it is proven."""
    for skill in find_skills(text):
        surface = text[skill.start : skill.end]
        yield (
            skill.start,
            skill.end,
            f"names a skill the evidence lacks: {skill.name}",
            _Skill(surface, skill.name),
        )
    for title in find_titles(text):
        surface = text[title.start : title.end]
        reason = f"names a job the evidence lacks: {surface[:60]}"
        yield title.start, title.end, reason, _Title(surface, title.name)
    for degree in find_degrees(text):
        surface = text[degree.start : degree.end]
        reason = f"names a degree the evidence lacks: {surface[:60]}"
        yield degree.start, degree.end, reason, _Degree(degree.level, surface)
    for spoken in find_languages(text):
        surface = text[spoken.start : spoken.end]
        reason = f"names a language the evidence lacks: {spoken.name}"
        yield spoken.start, spoken.end, reason, _Language(surface, spoken.name, spoken.level or "")
    for certificate in find_certifications(text):
        surface = text[certificate.start : certificate.end]
        reason = f"names a certificate the evidence lacks: {surface[:60]}"
        yield certificate.start, certificate.end, reason, _Skill(surface, certificate.name)
    yield from _dates(text)


def _dates(text: str) -> Iterator[tuple[int, int, str, _Proof]]:
    for found in _MONTH_NAMED.finditer(text):
        if not found[0][0].isupper() or len(found[1]) < 3:
            continue
        year = _YEAR_AFTER.match(text, found.end())
        end = year.end() if year else found.end()
        named = months_in(text[found.start() : end]) if year else []
        number = month_of(found[1]) or 0
        if year or len(found[1]) > 3:
            reason = f"names a date the evidence lacks: {text[found.start() : end]}"
            yield found.start(), found.end(), reason, _Date(tuple(named), number, found[1])


class _Skill(NamedTuple):
    surface: str
    name: str

    def __call__(self, bags: Sequence[Bag]) -> bool:
        """Return whether the evidence names the skill, under this name or another."""
        if any(self.name in bag.skills for bag in bags):
            return True
        if any(bag.says(self.surface) or bag.says(self.name) for bag in bags):
            return True
        ordinary = self.surface.islower() and self.name.lower() == self.name
        return ordinary and _in_other_forms(self.surface, bags)


class _Title(NamedTuple):
    surface: str
    name: str

    def __call__(self, bags: Sequence[Bag]) -> bool:
        """Return whether the evidence names the job, its level included."""
        if any(bag.says(self.surface) for bag in bags) or _in_other_forms(self.surface, bags):
            return True
        bare = self.surface.casefold() == self.name.casefold()
        occupation = occupation_of(self.name)
        return bare and any(occupation in bag.occupations for bag in bags)


class _Degree(NamedTuple):
    level: str
    surface: str

    def __call__(self, bags: Sequence[Bag]) -> bool:
        """Return whether the evidence names a degree of this rank."""
        rank = degree_rank(self.level)
        said = (self.surface, self.level)
        if _APPRENTICE.match(self.surface):
            return any("apprentic" in bag.text for bag in bags)
        return any(rank in bag.degrees or any(map(bag.says, said)) for bag in bags)


class _Language(NamedTuple):
    surface: str
    name: str
    level: str

    def __call__(self, bags: Sequence[Bag]) -> bool:
        """Return whether the evidence names the language, at no lower a level."""
        for bag in bags:
            level = bag.languages.get(self.name)
            if level is None and not bag.says(self.name) and not bag.says(self.surface):
                continue
            if (
                not self.level
                or not bag.is_of_a_person
                or level_rank(level) >= level_rank(self.level)
            ):
                return True
        return False


class _Date(NamedTuple):
    pairs: tuple[tuple[int, int], ...]
    month: int
    surface: str

    def __call__(self, bags: Sequence[Bag]) -> bool:
        """Return whether the evidence names this month, of this year when one is given."""
        if self.pairs:
            return any(pair in bag.months for bag in bags for pair in self.pairs)
        known = any(month == self.month for bag in bags for _, month in bag.months)
        return known or any(bag.says(self.surface) for bag in bags)


_Proof = _Skill | _Title | _Degree | _Language | _Date


def lives_within(phrase: str, bags: Sequence[Bag]) -> bool:
    """Return whether a place holds one where the person lives: Texas for "Houston, TX"."""
    outer = resolve(phrase)
    if outer is None:
        return False
    inner = (resolve(written) for bag in bags for written in bag.places)
    return any(place is not None and contains(outer, place) for place in inner)


def wrong_home(text: str, bags: Sequence[Bag]) -> str | None:
    """Return a fault when a person is told to live where they only worked, or nowhere at all."""
    places = [written for bag in bags for written in bag.places]
    for found in _SAID["home"].finditer(text):
        known = any(found[1].casefold() in written.casefold() for written in places)
        if places and not known and not lives_within(found[1], bags):
            return f"names a home the evidence lacks: {found[1][:40]}"
    return None


def _unknown_object(text: str, people: Sequence[Sequence[Bag]]) -> str | None:
    """Return a fault when something in small letters is claimed to be known, or worked for."""
    for cue in (_SAID["of_claims"], _SAID["of_employers"], _SAID["of_places"]):
        for found in cue.finditer(text):
            for word in _items(text, found.end(), many=cue is _SAID["of_claims"]):
                if not all(_is_evident(word, bags, cue is _SAID["of_places"]) for bags in people):
                    return f"claims what the evidence lacks: {word[:40]}"
    return None


def _items(text: str, at: int, many: bool) -> Iterator[str]:
    while item := _ITEM.match(text, at):
        word = item[1].rstrip(".-")
        if word.islower() and word not in hollow():
            yield word
        following = _NEXT.match(text, item.end())
        if not many or following is None:
            return
        at = following.end()


def _is_evident(word: str, bags: Sequence[Bag], as_place: bool) -> bool:
    if any(word in bag.words or not bag.stems.isdisjoint(stems_of(word)) for bag in bags):
        return True
    if as_place:
        return resolve(word) is None or lives_within(word, bags)
    return word.endswith("ly") and word in plain_words()


def _odd_word(text: str, people: Sequence[Sequence[Bag]]) -> str | None:
    """Return a fault for a word with digits for letters that the evidence does not have."""
    for found in _ODD.finditer(text):
        word = found[0]
        if _PLAIN_ODD.fullmatch(word):
            continue
        if not all(any(word.casefold() in bag.words for bag in bags) for bags in people):
            return f"names what the evidence lacks: {word[:40]}"
    return None


def _in_other_forms(surface: str, bags: Sequence[Bag]) -> bool:
    """Return whether every word of a phrase stands in the evidence, inflected at most."""
    words = [w for w in re.findall(r"[^\W\d_]+", surface.casefold()) if len(w) > 2]
    return bool(words) and all(
        any(word in bag.words or not bag.stems.isdisjoint(stems_of(word)) for bag in bags)
        for word in words
    )
