"""Tells a name from another thing of the same letters: a driver's ADR, a licence of class C."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tools.vocabulary.homonyms_everyday import (
    MEETS,
    PANES,
    is_a_subject,
    is_handed_in,
    is_no_selling,
)
from tools.vocabulary.homonyms_industries import GROUND, is_no_press, is_no_shop, is_no_supplier

_A_CLASS = re.compile(
    r"\b(?:class|classe|clase|klassen?|kategorien?|categor(?:y|ies|ía|ie)|cat|permis|carnet"
    r"|licen[cs]es?|führerschein\w*|vitamin|hepatitis|grade)\.?:?[ '\"(]{1,2}"
    r"(?:[A-Z]\d?(?:, ?|/| and ))*$",
    re.IGNORECASE,
)
_OF_A_CLASS = re.compile(
    r"['\"]?[ -](?:class\b|category\b|(?:driv\w+ )?licen[cs]e\b)", re.IGNORECASE
)
_DISPUTES = re.compile(
    r"mediat|arbitrat|disput|litigat|attorney|\blegal\b|\blaw(?:yer)?\b", re.IGNORECASE
)
_BOARD = re.compile(r"\bC[- ](?:level|suite)\b", re.IGNORECASE)
_CODE = re.compile(
    r"C\+\+|C#|\bJava\b|Python|MATLAB|\b(?:Embedded|ANSI) C\b|programming", re.IGNORECASE
)
_BEFORE = 40
_CAMPAIGN = re.compile(r"\b(?:CPC|CPM|CPL|CTR|ROAS|ROI|PPC|SEM|affiliates?)\b")
_MARKETING = re.compile(r"\b(?:CPC|CPM|CPL|CTR|ROAS|PPC)\b|AdWords|media (?:buy|plan)|advertis")
_ACCOUNTING = re.compile(r"accountan|accounting|audit|ledger|GAAP|certified public", re.IGNORECASE)
_NETWORK = re.compile(r"Novell|NetWare|\b(?:MCSE|CNE|CCNA|MCP)\b|computer network", re.IGNORECASE)
_AROUND = 60
_ATTENDED = re.compile(r"\b(?:attend|participat|sat in)\w*\s(?:\w+\s){0,3}$", re.IGNORECASE)

_KEPT = re.compile(
    r"museum|galler|curat|\bart\b|archiv|librar|fashion|garment|apparel|womenswear|menswear|runway"
    r"|capsule|specimen|herbarium|permanent|special",
    re.IGNORECASE,
)
_MADE_ELSEWHERE = re.compile(
    r"\b(?:crops?|livestock|dairy|milk|eggs?|poultry|cattle|beef|swine|pork|plants?|seeds?|wine|fruit"
    r"|vegetables?|greenhouse|films?|movies?|video|music|audio|sound|events?|media|tv|television"
    r"|theat(?:er|re)|theatrical|stage|concerts?|radio|podcasts?|news|broadcast|content|creative"
    r"|oil|gas|energy|power)[ -]$",
    re.IGNORECASE,
)
"""What is produced where nothing is manufactured."""
_OF_A_PLANT = frozenset({"plant operations", "plant management"})
_BUILDINGS = re.compile(
    r"facilit(?:y|ies)|campus|school|universit|hospital|buildings?\b|custodia|housekeep|grounds\b",
    re.IGNORECASE,
)
"""Where a plant is the boilers of a house."""
_SELLING = re.compile(
    r"salesforce|salesloft|hubspot|zoominfo|\bgong\b|\bSDRs?\b|\bBDRs?\b|cold call|cadence",
    re.IGNORECASE,
)
_DEALER = re.compile(r"reynolds|dealer|automotive|\bF&I\b|\bOEM\b", re.IGNORECASE)
_AGILE = re.compile(r"agile|scrum|sprint|release train|kanban", re.IGNORECASE)
_BILLING = re.compile(
    r"\b(?:ICD|CPT|HCPCS|DRGs?|E/M)\b|billing|medical|diagnos|claims?\b|reimburs|patient|hospital"
    r"|\bHIM\b|charts?\b|procedur|physician|inpatient|outpatient|invoice|payables?\b",
    re.IGNORECASE,
)
_WAGES = re.compile(r"payroll|\b(?:FPC|APA|PHR|SHRM|HRIS|ASIS)\b|pension|security", re.IGNORECASE)
_CODES = re.compile(r"\b(?:ICD|CPT|HIPAA)\b|\bcoding\b")
_PROGRAMS = re.compile(
    r"(?<!billing )software|program|\bjava|python|\bC\+\+|html|\bSQL\b|\bweb\b|debug|unit test"
    r"|\bcode\b|develop",
    re.IGNORECASE,
)
_PILLS = re.compile(
    r"blending|granulat|tablet|\bflour|grain\b|\brice\b|fluid bed|asphalt", re.IGNORECASE
)
_MIND = re.compile(r"\bhigh (?:and|&) $", re.IGNORECASE)
_OFFERED = re.compile(r"[ -](?:case|care coordinat|outreach|support services)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _speaks_of_a_board(text: str) -> bool:
    """Return whether the whole text has a "C-level" and no code; asked anew for each C of it."""
    return _BOARD.search(text) is not None and _CODE.search(text) is None


@lru_cache(maxsize=1)
def _speaks_of_disputes(text: str) -> bool:
    return _DISPUTES.search(text) is not None


@lru_cache(maxsize=1)
def _speaks_of_marketing(text: str) -> bool:
    return _MARKETING.search(text) is not None and _ACCOUNTING.search(text) is None


def _is_class(text: str, start: int, end: int) -> bool:
    """Whether a letter is the class of a licence: "licence: class C", "C licence"."""
    if _speaks_of_a_board(text):
        return True  # a list of words cut out of a résumé keeps the C of "C-level"
    before = text[max(0, start - _BEFORE) : start]
    return bool(_A_CLASS.search(before) or _OF_A_CLASS.match(text, end))


def _is_no_dispute(text: str, start: int, end: int) -> bool:
    """Whether the letters stand where nobody speaks of disputes: dangerous goods by road."""
    return text[start:end] == "ADR" and not _speaks_of_disputes(text)


def _is_cost(text: str, start: int, end: int) -> bool:
    """Whether the letters are those of advertising: cost per acquisition."""
    return text[start:end] == "CPA" and _speaks_of_marketing(text)


def _is_attended(text: str, start: int, _: int) -> bool:
    """Whether somebody only sat in on the meeting about a plan: "attended IEP meetings"."""
    return _ATTENDED.search(text, max(0, start - _BEFORE), start) is not None


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND]


def _is_made_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether what is produced grows, plays or flows, or a plant only heats: "livestock"."""
    before = text[max(0, start - _BEFORE) : start]
    surface = text[start:end].casefold()
    if surface in _OF_A_PLANT:
        return _BUILDINGS.search(_around(text, start, end)) is not None
    return surface == "production" and bool(_MADE_ELSEWHERE.search(before))


def _is_of_bills(text: str, start: int, end: int) -> bool:
    """Whether the codes are those of diagnoses and bills: "billing and coding"."""
    around = _around(text, start, end)
    bills = _BILLING.search(around) and not _PROGRAMS.search(around)
    return text[start:end].casefold() == "coding" and bool(bills)


def _is_of_the_mind(text: str, start: int, end: int) -> bool:
    """Whether the care is a psychiatric ward's or a case manager's: "High and Intensive Care"."""
    if text[start:end].casefold() != "intensive care":
        return False
    before = text[max(0, start - _BEFORE) : start]
    return bool(_MIND.search(before) or _OFFERED.match(text, end))


_AMONG = {
    "CPA": (r"CPA", _CAMPAIGN, True),  # cost per acquisition
    "ACL": (r"ACLS", re.compile("ACLS"), True),  # life support
    "CNA": (r"CNA", _NETWORK, True),  # Certified Novell Administrator
    "HCPC registration": (r"HCPC", _CODES, True),  # the codes of bills
    "collections": (r"(?i:collections)", _KEPT, True),  # not of debts
    "community outreach": (r"Outreach", _SELLING, True),  # the tool of a sales team
    "infrastructure as code": (r"CDK", _DEALER, True),  # what car dealers work with
    "C++": (r"CPP", _WAGES, True),  # a certificate in payroll or protection
    "CNC milling": (r"(?i:milling)", _PILLS, True),  # to powder
    "Windows": (r"windows", PANES, True),  # of a house or a shop
    "energy": (r"(?i:utilities)", GROUND, True),  # in the ground or on a computer
    "SAFe": (r"safe", _AGILE, False),  # the everyday word
    "Microsoft Teams": (r"teams", MEETS, False),  # people
}
"""The letters that mean another thing than a name among some words, or else without them."""

_GOES_ON = {
    name: re.compile(words)
    for name, words in {
        "call center operations": r"\s(?i:polic|standards\b|guidelines|software|phone)",  # rules
        "commercial lending": r"\s(?i:cards?)\b",  # to pay by
        "horticulture": r"[\s-](?i:gas|effect|emission)",  # the greenhouse is that of the climate
        "Microsoft Office": r"\s(?i:solutions?)\b",  # what a maker of software sells
        "Primavera P6": r"(?: (?!P6)[\w-]+){0,3}[ (-]{1,2}P[1-5](?!\d)e?\b(?![/, ]+P6)",  # "P3"
    }.items()
}
"""How the words go on where they mean another thing than a name."""

_OTHERS: dict[str, Callable[[str, int, int], bool]] = {
    "C": _is_class,
    "D": _is_class,
    "IEP": _is_attended,
    "manufacturing": _is_made_elsewhere,
    "CPA": _is_cost,
    "computer programming": _is_of_bills,
    "critical care": _is_of_the_mind,
    "sales": is_no_selling,
    "leadership": is_a_subject,
    "filing": is_handed_in,
    "retail": is_no_shop,
    "media": is_no_press,
    "energy": is_no_supplier,
    "alternative dispute resolution": _is_no_dispute,
}


def means_another(name: str, text: str, start: int, end: int) -> bool:
    """Return whether the letters at text[start:end] name something else than that."""
    other = _OTHERS.get(name)
    if other is not None and other(text, start, end):
        return True
    if name in _GOES_ON and _GOES_ON[name].match(text, end):
        return True
    if name not in _AMONG:
        return False
    letters, words, among = _AMONG[name]
    said = re.fullmatch(letters, text[start:end]) is not None
    return said and bool(words.search(_around(text, start, end))) == among
