"""Cuts the subject of a degree out of the words behind its name: school, place and honours go."""

import re
from functools import cache

from tools.vocabulary.places import resolve
from tools.vocabulary.tables import read_words
from tools.vocabulary.word_sets import words as word_set

_STOP = re.compile(
    r"\s*(?:\b(?:from|at|with|university|college|school|institute|city|state|gpa|degree|minor|or"
    r"|graduat\w*|required|preferred|expected|completed|and a|for|is|was|who|near|company|academy"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|fall|winter|autumn|current"
    r"|present|underway|concentration|emphasis|option|bachelors?|masters?|associates?"
    r"|high school|honors|coursework|major)\b|\s[-\u2013]\s|\s{2,}|[\u200b\u00ef]).*",
    re.IGNORECASE | re.DOTALL,
)
_NAMED_SCHOOL = re.compile(
    r"\s*(?:university|college|school|institute|academy|state)\b(?!\s+(?:of|in)\b)", re.IGNORECASE
)
_SCHOOL_OF = re.compile(
    r"\s*(?:(?:graduate|state|community|technical)\s+)?(?:university|college|school|institute|academy)\b",
    re.IGNORECASE,
)
_LONG_FIELD = 7
_GRADED = re.compile(r"\(?hon(?:ou?r)?s\.?\)?|honou?rs", re.IGNORECASE)
_WITHIN = frozenset({"and", "&", "of", "in", "with", "for"})
_LOOSE_ENDS = frozenset({"and", "&", "of", "in", "the", "with"})
_LETTERS = frozenset(
    {"IT", "HR", "CS", "EE", "PE", "ME", "PR", "AI", "CSE", "ECE", "EEE", "EECS", "MIS", "CIS"}
)
_SHORT = 5
_OF_SCHOOLS = word_set("national the royal american imperial")


def tidy_field(field: str) -> str | None:
    """Return the subject without what follows it (school, date, place), None when none is left."""
    stop = _STOP.search(field)
    words = (field[: stop.start()] if stop else field).strip(" -'\"\t").split()
    if stop and _NAMED_SCHOOL.match(stop.group()):
        words = _before_school(words)
    elif stop and _SCHOOL_OF.match(stop.group()):
        words = _before_place(words)
    while words and words[-1].lower() in _LOOSE_ENDS:
        words = words[:-1]
    words = _said_once(words)
    while len(words) > 1 and _is_shouted(words[-1]) and not words[0].isupper():
        words = words[:-1]
    if stop and _SCHOOL_OF.match(stop.group()) and len(words) == 3 and words[2] == words[0]:
        words = words[:2]  # "Culinary Arts Culinary Institute"
    while len(words) > 1 and _GRADED.fullmatch(words[-1]):
        words = words[:-1]
    if not words or len(words) > _LONG_FIELD:
        return None
    field = " ".join(words)
    return field if len(field) >= 3 or field in _LETTERS else None


def is_field_word(word: str) -> bool:
    """Return whether a word is one that fields of study are named with."""
    parts_of = re.split(r"[-/]", word.lower().replace("'s", ""))
    return all(part.strip(".,&'/") in _field_words() for part in parts_of)


@cache
def _field_words() -> frozenset[str]:
    return frozenset(read_words("field_words.txt"))


def _said_once(words: list[str]) -> list[str]:
    """Return a subject without its repetition: "Finance and Trade India Finance and"."""
    for size in range(1, len(words)):
        again = words[size:]
        if size > 1 and len(again) > size and words[:size] == again[:size]:
            return words[:size]
        if not _begins_alike(words, again) or size < len(again):
            continue
        first = words[:size]
        if size > 1 and first[-2].lower() not in _WITHIN and _is_country(first[-1]):
            return first[:-1]
        if len(again) > 1 or size == 1:  # "Business and International Business" repeats nothing
            return first
    return words


def _begins_alike(words: list[str], again: list[str]) -> bool:
    """Whether a subject begins again, the last word perhaps cut off at the end of what is read."""
    *whole, last = again
    at = len(whole)
    cut = len(last) > 3 and words[at].startswith(last)
    return words[:at] == whole and (words[at] == last or cut)


def _is_country(word: str) -> bool:
    place = resolve(word)
    return place is not None and place.country is not None and not (place.city or place.region)


def _before_school(words: list[str]) -> list[str]:
    """Return the subject, without the name of the school that follows: "Law | Stanford"."""
    # "US History Emory University": one unknown word may lead where others follow the subject.
    led = len(words) > 2 and not is_field_word(words[0]) and is_field_word(words[1])
    count = 1 if led else 0
    while count < len(words) and (is_field_word(words[count]) or words[count].lower() in _WITHIN):
        count += 1
    return [] if led and count == len(words) else words[:count]


def _before_place(words: list[str]) -> list[str]:
    """Return the subject without the place that begins a school's name: "Law Georgia School of"."""
    while len(words) > 1 and words[-2].lower() not in _WITHIN:
        of_school = words[-1].lower() in _OF_SCHOOLS
        if not of_school and (is_field_word(words[-1]) or resolve(words[-1]) is None):
            break
        words = words[:-1]
    return words


def _is_shouted(word: str) -> bool:
    """Whether a word in capitals is the school's: "English Literature UC SANTA BARBARA"."""
    known = word in _LETTERS or is_field_word(word)
    return word.isalpha() and word.isupper() and len(word) > 1 and not known


def ends_subject(words: str) -> bool:
    """Return whether a school, a date or a place ends the subject among the words."""
    return _STOP.search(words) is not None


def is_acronym(word: str) -> bool:
    """Whether letters stand there that no field is shortened to: the school of "MBA - EAE"."""
    known = word in _LETTERS or is_field_word(word)
    return word.isalpha() and word.isupper() and 3 <= len(word) <= _SHORT and not known


def is_remark(said: str) -> bool:
    """Whether words in small letters are no subject: ": culinary arts" is one."""
    stop = _STOP.search(said)
    named = (said[: stop.start()] if stop else said).split()
    return said[0].islower() and not (
        named and all(is_field_word(word) or word in _WITHIN for word in named)
    )
