"""Says by which wishes others like a person are sought: what that résumé shows of the work."""

from __future__ import annotations

from collections import Counter

from tools.candidates import Candidate
from tools.criteria import Criteria, Criterion
from tools.desk import ToolError
from tools.evidence import judge
from tools.vocabulary.skills import field_of
from tools.vocabulary.titles import canonical_title, is_generic

_MOST_SKILLS, _MOST_PAPERS = 4, 2
_HELD_NOW = 2
"""How much a mention in the latest job counts for, beside one anywhere."""
_NO_WORK = frozenset({"soft", None})
"""Fields of skills that everybody names and nobody is told apart by."""
_OWN = 0.2
"""The share of somebody's mentions from which a field is their own, and no word read beside it."""


def wishes_like(person: Candidate, held: Criteria) -> Criteria:
    """Return the job of a person as a must, where none is sought, and the rest as nice to have.

    Place, languages, schools and dates say where somebody comes from, and are left out. Raises
    ToolError where the résumé shows nothing that is not asked for already.
    """
    known = {value for wish in held for value in wish.values}
    wishes = [] if any(c.kind == "title" for c in held) else _job(person)
    skills = [s for s in _by_weight(person) if s not in known][:_MOST_SKILLS]
    papers = [f.value for f in person.profile.certifications if f.value not in known]
    named = [Criterion("skill", s, "nice") for s in skills]
    named += [
        Criterion("certification", p, "nice") for p in [*dict.fromkeys(papers)][:_MOST_PAPERS]
    ]
    wishes += [wish for wish in named if judge(person, wish).verdict == "met"]
    if not wishes:
        raise ToolError(
            "nothing_alike",
            "That résumé names no skill and no licence beyond your wishes: say what to look for.",
        )
    return tuple(wishes)


def _job(person: Candidate) -> list[Criterion]:
    """Return the latest job that has a name others go by."""
    latest = sorted(person.profile.positions, key=lambda p: p.recency_key, reverse=True)
    names = (canonical_title(position.title) for position in latest if position.title)
    found = next((name for name in names if name and not is_generic(name)), None)
    return [Criterion("title", found)] if found else []


def _by_weight(person: Candidate) -> list[str]:
    """Return the skills of the work, those of the latest job and those named most first."""
    held = [p for p in person.profile.positions if p.begin]
    latest = max(held, key=lambda p: p.recency_key, default=None)
    told = [f for f in person.profile.skills if field_of(f.value) not in _NO_WORK]
    fields = Counter(field_of(fact.value) for fact in told)
    counts: Counter[str] = Counter()
    for fact in told:
        now = latest is not None and latest.start <= fact.start < latest.end
        if fields[field_of(fact.value)] >= _OWN * len(told):
            counts[fact.value] += 1 + (_HELD_NOW if now else 0)
    return [skill for skill, _ in counts.most_common()]
