"""Reads the trade of whom a request words as what they do: "someone who lays bricks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tools.criteria import Criterion
from tools.pattern_table import patterns
from tools.request.clauses import sentences
from tools.request.cues import WEIGHTS
from tools.request.draft import Draft, Found
from tools.request.layout import Layout
from tools.request.naming.deeds import skill_of_deed
from tools.request.phrases import WORD
from tools.request.roles import role_of
from tools.request.terms import Cover, Span, Term
from tools.vocabulary.deeds import Deed, find_deeds
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "implied_titles.tsv")

_MOST_TITLES = 2
"""Trades that a deed may leave open; among more of them nothing is sure."""
_LONGEST = 1500
"""Characters of a text up to which deeds are looked for; a longer one names its job."""
_LEADS = "staff supervision"
_OURS = re.compile(r"\b(?:our|my|us)\s+", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?::|\(|\s-)\s*")
_SEVERAL = re.compile(r"(?:[A-Za-z]+ ){0,3}?[A-Za-z]*s(?=\s*(?:[,;.)\n]|$|(?:and|or|&)\s))")
_JOINED = re.compile(r"\s*(?:,|and|or|&)\s*(?:(?:and|or)\s+)?", re.IGNORECASE)


def tells_deed(text: str) -> bool:
    """Return whether the text says what somebody does in a trade, be it the one sought or not."""
    return len(text) <= _LONGEST and bool(find_deeds(text, 0, len(text)))


def implied_titles(layout: Layout, held: Sequence[str]) -> list[Deed]:
    """Return what the text says that whoever is sought does, where only that tells their trade."""
    if layout.posting or held or len(layout.text) > _LONGEST:
        return []
    ours = Cover(len(layout.text), layout.of_others)
    deeds = [
        deed
        for start, end in _told_of_somebody(layout)
        for deed in find_deeds(layout.text, start, end)
        if layout.clause_at(deed.start).effect in ("must", "nice")
        and not ours.touches(deed.start, deed.end)
    ]
    apart = without_objects(
        [t for t in layout.terms if t.kind == "title"], objects_of(layout, deeds)
    )
    if any(
        role_of(layout.text, layout.clause_at(t.start).start, t.start) != "other" for t in apart
    ):
        return []
    if any(t.kind == "skill" and t.value == _LEADS for t in layout.terms):
        deeds = [d._replace(titles=d.leading or d.titles) for d in deeds]
    return deeds if deeds and _trades(deeds) else []


def objects_of(layout: Layout, deeds: Sequence[Deed]) -> list[Span]:
    """Return where the deeds stand with what they are done to, and who works in what is run."""
    return [(deed.start, _staff_end(layout.text, deed.end)) for deed in deeds]


def _staff_end(text: str, end: int) -> int:
    """Return where the jobs listed behind what is run end: "our garage: mechanics, drivers"."""
    listed = _LISTED.match(text, end)
    while listed and (job := _SEVERAL.match(text, listed.end())) and canonical_title(job.group()):
        end = job.end()
        listed = _JOINED.match(text, end)
    return end


def _told_of_somebody(layout: Layout) -> Iterator[Span]:
    """Yield the stretch of each sentence that tells what whoever is sought does."""
    for start, end in sentences(layout.text):
        somebody = _SAID["opens"].match(layout.text, start, end) or _SAID["somebody"].search(
            layout.text, start, end
        )
        if somebody is None:
            if _is_bare(layout.text, start, end):
                yield start, end
            continue
        if role_of(layout.text, start, somebody.start()) == "other" or _is_a_trade(
            layout, somebody
        ):
            continue
        if _SAID["denied"].match(layout.text, somebody.end(), end):
            continue
        opens = somebody.start() if somebody.group().endswith("with") else somebody.end()
        others = _SAID["of_others"].search(layout.text, somebody.end(), end)
        yield opens, others.start() if others else end


def _is_bare(text: str, start: int, end: int) -> bool:
    """Return whether a deed is all that a request says: "draws blood"."""
    if text[:start].strip() or text[end:].strip(" .!\n") or _SAID["ours_to_do"].match(text, start):
        return False
    first = WORD.search(text, start, end)
    return first is not None and any(
        deed.start == first.start() for deed in find_deeds(text, start, end)
    )


def _is_a_trade(layout: Layout, somebody: re.Match[str]) -> bool:
    """Return whether the people are named by their field: "HR people who did payroll"."""
    before = layout.text[: somebody.start()].rstrip()
    return any(t.end == len(before) for t in layout.terms if t.kind in ("skill", "industry"))


def without_objects(terms: list[Term], objects: Sequence[Span]) -> list[Term]:
    """Return the terms without jobs and fields that a deed is done to.

    Who hires engineers is none, and who books hotels works in another trade.
    """
    return [
        t
        for t in terms
        if t.kind not in ("title", "industry")
        or not any(at <= t.start < end for at, end in objects)
    ]


def read_implied_title(layout: Layout, deeds: Sequence[Deed], draft: Draft) -> None:
    """Add the trade that the deeds have in common as a wish that nobody need meet."""
    if not deeds or any(f.criterion.kind == "title" for f in draft.found):
        return
    _keep_words(layout, deeds, draft)
    start, end = deeds[0].start, deeds[0].end
    draft.add(tuple(Term("title", t, start, end) for t in _trades(deeds)), "nice")


def _keep_words(layout: Layout, deeds: Sequence[Deed], draft: Draft) -> None:
    """Ask for the deeds themselves where no wish does yet: the trade is only what they imply.

    A deed that a skill is called after is that skill: who sells cars does automotive sales.
    """
    for start, end in _stretches(layout, deeds):
        if not any(f.start < end and start < f.end for f in draft.found):
            words = " ".join(_OURS.sub("", layout.text[start:end]).split())
            weight = WEIGHTS[layout.clause_at(start).effect]
            skill = skill_of_deed(words)
            wish = Criterion("skill", skill, weight) if skill else Criterion("text", words, weight)
            draft.found.append(Found(wish, start, end))


def _stretches(layout: Layout, deeds: Sequence[Deed]) -> list[Span]:
    """Return where deeds stand, those in one stretch that share an object or are listed."""
    spans: list[Span] = []
    for deed in deeds:
        end = spans[-1][1] if spans else -1
        if deed.start < end or (spans and _JOINED.fullmatch(layout.text, end, deed.start)):
            spans[-1] = spans[-1][0], max(end, deed.end)
        else:
            spans.append((deed.start, deed.end))
    return spans


def _trades(deeds: Sequence[Deed]) -> tuple[str, ...]:
    """Return the trades in which most of the deeds are done, of those the ones they tell of most.

    Deeds of two trades leave both open; those of more, or of several equally near, tell nothing.
    """
    told = {t: sum(t in d.titles for d in deeds) for d in deeds for t in (*d.titles, *d.also)}
    done = {t: sum(t in (*d.titles, *d.also) for d in deeds) for t in told}
    most = max(done.values())
    near = [t for t in told if done[t] == most] if 2 * most > len(deeds) else []
    best = max((told[t] for t in near), default=1)
    titles = tuple(t for t in near or told if told[t] >= best)
    return titles if len(titles) <= _MOST_TITLES else ()


def cover_deeds(
    layout: Layout, deeds: Sequence[Deed], objects: Sequence[Span], draft: Draft
) -> None:
    """Mark the deeds as understood of which no phrase is left: a skill names their object.

    Those who work in what is run are understood with it.
    """
    for start, end in _stretches(layout, deeds):
        named = any(t.start < end and start < t.end for t in layout.terms)
        if named or _OURS.search(layout.text, start, end):
            draft.covered.add(start, end)
    for deed, (_, end) in zip(deeds, objects, strict=True):
        draft.covered.add(deed.end, end)
