"""Find job titles in running text, with the seniority words around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tools.vocabulary.matcher import Mention
from tools.vocabulary.matcher_tokens import Tokens, joined
from tools.vocabulary.titles_scan import accepts
from tools.vocabulary.titles_seniority import PREFIXES, SUFFIXES
from tools.vocabulary.titles_table import GENERIC, Hit, TitleTable, title_table
from tools.vocabulary.titles_words import lemma
from tools.vocabulary.token_cache import tokens_of

_RANKS = frozenset({"manager", "director", "supervisor", "head", "president"})
_NEAR = frozenset({" ", ". ", "-", ".", "  "})


class _Found(NamedTuple):
    hit: Hit
    first: int
    last: int


def find_titles(text: str) -> list[Mention]:
    """Return every title mentioned; a span includes seniority words, the name does not."""
    tokens = tokens_of(text)
    words = [lemma(word) for word in tokens.words]
    mentions: list[Mention] = []
    for hit, first, last in _scan(text, tokens, words):
        if not accepts(text, tokens, first, last, hit):
            continue
        first, last = _widen(text, tokens, words, first, last)
        start = tokens.starts[first]
        if mentions and start < mentions[-1].end:
            start = tokens.starts[first + 1]
        mentions.append(Mention(hit.title.name, start, tokens.ends[last]))
    return mentions


def _scan(text: str, tokens: Tokens, words: list[str]) -> Iterator[_Found]:
    table = title_table()
    done = -1
    for index, word in enumerate(words):
        if index <= done:
            continue
        found = _longest(text, tokens, words, index, table)
        if word in _RANKS:
            inverted = _inverted(text, tokens, words, index, table)
            found = inverted if inverted and (not found or inverted.last > found.last) else found
        if found:
            done = found.last
            yield found


def _longest(
    text: str, tokens: Tokens, words: list[str], index: int, table: TitleTable, tail: str = ""
) -> _Found | None:
    limit = table.lengths.get(words[index], 0)
    stop = min(index + limit, len(words))
    for at in range(index + 1, stop):
        if not joined(text, tokens.ends[at - 1], tokens.starts[at]):
            stop = at
            break
    for last in range(stop - 1, index - 1, -1):
        hit = table.hits.get(" ".join(words[index : last + 1]) + tail)
        if hit is not None:
            return _Found(hit, index, last)
    return None


def _inverted(
    text: str, tokens: Tokens, words: list[str], index: int, table: TitleTable
) -> _Found | None:
    """Titles said backwards: "Manager, Digital Marketing", "Manager of Digital Marketing"."""
    start = index + 1
    if start >= len(words):
        return None
    if words[start] == "of":
        start += 1
    elif text[tokens.ends[index] : tokens.starts[start]].strip(" ") != ",":
        return None
    if start >= len(words):
        return None
    found = _longest(text, tokens, words, start, table, f" {words[index]}")
    return found._replace(first=index) if found else None


def _widen(text: str, tokens: Tokens, words: list[str], first: int, last: int) -> tuple[int, int]:
    starts, ends = tokens.starts, tokens.ends
    while first and words[first - 1] in PREFIXES and text[ends[first - 1] : starts[first]] in _NEAR:
        first -= 1
    after = last + 1
    if after < len(words) and words[after] in SUFFIXES and joined(text, ends[last], starts[after]):
        last = after
    return first, last


def title_inside(phrase: str) -> Hit | None:
    """Return the most telling title inside a phrase; of "cook / driver" the first job."""
    tokens = tokens_of(phrase)
    words = [lemma(word) for word in tokens.words]
    best: _Found | None = None
    for found in _scan(phrase, tokens, words):
        apart = best and re.search(
            r"[/|,;&(]", phrase[tokens.ends[best.last] : tokens.starts[found.first]]
        )
        # The head of an English title comes last, so within one job the later one counts.
        if best is None or (_weight(found), not apart) > (_weight(best), False):
            best = found
    return best.hit if best else None


def _weight(found: _Found) -> tuple[bool, int]:
    return found.hit.title.name not in GENERIC, found.last - found.first
