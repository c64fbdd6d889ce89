"""Tells wishes about where people come from, from languages, kitchens and help for migrants."""

from __future__ import annotations

from tools.request.protected.wish import DEMONYM, NO, NOT_OR_RATHER

_BORN = (
    r"(?:british|american|irish|scottish|swiss|austrian|belgian|canadian|australian|mexican"
    r"|brazilian|nigerian|indian|african|european)"
)
"""Peoples whose language has another name, so that "native" says where somebody is from."""
_NEWLY = (
    r"(?:(?:any|more|new|recent(?:ly arrived)?|illegal|undocumented|economic|first[- ]generation)"
    r"(?:[ ,]+(?:or |and )?)){0,3}"
)


ORIGIN = (
    rf"\b(?:(?:{NO})\s+{_NEWLY}(?:immigrants?|migrants?|refugees?|expats?"
    rf"|newcomers to \w+|asylum[- ]seekers?)"
    rf"|(?:{NO}\s+)?(?:any )?foreigners?)\b(?!\s+(?:services|integration|support|law|work|advi))"
    r"(?<!with foreigners)(?<!teaching foreigners)(?<!for foreigners)"
    r"|\b(?:no |not )?foreign (?:candidates?|applicants?|workers?|nationals?|people|names?"
    r"|accents?)\b"
    rf"|\b(?:no |only |just |exclude |avoid )?(?:native |real |pure |ethnic |born )?{DEMONYM}\s+"
    r"(?:candidates?|applicants?|people|persons?|workers?|nationals?|citizens?(?:hip)?"
    r"|nationality|passports?(?:\s+holders?)?|men|women|man"
    r"|woman|origin|descent|roots|heritage|background|names?|born)(?:\s+only)?\b"
    rf"|\bnative {_BORN}s?\b(?!\s+(?:\w+\s+)?(?:english|french|german|spanish|portuguese|speak"
    rf"|tongue|languages?|sign))|\b{_BORN} natives?\b(?!\s+(?:speak|level|tongue|languages?))"
    rf"|\b(?:no |only |exclude |avoid |not )(?:any )?{DEMONYM}s\b|\b(?:only"
    rf"|just)\s+(?:the\s+)?(?:germans|british|french|americans)\b"
    rf"|\b(?:german|french|british|american|native)[- ]born\b(?:\s+{DEMONYM}s?\b)?"
    r"|\b(?:born and raised|born|raised) in (?:the )?\w+"
    r"|(?:(?<=[,;.(])\s*|^|\b(?:only|just|be|need|want|prefer(?:ably)?)\s+)native[- ]speakers?"
    r"(?: only| please| preferred)?\b(?! (?:of|level))"
    r"|\b(?:green[- ]?card(?: holders?)?|gc|usc)(?:\s*(?:/|,|or|and"
    r"|&)\s*(?:green[- ]?card(?: holders?)?"
    r"|gc|usc|us citizens?)){0,4}\s+(?:only|required)\b"
    rf"|\b{DEMONYM}s {NOT_OR_RATHER}"
    rf"|\bwhere .{{0,20}} really from\b"
    r"|\b(?:race|ethnicity"
    r"|skin colou?r|nationality|caste)\s*[:=]\s*\w+"
)
