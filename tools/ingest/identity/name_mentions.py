"""Finds every later mention of a known name: in full, reversed, by initials, by one part of it."""

from __future__ import annotations

import re
import unicodedata

from tools.ingest.dates.months import month_of
from tools.ingest.identity.contacts import Span
from tools.ingest.identity.name_words import PARTICLES, is_ordinary, own_words

NAME = "⟨name⟩"

_HONORIFIC = re.compile(
    r"(?:\b(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|mme|mlle|monsieur|madame|sr|sra|señora?|se[nñ]or)"
    r"\.?\s+)$",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?:[ \t]*\n?[ \t]*|,\s*|-|[ ]?(?:[^\W\d_]\.\s?){1,3}|(?:\s+(?:"
    + "|".join(sorted(PARTICLES))
    + r")\.?)+(?:\s+|[-'’])){1,2}",
    re.IGNORECASE,
)
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ -]?){1,3}\s?$")
_INITIALS_AFTER = re.compile(r",?\s(?:[^\W\d_]\.[ -]?){1,3}(?![^\W\d_])")
_PERSON_AFTER = re.compile(
    r"['’]s\b|\s+(?:is|was|has|had|will|can|led|ran|built|made|won|wrote|taught|took|kept|brings"
    r"|works|holds|leads|manages|speaks|knows|[a-z]+ed)\b"
)
_UMLAUTS = str.maketrans(
    dict(zip("äöüßÄÖÜøØ", ("ae", "oe", "ue", "ss", "Ae", "Oe", "Ue", "o", "O"), strict=True))
)
_SPACE = r"[\s\u00a0]+"
_NOW = frozenset({"present", "current", "now", "today", "date"})
_YEAR_AFTER = re.compile(r"\.?,?[ ]?(?:\d{1,2},?[ ])?['’]?\d{2}(?:\d{2})?(?!\d)")
_YEAR_BEFORE = re.compile(r"(?<!\d)\d{2}(?:\d{2})?\s?(?:[-\u2010-\u2015]|to|until|till)\s?$")
_AMONG_WORDS = re.compile(r"(?:^|[\s(])(?:[a-z]{2,},?|[(/])[ ]?$")
_SENTENCE_START = re.compile(r"(?:^|[.!?;:\n•]\s*)$")


def find_name_mentions(text: str, name: str) -> list[Span]:
    """Return every stretch of the text that names the person.

    A part that is also an ordinary word ("Baker", "May") counts beside another part, after an
    honorific, or where a sentence makes a person of it.
    """
    parts = name_parts(name)
    if not parts:
        return []
    pattern = re.compile(
        r"(?<![^\W_])(?:" + "|".join(re.escape(part) for part in _spellings(parts)) + r")(?![^\W_])"
    )
    whole = [match.span() for match in _whole(name).finditer(text)]
    spans = [_span(text, start, end, alone=False) for start, end in whole]
    hits = [match.span() for match in pattern.finditer(text) if not _in_a_date(text, match)]
    hits = [hit for hit in hits if not any(low <= hit[0] < high for low, high in whole)]
    for run in _runs(text, hits):
        start, end = run[0][0], run[-1][1]
        if len(run) > 1 or _distinctive(text, start, end, name.isupper()):
            spans.append(_span(text, start, end, alone=len(run) == 1))
    return spans


def _in_a_date(text: str, part: re.Match[str]) -> bool:
    """Return whether a part of a name stands in a date there: "Jan 2019", "2019 – Present"."""
    word = part[0].lower()
    if month_of(word) and _YEAR_AFTER.match(text, part.end()):
        return True
    before = text[max(0, part.start() - 12) : part.start()]
    return word in _NOW and _YEAR_BEFORE.search(before) is not None


def _whole(name: str) -> re.Pattern[str]:
    """Return a pattern for the name in full, however it is turned, spaced and capitalised."""
    words = [re.escape(word) for word in name.split()]
    forms = [_SPACE.join(words)]
    forms += [
        rf"{_SPACE.join(words[at:])},{_SPACE}{_SPACE.join(words[:at])}"
        for at in range(1, len(words))
    ]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])", re.IGNORECASE)


def name_parts(name: str) -> list[str]:
    """Return the words of a name that can stand for the person, longest first."""
    words = [word.strip(".,") for word in name.split()]
    parts = [word for word in own_words(words) if len(word) > 1]
    parts += [piece for word in parts for piece in re.split(r"[-\u2010]", word) if "-" in word]
    return sorted({part for part in parts if len(part) > 1}, key=lambda part: (-len(part), part))


def _spellings(parts: list[str]) -> list[str]:
    """Return the ways in which the parts may be written: in capitals, without their accents."""
    spellings = {
        form
        for part in {plain for part in parts for plain in _plain(part)}
        for form in (
            part,
            part.upper(),
            part.title(),
            part.capitalize(),
            part[0].upper() + part[1:],
        )
        if len(part) > 1
    }
    return sorted(spellings, key=lambda form: (-len(form), form))


def _plain(part: str) -> tuple[str, ...]:
    """Return a part of a name as it is and in plain letters: "Müller", "Mueller", "Muller"."""
    if part.isascii():
        return (part,)
    split = unicodedata.normalize("NFKD", part)
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    return part, part.translate(_UMLAUTS), bare


def _runs(text: str, hits: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Neighbouring parts belong to one mention: "Roe, Jane", "Jane M. van der Roe"."""
    runs: list[list[tuple[int, int]]] = []
    for hit in hits:
        if runs and _GAP.fullmatch(text[runs[-1][-1][1] : hit[0]]):
            runs[-1].append(hit)
        else:
            runs.append([hit])
    return runs


def _distinctive(text: str, start: int, end: int, is_shouted: bool) -> bool:
    word = text[start:end]
    if _HONORIFIC.search(text[max(0, start - 12) : start]):
        return True
    if word.isupper() and not is_shouted and _AMONG_WORDS.search(text, max(0, start - 12), start):
        return False  # the ECMO that Ecmo Vale worked with
    if not is_ordinary(word) and not _lower_case_too(text, word):
        return True
    if _SENTENCE_START.search(text[max(0, start - 3) : start]):
        return bool(_PERSON_AFTER.match(text, end))
    return False


def _lower_case_too(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


def _span(text: str, start: int, end: int, *, alone: bool) -> Span:
    """Return the span with honorific and initials; after a full name "P.E." is no initial."""
    before = _INITIALS_BEFORE.search(text[max(0, start - 10) : start])
    if before:
        start -= len(before.group())
    honorific = _HONORIFIC.search(text[max(0, start - 12) : start])
    if honorific:
        start -= len(honorific.group())
    after = _INITIALS_AFTER.match(text, end) if alone else None
    end += len(after.group().rstrip()) if after else 0
    return Span(start, end, NAME, text[start:end])
