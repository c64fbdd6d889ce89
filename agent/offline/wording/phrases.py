"""Small pieces of language: lists, counts, wishes in words, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from agent.offline.situation import wish
from tools.criteria import Criterion
from tools.request import tells_deed
from tools.vocabulary.employment import EMPLOYMENTS, LEFT
from tools.wording import MANY_WISHES, counted, phrase

Public = dict[str, Any]
_MOST_SAID, _MOST_NICE = 5, 2
_YEARS = ("min_years", "max_years")
_FIRST = {"title": 0, "location": 1, "min_years": 2}
"""Kinds of wishes that say most of a job, in the order they are named of many."""
_OF_A_WISH = ("kind", "value", "weight", "subject", "level", "radius_km")
"""What a verdict says of its wish."""


def listing(words: Sequence[str], joint: str = "and") -> str:
    """Return "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def they_are(people: Sequence[str]) -> str:
    """Return "⟨#1⟩ is" or "⟨#1⟩ and ⟨#2⟩ are"."""
    return f"{listing(people)} {'is' if len(people) == 1 else 'are'}"


def bulleted(lead: str, items: Iterable[str]) -> list[str]:
    """Return the lines of a list below what leads to it."""
    return [lead, *(f"- {item}" for item in items)]


def resumes_of(people: Sequence[str]) -> str:
    """Return "résumé of ⟨#1⟩" or "résumés of ⟨#1⟩ and ⟨#2⟩"."""
    return f"{'résumé' if len(people) == 1 else 'résumés'} of {listing(people)}"


def people_count(total: int) -> str:
    """Return "1 person" or "14 people"."""
    return counted(total, "person", "people")


def wish_words(criterion: Criterion) -> str:
    """Return one wish as it stands in a sentence: "in Berlin", "5+ years", "ICU"."""
    inside = _is_place(criterion) and not criterion.radius_km
    return f"in {_named(criterion)}" if inside else _named(criterion)


def _named(criterion: Criterion) -> str:
    """Return a wish in words; a deed in quotes, as the recruiter said it: “keeps the books”."""
    words = phrase(criterion)
    is_deed = criterion.kind == "text" and tells_deed(words)
    return f"“{words}”" if is_deed else words


def about_words(criteria: Iterable[Public]) -> str:
    """Return wishes as what a résumé speaks about, whatever they weigh: "SQL, Berlin"."""
    return ", ".join(_named(wish(c)) for c in criteria)


def met_words(criteria: Iterable[Public], *, many: bool = False) -> str:
    """Return what somebody, or `many`, do who meet wishes: "shows SQL and lives in Berlin"."""
    said = [wish(c) for c in criteria]
    read = [c for c in said if c.weight != "avoid"]
    denied = [_named(c) for c in said if c.weight == "avoid"]
    shown = [_named(c) for c in read if not _is_place(c) and c.value not in EMPLOYMENTS]
    held = [phrase(c) for c in read if c.value in EMPLOYMENTS]
    places = [wish_words(c) for c in read if _is_place(c)]
    show, live = ("show", "live") if many else ("shows", "lives")
    does = [f"{show} {', '.join(shown)}"] if shown else []
    does += [f"{live} {', '.join(places)}"] if places else []
    is_ = "are" if many else "is"
    does += [each if each == LEFT else f"{is_} {each}" for each in held]
    does += [f"{show} nothing of {listing(denied, 'or')}"] if denied else []
    return " and ".join(does)


def _is_place(criterion: Criterion) -> bool:
    """Return whether a wish is for somewhere people live, which remote work is not."""
    remote = phrase(criterion).casefold().startswith("remote")
    return criterion.kind == "location" and not remote


def public_words(criterion: Public) -> str:
    """Return a wish of a payload in words, with what its weight adds."""
    read = wish(criterion)
    words = _named(read)
    return {"nice": f"{words} as a nice to have", "avoid": f"no {words}"}.get(read.weight, words)


def plain_words(criterion: Public) -> str:
    """Return a wish of a payload in words, whatever it weighs."""
    return public_words({**criterion, "weight": "must"})


def wishes_words(criteria: Iterable[Public], placed: str = "somebody") -> str:
    """Return all wishes in one phrase: the musts, then what is nice, then what is not wanted.

    `placed` is what is said before places where nothing else must be.
    """
    read = [wish(c) for c in criteria]
    musts = [wish_words(c) for c in read if c.weight == "must"]
    nice = [wish_words(c) for c in read if c.weight == "nice"]
    avoid = [_named(c) for c in read if c.weight == "avoid" and not _is_place(c)]
    nowhere = [wish_words(c) for c in read if c.weight == "avoid" and _is_place(c)]
    if musts and all(_is_place(c) for c in read if c.weight == "must"):
        musts[0] = f"{placed} {musts[0]}"
    parts = [", ".join(musts)] if musts else []
    if nice:
        parts.append(f"ideally {listing(nice)}")
    unwanted = [f"without {listing(avoid, 'or')}"] if avoid else []
    unwanted += [f"not {listing(nowhere, 'or')}"] if nowhere else []
    if not parts and unwanted:
        unwanted[0] = f"anybody {unwanted[0]}"
    return "; ".join([*parts, *unwanted])


def wishes_in_short(criteria: Sequence[Public], placed: str = "somebody") -> str:
    """Return all wishes in one phrase, of many those said first: doors show the others."""
    if len(criteria) <= MANY_WISHES:
        return wishes_words(criteria, placed)
    kept: list[Public] = []
    for weight in ("must", "nice", "avoid"):
        alike = [c for c in criteria if c["weight"] == weight]
        alike.sort(key=lambda c: _FIRST.get(c["kind"], len(_FIRST)))
        kept += alike[: _MOST_SAID if weight == "must" else _MOST_NICE]
    return f"{wishes_words(kept, placed)}; and your other wishes"


def quoted(verdict: Public) -> str:
    """Return the quote of a verdict, verbatim: of several lines those that prove something.

    Of the head of a job that proves years, the first and the last tell what it was and when.
    """
    lines = _proving(verdict["quote"], verdict.get("proof") or verdict["quote"])
    if len(lines) > 1 and verdict.get("kind") in _YEARS:
        return f"“{lines[0]}” … “{lines[-1]}”"
    return " · ".join(f"“{line}”" for line in lines)


def _proving(quote: str, proof: str) -> list[str]:
    """Return the lines of a quote that hold a part of its proof."""
    at = max(0, quote.find(proof))
    first = quote.rfind("\n", 0, at) + 1
    last = quote.find("\n", at + len(proof))
    lines = quote[first : last if last >= 0 else len(quote)].splitlines()
    return [line.strip() for line in lines if line.strip()]


def label(verdict: Public) -> str:
    """Return what a verdict is about, in words: a language that is shown has its quote's level."""
    shown = verdict["kind"] == "language" and verdict.get("verdict") in ("met", "partly")
    words = (k for k in _OF_A_WISH if k in verdict and not (shown and k == "level"))
    return wish_words(wish({k: verdict[k] for k in words}))


def sentence(text: str) -> str:
    """Return the text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def mark(person: str) -> str:
    """Return a person as a placeholder, whichever way they were named."""
    return person if person.startswith("⟨") else f"⟨{person}⟩"
