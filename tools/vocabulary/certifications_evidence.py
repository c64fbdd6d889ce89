"""Tells the writer's own licence from one of others."""

from __future__ import annotations

import re

_OTHERS_AT = (
    r"\s*(?:\b(?:the|an?|our|their|his|her|its|other|charge|staff|senior|direct|licensed|primary"
    r"|external|outside|independent|\d+)\s+){0,3}$"
)
_OF_OTHERS = re.compile(
    r"\b(?:by|with|alongside|under|such as|other|between|among"
    r"|(?<!ligible )(?<!itting )(?<!it )(?<!tudying )(?<!reparing )(?<!tion )(?<!ndidate )"
    r"(?<!eeking )for|external|outside|independent"
    r"|need of|[Rr]eport(?:ed|s|ing)? to"
    r"|(?:[Ss]upervis|[Mm]anag|[Hh]ir|[Dd]elegat)(?:e|ed|es|ing)"
    r"|(?:[Aa]ssist|[Ss]upport|[Hh]elp|[Tt]rain|[Rr]ecruit)(?:ed|s|ing)?)\s" + _OTHERS_AT
)
_SERVED = re.compile(
    r"\b(?:(?:report|communicat|submi|relay|deliver|present|refer|provid|hand)\w*|sen[dt]|g[ai]ve)"
    r"\b[^.;\n]{0,50}\bto\s"
    + _OTHERS_AT
    + r"|\b(?:assist|help|supervis|delegat|schedul|coordinat|overs[ae][ew])(?:e?d|e?s|ing|e)?\s"
    r"(?!living)[^.;\n]{0,50}?(?:[,&/]|\b(?:and|of|to)\b)" + _OTHERS_AT,
    re.IGNORECASE,
)
_NURSE = r"(?!\s(?:nurse|member|rn|lpn|accountant|pharmac|physic|educat|develop|leader|lead))"
"""What follows "staff" in a title of one's own: "RN Staff Nurse"."""
_THEIR_OWN = re.compile(
    r"(?:['’]?s)?\s+(?:firms?|group|visits?|supervision|staffing|schedules?|offices?)\b"
    r"|(?:(?:,|\s(?:and|or)\b|\s?[&/])\s?(?:and\s)?(?-i:[A-Z]){2,5}s?\b){0,3}"
    rf"\s(?:staff|personnel|employees|teams?)\b{_NURSE}",
    re.IGNORECASE,
)
_STAFF = (
    r"(?:drivers|operators|employees|staff|managers|workers|nurses|associates|technicians|personnel"
    r"|electricians|plumbers|welders|cooks|servers|guards|candidates|applicants|members|crews?|vendors"
    r"|contractors|subcontractors|students|trainees|residents|volunteers)"
)
_OF_STAFF = re.compile(
    r"[ -](?:(?:certified|licensed|qualified|trained|cleared|class|[ABC]|project|program|delivery"
    rf"|truck|food|security|team)[ -]){{0,3}}{_STAFF}\b(?!['’]s){_NURSE}",
    re.IGNORECASE,
)
_STAFF_HOLDS = re.compile(
    rf"\b{_STAFF}\s(?:\w+\s){{0,1}}?(?:are|were|is|be|being|have|has|had|hold|held|maintain(?:ed|s)?"
    r"|obtain(?:ed)?|gets?|got|keeps?|completed?|earn(?:ed)?|renew(?:ed)?)\s(?:[\w,/&-]+\s){0,3}$"
    rf"|\b(?:{_STAFF}|customers?|clients?|patients?|guests?|applicants?|offenders?|students?"
    r"|motorists?|people)['’]s?\s(?:[\w-]+\s){0,1}$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:train|coach|upskill|sponsor|send|sent|mov|tak|took|promot|help|support)(?:e?d|ing|s|es|e)?\s(?:up\s)?"
    r"(?:\d+|two|three|four|five|six|ten|several|many|some|all|other|new|junior|staff|the|our|my)\s"
    r"(?:[\w'’-]+\s){0,4}?(?:to|for|through|towards)\s(?:their\s)?$",
    re.IGNORECASE,
)
"""Whom somebody brought so far: "trained 12 of our pickers to ..."."""
_CHECKED = re.compile(
    r"(?:(?:[/&]| and )[A-Z]\w*){0,2}\s"
    r"(?:(?!(?:and|at|by|for|in|of|on|to|with|[A-Z]{2,})\b)[\w-]+\s){0,2}"
    r"(?:checks?|checking|inspections?|audits?|polic(?:y|ies)|guidelines|standards|regulations"
    r"|codes|compliance)\b"
)
"""What is checked, or a rule that is kept: "ServSafe food safety guidelines"."""
_HANDLED = re.compile(
    r"\b(?:check|process|issu|verif|review|inspect|record|revok|suspend|audit|track|monitor|register"
    r"|administ)(?:ed|es|s|ing|y|ies|ied|e|er|ers|ered|ering)?\s(?:(?!my\b)[\w,/&'’-]+\s){0,3}$",
    re.IGNORECASE,
)
_SUPERIOR = re.compile(
    r"\b(?:report(?:ed|ing|s)? (?:directly )?to|alongside|accompanied|shadow(?:ed|ing)?"
    r"|(?:supervised|trained|taught|mentored|coached|led|managed|guided|overseen|employed)"
    r" (?:directly )?by"
    r"|(?:work(?:ed|ing)|trained|studied|apprenticed|interned|served) (?:directly )?under"
    r"|under (?:the )?(?:\w+ )?(?:supervision|direction|guidance|tutelage) of"
    r"|apprentice[ds]? (?:to|of|under|with)"
    r"|(?:assistant|secretary|aide|clerk|helper|intern|receptionist|paralegal) (?:to|for))\s"
    r"(?:(?:an?|the|our|his|her|two|other|experienced|certified|licensed|senior|lead)\s){0,3}$",
    re.IGNORECASE,
)
"""Who somebody obeyed or helped: "reported to a PMP", "secretary to a CPA"."""
_CARD = re.compile(
    r"\W*(?:licen[cs]\w*|certif\w*|exam\w*|card|credential\w*|designation)\b", re.IGNORECASE
)
_IS_CARD = re.compile(
    r"(?:licen[cs]e|certificat(?:e|ion)|card|clearance|credential|endorsement)s?$", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?:licen[cs]e|certification|certificate|card|endorsement|permit|clearance|credential"
    r"|foundation|hour|hr|resource)s$",
    re.IGNORECASE,
)
_REACH = 70


def is_own(text: str, start: int, end: int, person: bool, plural: bool) -> bool:
    """Return whether text[start:end] is the writer's own licence.

    `person` says that the words name who holds it ("RN"), `plural` that they name several ("RNs").
    """
    before = text[max(0, start - _REACH) : start]
    line = before[before.rfind("\n") + 1 :]
    if (
        plural
        and not line.endswith("of ")
        and not _SEVERAL.search(text[start:end])
        and not _CARD.match(text, end)
    ):
        return False
    if _SUPERIOR.search(line) and not (_CARD.match(text, end) or _IS_CARD.search(text, start, end)):
        return False
    if _OF_STAFF.match(text, end) or _STAFF_HOLDS.search(line) or _SENT.search(line):
        return False
    if _CHECKED.match(text, end) or (text[end - 1 : end] == "s" and _HANDLED.search(line)):
        return False
    if not person or _CARD.match(text, end):
        return True
    served = _OF_OTHERS.search(before) or _SERVED.search(line) or _THEIR_OWN.match(text, end)
    return served is None
