"""Keeps the words a wish was put in: what stands around its name, up to the next one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tools.evidence.wording import content_stems
from tools.request.clauses import sentences
from tools.request.cues import find_cues
from tools.request.draft import Found
from tools.request.filler import FILLER
from tools.request.phrases import WORD
from tools.request.terms import Cover, Span

LONGEST_SAID = 160
"""Characters of the recruiter's own words that are kept beside a wish."""
_SAID = frozenset({"title", "skill", "certification", "education", "industry", "text"})

_PIECE = re.compile(r"[,:()\[\]\"|]|\s-+\s|\bbut\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"\s*,[\s,]*,\s*")
"""The commas where something was left out of what was said."""


def as_said(found: Sequence[Found], text: str, *, posting: bool) -> list[Found]:
    """Return the wishes with the recruiter's own words beside values that have other ones.

    The words of a sentence go to the wishes in it, none to two of them; where something is denied
    ("no agency people") each wish keeps to its own name.
    """
    denied = Cover(
        len(text), ((c.start, c.end) for c in find_cues(text) if c.effect in ("avoid", "drop"))
    )
    spoken: dict[Found, Span] = {}
    for start, end in sentences(text):
        inside = [f for f in found if start <= f.start < end]
        if inside and not denied.touches(start, end):
            spoken.update(_shared_out(text, start, end, inside))
    told = [_with_words(f, text, spoken.get(f, (f.start, f.end))) for f in found]
    return _headed(told, text) if posting else told


def _headed(found: list[Found], text: str) -> list[Found]:
    """Give the words of a posting's heading to its job, where no known name was read in it."""
    start, end = next((s for s in sentences(text) if WORD.search(text, *s)), (0, 0))
    title = next((f for f in found if f.criterion.kind == "title"), None)
    if title is None or any(f.start < end and f.criterion.kind != "text" for f in found):
        return found
    start = max(start, text.rfind(":", start, end) + 1)
    words = f"{' '.join(text[start:end].split())}; {title.criterion.said}".strip("; ")
    return [f.wishing(said=words[:LONGEST_SAID]) if f is title else f for f in found]


def _shared_out(text: str, start: int, end: int, inside: list[Found]) -> dict[Found, Span]:
    """Return the stretch of a sentence that each wish takes, from its own phrase to the next."""
    spans = {}
    inside = sorted(inside, key=lambda f: (f.start, f.end))
    left = max(start, text.rfind(":", start, inside[0].start) + 1)
    for at, each in enumerate(inside):
        following = inside[at + 1] if at + 1 < len(inside) else None
        right = max(each.end, _opening(text, each.end, following.start) if following else end)
        spans[each] = (min(left, each.start), right)
        left = right
    return spans


def _opening(text: str, start: int, end: int) -> int:
    """Return where the phrase that ends at `end` begins, not before `start`."""
    marks = [m.end() for m in _PIECE.finditer(text, start, end)]
    return marks[-1] if marks else start


def _with_words(found: Found, text: str, span: Span) -> Found:
    wish = found.criterion
    if wish.kind not in _SAID or wish.weight == "avoid":
        return found
    start, end = trimmed(text, *span, found, lambda word: word.casefold() in FILLER)
    words = " ".join(_LEFT_OUT.sub(", ", text[start:end]).split())[:LONGEST_SAID]
    named = {stem for value in wish.values for stem in content_stems(value)}
    if named.issuperset(content_stems(words)):
        return found
    return found.wishing(said=words)


def trimmed(
    text: str, left: int, right: int, found: Found, says_nothing: Callable[[str], bool]
) -> Span:
    """Return the stretch without the empty words at its edges, at least the wish itself."""
    before = list(WORD.finditer(text, left, found.start))
    while before and says_nothing(before[0].group()):
        before.pop(0)
    after = list(WORD.finditer(text, found.end, right))
    while after and says_nothing(after[-1].group()):
        after.pop()
    start = before[0].start() if before else found.start
    return start, after[-1].end() if after else found.end
