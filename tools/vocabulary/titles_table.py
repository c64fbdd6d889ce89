"""Hold the titles and occupations of every trade in the shape lookups need."""

from functools import cache
from typing import NamedTuple

from tools.vocabulary.tables import parts, read_folder, read_rows
from tools.vocabulary.titles_words import phrase_key
from tools.vocabulary.word_sets import words

# "Manager" alone says almost nothing, so anything more telling in the same phrase wins.
GENERIC = words(
    """Manager Director Supervisor Consultant Engineer Designer Instructor Clerk Owner Founder
    Editor Producer Writer Artist Specialist Officer President Administrator Volunteer
    Technician Trainer Mentor Scientist Researcher Advocate"""
) | {"Team Leader", "Vice President", "Department Manager", "Section Manager", "Business Owner"}

_TOO_SHORT_TO_SINGULARISE = 2
_IN_FULL, _IN_SHORT = " Technician", " Tech"


class Title(NamedTuple):
    """One canonical title."""

    name: str
    occupation: str
    level: str | None


class Hit(NamedTuple):
    """What a key stands for; `exact` lists spellings that need evidence in running text."""

    title: Title
    exact: frozenset[str]


class TitleTable(NamedTuple):
    """All keys, and how many words the longest key starting with a word has."""

    hits: dict[str, Hit]
    lengths: dict[str, int]


@cache
def title_table() -> TitleTable:
    """Return every title by key; canonical names come before any alias, in file order.

    Every technician is called a tech as well.
    """
    rows = [
        (Title(row["title"], row["occupation"], row["level"] or None), row)
        for row in read_folder("titles")
    ]
    hits: dict[str, Hit] = {}
    for title, row in rows:
        _add(hits, title, (title.name,), frozenset(parts(row["ambiguous"])))
    for title, row in rows:
        _add(hits, title, parts(row["aliases"]), frozenset(parts(row["ambiguous"])))
    for title, row in rows:
        for phrase in (title.name, *parts(row["aliases"])):
            if phrase.endswith(_IN_FULL):
                _add(hits, title, (phrase.removesuffix(_IN_FULL) + _IN_SHORT,), frozenset())
    lengths: dict[str, int] = {}
    for key in hits:
        first = key.partition(" ")[0]
        lengths[first] = max(lengths.get(first, 0), key.count(" ") + 1)
    return TitleTable(hits, lengths)


@cache
def leading_phrases(by_name: bool = True) -> dict[str, tuple[str, ...]]:
    """Return the title and aliases by which each occupation is named in general.

    They are those of its first row, or `by_name` of the one that bears its name: a Social Worker
    leads, and not the School Social Worker of another table.
    """
    leading: dict[str, tuple[str, ...]] = {}
    for row in read_folder("titles"):
        own = phrase_key(row["title"]) == phrase_key(row["occupation"].replace("-", " "))
        if (by_name and own) or row["occupation"] not in leading:
            leading[row["occupation"]] = (row["title"], *parts(row["aliases"]))
    return leading


def _add(
    hits: dict[str, Hit], title: Title, phrases: tuple[str, ...], ambiguous: frozenset[str]
) -> None:
    for phrase in phrases:
        exact = frozenset({phrase}) if phrase in ambiguous else frozenset()
        hits.setdefault(phrase_key(phrase), Hit(title, exact))
        if phrase.isupper() and len(phrase) == _TOO_SHORT_TO_SINGULARISE:
            hits.setdefault(f"{phrase.lower()}s", Hit(title, exact))  # "RNs"


A_KIND = 0.88
"""How near a trade is to the wider one that it is a kind of: a math teacher to a teacher."""


class Occupation(NamedTuple):
    """A trade: its family, the trades close to it and those it is a kind of, the nearest first."""

    family: str
    related: dict[str, float]
    wider: tuple[str, ...]


@cache
def occupations() -> dict[str, Occupation]:
    """Return every occupation; a relation written once holds both ways.

    What is close to a trade is close to its kinds as well, if less so.
    """
    rows = read_rows("occupations.tsv")
    above = {row["occupation"]: row["kind_of"] for row in rows}
    table = {
        row["occupation"]: Occupation(row["family"], {}, _wider(row["occupation"], above))
        for row in rows
    }
    for row in rows:
        for pair in filter(None, row["related"].split(",")):
            other, _, weight = pair.partition(":")
            _relate(table, row["occupation"], other, float(weight))
    own = {name: dict(trade.related) for name, trade in table.items()}
    for name, trade in table.items():
        said = {name, *trade.wider, *own[name]}
        for wider in trade.wider:
            _relate(table, name, wider, A_KIND)
            for other in own[wider].keys() - said:
                if wider not in table[other].wider:
                    _relate(table, name, other, round(A_KIND * own[wider][other], 4))
            said |= own[wider].keys()
    return table


def _wider(occupation: str, above: dict[str, str]) -> tuple[str, ...]:
    wider = above[occupation]
    return (wider, *_wider(wider, above)) if wider else ()


def _relate(table: dict[str, Occupation], one: str, two: str, weight: float) -> None:
    for here, there in ((one, two), (two, one)):
        table[here].related[there] = max(table[here].related.get(there, 0.0), weight)
