"""Finds where a résumé says that its owner lacks what is wished for, or has lost it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.candidates import Candidate
from tools.criteria import Criterion
from tools.evidence.finding import UNCLEAR, Finding, Span
from tools.evidence.wording import phrase_sought
from tools.results import LACKING
from tools.vocabulary.certifications import certification_names
from tools.vocabulary.certifications_evidence import is_own
from tools.vocabulary.credential_standing import Named, standing
from tools.vocabulary.denials import denials_of
from tools.vocabulary.everyday_names import is_respelled
from tools.vocabulary.languages import language_names

_KINDS = frozenset(("skill", "certification", "language", "text"))


def contrary(person: Candidate, wish: Criterion) -> Finding:
    """Return the places that deny the wish: missing, with its evidence; unclear without any."""
    if wish.kind not in _KINDS:
        return UNCLEAR
    spans = dict.fromkeys(span for name in _names(wish) for span in _denied(person, wish, name))
    return Finding("missing", 0.0, tuple(spans), LACKING) if spans else UNCLEAR


def _names(wish: Criterion) -> tuple[str, ...]:
    """Return every name under which a wish may be denied, as the recruiter said it too."""
    known = {"certification": certification_names, "language": language_names}.get(wish.kind)
    named = [name for value in wish.values for name in (value, *(known(value) if known else ()))]
    names = dict.fromkeys(name for name in (*named, wish.said) if name.strip())
    return tuple(name for name in names if wish.kind != "skill" or not is_respelled(name))


def _denied(person: Candidate, wish: Criterion, name: str) -> Iterator[Span]:
    text = person.text
    for place in phrase_sought(name).places(text):
        span = place.span()
        if denials_of(text).deny(*span) or (wish.kind == "certification" and _is_lost(text, span)):
            yield span


def _is_lost(text: str, span: Span) -> bool:
    """Return whether a place names a credential of the writer that was lost."""
    if not is_own(text, *span, person=False, plural=False):
        return False
    return standing(Named(text, text[slice(*span)], *span), "") == "lost"
