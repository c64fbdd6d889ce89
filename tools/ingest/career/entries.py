"""Finds where the entries of a career begin: the dated header lines, told from dates in prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tools.ingest.career.lone_dates import heads_a_job
from tools.ingest.career.no_jobs import tells_no_job
from tools.ingest.career.title_shapes import could_be_title, names_a_job, stands_as_title
from tools.ingest.dates.periods import Period, lasting
from tools.ingest.fragments import first_sentence, is_bullet, split_header
from tools.ingest.phrases import phrases
from tools.ingest.sections import Line, Outline, Section
from tools.ingest.templates import MASK, MASKED_EMPLOYER
from tools.vocabulary.matcher import Mention
from tools.vocabulary.titles import find_titles

_SAID = phrases("career")

_NO_JOBS = frozenset(
    {"education", "certifications", "languages", "personal", "volunteer", "honors", "interests"}
)
_SURE_JOBS = frozenset({"experience"})
_PROJECTS = "projects"
_OTHER = "other"
_SCHOOL = re.compile(rf"\b(?:{_SAID['schooling']})\b", re.IGNORECASE)
_UNPAID = re.compile(rf"\b(?:{_SAID['unpaid']})\b", re.IGNORECASE)
_PROSE_END = re.compile(rf"\b(?:{_SAID['leads to a date']})\s*$", re.IGNORECASE)
_CURRENT_ONLY = re.compile(r"(?<=\S)[\s,|\u2013-]+(?:current|present)\.?$", re.IGNORECASE)
_CURRENT_HIDDEN = re.compile(rf"(?:^|(?<=[\s,]))(?:Current|Present)(?=\s*(?:{MASKED_EMPLOYER}|$))")
_SINCE_HEADER = re.compile(r"[,.(|\u2013\u2014\u00b7-]\s*$|\s{2}$|^\s*$")
_BULLETS = "\u2022-*\u2013+ "
_AFTER_DATE = ").,;:|(-\u2013\u2014\u00b7\u2022["
_FIRM_END = re.compile(r"\b(?:Inc|Co|Ltd|Corp|Bros|Ltda|Cia|Sp|S\.A|S\.L|e\.V|B\.V|N\.V)\.\s*$")
_PRIZE = re.compile(rf"\b(?:{_SAID['prize']})\b", re.IGNORECASE)
_DONE = re.compile(r"\w+(?:ed|t) ", re.IGNORECASE)
_LED_BY = re.compile(r"\s?:\s+")
_LED = re.compile(r"\s?:\s[^.!?;\n]{0,40}")
_PREFIX_LONGEST = 130
_PREFIX_WORDS = 15
_CURRENT_LONGEST = 70
_PLAIN_LONGEST = 110
_BARE = 90
_BETWEEN = " \t,:;(|\u2013\u2014-"


class Anchor(NamedTuple):
    """A line that dates an entry: its index among the lines, the period and the titles on it."""

    line: int
    period: Period
    titles: tuple[Mention, ...]
    kind: str


def find_anchors(outline: Outline, periods: Sequence[Period]) -> list[Anchor]:
    """Return the header lines that date a job, in order, at most one for a line."""
    text, lines, sections = outline
    listed = any(section.kind in _SURE_JOBS for section in sections)
    on_line: dict[int, tuple[Mention, ...]] = {}
    dated = {outline.line_at(period.start) for period in periods}
    anchors: list[Anchor] = []
    for period in [*periods, *_undated(outline, periods)]:
        number, section = outline.line_at(period.start), outline.section_at(period.start)
        same_line = bool(anchors) and anchors[-1].line == number
        if same_line and not _weaker(anchors[-1].period):
            continue
        if number not in on_line:
            on_line[number] = tuple(titles_in(text, lines[number].start, lines[number].end))
        titles = on_line[number]
        if section.kind == _PROJECTS and listed and not titles:
            continue
        lone = (period.single or not period.begin) and section.kind in _SURE_JOBS
        if _dates_a_job(text, lines[number], period, section, titles) or (
            lone and heads_a_job(text, lines, number, period, dated)
        ):
            if same_line:
                anchors.pop()
            anchors.append(Anchor(number, period, titles, section.kind))
    return sorted(anchors, key=lambda anchor: anchor.period.start)


def with_open_end(anchors: Sequence[Anchor], as_of: str) -> list[Anchor]:
    """Return the anchors with the job on top as current where it says when it began and no more.

    "Sales Manager 04/2024" above jobs that all ended by then is a job that lasts.
    """
    found = list(anchors)
    if len(found) < 2 or not found[0].period.single or found[0].kind not in _SURE_JOBS:
        return found
    first, others = found[0].period, [anchor.period for anchor in found[1:]]
    if any(p.single or p.current or p.finish > first.begin for p in others) or any(first.vague):
        return found
    if first.begin < as_of:
        found[0] = found[0]._replace(period=lasting(first, as_of))
    return found


def _weaker(period: Period) -> bool:
    """Whether another period on the line says more: this is one date, or "Senior since 2024"."""
    return period.single or period.since


def titles_in(text: str, start: int, end: int) -> list[Mention]:
    """Return the job titles between two offsets, with offsets into the whole text."""
    return [
        Mention(found.name, found.start + start, found.end + start)
        for found in find_titles(text[start:end])
    ]


def _undated(outline: Outline, periods: Sequence[Period]) -> list[Period]:
    """Periods for lines such as "Project Coordinator Current", which give no date."""
    dated = {period.end for period in periods}
    found = []
    for section in outline.sections:
        if section.kind not in _SURE_JOBS:
            continue
        for number in outline.lines_in(section.body, section.end):
            line = outline.lines[number]
            short = line.end - line.start <= _CURRENT_LONGEST
            match = (short and _CURRENT_ONLY.search(line.text)) or _CURRENT_HIDDEN.search(line.text)
            if match and line.end not in dated and not re.search(r"\d{4}", line.text):
                start, end = line.start + match.start(), line.start + match.end()
                found.append(Period("", "", True, start, end))
    return found


def _dates_a_job(
    text: str, line: Line, period: Period, section: Section, titles: tuple[Mention, ...]
) -> bool:
    prefix = text[line.start : period.start].strip(" \t([,;:|")
    suffix = text[min(period.end, line.end) : line.end].strip()
    title_before = any(title.end <= period.start for title in titles)
    if tells_no_job(line, period, section, prefix, suffix, titled=bool(titles)):
        return False
    if period.since and is_bullet(line.text) and not title_before:
        return False
    if period.since and not _SINCE_HEADER.search(text[line.start : period.start]):
        return False
    dated_first = not prefix and _led_by_date(text, line, period, titles)
    shaped = dated_first or _stands_at_a_header(text, line, period, titles)
    if not (shaped or _could_be_header(prefix, suffix, title_before, is_bullet(line.text))):
        return False
    if period.single or not period.begin:
        return section.kind in _SURE_JOBS and _titled_line(text, line, period, titles)
    if section.kind in _SURE_JOBS:
        named = any(names_a_job(p.text) for p in split_header(text, line.start, period.start))
        return bool(titles) or named or not _says(_SCHOOL, line.text) or not prefix
    if section.kind == _OTHER and not titles and _says(_PRIZE, line.text):
        return False
    if section.kind in _NO_JOBS or _says(_UNPAID, line.text):
        return bool(titles) and section.kind == "education" and not _says(_SCHOOL, line.text)
    if dated_first:
        head = text[line.start : first_sentence(text, line.start, line.end)]
        return bool(titles) or not _SCHOOL.search(head)
    return bool(titles) or (not _says(_SCHOOL, line.text) and _bare(line, period))


@lru_cache(maxsize=16)
def _says(pattern: re.Pattern[str], line: str) -> bool:
    """Whether a line says something anywhere, looked up once for all the dates on it."""
    return pattern.search(line) is not None


def _stands_at_a_header(text: str, line: Line, period: Period, titles: tuple[Mention, ...]) -> bool:
    """Whether a date is that of a header however long the account is that follows on its line.

    It stands right after a title ("Sous Chef 03/2017 to Current Works with …"), or begins a line
    or follows a few words where the employer comes next, hidden ("March 2014 to July 2016 Company
    Name – City …").
    """
    if period.single or period.since or is_bullet(line.text):
        return False
    before = text[line.start : period.start]
    bare = before.strip(_BETWEEN)
    if text.startswith(MASKED_EMPLOYER, _after_blanks(text, period.end)):
        return not bare or stands_as_title(bare)
    if not bare:
        return False
    if len(before) > _PREFIX_LONGEST or before.count(" ") >= _PREFIX_WORDS:
        return False
    closed = max((title.end for title in titles if title.end <= period.start), default=None)
    follows = text[_after_blanks(text, period.end) : line.end][:1]
    return (
        closed is not None
        and not text[closed : period.start].strip(_BETWEEN)
        and (follows.isupper() or follows in _BULLETS)
    )


def _after_blanks(text: str, at: int) -> int:
    return at + len(text[at : at + 3]) - len(text[at : at + 3].lstrip(" ,"))


def _led_by_date(text: str, line: Line, period: Period, titles: tuple[Mention, ...]) -> bool:
    """Whether a colon and a title follow the date: "2012 to 2022: Technician, Harrow. Told …"."""
    after = [title for title in titles if period.end <= title.start < line.end]
    if after and _LED.fullmatch(text, period.end, after[0].start):
        return True
    colon = _LED_BY.match(text, period.end, line.end)
    pieces = split_header(text, colon.end(), line.end)[:1] if colon else []
    return any(could_be_title(piece.text) and names_a_job(piece.text) for piece in pieces)


def _could_be_header(prefix: str, suffix: str, title_before: bool, bullet: bool) -> bool:
    """Whether what surrounds a period looks like a header and not like a sentence."""
    said = MASK.sub("", prefix).strip()
    if len(said) > _PREFIX_LONGEST or said.count(" ") >= _PREFIX_WORDS:
        return False
    if _PROSE_END.search(prefix) and not prefix[:1].isdigit():
        return False
    if bullet and not title_before and not _listed(prefix, suffix):
        return False
    ends = bool(prefix) and prefix.rstrip("( ")[-1:] in ".!?" and not _FIRM_END.search(prefix)
    if ends and not title_before:
        return prefix[:1].isupper() and "," in prefix and len(prefix) + len(suffix) <= 90
    if title_before:
        return not suffix or suffix[0] in _AFTER_DATE or len(suffix) <= 80
    bare = prefix.lstrip(_BULLETS)
    closed = bare[:1].isupper() and suffix[:1] in ").:" and "," in bare
    return closed or len(prefix) + len(suffix) <= _PLAIN_LONGEST


def _listed(prefix: str, suffix: str) -> bool:
    """Whether a bullet is an entry: "• Trainee, Green Farms, 02/2014 – 01/2015"."""
    bare = prefix.lstrip(_BULLETS)
    return (
        bare[:1].isupper()
        and "," in bare
        and (len(suffix) < 3 or suffix[0] in ".:")
        and not _DONE.match(bare)
    )


def _titled_line(text: str, line: Line, period: Period, titles: tuple[Mention, ...]) -> bool:
    """Whether the line is a title and one date and hardly more: "Youth Advocate 09/2015"."""
    if is_bullet(line.text):
        return False
    pieces = split_header(text, line.start, period.start)
    # With the employer hidden, the rest of the line is a title however much of it is known.
    masked = MASKED_EMPLOYER in line.text
    if not titles:
        return masked and any(names_a_job(piece.text) for piece in pieces)
    first = pieces[0].start if pieces else line.start
    known = titles[0].end - titles[0].start
    at_start = titles[0].start - first <= 12
    whole = masked or known >= 0.6 * max(1, len(text[first : period.start].rstrip(" ,|-\u2013(")))
    return at_start and whole and not line.text.endswith(".")


def _bare(line: Line, period: Period) -> bool:
    """Whether a line holds little but the period."""
    return line.text[0].isalnum() and len(line.text) - (period.end - period.start) <= _BARE
