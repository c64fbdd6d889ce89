"""Reads which deed a question is about: "sell" of "what did #1 sell?"."""

from __future__ import annotations

from collections.abc import Sequence

from agent.offline.phrasebook import phrasebook
from agent.offline.references import Mention
from tools.vocabulary.word_sets import words

_SAID = phrasebook("deeds")

_BEFORE = 200
"""Characters before a person in which a question begins."""
_NO_DEED = words(
    """
    able about afraid after again all and any are ask asked bad been begin being believe best
    better born bring but call called charge cited come compare compete cost did differ do does
    doing done earn expect feel fit for from get go good great grow had has have hold interested
    join know known lack left like live look lose match mean measure miss missing more most move
    need new not now offer old only own prefer qualified rank rate really relocate right say
    score scored should show shown speak stack stand start strong studied study tell than that
    the there they think this too travel want weak with work worked working worth would wrong
    """
)
"""Words behind a person that tell of no deed, or of one that is read elsewhere."""


def read_deed(text: str, mentions: Sequence[Mention]) -> str:
    """Return the verb by which a question asks what one of the people did, or an empty string."""
    for mention in mentions:
        asks = _SAID["asks"].search(text, max(0, mention.start - _BEFORE), mention.start)
        verb = _SAID["verb"].match(text, mention.end) if asks else None
        word = verb["verb"].casefold() if verb else ""
        if word and word not in _NO_DEED:
            return word
    return ""
