"""Wishes about looks, health, family plans, faith and accent that a whole phrase tells."""

from __future__ import annotations

from tools.request.protected.wish import DEMONYM

_END = r"(?=\s*(?:$|[.,;:!?)\n]|(?:and|or|but|with|who|in|from|please|only)\b))"
_WITHOUT = (
    r"\b(?:(?:must|should)\s+)?(?:no|not|without|free\s+(?:of|from)|(?:not|never)\s+ha(?:ve|ving)"
    r"|(?:do|does)(?:n't|\s+not)\s+have|never\s+had)\s+(?:any\s+|an?\s+|(?:visible|face|neck|facial"
    r"|family|history\s+of|known)\s+){0,4}"
)

_LOOKS = (
    rf"(?:{_WITHOUT}|\bwith\s+(?:visible\s+)?|\bha(?:s|ve)\s+)(?:tattoos?|piercings?|beards?"
    rf"|facial\s+hair){_END}"
    r"|\b(?:at\s+least|over|under|above|below|min(?:imum|\.)?(?:\s+of)?|taller\s+than"
    r"|shorter\s+than)"
    r"\s+(?:\d{3}\s*cm|\d[.,]\d\d?\s*(?:m|metres?|meters?)|\d\s*(?:feet|foot|ft\.?|')(?:\s*\d{1,2}"
    r"\s*(?:inches|in\.?|\"|''))?)\s*(?:tall\b|in\s+height\b)|\b(?:taller"
    r"|shorter)\s+than\s+\d[\d.'\"]*"
    r"(?:\s*(?:cm|m|feet|foot|ft)\b)?"
    rf"|(?:\bwith\s+|\bha(?:s|ve)\s+)?\b(?:blue|green|brown)\s+eyes{_END}"
    r"|\b(?:with|ha(?:s|ve))\s+(?:(?:long|short|red|blonde?|curly)\s+hair"
    rf"|(?:dark|fair|light)\s+skin){_END}"
    r"|\bhot(?=\s+(?:young\s+)?(?:waiters?|waitress\w*|host(?:ess\w*)?|receptionists?|secretar\w+"
    r"|bartenders?|barmaids?|girls?|guys?|babes?|chicks?|wom[ae]n|m[ae]n|models?|nann(?:y|ies)"
    r"|assistants?|flight\s+attendants?)\b)"
    r"|\bheight\s*(?:of|:|-|min(?:imum)?(?:\s+of)?|at\s+least|above|over)?\s*(?:\d\s*(?:'|ft\b"
    r"|feet\b|foot\b)"
    r"\s*(?:\d{1,2}\b)?|1[4-9]\d\s*cm\b)|\b(?:[4-7]'\s?\d{1,2}\"?|[4-7]\s?(?:ft|feet"
    r"|foot)\s?\d{0,2})\s*(?:\+|plus\b|tall\b"
    r"|or\s+taller\b|and\s+(?:up|above)\b)|\b(?:fair|dark|light|wheatish)\s+complexion\b"
)
_HEALTH = (
    r"\b(?:(?:must|should)\s+)?(?:be\s+|have\s+|has\s+|with\s+|is\s+)?(?:in\s+)?(?:good|perfect"
    rf"|excellent|robust|full)\s+(?:physical\s+|mental\s+)?health{_END}"
    rf"|{_WITHOUT}(?:epilep\w+|diabetes|cancer|hiv|aids|depression|autism|adhd|allerg(?:y|ies)"
    rf"|illness(?:es)?|sickness|diseases?"
    r"|(?:genetic|hereditary|inherited|congenital)\s+(?:disease|disorder|condition|defect|risk)s?"
    rf"|(?:medical|mental|physical)\s+(?:conditions?|problems?|issues?|illness(?:es)?)"
    rf"|impairments?){_END}"
    rf"|(?<!people )(?<!children )(?<!adults )(?<!persons )(?<!individuals )(?<!clients )"
    rf"(?<!students )(?<!patients )(?<!residents )"
    r"(?<!kids )(?<!youth )(?<!teens )(?<!learners )(?<!pupils )"
    r"\b(?:with|has|having)\s+(?:an?\s+|any\s+)?"
    rf"(?:(?:physical|mental|learning)\s+)?disabilit(?:y|ies){_END}|\b(?:good|strong)\s+gene(?:s"
    rf"|tics){_END}"
    r"|\b(?:genetically\s+(?:clean|healthy|superior)|(?:in|on)\s+(?:a\s+)?(?:wheelchair|crutches)"
    rf"|(?:who\s+)?us(?:es?|ing)\s+(?:a\s+)?wheelchairs?){_END}|\bwheelchair\s+users?\s+only\b"
)
_FAMILY = (
    r"\b(?:(?:who|that)\s+)?(?:(?:is|are|not|never|no|won't|will\s+not|do(?:es)?n't"
    r"|does\s+not)\s+){0,4}"
    r"(?:wants?|wanting|plan(?:s|ning)?|intend(?:s|ing)?|likely|trying|about|going)(?:\s+(?:on|to"
    r"|for"
    r"|have|having|get|getting|become|becoming|start|starting|any|a|more)){1,6}\s+(?:pregnant|bab(?:y"
    r"|ies)"
    rf"|kids|children|famil(?:y|ies)){_END}|\bno\s+plans\s+(?:for|to\s+have)\s+(?:a\s+|any\s+)?"
    rf"(?:pregnancy|bab(?:y|ies)|kids|children|famil(?:y|ies)){_END}"
    rf"|\b(?:who\s+)?(?:has|have|having)\s+(?:small\s+|young\s+|no\s+)?(?:kids|children){_END}"
    r"|\bexpecting\s+(?:a\s+)?(?:baby|child)\b|(?<!for\s)(?<!with\s)\bexpecting\s+mothers?\b"
    r"|\bfamily\s+m[ae]n\b|\bnewly[ -]?weds?\b|\bwidow(?:ed|s|ers?)\b"
)
_VIEWS = (
    r"\b(?:who\s+)?(?:(?:did(?:n't)?|does(?:n't)?"
    r"|not)\s+)?votes?d?\s+(?:for\s+)?(?:the\s+)?(?:trump|biden"
    r"|harris|republicans?|democrat(?:s|ic)?|labou?r|conservatives?|tory|left|right|greens?)\b"
    r"|\b(?:(?:is|are|not|who|belongs?|belonging)\s+){0,4}(?:in|to)\s+(?:a\s+)?(?:trade\s+"
    r"|labou?r\s+)?unions?"
    r"(?=\s*(?:$|[.,;:!?)\n]))"
    r"|\b(?:no\s+)?members?\s+of\s+(?:an?\s+|any\s+|the\s+)?(?:trade\s+|labou?r\s+)?unions?\b"
    r"|\bunion\s+affiliations?\b"
)
_FAITH = (
    r"\b(?:no\s+)?(?:headscar(?:f|ves)|hijabs?|turbans?)\b"
    r"|\b(?:no\s+)?(?:visible\s+)?religious\s+(?:symbols?|dress|clothing|garb|jewel\w+"
    r"|head\s?(?:wear|scar\w+)|coverings?)\b"
    rf"|\b(?:who\s+|must\s+)?(?:attends?|attending|goes?\s+to|going\s+to)\s+(?:our\s+|a\s+"
    rf"|the\s+)?(?:\w+\s+)?(?:church|mosque|temple"
    rf"|synagogue|mass){_END}|\b(?:shar(?:es?|ing)|of)\s+(?:our|the\s+same)\s+(?:\w+\s+)?(?:faith"
    rf"|religion|beliefs?)\b"
    r"|\b(?:church|mosque)\s+members?\b|\b(?:religion|faith)\s*[:=]\s*\w+"
)
_SPEECH = (
    r"\b(?:no|without|minimal|little|zero|free\s+of|has|have|with)\s+(?:an?\s+"
    r"|any\s+)?(?:(?:neutral"
    rf"|strong|heavy|thick|foreign|native|noticeable|local|{DEMONYM})\s+){{0,4}}accents?{_END}"
    rf"|\b(?:neutral|strong|heavy|thick|foreign|native|{DEMONYM})\s+accents?{_END}"
    r"|\baccent[- ]free\b|\baccentless\b|\bunaccented\b"
)
_CASTE = (
    r"\b(?:(?:of|from|same|any|no|the)\s+){1,4}(?:\w+\s+)?castes?\b"
    r"|\bcastes?(?:\s*:\s*\w+|\s+(?:no\s+bar|only|preferred)\b)"
)

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
