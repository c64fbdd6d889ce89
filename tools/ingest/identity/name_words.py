"""Tells words that are surely part of a name from those that also mean something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from tools.ingest.phrases import listed
from tools.vocabulary.matcher_tokens import fold_phrase
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import find_skills
from tools.vocabulary.tables import read_words
from tools.vocabulary.titles import find_titles
from tools.vocabulary.titles_table import title_table

PARTICLES = listed("identity", "particle")
"""The small words inside names, a name by themselves only where little else is left."""

_HYPHEN = re.compile(r"[-\u2010]")
_MOSTLY, _WHOLLY = 0.6, 0.9
_NO_NAMES = frozenset(read_words("names/none.txt"))
_GIVEN_NAMES = frozenset(read_words("names/given.txt"))
_NAMES_AND_WORDS = frozenset(read_words("names/words.txt"))
"""Names that are words as well; a text may hold them without meaning the person."""


def own_words(words: Sequence[str]) -> list[str]:
    """Return the words of a name that can stand for the person.

    Small words are passed over ("Anna van der Berg"), but for capitalised ones of a name that
    would else have fewer than two: both words of "Van Lu" and of "An Do".
    """
    full = [word for word in words if word.lower() not in PARTICLES]
    if len(full) > 1:
        return full
    return [word for word in words if word in full or word[:1].isupper()]


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word for key in title_table().hits for word in key.split() if len(word) > 2)


@lru_cache(maxsize=4096)
def is_ordinary(word: str) -> bool:
    """Return whether a word of a name is also a common word, a job, a skill or a place."""
    bare = _bare(word)
    if bare in _NAMES_AND_WORDS or bare in _NO_NAMES or fold_phrase(bare) in _title_words():
        return True
    return bool(find_skills(bare)) or resolve(bare) is not None


def is_called(name: str) -> bool:
    """Return whether only a person can be called so: "Chris Carpenter", "Rose Baker", "J. Long".

    After a given name that is nothing else ("Chris") a surname may be any trade; beside one that is
    a word or a place as well ("Rose", "Paris"), or stands last, only what people are called by.
    """
    words = own_words(name.split())
    full = [word for word in words if len(word.strip(".")) > 1]
    if not full or is_title(name):
        return False
    first, *others = full
    if _is_given(first) and not is_ordinary(first) and len(others) < 2:
        return True
    if len(words) < 2 or not all(map(_is_surname, others)):
        return False
    if len(words[0].strip(".")) == 1:
        return _is_surname(first)
    if resolve(name) is not None:
        return False
    known = [word for word in others if _is_given(word) and not is_ordinary(word)]
    return _is_given(first) or (bool(known) and _is_surname(first))


def is_strange(name: str, *, titled: bool) -> bool:
    """Return whether a name begins with a word nobody knows and goes on as people are called.

    The surname may be a trade only above a title (`titled`), for "Jazz Singer" is one itself.
    """
    first, *others = own_words(name.split())
    if any(map(is_ordinary, _pieces(first))) or not all(map(_is_surname, others)):
        return False
    return titled or not any(fold_phrase(_bare(word)) in _title_words() for word in others)


def is_title(line: str) -> bool:
    """Return whether one title is all that a line says."""
    return any(found.end - found.start >= _WHOLLY * len(line) for found in find_titles(line))


def _pieces(word: str) -> list[str]:
    return _HYPHEN.split(_bare(word))


def _is_given(word: str) -> bool:
    return plain(_pieces(word)[0]) in _GIVEN_NAMES


def _is_surname(word: str) -> bool:
    """Whether people may be called so: by no trade or skill that is no name as well."""
    return all(
        not is_ordinary(piece)
        or piece in _NAMES_AND_WORDS
        or (resolve(piece) is not None and fold_phrase(piece) not in _title_words())
        for piece in _pieces(word)
    )


def is_double(name: str) -> bool:
    """Return whether each word of a name is a word or a place that people are called by as well.

    "Will Green" and "Paris Hope" are; "Austin Texas" is a place and "Head Cook" a job.
    """
    is_other = resolve(name) is not None or title_share(name) >= _MOSTLY or find_skills(name)
    return all(map(_is_surname, own_words(name.split()))) and not is_other


def _bare(word: str) -> str:
    return word.strip(".,'’").lower()


@lru_cache(maxsize=4096)
def title_share(line: str) -> float:
    """Return the share of a line that job titles cover, 0 to 1."""
    if not line:
        return 0.0
    return sum(found.end - found.start for found in find_titles(line)) / len(line)


def plain(text: str) -> str:
    """Return a text in small letters without their accents."""
    bare = unicodedata.normalize(
        "NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    )
    return "".join(char for char in bare if not unicodedata.combining(char)).lower()
