"""Leaves out of a posting what asks for nothing: pay, the firm itself, formalities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tools.request.terms import Cover, Span

_ABOUT_US = re.compile(
    r"\b(?:ctc|\d+ ?lpa|we offer|we provide|we pay|salary"
    r"|(?:competitive|total|base|your) compensation"
    r"|compensation(?: package| range| is\b|:)|equal[- ]opportunit|regardless of"
    r"|(?:accommodation|housing|meals|uniforms?) (?:is |are |will be )?(?:provided|included)"
    r"|benefits include|per annum|(?:paid|public|bank) holidays?|days(?:'| of)? holiday"
    r"|holiday (?:pay|allowance|entitlement)|pensions?(?! (?:fund|admin|account|plan admin))"
    r"|401\(?k\)?|insurance plan|paid (?:time|leave)|founded|our (?:mission|history|story|values)"
    r"|apply (?:now|by|via|online)|\beeo)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"[$€£]\s?\d")
_ANSWERED_FOR = re.compile(
    # Nobody is paid in millions: "a business unit of $200M" is what they will answer for.
    r"[$€£]\s?\d(?:\d{0,2}(?:,\d{3}){2}|[\d.,]*\s?(?:m|mm|mn|mio|million|b|bn|billion)\b)"
    r"|\b(?:budgets?|p&l|revenues?|portfolio|territory|quota|targets?|contracts?|projects?|grants?"
    r"|accounts?|loans?|assets|inventory|spend|deals?|transactions?|funds?|bookings?|premiums?)\b",
    re.IGNORECASE,
)
"""What shows that a sum is not the pay."""
_FORMALITY = re.compile(
    r"\b(?:(?:pass|undergo|clear|complete|subject to)\b[^,;.\n]{0,30}"
    r"\b(?:background|screening|drug test)\w*"
    r"|passport|citizenship|work (?:permit|authori[sz]ation|visa)|visa (?:sponsorship|status)"
    r"|(?:right|eligib\w+|authori[sz]ed) to work"
    r"|willing(?:ness)? to (?:travel|relocate)|occasional (?:\w+ )?travel|travel (?:up to|required)"
    r"|may (?:substitute|replace)|in lieu of)\b",
    re.IGNORECASE,
)
"""Words of an item of a list that no résumé shows; the items beside it are wishes as ever."""
_TERMS = re.compile(
    r"(?<![\d.,$€£])\d[\d.,]*(?:\s?(?:-|to)\s?\d[\d.,]*)?\s?(?:/\s?(?:hr|hour)|ph)\b"
    r"|[$€£]\s?\d[\d.,]*k?(?:\s?(?:-|to)\s?[$€£]?\s?\d[\d.,]*k?)?"
    r"\s?(?:/\s?|per\s|an?\s|p)(?:hr|hour|h|day|week|wk|month|mo|year|yr|annum|a)\b(?: DO[EQ]\b)?"
    r"|\b(?:some|occasional|light|frequent|regular|extensive|up to \d+\s?%|\d+\s?%) "
    r"(?:(?:domestic|international|overnight|regional|uk|us|european) )?travel(?:l?ing)?\b"
    r"(?! (?:agen|book|plan))"
    r"|\bon[- ]call (?:rota|rotation|shifts?|duty|duties)\b|\bon[- ]call(?=\s*(?:[,.;)]|$))"
    r"|\b(?:(?:open|flexible|full|weekend|evening|holiday|night) ){1,2}availability\b[^.;\n]*"
    r"|\b(?:weekend|early morning|late evening) (?:mornings?|evenings?|shifts?|hours|work|rota)\b"
    r"|\b(?:(?:bank )?holiday|maternity|sickness|annual leave) cover\b"
    r"|\bcover for (?:holidays?|absences?|sickness)\b"
    r"|\bown (?:tools|transport)\b"
    r"|\b(?:OT|overtime) (?:is )?(?:avail(?:able)?|paid|offered)\b"
    r"|\b(?:(?:must |can |able to )?(?:pass|clear|undergo) (?:an? |the |our )?)?"
    r"(?:pre-employment )?drug screen\b(?! (?:analy|colle|tech|proce))",
    re.IGNORECASE,
)
"""The terms of a job: what is paid for how long, when and where one works, what is tested first."""
_PAY = re.compile(
    r"\b(?:pay|paid|pays|wages?|bonus(?:es)?|benefits?|commission|compensation|tips|package|earn\w*"
    r"|offer\w*|incentives?|allowance|stipend|rate|hourly|annual(?:ly)?"
    r"|per (?:hour|year|month|week)|insurance|perks|relocation|equity)\b",
    re.IGNORECASE,
)
"""What shows that a whole sentence with a sum speaks of pay."""
_PIECE = re.compile(r"(?:[^,;|]|,(?=\d{3}\b))+")
_MARK = re.compile(r"[,;.\n]")


def without_about_us(text: str) -> str:
    """Blank the lines and sentences that speak of pay and the firm itself, and mere formalities."""
    marks = [-1, *(m.start() for m in _MARK.finditer(text)), len(text)]
    for formality in _FORMALITY.finditer(text):
        at = bisect_left(marks, formality.start())
        start, end = marks[at - 1] + 1, marks[bisect_left(marks, formality.end())]
        text = text[:start] + "," * (end - start) + text[end:]
    parts = (part for part in re.split(r"(?<=[.!?])(\s+)|(\n)", without_terms(text)) if part)
    return "".join("," * len(part) if _is_about_us(part) else _unpaid(part) for part in parts)


def _unpaid(sentence: str) -> str:
    """Return a sentence without the pieces that name a sum, whose neighbours may be wishes."""
    if not _is_paid(sentence):
        return sentence
    return _PIECE.sub(lambda m: _blanked(m.group()), sentence)


def _blanked(piece: str) -> str:
    return "," * len(piece) if _SUM.search(piece) else piece


def without_terms(text: str, asked: Sequence[Span] = ()) -> str:
    """Blank the terms of a job wherever a text says them: pay an hour, shifts, tests.

    What is `asked` there of whoever is sought stays: "happy to do weekend shifts".
    """
    kept = Cover(len(text), asked)

    def blanked(term: re.Match[str]) -> str:
        return term.group() if kept.touches(*term.span()) else "," * len(term.group())

    return _TERMS.sub(blanked, text)


def _is_about_us(sentence: str) -> bool:
    return bool(_ABOUT_US.search(sentence) or (_is_paid(sentence) and _PAY.search(sentence)))


def _is_paid(sentence: str) -> bool:
    return bool(_SUM.search(sentence) and not _ANSWERED_FOR.search(sentence))
