"""The filter every sentence about people passes: what the evidence lacks never reaches a door."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from graphs.bags import WORD, Bag
from graphs.claims import clashing_verdict, wrong_comparison, wrong_rank, wrong_sum
from graphs.clauses import LOST, Mood, Part, parts_of, speaks_of_the_lost
from graphs.facts import Fault, check_facts, wrong_home
from graphs.judgements import bare, clean, disguised, judges, no_statement
from graphs.lexicon import commands, plain_words
from graphs.names import capitalised, unnamed
from graphs.numbers import numbers_in
from graphs.quotations import Quotation, is_verbatim, quotations
from graphs.readable import unreadable
from graphs.sentences import Sentences
from graphs.turn_evidence import Known
from tools.people import PERSON_MARK

_LIST_MARK = re.compile(r"^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+|#{1,4}\s+|>\s+)?")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s")
_RANK = re.compile(
    r"(?<![\w&⟨])(?:#|(?:candidate|person|rank|number|no\.|nr\.|kandidat(?:in)?|candidat[oa])\s*#?)"
    r"(\d{1,4})\b(?![.,]\d)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\bno ⟨#\d+⟩|\b(?:ends|stops) (?:at|with) ⟨#\d+⟩", re.IGNORECASE)
_UNSURE = re.compile(r"⟨\?([^⟨⟩]{1,100})⟩")
_PLACEHOLDER = 0xE000


class Grounding:
    """Takes chunks of a model's prose and hands out the sentences that the evidence carries.

    `removed` collects the others, each with the reason.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._sentences = Sentences()
        self._about: tuple[str, ...] = ()
        self._heading: Mood = "claims"
        self.removed: list[dict[str, Any]] = []

    def feed(self, text: str) -> list[str]:
        """Return the sentences that `text` completes and the evidence carries."""
        return self._passed(self._sentences.feed(clean(text)))

    def finish(self) -> list[str]:
        """Return the last sentence, if the evidence carries it."""
        return self._passed(self._sentences.finish())

    def _passed(self, sentences: Sequence[str]) -> list[str]:
        return [sentence for sentence in sentences if self._passes(sentence)]

    def _passes(self, sentence: str) -> bool:
        if not sentence.strip():
            return True
        checked = _Checked(sentence, self._about, self._heading, self._known)
        reason = checked.fault()
        self._about = checked.about_next(reason)
        self._heading = checked.heading_next(self._heading)
        if reason is None:
            return True
        self.removed.append({"sentence": sentence.strip(), "reason": reason})
        return False


def of_no_use(grounding: Grounding) -> dict[str, str]:
    """Return why nothing is left of what a model said: it had no support, or there was nothing."""
    if grounding.removed:
        text = "The language model said what no résumé shows."
        return {"code": "unsupported", "message": text}
    return {"code": "empty", "message": "The language model gave no answer."}


def unsaid(sentences: Iterable[str], before: str) -> list[str]:
    """Return the sentences that have not been said before."""
    return [s for s in sentences if not s.strip() or s.strip() not in before]


class _Checked:
    """One sentence, taken apart and held against the evidence."""

    def __init__(self, sentence: str, before: tuple[str, ...], heading: Mood, known: Known) -> None:
        self._known = known
        self._before = before
        self._sentence = sentence
        self._quotes = quotations(sentence)
        body = bare(_masked(sentence, self._quotes))
        self._list_end = _end_of(_LIST_MARK.match(body))
        self._body = _RANK.sub(lambda m: f"⟨#{m[1]}⟩", body)
        self._marks = tuple(dict.fromkeys(m[0] for m in PERSON_MARK.finditer(self._body)))
        parts = parts_of(self._body, before, known.wishes())
        if heading != "claims" and _ITEM.match(body):
            parts = [p._replace(mood=heading) if p.mood == "claims" else p for p in parts]
        self._parts = parts

    def fault(self) -> str | None:
        """Return why the sentence must not be said, or None."""
        return (
            self._stranger()
            or self._no_statement()
            or self._unreadable()
            or self._misquoted()
            or next((fault for part in self._parts if (fault := self._part_fault(part))), None)
            or wrong_comparison(self._body, self._known)
        )

    def about_next(self, reason: str | None) -> tuple[str, ...]:
        """Return whom the next sentence goes on about."""
        if self._marks:
            return self._marks if all(map(self._known.knows, self._marks)) else (LOST,)
        if reason and self._opens_with_a_name():
            return (LOST,)
        return self._before

    def heading_next(self, before: Mood) -> Mood:
        """Return how the items of a list below this sentence are meant."""
        if self._sentence.rstrip(" *_\n").endswith(":"):
            return self._parts[-1].mood if self._parts else "claims"
        return before if _ITEM.match(self._sentence) or not self._sentence.strip() else "claims"

    def _stranger(self) -> str | None:
        named = {mark[0] for mark in PERSON_MARK.finditer(self._sentence)} | set(self._marks)
        if not all(self._known.knows(m) or self._is_nobody(m) for m in named):
            return "speaks of a person this turn has no evidence for"
        if any(not self._known.may_be_unsure_of(m[1]) for m in _UNSURE.finditer(self._sentence)):
            return "speaks of a person this turn has no evidence for"
        if not self._marks and speaks_of_the_lost(self._body, self._before):
            return "goes on about somebody who was left out"
        return None

    def _is_nobody(self, mark: str) -> bool:
        """Return whether a sentence says no more of a rank than that nobody has it."""
        return bool(_NOBODY.search(self._body)) and self._known.speaks_of_rank(mark)

    def _no_statement(self) -> str | None:
        return no_statement(self._body, self._known.everything()) or disguised(self._sentence)

    def _unreadable(self) -> str | None:
        body = PERSON_MARK.sub(" ", self._body)
        for number in range(len(self._quotes)):
            body = body.replace(chr(_PLACEHOLDER + number), " ")
        return unreadable(body, self._known.everything())

    def _misquoted(self) -> str | None:
        """Return a fault when something in quotation marks is not said by whom it is told of."""
        for number, quote in enumerate(self._quotes):
            people = self._people_at(self._body.find(chr(_PLACEHOLDER + number)))
            if not self._is_said(quote.text, people):
                return f"quotes what the evidence does not say: {quote.text[:80]}"
        return None

    def _is_said(self, quote: str, people: Sequence[str]) -> bool:
        if self._is_from_a_resume(quote, people) or self._known.leaves_open(quote, people):
            return True
        bags = self._bags(people)
        if any(quote.strip(" .,;:") in text for bag in bags for text in bag.texts if not people):
            return True
        # A hint such as “drop Spark” is made of commands and of wishes, and claims nothing.
        words = [word.casefold() for word in WORD.findall(PERSON_MARK.sub("", quote))]
        asked = self._known.context(people)
        return (
            all(
                w in commands() or w.isdigit() or any(w in bag.words for bag in (*asked, *bags))
                for w in words
            )
            and len(words) <= 8
        )

    def _is_from_a_resume(self, quote: str, people: Sequence[str]) -> bool:
        return is_verbatim(quote, (q for bag in self._bags(people) for q in bag.quotes)) or (
            is_verbatim(quote, (t for bag in self._bags(people) for t in bag.texts))
            and bool(people)
        )

    def _bags(self, people: Sequence[str]) -> list[Bag]:
        if not people:
            return self._known.everything()
        return [bag for mark in people for bag in self._known.evidence(mark)]

    def _people_at(self, place: int) -> tuple[str, ...]:
        return next((p.people for p in self._parts if p.start <= place < p.end), ())

    def _part_fault(self, part: Part) -> str | None:
        text = self._said(part)
        bags = self._bags(part.people)
        asked = self._known.context(part.people) if part.people else []
        open_too = [*bags, *asked] if part.mood != "claims" else bags
        each = (
            [
                [*self._known.evidence(m), *(asked if part.mood != "claims" else [])]
                for m in part.people
            ]
            if part.people
            else [open_too]
        )
        if _in_turn(text):
            each = [open_too]
        facts = check_facts(PERSON_MARK.sub(" ", text), each)
        if isinstance(facts, Fault):
            return facts.reason
        named = [*open_too, *asked] if part.wishing or part.mood != "claims" else open_too
        return (
            self._uncounted(text, [*named, self._counts()])
            or unnamed(self._body, (part.start, part.end), self._list_end, named)
            or clashing_verdict(text, part.people, part.mood, self._known)
            or wrong_sum(text, part.people, part.mood, self._known)
            or (wrong_home(text, bags) if part.mood == "claims" and part.people else None)
            or (wrong_rank(text, part.people) if part.mood != "asks" else None)
            or (judges(text, bags) if part.people and part.mood == "claims" else None)
            or self._alike(part)
        )

    def _counts(self) -> Bag:
        """Return the counts of the turn, which may be told in any sentence."""
        counted = Bag()
        counted.counts = self._known.general.counts
        return counted

    def _uncounted(self, text: str, bags: Sequence[Bag]) -> str | None:
        """Return a fault when a number, a year or a rank stands nowhere in the evidence."""
        body = PERSON_MARK.sub(" ", text)
        for number in numbers_in(body):
            if not any(bag.has(number) for bag in bags):
                return f"gives a number the evidence lacks: {number.value:g}"
        return None

    def _alike(self, part: Part) -> str | None:
        """Return a fault when "so does ⟨#1⟩" says of them what holds of the others alone."""
        at = self._parts.index(part) if part.alike else 0
        if at == 0 or part.people == self._parts[at - 1].people:
            return None
        told = self._parts[at - 1]._replace(people=part.people, alike=False)
        return self._part_fault(told)

    def _said(self, part: Part) -> str:
        """Return the words of a part, with what it quotes from anything but a résumé."""
        text = self._body[part.start : part.end]
        for number, quote in enumerate(self._quotes):
            mark = chr(_PLACEHOLDER + number)
            if mark in text:
                known = self._is_from_a_resume(quote.text, part.people)
                text = text.replace(mark, "“”" if known else quote.text)
        if part.start == 0:
            text = " " * self._list_end + text[self._list_end :]
        return text

    def _opens_with_a_name(self) -> bool:
        first = next(capitalised(self._body, self._list_end), None)
        return first is not None and first[2] and first[1].casefold() not in plain_words()


def _in_turn(text: str) -> bool:
    """Return whether several people are told several things, each their own."""
    return bool(re.search(r"\b(?:respectively|between them|either|or|one of)\b", text, re.I))


def _masked(sentence: str, quotes: Sequence[Quotation]) -> str:
    """Return a sentence with one private character for each quotation."""
    out, at = [], 0
    for number, quote in enumerate(quotes):
        out += [sentence[at : quote.start], chr(_PLACEHOLDER + number)]
        at = quote.end
    return "".join([*out, sentence[at:]])


def _end_of(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
