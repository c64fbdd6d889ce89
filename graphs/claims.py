"""Holds what a sentence claims of people against their verdicts, ranks and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphs.clauses import Mood
from graphs.turn_evidence import Known
from tools.pattern_table import patterns
from tools.people import PERSON_MARK
from tools.vocabulary.languages import canonical_language
from tools.vocabulary.skills import canonical_skill, find_skills

_SAID = patterns("graphs", "words/claims.tsv")

_ORDINALS = {
    word: rank
    for rank, words in enumerate(
        ("first 1st one top", "second 2nd two", "third 3rd three", "fourth 4th", "fifth 5th"),
        start=1,
    )
    for word in words.split()
}
_ORDINAL = "|".join(_ORDINALS)
_RANKED = re.compile(
    rf"\b(?:ranks?|ranked|stands|comes|placed|is placed|sits|place|position|rank|number|no\.)\s+"
    rf"(?:is\s+)?(?:at\s+|in\s+|as\s+)?(?:the\s+|number\s+|no\.\s*|#)?({_ORDINAL}|\d{{1,3}})\b",
    re.IGNORECASE,
)
_ORDINAL_IS = re.compile(
    rf"\b(?:the )?({_ORDINAL})(?: (?:candidate|person|one|match|result|place))?,?\s+(?:is |was )?$",
    re.IGNORECASE,
)
_THAN = re.compile(r"\bthan\b|\bals\b(?=\s*⟨)|\bque\b(?=\s*⟨)", re.IGNORECASE)
_ALL_BUT = re.compile(r"\b(?:aside|apart|except|besides|but|save for|other than)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)?")
_OPEN = ("missing", "unclear")


def clashing_verdict(text: str, people: Sequence[str], mood: Mood, known: Known) -> str | None:
    """Return a fault when an open wish is told as met, or a met one as missing."""
    if mood == "asks":
        return None
    if mood == "denies":
        text = _ASIDE.sub(" ", text)
    mentions = [(m.name.casefold(), text[m.start : m.end]) for m in find_skills(text)]
    for mark in people:
        verdicts = known.verdicts.get(mark, {})
        # Words that stand in what is shown of a person are theirs, whatever they may also mean.
        skills = {
            name for name, said in mentions if mood != "claims" or not _says(said, mark, known)
        }
        for value, verdict in verdicts.items():
            if not _mentions(text, value, skills):
                continue
            if mood == "claims" and verdict in _OPEN and not _says(value, mark, known):
                return f"tells as shown what the evidence leaves open: {value[:60]}"
            if mood == "denies" and verdict == "met":
                return f"denies what the evidence shows: {value[:60]}"
    return None


def wrong_sum(text: str, people: Sequence[str], mood: Mood, known: Known) -> str | None:
    """Return a fault when somebody is told to meet every must who leaves one open."""
    if mood != "claims" or not _SAID["meets_all"].search(text) or _ALL_BUT.search(text):
        return None
    lacking = next((mark for mark in people if mark in known.lacking), None)
    return "tells of every must what holds of some" if lacking else None


def _says(words: str, mark: str, known: Known) -> bool:
    """Return whether what is shown of a person says some words: a headline, a quote, a wish."""
    return any(bag.says(words) for bag in known.evidence(mark))


def _mentions(text: str, value: str, skills: set[str]) -> bool:
    if re.fullmatch(r"[\d.,]+", value):
        return False
    if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text.casefold()):
        return True
    skill = canonical_skill(value)
    if skill is not None:
        return skill.casefold() in skills
    return canonical_language(value) is not None and value in text.casefold()


def wrong_rank(text: str, people: Sequence[str]) -> str | None:
    """Return a fault when a person is told to stand where they do not."""
    if len(people) != 1:
        return None
    rank = PERSON_MARK.fullmatch(people[0])
    own = int(rank["rank"]) if rank and rank["rank"] else 0
    said = [_rank_of(match[1]) for match in _RANKED.finditer(text)]
    said += [1 for _ in _SAID["tops"].finditer(text)]
    for mark in PERSON_MARK.finditer(text):
        before = _ORDINAL_IS.search(text, 0, mark.start())
        said += [_rank_of(before[1])] if before else []
    wrong = [n for n in said if n != own]
    return f"gives a rank that is not theirs: {wrong[0]}" if wrong else None


def wrong_comparison(sentence: str, known: Known) -> str | None:
    """Return a fault when one person is set above another by anything but counted years."""
    for than in _THAN.finditer(sentence):
        left = [mark[0] for mark in PERSON_MARK.finditer(sentence, 0, than.start())]
        right = PERSON_MARK.search(sentence, than.end())
        if not right or sentence[than.end() : right.start()].count(" ") > 3:
            continue
        years = _SAID["more_years"].search(sentence, 0, than.start())
        if not left or not years:
            if _SAID["compares"].search(sentence, 0, than.start()):
                return "sets one person above another"
            continue
        one, other = known.experience.get(left[-1]), known.experience.get(right[0])
        more = (years[1] or years[2] or "").casefold() in ("more", "longer", "greater")
        if one is None or other is None or (one > other) != more or one == other:
            return "compares years that the evidence does not give so"
    return None


def _rank_of(word: str) -> int:
    return _ORDINALS.get(word.casefold()) or (int(word) if word.isdecimal() else 0)
