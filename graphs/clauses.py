"""Cuts a sentence into parts that each say one thing of somebody: claim, denial or question."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from tools.people import PERSON_MARK

Mood = Literal["claims", "denies", "asks"]

LOST = "⟨lost⟩"
"""Stands for somebody whose sentence was removed: what a pronoun says of them has no evidence."""

_JOINED = re.compile(
    r"(?:\s|,|&|/|\band\b|\bor\b|\bnor\b|\bnoch\b|\bni\b|\bund\b|\boder\b|\by\b|\bet\b|\*)*",
    re.IGNORECASE,
)
_UNLIKE = re.compile(
    r"\b(?:unlike|compared (?:to|with)|in contrast to|as opposed to|apart from|besides|after"
    r"|anders als|im gegensatz zu|im vergleich zu|a diferencia de|contrairement à)\s*\**$",
    re.IGNORECASE,
)
_VERB = (
    r"(?<!\w)(?:also\s+|just\s+|even\s+|still\s+)?(?:she|he|they|it|there|⟨|has|have|had|is|are|was|were|knows?|shows?|lives?"
    r"|works?|worked|speaks?|lacks?|misses|does|do|did|can|holds?|uses?|used|brings?|leads?|led"
    r"|mentions?|names?|built|no|not|nothing|none|neither|hat|ist|kennt|lebt|spricht|kein\w*"
    r"|nicht|tiene|vive|habla|sabe|conoce|no|falta|est|parle)\b"
)
_ALL_BUT = r"\b(?:everything|anything|all|every \w+|all (?:\w+ )?wishes) (?:but|except|save)\b"
_STRONG = re.compile(
    rf"[;:—–()|]|\s-\s|{_ALL_BUT}"
    r"|,?\s*\b(?:but|while|whereas|although|though|however|yet|because|since she|since he"
    r"|aber|während|jedoch|doch|sondern|pero|mientras|aunque|mais|tandis)\b"
    rf"|,\s+(?=(?:and\s+|und\s+|y\s+|who\s+|which\s+|where\s+|that\s+)?{_VERB})"
    r"|,\s+(?=(?:who|which|where|whose)\b)"
    rf"|\b(?:and|und|y|et)\s+(?={_VERB})",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;]|\b(?:and|nor|noch|und|y|ni|et)\b", re.IGNORECASE)
_SPEAKS_ON = re.compile(
    r"^\s*(?:[-*•–>]|\d{1,2}[.)])\s"
    r"|\b(?:she|he|her|hers|his|him|they|their|them|who|whose|sie|ihr|ihre|er|sein|seine|seinen"
    r"|ella|él|su|sus|elle|il|sa|son|ses|this person|that person|this candidate|the candidate"
    r"|this one|the same person|diese person|esta persona)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?<!of )\b(?:she|he|her|hers|his|him|they|their|them|sie|ihr|ihre|er|sein|seine|ella|él"
    r"|elle|il|this person|that person|this candidate|the candidate|diese person|esta persona)\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:people|persons|candidates|everybody|everyone|nobody|no one|none|neither|both|all"
    r"|each|every|others?|list|search|results?|page|shortlist|matches|wish(?:es)?|you|your"
    r"|i|me|my|we|us|them|which|whom|these|those|say|tell|ask|try|one|most"
    r"|personen|kandidat(?:en|innen)|niemand|beide|alle|liste|suche|treffer|wunsch|wünsche|ich"
    r"|mir|du|dir|ihnen|welche|personas|candidat[oa]s|nadie|ambas?|ambos|todos|todas|lista"
    r"|búsqueda|resultados|yo|usted|cuál|quiere[s]?|personnes|candidats|personne|liste|je|vous"
    r"|aucune?)\b",
    re.IGNORECASE,
)
_NO_DOUBT = re.compile(
    r"\b(?:no doubt|without (?:a |any )?doubt|without question|no question|undoubtedly"
    r"|(?:not|n['’]t) (?:only|just|merely|simply)|no less than|no fewer than|not less than"
    r"|never (?:stop|fail|miss)\w*|nothing but|no stranger to|not to mention|no wonder|not without"
    r"|no exception|cannot go wrong|none other than|no matter|nicht nur|ohne zweifel|zweifellos"
    r"|no s[oó]lo|sin duda|no hay duda|pas seulement|sans (?:aucun )?doute"
    r"|(?:not|n['’]t|never|hardly|nothing|no longer|nicht|no)\s+(?:\w+\s+){0,2}?"
    r"(?:lack|lacks|lacking|miss|misses|missing|without|unclear|unmet|absent|unknown|gaps?|fehlt"
    r"|falta|doubt|open question)"
    r"|(?:nobody|no one|none)\b[^.]{0,60}\b(?:like|better|more|as well as)\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    rf"{_ALL_BUT}"
    r"|\b(?:no|not|none|never|nothing|nobody|neither|nor|nowhere|without|lacks?|lacking|missing"
    r"|misses|unclear|unknown|open(?![ -]source)|gaps?|unsaid|silent|absent|except|cannot"
    r"|unmentioned|unproven|unconfirmed|unmet|unstated|undocumented"
    r"|rather than|outside(?! sales)|other than|away from|far from|fails?|hardly|short of"
    r"|avoid|avoided|instead of|kein\w*|nicht|nichts|nie|ohne|fehlt|fehlen"
    r"|unklar|offen|lücken?|weder"
    r"|ningun[oa]?|ningún|nunca|sin|falta|faltan|tampoco|carece|poco claro|dudoso"
    r"|pas|aucune?|jamais|sans|manque|non)\b|n['’]t\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:if|whether|unless|ask|asks|could you|would you|do you want|shall i|ob|falls|wenn"
    r"|si|frag\w*|pregunt\w*|demand\w*)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:wish|wishes|wished|wanted|want|looking|search|searched|asked|ask|require[sd]?"
    r"|requirements?|requested?|needs?|needed|criteri\w+|must-have|nice-to-have|role|job"
    r"|wunsch|wünsche|gewünscht\w*|gesucht\w*|gefordert\w*|suche|anforderung\w*|verlangt\w*"
    r"|pide|piden|pedid[oa]s?|buscad[oa]s?|busca|requisit\w+|deseo|solicitad[oa]s?)\b",
    re.IGNORECASE,
)
_ALIKE = re.compile(
    r"\b(?:so (?:does|do|is|are|has|have|can)|as (?:does|do|is|has|have)|does too|as well|too"
    r"|likewise|the same|ditto|similarly|auch|ebenso|ebenfalls|también|igual|aussi)\b",
    re.IGNORECASE,
)


_WORDS = re.compile(r"[^\s-]+")
_HEADS = frozenset(":(—–-|")
_CLAIM = re.compile(
    r"(?<!\w)(?:has|have|had|is|are|was|were|knows|shows|lives|works|worked|speaks|lacks|misses|does"
    r"|did|can|holds|uses|used|brings|leads|mentions|names|hat|ist|kennt|lebt|spricht|tiene|vive"
    r"|habla|sabe|conoce|est|parle)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)])\s[^⟨⟩:]*:")
"""What a list item is about, before it says of whom what holds."""


class Part(NamedTuple):
    """A stretch of a sentence, [start, end), with the people it speaks of and how.

    `wishing` says that it tells what was asked for; `alike` that it says the same of them as the
    part before says of others.
    """

    start: int
    end: int
    people: tuple[str, ...]
    mood: Mood
    wishing: bool = False
    alike: bool = False


def subjects(sentence: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom a sentence without placeholders is about: those before, or nobody at all."""
    if len(before) == 1 and re.search(r"\bboth\b", sentence, re.IGNORECASE):
        return ()
    if _SPEAKS_ON.search(sentence):
        return before
    return () if _GENERAL.search(sentence) else before


def speaks_of_the_lost(sentence: str, before: tuple[str, ...]) -> bool:
    """Return whether a pronoun means somebody whose sentence was removed."""
    return LOST in before and bool(_PRONOUN.search(sentence))


def parts_of(blind: str, before: tuple[str, ...], names: Collection[str] = ()) -> list[Part]:
    """Return the parts of a sentence whose quotations were taken out.

    `before` are the people that a sentence without placeholders may go on about. Within `names`, of
    wishes such as non-profit, no word denies or asks.
    """
    named = _compounds(tuple(sorted(names)))
    groups = _groups(blind)
    carried = groups[0][2] if groups else subjects(blind, before)
    asks = blind.rstrip(" *_\n").endswith("?")
    parts: list[Part] = []
    listed = False
    for start, end in _stretches(blind, groups):
        own = tuple(mark for left, _, marks in groups if start <= left < end for mark in marks)
        carried = own or carried
        part = _part(blind, start, end, carried, asks, named)
        listed = blind[start] not in ";—" and (listed or blind[start] == ":")
        if parts and listed and not own and part.mood == "claims":
            part = part._replace(mood=parts[-1].mood, wishing=parts[-1].wishing or part.wishing)
        listed = listed or ":" in blind[start:end]
        parts.append(part)
    return parts


@lru_cache(maxsize=256)
def _compounds(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return how to find the names of several words that hold one which would deny or ask."""
    telling = [
        n for n in names if len(_WORDS.findall(n)) > 1 and (_DENIES.search(n) or _ASKS.search(n))
    ]
    ways = (r"[\s-]+".join(map(re.escape, _WORDS.findall(name))) for name in telling)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways) or '(?!)'})(?!\w)", re.IGNORECASE)


def _part(
    blind: str, start: int, end: int, people: tuple[str, ...], asks: bool, named: re.Pattern[str]
) -> Part:
    text = _NO_DOUBT.sub(" ", named.sub(" ", blind[start:end]))
    mood: Mood = "claims"
    if _DENIES.search(text):
        mood = "denies"
    elif asks or _ASKS.search(text):
        mood = "asks"
    return Part(start, end, people, mood, bool(_WISHES.search(text)), bool(_ALIKE.search(text)))


def _groups(sentence: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return runs of people who are named together: start, end, placeholders."""
    groups: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in PERSON_MARK.finditer(sentence):
        apart = bool(groups) and _UNLIKE.search(sentence, 0, groups[-1][0])
        if groups and not apart and _JOINED.fullmatch(sentence, groups[-1][1], mark.start()):
            start, _, marks = groups[-1]
            groups[-1] = (start, mark.end(), (*marks, mark[0]))
        else:
            groups.append((mark.start(), mark.end(), (mark[0],)))
    return groups


def _stretches(
    blind: str, groups: Sequence[tuple[int, int, tuple[str, ...]]]
) -> list[tuple[int, int]]:
    """Return where the parts begin and end: at conjunctions, and between groups of people."""
    cuts = {0, len(blind)}
    head = _HEADING.match(blind)
    for match in _STRONG.finditer(blind):
        inside = any(left < match.end() and match.start() < right for left, right, _ in groups)
        before = blind[max(cut for cut in cuts if cut <= match.start()) : match.start()]
        is_head = head is not None and head.end() == match.end()
        if match[0].strip() in _HEADS and (is_head or not _CLAIM.search(before)):
            continue  # a heading: what follows is said of it
        if not inside or any(left == match.end() for left, _, _ in groups):
            cuts.add(match.start())
    for (_, end, _), (start, _, _) in pairwise(groups):
        if not any(end <= cut <= start for cut in cuts):
            between = list(_CUT.finditer(blind, end, start))
            cuts.add(between[-1].start() if between else start)
    edges = sorted(cuts)
    return [(a, b) for a, b in pairwise(edges) if blind[a:b].strip(" ,.;:*-–—")]
