"""Reads a town's name beside a program as the program it also is: "SAP EWM or Manhattan"."""

from __future__ import annotations

import re
from itertools import pairwise

from tools.request.terms import Term

_EITHER = re.compile(r"\s+or\s+|\s?/\s?", re.IGNORECASE)


def without_makers(text: str, terms: list[Term]) -> list[Term]:
    """Return the terms without the places that stand for a program or its maker.

    Nobody asks for a program or else a town; the name is left to be joined to the program's.
    """
    beside = [
        term
        for other, term in (*pairwise(terms), *((b, a) for a, b in pairwise(terms)))
        if (term.kind, other.kind) == ("location", "skill")
        and other.value[:1].isupper()
        and _EITHER.fullmatch(text[min(other.end, term.end) : max(other.start, term.start)])
    ]
    return [term for term in terms if term not in beside]
