"""Finds wishes about protected attributes, which are named back and never searched."""

from __future__ import annotations

import re
from typing import NamedTuple

from tools.request.served import hide_served


class Protected(NamedTuple):
    """A wish at text[start:end] that may not decide who is found; `words` is how it was said."""

    words: str
    start: int
    end: int


_PEOPLE = (
    r"(?:candidates?|applicants?|people|persons?|workers?|employees?|staff|nationals?|citizens?"
    r"|professionals?"
    r"|talents?|profiles?|individuals?|folks?|only|please)"
)
_NO = (
    r"(?:no|not|non|without|except|exclude|excluding|avoid|rather not|never|only|just"
    r"|prefer(?:ably|red)?|must be|be)"
)
DEMONYM = (
    r"(?:german|french|spanish|italian|polish|turkish|russian|ukrainian|indian|chinese|pakistani"
    r"|british|english"
    r"|irish|scottish|american|mexican|romanian|bulgarian|greek|portuguese|dutch|belgian|austrian"
    r"|swiss|swedish"
    r"|norwegian|danish|finnish|hungarian|czech|slovak|serbian|croatian|albanian|syrian|afghan"
    r"|iranian|iraqi"
    r"|israeli|egyptian|moroccan|tunisian|algerian|nigerian|kenyan|ghanaian|ethiopian|filipino"
    r"|filipina|vietnamese"
    r"|thai|korean|japanese|indonesian|malaysian|bangladeshi|nepali|brazilian|colombian"
    r"|argentinian|peruvian"
    r"|canadian|australian|european|asian|african|latin american|arabic?|eu|us|uk)"
)
_ETHNIC = (
    r"(?:white|black|asian|hispanic|latin[oax]|caucasian|african(?:[- ]american)?|arab|roma|gypsy"
    r"|coloured|colored)"
)
_FAITH = (
    r"(?:christian|catholic|protestant|muslim|islamic|jewish|hindu|sikh|buddhist|atheist|mormon"
    r"|religious)"
)
_HOUSES = (
    r"(?:school|hospital|charit|organi[sz]|communit|church|education|studies|art\b|care|diocese"
    r"|foundation"
    r"|universit|college|academy|center|centre|nurser|ministr|museum|holiday|cuisine|cemeter"
    r"|burial|banking|financ)"
)
_YOUNG_OTHERS = (
    r"(?:compan|team|start-?up|firm|brand|business|organi[sz]|people(?:'s)?\s+(?:services|work"
    r"|home|with|in\b)"
    r"|adults?|offenders?|learners?|patients?|children|readers?|audience|carers?|families"
    r"|parents?|plants?|horses"
    r"|athletes?|players?|musicians?|minds|at heart|living|person's|people's)"
)

_NO_CROWD = r"(?<!teams )(?<!groups )(?<!crews )(?<!classes )(?<!kitchens )(?<!team )"
_BORN = (
    r"(?:british|american|irish|scottish|swiss|austrian|belgian|canadian|australian|mexican"
    r"|brazilian|nigerian|indian|african|european)"
)
"""Peoples whose language has another name, so that "native" says where somebody is from."""

_ASKED_FOR = (
    r"(?:(?:^|(?<=[.!?;\n])|(?<=[.!?;] ))(?:[^\S\n]|please )*|(?<=need )|(?<=want )|(?<=find )"
    r"|(?<=find me )|(?<=looking for )|(?<=search for )|(?<=hire )|(?<=show me )|(?<=some ))"
)
"""Where a request begins, or says that it does: "women who cut hair" asks for women."""

_PATTERNS = (
    # sex and gender
    r"(?:only|just|exclusively|no|not|prefer(?:ably|red)?|must be|want"
    r"|avoid)\s+(?:an?\s+)?(?:young\s+)?"
    r"(?:men|women|males?|females?|man|woman|girls?|boys?|ladies|lady|guys)\b(?!'s|'"
    r"|\s*(?:in tech|owned|health))"
    r"|(?<!male or )(?<!female or )\b(?:male|female)\b(?!\s+(?:patients?|wards?|clients?"
    r"|residents?|prisons?|students?|thread|connector|offenders?"
    r"|inmates?|clothing|fashion|and female|or female))|(?<!ladies )\b(?:men|women|ladies|girls"
    r"|boys|males|females)\s+only\b"
    r"|\b(?:a|the|young|some)\s+(?:man|woman|girl|lady|gentleman|boy)\b(?!'s)|\bgirls?\s+(?:for"
    r"|who)\b"
    r"|\bwomen\s+(?:candidates?|applicants?)\b"
    r"|\b(?:wo)?men(?=\s+(?:drivers?|nurses?|engineers?|developers?|teachers?|doctors?|chefs?"
    r"|cooks?|managers?|electricians?|plumbers?|welders?|accountants?|programmers?)\b)"
    rf"|{_ASKED_FOR}(?:young |older )?(?:(?:wo)?men|ladies|gentlemen|lads|girls|boys)"
    r"(?=\s+(?:who|that|to|able)\b)"
    r"|\btransgender\b(?!\s+(?:health|care|patients?))",
    # age
    rf"\b(?:not (?:too )?|no |only |preferably )?(?:young|younger"
    rf"|youthful)\b(?!\s+{_YOUNG_OTHERS})(?<!with young)"
    r"(?<!and young)(?<!of young)(?<!for young)(?<!support young)"
    rf"(?:\s+(?:and \w+\s+)?{_PEOPLE})?"
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
    r"|\b20-?somethings?\b|\bmillennials?(?: only)\b",
    # nationality, origin, ethnicity
    rf"\b(?:(?:{_NO})\s+(?:any )?(?:immigrants?|migrants?|refugees?|expats?)"
    rf"|(?:{_NO}\s+)?(?:any )?foreigners?)\b(?!\s+(?:services|integration|support|law|work|advi))"
    r"(?<!with foreigners)(?<!teaching foreigners)(?<!for foreigners)"
    r"|\b(?:no |not )?foreign (?:candidates?|applicants?|workers?|nationals?|people|names?"
    r"|accents?)\b"
    rf"|\b(?:no |only |just |exclude |avoid )?(?:native |real |pure |ethnic |born )?{DEMONYM}\s+"
    r"(?:candidates?|applicants?|people|persons?|workers?|nationals?|citizens?(?:hip)?"
    r"|nationality|passports?|men|women|man"
    r"|woman|origin|descent|roots|heritage|background|names?|born)(?:\s+only)?\b"
    rf"|\bnative {_BORN}s?\b(?!\s+(?:\w+\s+)?(?:english|french|german|spanish|portuguese|speak"
    rf"|tongue|languages?|sign))|\b{_BORN} natives?\b(?!\s+(?:speak|level|tongue|languages?))"
    rf"|\b(?:no |only |exclude |avoid |not )(?:any )?{DEMONYM}s\b|\b(?:only"
    rf"|just)\s+(?:the\s+)?(?:germans|british|french|americans)\b"
    rf"|\b(?:german|french|british|american|native)[- ]born\b|\b(?:born and raised|born) in \w+"
    rf"|\bwhere .{{0,20}} really from\b"
    rf"|\b{_ETHNIC}s?\s+(?:candidates?|applicants?|people|persons?|workers?|men|women|males?"
    rf"|females?|only|guys?)\b"
    rf"|\b(?:no|only|not|just|avoid|exclude|prefer)\s+(?:any )?{_ETHNIC}s?\b(?!\s+(?:belt|box"
    rf"|label|paper|market|friday|goods|hat"
    r"|cuisine|food|languages?|history|studies|team|screen))|\bcaucasians?\b|\b(?:race|ethnicity"
    r"|skin colou?r|nationality)\s*:\s*\w+",
    # religion
    rf"\b(?:{_NO}\s+)?(?:an?\s+)?(?:practi[sc]ing\s+)?{_FAITH}s?\b(?!\s+{_HOUSES})(?:\s+{_PEOPLE})?"
    r"|\b(?:no\s+)?(?:headscar(?:f|ves)|hijabs?|turbans?)\b",
    # family and pregnancy
    r"\b(?:un)?married\b(?! couples| life| quarters)(?:\s+(?:candidates?|people|women|men|only))?"
    r"|\bdivorced\b|\bsingle\s+(?:candidates?|people|women|woman|men|man"
    r"|persons?|mothers?|moms?|only|without|and)\b|\bmust be single\b|\bchildless\b"
    r"|\bchild-?free\b|\bmarital status\b"
    r"|\b(?:no|without|not having|no small|no young|doesn'?t have|does not have"
    r"|don'?t have)\s+(?:any\s+|small\s+|young\s+)?"
    r"(?:kids|children|family obligations?|family plans|famil(?:y|ies)|husband|wife"
    r"|partner)\b(?!'s|\s+(?:medicine|law|practice|business|offices?|support|therapy|work"
    r"|services))"
    r"|\b(?:no|not|without|isn'?t|is not|never|no one|nobody|avoid"
    r"|exclude)\s+(?:\w+\s+)?(?:pregnan(?:t|cy)|maternity leave)\b"
    r"(?:\s+(?:women|candidates?))?|\bplanning (?:a )?(?:pregnancy|famil\w+|kids|children)\b"
    r"|\bmothers? only\b|\bno (?:working )?mothers?\b",
    # disability and health
    r"\b(?:no|not|without|avoid|exclude)\s+(?:any\s+|people with\s+|candidates with\s+"
    r"|a\s+)?(?:disabilit(?:y|ies)|disabled|handicap(?:s|ped)?|wheelchairs?"
    r"|chronic (?:illness(?:es)?|diseases?)|health (?:problems|issues|conditions)|sick leaves?"
    r"|mental (?:illness|health (?:problems|issues)))"
    r"(?:\s+(?:candidates?|people|applicants?))?|\bable[- ]bodied\b|\b(?:physically "
    r"|fully )?healthy (?:candidates?|people|applicants?|only|persons?)\b",
    # orientation, looks, opinion
    r"\b(?:no |only |not )?(?:gays?|lesbians?|homosexuals?|heterosexuals?"
    r"|lgbtq?\+?)(?:\s+(?:candidates?|people|men|women|only))\b"
    r"|\bno (?:gays?|lesbians?|homosexuals?)\b|\b(?:good[- ]looking|attractive|pretty"
    r"|handsome)\s+(?:candidates?|people|women?|men|man|girls?"
    r"|waitress(?:es)?|hostess(?:es)?|receptionists?|assistants?|only)\b|\bno (?:union members"
    r"|trade unionists)\b",
)
_PROTECTED = re.compile("|".join(f"(?:{p})" for p in _PATTERNS), re.IGNORECASE)
# Where everybody is welcomed, or people are cared for, the words are no wish.
_WELCOME = re.compile(
    r"equal[- ]opportunit|regardless|irrespective|without regard|discriminat|inclusi(?:on|ve)"
    r"|diversity"
    r"|all (?:backgrounds|genders|ages)|encourage|\bEEO\b|affirmative|m/f/d|m/w/d"
    r"|reasonable (?:accommodation|adjustment)"
    r"|\b(?:we|is|are) (?:warmly )?welcom",
    re.IGNORECASE,
)
_CARED_FOR = re.compile(
    r"(?:work(?:ing|s|ed)?|experience|care|caring|support(?:ing|s|ed)?|teach(?:ing|es)?|taught"
    r"|services?|help(?:ing|s)?|treat(?:ing|s)?"
    r"|training|coaching|deals?|dealing|cared|classes|programs?)\s+(?:\w+\s+)?(?:with|for|of"
    r"|to)?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|males?|females?|girls?|boys?|lad(?:y|ies)|gentleman|guys|transgender"
    r"|young\w*|youthful|old(?:er)?"
    r"|age[ds]?|20|years?|under|below|over|not?|twenties|thirties|20s|30s|millennials?|\w*born"
    r"|foreign\w*|natives?|\w*migrants?|refugees?"
    r"|expats?|candidates?|applicants?|people|persons?|workers?|nationals?|national\w*"
    r"|citizens?\w*|passports?|origin|descent|roots|heritage"
    r"|background|names?|really|only|just|avoid|exclude|prefer|caucasians?|race|ethnicity|skin"
    r"|christians?|catholics?|protestants?"
    r"|muslims?|islamic|jewish|hindus?|sikhs?|buddhists?|atheists?|mormons?|religious|headscar\w+"
    r"|hijabs?|turbans?|\w*married"
    r"|divorced|single|child\w*|marital|without|pregnan\w+|planning|mothers?|able|healthy|gays?"
    r"|lesbians?|looking|attractive|pretty|handsome)\b",
    re.IGNORECASE,
)


def find_protected(text: str) -> list[Protected]:
    """Return the wishes about age, sex, origin, faith, family or health, in order of mention."""
    if not _OPENING.search(text):
        return []
    found = []
    sought = hide_served(text)
    for match in _PROTECTED.finditer(sought):
        before = text[max(0, match.start() - 40) : match.start()]
        sentence = text[_line_start(text, match.start()) : _line_end(text, match.end())]
        if _WELCOME.search(sentence) or _CARED_FOR.search(before):
            continue
        words = " ".join(match.group().split())
        found.append(Protected(words, match.start(), match.end()))
    return found


def _line_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "\n.!?;") + 1


def _line_end(text: str, at: int) -> int:
    ends = [end for mark in "\n.!?;" if (end := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
