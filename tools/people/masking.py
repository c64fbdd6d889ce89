"""Turns names in the recruiter's message into placeholders before any model reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from tools.desk import Desk
from tools.people.name_evidence import Word, fold, is_everyday, is_meant, words_of
from tools.people.placeholders import person_mark

_REMEMBERED = 60
"""How many people seen before may be meant by a first or last name alone."""
_LONGEST_LOOKED_UP = 400
"""A longer message is a document, in which strangers' full names are not looked up."""
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3}")
_SMALL_WORD = re.compile(r"(?<![\w@.-])[^\W\d_A-ZÀ-Þ][\w'’-]{2,}")
_SMALL_PAIR = re.compile(r"[^\W\d_A-ZÀ-Þ][\w'’-]{2,} [^\W\d_A-ZÀ-Þ][\w'’-]{2,}(?![\w@])")
_MOST_LOOKED_UP = 3
_ID = re.compile(r"(?<![\w@#.-])@?(?P<id>(?=[\w.-]*[a-zA-Z]|\d{5})[\w.-]*\d[\w-]*)(?![\w@-]|\.\w)")
"""What may be an id: letters and figures, or many figures; "5", "2019" and "3.5" are none."""
_TELLING_ID = re.compile(r"(?=.*[a-zA-Z]).{4,}")
"""What is an id wherever it stands; a postcode, a sum or a level is one only on a list."""
_MOST_IDS = 10


class Masked(msgspec.Struct, frozen=True):
    """A message without names: `people` are the ids meant, `ambiguous` the names of several.

    `ambiguous` maps the folded name, which reads `⟨?ana⟩` in the text, to the placeholders it may
    stand for.
    """

    text: str
    people: tuple[str, ...] = ()
    ambiguous: dict[str, list[str]] = {}


class _Hit(msgspec.Struct, frozen=True):
    start: int
    end: int
    said: str
    ids: tuple[str, ...]


def mask(message: str, desk: Desk) -> Masked:
    """Return the message with people on the desk, or named in full, as placeholders."""
    near = [*desk.view.shown, *([desk.discussed] if desk.discussed else [])]
    seen = [*desk.view.pool[: desk.view.offset][-_REMEMBERED:], *desk.shortlist, *desk.view.hidden]
    names = _names(desk, [*near, *seen])
    folded = fold(message)
    hits = _ids(message, desk)
    ids = _spans(hits)
    hits += [h for h in _full_names(folded, names) if not _overlaps(ids, h.start, h.end)]
    hits += _strangers(message, desk, hits)
    hits += _single_names(message, _by_part(names, near, seen), hits)
    return _replace(message, desk, sorted(hits, key=lambda hit: hit.start))


def _ids(message: str, desk: Desk) -> list[_Hit]:
    """Find people by their id as lists show it: "why not nu-01?"; a bare word is never one."""
    if len(message) > _LONGEST_LOOKED_UP:
        return []
    near = {*desk.view.pool, *desk.shortlist, *desk.view.hidden, desk.discussed}
    said = [
        m
        for m in islice(_ID.finditer(message), _MOST_IDS)
        if m["id"] in near or m[0].startswith("@") or _TELLING_ID.fullmatch(m["id"])
    ]
    known = desk.index.get(desk.tenant, list(dict.fromkeys(m["id"] for m in said)))
    return [_Hit(*m.span(), m["id"], (m["id"],)) for m in said if m["id"] in known]


def _spans(hits: Sequence[_Hit]) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in hits]


def _names(desk: Desk, ids: Sequence[str]) -> dict[str, str]:
    people = desk.index.get(desk.tenant, list(dict.fromkeys(ids)))
    return {i: p.identity.name for i, p in people.items() if p.identity.name}


def _full_names(folded: str, names: Mapping[str, str]) -> Iterator[_Hit]:
    """Find the full names, and the first name with a last one, of known people; longest first."""
    forms: dict[str, list[str]] = {}
    for candidate_id, name in names.items():
        for form in _forms(name):
            forms.setdefault(form, []).append(candidate_id)
    taken: list[tuple[int, int]] = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        for found in re.finditer(rf"(?<![\w@-]){re.escape(form)}(?![\w@-])", folded):
            if not _overlaps(taken, *found.span()):
                taken.append(found.span())
                yield _Hit(*found.span(), form, tuple(dict.fromkeys(forms[form])))


def _forms(name: str) -> set[str]:
    parts = fold(name).split()
    if len(parts) < 2:
        return set()
    # Of two family names the first is the one that is said: Remei Quintarelli (Vega).
    forms = {" ".join(parts), f"{parts[0]} {parts[-1]}", f"{parts[0]} {parts[1]}"}
    return forms | {form.replace("ß", "ss") for form in forms}


def _strangers(message: str, desk: Desk, hits: Sequence[_Hit]) -> list[_Hit]:
    """Find people of the tenant who are not on the desk but are named in full."""
    if len(message) > _LONGEST_LOOKED_UP:
        return []
    found: list[_Hit] = []
    taken = _spans(hits)
    phrases = [m for m in _FULL_NAME.finditer(message) if not _overlaps(taken, *m.span())]
    for phrase in phrases[:_MOST_LOOKED_UP]:
        found += _stranger(phrase, desk)
    taken += _spans(found)
    for phrase in _small_names(message, taken)[:_MOST_LOOKED_UP]:
        found += _stranger(phrase, desk)
    return found


def _small_names(message: str, taken: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """Return pairs of words in small letters that are no words of a trade, a place or a request."""
    pairs = (_SMALL_PAIR.match(message, m.start()) for m in _SMALL_WORD.finditer(message))
    return [
        pair
        for pair in pairs
        if pair
        and not _overlaps(taken, *pair.span())
        and not any(is_everyday(word) for word in pair[0].split())
    ]


def _stranger(phrase: re.Match[str], desk: Desk) -> Iterator[_Hit]:
    words = list(re.finditer(r"[^\s]+", phrase[0]))
    for first in range(len(words) - 1):
        for last in range(len(words) - 1, first, -1):
            said = fold(phrase[0][words[first].start() : words[last].end()]).removesuffix("'s")
            ids = tuple(
                i for i, n in desk.index.find_by_name(desk.tenant, said) if said in _forms(n)
            )
            if ids:
                start = phrase.start() + words[first].start()
                yield _Hit(start, start + len(said), said, ids)
                return


def _by_part(
    names: Mapping[str, str], near: Sequence[str], seen: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return first or last name → ids; somebody on screen goes before somebody seen earlier."""
    found: dict[str, tuple[str, ...]] = {}
    for group in (near, seen):
        parts: dict[str, list[str]] = {}
        for candidate_id in dict.fromkeys(group):
            words = fold(names.get(candidate_id, "")).split()
            ends = {words[0], words[-1]} if words else set[str]()
            for part in sorted(ends | {end.replace("ß", "ss") for end in ends}):
                parts.setdefault(part.strip(".,'"), []).append(candidate_id)
        found = {part: tuple(ids) for part, ids in parts.items() if len(part) > 1} | found
    return found


def _single_names(
    message: str, parts: Mapping[str, tuple[str, ...]], hits: Sequence[_Hit]
) -> list[_Hit]:
    taken = _spans(hits)
    found: list[_Hit] = []
    if not parts:
        return found
    previous: list[Word] = []
    for word in words_of(message):
        ids = parts.get(word.folded)
        if ids and not _overlaps(taken, word.start, word.end):
            people = [*taken, *_spans(found)]
            if is_meant(message, word, previous, people):
                found.append(_Hit(word.start, word.end, word.folded, ids))
        previous.append(word)
    return found


def _replace(message: str, desk: Desk, hits: Sequence[_Hit]) -> Masked:
    out: list[str] = []
    people: list[str] = []
    ambiguous: dict[str, list[str]] = {}
    at = 0
    for hit in hits:
        out.append(message[at : hit.start])
        if len(hit.ids) == 1:
            people.append(hit.ids[0])
            out.append(person_mark(desk.view, hit.ids[0]))
        else:
            ambiguous[hit.said] = [person_mark(desk.view, i) for i in hit.ids]
            out.append(f"⟨?{hit.said}⟩")
        at = hit.end
    out.append(message[at:])
    return Masked("".join(out), tuple(dict.fromkeys(people)), ambiguous)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < right and left < end for left, right in spans)
