"""Finds how a message is signed: the closing words, and with them a name, a job and a firm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from tools.pattern_table import patterns
from tools.request.filler import FILLER
from tools.request.terms import Cover, Span
from tools.vocabulary import word_sets
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import canonical_skill
from tools.vocabulary.titles import canonical_title

_SAID = patterns(__package__, "signatures.tsv")

_RULE = re.compile(r"^[>, \t]*--[ \t]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[> \t]*\n\s*")
_WORD = re.compile(r"[^\W_][\w'’.&+-]*")
_BETWEEN = word_sets.words("at of for and the in de del la van von der den al da")
_GOES_ON = word_sets.words("or and but in no not with also plus any only so")
_PIECE = re.compile(r"[,|/\n()]|\s-+\s")
_SMALL = re.compile(r"[ \t]*[,!;:-]+[ \t]*(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)[ \t.!,]*\Z")
_MOST = 16
"""Words of a line that names somebody, their job and their firm."""
_FEW = 4
_MOST_CLOSINGS = 10
"""Signatures of one text, for each of them is followed to its end."""
_OLDER = re.compile(
    r"\n[> \t]*(?:[-_]{3,}[ \t]*\w|(?:from|sent|subject)[ \t]*:|on\b[^\n]*\bwrote)", re.I
)


def find_signatures(text: str, addresses: Cover, *, letter: bool) -> list[Span]:
    """Return where messages are closed and signed, and the notices of lawyers below them.

    In a `letter`, which greets or has the head of an e-mail, a name that ends it signs it.
    """
    spans = [span for start, end in _closings(text) if (span := _signed(text, start, end))]
    signed = Cover(len(text), spans)
    last = _unclosed(text, addresses, letter=letter)
    spans += [span for span in last if not signed.touches(*span)]
    return sorted([*spans, *_notices(text)])


def _closings(text: str) -> Iterator[Span]:
    found = (
        m.span()
        for p in (_SAID["closing"], _RULE)
        for m in islice(p.finditer(text), _MOST_CLOSINGS)
    )
    return (span for span in sorted(found) if _WORD.search(text, 0, span[0]))


def _signed(text: str, start: int, end: int) -> Span | None:
    """Return the closing words with the signature behind or below them."""
    stop = _line_end(text, end)
    rest = text[end:stop]
    behind = rest.strip(" \t,.!;:-")
    if behind and not (_names_somebody(rest) or _is_small_name(text, end, stop)):
        return None
    return start, max(stop, _below(text, stop, named=bool(behind)))


def _below(text: str, at: int, *, named: bool) -> int:
    """Return where the lines of a signature end that stand below its closing words."""
    older = _OLDER.search(text, at)
    stop = older.start() if older else len(text)
    blocks = list(_paragraphs(text, at, stop))
    if not blocks:
        return at
    first, *rest = blocks
    top = text[first[0] : _line_end(text, first[0])]
    if not named and not _names_somebody(top) and not _is_lone(top):
        return at
    end = _before_asked(text, *first)
    asked = any(
        _SAID["asks"].search(text, *b) and not _SAID["notice"].search(text, *b) for b in rest
    )
    return end if asked or end < first[1] or not rest else rest[-1][1]


def _paragraphs(text: str, start: int, stop: int) -> Iterator[Span]:
    breaks = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text, start, stop)]
    edges = [(start, start), *breaks, (stop, stop)]
    for (_, left), (right, _) in pairwise(edges):
        if word := _WORD.search(text, left, right):
            yield word.start(), right


def _before_asked(text: str, start: int, end: int) -> int:
    """Return where the first line of a block begins that asks for something, or its end."""
    at = start
    while at < end:
        stop = min(end, _line_end(text, at))
        if _SAID["asks"].search(text[at:stop]):
            return max(start, at - 1)
        at = stop + 1
    return end


def _unclosed(text: str, addresses: Cover, *, letter: bool) -> Iterator[Span]:
    """Yield the last paragraph where it names somebody, as at the end of a letter."""
    blocks = [b for b in _paragraphs(text, 0, len(text)) if not _SAID["notice"].search(text, *b)]
    if len(blocks) < 2:
        return
    start, end = blocks[-1]
    if _SAID["asks"].search(text, start, end) or not (letter or addresses.touches(start, end)):
        return
    top = text[start : _line_end(text, start)]
    words = _WORD.findall(_PIECE.split(top)[0])
    if _names_somebody(top) and len(words) <= _FEW and resolve(" ".join(words)) is None:
        yield start, end


def _notices(text: str) -> Iterator[Span]:
    for match in _SAID["notice"].finditer(text):
        end = _PARAGRAPH.search(text, match.end())
        yield text.rfind("\n", 0, match.start()) + 1, end.start() if end else len(text)


def _names_somebody(said: str) -> bool:
    """Return whether the words are a name, alone or before a job and a firm, all in capitals."""
    words = _WORD.findall(said)
    if not words or len(words) > _MOST or "?" in said or not words[0][:1].isupper():
        return False
    if words[0].casefold() in _GOES_ON:
        return False
    if not all(w[:1].isupper() or w.casefold() in _BETWEEN for w in words):
        return False
    pieces = [p.strip(" \t.!;:-") for p in _PIECE.split(said)]
    first, *others = [p for p in pieces if p]
    if others and resolve(f"{first}, {others[0]}") is not None:
        return False
    return not _is_known(first)


def _is_known(words: str) -> bool:
    return canonical_title(words) is not None or canonical_skill(words) is not None


def _is_small_name(text: str, start: int, stop: int) -> bool:
    """Return whether a name in small letters ends the text: "thanks, austin"."""
    found = _SMALL.match(text, start, stop)
    if found is None or _WORD.search(text, stop):
        return False
    words = found["name"].split()
    return not any(w.casefold() in FILLER or _is_known(w) for w in words)


def _is_lone(said: str) -> bool:
    """Return whether a line is one word, by which somebody signs below closing words."""
    words = _WORD.findall(said)
    return len(words) == 1 and words[0].casefold() not in FILLER and "?" not in said


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop
