"""Find degrees of every school system and rank them, with care for "MA", "MS" and "AS"."""

import re
from functools import cache
from typing import NamedTuple

from tools.vocabulary.degree_fields import (
    ends_subject,
    is_acronym,
    is_field_word,
    is_remark,
    tidy_field,
)
from tools.vocabulary.tables import parts, read_rows

LEVELS = ("secondary", "vocational", "associate", "bachelor", "master", "doctorate")

# A full stop ends a field unless it shortens a word of it: "Mech. Eng. & Applied Mechanics".
_SHORTENED = (
    r"\b(?:Mech|Eng|Engg|Engr|Elec|Electr|Comp|Sci|Mgmt|Mgt|Mang|Admin|Bus|Chem|Env|Tech|Acct|Dev"
    r"|Psych|Ed|Educ|Econ|Comm|Comms|Info|Sys|Maths?|Stats?|Pol|Soc|Int|Intl|Hons)\."
)
_ENDS_SHORTENED = re.compile(rf"(?:{_SHORTENED})$")
_SHORTENED_LONGEST = 12
"""No shortened word is longer, so that a long line is not searched for one at its end."""
_WORDS = (
    rf"(?=[^\W\d_])(?:{_SHORTENED}|(?<=\w)/(?=[A-Z])|[^\n,;:.()\d|\u2013\u2022\uff1a/]){{2,95}}"
)
_FIELD = re.compile(
    r"(?:'s)?(?:\s*(?i:degree|diploma|\(?hons\.?\)?))?"
    r"(?:\s*(?:\bin\b|\bof\b|\ben\b)\s+(?:the\s+)?|[ \t\xa0]*(?P<lead>[:,\u2013-])[ \t\xa0]*)"
    rf"(?P<field>{_WORDS})"
)
_KIND = re.compile(r"(?:science|arts?|applied science|fine arts)s?\b\s*", re.IGNORECASE)
_STATED = re.compile(r"'?s?\s*(?:degree\b|\b(?:in|of)\s+[A-Z])|'s?\s*[:(]")
_LED_UP = re.compile(r"\s*[:(]")
_HELD = re.compile(r"\b(?:an?|with|has|have|holds?|/)\s*$|[/]$", re.IGNORECASE)
_IN_A_FIELD = re.compile(r"\s+in\s+(?P<field>[^\W\d_][\w-]*)")
_CLOSED = re.compile(r"\s*(?:[,;:.(|\n\u2013-]|$)")
_BEGINS = re.compile(r"(?:^|[\n,;:|])[ \t\u2022*-]*$")
_AT_SCHOOL = re.compile(
    r"\.?\s+(?:[A-Z][\w.'&-]*\s+){0,3}(?:University|College|Institute|School|Academy)\b"
)
"""What follows the letters of a degree with no field: "B.A University of Iona"."""
_STATE = re.compile(r"[A-Za-z.]{2,}\s?,\s*$")
_SCHOOL = re.compile(
    r"\b(?:universit|college|school|institute|degree|educat|graduat|major|gpa|alma mater)",
    re.IGNORECASE,
)
_SHORT = 5
_ABBREVIATION = re.compile(
    r"(?:(?:[A-Z][a-z]{0,4}|[a-z]|LL|[A-Z]{2,5})(?: |$))+|PhD|B[A-Z]{2}A|[A-Z]{1,2}[a-z]{1,2}"
)
_SAFE_LOWER = frozenset({"phd", "mba", "bsc", "msc", "ged", "bba", "emba", "btech", "mtech"})
_NOT_A_DEGREE = re.compile(
    r"[ -](?:DOS|level)\b"
    r"|\s+(?:Edwards|Anderson|Office|Word|Excel|SQL|Project|Access|[Ff]ellowship|[Ss]cholarship"
    r"|[Ss]tudents|[Ss]upervis\w+)\b"
)
_DIRECT_FIELD = re.compile(
    r"\.?(?:[ \t]*\(?[Hh]ons\.?\)?)?[ \t]+"
    r"(?!Candidate|Student|Program|Holder|Level|Graduate|Degree|Honou?rs)"
    rf"(?=[A-Z][a-z])(?P<field>{_WORDS})"
)
_GENERAL = parts(
    "business administration|art|arts|fine art|fine arts|science|general studies"
    "|professional studies|liberal arts|applied science|applied arts"
)
_MAJOR = re.compile(rf"[ \t]*:[ \t]*(?=[A-Z])(?P<field>{_WORDS})")


class DegreeMention(NamedTuple):
    """A degree level, its field if said, and where the text names the degree."""

    level: str
    field: str | None
    start: int
    end: int


class _Spelling(NamedTuple):
    level: str
    field: str | None
    weak: bool


def _is_abbreviation(spelling: str) -> bool:
    return bool(_ABBREVIATION.fullmatch(spelling))


def _pattern(spelling: str) -> str:
    if not _is_abbreviation(spelling):
        return re.escape(spelling).replace("'", "['\u2019]?").replace(r"\ ", r"\s+")
    forms = []
    for words in (spelling.split(), spelling.upper().split(), spelling.lower().split()):
        if len(words) == 1 and words[0].islower():
            # "as" and "ma" are ordinary words; "a bs in nursing" names a degree.
            forms.extend([] if words == ["as"] else [rf"{words[0]}(?=\s+in\s|\s+degree\b|/)"])
            continue
        # In lower case only a dot tells "b.tech" and "m.ed" from ordinary words.
        gap = r"\.?\s?" if not words[0].islower() else r"\.\s?"
        forms.append(gap.join(words) + (r"\.?" if len(words) > 1 else ""))
    plain = "".join(spelling.split())
    if plain.lower() in _SAFE_LOWER:
        forms.append(f"{plain.lower()}|{plain.capitalize()}")
    return f"(?-i:{'|'.join(dict.fromkeys(forms))})"


@cache
def _table() -> tuple[re.Pattern[str], dict[str, _Spelling]]:
    known: dict[str, _Spelling] = {}
    patterns: dict[str, str] = {}
    for row in read_rows("degrees.tsv"):
        weak = parts(row["ambiguous"])
        for spelling in parts(row["spellings"]):
            entry = _Spelling(row["level"], row["field"] or None, spelling in weak)
            known.setdefault(_fold(spelling), entry)
            patterns.setdefault(spelling, _pattern(spelling))
    grouped: dict[str, list[str]] = {}
    for spelling, pattern in sorted(patterns.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        grouped.setdefault(spelling[0].lower(), []).append(pattern)
    # A look at the first letter spares trying every spelling at every word.
    branches = (
        f"(?=[{first}{first.upper()}])(?:{'|'.join(some)})" for first, some in grouped.items()
    )
    whole = rf"(?<![\w@.-])(?:{'|'.join(branches)})(?![\w&])"
    return re.compile(whole, re.IGNORECASE), known


def _fold(surface: str) -> str:
    return re.sub(r"[\s.'\u2019-]+", "", surface).lower()


def find_degrees(text: str) -> list[DegreeMention]:
    """Return every degree the text names."""
    pattern, known = _table()
    mentions = []
    for match in pattern.finditer(text):
        spelling = known.get(_fold(match.group()))
        if spelling is None or not _meant(text, match, spelling):
            continue
        field = _field(text, match, spelling.level) or spelling.field
        mentions.append(DegreeMention(spelling.level, field, match.start(), match.end()))
    return mentions


def degree_rank(level: str) -> int:
    """Return how high a level is, from 1 for secondary school; 0 for anything unknown."""
    return LEVELS.index(level) + 1 if level in LEVELS else 0


def named_subject(statement: str) -> str:
    """Return the subject in the name of the degree a statement begins with: that of "MBA"."""
    pattern, known = _table()
    match = pattern.match(statement)
    spelling = known.get(_fold(match.group())) if match else None
    return (spelling.field if spelling else None) or ""


def _meant(text: str, match: re.Match[str], spelling: _Spelling) -> bool:
    surface = match.group()
    if _NOT_A_DEGREE.match(text, match.end()) or surface == "MARCH":
        return False
    letters = surface.replace(".", "").replace(" ", "")
    short = len(letters) <= _SHORT and letters.isalpha() and letters.upper() == letters
    return not spelling.weak or _in_context(text, match, short)


def _in_context(text: str, match: re.Match[str], short: bool) -> bool:
    surface, after = match.group(), text[match.end() : match.end() + 40]
    if surface.endswith((" of", " in")):
        return after.lstrip()[:1].isupper() and not after.lstrip().startswith("Ceremon")
    if _STATED.match(after) or (surface[0].isupper() and _LED_UP.match(after)):
        return True
    before = text[max(0, match.start() - 30) : match.start()]
    in_a_field = _IN_A_FIELD.match(after)
    if in_a_field and (_HELD.search(before) or is_field_word(in_a_field["field"])):
        return True
    if short and surface.count(".") > 1:
        return True
    if short and _STATE.search(before):
        return False
    if short and _BEGINS.search(before) and _AT_SCHOOL.match(after):
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : _line_end(text, match.end())]
    return bool(_CLOSED.match(after) and _SCHOOL.search(line))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _field(text: str, match: re.Match[str], level: str) -> str | None:
    if level == "secondary":
        return None
    ending = re.search(r"\b(?:of|in|en|:)$", match.group())
    start = match.end() - len(ending.group()) if ending else match.end()
    found = _FIELD.match(text, start)
    if found is None:
        return _direct_field(text, match)
    # After a comma or a colon only a capital tells a field from the next remark.
    said = found["field"]
    if found["lead"] and (is_remark(said) or is_acronym(said.strip())):
        return None
    kind = _KIND.match(found["field"])
    if kind:
        again = _FIELD.match(text, found.start("field") + len(kind.group().rstrip()))
        if again:
            return tidy_field(again["field"])
        return None if kind.end() == len(found["field"].rstrip()) else tidy_field(found["field"])
    field = tidy_field(found["field"])
    if field and field.lower() in _GENERAL:
        major = _MAJOR.match(text, found.end())
        return (tidy_field(major["field"]) if major else None) or field
    return field


def _direct_field(text: str, match: re.Match[str]) -> str | None:
    """Return the field that follows with nothing between: "BSc Physics"."""
    found = _DIRECT_FIELD.match(text, match.end())
    if found is None:
        return None
    if _is_abbreviation(_bare(match)):
        return tidy_field(found["field"])
    # After a degree spelled out stands its school more often than its subject.
    spelled = len(match.group().split()) > 2
    whole = spelled and not ends_subject(found["field"])
    return tidy_field(found["field"]) if whole else None


def shortened(text: str, end: int) -> bool:
    """Return whether text[:end] ends in a word of a field that a full stop shortens: "Mech."."""
    return bool(_ENDS_SHORTENED.search(text, max(0, end - _SHORTENED_LONGEST), end))


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"[.\s]+", " ", match.group()).strip()
