"""Licences and certifications of every trade, found in text under their many short forms."""

import re
from functools import cache
from typing import NamedTuple

from tools.vocabulary.certifications_evidence import is_own
from tools.vocabulary.credential_standing import (
    Named,
    Standing,
    is_said_to_hold_now,
    standing,
)
from tools.vocabulary.homonyms import means_another
from tools.vocabulary.matcher import Mention, PhraseMatcher
from tools.vocabulary.tables import entries, parts, read_rows

_TABLE = "certifications.tsv"
# Words end before a blank, so the matcher reads "Security +" as the everyday word.
_APART = re.compile(r"(?<!\w)(Security|Network|Server|Linux|Project|A) \+(?![\w+])")
_AGENT = re.compile(
    r"\blicensed\s+(?:[\w&'-]+\s+){1,3}insurance\s+(?:sales\s+)?(?:agent|broker|producer)\b"
    r"|\blicensed\s+insurance\s+sales\s+(?:agent|broker|producer)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"[- ]accredited\b", re.IGNORECASE)
"""What is said of a school or a program: "CSWE-accredited"."""
_PEOPLE = parts(
    "RN|LPN|CNA|NP|CRNA|CNM|EMT-B|CPA|ACA|LCSW|LMSW|LPC|LMFT|Solicitor|Master Electrician"
    "|Journeyman Electrician|Licensed Electrician|Master Plumber|Journeyman Plumber"
    "|Licensed Plumber|Licensed Pharmacist|Registered Dietitian|Registered Architect"
)
"""The names that are used for those who hold them as well."""
_HOLDERS = re.compile(r"\b(CPA|ACA|LCSW|LPC|CFA|PMP)s\b")
"""Several who hold it, in a request: "only CPAs"."""


@cache
def _matcher() -> PhraseMatcher:
    return PhraseMatcher(entries(list(_rows().values()), "certification"))


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["certification"]: _in_british(row) for row in read_rows(_TABLE)}


def _told_of(certification: str, column: str) -> str:
    """Return a cell of the row of a canonical certification, "" for one that is not known."""
    return _rows().get(certification, {}).get(column, "")


def _in_british(row: dict[str, str]) -> dict[str, str]:
    """Return a row with "RN licence" beside "RN license"."""
    spelled = dict.fromkeys(parts(f"{row['certification']}|{row['aliases']}".strip("|")))
    british = [name.replace("icense", "icence") for name in spelled if name.endswith("icense")]
    return row | {"aliases": "|".join(dict.fromkeys([*parts(row["aliases"]), *british]))}


def find_certifications(text: str, trusted: bool = False) -> list[Mention]:
    """Return every certification the text mentions; trusted reads a recruiter's short request."""
    text = _HOLDERS.sub(r"\1 ", text) if trusted else text
    found = _matcher().find(text, trusted=trusted)
    found = [m for m in found if not means_another(m.name, text, m.start, m.end)]
    found = [m for m in found if not _SCHOOL.match(text, m.end)]
    apart = [Mention(f"CompTIA {m[1]}+", m.start(), m.end()) for m in _APART.finditer(text)]
    agents = [_agent(m) for m in _AGENT.finditer(text)] if "nsurance" in text.lower() else []
    return sorted([*found, *apart, *agents], key=lambda m: m.start) if apart or agents else found


def _agent(match: re.Match[str]) -> Mention:
    """Return the licence of a "Licensed Harrow Health Insurance Sales Agent"."""
    health = re.search(r"life|health", match.group(), re.IGNORECASE)
    name = "Life and Health Insurance License" if health else "Insurance Producer License"
    return Mention(name, match.start(), match.end())


class Certifications(NamedTuple):
    """The certifications a résumé says its writer has, and those still to come or run out."""

    held: list[Mention]
    doubted: list[Mention]


def own_certifications(text: str, as_of: str = "") -> Certifications:
    """Return the certifications of the writer on the day a résumé was read, and no others'.

    What is lost is neither. A name that proves nothing in one place proves nothing where it is
    merely repeated: in a list of words what was of others or still to come, and anywhere what has
    run out or was lost, unless it is said to be in force.
    """
    found = find_certifications(text)
    said = [(m, _standing(text, m, as_of)) for m in found]
    to_come = {
        (m.name, m.end) for m, how in said if how == "to come" and text.startswith(" (", m.end)
    }
    said = [(m, how) for m, how in said if (m.name, m.start - 2) not in to_come]
    held = [m for m, how in said if how == "held"]
    if len(held) < len(found):
        over = {m.name for m, how in said if how in ("run out", "lost")}
        held = [m for m in held if m.name not in over or is_said_to_hold_now(text, m.start, m.end)]
        sure = {m.name for m in held if not _is_listed(text, m, found)}
        unsure = {m.name for m, how in said if how != "held"}
        held = [m for m in held if m.name in sure or m.name not in unsure]
    doubted = [m for m, how in said if how in ("to come", "run out")]
    held, doubted = _with_wider(held), _with_wider(doubted)
    names = {m.name for m in held}
    return Certifications(held, [m for m in doubted if m.name not in names])


def _with_wider(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, each followed by those of what it is a kind of: a Class A CDL is one."""
    names = ((m, n) for m in mentions for n in (m.name, *parts(_told_of(m.name, "kind_of"))))
    return [m._replace(name=name) for m, name in names]


def _standing(text: str, mention: Mention, as_of: str) -> Standing | None:
    """Return how a certification stands; None for one of somebody else."""
    if not _is_own(text, mention):
        return None
    return standing(Named(text, *mention, person=mention.name in _PEOPLE), as_of)


def _is_listed(text: str, mention: Mention, found: list[Mention]) -> bool:
    """Return whether the name is an item of a list of words, and not of one of certifications."""
    before, after = text[: mention.start].rstrip(), text[mention.end : mention.end + 2].strip()
    if before[-1:] != "," or after[:1] not in {",", ""}:
        return False
    return not any(
        not text[min(m.end, mention.end) : max(m.start, mention.start)].strip(" ,\n")
        for m in found
        if m.name != mention.name
    )


def _is_own(text: str, mention: Mention) -> bool:
    surface = text[mention.start : mention.end]
    plural = surface[-1] == "s" and _matcher().canonical(surface[:-1]) == mention.name
    return is_own(text, mention.start, mention.end, mention.name in _PEOPLE, plural)


def canonical_certification(phrase: str) -> str | None:
    """Return the canonical name of a certification phrase."""
    apart = _APART.fullmatch(phrase)
    if apart:
        return f"CompTIA {apart[1]}+"
    return _matcher().canonical(phrase)


def certification_names(certification: str) -> tuple[str, ...]:
    """Return the other names of a certification, by its canonical one."""
    return parts(_told_of(certification, "aliases"))


def certification_family(name: str) -> str:
    """Return the trade a canonical certification belongs to, "" if none is known."""
    return _told_of(name, "family")
