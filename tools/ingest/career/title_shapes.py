"""Tells by its shape whether a piece of a header that no vocabulary knows could be a title."""

from __future__ import annotations

import re

from tools.ingest.career.deeds import begins_an_account, is_deed
from tools.ingest.fragments import is_company
from tools.ingest.headings import heading_kind
from tools.ingest.phrases import phrases
from tools.vocabulary.places import resolve
from tools.vocabulary.word_sets import words

_SAID = phrases("career")

_LONGEST = 80
_MOST_WORDS = 9
_MANY_WORDS = 5
_FEW = 4
_FEWEST = 2
# The words and endings by which a job is known in many languages.
JOB_NAME = re.compile(rf"\b(?:{_SAID['job name']})\b", re.IGNORECASE)
JOB_WORD = re.compile(rf"\b(?:{_SAID['job name']}|\w+(?:{_SAID['job ending']}))\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)\W*(?:(?:\([^)]*\)\W*)+|[IVX]{1,3}|\d)?$")
_RANK = f"(?:{_SAID['rank']})"
# "Director of Career Services", "Manager Information Systems": titles whatever they end in.
_LEADING = re.compile(
    rf"(?:(?:[A-Z][\w.-]*\s){{0,3}}?{_RANK}s?,? (?:of|for|in|to)"
    r"|(?:director|manager|supervisor|co-?ordinator|[aes]?vp))\s\w",
    re.IGNORECASE,
)
_SURE = re.compile(rf"\b{_RANK}\W*(?:(?:\([^)]*\)\W*)+|[IVX]{{1,3}}|\d)?$", re.IGNORECASE)
HAS_RANK = re.compile(rf"\b{_RANK}\b", re.IGNORECASE)
_FIRM_END = re.compile(
    r"\s(?:&|und|and|et|y|en) (?:partners?|associates|co|sons|söhne|fils|hijos|zonen)\.?$",
    re.IGNORECASE,
)
"""How a firm of several ends, of which each is a partner: "Labor Hinnerk & Partner"."""
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th) [A-Za-z]")


_NO_BEGINNING = words("and at by for from in left of on the to while with")
_NO_END = words("a all an and at by for from in not of on the to under with")
_JOINTS = words("& / and for in of the to")
_NO_TITLE = re.compile(rf"\b(?:{_SAID['no title']})\b|[\[\]\u27e8\u27e9@]", re.IGNORECASE)


def is_title_sized(piece: str) -> bool:
    """Return whether a piece is as short as titles are."""
    joints = sum(piece.count(joint) for joint in (" / ", " & ", " - "))
    return len(piece) <= _LONGEST and piece.count(" ") - joints < _MOST_WORDS


def names_a_job(piece: str) -> bool:
    """Return whether the last word of a piece is one by which jobs are known."""
    last = _LAST_WORD.search(piece)
    return bool(last and JOB_WORD.fullmatch(last[1]))


def ranks(piece: str) -> bool:
    """Return whether a piece says a rank at its end or, with its field, at its beginning."""
    return leads(piece) or bool(_SURE.search(piece))


def leads(piece: str) -> bool:
    """Return whether a piece begins with a rank and its field: "Head of Clerical Services"."""
    return bool(_LEADING.match(piece))


def is_fragment(piece: str) -> bool:
    """Return whether a piece is torn from a sentence, a prize or a label: "Revenue from"."""
    told = piece.split()
    ends = told[0].lower() in _NO_BEGINNING or told[-1].lower() in _NO_END
    small = len(told) == 1 or any(w[0].islower() and w not in _JOINTS for w in told[1:])
    deed = small and begins_an_account(told[0]) and not names_a_job(piece)
    torn = piece.count('"') % 2 == 1 or piece.count("(") != piece.count(")")
    return ends or deed or torn or bool(_NO_TITLE.search(piece))


def stands_as_title(piece: str) -> bool:
    """Return whether a piece beside an employer could be a title though nothing in it says so."""
    if not is_title_sized(piece) or is_duty(piece) or is_fragment(piece) or len(piece) < _FEWEST:
        return False
    if piece[0].islower():
        deed = begins_an_account(piece.split()[0].capitalize())
        return piece.count(" ") < _FEW and len(piece) > _FEW and _is_plain(piece) and not deed
    begins = piece[0].isalpha() or bool(_ORDINAL.match(piece))
    prose = piece.count(" ") >= _FEW and is_prose(piece) and not names_a_job(piece)
    return begins and not prose and (bool(HAS_RANK.search(piece)) or resolve(piece) is None)


def _is_plain(piece: str) -> bool:
    return all(word[0].isalpha() and len(word) > 1 for word in piece.split())


def is_duty(piece: str) -> bool:
    """Return whether a piece tells what was done: "Greeted guests at", "Create weekly menus"."""
    return is_deed((piece.split() or [""])[0]) and is_prose(piece) and not names_a_job(piece)


def is_prose(piece: str) -> bool:
    """Whether most words after the first are written small, as they are not in a title."""
    told = [word for word in piece.split()[1:] if len(word) > 3]
    return bool(told) and sum(word[0].islower() for word in told) * 2 >= len(told)


def could_be_title(piece: str) -> bool:
    """Return whether an unknown piece could be a title: short, capital, no firm, place or duty."""
    if not is_title_sized(piece) or is_duty(piece) or is_fragment(piece):
        return False
    if not piece[:1].isalpha() and not (_ORDINAL.match(piece) and names_a_job(piece)):
        return False
    if piece.count(" ") >= _MANY_WORDS and is_prose(piece) and not names_a_job(piece):
        return False
    sure = ranks(piece)
    if _FIRM_END.search(piece) or (heading_kind(piece) not in {None, "volunteer"} and not sure):
        return False
    if is_company(piece) and not sure and not JOB_WORD.search(piece.split()[-1]):
        return False
    long = [word for word in re.findall(r"\w+", piece) if len(word) > 3]
    begins = bool(long) and (long[0][0].isupper() or (sure and piece[0].isdigit()))
    return begins and (sure or resolve(piece) is None)
