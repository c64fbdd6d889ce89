"""Asks every vocabulary what it knows in a request and settles who may name which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tools.criteria import Kind
from tools.request.naming.businesses import read_businesses
from tools.request.naming.cared_for import read_care
from tools.request.naming.chosen_fields import chosen_fields
from tools.request.naming.deeds import deeds_in, gerunds, is_done, skill_of_deed, trades_of
from tools.request.naming.ellipsis import numbered, spelled_out
from tools.request.naming.hours import read_hours
from tools.request.naming.languages import read_languages
from tools.request.naming.listed_names import DEVELOPER, DEVELOPERS, LISTED, as_listed, split_titles
from tools.request.naming.named_beside import by_company
from tools.request.naming.people_led import people_led
from tools.request.naming.senses import senses_in
from tools.request.naming.studies import read_degrees
from tools.request.naming.whereabouts import read_places
from tools.request.seniority import levelled_title
from tools.request.terms import Cover, Term, resolve_overlaps
from tools.vocabulary.certifications import canonical_certification, find_certifications
from tools.vocabulary.employment import find_employment
from tools.vocabulary.industries import canonical_industry
from tools.vocabulary.languages import canonical_language
from tools.vocabulary.matcher import Mention
from tools.vocabulary.skills import canonical_skill, find_skills
from tools.vocabulary.titles import canonical_title, find_titles

_HEAD = re.compile(r" (?P<word>[^\W\d_]{4,})(?![\w-])")
_PARTS = re.compile(r"\s+(?:or|and)\s+|\s*[/&]\s*", re.IGNORECASE)
# Software "in production" is live; nobody asks for manufacturing.
_LIVE = re.compile(r"\b(?:in|from|to|into) production$", re.IGNORECASE)
_RUNNING = re.compile(
    r"production[ -](?:services?|applications?|code|grade|ready|deployments?|workloads?|traffic"
    r"|incidents?|ML|AI|databases?|clusters?|APIs?)\b",
    re.IGNORECASE,
)
# "We're hiring two cooks" says who speaks; "hiring and payroll" is what somebody can do.
_HIRING = re.compile(
    r"(?:(?:^|[.!?;\n])\W{0,20}(?:currently |now |urgently )?"
    r"|\b(?:we|i)(?:'re|'m| are| am) (?:\w+ )?|\b(?:the|our|my) (?=hiring manager))"
    r"(?:hiring|recruiting)(?=\s(?:manager|team|company)|\s*:|\s+(?!(?:and|or|experience|skills?|background|knowledge|of)\b)\w)",
    re.IGNORECASE,
)
_CHOICE = re.compile(
    r"(?!(?:an?|the|need|want|hire|seek|for|find|experienced|our|as)\s)[^\W\d_]{3,}\s+$"
)
_NEAR = 30
"""Characters before "or" that may name the first of two jobs."""


def name_terms(text: str, *, typed: bool = True, held: Sequence[str] = ()) -> list[Term]:
    """Return every known name in the text; a skill within a title is kept beside it.

    A text that was `typed` for the search may say "go" for Go; a pasted one means what it says.
    `held` are the jobs on the desk, beside which "ADR" or "hoists" mean what they do there.
    """
    named = (_behind_or(text, m) for m in find_titles(text))
    jobs = [_to_its_head(text, m) for m in named if not is_done(text, m)]
    senses = senses_in(text, jobs, held)
    senses_at = {(s.start, s.end) for s in senses}
    skills = _skills(text, jobs, senses, held, typed=typed)
    licences = [
        Term("certification", m.name, m.start, m.end)
        for m in find_certifications(text, typed)
        if (m.start, m.end) not in senses_at
    ]
    papers = [*licences, *(s for s in senses if s.kind == "certification")]
    titles = _titles(text, [m for m in jobs if (m.start, m.end) not in senses_at])
    others = [
        *senses,
        *read_languages(text),
        *(_behind_licence(text, t, papers) for t in titles),
        *read_places(text),
        *read_degrees(text),
        *licences,
        *numbered(text),
        *(b for b in read_businesses(text, typed) if (b.start, b.end) not in senses_at),
        *(read_hours(text) if typed else ()),
        *(Term("text", e.name, e.start, e.end) for e in (find_employment(text) if typed else ())),
    ]
    jobs_named = [t for t in others if t.kind == "title"]
    apart = [s for s in skills if not _runs_into(s, jobs_named)]
    kept = as_listed(text, resolve_overlaps([*others, *apart]))
    titles = [t for t in kept if t.kind == "title"]
    inside = [s._replace(inside=True) for s in skills if _colours_one(s, titles)]
    kept, inside = split_titles(text, kept, inside)
    kept = chosen_fields(text, spelled_out(text, by_company(text, kept)))
    return sorted([*kept, *inside], key=lambda t: (t.start, t.inside, t.end))


def _skills(
    text: str, jobs: list[Mention], senses: list[Term], held: Sequence[str], *, typed: bool
) -> list[Term]:
    """Return the skills a text names, or words as what somebody does or did."""
    meant = Cover(len(text), ((s.start, s.end) for s in senses))
    hiring = Cover(len(text), (m.span() for m in _HIRING.finditer(text)))
    beside = ", ".join([*(m.name for m in jobs), *held] or (trades_of(text) if typed else ()))
    skills = [
        Term("skill", m.name, m.start, m.end)
        for m in find_skills(text, typed, beside)
        if not _LIVE.search(text, max(0, m.start - 10), m.end)
        and not _RUNNING.match(text, m.start)
        and not hiring.touches(m.start, m.end)
        and not meant.touches(m.start, m.end)
    ]
    skills += deeds_in(text, skills) if typed else []
    return [*skills, *people_led(text, skills, jobs), *read_care(text, skills)]


def _titles(text: str, jobs: list[Mention]) -> list[Term]:
    """Return the jobs, each at its level, and whoever is called a developer and nothing else."""
    named = [(m.start, m.end, m.name) for m in jobs]
    taken = Cover(len(text), ((start, end) for start, end, _ in named))
    called = (m.span() for m in DEVELOPERS.finditer(text) if not taken.touches(*m.span()))
    return [
        Term("title", levelled_title(text[start:end], name), start, end)
        for start, end, name in (*named, *((*span, DEVELOPER) for span in called))
    ]


def tools_of_titles(text: str) -> tuple[str, ...]:
    """Return the skills said before a title: Java of "Java developer", both of "Go or C coder"."""
    terms = name_terms(text)
    tools = [t.value for t in terms if t.inside]
    plain = [t for t in terms if not t.inside]
    for at, title in enumerate(plain):
        right = title
        for left in reversed(plain[:at] if title.kind == "title" else []):
            gap = text[left.end : right.start]
            if left.kind != "skill" or (gap.strip() and not LISTED.fullmatch(gap)):
                break
            tools.append(left.value)
            right = left
    return tuple(dict.fromkeys(tools))


def _behind_or(text: str, job: Mention) -> Mention:
    """Return the second of two jobs where small letters part them: of "perfusionist or nurse"."""
    words = text[job.start : job.end].split()
    if words[0] != "or" or not _CHOICE.search(text, max(0, job.start - _NEAR), job.start):
        return job
    name = canonical_title(" ".join(words[1:]))
    return Mention(name, text.index(words[1], job.start), job.end) if name else job


def _to_its_head(text: str, job: Mention) -> Mention:
    """Return a job up to the word that says what it is: "hotel front desk manager"."""
    following = _HEAD.match(text, job.end)
    words = text[job.start : job.end].split()
    for at in range(1, len(words)) if following else ():
        name = canonical_title(" ".join([*words[at:], following["word"]])) if following else None
        if name is not None and name != job.name:
            return job._replace(name=name, end=following.end()) if following else job
    return job


def _behind_licence(text: str, title: Term, licences: list[Term]) -> Term:
    """Leave "A&P licensed" of "A&P licensed aircraft mechanic" to the licence."""
    for licence in licences:
        if licence.start <= title.start < licence.end < title.end:
            start = title.end - len(text[licence.end : title.end].lstrip())
            return title._replace(start=start)
    return title


def _runs_into(skill: Term, titles: list[Term]) -> bool:
    """Whether a skill ends within a title that goes on: "insurance claims" of a claims adjuster."""
    return any(skill.start < t.start < skill.end < t.end for t in titles)


def _colours_one(skill: Term, titles: list[Term]) -> bool:
    at = bisect_right(titles, skill.start, key=lambda t: t.start) - 1
    return at >= 0 and _colours(skill, titles[at])


def _colours(skill: Term, title: Term) -> bool:
    """Whether a title is said with a skill of its own: "Java" in "Java developer".

    Skills written with a capital are tools and techniques; "nursing" says no more than "nurse".
    """
    if skill.end >= title.end or title.value.casefold()[:-2] == skill.value.casefold():
        return False  # "UX designer" says no more than UX design
    return skill.value[0].isupper() and skill.end - skill.start < title.end - title.start


def known_alternatives(words: str) -> list[tuple[Kind, str]]:
    """Return the names in "Playwright or Cypress" when all of its parts are known, else nothing."""
    names = [known_phrase(part.strip()) for part in _PARTS.split(words)]
    kinds = {kind for kind, _ in names}
    return names if len(kinds) == 1 and "text" not in kinds else []


def known_phrase(words: str) -> tuple[Kind, str]:
    """Return the kind and canonical name of a phrase that stands alone, "text" if nothing knows it.

    Alone, "aws" or "agile" can only be a name; within a sentence they might be other words.
    """
    several = canonical_skill(f"{words}s") or ""
    plain = None if words.islower() and several[:1].isupper() else several  # "rail" is no Rails
    deeds = map(canonical_skill, gerunds(words))
    skill = next(filter(None, (canonical_skill(words), plain, *deeds)), None) or skill_of_deed(
        words
    )
    if skill is not None:
        return "skill", skill
    if (certification := canonical_certification(words)) is not None:
        return "certification", certification
    if (industry := canonical_industry(words) or canonical_industry(f"{words}s")) is not None:
        return "industry", industry
    if (language := canonical_language(words)) is not None:
        return "language", language
    return "text", words
