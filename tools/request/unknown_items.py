"""Reads the unknown items of a choice beside known ones: "Kafka, NATS or RabbitMQ"."""

from __future__ import annotations

import re

from tools.request.alternatives import EXAMPLES
from tools.request.filler import FILLER, SOFT_SKILLS
from tools.request.terms import Cover, Term

_KNOWN = "\x00"
_NAME = r"[A-Z][\w+#&-]*+(?: [A-Z][\w+#&-]*+)?"
_ITEM = rf"(?:{_KNOWN}++|(?<![\w+#&-])(?:{_NAME}|[\w+#&-]++))"
_ENDS = (
    rf"(?:(?<={_KNOWN})|(?=\s*(?:[,.;:()\n]|$)|\s+(?:experience|skills?|knowledge|background"
    r"|certifi\w+|licen[cs]\w+|for|in|with|and|at|on|is|are|would|preferred|required)\b))"
)
_CHOICE = rf"{_ITEM}(?:, {_ITEM})*+,? or (?:an? )?{_ITEM}{_ENDS}"
_LIST = re.compile(rf"{_CHOICE}|(?<=\(){_ITEM}(?:, {_ITEM})++(?=\))")
_EACH = re.compile(_ITEM)
_PAIR = 2
"""Items of the shortest choice, where a small word may only colour: "commercial or retail work"."""
_NEAR = 30
"""Characters before a bracket that may say that it holds examples."""
_KINDS = frozenset({"skill", "certification"})


def with_unknown_items(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms with the words that stand as one of a list of things, others known.

    An unknown item is written as a known one is, with a capital or without.
    """
    named = {t.start: t for t in terms if t.kind in _KINDS and not t.inside}
    masked = list(text)
    for term in named.values():
        masked[term.start : term.end] = _KNOWN * (term.end - term.start)
    others = Cover(len(text), ((t.start, t.end) for t in terms if t.start not in named))
    added: list[Term] = []
    for choice in _LIST.finditer("".join(masked)):
        start = choice.start()
        if " or " not in choice.group() and not EXAMPLES.search(text, max(0, start - _NEAR), start):
            continue
        spans = [m.span() for m in _EACH.finditer(choice.group())]
        items = [(start + first, start + last) for first, last in spans]
        items = [item for item in items if text[slice(*item)] not in ("or", "an")]
        known = [named[start] for start, _ in items if start in named]
        unknown = [item for item in items if item[0] not in named]
        capital = any(text[t.start].isupper() for t in known)
        if (
            known
            and (capital or len(items) > _PAIR)
            and all(_is_name(text[slice(*i)], capital) for i in unknown)
        ):
            kind = known[0].kind
            added += [Term(kind, text[slice(*i)], *i) for i in unknown if not others.touches(*i)]
    return sorted([*terms, *added], key=lambda t: (t.start, t.end)) if added else terms


def _is_name(words: str, capital: bool) -> bool:
    said = words.casefold()
    alike = words[:1].isupper() == capital
    return alike and said not in FILLER and said not in SOFT_SKILLS
