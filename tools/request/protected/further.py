"""Wishes about looks, health, family plans, faith and accent that a whole phrase tells."""

from __future__ import annotations

from tools.request.protected.wish import DEMONYM

_END = r"(?=\s*(?:$|[.,;:!?)\n]|(?:and|or|but|with|who|in|from|please|only)\b))"
_WITHOUT = (
    r"\b(?:(?:must|should)\s+)?(?:no|not|without|free\s+(?:of|from)|(?:not|never)\s+ha(?:ve|ving)"
    r"|(?:do|does)(?:n't|\s+not)\s+have|never\s+had)\s+(?:any\s+|an?\s+|(?:visible|face|neck|facial"
    r"|family|history\s+of|known)\s+)*"
)

_LOOKS = (
    rf"(?:{_WITHOUT}|\bwith\s+(?:visible\s+)?|\bha(?:s|ve)\s+)(?:tattoos?|piercings?|beards?"
    rf"|facial\s+hair){_END}"
    r"|\b(?:at\s+least|over|under|above|below|min(?:imum|\.)?(?:\s+of)?|taller\s+than|shorter\s+than)"
    r"\s+(?:\d{3}\s*cm|\d[.,]\d\d?\s*(?:m|metres?|meters?)|\d\s*(?:feet|foot|ft\.?|')(?:\s*\d{1,2}"
    r"\s*(?:inches|in\.?|\"|''))?)\s*(?:tall\b|in\s+height\b)|\b(?:taller|shorter)\s+than\s+\d[\d.'\"]*"
    r"(?:\s*(?:cm|m|feet|foot|ft)\b)?"
    rf"|(?:\bwith\s+|\bha(?:s|ve)\s+)?\b(?:blue|green|brown)\s+eyes{_END}"
    r"|\b(?:with|ha(?:s|ve))\s+(?:(?:long|short|red|blonde?|curly)\s+hair"
    rf"|(?:dark|fair|light)\s+skin){_END}"
)
_HEALTH = (
    r"\b(?:(?:must|should)\s+)?(?:be\s+|have\s+|has\s+|with\s+|is\s+)?(?:in\s+)?(?:good|perfect"
    rf"|excellent|robust|full)\s+(?:physical\s+|mental\s+)?health{_END}"
    rf"|{_WITHOUT}(?:epilep\w+|diabetes|cancer|hiv|aids|depression|autism|adhd|allerg(?:y|ies)|illness(?:es)?|sickness|diseases?"
    r"|(?:genetic|hereditary|inherited|congenital)\s+(?:disease|disorder|condition|defect|risk)s?"
    rf"|(?:medical|mental|physical)\s+(?:conditions?|problems?|issues?|illness(?:es)?)|impairments?){_END}"
    rf"|(?<!people )(?<!children )(?<!adults )(?<!persons )(?<!individuals )(?<!clients )"
    rf"(?<!students )(?<!patients )(?<!residents )\b(?:with|has|having)\s+(?:an?\s+|any\s+)?"
    rf"(?:(?:physical|mental|learning)\s+)?disabilit(?:y|ies){_END}|\b(?:good|strong)\s+gene(?:s|tics){_END}"
    r"|\b(?:genetically\s+(?:clean|healthy|superior)|(?:in|on)\s+(?:a\s+)?(?:wheelchair|crutches)"
    rf"|(?:who\s+)?us(?:es?|ing)\s+(?:a\s+)?wheelchairs?){_END}|\bwheelchair\s+users?\s+only\b"
)
_FAMILY = (
    r"\b(?:(?:who|that)\s+)?(?:(?:is|are|not|never|no|won't|will\s+not|do(?:es)?n't|does\s+not)\s+)*"
    r"(?:wants?|wanting|plan(?:s|ning)?|intend(?:s|ing)?|likely|trying|about|going)(?:\s+(?:on|to|for"
    r"|have|having|get|getting|become|becoming|start|starting|any|a|more))+\s+(?:pregnant|bab(?:y|ies)"
    rf"|kids|children|famil(?:y|ies)){_END}|\bno\s+plans\s+(?:for|to\s+have)\s+(?:a\s+|any\s+)?"
    rf"(?:pregnancy|bab(?:y|ies)|kids|children|famil(?:y|ies)){_END}"
    rf"|\b(?:who\s+)?(?:has|have|having)\s+(?:small\s+|young\s+|no\s+)?(?:kids|children){_END}"
    r"|\bexpecting\s+(?:a\s+)?(?:baby|child|mothers?)\b|\bnewlyweds?\b|\bwidow(?:ed|s|ers?)\b"
)
_VIEWS = (
    r"\b(?:who\s+)?(?:(?:did(?:n't)?|does(?:n't)?|not)\s+)?votes?d?\s+(?:for\s+)?(?:the\s+)?(?:trump|biden"
    r"|harris|republicans?|democrat(?:s|ic)?|labou?r|conservatives?|tory|left|right|greens?)\b"
    r"|\b(?:(?:is|are|not|who|belongs?|belonging)\s+)*(?:in|to)\s+(?:a\s+)?(?:trade\s+|labou?r\s+)?unions?"
    r"(?=\s*(?:$|[.,;:!?)\n]))"
    r"|\b(?:no\s+)?members?\s+of\s+(?:an?\s+|any\s+|the\s+)?(?:trade\s+|labou?r\s+)?unions?\b"
    r"|\bunion\s+affiliations?\b"
)
_FAITH = (
    r"\b(?:no\s+)?(?:headscar(?:f|ves)|hijabs?|turbans?)\b"
    rf"|\b(?:who\s+)?(?:attends?|attending|goes?\s+to|going\s+to)\s+(?:church|mosque|temple){_END}"
    r"|\b(?:church|mosque)\s+members?\b"
)
_SPEECH = (
    r"\b(?:no|without|minimal|little|zero|free\s+of|has|have|with)\s+(?:an?\s+|any\s+)?(?:(?:neutral"
    rf"|strong|heavy|thick|foreign|native|noticeable|local|{DEMONYM})\s+)*accents?{_END}"
    rf"|\b(?:neutral|strong|heavy|thick|foreign|native|{DEMONYM})\s+accents?{_END}"
    r"|\baccent[- ]free\b|\baccentless\b|\bunaccented\b"
)
_CASTE = r"\b(?:(?:of|from|same|any|no|the)\s+)+(?:\w+\s+)?castes?\b|\bcastes?\s*:\s*\w+"

WISHES = (
    ("looks", _LOOKS),
    ("health, pregnancy or disability", _HEALTH),
    ("family or marital status", _FAMILY),
    ("politics or union membership", _VIEWS),
    ("religion", _FAITH),
    ("origin or nationality", _SPEECH),
    ("origin or nationality", _CASTE),
)
"""The attributes and what tells a wish about each."""
