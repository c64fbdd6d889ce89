"""Reads the positions of a career: title, employer and period of every entry, with offsets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from tools.candidates import Position
from tools.evidence.periods import month_number, months_covered
from tools.ingest.career.entries import Anchor, find_anchors, with_open_end
from tools.ingest.career.entry_titles import Choice, choose_titles
from tools.ingest.career.jobs_in_prose import find_told_jobs
from tools.ingest.career.prose_dates import dated_in_prose
from tools.ingest.career.title_shapes import HAS_RANK
from tools.ingest.career.undated_jobs import with_undated
from tools.ingest.dates.periods import Period, lasting
from tools.ingest.fragments import Fragment
from tools.ingest.sections import Line, Outline
from tools.ingest.templates import MASKED_EMPLOYER
from tools.vocabulary.matcher_tokens import fold_phrase

MOST_POSITIONS = 60
"""More entries than these are kept by nobody who wants to be read."""
MOST_ON_A_LINE = 120
"""Dates on one line that are looked at: those of a whole résumé that came without line ends."""
RECENT_MONTHS = 60
"""What was done so many months before the résumé was read counts as recent."""
_EMPLOYER_LONGEST = 80
_NEXT_LINE = 40


class Career(NamedTuple):
    """The positions in the order of the résumé, and the months their union covers.

    `recent` counts those of the last RECENT_MONTHS alone, `unread` the entries after the first
    MOST_POSITIONS.
    """

    positions: tuple[Position, ...]
    months: int
    recent: int = 0
    unread: int = 0


def find_career(outline: Outline, periods: Sequence[Period], as_of: str) -> Career:
    """Return the dated jobs and how long they took; a title that is not said is empty."""
    text, lines = outline.text, outline.lines
    periods = _few_on_a_line(outline, periods)
    anchors = with_open_end(find_anchors(outline, periods), as_of)
    anchors = with_undated(outline, anchors)
    unread = max(0, len(anchors) - MOST_POSITIONS)
    anchors = anchors[:MOST_POSITIONS]
    choices = choose_titles(outline, anchors)
    pairs = zip(anchors, choices, strict=True)
    kept: list[tuple[Anchor, Choice]] = []
    for anchor, choice in pairs:
        part = bool(kept) and _is_part(text, lines, kept[-1][0].period, anchor, choice)
        if not part and _is_job(text, lines, anchor, choice):
            kept.append((anchor, choice))
    starts = [lines[choice.first].start for _, choice in kept]
    positions = []
    for number, (anchor, choice) in enumerate(kept):
        limit = starts[number + 1] if number + 1 < len(kept) else len(text)
        end = _end_of_entry(outline, anchor, limit)
        positions.append(_position(anchor.period, choice, starts[number], end))
    jobs = [p for n, p in enumerate(positions) if not _told_before(p, positions[:n], outline)]
    if not any(position.current for position in positions):
        jobs += _told(text, periods, positions, as_of)
    recent = [_since(position, months_before(as_of, RECENT_MONTHS - 1)) for position in jobs]
    return Career(tuple(jobs), months_covered(jobs, as_of), months_covered(recent, as_of), unread)


def _few_on_a_line(outline: Outline, periods: Sequence[Period]) -> list[Period]:
    """Return the periods without those of a line that holds more than any account of jobs does.

    Each looks at its whole line, which of thousands of years would take minutes.
    """
    left: dict[int, int] = {}
    kept: list[Period] = []
    for period in periods:
        line = outline.line_at(period.start)
        left[line] = left.get(line, MOST_ON_A_LINE) - 1
        if left[line] >= 0:
            kept.append(period)
    return kept


def _since(position: Position, month: str) -> Position:
    """Return the position with what lies before a month cut off."""
    if not position.begin or position.begin >= month:
        return position
    return msgspec.structs.replace(position, begin=month, begin_vague=False)


def months_before(month: str, count: int) -> str:
    """Return the month so many months before one, both "YYYY-MM"."""
    number = month_number(month) - count
    return f"{number // 12}-{number % 12 + 1:02}"


def _told_before(position: Position, earlier: Sequence[Position], outline: Outline) -> bool:
    """Whether the same job was listed, in another section or by its title, for the same months."""
    if _is_vague(position):
        return False
    for other in earlier:
        times = (other.begin, other.finish, other.current)
        if times != (position.begin, position.finish, position.current) or _is_vague(other):
            continue
        elsewhere = outline.section_at(other.start) != outline.section_at(position.start)
        same = other.title and fold_phrase(other.title) == fold_phrase(position.title)
        if (elsewhere or same) if position.begin else (elsewhere and same):
            return True
    return False


def _is_vague(position: Position) -> bool:
    return position.begin_vague or position.finish_vague


def _told(
    text: str, periods: Sequence[Period], listed: Sequence[Position], as_of: str
) -> list[Position]:
    """Jobs told in sentences, where the list of jobs leaves out what the person does now."""
    told = find_told_jobs(
        text, [p for p in periods if not any(_takes_up(job, p) for job in listed)]
    )
    jobs = []
    for job in told:
        others: list[Position | Period] = [
            *listed,
            *(other.period for other in told if other is not job),
        ]
        period = _with_open_end(job.period, others, as_of)
        jobs.append(_position(period, Choice(job.title, None, 0), job.start, job.end))
    return jobs


def _takes_up(job: Position, period: Period) -> bool:
    """Whether a date is part of the account of a job: it is no stretch before or after it."""
    if not job.start <= period.start < job.end:
        return False
    apart = period.finish <= job.begin or job.finish <= period.begin
    return period.single or not period.finish or not apart or period.start == job.period_start


def _with_open_end(period: Period, others: Sequence[Position | Period], as_of: str) -> Period:
    """Return the time of the last job told as lasting where only its beginning is said.

    "I came back in September 2025 as Administrator", after jobs that all ended by then, lasts.
    """
    ended = all(o.finish and not o.current and o.finish <= period.begin for o in others)
    is_last = bool(others) and ended and period.begin < as_of
    return lasting(period, as_of) if is_last and period.single and not any(period.vague) else period


def _is_job(text: str, lines: Sequence[Line], anchor: Anchor, choice: Choice) -> bool:
    """Whether a date heads a job: its title is said, or it stands as dates of jobs do."""
    period = anchor.period
    if (choice.title and not choice.guessed) or not (period.begin or period.current):
        return bool(choice.title) and not choice.guessed
    plain = anchor.kind == "experience" and not period.single and bool(period.begin)
    return (plain or bool(choice.title)) and not dated_in_prose(text, lines[anchor.line], period)


def _is_part(text: str, lines: Sequence[Line], job: Period, anchor: Anchor, choice: Choice) -> bool:
    """Whether a date without title and firm is a stretch of the job above: "Nike 2014 - 2016"."""
    period = anchor.period
    told = choice.title and (not choice.guessed or HAS_RANK.search(choice.title.text))
    if told or choice.employer or not (job.begin and period.begin):
        return False
    again = (job.begin, job.finish, job.current) == (period.begin, period.finish, period.current)
    ends = job.current or (not period.current and period.finish <= job.finish)
    first = anchor.line if again else max(0, anchor.line - 2)
    around = text[lines[first].start : lines[anchor.line].end + _NEXT_LINE]
    return job.begin <= period.begin and ends and MASKED_EMPLOYER not in around


def _end_of_entry(outline: Outline, anchor: Anchor, limit: int) -> int:
    inside = outline.section_at(outline.lines[anchor.line].start)
    if not inside.inline:
        following = (s for s in outline.sections if s.start >= inside.end)
        # A list of tools under a job ("Skills: …") belongs to the job.
        stop = next((s.start for s in following if not s.inline and s.kind != inside.kind), limit)
        limit = min(limit, max(stop, anchor.period.end))
    return limit


def _position(period: Period, choice: Choice, start: int, end: int) -> Position:
    title, employer = choice.title, _employer(choice.employer)
    begin_vague, finish_vague = period.vague
    return Position(
        title=title.text if title else "",
        employer=employer.text if employer else "",
        begin=period.begin,
        finish=period.finish,
        current=period.current,
        start=min(start, period.start),
        end=max(end, period.end),
        title_start=title.start if title else 0,
        title_end=title.end if title else 0,
        employer_start=employer.start if employer else 0,
        employer_end=employer.end if employer else 0,
        period_start=period.start,
        period_end=period.end,
        begin_vague=begin_vague,
        finish_vague=finish_vague,
        single=period.single and not begin_vague,  # a year alone is a stretch of that year
    )


def _employer(piece: Fragment | None) -> Fragment | None:
    return piece if piece and len(piece.text) <= _EMPLOYER_LONGEST else None
