"""A bag of evidence: the texts of one person, and the words, numbers and facts read out of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from graphs.numbers import Number, numbers_in
from tools.ingest.dates.months import MONTH_NAME, month_of
from tools.pattern_table import pattern_rows
from tools.vocabulary.degrees import degree_rank, find_degrees
from tools.vocabulary.languages import find_languages
from tools.vocabulary.skills import find_skills
from tools.vocabulary.titles import occupation_of
from tools.vocabulary.titles_find import find_titles

WORD = re.compile(r"[^\W_][\w+#’'-]*(?:[./&][^\W_][\w+#’'-]*)*[+#]*")
_PART = re.compile(r"[^\W_]+")
_MONTH_YEAR = re.compile(
    rf"\b({MONTH_NAME})\.?,?(?:\s+(?:of|de|del))?\s+((?:19|20)\d\d)\b"
    r"|\b(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-(0[1-9]|1[0-2])\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOW = re.compile(r"\b(?:present|current|now|today|heute|actualidad|présent)\b", re.IGNORECASE)
_NAMES = re.compile(r"[A-ZÀ-Þ][\w'’]+(?: (?:(?:of|and|de|del|der|für|&) )?[A-ZÀ-Þ][\w'’]+)+")
_NEAR_A_HALF = 0.15
"""How far whole and half years may round a length of time."""
_Spell = tuple[int, int, frozenset[str]]
_IRREGULAR = {
    form: verb
    for _, (verb, forms) in pattern_rows("graphs", "words/irregular_verbs.tsv")
    for form in forms.split()
}


class Bag:
    """The texts and numbers that may be said of one person, or of nobody in particular."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.quotes: list[str] = []
        """Those of the texts that stand in a résumé."""
        self.numbers: set[float] = set()
        self.counts: set[float] = set()
        """Numbers of people, wishes and verdicts, which say nothing about years."""
        self.places: list[str] = []
        """Where the person lives, as written."""
        self.is_of_a_person = False
        self.this_year = 0

    @cached_property
    def joined(self) -> str:
        """Return everything that is said, one text a line."""
        return "\n".join(self.texts)

    @cached_property
    def text(self) -> str:
        """Return everything that is said, folded."""
        return self.joined.casefold()

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every word that is said, folded, and the parts of compound ones."""
        return frozenset(_words(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the beginnings of the words, by which inflected forms are known again."""
        return frozenset(stem for word in self.words for stem in stems_of(word))

    @cached_property
    def skills(self) -> frozenset[str]:
        """Return the canonical skills that are named."""
        return frozenset(mention.name for mention in find_skills(self.joined))

    @cached_property
    def occupations(self) -> frozenset[str]:
        """Return the occupations that are named."""
        found = (occupation_of(mention.name) for mention in find_titles(self.joined))
        return frozenset(occupation for occupation in found if occupation)

    @cached_property
    def degrees(self) -> frozenset[int]:
        """Return the ranks of the degrees that are named."""
        return frozenset(degree_rank(mention.level) for mention in find_degrees(self.joined))

    @cached_property
    def languages(self) -> dict[str, str]:
        """Return the spoken languages that are named, each with the level claimed for it."""
        found: dict[str, str] = {}
        for mention in find_languages(self.joined):
            found[mention.name] = mention.level or found.get(mention.name, "")
        return found

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """Return the (year, month) pairs that are named, in whatever form."""
        return frozenset(months_in(self.joined))

    @cached_property
    def years(self) -> frozenset[float]:
        """Return the lengths in years that are given, or lie between two years of one text."""
        found = set(self.numbers)
        spells: list[_Spell] = []
        for text in self.texts:
            found |= {v for n in numbers_in(text) if n.unit == "years" for v in n.readings}
            named = sorted({int(year) for year in _YEAR.findall(text)})
            if _NOW.search(text) and self.this_year:
                named.append(self.this_year)
            found |= {float(b - a) for a in named for b in named if b > a}
            months = sorted(months_in(text))
            found |= {_between(a, b) for a in months for b in months if b > a}
            if named:
                spells.append((named[0], named[-1], frozenset(_NAMES.findall(text))))
        found |= {float(years) for years in _joined(spells)}
        return frozenset(found)

    @cached_property
    def stated(self) -> frozenset[float]:
        """Return the numbers that are given or stand in a text."""
        told = (value for number in numbers_in(self.joined) for value in number.readings)
        return frozenset(self.numbers.union(told))

    @cached_property
    def percents(self) -> frozenset[float]:
        """Return the percentages that stand in a text."""
        return frozenset(n.value for n in numbers_in(self.joined) if n.unit == "percent")

    def says(self, phrase: str) -> bool:
        """Return whether a text has a phrase, from word edge to word edge, whatever its case."""
        return bool(re.search(rf"(?<!\w){re.escape(phrase.casefold())}(?![\w+#])", self.text))

    def has(self, number: Number) -> bool:
        """Return whether a number is evident; one that measures something is more than a count."""
        if number.unit == "percent":
            return number.value in self.percents
        if number.unit == "years":
            return any(_is_about(number, years) for years in self.years)
        values = set(number.readings)
        if values & self.stated:
            return True
        if number.unit == "":
            return bool(values & self.counts)
        return any(_is_about(number._replace(value=number.value / 12), y) for y in self.years)


def _joined(spells: Sequence[_Spell]) -> set[int]:
    """Return the years of spells that follow on each other and share a name, such as an employer's.

    The years of each text are known already; only what two or more make together is returned.
    """
    found: set[int] = set()
    for first, _, names in spells:
        for name in names:
            end = first
            for start, last, others in sorted(spells, key=lambda spell: spell[:2]):
                if name in others and first <= start <= end and last > end:
                    end = last
                    found.add(end - first)
    return found


def _between(first: tuple[int, int], last: tuple[int, int]) -> float:
    """Return the years from one month to the end of another."""
    return last[0] - first[0] + (last[1] - first[1] + 1) / 12


def stems_of(word: str) -> tuple[str, ...]:
    """Return the beginnings a word shares with its inflected forms: "nursing" and "nurse"."""
    word = _IRREGULAR.get(word, word)
    return tuple(word[:end] for end in range(max(4, len(word) - 4), len(word) + 1)) or (word,)


def months_in(text: str) -> list[tuple[int, int]]:
    """Return the (year, month) pairs a text names."""
    found = []
    for match in _MONTH_YEAR.finditer(text):
        name, year, month, year_after, year_before, month_after = match.groups()
        number = month_of(name) if name else int(month or month_after)
        if number:
            found.append((int(year or year_after or year_before), number))
    return found


def _is_about(number: Number, years: float) -> bool:
    """Return whether a length of time may be told so: exact, rounded, or within its bound."""
    said = number.value
    match number.bound:
        case "over":
            return years >= said - 0.01
        case "under":
            return years <= said + 0.01
        case "about":
            return abs(years - said) <= 1
    if (said * 2).is_integer() and abs(years - said) <= _NEAR_A_HALF:
        return True
    return abs(years - said) < 0.06 or said in (int(years), int(years + 0.5))


def _words(text: str) -> Iterable[str]:
    for found in WORD.finditer(text):
        yield found[0]
        yield from _PART.findall(found[0])
