"""What people can do: find skills of every trade in text and know what each one implies."""

from collections.abc import Collection, Iterable
from functools import cache

from tools.vocabulary.homonyms import means_another
from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.skills_told import told_skills
from tools.vocabulary.tables import TABLE, entries, parts, read_folder, read_rows, read_words
from tools.vocabulary.trade_words import in_their_trade

_TECHNICAL = frozenset({"software", "data", "it", "engineering", "design", "office"})
_EVERYDAY = frozenset({"office"})


@cache
def _matcher() -> PhraseMatcher:
    rows = entries(read_folder("skills"), "skill")
    return PhraseMatcher(rows, technical=_TECHNICAL, everyday=_EVERYDAY)


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["skill"]: row for row in read_folder("skills")}


def _told_of(skill: str, column: str) -> str:
    """Return a cell of the row of a skill, "" for one that no table lists."""
    return _rows().get(skill, {}).get(column) or ""


def field_of(skill: str) -> str:
    """Return the field of work whose table lists a skill."""
    return _told_of(skill, TABLE)


def find_skills(text: str, trusted: bool = False, beside: str = "") -> list[Mention]:
    """Return every skill the text mentions; trusted reads a recruiter's short request.

    `beside` are the jobs the text belongs to, which tell what trade its everyday words are of.
    """
    found = in_their_trade(_matcher().find(text, trusted=trusted), text, beside)
    named = _meant(found, text)
    told = [m for m in told_skills(text) if not _is_among(m, named, trusted)]
    heads = [] if trusted else [head for m in named if (head := _head(text, m))]
    return sorted([*named, *told, *heads], key=lambda m: (m.start, m.end))


@cache
def _heads() -> dict[str, str | None]:
    return {word: canonical_skill(word) for word in read_words("skills/heads.txt")}


def _head(text: str, named: Mention) -> Mention | None:
    """Return the skill that the last word of a longer one names: contract negotiation is one."""
    _, space, word = text[named.start : named.end].rpartition(" ")
    skill = _heads().get(word.casefold()) if space else None
    if skill is None or skill in (named.name, *kinds(named.name)):
        return None
    return Mention(skill, named.end - len(word), named.end)


def _meant(found: Iterable[Mention], text: str) -> list[Mention]:
    """Return the mentions in the sense of their skill.

    A list of words repeats what the text says: where that was something else, so is the word.
    """
    mentions = list(found)
    named = [m for m in mentions if not means_another(m.name, text, m.start, m.end)]
    if len(named) == len(mentions):
        return named
    sure = {m.name for m in named if not _is_listed(text, m)}
    doubted = {m.name for m in mentions if m not in named} - sure
    return [m for m in named if m.name not in doubted]


def _is_listed(text: str, mention: Mention) -> bool:
    """Return whether a name is an item of a list of words."""
    before = text[max(0, mention.start - 3) : mention.start].rstrip()
    return before.endswith(",") and text[mention.end : mention.end + 2].strip()[:1] in {",", ""}


def _is_among(told: Mention, named: list[Mention], trusted: bool) -> bool:
    """Return whether the same skill is named there, or in a request any: said once, asked once."""
    return any(
        m.start < told.end and told.start < m.end and (trusted or m.name == told.name)
        for m in named
    )


def canonical_skill(phrase: str) -> str | None:
    """Return the canonical name of a skill phrase."""
    return _matcher().canonical(phrase)


@cache
def _together() -> dict[str, tuple[str, ...]]:
    return {row["skill"]: parts(row["shown_by"]) for row in read_rows("skills_together.tsv")}


def shown_together(skills: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the skills that some of these show only together, with those that show each."""
    return {
        skill: shown_by
        for skill, shown_by in _together().items()
        if skill not in skills and all(part in skills for part in shown_by)
    }


@cache
def broader(skill: str) -> tuple[str, ...]:
    """Return everything having this skill also shows, nearest first."""
    return _reached(skill, "kind_of", "implies")


@cache
def kinds(skill: str) -> tuple[str, ...]:
    """Return everything this skill is one of: Scrum is agile, Salesforce is CRM software."""
    return _reached(skill, "kind_of")


def _reached(skill: str, *columns: str) -> tuple[str, ...]:
    reached = [skill]
    for current in reached:
        for wider in (name for column in columns for name in parts(_told_of(current, column))):
            if wider not in reached:
                reached.append(wider)
    return tuple(reached[1:])
