"""Tell job titles in running text from the same words used as verbs, things or names."""

import re

from tools.vocabulary.certifications import canonical_certification
from tools.vocabulary.matcher_tokens import Tokens
from tools.vocabulary.titles_table import Hit
from tools.vocabulary.word_sets import words

_CUES = words(
    """a an as our your need needs needed want wants find hire hiring seeking seek looking search
    show recruit recruiting another some more experienced former certified licensed senior
    junior lead head chief trainee apprentice new currently professional skilled become suche
    good great decent reliable talented excellent
    einen eine un une busco freelance part-time full-time time"""
)
_ASKING = words("for and or any")
_AFTER = words(
    """in at with who near from and or for needed wanted based trainee apprentice intern position
    role job jobs candidates candidate profiles resumes people
    person folks staff professionals i ii iii iv"""
)
# Said after the word, these show that it is not a person: "server side", "model training".
_NOT_PEOPLE = words(
    """side room rooms training license licence licenses software design development installation
    configuration administration management migration relations relationship services service
    loop functions skills support experience of machine house shop hours table tables stand home
    team company sheet cell cells file files set sets"""
)
_NOT_BEFORE = words(
    "client sql web file print proxy mail windows linux application database role device"
)
# Names of a field of work: in a résumé a skill, in a short request the people who do it.
_FIELDS = words(
    """relations payable receivable development entry support sales services design merchandising
    prep labor devops direction"""
)
_SOFTWARE = words("illustrator publisher")
_OPEN = re.compile(r"(?:^|[\n\r\t|\u2022\u00b7,;:(\u2013/>]|[ \xa0]{2}|- )[ \xa0\"'*]*$")
_CLOSE = re.compile(r"[ \xa0\"'*]*(?:$|[\n\r\t|\u2022\u00b7,;:)\u2013/.?!]|[ \xa0]{2}|- )")
_WINDOW = 6
_SHORT_REQUEST = 90


def accepts(text: str, tokens: Tokens, first: int, last: int, hit: Hit) -> bool:
    """Tell whether a spelling names a person's job here."""
    surface = text[tokens.starts[first] : tokens.ends[last]]
    whose = "of" in tokens.words[first:last]  # a Head of Sales is a person wherever it stands
    if tokens.words[last] in _FIELDS and len(text) > _SHORT_REQUEST and not whose:
        return False
    if not hit.exact:
        return True
    before = tokens.words[first - 1] if first else ""
    after = tokens.words[last + 1] if last + 1 < len(tokens.words) else ""
    if after in _NOT_PEOPLE and text[tokens.ends[last] : tokens.starts[last + 1]].isspace():
        return False
    if _is_abbreviation(hit) and not surface.removesuffix("s").isupper():
        return False
    if before in _CUES or _behind_letters(text, tokens, first, last):
        return True
    if before in _NOT_BEFORE or (surface.lower() in _SOFTWARE and not _alone(text, tokens, first)):
        return False
    short = len(text) <= _SHORT_REQUEST
    if short and (before in _ASKING or (before == "no" and surface.endswith("s"))):
        return True
    if not short and _listed(text, tokens.starts[first], tokens.ends[last]):
        return False
    opens = _opens(text, tokens, first)
    if surface[0].islower():
        return opens and short and first == 0 and _closes(text, tokens, last, after)
    return opens and _closes(text, tokens, last, after)


def _behind_letters(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether a licence's letters stand right before in a short request: "CPA controller"."""
    if not first or len(text) > _SHORT_REQUEST or len(tokens.words) > last + 1:
        return False
    letters = text[tokens.starts[first - 1] : tokens.ends[first - 1]]
    return letters.isupper() and canonical_certification(letters) is not None


def _is_abbreviation(hit: Hit) -> bool:
    return all(spelling.isupper() for spelling in hit.exact)


def _opens(text: str, tokens: Tokens, first: int) -> bool:
    start = tokens.starts[first]
    return bool(_OPEN.search(text[max(0, start - _WINDOW) : start])) or start == 0


def _closes(text: str, tokens: Tokens, last: int, after: str) -> bool:
    end = tokens.ends[last]
    return after in _AFTER or bool(_CLOSE.match(text, end))


def _alone(text: str, tokens: Tokens, at: int) -> bool:
    """Whether a word has its line to itself."""
    start = text.rfind("\n", 0, tokens.starts[at]) + 1
    end = text.find("\n", tokens.ends[at])
    line = text[start : end if end >= 0 else len(text)]
    return line.strip(" .?!") == text[tokens.starts[at] : tokens.ends[at]]


def _listed(text: str, start: int, end: int) -> bool:
    """Whether commas on both sides make a word an item of a list of skills or tools."""
    return (
        text[max(0, start - 3) : start].rstrip().endswith(",")
        and text[end : end + 2].lstrip()[:1] == ","
    )
