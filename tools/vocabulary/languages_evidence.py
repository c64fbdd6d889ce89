"""Judge from the words around it whether a language's name claims that somebody speaks it."""

import re
from typing import NamedTuple

from tools.vocabulary.languages_doubt import doubt_of, is_of_others

_LEVEL_WORDS = {
    "native": r"native(?:[ -](?:level|like|speaker|fluency|or bilingual))?|mother[ -]tongue"
    r"|first language|muttersprach\w*|langue maternelle|lengua materna|madrelingua|maternelle",
    "fluent": r"fluent(?:ly)?|fluency|business[ -]fluent|full professional|professional working"
    r"|professional|proficient|proficiency|advanced|excellent|verhandlungssicher|flie(?:\u00df|ss)end"
    r"|courant|couramment|con fluidez"
    r"|bilingue?|bilingual|trilingual|fluido|strong|expert|near[ -]native|C1|C2"
    r"|(?:(?:read|writ|speak|spoken)(?:e|ing|ten)?(?:, | and |, and | ?[/&] ?)?){3}",
    "intermediate": r"intermediate|conversational(?:ly)?|conversant|working knowledge"
    r"|good|solid|decent|moderate|limited working"
    r"|gute?|semi[ -]fluent|interm\u00e9diaire|intermedio|competent|B1|B2",
    "basic": r"basics?|beginners?|beginning|novice|elementary(?!\s+school)|grundkenntnisse|some"
    r"|limited|rusty|survival|forgotten|a little|notions|scolaire"
    r"|b\u00e1sico|rudimentary|A1|A2",
}
_ANY = "|".join(f"(?P<{level}>{words})" for level, words in _LEVEL_WORDS.items())
_FILL = (
    r"(?:in|spoken|written|verbal|oral|reading|speaking|writing|and|or|both|knowledge|skills?"
    r"|command|of|speaker|level|the|language|languages|ability|to|speak|read|write|&|/|,|-|am|is)"
)
_BEFORE = re.compile(rf"\b(?:{_ANY})(?:[\s:(-]*\b{_FILL}\b|\s*[/&,])*[\s:(,-]*$", re.IGNORECASE)
_AFTER = re.compile(
    rf"^[\s]?[\s:(\[\u2013,-]{{0,4}}(?:(?:level|spoken|written|speaker|skills?|at)[\s:]+)?\b(?:{_ANY})\b"
    r"(?!\s+(?:in|of|knowledge\s+of|skills?\s+in|user|communicat\w*|with|customer))",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:\b(?:speaks?|spoke|speaking|spoken|spricht|parle|habla|hablo|communicate in|knows?"
    r"|understands?|languages?\s*(?:spoken|known|skills?)?\s*[:\u2013-]|languages? such as"
    r"|sprachen\s*:|langues\s*:|idiomas\s*:|translat\w+(?:\s+\w+){0,3}?\s+(?:from|to|into|between)"
    r"|interpret\w*(?:\s+\w+){0,3}?\s+(?:from|to|into|between|for)|native speaker of"
    r"|reads?(?:,| and) writes?|read and write|multilingual|bilingual|trilingual)"
    r"(?:\s+(?:and write|in|both|fluent|some|couramment|con fluidez|flie(?:\u00df|ss)end))?"
    r"(?:\s+(?:le|el))?)"
    r"[\s:(\u2013,-]*$",
    re.IGNORECASE,
)
_ALMOST = re.compile(r"\b(?:almost|nearly|near|close to|less than)[\s-]+$", re.IGNORECASE)
_SPEAKING = re.compile(
    r"^[\s-]{0,2}(?:speaking|speakers?\b|fluency|proficiency|sprachig|native|language skills?"
    r"|\(?(?:spoken|written|verbal|read|speak|reading(?!\s(?-i:[A-Z]))|mother|oral)\b|interpreter|translator"
    r"|muttersprachler\w*|kenntnisse)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:foreign |spoken |additional )?(?:languages?|sprachen|sprachkenntnisse|langues|idiomas"
    r"|language skills)\b[\s:\u2013-]*(?:$|\S)",
    re.IGNORECASE,
)
_OTHER_HEADING = re.compile(
    r"\W*(?:[\w&]+ ){0,2}(?:skills|highlights|experience|history|education|training|interests"
    r"|hobbies|affiliations|references|certifications|accomplishments|awards|summary)\W*",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"^[ \t-]{1,2}(?!and\b|or\b|is\b|as\b|at\b|in\b|for\b|to\b|from\b|with\b|required|preferred"
    r"|must|needed|a plus|speak|language|native|fluent|level|skill|proficien|basic|written"
    r"|conversation|intermediate|advanced|good|excellent|interpret|translat|business|mother|both|who|near"
    r"|only\b)"
    r"[^\W\d_]{3,}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\s+language\s+(?:arts|teacher|learner|instruct|program|class|course)", re.I
)
_OTHERS = re.compile(r"\b(?:non|limited)[ -]$", re.IGNORECASE)  # What customers lack.
_ITEM = re.compile(r"^[\s]*(?:$|[,;:|/()\n\u2022\u00b7\u2013-]|and\b|&)")
_JOIN = re.compile(
    r"\s*(?:\([^()\n]{0,40}\)|[:\u2013-]\s*\w+)?\s*(?:[,;/&|+\n\u2022\u00b7-]|and|or|und|et|y|e|to"
    r"|as well as|,\s*and|,\s*or)\s*(?:(?:some|basic|fluent|conversational|native|intermediate"
    r"|advanced|working|knowledge|of|in|speaks?|good)\s+){0,3}",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:\b(?:with|and|plus|also|or|needs?|must have|only)\s+|^\W*)$", re.IGNORECASE
)
_REQUIRED = re.compile(
    r"^\s+(?:is |would be )?(?:required|preferred|needed|(?:an? )?(?:big )?(?:plus|bonus|must)\b"
    r"|nice(?: to have)?\W*$|nice to have\b|optional|essential|desirable|only nice\b)",
    re.I,
)
_REACH = 70
_LINES_BELOW = 5
_CLOSES = re.compile(
    r"(?:\s+(?:conversational(?:ly)?|knowledge|fluency|proficiency|skills?|command))?"
    r"\s*(?:$|[,;:.|/)\]\n\u2022\u00b7-]|and\b|speaker|level)",
    re.IGNORECASE,
)


class Evidence(NamedTuple):
    """What the surroundings say; `shares` lets the level cover the rest of a list.

    `doubt` says why somebody may not speak the language yet.
    """

    accepted: bool
    barred: bool
    level: str | None
    shares: bool
    doubt: str = ""


def gather(text: str, start: int, end: int, trusted: bool) -> Evidence:
    """Weigh the text on both sides of one language name."""
    line_start = text.rfind("\n", 0, start) + 1
    left = text[max(line_start, start - _REACH) : start]
    right = text[end : end + _REACH]
    capital = not text[start].islower()
    before, after = _BEFORE.search(left), _AFTER.match(right)
    others = not trusted and is_of_others(left, right)
    if others or _SUBJECT.match(right) or _OTHERS.search(left):
        return Evidence(accepted=False, barred=True, level=None, shares=False)
    if not trusted and (doubt := doubt_of(left, right)):
        return Evidence(accepted=True, barred=True, level=None, shares=False, doubt=doubt)
    skill = after and after.group().strip(" :(-").lower() in {"proficiency", "fluency"}
    level = (_level(before) or _level(after)) if skill else (_level(after) or _level(before))
    shares = after is None and before is not None
    if _SPEAKING.match(right) or (after and _short(right, after)):
        return Evidence(accepted=True, barred=False, level=level, shares=False)
    barred = bool(_BARRED.match(right))
    spoken = bool(before or _CUE.search(left)) and not barred
    listed = (
        capital and not barred and _ITEM.match(right) and _under_heading(text, line_start, left)
    )
    asked = trusted and not barred and bool(_ASKED.search(left)) and (capital or bool(left))
    asked = asked or (trusted and bool(_REQUIRED.match(right)))
    return Evidence(bool(spoken or listed or asked), barred, level, shares)


def joins_list(gap: str) -> bool:
    """Tell whether two languages with this text between them stand in one list."""
    return bool(_JOIN.fullmatch(gap))


def _level(match: re.Match[str] | None) -> str | None:
    """Return the level a match claims, or the one below where it nearly does."""
    if match is None or match.lastgroup is None:
        return None
    almost = _ALMOST.search(match.string, 0, match.start(match.lastgroup))
    return "intermediate" if almost and match.lastgroup == "fluent" else match.lastgroup


def _short(right: str, match: re.Match[str]) -> bool:
    """Whether the level closes its phrase, so "French, excellent cook" claims nothing."""
    rest = right[match.end() :]
    return _CLOSES.match(rest) is not None


def _under_heading(text: str, line_start: int, left: str) -> bool:
    if _HEADING.match(left):
        return True
    above = text[max(0, line_start - 300) : line_start].split("\n")[-2 : -2 - _LINES_BELOW : -1]
    headed = (line for line in above if len(line) < 40)
    nearest = next((h for h in headed if _HEADING.match(h) or _OTHER_HEADING.fullmatch(h)), "")
    return _HEADING.match(nearest) is not None
