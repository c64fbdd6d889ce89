"""Tells who says what is asked for all over a career from who says it in one place only."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tools.index.bm25 import Statistics
from tools.index.sheet import PLACES, WORD_COLUMNS, Sheet
from tools.index.tally import Marks, Tallies
from tools.index.weights import (
    COPIED_FROM,
    COPIED_TO,
    FEWEST_WORDS,
    MOST_PLACES,
    PLACE_PER_WORD,
    SAID_ELSEWHERE,
    SMALLEST_PLACE,
)


def spread_of(sheets: Sequence[Sheet], words: Sequence[str], statistics: Statistics) -> Marks:
    """Return one mark in [0, 1] a sheet: 0 where one place alone says what is asked for.

    A request that was copied into a résumé stands in one place of it, and so does a mere list of
    its terms; who did such work speaks of it in several. The mark falls as less of what that place
    says, by rarity, is said outside of it too. It is 1 where no place says much of the request,
    where the text is too short to have places, and for a request of very few words.
    """
    marks = np.ones(len(sheets))
    full = math.fsum(map(statistics.rarity, words))
    if len(words) < FEWEST_WORDS or not full:
        return marks
    lengths = np.array([max(1, sheet.length) for sheet in sheets])
    room = max(SMALLEST_PLACE, PLACE_PER_WORD * len(words))
    widths = np.ceil(room * PLACES / lengths).astype(np.int64)
    inside, outside = _said(sheets, words, statistics, widths)
    copied = np.clip((inside / full - COPIED_FROM) / (COPIED_TO - COPIED_FROM), 0.0, 1.0)
    lacking = 1.0 - np.minimum(1.0, outside / np.maximum(SAID_ELSEWHERE * inside, 1e-9))
    spread: Marks = np.where(widths <= MOST_PLACES, 1.0 - copied * lacking, marks)
    return spread


def _said(
    sheets: Sequence[Sheet], words: Sequence[str], statistics: Statistics, widths: NDArray[np.int64]
) -> tuple[Marks, Marks]:
    """Return the rarity of what the place says that says most, and of what is said outside of it.

    A place of a sheet is so many of its parts side by side as `widths` tells. Words are added up in
    the order given, so that no mark depends on who else is looked at.
    """
    tallies = Tallies([sheet.words for sheet in sheets], WORD_COLUMNS)
    inside, outside = np.zeros((2, len(sheets), PLACES))
    ends = np.minimum(np.arange(PLACES) + widths[:, None], PLACES)
    for word in words:
        before = _parts_before(tallies.of(word)[:, 1])
        within = np.take_along_axis(before, ends, 1) - before[:, :-1]
        rarity = statistics.rarity(word)
        inside += rarity * (within > 0)
        outside += rarity * (within < before[:, -1:])
    who, at = np.arange(len(sheets)), inside.argmax(axis=1)
    return inside[who, at], outside[who, at]


def _parts_before(places: Marks) -> NDArray[np.int64]:
    """Return how many parts before each one say a word, shape (sheets, PLACES + 1)."""
    bits = (places.astype(np.int64)[:, None] >> np.arange(PLACES)) & 1
    return np.concatenate([np.zeros((len(bits), 1), np.int64), bits.cumsum(axis=1)], axis=1)
