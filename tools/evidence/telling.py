"""Orders the quotes that show a wish, so that the most telling of them is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence.experience import recency
from tools.evidence.held_jobs import head_span
from tools.evidence.inflection import stem
from tools.results import Evidence

_STATEMENT, _NAMED = 0.6, 0.25
"""What a whole statement, and the very words of the wish, are worth beside where they stand."""
_WORK, _SUMMARY, _APART, _STUDY = 1.0, 0.4, 0.3, 0.2
"""What a place is worth: in a job held today, twice that of long ago, in the summary, elsewhere."""
_HEAD = 0.25
"""What the head of a job, its title and employer, tells more than what was done in it."""
_WORDS_OF_A_STATEMENT = 5.0
"""Words beside what is proven, up to the next comma, that make a statement of an item."""
_SOUGHT = re.compile(
    r"\b(?:seek(?:s|ing)?|looking (?:for|to)|objective|to (?:obtain|secure|gain)|striving|aspir\w+"
    r"|eager|hoping|desir(?:e|es|ing))\b",
    re.IGNORECASE,
)
_ITEM_ENDS = re.compile(r"[,;|/•(]|\s[-–—]\s|(?<=[a-z])\s(?=[A-Z][a-z]+\s[a-z])")


def most_telling_first(
    person: Candidate, wish: Criterion, quotes: Iterable[Evidence]
) -> tuple[Evidence, ...]:
    """Return the quotes in order of what they tell: work before lists before what is only sought.

    Of work the more recent, of words those of the wish itself before what implies them, of quotes
    a statement before an item of a list; where nothing tells two apart, as they stand.
    """
    names = [set(map(stem, _words(name))) for name in (*wish.values, wish.said) if name.strip()]

    def worth(quote: Evidence) -> float:
        said = set(map(stem, _words(quote.proof)))
        named = any(name <= said for name in names)
        return round(_where_and_how(person, quote) + _NAMED * named, 6)

    return tuple(sorted(quotes, key=lambda quote: (-worth(quote), quote.proof_start)))


def _where_and_how(person: Candidate, quote: Evidence) -> float:
    """Return what it tells where a quote stands, and how far it states something."""
    if _SOUGHT.search(quote.quote):
        return 0.0
    profile, at = person.profile, quote.proof_start
    stated = _STATEMENT * _stated(quote)
    for position in profile.positions:
        if position.start <= at < position.end:
            work = _WORK * (1 + recency(position, profile.as_of)) / 2
            first, last = head_span(person.text, position)
            return work + (_HEAD + _STATEMENT if first <= at < last else stated)
    if profile.summary and profile.summary[0] <= at < profile.summary[1]:
        return _SUMMARY + stated
    studied = any(d.start <= at < d.end for d in profile.education)
    return (_STUDY if studied else _APART) + stated


def _stated(quote: Evidence) -> float:
    """Return how far the part of a quote that proves something is said in words, in [0, 1]."""
    text, start, end = quote.quote, quote.proof_start - quote.start, quote.proof_end - quote.start
    before = _ITEM_ENDS.split(text[:start])[-1].rpartition(":")[-1]
    behind = _ITEM_ENDS.split(text[end:], maxsplit=1)[0]
    return min(1.0, len(_words(f"{before} {behind}")) / _WORDS_OF_A_STATEMENT)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+[+#]*", text.casefold())
