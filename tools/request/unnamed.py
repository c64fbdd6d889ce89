"""Reads what no vocabulary names: "anywhere", telling phrases, and what is left over."""

from __future__ import annotations

import re

from tools.criteria import Criterion, Kind, Weight
from tools.pattern_table import patterns
from tools.request.bound_words import AT_LEAST
from tools.request.clauses import Clause
from tools.request.cues import WEIGHTS
from tools.request.draft import Draft, Found
from tools.request.filler import FILLER
from tools.request.joined import alternatives_in, join_unknown
from tools.request.layout import PROSE, Layout
from tools.request.naming.name_terms import known_alternatives, known_phrase
from tools.request.phrases import WORD, Phrase, find_phrases
from tools.request.seniority import INTERN, names_levels, welcomes
from tools.request.terms import Cover, Span, Term
from tools.request.typos import is_language
from tools.request.unknown_trades import read_unknown_trades
from tools.vocabulary.amounts import find_amounts
from tools.vocabulary.homonyms import means_another
from tools.vocabulary.titles import canonical_title
from tools.vocabulary.trade_words import of_no_trade

_SAID = patterns(__package__, "unnamed.tsv", {"AT_LEAST": AT_LEAST})

MOST_PHRASES = 6
"""Phrases that become wishes of one text."""
_LONGEST_AVOIDED = 3
"""Words of a phrase that may put people out; a longer one would meet the wrong people."""
_OPENS_PIECE = re.compile(
    r"(?:^|[.,;:\n])\s*(?P<word>[^\W\d_]{4,})(?=\s*(?:$|[.,;:\n])|\s+(?:in|near|with|from|for)\b)"
)
_DEEDS = frozenset({"model", "models", "host", "guide", "coach", "lead", "cook", "cooks"})
"""Jobs that are what somebody does as well."""
_BEFORE = 40
"""Characters before a phrase that may ask for it; all of a long text takes too long to search."""
_AT_LEAST = re.compile(rf"\b{AT_LEAST}\s+$", re.IGNORECASE)
_AGO = re.compile(r"\b(?:ago|since|before)\b", re.IGNORECASE)
_NOTHING_ELSE = re.compile(r"\b(?:pure(?:ly)?|only|just|mere(?:ly)?|solely|too)\b", re.IGNORECASE)
_WITHIN = frozenset({"more", "less", "during", "before", "after", "until", "each", "every"})
"""Words beside which a phrase is part of what is told."""
_LABEL = re.compile(r"\s*:\s*\w")
"""What makes a word the head of what follows: "kitchen: two cooks"."""
_MONEY = re.compile(
    r"[$€£]\s?\d|\b\d+(?:[.,]\d+)?(?:(?-i:MM?|mn|bn|B)|\s(?:million|billion))\b", re.IGNORECASE
)
_KNOWS = re.compile(r"\bknows? (?:about |how to )?$", re.IGNORECASE)
_INTERNS = re.compile(r"\bintern(?:ship)?s?\b", re.IGNORECASE)
_LEARNERS = re.compile(r"(?:interns?|graduates?|grads?|freshers?)", re.IGNORECASE)
"""Levels that are sought without a job: "interns for marketing"."""


def read_unnamed(layout: Layout, draft: Draft) -> None:
    """Add the phrases that carry meaning, clause by clause."""
    for match in _SAID["anywhere"].finditer(layout.text):
        draft.covered.add(*match.span())
        draft.dropped.append("location")
    _read_lone_title(layout, draft)
    read_unknown_trades(layout, draft)
    _read_amounts(layout, draft)
    before = len(draft.found)
    told = Cover(len(layout.text), ((f.start, f.start + 1) for f in draft.found))
    told_at_length = len(layout.text) > PROSE and not layout.posting
    for clause in layout.clauses:
        if clause.effect == "drop":
            _drop(layout, clause, draft)
            continue
        for phrase in _phrases(layout, clause, draft):
            if join_unknown(layout.text, phrase, draft, told=told_at_length):
                continue
            if layout.posting and _says_enough(layout, phrase, told):
                continue
            if len(draft.found) - before < MOST_PHRASES or layout.posting:
                _add_phrase(layout, clause, phrase, draft)
                told.add(phrase.start, phrase.end)


def _read_amounts(layout: Layout, draft: Draft) -> None:
    """Add how fast somebody should key; how large the place is, which few tell, is a preference."""
    for amount in find_amounts(layout.text):
        effect = layout.clause_at(amount.start).effect
        lead = layout.text[max(0, amount.start - _BEFORE) : amount.start]
        if not amount.speed and draft.covered.touches(amount.start, amount.end):
            continue
        if effect in ("must", "nice"):
            bound = amount.speed or amount.more or _AT_LEAST.search(lead)
            wish = Criterion("text", amount.name, WEIGHTS[effect] if bound else "nice")
            draft.found.append(Found(wish, amount.start, amount.end))
        draft.covered.add(amount.start, amount.end)


def _read_lone_title(layout: Layout, draft: Draft) -> None:
    """Add a job that opens a piece of a request that names no other: "AutoCAD. architect"."""
    if layout.posting or draft.sought or len(layout.text) > PROSE:
        return
    for match in _OPENS_PIECE.finditer(layout.text):
        start, end = match.span("word")
        title = canonical_title(match["word"])
        if match["word"].casefold() in _DEEDS:
            continue
        if title and not draft.covered.touches(start, end) and not layout.cues.touches(start, end):
            if layout.clause_at(start).effect == "must":
                draft.add((Term("title", title, start, end),), "must")
                draft.covered.add(start, end)
            return


def _phrases(layout: Layout, clause: Clause, draft: Draft) -> list[Phrase]:
    return find_phrases(layout.text, clause.start, clause.end, draft.covered, layout.cues)


def _stands_alone(layout: Layout, phrase: Phrase) -> bool:
    """Return whether an item of a list says nothing else: not "more in spring"."""
    left, right = _item(layout.text, phrase)
    around = f"{layout.text[left : phrase.start]} {layout.text[phrase.end : right]}"
    return all(word.casefold() in FILLER - _WITHIN for word in WORD.findall(around))


def _says_enough(layout: Layout, phrase: Phrase, told: Cover) -> bool:
    """Return whether an item of a list has been read already: the rest only adorns it."""
    return told.touches(*_item(layout.text, phrase))


def _item(text: str, phrase: Phrase) -> Span:
    """Return where the item of a list begins and ends that holds a phrase."""
    left = max(text.rfind(mark, 0, phrase.start) + 1 for mark in "\n,.;:")
    ends = [at for mark in "\n,.;" if (at := text.find(mark, phrase.end)) >= 0]
    return left, min(ends, default=len(text))


def _drop(layout: Layout, clause: Clause, draft: Draft) -> None:
    topics = _SAID["topic"].findall(layout.text[clause.start : clause.end])
    phrases = _phrases(layout, clause, draft) if not topics else []
    draft.dropped.extend(t.lower() for t in topics)
    draft.dropped.extend(known_phrase(p.words)[1] for p in phrases)


def _add_phrase(layout: Layout, clause: Clause, phrase: Phrase, draft: Draft) -> None:
    weight = WEIGHTS[clause.effect]
    if weight == "avoid" and _NOTHING_ELSE.search(layout.text, clause.start, phrase.start):
        return
    if weight == "avoid" and not layout.posting and _refuses_interns(phrase.words):
        _keep(phrase, [("title", INTERN)], weight, draft)
        return
    names = known_alternatives(phrase.words)
    if layout.posting and " " not in phrase.words and not _stands_alone(layout, phrase):
        names = []
    if names and not _means_another(layout, phrase, names):
        _keep(phrase, names, weight, draft)
    elif title := _job_named(layout, phrase, weight, draft):
        _keep(phrase, [("title", title)], weight, draft)
    elif _is_wish(layout, phrase, weight, draft):
        values = alternatives_in(phrase.words) or (phrase.words,)
        if weight == "must" and _MONEY.search(layout.text, phrase.start - 1, phrase.end):
            weight = "nice"  # how much was answered for differs from résumé to résumé
        wish = Criterion("text", "", weight).of(values)
        draft.found.append(Found(wish, phrase.start, phrase.end))
        draft.covered.add(phrase.start, phrase.end)


def _keep(phrase: Phrase, names: list[tuple[Kind, str]], weight: Weight, draft: Draft) -> None:
    """Add the known names of a phrase as one wish for any of them, or each where all are asked."""
    terms = tuple(Term(kind, name, phrase.start, phrase.end) for kind, name in names)
    both = re.search(r"\band\b|&", phrase.words, re.IGNORECASE)
    for group in [(t,) for t in terms] if both else [terms]:
        draft.add(group, weight)
    draft.covered.add(phrase.start, phrase.end)


def _job_named(layout: Layout, phrase: Phrase, weight: Weight, draft: Draft) -> str | None:
    """Return the job a phrase names where none is sought yet, or one is not wanted beside it."""
    told = layout.posting or (draft.sought and weight != "avoid")
    return None if told else canonical_title(phrase.words)


def _means_another(layout: Layout, phrase: Phrase, names: list[tuple[Kind, str]]) -> bool:
    """Return whether the text shows that known words say something else: sales that are taxed."""
    told = f"{layout.text}\n{layout.beside}"
    other = (means_another(name, told, phrase.start, phrase.end) for _, name in names)
    return any(other) or of_no_trade(phrase.words, layout.text, layout.beside)


def _refuses_interns(words: str) -> bool:
    """Return whether refused words name interns, alone or among other levels."""
    named = _INTERNS.search(words) is not None
    return named and (" " not in words or names_levels(words))


def _is_wish(layout: Layout, phrase: Phrase, weight: Weight, draft: Draft) -> bool:
    alone = " " not in phrase.words
    if alone and _LABEL.match(layout.text, phrase.end):
        return False
    if weight == "avoid" and _SAID["characters"].fullmatch(phrase.words):
        return False
    if names_levels(phrase.words):
        let_in = weight != "must" or welcomes(layout.text, phrase.end)
        return not let_in and _LEARNERS.fullmatch(phrase.words) is not None
    if weight == "avoid" and (
        len(phrase.words.split()) > _LONGEST_AVOIDED or _AGO.search(phrase.words)
    ):
        return False
    asked = _SAID["asked_for"].search(layout.text, max(0, phrase.start - _BEFORE), phrase.start)
    if not (asked or is_language(phrase.words) or (draft.sought and _stands_alone(layout, phrase))):
        return False
    if len(layout.text) <= PROSE or _KNOWS.search(
        layout.text, max(0, phrase.start - _BEFORE), phrase.start
    ):
        return True
    return not (alone or _SAID["talk"].search(phrase.words))
