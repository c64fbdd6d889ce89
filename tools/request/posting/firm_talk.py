"""Leaves out of a posting what the firm tells of itself: whom it welcomes, where it ships."""

from __future__ import annotations

import re

from tools.request.surface import blank_in_lines

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;](?!\s|$)[^.!?;\n]*)*")
_GROUPS = (
    r"(?:disabilit\w*|divers\w+|veterans?|minorit\w+|women|under-?represented|lgbt\w*|parents"
    r"|carers|returners|of (?:every|all|any)|all (?:ages|walks|genders|backgrounds|faiths)"
    r"|(?:every|any|different|all) (?:\w+ )?backgrounds?|everyone|everybody|regardless)"
)
_MANY = (
    # whom it welcomes
    r"\bequal[- ]opportunit\w+ employer|\baffirmative action employer|\bdisability confident"
    r"|\b(?:we|company|firm|employer|team)\b[^,.]{0,20}\b(?:welcomes?|encourages?|values?|invites?"
    rf"|celebrates?|embraces?|hires?)\b.{{0,60}}\b{_GROUPS}"
    rf"|\b{_GROUPS}.{{0,60}}\b(?:encouraged|welcome|invited) to apply\b"
    r"|\bqualified (?:applicants|candidates|individuals)\b.{0,40}\bconsider(?:ed|ation)\b"
    r"|\b(?:without regard to|regardless of)\b.{0,60}"
    r"\b(?:race|age|colou?r|religion|gender|sex|origin|disabilit\w+|background)\b"
    r"|\b(?:do|does|will) not discriminate\b"
    r"|\breasonable (?:accommodations?|adjustments?) (?:are|is|can|may|will|for)\b"
    r"|\bwe (?:\w+ )?(?:provide|make|offer) reasonable\b"
    # what to send
    r"|^\W*(?:kindly|please|interested \w+ (?:can|may|should)) (?:share|send|forward|revert|mail)\b"
    # agencies
    r"|^\W*(?:strictly |sorry,? )?no (?:\w+ ){0,2}(?:agenc(?:y|ies)|headhunters|third[- ]part\w+)"
    r"(?:,? (?:or|and) \w+(?: agencies)?)?(?:,? (?:please|thanks?|thank you|calls))*\W*$"
    r"|\bagencies\b.{0,20}\b(?:please|need not|do not|will not|should not|not be)\b"
    r"|\b(?:do not|don't|cannot) (?:accept|work with|use|take)\b.{0,40}\bagenc(?:y|ies)\b"
    r"|\bunsolicited (?:resumes?|cvs?|applications?|profiles)\b"
    # when it is closed
    r"|\b(?:is|are|we're|be) closed (?:on|between|in|over|for|every|during|from|at)\b"
    # where it sells
    r"|^\W*(?:we|it|they|(?:the|our) (?:company|firm|group|business)) (?:\w+ )?"
    r"(?:ship|export|deliver|sell|distribute)s?\b.{0,40}"
    r"\b(?:to|across|throughout|all over|in|around)\b"
    r"|^\W*our (?:stores|shops|branches|plants|customers|clients|warehouses|restaurants|hotels)"
    r" (?:are|span|stretch|sit|lie|run)\b"
)
_TOLD = re.compile(_MANY, re.IGNORECASE)
_JOURNEY = re.compile(
    r"^\W*(?:(?:you|there|this|the) (?:(?:role|job|position)\s)?(?:will|may|must|can|should"
    r"|requires?|involves?|includes?|is|have to|need to|'ll)\s(?:be\s)?)?"
    r"(?:(?:must be|be)?\s?(?:willing|willingness|able|ability|prepared|happy|ready) to\s)?"
    r"(?:(?:some|occasional\w*|regular\w*|frequent\w*|limited|light|international|domestic|minimal"
    r"|monthly|quarterly|weekly|business|overnight|required|requires?|expect)\s){0,2}"
    r"(?:travel|trips|a trip|visits)\s(?:up to|to|twice|once|is\b|may\b|will\b|within|across"
    r"|between|around|every|required|about|approx|\d|of\s(?:up|about|\d))",
    re.IGNORECASE,
)
_PERKS = re.compile(
    r"\b(?:dental (?:and|&|,) vision|(?:health|medical|dental|vision|life)"
    r"(?:,? (?:and |& )?(?:health|medical|dental|vision|life|disability)){1,4}"
    r"(?: (?:insurance|cover\w*|plans?|benefits))?|gym membership"
    r"|free (?:parking|lunch\w*|coffee|meals?|food|uniforms?|fruit|breakfast|snacks)"
    r"|(?:training|learning|education) budget|dog[- ]friendly|yoga (?:classes|sessions)"
    r"|tuition (?:reimbursement|assistance)|cycle to work|(?:staff|employee) discounts?"
    r"|sign(?:ing)?-on bonus|parental leave|profit[- ]sharing|stock options|summer hours"
    r"|half[- ]day fridays|company (?:laptop|phone|pension)|life assurance)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\b(?:experience\w*|knowledge|familiar\w*|administ\w+|process\w*|manag\w+|claims?|enrol\w*|sell"
    r"|sells|selling|sales|negotiat\w+|adjust\w+|underwrit\w+|explain\w*|review\w*|degree|licen[sc]e\w*"
    r"|certifi\w+|years|teach\w*|plans? for|bill\w*|cod(?:e|ing)|need\w*|must have|required)\b",
    re.IGNORECASE,
)
"""What shows that a benefit or a journey is part of the work, or that more is asked beside it."""
_ASKED_BESIDE = re.compile(
    r"\b(?:experience\w*|knowledge|degree|licen[sc]e\w*|certifi\w+|years|fluent\w*|speak\w*)\b",
    re.IGNORECASE,
)
_BOSS = re.compile(
    r"(?:\b(?:you(?:'ll| will)?|(?:the |this )?(?:role|position|job|post|person))\s)?"
    r"\breport(?:s|ing)?\s(?:directly\s|straight\s)?(?:in)?to\s(?:the\s|our\s|an?\s)?"
    r"(?=[^,.;\n]{0,40}\b(?:manager|director|head|chief|c[a-z]{1,2}o|lead|leader|supervisor|officer"
    r"|president|s?vp|owners?|founders?|partners?|principal|superintendent|coordinator|controller"
    r"|executive|foreman|chef|matron|dean|board|boss)\b)"
    r"(?:(?!\sand\s(?:you\s|will\s)*(?:lead|manag|supervis|own|run|work|help|support|train)|\swith\s)"
    r"[^,.;\n])+",
    re.IGNORECASE,
)
"""Whom one answers to, up to what is asked for next."""
_REACH = re.compile(
    r"(?<!who )\b(?:ships|delivers|exports|distributes|sells|serves|supplies|operates)\b"
    r"[^.;\n]{0,60}?\b(?P<far>(?:across|throughout|all over|around|as far as)\s[^.;\n]+)",
    re.IGNORECASE,
)
"""How far a firm sells, which is no place of work."""


_SEAT = re.compile(
    r"(?:\b(?:we(?:'re| are)|it is|(?:the|our) (?:company|firm|group|business) is)\s)?"
    r"(?:\bheadquartered|\b(?:our|the(?: company's| firm's)?|its) (?:\w+ )?"
    r"(?:head ?quarters?|hq|head office|parent company)\s(?:is|are|sits?|lies?))"
    r"\s(?:located\s|based\s|situated\s)?(?:in|at|near|outside)\s[^,.;\n]+?"
    r"(?:,\s?(?-i:[A-Z]{2}\b|[A-Z][a-z]+(?=\s*(?:[,.;\n]|$|and\b|but\b))))?"
    r"(?=\s+(?:and|but|with|where)\b|[,.;\n]|$)",
    re.IGNORECASE,
)
"""Where the firm has its seat, which is no place of work until it says so."""


_PRAISED = (
    r"(?:young|youthful|dynamic|friendly|energetic|vibrant|lively|motivated|enthusiastic|passionate"
    r"|close-knit|tight-knit|fun|cool|great|nice|lovely|happy|small|growing|ambitious|agile|good"
    r"|competitive|attractive|excellent|fair|decent|generous|top)"
)
_TEAM = re.compile(
    r"(?:^|(?<=[.,;:!?\n(])|(?<=\s-))[^\S\n]*(?:(?:you(?:'ll| will)? (?:join"
    r"|be (?:part|a member) of)|(?:come and )?join(?:ing)?|part of|(?:working )?(?:in|with|for|at)"
    r"|we are|we're)\s)?"
    rf"(?:(?:an?|our|the|very)\s){{0,2}}{_PRAISED}(?:(?:,\s?|\s(?:and|&)\s|\s){_PRAISED}){{0,4}}"
    r"\s(?:teams?|company|firm|start-?up|environment|atmosphere|culture|workplace|office|colleagues"
    r"|vibes?|pay|salary|wages?|tips|benefits|conditions|hours|prospects)(?=\s*(?:$|[.,;:!?\n)]))",
    re.IGNORECASE,
)
"""A piece that only praises the place: "Electrician in Rotterdam. Young team, good pay."."""


_HIRES = re.compile(
    r"(?:^|(?<=[.!?\n]))[^\S\n]*(?P<firm>(?:[A-Z][\w&'-]*\s){1,5}(?:Ltd|Limited|LLP|LLC|Inc|PLC|plc|Corp"
    r"|GmbH|Pty)\b\.?)(?=,?\s(?:is|are|has|needs?|seeks?|wants?|requires?|hires?|looks|recruits)\b)"
)
"""The firm that says what it looks for: "Acme Ltd is looking for a plumber"."""


def without_firm_talk(text: str, *, posting: bool) -> str:
    """Blank what a firm tells of itself; a text that is no posting needs a sentence beside it."""
    praise = [m.span() for m in _TEAM.finditer(text)]
    text = blank_in_lines(text, [*praise, *(m.span("firm") for m in _HIRES.finditer(text))])
    sentences = [m for m in _SENTENCE.finditer(text) if m.group().strip()]
    if not posting and len(sentences) < 2:
        return text
    told = [m.span() for m in sentences if _is_told(m.group())]
    told += [m.span() for m in _BOSS.finditer(text)]
    told += [m.span("far") for m in _REACH.finditer(text)]
    told += [m.span() for m in _SEAT.finditer(text)]
    return blank_in_lines(text, told)


def _is_told(sentence: str) -> bool:
    if _TOLD.search(sentence):
        return True
    if _PERKS.search(sentence) and not _WORK.search(sentence):
        return True
    return bool(_JOURNEY.search(sentence) and not _ASKED_BESIDE.search(sentence))
