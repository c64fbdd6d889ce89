"""Reads jobs by their company: in a list of jobs, or of one house ("museum … registrar")."""

from __future__ import annotations

import re

from tools.request.filler import FILLER
from tools.vocabulary.matcher import Mention
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title, is_generic

_WORD = r"[^\W\d_][\w&'-]*"
_LIST = re.compile(
    rf"(?<![\w&'-])(?P<items>{_WORD}(?: {_WORD}){{0,2}}(?:, {_WORD}(?: {_WORD})?){{1,6}})"
    rf",? or (?:an? )?(?P<last>{_WORD}(?: {_WORD})??)"
    r"(?=\s*(?:[,.;:)\n]|$)|\s(?:with|who|for|in|at|from|near)\b)",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?P<house>museum|gallery)\b",
    re.IGNORECASE,
)
_DOER = re.compile(
    r"[a-z]{2,}(?:ator|itor|ctor|ist|ian|eer|grapher|maker|worker|keeper|writer|trainer|handler)s?",
    re.IGNORECASE,
)
"""How a job ends that no vocabulary knows."""


def listed_titles(text: str, jobs: list[Mention]) -> list[Mention]:
    """Return the items of lists that end in "or" and name jobs only, at least one of them known."""
    known = {(job.start, job.end) for job in jobs}
    found = []
    for match in _LIST.finditer(text):
        items = _items(text, match)
        names = [_name(text[start:end]) for start, end in items]
        if all(names) and any(item in known for item in items):
            found += [
                Mention(str(name), start, end)
                for name, (start, end) in zip(names, items, strict=True)
                if not any(job.start < end and start < job.end for job in jobs)
            ]
    return found


def _items(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """Return the (start, end) of the items; words before the first job belong to the sentence."""
    items = []
    at = match.start("items")
    for item in match["items"].split(", "):
        items.append((at, at + len(item)))
        at += len(item) + 2
    start, end = items[0]
    while not canonical_title(text[start:end]) and " " in text[start:end]:
        start += len(text[start:end].partition(" ")[0]) + 1
    return [(start, end), *items[1:], match.span("last")]


def _name(words: str) -> str | None:
    """Return the job that an item of a list names, in its own words if nothing knows it."""
    title = canonical_title(words)
    if title and not is_generic(title):
        return title
    unknown = words.casefold() not in FILLER and canonical_skill(words) is None
    return words.title() if unknown and _DOER.fullmatch(words) else None


def of_its_house(text: str, jobs: list[Mention]) -> list[Mention]:
    """Return the jobs of one word as the house that is spoken of calls them, where it has a name.

    The registrar of a museum keeps its collection, that of a school its pupils.
    """
    house = _HOUSE.search(text)
    if house is None:
        return jobs
    return [_in_house(text, job, house["house"]) for job in jobs]


def _in_house(text: str, job: Mention, house: str) -> Mention:
    surface = text[job.start : job.end]
    title = None if " " in surface else canonical_title(f"{house} {surface}")
    return job._replace(name=title) if title else job
