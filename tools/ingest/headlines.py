"""Reads the headline and the summary: what a person is, in a few words and in a few sentences."""

from __future__ import annotations

from collections.abc import Sequence

from tools.candidates import Fact, Position
from tools.ingest.career.entries import titles_in
from tools.ingest.fragments import Fragment, after_sentence, split_header
from tools.ingest.sections import Line, Outline
from tools.vocabulary.titles import find_titles, occupation_of
from tools.vocabulary.titles_claimed import is_claimed

_HEADER_LINES = 6
_HEADER_LONGEST = 140
_SUMMARY_REACH = 600
_SUMMARY_LONGEST = 1200
_PROSE = 60
_KNOWN_SHARE = 0.3
_HEADLINE_LONGEST = 80


def find_headline(outline: Outline, positions: Sequence[Position], titles: Sequence[Fact]) -> str:
    """Return what the person calls herself: the title on top if she held it, else her latest.

    Of several jobs she has now, it is the latest of the trade she names on top: no nurse is the
    dancer that she also is. For want of dated jobs it is the title on top, else the first one
    said, else "".
    """
    text = outline.text
    titled = [position for position in positions if position.title]
    top = _top_line(outline)
    if top and (held := _held(text, top, titled)):
        return held
    if top and (said := _said_again(top, outline)):
        return said
    current = _of_the_trade([p for p in titled if p.current], titles)
    if current:
        return max(current, key=lambda position: (position.begin, -position.start)).title
    if top and top.text[0].isupper() and any(p.current for p in positions):
        return top.text  # a job of now that says no title, as "Engagements as a freelancer"
    if titled:
        return max(titled, key=lambda p: (p.finish, p.begin, -p.start)).title
    if top:
        return top.text
    claimed = (m for m in find_titles(text[:20000]) if is_claimed(text, m))
    return next((text[m.start : m.end] for m in claimed), "")


def _said_again(top: Fragment, outline: Outline) -> str | None:
    """Return the title on top as it heads a job whose time is not told by two dates."""
    for section in outline.sections:
        if section.kind != "experience":
            continue
        for number in outline.lines_in(section.body, section.end):
            line = outline.lines[number].text
            if _begins(line, top.text):
                return line[: len(top.text)]
    return None


def _of_the_trade(jobs: list[Position], titles: Sequence[Fact]) -> list[Position]:
    """Return the jobs of a trade that the top of the résumé names, or all where none is."""
    trades = {occupation_of(fact.value) for fact in titles} - {None}
    return [job for job in jobs if occupation_of(job.title) in trades] or jobs


def find_top_titles(outline: Outline) -> tuple[Fact, ...]:
    """Return the titles that the header and the summary claim."""
    text = outline.text
    stretches = [(0, min(outline.header_end, 1500))]
    stretches += [
        (s.body, min(s.end, s.body + _SUMMARY_REACH))
        for s in outline.sections
        if s.kind == "summary"
    ][:1]
    found = [mention for start, end in stretches for mention in titles_in(text, start, end)]
    return tuple(Fact(m.name, m.start, m.end) for m in found if is_claimed(text, m))


def find_summary(outline: Outline) -> tuple[int, int] | None:
    """Return the offsets of the person's own introduction, None when there is none."""
    lines = outline.lines
    for section in outline.sections:
        if section.kind == "summary":
            inside = [lines[n] for n in outline.lines_in(section.body, section.end)]
            if inside:
                return inside[0].start, min(inside[-1].end, inside[0].start + _SUMMARY_LONGEST)
    prose = [line for line in lines if line.end <= outline.header_end and _is_prose(line)]
    if not prose:
        return None
    return prose[0].start, min(prose[0].end, prose[0].start + _SUMMARY_LONGEST)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _PROSE and "⟨" not in line.text and line.text.count(" ") > 7


def _top_line(outline: Outline) -> Fragment | None:
    text, lines = outline.text, outline.lines
    for line in lines[:_HEADER_LINES]:
        if line.end > max(outline.header_end, lines[0].end) or len(line.text) > _HEADER_LONGEST:
            break
        mentions = titles_in(text, line.start, line.end)
        for piece in split_header(text, line.start, line.end):
            inside = [m for m in mentions if piece.start <= m.start < piece.end]
            covered = sum(m.end - m.start for m in inside)
            piece = after_sentence(text, piece, inside[0].start) if inside else piece
            if covered >= _KNOWN_SHARE * len(piece.text) and len(piece.text) <= _HEADLINE_LONGEST:
                return piece
    return None


def _held(text: str, top: Fragment, titled: Sequence[Position]) -> str | None:
    """Return the title on top as it was held: the whole line if there is such a job."""
    ends = text.find("\n", top.start)
    line = _plain(text[top.start : ends if ends >= 0 else len(text)])
    whole = next((p.title for p in titled if _plain(p.title) == line), None)
    held = whole or next((p.title for p in titled if _begins(p.title, top.text)), None)
    return held if held is None or whole else held[: len(top.text)]


def _begins(title: str, top: str) -> bool:
    """Whether a title is the one on top, or that and more: "Director - Harrow Region"."""
    ends = title[len(top) : len(top) + 2].strip()[:1]
    return _plain(title[: len(top)]) == _plain(top) and not ends.isalnum()


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
