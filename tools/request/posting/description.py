"""Reads a job description: what it requires, what it prefers, and who it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tools.criteria import Criterion, Weight
from tools.request.draft import Draft, Found
from tools.request.phrases import is_soft
from tools.request.posting.about_us import without_about_us
from tools.request.posting.headings import Meaning, Section, find_sections
from tools.request.posting.own_name import find_own_deeds, find_own_names
from tools.request.posting.requirements import either, is_in_passing, weighed
from tools.request.posting.title import of_its_heading, posting_title, tools_of
from tools.request.sentence import read_clauses
from tools.request.surface import blank
from tools.request.terms import Cover
from tools.vocabulary.degrees import degree_rank
from tools.vocabulary.tables import read_rows
from tools.vocabulary.titles import canonical_title, title_similarity

_LONG = 900
"""Characters from which a text with headings or bullets is a posting rather than a request, and a
posting was not written for the search."""
_MOST: dict[Meaning, tuple[int, int]] = {
    "intro": (4, 0),
    "title": (6, 2),
    "duties": (6, 2),
    "nice": (8, 3),
}
"""How many known names and how many phrases a section of a long posting may add."""
_MORE = 2
"""How many times as many names a section of a short one may add: each duty is said on purpose."""
_SAME_JOB = 0.8
_BULLET = re.compile(r"(?m)^[^\S\n]*(?:[-;+]|\d+[.)])\s+\S")
_YOU_WILL = re.compile(
    r"\b(?:you will|you'll|the successful candidate|the ideal candidate|we offer|apply now"
    r"|responsibilities)\b",
    re.IGNORECASE,
)
_PROVABLE = frozenset({"leadership", "mentoring", "confidentiality"})
_ONE_OF = re.compile(
    r"\b(?:one (?:of|required)|any (?:one )?of|at least one|either)\b", re.IGNORECASE
)
_WEIGHTS: dict[Meaning, Weight] = {
    "must": "must",
    "nice": "nice",
    "duties": "nice",
    "intro": "nice",
    "title": "nice",
    "place": "must",
}


def is_posting(text: str) -> bool:
    """Return whether the text is a job description and not a recruiter's own sentence."""
    if re.match(
        r"\s*(?:job (?:description|posting|title)|position title|vacancy)\s*[:\n]",
        text,
        re.IGNORECASE,
    ):
        return True
    meanings = [s.meaning for s in find_sections(text) if s.meaning != "intro"]
    telling = {m for m in meanings if m in ("must", "nice", "duties", "about")}
    if len(telling) >= 2:
        return True
    bullets = len(_BULLET.findall(text))
    if telling and (bullets >= 2 or len(text) > _LONG // 2):
        return True
    return len(text) > _LONG and (bullets >= 4 or len(_YOU_WILL.findall(text)) >= 2)


def read_posting(text: str) -> Draft:
    """Return the wishes of a job description: required ones must, preferred and duties nice."""
    title = posting_title(text)
    draft = Draft(heading=title)
    typed = len(text) <= _LONG
    if title:
        draft.found.append(title)
        draft.found.extend(tools_of(text, title))
    held = title.criterion.values if title else ()
    sections = find_sections(text)
    asks = any(s.meaning == "must" for s in sections)
    for section in sections:
        if section.meaning != "about":
            _read_section(text, section, draft, typed=typed, asks=asks, held=held)
    found = of_its_heading(text, draft.found, title) if title else draft.found
    draft.found[:] = _one_bar(_not_title_again(_one_title(found)))
    if len(draft.found) <= 1:
        _add(draft, read_clauses(text, posting=True, typed=typed), 0, keep_soft=True)
    return draft


def _one_title(found: list[Found]) -> list[Found]:
    """Drop a later title that only says the posting's own again ("or a similar role")."""
    titles = [f for f in found if f.criterion.kind == "title"]
    again = [
        f
        for f in titles[1:]
        if not f.criterion.any_of
        and title_similarity(str(titles[0].criterion.value), str(f.criterion.value)) >= _SAME_JOB
    ]
    return [f for f in found if f not in again]


def _not_title_again(found: list[Found]) -> list[Found]:
    """Drop a phrase that only names a job already asked for, or the end of its name."""
    titles = [f for f in found if f.criterion.kind == "title"]
    called = [f" {value.casefold()}" for f in titles for value in f.criterion.values]
    return [f for f in found if f.criterion.kind != "text" or not _is_said(f, titles, called)]


def _is_said(phrase: Found, titles: list[Found], called: list[str]) -> bool:
    within = any(phrase.start < t.end and t.start < phrase.end for t in titles)
    return within or any(c.endswith(f" {n}") for c in called for n in _names(phrase.criterion))


def _names(phrase: Criterion) -> set[str]:
    """Return a phrase and the job it names, if it names one."""
    said = str(phrase.value).casefold()
    return {said, (canonical_title(said) or said).casefold()}


def _one_bar(found: list[Found]) -> list[Found]:
    """Of several degrees that are each enough, keep the least one."""
    degrees = [f for f in found if f.criterion.kind == "education" and f.criterion.weight == "must"]
    least = min(
        degrees, key=lambda f: min(degree_rank(v) for v in f.criterion.values), default=None
    )
    return [f for f in found if f not in degrees or f is least]


def _read_section(
    text: str, section: Section, draft: Draft, *, typed: bool, asks: bool, held: Sequence[str]
) -> None:
    said = without_about_us(text[section.start : section.end])
    of_us = section.meaning in ("intro", "title")
    deeds = Cover(len(said), find_own_deeds(said) if of_us else [])
    said = blank(said, find_own_names(said)) if of_us else said
    read = read_clauses(said, _WEIGHTS[section.meaning], posting=True, typed=typed, held=held)
    read.found = [f for f in read.found if not _is_for_others(f, said, deeds)]
    told = [each for found in read.found if (each := weighed(found, said))]
    if section.meaning == "duties":
        told = [each for each in told if not is_in_passing(each, said)]
    read.found = _most_telling(section.meaning, told, _MORE if typed else 1)
    # What is required says it better.
    if asks and (_is_long_winded(section, typed) or _tells_of_us(section, said)):
        read.found = [f for f in read.found if f.criterion.kind != "text"]
    if _ONE_OF.search(text, section.heading, section.start):
        read.found = either(read.found, [f.criterion for f in draft.found])
    _add(draft, read, section.start)


def _is_long_winded(section: Section, typed: bool) -> bool:
    """Return whether a section has words to spare: a list of duties, the talk before it."""
    in_prose = typed and section.start == section.heading
    return section.meaning == "intro" or (section.meaning == "duties" and not in_prose)


def _is_for_others(found: Found, text: str, deeds: Cover) -> bool:
    """Return whether a wish is but what the firm makes or those it makes it for."""
    if not deeds.touches(found.start, found.end):
        return False
    several = text[found.end - 1 : found.end] == "s"
    return found.criterion.kind == "skill" or (found.criterion.kind == "industry" and several)


def _tells_of_us(section: Section, said: str) -> bool:
    """Return whether lines of their own stand below the title, where the firm is told of."""
    return section.meaning == "title" and "\n" in said.strip()


def _most_telling(meaning: Meaning, found: list[Found], times: int) -> list[Found]:
    """Return what a section may add: all that is required, only a little of what adorns it."""
    most_known, most_phrases = _MOST.get(meaning, (99, 4))
    known = [_weigh_by_kind(f, meaning) for f in found if f.criterion.kind != "text"]
    phrases = [f for f in found if f.criterion.kind == "text" and _tells(f.criterion)]
    return known[: most_known * times] + phrases[:most_phrases]


def _tells(wish: Criterion) -> bool:
    """Return whether a phrase says enough; one word does of whom nobody wants: "no freelancers"."""
    return wish.weight == "avoid" or " " in str(wish.value)


def _weigh_by_kind(found: Found, meaning: Meaning) -> Found:
    """Make a place or a bound of years a must wherever a posting does not merely prefer it."""
    wish = found.criterion
    if meaning == "nice":
        return found
    if wish.kind not in ("location", "min_years") or wish.weight != "nice":
        return found
    return found.wishing(weight="must")


def _add(draft: Draft, read: Draft, offset: int, keep_soft: bool = False) -> None:
    draft.found.extend(
        found._replace(start=found.start + offset, end=found.end + offset)
        for found in read.found
        if keep_soft or not _describes_character(found.criterion)
    )


def _describes_character(wish: Criterion) -> bool:
    if wish.kind == "text":
        return is_soft(str(wish.value))
    return wish.kind == "skill" and set(wish.values) <= _soft_skills()


@cache
def _soft_skills() -> frozenset[str]:
    """Return the skills every posting asks for and no résumé proves."""
    return frozenset(row["skill"] for row in read_rows("skills/soft.tsv")) - _PROVABLE
