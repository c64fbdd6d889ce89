"""Compare two job titles as they were read: by trade and level, and by words where these fail."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tools.vocabulary.titles_reading import Reading, Trade
from tools.vocabulary.titles_seniority import level_distance
from tools.vocabulary.titles_table import GENERIC, occupations
from tools.vocabulary.titles_words import HEADS, telling

_SAME_OCCUPATION = 0.9
_SAME_FAMILY = 0.25
_SAME_WIDER = 0.45
_LEVEL_STEP = 0.04
_LEVEL_MOST = 0.16
_UNKNOWN = 0.8
_RANK_ALONE = 0.5


def likeness(one: Reading, two: Reading) -> float:
    """How close two titles are, 0 to 1, the same in both directions."""
    if one.key == two.key:
        return 1.0 if one.key else 0.0
    known = kinship(one.trade, two.trade)
    return _worded(one, two) if known is None else known


def kinship(one: Trade, two: Trade) -> float | None:
    """How close two jobs are whatever their titles' words, None where only the words can tell."""
    if one.occupation is None or two.occupation is None:
        return None
    if one.title is not None and one.title == two.title:
        return _levelled(1.0, one, two)
    trust = one.trust * two.trust
    if one.occupation == two.occupation:
        same = _SAME_OCCUPATION * trust
        return None if trust < _SAME_OCCUPATION else _levelled(same, one, two)
    return round(kindred(one.occupation).get(two.occupation, 0.0) * trust, 4)


@cache
def kindred(occupation: str) -> Mapping[str, float]:
    """Return the trades that have anything to do with one, itself included, and how near each is.

    A related trade has its distance in its weight; one of the same family is at least that near,
    and another kind of the same wider trade nearer.
    """
    table = occupations()
    family, _, wider = table[occupation]
    near = {other: _SAME_FAMILY for other, trade in table.items() if trade.family == family}
    if wider:
        near |= {other: _SAME_WIDER for other, trade in table.items() if trade.wider == wider}
    for other, weight in table[occupation].related.items():
        near[other] = max(weight, near.get(other, 0.0))
    return near


def _worded(one: Reading, two: Reading) -> float:
    """Return how close two titles are by their words, trades being unknown or unsurely the same."""
    alike = _wording(one, two) * _UNKNOWN
    if one.trade.occupation is None or two.trade.occupation is None:
        return round(alike, 4)
    same = _SAME_OCCUPATION * (one.trade.trust * two.trade.trust)
    return _levelled(max(same, alike), one.trade, two.trade)


def _levelled(base: float, one: Trade, two: Trade) -> float:
    """Return a likeness within a trade less the distance of the levels."""
    stated = one.level is not None and two.level is not None
    step = _LEVEL_STEP if stated else _LEVEL_STEP / 2
    return round(max(0.0, base - min(_LEVEL_MOST, step * level_distance(one.level, two.level))), 4)


def _wording(one: Reading, two: Reading) -> float:
    """Return how alike two phrases are in their words.

    A rank alone says nothing of the trade, so that words beyond it count against the likeness; and
    where nothing is shared but a rank, the rest counts half.
    """
    said, too = telling(one.key), telling(two.key)
    vague = not said or not too or one.trade.title in GENERIC or two.trade.title in GENERIC
    alike = _fuzz().token_sort_ratio if vague else _fuzz().token_set_ratio
    ranks = HEADS.intersection(one.key.split(), two.key.split())
    worth = _RANK_ALONE if ranks and said.isdisjoint(too) else 1.0
    return worth * float(alike(one.key, two.key)) / 100


@cache
def _fuzz() -> Any:
    """Return rapidfuzz, which only unknown titles need; the import is not free."""
    from rapidfuzz import fuzz

    return fuzz
