"""Tells what a request says that nothing was made of: pay, sizes, permits, absurd bounds."""

from __future__ import annotations

from tools.pattern_table import patterns
from tools.request.bound_words import AT_LEAST
from tools.request.pay import find_pay
from tools.request.served import hide_served
from tools.request.sizes import find_sizes
from tools.request.surface import even_out
from tools.request.terms import Span
from tools.request.unshown import find_unshown
from tools.request.years import MOST_YEARS

_SAID = patterns(__package__, "unread.tsv", {"AT_LEAST": AT_LEAST})

_AT_WORK = 16
"""Years below which an age is that of a child somebody works for."""


def unread(text: str) -> dict[str, tuple[str, ...]]:
    """Return the words that nothing is made of, by why: pay, for one, which no résumé shows.

    `sizes` are not compared, `formalities` only to be asked, `bounds` absurd, and of
    `mother_tongues` only fluency is searched; whoever is `hopping` is not judged.
    """
    even = even_out(text)
    spans = {
        "pay": find_pay(even),
        "sizes": find_sizes(even),
        "formalities": find_unshown(even),
        "mother_tongues": [m.span() for m in _SAID["mother_tongue"].finditer(even)],
        "bounds": find_no_bounds(even),
        "hopping": [m.span("said") for m in _SAID["hopping"].finditer(even)] + find_few_jobs(even),
    }
    return {why: tuple(text[a:b].strip(" ,.;()") for a, b in told) for why, told in spans.items()}


def find_few_jobs(text: str) -> list[Span]:
    """Return where the text bounds how many jobs somebody has had: "no more than 3 employers"."""
    return [m.span() for m in _SAID["few_jobs"].finditer(text)]


def find_no_bounds(text: str) -> list[Span]:
    """Return where the text names a bound that cannot be meant, or the age of somebody else."""
    spans = [m.span("said") for m in _SAID["negative"].finditer(text)]
    spans += [m.span("said") for m in _SAID["too_many"].finditer(text) if int(m["n"]) > MOST_YEARS]
    spans += _ages_of_others(text)
    return sorted(spans)


def _ages_of_others(text: str) -> list[Span]:
    """Return the ages that ask for nothing: "bakery, 40 years old", "tutor for teens, 13 or older".

    A least age is a wish about whoever is sought, unless it is a child's or of people served.
    """
    ages = list(_SAID["age"].finditer(text))
    sought = hide_served(text) if ages else text
    return [
        m.span("said")
        for m in ages
        if not (m["least"] or m["older"])
        or int(m["n"]) < _AT_WORK
        or sought[m.start("said")] != text[m.start("said")]
    ]
