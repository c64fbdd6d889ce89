"""Prepares a text for reading: what asks for nothing is left out, slips are mended."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.request.layout import PROSE
from tools.request.mail.leaving_out import without_mail
from tools.request.naming.hours import find_refused_hours, read_hours
from tools.request.narrowing import opened
from tools.request.pay import find_pay
from tools.request.posting.about_us import find_terms
from tools.request.posting.description import is_posting
from tools.request.posting.firm_talk import without_firm_talk
from tools.request.posting.lead_in import without_lead_in
from tools.request.protected.finding import find_protected
from tools.request.protected.leaving_out import without_protected
from tools.request.protected.wish import Protected
from tools.request.sizes import find_uncompared
from tools.request.surface import blank, even_out
from tools.request.terms import Cover, Span
from tools.request.text_edits import Edited
from tools.request.typos import mend
from tools.request.unread import find_few_jobs, find_no_bounds
from tools.request.unshown import find_unshown
from tools.request.visible import as_seen
from tools.vocabulary.titles import inner_title

_COURTESY = re.compile(
    r"\b[Rr]eq(?:uisition)? ?#? ?\d{3,}\b|\b[Pp]l[sz]\b|\b[mfwMFW]/[mfwMFW](?:/[dxDX])?\b"
    r"|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>"
)
"""Please, which no capitals make a licence, for PLS is a land surveyor's; "m/f/d"; and tags."""
_RATHER = re.compile(
    r"\b(?:rather than|as opposed to) (?:an? |the )?"
    r"(?P<what>(?:[\w+#&'-]+ ){0,3}?)(?P<last>[\w+#&'-]+)"
    r"(?=\s*(?:[,.;:)\n]|$)| (?:and|but|with|who|in|at|for)\b)",
    re.IGNORECASE,
)
"""What something else is wanted for, which keeps nobody out who has it as well."""
_BEFORE = 60
"""Characters before such words in which the job they are said of may be named."""


class Prepared(NamedTuple):
    """A text without what asks for nothing; `at` leads from its offsets to those of the typed.

    `seen` is all of it as it looks, of which no more than LONGEST characters are read; `unread`
    is where the typed text says on what terms somebody works, and what else no search looks at.
    """

    text: str
    posting: bool
    protected: list[Protected]
    seen: str
    edits: tuple[Edited, ...]
    unread: tuple[Span, ...] = ()

    @property
    def terse(self) -> bool:
        """Return whether each word may be a wish, as few are where a story is told."""
        return not self.posting and len(self.text) <= PROSE

    def at(self, offset: int) -> int:
        """Return the offset in the text as it was typed."""
        for edited in self.edits:
            offset = edited.at(offset)
        return offset


def prepared(text: str) -> Prepared:
    """Return a request or a posting as it is read, and the protected wishes left out of it."""
    seen = as_seen(text)
    plain = without_mail(seen.text, even_out(seen.text))
    posting = is_posting(plain)
    plain = without_firm_talk(without_lead_in(plain) if posting else plain, posting=posting)
    protected = find_protected(plain)
    cut = without_protected(plain, protected)
    polite = _without_courtesy(cut.text)
    left_out = _left_out(polite, posting=posting)
    fixed = mend(opened(blank(polite, left_out)))
    ready = Prepared(fixed.text, posting, protected, seen.text, (fixed, cut, seen))
    told = left_out if ready.terse else []
    return ready._replace(unread=tuple((seen.at(cut.at(s)), seen.at(cut.at(e))) for s, e in told))


def _without_courtesy(text: str) -> str:
    polite = [m.span() for m in _COURTESY.finditer(text)]
    return blank(
        text, [*polite, *((m.start(), _rather_end(text, m)) for m in _RATHER.finditer(text))]
    )


def _left_out(text: str, *, posting: bool) -> list[Span]:
    """Return where a text says formalities, pay and other terms of the job."""
    finders = (find_pay, find_no_bounds, find_uncompared, find_few_jobs, find_refused_hours)
    unread = [] if posting else [span for find in finders for span in find(text)]
    unread += find_unshown(text)
    safe = blank(text, unread)
    hours = () if posting else tuple((t.start, t.end) for t in read_hours(safe))
    return list(Cover(len(text), [*unread, *find_terms(safe, hours)]).spans(0, len(text)))


def _rather_end(text: str, rather: re.Match[str]) -> int:
    """Return where it ends; a job that both share stays: "Python rather than Java developer"."""
    before = text[max(0, rather.start() - _BEFORE) : rather.start()]
    shared = rather["what"] and inner_title(rather["what"] + rather["last"])
    return rather.end("what") if shared and not inner_title(before) else rather.end()
