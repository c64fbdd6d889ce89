"""Joins alternatives of which one is unknown, and the tools that are named as examples of one."""

from __future__ import annotations

import re
from itertools import pairwise

from tools.request.alternatives import OR_SO
from tools.request.draft import Draft, Found
from tools.request.phrases import Phrase, is_soft
from tools.request.terms import Span
from tools.vocabulary.skills import broader
from tools.vocabulary.titles import canonical_title

OR = re.compile(r"(?:\s*,)?\s+or\s+(?:(?:an?|the|some)\s+)?|\s?/\s?", re.IGNORECASE)
_NO_NAME = re.compile(r" or |/| (?:on|of|in|for|at|by|to|from|and) ", re.IGNORECASE)
"""What makes a phrase more than the name of one thing."""
_DONE = frozenset(
    {"built", "had", "has", "held", "led", "made", "put", "ran", "sold", "taught", "won"}
)
"""How a phrase begins that tells a deed and names nothing: "won agency or DoD work"."""
_JOINED = frozenset({"skill", "certification", "industry"})
_SUCH_AS = re.compile(
    r"\s+(?:systems?|software|tools?|platforms?|packages?)?\s*[,(]?\s*"
    r"(?:such as|like|e\.?g\.?,?|for example,?|for instance,?)\s+(?:an? )?",
    re.IGNORECASE,
)
_MOST_WORDS = 3
"""Words of an alternative that nothing knows; a longer phrase says more than a name."""
_POINTS = re.compile(r"^(?:the|an?|our|any|some|other|another)\s+", re.IGNORECASE)
_OF_A_SORT = re.compile(r"[a-z](?:[ioutrn]al|ic|ive|ous|ary)$")
"""How the last word ends that names no thing which another word could share."""
_SHARED = 2
"""Words of the last of two alternatives that may share its last one with the first."""


def join_unknown(text: str, phrase: Phrase, draft: Draft, *, told: bool) -> bool:
    """Add a phrase to the wish it is an alternative of: "Palo Alto or Fortinet"; return whether.

    Where a story is `told` an everyday word is no name, and a job is never one: "managing team
    leaders or supervisors" names two sorts of people and no skill.
    """
    words = phrase.words.split()
    if len(words) > 1 and words[0] in _DONE:
        return False
    if len(words) > _MOST_WORDS or is_soft(phrase.words) or _NO_NAME.search(phrase.words):
        return False
    if told and len(words) < _SHARED and words[0].islower():
        return False
    for at, found in enumerate(draft.found):
        before = phrase.end <= found.start
        gap = text[phrase.end : found.start] if before else text[found.end : phrase.start]
        apart = before or found.end <= phrase.start
        if found.criterion.kind not in _JOINED or found.criterion.weight == "avoid":
            continue
        if apart and OR.fullmatch(gap):
            if not canonical_title(phrase.words.removesuffix("s")):
                span = phrase.start, phrase.end
                draft.found[at] = with_alternative(found, phrase.words, span, before=before)
            draft.covered.add(phrase.start, phrase.end)
            return True
    return False


def with_alternative(found: Found, words: str, span: Span, *, before: bool) -> Found:
    """Return a wish that the words at a span, before it or after it, satisfy as well."""
    held = found.criterion.values
    values = (words, *held) if before else (*held, words)
    return Found(found.criterion.of(values), min(found.start, span[0]), max(found.end, span[1]))


def join_listed(text: str, draft: Draft) -> None:
    """Make one wish of the unknown items of a list that ends in "or": "Mazak, Haas or Okuma"."""
    loose = sorted((f for f in draft.found if f.criterion.kind == "text"), key=lambda f: f.start)
    for before, last in reversed([*pairwise(loose)]):
        joined = next((f for f in draft.found if f.end == last.end), last)
        values = (*before.criterion.values, *joined.criterion.values)
        alike = {(value[:1].isupper(), " " in value) for value in values}
        if text[before.end : joined.start].strip() != "," or len(joined.criterion.values) < 2:
            continue
        if len(alike) > 1 or before.criterion.weight != joined.criterion.weight:
            continue
        span = before.start, before.end
        wish = with_alternative(joined, str(before.criterion.value), span, before=True)
        draft.found[draft.found.index(joined)] = wish
        draft.found.remove(before)


def join_examples(text: str, draft: Draft) -> None:
    """Make one wish of a kind of tool and the tools that are named as examples of it."""
    found = sorted(draft.found, key=lambda f: (f.start, f.end))
    for kind, tools in pairwise(found):
        wish, named = kind.criterion, tools.criterion
        if wish.kind != "skill" or named.kind != "skill" or wish.any_of:
            continue
        gap = text[kind.end : tools.start]
        alike = gap.strip() == "(" and OR_SO.match(text, tools.end)
        if wish.weight != named.weight or not (alike or _SUCH_AS.fullmatch(gap)):
            continue
        if wish.value not in broader(named.values[0]):
            continue
        joined = wish.of((str(wish.value), *named.values))
        draft.found[draft.found.index(kind)] = Found(joined, kind.start, tools.end)
        draft.found.remove(tools)


def alternatives_in(words: str) -> tuple[str, ...]:
    """Return the alternatives of a phrase that nothing knows, none where it is one thing.

    "middle or high school" shares its last word; "potatoes or sugar beet", "commercial or high-end
    residential" and "the bedside or the ED" do not.
    """
    parts = re.split(r",?\s+or\s+", words, flags=re.IGNORECASE)
    sizes = [len(part.split()) for part in parts]
    if len(parts) < 2 or max(sizes) > _SHARED:
        return ()
    bare = [_POINTS.sub("", part) for part in parts]
    if bare != parts:
        return tuple(dict.fromkeys(bare))
    if sizes[-1] == _SHARED and not _OF_A_SORT.search(parts[-1]):
        last = parts[-1].split()[-1]
        parts = [_spelled(part, last) for part in parts]
    return tuple(dict.fromkeys(parts))


def _spelled(part: str, last: str) -> str:
    alone = " " in part or part.endswith("s") or part[0].isupper()
    return part if alone else f"{part} {last}"
