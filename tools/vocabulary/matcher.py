"""Find the known phrases of a table in any text, quickly and the same way every time."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tools.vocabulary.matcher_evidence import Context, Doubt
from tools.vocabulary.matcher_places import Place
from tools.vocabulary.matcher_tokens import Tokens, fold_phrase, joined
from tools.vocabulary.tables import Entry
from tools.vocabulary.token_cache import tokens_of
from tools.vocabulary.word_sets import words

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ADDRESS = re.compile(r"@|\.(?:com|org|edu|gov|io|co)\b")
_GLUE_WORDS = words("in on at go to up a an the my off out we be no")
_CAPS_LENGTH = 4
_SHORT_WORD = 3
_GLUED_LENGTH = 7


class Mention(NamedTuple):
    """A canonical name and where the text says it."""

    name: str
    start: int
    end: int


class _Target(NamedTuple):
    name: str
    field: str
    exact: frozenset[str] = frozenset()  # spellings that need evidence; none when it is clear


class _Candidate(NamedTuple):
    target: _Target
    first: int
    last: int

    @property
    def clear(self) -> bool:
        return not self.target.exact


class PhraseMatcher:
    """Longest-match lookup of every phrase of a table.

    A capitalised everyday word of one of the `technical` fields ("Chef", "Express") is a name only
    in the company of those fields: a kitchen list is full of cooking skills and of chefs. One of
    the `everyday` fields ("Excel", "Word") keeps any company.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        technical: frozenset[str] = frozenset(),
        everyday: frozenset[str] = frozenset(),
    ) -> None:
        self._technical = technical
        self._choosy = technical - everyday
        self._targets: dict[str, _Target] = {}
        self._lengths: dict[str, int] = {}
        clear = [spelling for entry in entries for spelling in self._add_entry(entry)]
        # Derived spellings come last so that they never displace one somebody wrote down.
        for phrase, key, target in clear:
            for variant in _variants(phrase, key):
                self._add(variant, target)

    def _add_entry(self, entry: Entry) -> Iterator[tuple[str, str, _Target]]:
        clear = _Target(entry.name, entry.field)
        for phrase in (entry.name, *entry.aliases):
            if phrase in entry.ambiguous:
                self._add_ambiguous(phrase, entry)
            else:
                key = fold_phrase(phrase)
                self._add(key, clear)
                yield phrase, key, clear

    def _add_ambiguous(self, phrase: str, entry: Entry) -> None:
        key = fold_phrase(phrase)
        exact = frozenset({phrase})
        known = self._targets.get(key)
        if known is not None and known.name == entry.name and known.exact:
            self._targets[key] = known._replace(exact=known.exact | exact)
        else:
            self._add(key, _Target(entry.name, entry.field, exact))

    def _add(self, key: str, target: _Target) -> None:
        if not key or key in self._targets:
            return
        self._targets[key] = target
        first = key.partition(" ")[0]
        length = key.count(" ") + 1
        if self._lengths.get(first, 0) < length:
            self._lengths[first] = length

    def canonical(self, phrase: str) -> str | None:
        """Return the canonical name of one phrase in any spacing, hyphenation or capitals."""
        target = self._targets.get(fold_phrase(phrase))
        return target.name if target else None

    def find(self, text: str, trusted: bool = False) -> list[Mention]:
        """Return every mention, longest first at each place, in order and without overlap."""
        tokens = tokens_of(text)
        candidates = list(self._candidates(text, tokens))
        doubts = {c: self._doubt(c, text, tokens) for c in candidates if not c.clear}
        sure = [self._sure(c, tokens) for c in candidates if c.clear]
        context = Context(text, tokens, sure, list(doubts.values()), trusted)
        return [
            Mention(c.target.name, tokens.starts[c.first], tokens.ends[c.last])
            for c in candidates
            if c.clear or context.accepts(doubts[c])
        ]

    def _sure(self, candidate: _Candidate, tokens: Tokens) -> Place:
        start, end = tokens.starts[candidate.first], tokens.ends[candidate.last]
        return Place(start, end, candidate.target.field in self._technical)

    def _doubt(self, candidate: _Candidate, text: str, tokens: Tokens) -> Doubt:
        target, first, last = candidate
        exact = _same_case(text[tokens.starts[first] : tokens.ends[last]], target.exact)
        capital = not any(spelling.islower() for spelling in target.exact)
        return Doubt(first, last, exact, capital and target.field in self._choosy, capital)

    def _candidates(self, text: str, tokens: Tokens) -> Iterator[_Candidate]:
        lengths = self._lengths
        done = -1
        for index, word in enumerate(tokens.words):
            if index <= done or word not in lengths:
                continue
            hit = self._longest(text, tokens, index, lengths[word])
            if hit is not None:
                done = hit.last
                yield hit

    def _longest(self, text: str, tokens: Tokens, index: int, limit: int) -> _Candidate | None:
        keys, starts, ends = tokens
        stop = min(index + limit, len(keys))
        for last in range(stop - 1, index - 1, -1):
            target = self._targets.get(" ".join(keys[index : last + 1]))
            if target is None:
                continue
            if any(not joined(text, ends[at], starts[at + 1]) for at in range(index, last)):
                continue
            # A word inside an e-mail or web address names nothing.
            if text[starts[index] - 1 : starts[index]] == "@":
                continue
            if _ADDRESS.match(text, ends[last]) and not self._is_brand(text, tokens, index, last):
                continue
            return _Candidate(target, index, last)
        return None

    def _is_brand(self, text: str, tokens: Tokens, first: int, last: int) -> bool:
        """Return whether an address is the name itself, as in "Salesforce.com Administrator"."""
        after = last + 1
        if after >= len(tokens.words) or text[tokens.ends[after] : tokens.ends[after] + 1] == "/":
            return False
        key = " ".join(tokens.words[first : after + 1])
        return text[tokens.starts[first]].isupper() and key in self._targets


def _same_case(surface: str, spellings: frozenset[str]) -> bool:
    """Return whether the text writes the name as listed; small letters also match capitals."""
    if surface in spellings or surface.lower() in spellings:
        return True
    return surface.isupper() and len(surface) >= _CAPS_LENGTH


def _variants(phrase: str, key: str) -> list[str]:
    """Return spellings nobody should have to list: plurals, CamelCase apart or together."""
    first, _, rest = key.partition(" ")
    last = key[key.rfind(" ") + 1 :]
    found = []
    countable = len(last) > _SHORT_WORD and last.isalpha() and not phrase.isupper()
    if countable and (plural := _plural(key, last, bool(rest))):
        found.append(plural)
    if rest and " " not in rest:
        if len(key) > _GLUED_LENGTH and first not in _GLUE_WORDS:
            found.append(first + rest)
    elif not rest and _CAMEL.search(phrase):
        apart = _CAMEL.sub(" ", phrase).lower()
        if apart.partition(" ")[0] not in _GLUE_WORDS:
            found.append(apart)
    return found


def _plural(key: str, last: str, phrase: bool) -> str:
    """Return the key in the other number, or nothing when the word has none."""
    if last[-1] == "y":
        return "" if last[-2] in "aeiou" else f"{key[:-1]}ies"
    if last[-1] != "s":
        return "" if last.endswith("ing") else f"{key}s"
    return key[:-1] if phrase and not last.endswith(("ss", "ies", "us", "is")) else ""
