"""The words and titles that a request asks for, and those that show what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from tools.criteria import Criteria, Criterion, Kind
from tools.index.sheet import stems_of
from tools.vocabulary.duties import duties_of
from tools.vocabulary.employment import EMPLOYMENTS
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.work_settings import setting_terms, settings_named

WORDED: frozenset[Kind] = frozenset(
    ("title", "skill", "certification", "language", "industry", "text", "education")
)
"""Wishes whose words are looked for."""


def request_words(criteria: Criteria) -> list[str]:
    """Return the distinct stems of what is wished for, as named and as the recruiter said it."""
    wanted = [c for c in criteria if c.kind in WORDED and c.weight != "avoid"]
    wanted = [c for c in wanted if c.value not in EMPLOYMENTS]  # dates show it, and no words
    texts = (text for c in wanted for text in (*c.values, c.said))
    return list(dict.fromkeys(word for text in texts for word in stems_of(text)))


def fact_names(wish: Criterion) -> list[str]:
    """Return the names under which the facts are kept that satisfy a wish."""
    known = canonical_skill if wish.kind == "skill" else str
    return list(dict.fromkeys(known(value) or value for value in map(str, wish.values)))


def titles_wanted(criteria: Criteria) -> tuple[str, ...]:
    """Return every title wished for, each once."""
    titles = (c for c in criteria if c.kind == "title" and c.weight != "avoid")
    return tuple(dict.fromkeys(value for c in titles for value in c.values))


def duty_words(criteria: Criteria) -> dict[str, float]:
    """Return the stems that show the work of the titles wished for, and how telling each is."""
    return _strongest(_stems(duties_of, title) for title in titles_wanted(criteria))


def setting_words(criteria: Criteria) -> dict[str, float]:
    """Return the stems that show where the work is done, as titles and industries name it."""
    texts = (
        text
        for c in criteria
        if c.weight != "avoid" and c.kind in ("title", "industry")
        for text in (c.phrase, c.said, *c.values)
    )
    named = dict.fromkeys(setting for text in texts if text for setting in settings_named(text))
    return _strongest(_stems(setting_terms, setting) for setting in named)


def words_showing(criteria: Criteria) -> list[str]:
    """Return the stems that show the work and its setting, each once."""
    return list(dict.fromkeys((*duty_words(criteria), *setting_words(criteria))))


def _strongest(told: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return every stem with the most that any of the mappings gives it."""
    strongest: dict[str, float] = {}
    for words in told:
        for word, worth in words.items():
            strongest[word] = max(worth, strongest.get(word, 0.0))
    return strongest


@lru_cache(maxsize=2048)
def _stems(terms_of: Callable[[str], Mapping[str, float]], what: str) -> Mapping[str, float]:
    """Return the stems of the terms that show a title or a setting."""
    return _strongest(dict.fromkeys(stems_of(t), worth) for t, worth in terms_of(what).items())
