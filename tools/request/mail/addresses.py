"""Finds the ways to answer that a message gives, with the words that lead to them."""

from __future__ import annotations

import re
from bisect import bisect_right

from tools.ingest.identity.contacts import find_contacts
from tools.request.terms import Span

_GAP = (
    r"(?:[\s,:|&/()<>-]+(?:your|the|a|an|my|our|us|me|cvs?|resumes?|résumés?|details|applications?"
    r"|cover|letter|to|at|on|or|and|by|via|through|direct(?:ly)?|please|now|today|online|here|hr"
    r"|out"
    r"|for|more|info(?:rmation)?|interested|mail|mailto|number|no\.?|(?-i:[A-Z][\w.'’-]*)))"
)
_LEAD = re.compile(
    r"(?<![\w-])(?:(?:please|pls|plz|kindly|just|to|or|and|interested\?"
    r"|to apply)[\s,:]+)*(?:contact|apply|call|e-?mail|text|send"
    r"|submit|forward|reply|respond|whats-?app|telegram|signal|reach|write|visit|see|check out"
    r"|follow|dm|ping|ring|phone|ph|tel|telephone"
    r"|mobile|mob|cell|fax|[mtpew](?=[:.])|web(?:site)?|url|link(?:edin)?|cvs?|resumes?|résumés?"
    r"|applications?|enquiries|inquiries|questions\?*|(?:more|full|further) (?:info(?:rmation)?"
    r"|details)|details|jd|job (?:ad|link|description|posting)|posted (?:on|at))\.?"
    rf"{_GAP}{{0,12}}[\s,:.|&/()<>-]*\Z",
    re.IGNORECASE,
)
"""Words that lead to an address, up to its first character."""
_BEHIND = re.compile(
    r"[\s,)>]*(?:and |or )?(?:ask(?:ing)? for|attn:?|c/o|(?:speak|talk) (?:to|with)) "
    r"(?:\w+(?:[ ](?-i:[A-Z][\w'’-]*))*)"
    r"|[\s,)>]*(?:by|before|until|no later than) (?:end of )?(?:mon|tues?|wednes|thurs?|fri|satur"
    r"|sun)day"
    r"|[\s,)>]*by (?:tomorrow|tonight|eod|cob|(?:this|next) week|end of (?:day|week|month))",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z]\w{2,30}")
_REACH = 160
"""Characters before an address among which the words that lead to it stand."""
_NAMED = re.compile(
    r"(?m)(?<![\w-])(?:contact(?: (?:person|name))?|point of contact|poc|attn|posted by|recruiter"
    r"|hiring manager)[ \t]*:[ \t]*(?-i:[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){1,3})(?![ ]\w)[^;\n.]*",
    re.IGNORECASE,
)
"""Whom to answer, by name and what follows it: "Contact: Denver Brooks, HR Manager"."""
_FOLLOW = re.compile(
    r"\b(?:follow|find|join|like|connect with|message|dm|tag) (?:us|me) (?:on|at"
    r"|via) [^.;\n]{1,80}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,5}[A-Za-z]? (?:[NSEW]\.? )?(?:[A-Z\d][\w.'’-]* ){1,3}(?:(?:Street|Avenue|Road|Drive"
    r"|Lane"
    r"|Boulevard|Parkway|Highway)\b|(?:St|Ave|Rd|Dr|Ln|Blvd|Pkwy|Hwy)\b\.?(?=\s*(?:[,.;\n]|$)))"
    r"(?:,? (?:Apt|Unit|Suite|Ste|Floor|#)\.? ?[\w-]+)?"
)
_POSTAL = re.compile(r"(?<=\b[A-Z]{2} )\d{5}(?:-\d{4})?\b")


def find_addresses(text: str) -> list[Span]:
    """Return where a text says how to answer: e-mail, link, phone, street, whom to ask for."""
    contacts = [(c.start, c.end) for c in find_contacts(text, 0)]
    whole = [(_lead(text, start, _end_before(contacts, start)), end) for start, end in contacts]
    asked = [m.span() for end in (e for _, e in contacts) if (m := _BEHIND.match(text, end))]
    whole += [
        (at, m.end())
        for m in _HANDLE.finditer(text)
        if (at := _lead(text, m.start(), 0)) < m.start()
    ]
    told = (m.span() for p in (_NAMED, _FOLLOW, _STREET, _POSTAL) for m in p.finditer(text))
    return sorted([*whole, *asked, *told])


def _lead(text: str, start: int, after: int) -> int:
    """Return where the words begin that lead to an address, its own start where none do."""
    first = max(after, start - _REACH, text.rfind("\n", 0, start) + 1)
    lead = _LEAD.search(text[first:start])
    return first + lead.start() if lead else start


def _end_before(contacts: list[Span], start: int) -> int:
    at = bisect_right(contacts, (start, 0)) - 1
    return contacts[at][1] if at >= 0 else 0
