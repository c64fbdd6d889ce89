"""The industries people have worked in, so a request can name a field and not a job."""

from functools import cache, lru_cache

from tools.vocabulary.homonyms import means_another
from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.tables import entries, parts, read_rows

_TABLE = "industries.tsv"


@cache
def _matcher() -> PhraseMatcher:
    return PhraseMatcher(entries(read_rows(_TABLE), "industry"))


def find_industries(text: str, trusted: bool = False) -> list[Mention]:
    """Return every industry the text mentions; trusted reads a recruiter's short request."""
    found = _matcher().find(text, trusted=trusted)
    if trusted:
        return found
    meant = [m for m in found if not means_another(m.name, text, m.start, m.end)]
    return [mention for mention in meant if not _is_heading(text, mention)]


def canonical_industry(phrase: str) -> str | None:
    """Return the canonical name of an industry phrase."""
    return _matcher().canonical(phrase)


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    return {row["industry"]: parts(row.get("aliases")) for row in read_rows(_TABLE)}


def industry_names(industry: str) -> tuple[str, ...]:
    """Return the other names of an industry, by its canonical one."""
    return _aliases().get(industry, ())


@lru_cache(1024)  # a field may be typed in words that no table knows
def workplace_names(industry: str) -> tuple[str, ...]:
    """Return the names of an industry, by its canonical one, that count places: a bank, hotels."""
    names = {industry, *industry_names(industry)}
    pairs = ((n, plural) for n in names for plural in _plurals(n) if plural in names)
    return tuple(sorted({name for pair in pairs for name in pair}))


def _plurals(name: str) -> tuple[str, ...]:
    return (f"{name}s", f"{name}es", f"{name[:-1]}ies" if name.endswith("y") else "")


def _is_heading(text: str, mention: Mention) -> bool:
    """Return whether the words fill their line: "Education" heads a section, it is no field."""
    start = text.rfind("\n", 0, mention.start) + 1
    stop = text.find("\n", mention.end)
    around = text[start : mention.start] + text[mention.end : stop if stop >= 0 else len(text)]
    return "\n" in text and not around.strip(" \t\r:")
