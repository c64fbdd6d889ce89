"""The words of wishes looked up in FTS5 once a search, instead of read in every résumé."""

from __future__ import annotations

from collections.abc import Mapping

from tools.candidates import Candidate
from tools.evidence.finding import Span
from tools.evidence.wording import telling_words
from tools.index.tenant_store import TenantStore

NEARBY = 25
"""Words within which those of a wish must stand to count as one statement."""

_SOMEWHERE: tuple[Span, ...] = ((0, 0),)


class LookedUpWords:
    """Answers for the people of one search; the places it gives say only that there is one."""

    def __init__(self, store: TenantStore, numbers: Mapping[str, int]) -> None:
        self._store = store
        self._numbers = numbers
        self._phrases: dict[str, frozenset[int]] = {}
        self._together: dict[str, frozenset[int]] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def phrase(self, person: Candidate, value: str) -> tuple[Span, ...]:
        """Return a place when the phrase stands in the résumé."""
        return _SOMEWHERE if self._number(person) in self._holding(value) else ()

    def together(self, person: Candidate, value: str) -> tuple[float, tuple[Span, ...]]:
        """Return 1.0 when all words stand in one statement, else the share that stands at all."""
        words = content_words(value)
        if not words:
            return 0.0, ()
        if value not in self._together:
            self._look_up(value, words)
        number = self._number(person)
        if number in self._together[value]:
            return 1.0, _SOMEWHERE
        share = self._counts[value].get(number, 0) / len(words)
        return (min(share, 0.9), _SOMEWHERE) if share else (0.0, ())

    def traces(self, value: str) -> frozenset[str]:
        """Return the ids of all, among the people of the search, who say any word of the phrase."""
        words = content_words(value)
        if words and value not in self._together:
            self._look_up(value, words)
        traced = self._holding(value) | self._counts.get(value, {}).keys()
        return frozenset(i for i, number in self._numbers.items() if number in traced)

    def _holding(self, value: str) -> frozenset[int]:
        """Return who says the phrase, by number."""
        if value not in self._phrases:
            words = all_words(value)
            query = f'body: "{" ".join(words)}"'
            self._phrases[value] = self._store.matching(query) if words else frozenset()
        return self._phrases[value]

    def _look_up(self, value: str, words: list[str]) -> None:
        near = " ".join(f'"{w}"' for w in words)
        query = f"body: NEAR({near}, {NEARBY})" if len(words) > 1 else f"body: {near}"
        self._together[value] = self._store.matching(query)
        counts: dict[int, int] = {}
        for word in words:
            for number in self._store.matching(f'body: "{word}"'):
                counts[number] = counts.get(number, 0) + 1
        self._counts[value] = counts

    def _number(self, person: Candidate) -> int:
        return self._numbers[person.candidate_id]


def all_words(value: str) -> list[str]:
    """Return the words of a phrase as FTS5 will cut them."""
    cleaned = "".join(ch if ch.isalnum() or ch in "+#" else " " for ch in value.casefold())
    return cleaned.split()


def content_words(value: str) -> list[str]:
    """Return the distinct words of a phrase that carry meaning."""
    return list(dict.fromkeys(telling_words(all_words(value))))
