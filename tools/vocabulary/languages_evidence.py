"""Judge from the words around it whether a language's name claims that somebody speaks it."""

import re
from typing import NamedTuple

from tools.pattern_table import patterns
from tools.vocabulary.languages_doubt import doubt_of, is_of_others

_SAID = patterns(__package__, "languages_evidence.tsv")
_REACH = 70
_JOB_ABOVE = 300
"""How far above a title may stand that says the language of those served there is spoken."""
_LINES_BELOW = 5


class Evidence(NamedTuple):
    """What the surroundings say; `shares` lets the level cover the rest of a list.

    `doubt` says why somebody may not speak the language yet.
    """

    accepted: bool
    barred: bool
    level: str | None
    shares: bool
    doubt: str = ""


def gather(text: str, start: int, end: int, trusted: bool, gap: str = "") -> Evidence:
    """Weigh the text on both sides of one language name, and before the next one the gap."""
    line_start = text.rfind("\n", 0, start) + 1
    left = text[max(line_start, start - _REACH) : start]
    right = text[end : end + _REACH]
    capital = not text[start].islower()
    before, after = _SAID["before"].search(left), _SAID["after"].match(right)
    others = not trusted and is_of_others(left, right)
    others = others and not _SAID["titled"].search(text, max(0, start - _JOB_ABOVE), start)
    if others or _SAID["subject"].match(right) or _SAID["others"].search(left):
        return Evidence(accepted=False, barred=True, level=None, shares=False)
    if not trusted and (doubt := doubt_of(left, right)):
        return Evidence(accepted=True, barred=True, level=None, shares=False, doubt=doubt)
    skill = after and after.group().strip(" :(-").lower() in {"proficiency", "fluency"}
    level = (_level(before) or _level(after)) if skill else (_level(after) or _level(before))
    shares = after is None and before is not None
    if _SAID["speaking"].match(right) or (after and _short(right, after)):
        return Evidence(accepted=True, barred=False, level=level, shares=False)
    paired = gap.strip() in {"-", "\u2013"} or (_SAID["both"].search(left) and right[1:2].isupper())
    barred = not paired and bool(_SAID["barred"].match(right))
    spoken = bool(before or _SAID["cue"].search(left)) and not barred
    item = capital and not barred and _SAID["item"].match(right)
    listed = item and _under_heading(text, line_start, left)
    asked = trusted and not barred and bool(_SAID["asked"].search(left)) and (capital or bool(left))
    asked = asked or (trusted and bool(_SAID["required"].match(right)))
    return Evidence(bool(spoken or listed or asked), barred, level, shares)


def joins_list(gap: str) -> bool:
    """Tell whether two languages with this text between them stand in one list."""
    return bool(_SAID["join"].fullmatch(gap))


def _level(match: re.Match[str] | None) -> str | None:
    """Return the level a match claims, or the one below where it nearly does."""
    if match is None or match.lastgroup is None:
        return None
    almost = _SAID["almost"].search(match.string, 0, match.start(match.lastgroup))
    return "intermediate" if almost and match.lastgroup == "fluent" else match.lastgroup


def _short(right: str, match: re.Match[str]) -> bool:
    """Whether the level closes its phrase, so "French, excellent cook" claims nothing."""
    rest = right[match.end() :]
    return _SAID["closes"].match(rest) is not None


def _under_heading(text: str, line_start: int, left: str) -> bool:
    if _SAID["heading"].match(left):
        return True
    above = text[max(0, line_start - 300) : line_start].split("\n")[-2 : -2 - _LINES_BELOW : -1]
    headed = (line for line in above if len(line) < 40)
    nearest = next(
        (h for h in headed if _SAID["heading"].match(h) or _SAID["other heading"].fullmatch(h)), ""
    )
    return _SAID["heading"].match(nearest) is not None
