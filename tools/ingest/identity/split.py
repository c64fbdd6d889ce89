"""Splits the identity from the profile: who it is goes one way, what they did another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tools.candidates import Identity
from tools.ingest.given_fields import GivenFields
from tools.ingest.identity.address_names import addressed_name
from tools.ingest.identity.broken_names import on_two_lines, other_names
from tools.ingest.identity.contacts import ADDRESS, EMAIL, LINK, PHONE, Span, find_contacts
from tools.ingest.identity.id_numbers import find_id_numbers
from tools.ingest.identity.later_names import later_names
from tools.ingest.identity.name_mentions import NAME, find_name_mentions
from tools.ingest.identity.name_words import PARTICLES
from tools.ingest.identity.names import find_name
from tools.ingest.identity.names_in_prose import told_names
from tools.ingest.identity.personal import BIRTH, find_personal
from tools.ingest.sections import outlined, read_lines

TOKENS = frozenset(
    ("⟨name⟩", "⟨email⟩", "⟨phone⟩", "⟨link⟩", "⟨address⟩", "⟨birth date⟩", "⟨personal⟩", "⟨photo⟩")
)
"""What stands in a candidate's text where the identity stood."""

_TOP = 2000
_HEADER_LINES = 8
_PERSONAL = frozenset({"personal", "summary"})
_DOUBLED = re.compile(rf"{NAME}(?:[ ,]+{NAME})+")


def split_identity(raw: str, given: GivenFields | None = None) -> tuple[str, Identity]:
    """Return the text with every mention of the identity replaced by a token, and the identity.

    The text does not depend on the name: two résumés that differ in nothing else read the same.
    """
    given = given or GivenFields()
    text = replace(raw, find_id_numbers(raw))  # first, for many of them look like a phone's
    contacts = find_contacts(text, _header_end(text))
    text = replace(text, contacts)
    personal = find_personal(text, _header_end(text))
    text = replace(text, personal)
    emails = _values(contacts, EMAIL, given.email)
    top = read_lines(text[:4000])
    found = on_two_lines(top, find_name(top, emails), emails)
    later = (*later_names(outlined(text)), *told_names(text))
    addressed = addressed_name(emails, _values(contacts, LINK)) if not (found or later) else ""
    for name in dict.fromkeys(filter(None, (given.name.strip(), found, *later, addressed))):
        text = replace(text, find_name_mentions(text, name))
    for name in other_names(text):
        text = replace(text, find_name_mentions(text, name))
    births = [span.value for span in personal if span.token == BIRTH]
    return _DOUBLED.sub(NAME, text), Identity(
        name=displayed(given.name or found or next(iter(later), addressed)),
        emails=emails,
        phones=_values(contacts, PHONE, given.phone),
        links=_values(contacts, LINK),
        address=next(iter(_values(contacts, ADDRESS)), ""),
        birth_date=births[0] if births else "",
    )


def replace(text: str, spans: Iterable[Span]) -> str:
    """Return the text with each span replaced by its token; spans do not overlap."""
    pieces = []
    at = 0
    for span in sorted(spans):
        pieces += [text[at : span.start], span.token]
        at = span.end
    return "".join([*pieces, text[at:]])


def displayed(name: str) -> str:
    """Return a name with capitals as people write it when the résumé shouts or whispers it."""
    name = " ".join(name.split())
    if not (name.isupper() or name.islower()) or len(name) <= 3:
        return name
    return " ".join(
        word.lower() if number and word.lower() in PARTICLES else _capitalised(word)
        for number, word in enumerate(name.split())
    )


def _capitalised(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda match: "Mc" + match.group(1).upper(), word)


def _header_end(text: str) -> int:
    """Where the part ends in which contacts stand: the first heading, or the first few lines."""
    top = text[:_TOP]
    _, lines, sections = outline = outlined(top)
    if not lines:
        return 0
    few = lines[min(_HEADER_LINES, len(lines)) - 1].end
    first = outline.header_end
    personal = [s.end for s in sections[:2] if s.kind in _PERSONAL and not s.inline]
    return few if first >= few else max([lines[0].end, first, *personal[:1]])


def _values(spans: Sequence[Span], token: str, given: str = "") -> tuple[str, ...]:
    values = [given.strip(), *(span.value for span in spans if span.token == token)]
    return tuple(dict.fromkeys(value for value in values if value))
