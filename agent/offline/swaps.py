"""Reads a swap: what is wanted from now on in place of what was, "Go instead of Java"."""

from __future__ import annotations

import msgspec

from agent.offline.edit import Edit
from agent.offline.fitting import LISTED, fit
from agent.offline.job_corrections import reworded_title
from agent.offline.openers import without_opener
from agent.offline.phrasebook import phrasebook
from agent.offline.reading import wishes
from agent.offline.removals import LONGEST
from agent.offline.situation import Situation
from agent.offline.wishes import matching, same_role
from tools.criteria import Criteria, Criterion
from tools.request import read_weight
from tools.vocabulary.skills import field_of

_SAID = phrasebook("swaps")

_SWAPS = (
    _SAID["for_another"],
    _SAID["replace"],
    _SAID["instead"],
    _SAID["not"],
    _SAID["forget"],
)
"""How what was wanted is named beside what is; the first that finds both decides."""


def read_swap(now: Situation) -> Edit | None:
    """Return the swap a message asks for, or None where it is none, as a posting or noise is."""
    if len(now.text) > LONGEST:
        return None
    unpointed = None if _SAID["for_another"].search(now.text) else _unpointed(now)
    if unpointed is not None:
        return unpointed
    for pattern in _SWAPS:
        found = pattern.search(now.text)
        if not found:
            continue
        reworded = reworded_title(now.criteria, found["old"], without_opener(found["new"]))
        if reworded:
            return _with_tool(now, reworded, found["old"], wishes(without_opener(found["new"])))
        old = matching(found["old"], now.criteria)
        if closer := _as_job(now, found["new"], old):
            return closer
        new = tuple(c for c in wishes(without_opener(found["new"])) if c.weight != "avoid")
        kinds = {c.kind for c in new}
        listed = kinds <= set(LISTED)
        old = tuple(o for o in old if o.kind in kinds or (listed and o.kind in LISTED))
        if old and new:
            return _exchanged(now, old, new)
    return _for_unwished(now)


def _unpointed(now: Situation) -> Edit | None:
    """Return the swap in "instead of PMP Scrum", where no comma says where the new one begins."""
    found = _SAID["no_comma"].match(now.text)
    words = found["words"].split() if found else []
    for at in range(len(words) - 1, 0, -1):
        former, new = " ".join(words[:at]), wishes(" ".join(words[at:]))
        old = matching(former, now.criteria)
        said = wishes(former)
        if old and new and said and all(matching(str(c.value), old) for c in said):
            return _exchanged(now, old, new)
    return None


def _exchanged(now: Situation, old: Criteria, new: Criteria) -> Edit:
    """Return the swap of wishes: the new weigh what the old did, and what leaned on these goes.

    Plasterer for bricklayer takes "lays bricks" along, and C# for Java the years with Java.
    """
    if all(o.weight == "nice" for o in old) and read_weight(now.text) is None:
        new = tuple(msgspec.structs.replace(c, weight="nice") for c in new)
    years = _years_with(now.criteria, old, new)
    gone = [c.id for c in (*old, *_deeds(now.criteria, old), *(c for c, _ in years))]
    return Edit.of((*new, *(c for _, c in years)), gone)


def _deeds(criteria: Criteria, old: Criteria) -> Criteria:
    """Return the deeds by which a job was asked for that is wanted no more."""
    jobs = [str(v) for c in old if c.kind == "title" for v in c.values]

    def is_of_job(deed: Criterion) -> bool:
        told = wishes(f"someone who {deed.value}")
        titles = [str(v) for c in told if c.kind == "title" for v in c.values]
        return any(same_role(t, j) for t in titles for j in jobs)

    return tuple(c for c in criteria if jobs and c.kind == "text" and is_of_job(c))


def _years_with(
    criteria: Criteria, old: Criteria, new: Criteria
) -> list[tuple[Criterion, Criterion]]:
    """Return the bounds of years with an old skill, each with the one of the new in its place."""
    skills = [str(c.value) for c in new if c.kind == "skill"]
    former = {str(v).casefold() for c in old if c.kind == "skill" for v in c.values}
    if len(skills) != 1:
        return []
    return [
        (c, msgspec.structs.replace(c, subject=skills[0], said=""))
        for c in criteria
        if c.subject and c.subject.casefold() in former
    ]


def _with_tool(now: Situation, title: tuple[Criterion, str], former: str, new: Criteria) -> Edit:
    """Return a title reworded, and with it the skill of that name: "C# Developer" and C#."""
    old = tuple(c for c in matching(former, now.criteria) if c.kind == "skill")
    skills = tuple(c for c in new if c.kind == "skill")
    if not old or len(skills) != 1:
        return Edit((title[0],), (title[1],))
    edit = _exchanged(now, old, skills)
    return Edit((title[0], *edit.add), (title[1], *edit.remove))


def _as_job(now: Situation, text: str, old: Criteria) -> Edit | None:
    """Return the closer job that one word stands for: "theatre" for a nurse's ICU seeks no actor.

    A word of the field that the old wish is of stays the skill it is.
    """
    new = wishes(text)
    jobs = [c for c in now.criteria if c.kind == "title" and c.weight == "must" and not c.any_of]
    if len(jobs) != 1 or len(new) != 1 or new[0].kind != "skill":
        return None
    if not old or any(c.kind != "skill" for c in old):
        return None
    if field_of(str(new[0].value)) in {field_of(str(c.value)) for c in old}:
        return None
    closer = wishes(f"{text.strip()} {str(jobs[0].value).split()[-1]}")
    if len(closer) != 1 or closer[0].kind != "title":
        return None
    return Edit(closer, (jobs[0].id, *(c.id for c in old if c.id != jobs[0].id)))


def _for_unwished(now: Situation) -> Edit | None:
    """Return only what is wanted now, where nobody had wished for what it stands in place of."""
    found = _SAID["for_another"].search(now.text) or _SAID["instead_of"].search(now.text)
    if not found or not wishes(found["old"]) or matching(found["old"], now.criteria):
        return None
    new = without_opener(found["new"])
    said = tuple(c for c in wishes(new) if c.weight != "avoid")
    add, replaced = fit(now, new, said)
    return Edit(add, tuple(replaced)) if add else None
