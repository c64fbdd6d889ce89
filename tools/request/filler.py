"""Knows the words of a request that ask for nothing: "please", "people who know", "good"."""

from __future__ import annotations

from tools.pattern_table import word_lists

_WORDS = word_lists(__package__, "filler.tsv")
SOFT_SKILLS = _WORDS["soft"]
"""Words by which a posting describes a character, which no résumé can prove."""
FRAMES = _WORDS["frame"]
"""Words around a place, a time or a vacancy that say no more than it: "who live in Texas"."""
FILLER = frozenset().union(*(_WORDS[kind] for kind in _WORDS.keys() - {"soft", "frame"}))
"""Words that carry no wish at the edge of a phrase and do not count within it."""
