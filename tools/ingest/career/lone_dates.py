"""Tells whether one date, with no other to end the job, heads an entry: "06/2010 Company Name"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tools.ingest.career.title_shapes import stands_as_title
from tools.ingest.dates.periods import Period
from tools.ingest.fragments import is_bullet, split_header
from tools.ingest.phrases import phrases
from tools.ingest.sections import Line
from tools.ingest.templates import MASK, MASKED_EMPLOYER
from tools.vocabulary.titles import find_titles

_SAID = phrases("career")

_BETWEEN = " \t,;:|(\u2013\u2014-"
_AFTER = " \t,;:|).\u2013\u2014-"
_TITLE_LONGEST = 80
_WHOLE_SHARE = 0.6
_NO_JOB = re.compile(rf"\b(?:{_SAID['no job']})\b", re.IGNORECASE)


def heads_a_job(
    text: str, lines: Sequence[Line], number: int, period: Period, dated: Collection[int]
) -> bool:
    """Return whether the single date on lines[number] heads a job; `dated` are lines with dates.

    A year alone never does. An employer that is hidden stands beside the date, with nothing but a
    title before it, or the date has a line of its own right under or over a title.
    """
    line = lines[number]
    if any(period.vague) or is_bullet(line.text):
        return False
    before = MASK.sub(" ", text[line.start : period.start]).strip(_BETWEEN)
    after = text[period.end : line.end].strip(_AFTER)
    if (before and not stands_as_title(before)) or (
        after and not after.startswith(MASKED_EMPLOYER)
    ):
        return False
    if MASKED_EMPLOYER in line.text:
        return True
    below = number + 1
    if below < len(lines) and below not in dated and heads_hidden(lines[below].text):
        return True
    return not before and not after and _stands_by_title(lines, number, dated)


def heads_hidden(line: str) -> bool:
    """Return whether a line begins with a hidden employer, or with a title and then with it."""
    head, hidden, _ = line.partition(MASKED_EMPLOYER)
    head = head.strip(_BETWEEN)
    return bool(hidden) and not is_bullet(line) and (not head or stands_as_title(head))


def _stands_by_title(lines: Sequence[Line], number: int, dated: Collection[int]) -> bool:
    """Whether the line above or below is a title that no other date is next to."""
    return any(
        0 <= near < len(lines)
        and not {near, 2 * near - number} & set(dated)
        and is_titled(lines[near].text)
        for near in (number - 1, number + 1)
    )


def is_titled(line: str) -> bool:
    """Return whether a short line begins with a known title, and its first piece is no more."""
    if len(line) > _TITLE_LONGEST or line[-1] in ".;:,?!" or is_bullet(line):
        return False
    first = next(iter(split_header(line, 0, len(line))), None)
    titles = find_titles(line)
    if first is None or not titles or _NO_JOB.search(line):
        return False
    known = titles[0].end - titles[0].start
    return titles[0].start == first.start and known >= _WHOLE_SHARE * len(first.text)
