"""Tells wishes about family, pregnancy, disability and health from work in these."""

from __future__ import annotations

from tools.request.protected.wish import NOT_OR_RATHER

FAMILY = (
    r"\b(?:un)?married\b(?! couples| life| quarters)(?:\s+(?:candidates?|people|women|men|only))?"
    r"|\bdivorced\b|\bsingle\s+(?:candidates?|people|women|woman|men|man"
    r"|persons?|mothers?|moms?|only|without|and)\b|\bmust be single\b|\bchildless\b"
    r"|\bchild-?free\b|\bmarital status\b"
    r"|\b(?:no|without|not having|no small|no young|doesn'?t have|does not have"
    r"|don'?t have)\s+(?:any\s+|small\s+|young\s+)?"
    r"(?:kids|children|family obligations?|family plans|famil(?:y|ies)|husband|wife"
    r"|partner)\b(?!'s|\s+(?:medicine|law|practice|business|offices?|support|therapy|work"
    r"|services))"
    r"|\bplanning (?:a )?(?:pregnancy|famil\w+|kids|children)\b"
    rf"|\b(?:mothers?|moms?|mums?|fathers?|dads?|parents)\s+{NOT_OR_RATHER}"
    r"|\bmothers? only\b|\bno (?:working )?mothers?\b"
)
HEALTH = (
    r"\b(?:no|not|without|isn'?t|is not|never|no one|nobody|avoid"
    r"|exclude)\s+(?:\w+\s+)?(?:pregnan(?:t|cy)|maternity leave)\b"
    r"(?:\s+(?:women|candidates?))?"
    r"|\b(?:no|not|without|avoid|exclude)\s+(?:any\s+|people with\s+|candidates with\s+"
    r"|a\s+)?(?:disabilit(?:y|ies)|disabled|handicap(?:s|ped)?|wheelchairs?"
    r"|chronic (?:illness(?:es)?|diseases?)|health (?:problems|issues|conditions)|sick leaves?"
    r"|mental (?:illness|health (?:problems|issues)))"
    r"(?:\s+(?:candidates?|people|applicants?))?|\bable[- ]bodied\b|\bfully[- ]sighted\b"
    r"|\b(?:physically "
    r"|fully )?healthy (?:candidates?|people|applicants?|only|persons?)\b"
)
