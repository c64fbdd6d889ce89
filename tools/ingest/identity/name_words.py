"""Tells words that are surely part of a name from those that also mean something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from tools.vocabulary.matcher_tokens import fold_phrase
from tools.vocabulary.places import resolve
from tools.vocabulary.skills import find_skills
from tools.vocabulary.titles import find_titles
from tools.vocabulary.titles_table import title_table
from tools.vocabulary.word_sets import words

PARTICLES = words(
    """van von de der den des del della di da do dos das du la le lo el al bin binti bint ibn ben
    abu ter ten 't te af av zu zum zur y e i san santa st saint ap ab mac of"""
)
"""The small words inside names, a name by themselves only where little else is left."""

# First names and surnames that are words as well; a text may hold them without meaning the person.
_DOUBLE = words(
    """will mark
    grace hope may rose april june august art bill jack frank rich grant chase hunter
    young king long short white black brown green gray grey stone woods rivers park lane hill
    ford price best small little cross field fields wood bush day winter summer autumn faith
    joy sky star sunny chad china india america dean major earl duke prince bishop pope knight
    page marshall pearl ruby amber crystal jade ivy iris lily violet daisy holly heather hazel
    olive ginger rusty dusty rocky sandy misty stormy melody harmony destiny charity patience
    prudence constance felicity trinity genesis journey reed sharp strong swift wise good moody
    gross love case cash chance miles noble pierce ray reign rex sterling victor wade ward west
    east north south storm steel silver gold golden banks barks bell berry bird booth bridges
    brooks burns butler carpenter carter chambers clay cole cook cooper cotton crane dale drew
    fisher flowers fox frost gates glass guy hall harper hart hays head holder holmes house
    hood jewel joiner keen lamb land law marsh mason mayo mercer mercy miller mills moon moss
    nail nelson newton nice nurse oak owens parish parsons penny perry piper pitt poole porter
    potter power powers quick rain read rice robin rock rod root rush sage savage sawyer sears
    shepherd shields singer skinner slaughter smith snow spears spencer stern street tailor
    taylor temple thatcher tiller todd tower trees tucker turner tyler usher wall waters weaver
    webb wells wheeler whistler wolf worth wright"""
)
_GIVEN = words(
    """will mark grace hope may rose april june august bill jack frank grant chase hunter joy chad
    dean ruby pearl amber crystal jade ivy iris lily violet daisy holly heather hazel olive ginger
    melody faith charity patience prudence constance felicity summer autumn drew victor rex robin
    dale clay miles reed"""
)
_MOSTLY = 0.6
_NO_NAMES = words(
    """sales global position applying outbound inbound retail express account accounts language
    languages manager english spanish french german son"""
)


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
    bare = word.strip(".,'’").lower()
    if bare in _DOUBLE or bare in _NO_NAMES or fold_phrase(bare) in _title_words():
        return True
    return bool(find_skills(bare)) or resolve(bare) is not None


def is_double(name: str) -> bool:
    """Return whether each word of a name is a word or a place that people are called by as well.

    "Will Green" and "Paris Hope" are; "Austin Texas" is a place and "Head Cook" a job.
    """
    own = [word.strip(".,'’").lower() for word in own_words(name.split())]
    called = [
        word in _DOUBLE
        or (len(own) > 1 and resolve(word) is not None)
        or (number > 0 and own[0] in _GIVEN and word in _title_words())
        for number, word in enumerate(own)
    ]
    is_other = resolve(name) is not None or title_share(name) >= _MOSTLY or find_skills(name)
    return all(called) and not is_other


@lru_cache(maxsize=4096)
def title_share(line: str) -> float:
    """Return the share of a line that job titles cover, 0 to 1."""
    if not line:
        return 0.0
    return sum(found.end - found.start for found in find_titles(line)) / len(line)
