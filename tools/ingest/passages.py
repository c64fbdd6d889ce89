"""Chooses the few slices of a résumé that are embedded: short, telling, and real quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.candidates import Passage, Position
from tools.ingest.sections import Outline

MOST_PASSAGES = 4
MOST_CHARACTERS = 700
"""Embedding costs about 0.75 ms a token and core, so this decides how long an ingest takes."""
SUMMARY_CHARACTERS = 220
POSITION_CHARACTERS = 170
SKILLS_CHARACTERS = 160
OTHER_CHARACTERS = 400
RECENT_POSITIONS = 3
_SHORTEST = 12
_WORTH_CUTTING = 0.6
_NEAR = 40


def choose_passages(
    outline: Outline, positions: Sequence[Position], summary: tuple[int, int] | None
) -> tuple[Passage, ...]:
    """Return at most MOST_PASSAGES slices of at most MOST_CHARACTERS characters together."""
    text = outline.text
    skills = next(
        (s for s in outline.sections if s.kind == "skills" and s.end - s.body > _SHORTEST), None
    )
    wanted = [
        *_summary(outline, summary),
        *_positions(positions, RECENT_POSITIONS - (summary is not None) - (skills is not None) + 1),
    ]
    if skills:
        wanted.append(
            Passage("skills", skills.body, min(skills.end, skills.body + SKILLS_CHARACTERS))
        )
    chosen: list[Passage] = []
    left = MOST_CHARACTERS
    for passage in wanted[:MOST_PASSAGES]:
        cut = _cut(text, passage, left)
        if cut and not any(cut.start < p.end and p.start < cut.end for p in chosen):
            chosen.append(cut)
            left -= cut.end - cut.start
    if not chosen:
        whole = _cut(text, Passage("other", 0, min(len(text), OTHER_CHARACTERS)), left)
        chosen = [whole] if whole else []
    return tuple(sorted(chosen, key=lambda passage: passage.start))


def _summary(outline: Outline, summary: tuple[int, int] | None) -> Iterator[Passage]:
    if summary is None:
        return
    start, end = summary
    above = [line for line in outline.lines[:3] if line.end <= start and "⟨" not in line.text]
    # The title at the top says most about a person, where nothing personal stands between.
    if above and start - above[0].end <= _NEAR and "⟨" not in outline.text[above[0].start : start]:
        start = above[0].start
    yield Passage("summary", start, min(end, start + SUMMARY_CHARACTERS))


def _positions(positions: Sequence[Position], most: int) -> Iterator[Passage]:
    recent = sorted(
        positions, key=lambda p: (not p.current, _descending(p.finish or p.begin), p.start)
    )
    for position in recent[:most]:
        start = position.start
        if position.start <= position.title_start < position.end and position.title:
            start = position.title_start
        yield Passage("position", start, min(position.end, start + POSITION_CHARACTERS))


def _descending(month: str) -> tuple[int, ...]:
    return tuple(-ord(char) for char in month)


def _cut(text: str, passage: Passage, left: int) -> Passage | None:
    """Return the passage without blanks at its edges, ending with a sentence or at least a word."""
    start, end = passage.start, min(passage.end, passage.start + left)
    while start < end and text[start].isspace():
        start += 1
    if end < len(text) and not text[end].isspace() and not text[end - 1].isspace():
        blank = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = blank if blank > start else end
    stop = max(text.rfind(". ", start, end), text.rfind(".\n", start, end))
    if stop - start >= _WORTH_CUTTING * (end - start):
        end = stop + 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(passage.kind, start, end) if end - start >= _SHORTEST else None
