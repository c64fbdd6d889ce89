"""Finds from when, how long and how often one is to work, which no résumé shows: "12 month FTC"."""

from __future__ import annotations

import re

from tools.request.terms import Span

_DAY = r"(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:s?day|nesday|rsday|urday)?s?"
_HOUR = r"\d{1,2}(?::\d\d)?\s?(?:am|pm)?"
_FEW = r"(?:[1-7](?:\s?-\s?[1-7])?|one|two|three|four|five|six)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_END = r"(?=\s*(?:$|[,;.!?)\n]|(?:and|or|but|please)\b))"
_ENGAGEMENT = re.compile(
    # how long
    r"\b\d{1,2}\+?[- ]?(?:months?|mths?|mos?|weeks?|wks?|days?)[- ]+(?:(?:initial|rolling|travel"
    r"|temp(?:orary)?|interim|fixed[- ]term)[- ]+){0,2}(?:fixed[- ]term|ftc|contracts?|assignments?"
    r"|secondments?|interim|temp(?:orary)?|(?:maternity )?cover|gig|travel)\b"
    r"(?!\s+(?:manag|admin|negot|review|law))"
    r"|\b(?:ftc|fixed[- ]term|(?:travel|interim|rolling)\s+(?:contract|assignment)|contract)"
    r"(?:\s+(?:of|for|length|duration))?\s*:?\s*\d{1,2}\+?\s*(?:months?|mths?|mos?|weeks?|wks?)\b"
    r"|\b(?:temp|contract)[- ]to[- ](?:perm(?:anent)?|hire)\b|\bperm(?:anent)? (?:role|position"
    r"|job)\b"
    r"|\b(?:inside|outside)\s+ir35\b|\bcorp[- ]to[- ]corp\b"
    r"|\bno\s+c2c\b|\b(?:no\s+)?(?:c2c|w-?2|1099)\s+(?:only|ok(?:ay)?|basis|contract(?:or)?|roles?"
    r"|positions?)\b"
    # how often, and when
    rf"|\b{_FEW}\s+days?\s*(?:(?:a|per|/|each|every|pr)\s?(?:week|wk)|pw|on-?site"
    r"|in (?:the )?office)\b"
    rf"|(?<!within )(?<!in )(?<!every )(?<!next )(?<!after )(?<!than )(?<!under )\b[1-6]\s+"
    rf"days{_END}"
    rf"|\b\d{{1,2}}(?:\s?-\s?\d{{2}})?\s*(?:(?:hours?|hrs?)\s*(?:a|per|/|each|pr)\s?(?:week|wk)\b|hrs{_END})"
    rf"|\b{_DAY}\s*(?:-|to|thru|through)\s*{_DAY}\b(?:,?\s*{_HOUR}\s*(?:-|to)\s*{_HOUR}(?!\w))?"
    rf"|\b{_HOUR}\s*(?:-|to)\s*\d{{1,2}}(?::\d\d)?\s?(?:am|pm)\b"
    r"|\bFIFO\s+\d\s?[/:]\s?\d\b"
    r"|\b[2-7]\s?(?:days?\s)?on[ /,-]*[2-7]\s?(?:days?\s)?off\b|\b[345]\s?x\s?(?:8|1[02])s?\b"
    r"|\bhome\s+(?:weekly|daily|nightly|(?:every|most)\s+(?:night|day|weekend|week)s?|on\s+weekends"
    r"|weekends)\b"
    # from when
    r"|\b(?:immediate|asap|urgent)\s+(?:start(?:er)?s?|joiners?|availability)\b"
    r"|\bimmediately\s+available\b|\bavailable\s+(?:immediately|asap|now|at\s+short\s+notice)\b"
    rf"|\b(?:start(?:ing|s)?|available(?:\s+from)?)\s+(?:on\s+|in\s+|from\s+)?(?:asap|immediately"
    rf"|{_DAY}"
    rf"|next\s+(?:week|month)|(?:early\s+|mid[- ]|late\s+)?{_MONTH}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s+{_MONTH}){_END}"
    r"|\b(?:(?:no|short|immediate|(?:max\w*\.?\s+)?\d{1,3}\s\w+)\s+)?notice\s+period\b"
    r"(?:\s*:?\s*(?:(?:of|is|max\w*\.?|up to|less than|within|not more than)\s+){0,3}"
    r"\d{1,3}\s(?:days?|weeks?|months?))?(?:\s+(?:max\w*|or less|only))?"
    r"|\blive-(?:in|out)\b(?! (?:care|carer|nann|house|aide|help))(?: possible| ok)?"
    r"|\blive (?:in|out)(?: possible| ok|(?=\s*(?:$|[,.;!?)\n])))"
    # with what
    r"|\breliable\s+(?:transport(?:ation)?|vehicle|car)\b|\b(?:clean|clear|good"
    r"|acceptable)\s+(?:mvr"
    r"|driving\s+(?:record|history)|driver'?s?\s+record)\b",
    re.IGNORECASE,
)


def find_engagements(text: str) -> list[Span]:
    """Return where the text says from when, how long, how often and with what one is to work."""
    return [m.span() for m in _ENGAGEMENT.finditer(text)]
