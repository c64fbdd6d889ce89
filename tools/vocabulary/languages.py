"""Find the languages a person speaks, and leave French cuisine and English teachers alone."""

from functools import cache
from typing import NamedTuple

from tools.vocabulary.languages_evidence import Evidence, gather, joins_list
from tools.vocabulary.matcher_tokens import Tokens, fold_phrase
from tools.vocabulary.tables import parts, read_rows
from tools.vocabulary.token_cache import tokens_of

LEVELS = ("basic", "intermediate", "fluent", "native")


class LanguageMention(NamedTuple):
    """A language, the level claimed for it if any, and where the text names it.

    `doubt` says why it may not be spoken: it is being learned.
    """

    name: str
    level: str | None
    start: int
    end: int
    doubt: str = ""


class _Candidate(NamedTuple):
    name: str
    start: int
    end: int
    evidence: Evidence


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in read_rows("languages.tsv"):
        for phrase in (row["language"], *parts(row["aliases"])):
            names.setdefault(fold_phrase(phrase), row["language"])
    return names


@cache
def _lengths() -> dict[str, int]:
    """Return the first word of every name → how many words the longest of these names has."""
    lengths: dict[str, int] = {}
    for name in _names():
        told = name.split()
        lengths[told[0]] = max(lengths.get(told[0], 0), len(told))
    return lengths


def canonical_language(phrase: str) -> str | None:
    """Return the English name of a language, from any of its names."""
    return _names().get(fold_phrase(phrase))


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {row["language"]: parts(row["aliases"]) for row in read_rows("languages.tsv")}


def language_names(language: str) -> tuple[str, ...]:
    """Return the other names of a language, by its English one."""
    return _aliases().get(language, ())


def level_rank(level: str | None) -> int:
    """Return how high a level is; an unstated level ranks below every stated one."""
    return LEVELS.index(level) + 1 if level in LEVELS else 0


def find_languages(text: str, trusted: bool = False) -> list[LanguageMention]:
    """Return the languages the text claims; trusted reads a recruiter's short request."""
    tokens = tokens_of(text)
    spans = _spans(text, tokens)
    nexts = [start for _, start, _ in spans[1:]] + [len(text)]
    found = [
        _Candidate(name, start, end, gather(text, start, end, trusted, text[end:following]))
        for (name, start, end), following in zip(spans, nexts[: len(spans)], strict=True)
    ]
    accepted = [one.evidence.accepted for one in found]
    levels = [one.evidence.level for one in found]
    _spread(text, found, accepted, levels)
    return [
        LanguageMention(one.name, level, one.start, one.end, one.evidence.doubt)
        for one, ok, level in zip(found, accepted, levels, strict=True)
        if ok
    ]


def _spans(text: str, tokens: Tokens) -> list[tuple[str, int, int]]:
    names, lengths = _names(), _lengths()
    spans = []
    done = 0
    for index, word in enumerate(tokens.words):
        if index < done or word not in lengths:
            continue
        for length in range(min(lengths[word], len(tokens.words) - index), 0, -1):
            last = index + length - 1
            name = names.get(" ".join(tokens.words[index : last + 1]))
            if name is not None and "\n" not in text[tokens.starts[index] : tokens.ends[last]]:
                spans.append((name, tokens.starts[index], tokens.ends[last]))
                done = last + 1
                break
    return spans


def _spread(
    text: str, found: list[_Candidate], accepted: list[bool], levels: list[str | None]
) -> None:
    """Let neighbours in one list ("fluent in English, Spanish and French") share evidence."""
    for at in range(1, len(found)):
        left, right = found[at - 1], found[at]
        if right.evidence.barred or not joins_list(text[left.end : right.start]):
            continue
        if accepted[at - 1]:
            accepted[at] = True
            if left.evidence.shares and levels[at] is None:
                levels[at] = levels[at - 1]
                found[at] = right._replace(evidence=right.evidence._replace(shares=True))
    fluently = False
    for at in range(len(found) - 2, -1, -1):
        left, right = found[at], found[at + 1]
        joined = joins_list(text[left.end : right.start])
        fluently = joined and (fluently or text.startswith(" fluently", right.end))
        if accepted[at + 1] and not left.evidence.barred:
            accepted[at] = accepted[at] or joined
            levels[at] = levels[at] or (levels[at + 1] if fluently else None)
