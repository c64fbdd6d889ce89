"""Tells wishes about sex and age from experience, sizes and whom the work is for."""

from __future__ import annotations

from tools.request.protected.wish import PEOPLE

_YOUNG_OTHERS = (
    r"(?:compan|team|start-?up|firm|brand|business|organi[sz]|people(?:'s)?\s+(?:services|work"
    r"|home|with|in\b)"
    r"|adults?|offenders?|learners?|patients?|children|readers?|audience|carers?|families"
    r"|parents?|plants?|horses"
    r"|athletes?|players?|musicians?|minds|at heart|living|person's|people's)"
)
_NO_CROWD = r"(?<!teams )(?<!groups )(?<!crews )(?<!classes )(?<!kitchens )(?<!team )"
_ASKED_FOR = (
    r"(?:(?:^|(?<=[.!?;\n])|(?<=[.!?;] ))(?:[^\S\n]|please )*|(?<=need )|(?<=want )|(?<=find )"
    r"|(?<=find me )|(?<=looking for )|(?<=search for )|(?<=hire )|(?<=show me )|(?<=some ))"
)
"""Where a request begins, or says that it does: "women who cut hair" asks for women."""


SEX = (
    r"(?:only|just|exclusively|no|not|prefer(?:ably|red)?|must be|want"
    r"|avoid)\s+(?:an?\s+)?(?:young\s+)?"
    r"(?:men|women|males?|females?|man|woman|girls?|boys?|ladies|lady|guys)\b(?!'s|'"
    r"|\s*(?:in tech|owned|health))"
    r"|(?<!male or )(?<!female or )\b(?:male|female)\b(?!\s+(?:patients?|wards?|clients?"
    r"|residents?|prisons?|students?|thread|connector|offenders?"
    r"|inmates?|clothing|fashion|and female|or female))|(?<!ladies )\b(?:men|women|ladies|girls"
    r"|boys|males|females)\s+only\b"
    r"|\b(?:a|the|young|some)\s+(?:man|woman|girl|lady|gentleman|boy)\b(?!'s)|\b(?:girls?|boys?|lads?)"
    r"(?=\s+(?:for|who)\b)"
    r"|\bwomen\s+(?:candidates?|applicants?)\b"
    r"|\b(?:wo)?men(?=\s+(?:drivers?|nurses?|engineers?|developers?|teachers?|doctors?|chefs?"
    r"|cooks?|managers?|electricians?|plumbers?|welders?|accountants?|programmers?)\b)"
    rf"|{_ASKED_FOR}(?:young |older )?(?:(?:wo)?men|ladies|gentlemen|lads|girls|boys)"
    r"(?=\s+(?:who|that|to|able)\b)"
)
AGE = (
    rf"\b(?:not (?:too )?|no |only |preferably )?(?:young|younger"
    rf"|youthful)\b(?!\s+{_YOUNG_OTHERS})(?<!with young)"
    r"(?<!and young)(?<!of young)(?<!for young)(?<!support young)"
    rf"(?:\s+(?:and \w+\s+)?{PEOPLE})?"
    r"|\b(?:no |not (?:too )?|nobody )(?:old"
    r"|older)(?:er)?(?:\s+than\s+\d\d)?\b(?:\s+(?:candidates?|people|applicants?|workers?))?"
    r"|\b(?:under|below|younger than|not older than|no older than|older than|over|above"
    r"|max(?:imum)?(?: age)?|up to|at most)"
    r"\s*(?:age\s*)?(?:of\s*)?[2-6]\d\s*(?:years? (?:old|of age)|y/?o\b)"
    rf"|\b{_NO_CROWD}(?:under|below"
    r"|younger than|not older than|no older than"
    r"|older than|(?<=not )over|(?<=nobody )over|(?<=no one )over"
    r"|(?<=anyone )over) (?:the age of )?[2-6][05]s?"
    r"(?=\s*(?:[.,;!?)]|$|please\b|only\b))"
    rf"|\b{_NO_CROWD}(?:under|below|younger than|not older than|no older than"
    r"|(?<=not )over) (?:the age of )?(?:25|[3-6]\d)"
    r"(?:(?=\s+(?:with|without|who|in|near|from)\b)|(?:\s+y(?:ea)?rs?\b)?"
    r"(?=\s*(?:[.,;!?)]|$|(?:please|only|ideally|prefer\w*|and|or|but)\b(?!\s+\d))))"
    r"|\b(?:between\s+)?[1-6]\d\s*(?:-|and|to)\s*[2-6]\d\s*(?:years? (?:old|of age))"
    r"|\b(?:age|aged|ages|age (?:limit|range|group))\s*:?\s*(?:between |from |under |below "
    r"|of )?[1-6]\d(?:\s*(?:-|to|and)\s*\d\d)?\b"
    r"(?!\s*(?:care|children|patients?|students?))(?<!children aged \d\d)"
    r"|\b(?:max(?:imum)? )?age (?:limit|max(?:imum)?)\b|\bin (?:his|her|their) (?:early |late "
    r"|mid[- ]?)?(?:twenties|thirties|20s|30s)\b"
    r"|\b20-?somethings?\b|\bmillennials?(?: only)\b"
)
