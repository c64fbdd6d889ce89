"""Tells what somebody wants to learn or to become from what they have done."""

from __future__ import annotations

import re

_REACH = 110
_REST = r"[^.,;:!?\n•]{0,50}(?:\n[^.,;:!?\n•]{0,50})?\Z"
_MEANT = re.compile(
    r"\b(?:(?:willing|eager|hop(?:e|ing)|want(?:ed|ing)?|wish(?:ing)?|would (?:like|love)|excited"
    r"|plan(?:s|ning)?|looking|goals?(?: is)?|objectives?(?: is)?|aim(?:s|ing)?|keen|aspir(?:e|ing)"
    r"|dream(?:ed|t|ing)?|intend(?:ing)?)\s+(?:to|of)\s+(?:[\w/-]+\s+){0,6}?"
    r"(?:learn|be|become|becoming|being|train as|study)"
    r"|(?:interest(?:ed)? in|looking forward to|in (?:the )?process of)"
    r" (?:learning|becoming|studying)|(?:currently|still) (?:learning|studying)"
    rf"|(?:goals?|objectives?|plans?|wanted|next)\s*:\s*(?:to )?(?:learn|study))\b{_REST}"
    r"|\b(?:in progress|to be learned|learning next)\s*[:–-]\s*(?:[\w+#./ ]+,\s*){0,4}\Z",
    re.IGNORECASE,
)


_SEEKS = re.compile(
    r"\b(?:seek(?:s|ing)?|sought|looking|searching|in search|hoping|hope|appl(?:y|ying) for"
    r"|(?:obtain|secure|acquire|gain|land|find)(?= (?:an?|the|my|employment|entry))"
    r"|pursu(?:e|ing)(?! potential)|interested in|desir(?:e|es|ing)|open to|want(?:ing)?"
    r"|wish(?:ing)?)\b",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:positions?|roles?|jobs?|opportunit(?:y|ies)|career|employment|internships?|placement"
    r"|post|vacancy)\b"
    r"(?! (?:to|interview\w*|fairs?|boards?|seekers?|openings?|search\w*|coach\w*|couns\w*)\b)",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"[.!?:](?=\s)|[;\u2022]|\n(?![a-z])"
    r"|\b(?:where|which|who|whose|that|utili[sz]\w*|us(?:e|ing)|apply(?:ing)?|my|experience\w*"
    r"|skills?|skilled|background|knowledge|expertise|leverag\w*|contribut\w*|bring\w*|years?"
    r"|demonstrat\w*|proven|employ|through|strong|strengths?|abilit(?:y|ies)|currently)\b",
    re.IGNORECASE,
)
"""What ends a wish, or tells what somebody has to give for it."""
_LONGEST_WISH = 160
_REST_OF_IT = 50


def is_only_meant(text: str, start: int) -> bool:
    """Return whether what begins at text[start] is wanted, or being learned, and not yet done."""
    if _MEANT.search(text, max(0, start - _REACH), start):
        return True
    return _is_sought(text, start)


def _is_sought(text: str, start: int) -> bool:
    """Return whether a job is sought that is named by it: "looking for a role in audit"."""
    low = max(0, start - _LONGEST_WISH)
    *_, sought = (None, *_SEEKS.finditer(text, low, start))
    if sought is None:
        return False
    wish = text[sought.end() : start]
    if _CLAIMS.search(wish):
        return False
    if job := _JOB.search(wish):
        return "," not in wish[job.end() :]
    job = _JOB.search(text, start, start + _REST_OF_IT)
    return bool(job and "," not in wish and not _CLAIMS.search(text, start, job.start()))
