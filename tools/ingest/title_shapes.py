"""Tells by its shape whether a piece of a header that no vocabulary knows could be a title."""

from __future__ import annotations

import re

from tools.ingest.fragments import is_company
from tools.vocabulary.places import resolve
from tools.vocabulary.word_sets import words

_LONGEST = 80
_MOST_WORDS = 9
_MANY_WORDS = 5
# The words and endings by which a job is known in many languages.
JOB_WORD = re.compile(
    r"\b(?:officer|manager|lead(?:er)?|head|assistant|trainee|intern|apprentice|associate|director"
    r"|supervisor|technician|specialist|engineer|operator|oficial|auxiliar|jef[ea]|encargad[oa]"
    r"|responsable|chef(?:fe)?|lehrling|auszubildende[rn]?|azubi|praktikant(?:in)?|stagiaire"
    r"|sachbearbeiter(?:in)?|leiter(?:in)?|helper|worker|hand|cover|attendant|agent|student"
    r"|representative|rep|analyst|clerk|secretary|nurse|president|executive|hostess|waitress"
    r"|architect|advocate|aide|foreman|paralegal|pilot|mechanic|member|chief"
    r"|practitioner|partner|owner|freelancer?|tutor|coach|\w+(?:ist|ician|eur|euse|ière|tor|dor"
    r"|dora|ero|era|erin|ologe|ologin|nik|ant|ante|er))\b",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(\w+)\W*(?:\([^)]*\)\W*)?$")
_DONE = re.compile(r"[A-Z][a-z]{2,}(?:ed|ly)")
_DUTIES = words(
    """answer arrange assemble assist attend build clean collect conduct contact control coordinate
    cover create design develop direct drive ensure establish evaluate facilitate follow greet
    handle help hire identify implement inspect install keep made maintain make manage meet mentor
    monitor open operate order organize oversaw oversee participate perform plan prepare process
    produce provide purchase receive recruit repair research responsible review run schedule sell
    serve set spearheaded stock supervise support take taught teach track train update use utilize
    work write my i we our"""
)


def is_title_sized(piece: str) -> bool:
    """Return whether a piece is as short as titles are."""
    return len(piece) <= _LONGEST and piece.count(" ") < _MOST_WORDS


def names_a_job(piece: str) -> bool:
    """Return whether the last word of a piece is one by which jobs are known."""
    last = _LAST_WORD.search(piece)
    return bool(last and JOB_WORD.fullmatch(last[1]))


def is_duty(piece: str) -> bool:
    """Return whether a piece tells what was done: "Greeted guests at", "Create weekly menus"."""
    first = (piece.split() or [""])[0]
    done = bool(_DONE.match(first)) or first.lower() in _DUTIES
    return done and _is_prose(piece) and not names_a_job(piece)


def _is_prose(piece: str) -> bool:
    """Whether most words after the first are written small, as they are not in a title."""
    told = [word for word in piece.split()[1:] if len(word) > 3]
    return bool(told) and sum(word[0].islower() for word in told) * 2 >= len(told)


def could_be_title(piece: str) -> bool:
    """Return whether an unknown piece could be a title: short, capital, no firm, place or duty."""
    if not is_title_sized(piece) or not piece[:1].isalpha() or is_duty(piece):
        return False
    if piece.count(" ") >= _MANY_WORDS and _is_prose(piece) and not names_a_job(piece):
        return False
    if is_company(piece) and not JOB_WORD.search(piece.split()[-1]):
        return False
    long = [word for word in re.findall(r"\w+", piece) if len(word) > 3]
    return bool(long) and long[0][0].isupper() and resolve(piece) is None
