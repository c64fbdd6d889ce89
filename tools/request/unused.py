"""Finds the words of a sentence that nothing was made of, so that none is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tools.evidence.wording import content_stems
from tools.request.cues import find_cues
from tools.request.draft import Draft, Found
from tools.request.filler import FILLER, FRAMES, SOFT_SKILLS
from tools.request.phrases import WORD
from tools.request.seniority import lone_levels, welcomes
from tools.request.terms import Cover, Span

_BESIDE = re.compile(r"(?:[\s&/'-]|\b(?:of|the|an?|to|for|at|on|in|with|and|or|by)\b)*")
"""What may stand between two words that are told as one."""
_AROUND = frozenset({"location", "min_years", "max_years"})
"""Kinds of wishes that say nothing of a job."""
_SHORTEST = 3
_EMPTY = FILLER | SOFT_SKILLS | FRAMES


def find_unused(text: str, draft: Draft, kept: Sequence[Found], *, goes_on: bool) -> list[Span]:
    """Return where a request says what no wish of it holds, and nothing else that was read.

    What was read as the employer's own or as no longer wanted excuses only words beside those of a
    job, unless the request `goes_on` from wishes there are.
    """
    wishes = [f.criterion for f in kept]
    excused = goes_on or any(wish.kind not in _AROUND for wish in wishes)
    used = Cover(len(text), draft.covered.spans(0, len(text)) if excused else ())
    read = [(f.start, f.end) for f in kept]
    read += [(c.start, c.end) for c in find_cues(text)]
    levels = lone_levels(text, 0, len(text))
    read += [(level.start, level.end) for level in levels if welcomes(text, level.end)]
    for span in read:
        used.add(*span)
    spoken = (said for wish in wishes for said in (*wish.values, wish.said, wish.phrase))
    held = {stem for said in spoken for stem in content_stems(str(said))}
    clauses = [clause for clause in draft.clauses if clause.effect != "drop" or not excused]
    found = [word for c in clauses for word in WORD.finditer(text, c.start, c.end)]
    return _joined(
        text,
        [w.span() for w in found if not used.touches(*w.span()) and _tells(w.group(), held)],
    )


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, as one those between which only small words stand."""
    runs: list[Span] = []
    for start, end in spans:
        if runs and _BESIDE.fullmatch(text, runs[-1][1], start):
            start = runs.pop()[0]
        runs.append((start, end))
    return runs


def _tells(word: str, held: set[str]) -> bool:
    said = word.casefold()
    if len(said) < _SHORTEST or not said[0].isalpha() or said in _EMPTY:
        return False
    return not held.issuperset(content_stems(said))
