"""Finds the words by which a recruiter weighs a wish: "must", "ideally", "not necessarily"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tools.criteria import Weight
from tools.request.unasked import KEPT_OUT_BEHIND, NO_HARM, UNASKED_BEFORE, UNASKED_BEHIND

Effect = Literal["must", "nice", "avoid", "drop"]
Side = Literal["left", "right"]


class Cue(NamedTuple):
    """Words that weigh their neighbours: those on `side`, or on either when `either` is true."""

    start: int
    end: int
    effect: Effect
    side: Side
    either: bool
    plural: bool


_BIG = (
    r"(?:big |huge |meaningful |significant |real |definite |strong |major |nice |great |clear "
    r"|distinct )?"
)
_BE = r"(?:(?:is|are|was|would be|will be|being|as)\s+)?"
_NOT = r"(?:(?:is|are|do|does|need|has|have)\s*(?:n'?t|\s+not)|not)"
_ADV = (
    r"(?:absolutely |strictly |really |very |also |at all |that |so |strongly |highly |always )"
    r"{0,4}"
)
"""A few of them, for each place of a longer run would otherwise read the run to its end."""

# Order counts: the first pattern that matches at a place wins, so the denials come first.
_PATTERNS: tuple[tuple[Effect, Side, bool, str], ...] = (
    (
        "nice",
        "left",
        True,
        r"would (?:also )?be (?:nice|good|great|ideal|helpful|useful|welcome|a plus|a bonus),?"
        r" (?:but|though|although)(?: it)?(?:'s| is)?(?: not|n'?t) (?:an? )?"
        r"(?:absolute |hard |strict )?"
        r"(?:must(?:[ -]have)?|requirement|required|needed|essential|necessary|mandatory)",
    ),
    (
        "nice",
        "left",
        True,
        rf"(?:{_BE}an? {_BIG}(?:plus|bonus|advantage|asset)|{_BE}(?:nice[ -]to[ -]have"
        r"|preferred|desirable|helpful|useful|welcome|optional))(?:,| -|;)? (?:but |and )?"
        r"(?:it(?:'s| is) )?not (?:an? )?(?:absolute |hard |strict )?"
        r"(?:must(?:[ -]have)?|requirement|required|needed|essential|necessary|mandatory)",
    ),
    ("nice", "right", True, NO_HARM),
    ("drop", "left", True, UNASKED_BEFORE),
    ("drop", "right", False, UNASKED_BEHIND),
    ("avoid", "right", False, KEPT_OUT_BEHIND),
    (
        "drop",
        "right",
        False,
        r"(?:ok(?:ay)?|fine|happy|alright|acceptable)(?: even| also| too)? without"
        r"(?: any| the| an?)?\b"
        r"|(?:even )?without(?: any| the| an?)?"
        r"(?=(?: [\w'+#.&-]+){1,4} (?:is|would be|works)(?: also| too| perfectly)?"
        r" (?:ok|okay|fine|acceptable|possible|alright)\b)",
    ),
    (
        "drop",
        "left",
        True,
        rf"(?:{_NOT}\s+{_ADV}(?:an?\s+)?(?:required|needed|necessary|mandatory|essential"
        rf"|important|must"
        r"|requirement|relevant|a must(?:-have)?)(?! to\b)"
        r"|(?:do|does)(?:n'?t| not)\s+(?:really )?matter(?: much| at all)?(?!\s+(?:if|whether))"
        r"|matters? less|(?:is |are )?(?:irrelevant|unimportant)|(?:is|are)\s+open\b(?! to))",
    ),
    (
        "drop",
        "right",
        False,
        r"no(?=(?: [\w-]+){1,3} (?:is |are )?(?:needed|required|necessary)\b)",
    ),
    (
        "nice",
        "left",
        False,
        r"(?:(?:but|though|although) )?(?:(?:it|that|this)(?:'s| is)?|they(?:'re| are)?|is|are)"
        r"\s*(?:n'?t|not)\s+(?:an? )?(?:absolute )?deal[ -]?breakers?"
        r"|(?:is|are|would be)(?: both| also)? (?:fine|ok|okay|acceptable)\b|both fine"
        r"|(?<=remote )(?:ok|okay|fine|possible|welcome)\b",
    ),
    (
        "nice",
        "left",
        False,
        r"or (?:currently |actively |still )?(?:(?:part[- ]qualified|in progress|studying)"
        r"(?=\s*(?:$|[,.;!)]))|(?:working|studying|progressing|training) towards?"
        r"(?: (?:it|one|this|that|chartership))?(?=\s*(?:$|[,.;!)]|(?:and|with)\b)))",
    ),
    ("nice", "left", False, r"(?:but |though |although )?not necessarily(?=\s*(?:[.,;!)]|$))"),
    (
        "drop",
        "right",
        False,
        r"not necessarily(?: an?)?|(?:do|does)(?:n'?t| not)\s+(?:really )?(?:need"
        r"|have)(?: to)?(?! be convinced)"
        r"(?: be| have| know| speak| hold)?|need(?: not|n'?t)(?: be| have| know| speak)?"
        r"|(?:there(?: is|'s) )?no need (?:for|of|to)(?: be| have| know)?|without needing"
        r"|(?:regardless|irrespective) of|no matter|never ?mind"
        r"|(?:do|does)(?:n'?t| not)\s+matter (?:if|whether)(?: (?:they|he|she) (?:know|knows|have"
        r"|has|speak|speaks))?"
        r"|not (?:only|just|merely)\b(?!.*\bbut\b)|not(?= [\w+#./-]+(?: [\w+#./-]+)? only\b)",
    ),
    (
        "avoid",
        "left",
        False,
        r"(?:is|are)\s+(?:not|n'?t) (?:what (?:we|i|they)(?: a|'?)?(?:re|m)? ?\w+(?: for)?"
        r"|a (?:good )?fit|wanted)"
        r"|(?:need not|should not|shouldn'?t|please do not) apply|(?:please )?(?:excuse|stay away)"
        r"|(?:is|are) (?:a )?no[- ]?gos?"
        r"|(?:is|are|must be|should be) (?:excluded|avoided|unwanted)|not (?:wanted|suitable)"
        r"|unwanted"
        r"|have not worked out(?: .*)?|probably not(?: yet)?",
    ),
    (
        "avoid",
        "right",
        False,
        r"(?:i |we |they )?(?:would )?rather not(?: have)?|(?:i|we)?\s*(?:do|does|would|am|are|is"
        r"|should|must|will)"
        r"(?:n'?t| not)\s+(?:want|like|looking for|look for|interested in|be|have|consider"
        r"|take)\b(?: anyone| anybody"
        r"| someone| somebody| people| to)?(?: who| with| from)?"
        r"|(?:are|is|was|were)n'?t(?= (?:in|from|based|near|located)\b)"
        r"|not (?:looking for|interested in|wanted:)|(?:no ?body|no[ -]one|not (?:some|any)(?:one"
        r"|body))"
        r"(?: who| with| from)?(?:'s| is| has| only| still| needs)*"
        r"|(?:please )?(?:(?:stop|quit) (?:show|send|giv|suggest|list|propos)ing(?: (?:me|us))?"
        r"|leave out|rule out|exclud(?:e|ing|es)|avoid(?:ing)?|omit|skip"
        r"|except(?: for)?"
        r"|other than|anything but|apart from|neither|nor)\b:?"
        r"|(?:(?<!if )(?<!or )(?<!why )not|(?<=who )(?:(?:is|are|was|were|ca|could)n'?t"
        r"|cannot))(?!\s+(?:sure|yet|afraid|shy|for[- ]profit|less|more|later"
        r"|fewer|under|over|too"
        r"|bad|be able|only|just|merely|necessarily|older|younger)\b)(?=\s+\w)(?!-)"
        r"|(?<!\w)no(?=\s+[a-z@\#])(?!\s+(?:problem|later|less|more|fewer|longer|older|younger"
        r"|doubt|matter"
        r"|nonsense|one|need|idea|rush|preference|worries|limit|particular|special|other)\b)"
        r"|without(?!\s+(?:help|supervision|guidance|problems?|me|being|any (?:help|problems?)"
        r"|a doubt|much|calling))\b"
        r"(?: any)?",
    ),
    (
        "nice",
        "left",
        True,
        rf"{_BE}(?:an? )?added advantage\b|(?:is |are |also )?acceptable(?=\s*(?:[.,;!)]|$))"
        rf"|{_BE}{_ADV}an? {_BIG}(?:plus(?: point)?|bonus|advantage|asset|benefit)\b(?! (?:is|are"
        rf"|would be|if)\b)"
        rf"|would (?:also )?(?:help|please the client|be {_ADV}(?:nice|great|good|ideal|lovely"
        rf"|perfect|welcome"
        r"|helpful|useful|desirable|preferable|appreciated|fantastic|cool|handy"
        r"|preferred))(?! (?:if|to have)\b)"
        rf"|pref'?d\b|{_BE}{_ADV}(?:preferred|desirable|desired|optional|advantageous|beneficial|helpful"
        rf"|useful|welcome"
        r"|appreciated|favou?red|nice to see)\b(?! to have)"
        r"|(?:counts? a lot|helps(?: a lot)?)(?=\s*(?:[.,;!)]|$| and\b))|if possible|where possible"
        r"|if (?:they|he|she) (?:have|has|know|knows|got) (?:it|that|one|them)"
        r"|(?:is|are) (?:good|great|nice|perfect|ideal|interesting)(?=\s*(?:[.,;!)]|$))"
        r"|brilliant(?=\s*(?:[.;!)]|$))",
    ),
    (
        "nice",
        "right",
        True,
        r"(?:it )?(?:would|will) be (?:nice|great|good|ideal|lovely|perfect|welcome|cool"
        r"|a (?:big )?(?:plus|bonus))"
        r"(?: (?:if|to have)(?: (?:they|he|she|you|the person|somebody|someone) (?:have|has|know"
        r"|knows|had|knew|also))?)?"
        r"|nice[ -]to[ -]ha(?:ve|s)s?|nice if(?: they)?|nice(?=\s*:)"
        r"|good[ -]to[ -]have|great to have"
        r"|preferably|preferable|maybe|perhaps|possibly"
        r"|prefer(?:s|ring|ences?)?(?: for| to have)?\b|ideally|ideal(?:ly)? would be|optionally"
        r"|(?:as )?(?:an? )?(?:extra |added )?bonus(?:es)?(?: points?)?(?: for| if| is| are"
        r"| would be)?(?: they)?"
        r"|extra points (?:for|if)|pluses|plus points?(?: for)?|(?:an? )?(?:big )?plus(?: is| if"
        r"| would be)(?: they)?"
        r"|plus(?=\s*:)|desired|wish ?list|good(?=\s+if\b)|if they(?:'ve| have)(?: also)?",
    ),
    (
        "must",
        "left",
        True,
        rf"(?!as (?:needed|required|necessary))(?<!when )(?<!as )(?<!if )(?<!where )"
        rf"{_BE}{_ADV}(?:an? (?:absolute |hard |strict )?(?:must(?:[ -]have)?|requirement"
        rf"|prerequisite|need)"
        r"|required|req'?d|mandatory|essential|needed|necessary|compulsory|obligatory"
        r"|non[- ]?negotiable"
        r"|indispensable"
        r"|important|crucial|a condition|key)\b(?! to\b)(?! (?:skills|qualifications"
        r"|responsibilities))",
    ),
    (
        "must",
        "right",
        True,
        r"must(?:[ -]haves?)?(?: (?:also )?(?:be|have|know|speak|hold|possess|own|come with"
        r"|bring))?\b"
        r"|requirements?(?: (?:is|are))?|required|requires?"
        r"|(?<!special )(?<!customer )(?<!training )(?<!learning )"
        r"(?<!educational )(?<!development )(?<!additional )(?<!complex )"
        r"(?<!support )(?<!care )(?<!user )(?<!dietary )"
        r"needs?(?: to)?(?: be| have| know"
        r"| speak)?\b"
        r"|(?:has|have) to(?: be| have| know| speak)?\b|should(?: (?:also )?(?:be|have|know|speak"
        r"|hold))\b"
        r"|only(?= (?:in|from|with|people|those|candidates)\b)|essentials?|mandatory",
    ),
)
_NAMES = [f"c{i}" for i in range(len(_PATTERNS))]
_CUE = re.compile(
    "|".join(
        rf"(?P<{name}>(?<![\w-])(?:{pattern})(?![\w]))"
        for name, (_, _, _, pattern) in zip(_NAMES, _PATTERNS, strict=True)
    ),
    re.IGNORECASE,
)
# Few words open a cue; looking for them first keeps long texts quick.
_OPENING = re.compile(
    r"(?<![\w-])(?:a|absolutely|acceptable|added|also|alright|an|anything|apart|appreciated|are|as|at|avoid|avoiding|being"
    r"|beneficial|bonus"
    r"|bonuses|both|brilliant|but|compulsory|count|counts|crucial|desirable|desired|do|does"
    r"|doesnt|dont|either"
    r"|essential|essentials|except|exclude|excludes|even|excluding|extra|favored|favoured|good|great"
    r"|has|have|help"
    r"|helpful|helps|highly|i|ideal|ideally|if|important|indispensable|irrelevant|irrespective|is"
    r"|isnt|it|key"
    r"|fine|happy|leave|mandatory|matter|matters|maybe|merely|must|musts|necessary|need|needed|needs|needn"
    r"|needing|neither|never"
    r"|nevermind|nice|no|nobody|non|nor|not|obligatory|ok|okay|omit|only|optional|optionally|other"
    r"|or(?= (?:\w+ )?(?:working|studying|progressing|training|part|in progress)\b)"
    r"|perhaps|please|plus|pluses|pref|prefd|req|reqd"
    r"|possible|possibly|quit|stop|though|although"
    r"|prefer|preferable|preferably|preference|preferences|preferred|preferring|prefers"
    r"|probably|rather"
    r"|really|regardless|require|required|requirement|requirements|requires|rule|should|shouldn"
    r"|skip|so|strictly"
    r"|strongly|that|there|they|unimportant|unwanted|useful|very|was|we|welcome|where|will|wish"
    r"|wishlist|without"
    r"|would|always|advantageous|isn|aren|arent|doesn|don|didn|hasn|haven|hadn|wasn|weren|won|wont"
    r"|wouldn|you|they|he|she|who|had|did|can|could|may|shall|hardly|unnecessary|superfluous"
    r"|dispensable|negligible|hide|filter|filtering|screen|screening|weed|weeding|sort|throw|kick"
    r"|cut|keep|take|discard|disregard|reject|eliminate|ignore|remove|drop|lose|get|minus"
    r"|the|were|arent|cannot|cant|couldnt|couldn|werent|wasnt)\b",
    re.IGNORECASE,
)
_BY_NAME = dict(zip(_NAMES, _PATTERNS, strict=True))
_DENIED = re.compile(r"no\b[^,;.]{1,40}", re.IGNORECASE)
_SPARED = re.compile(r"(?:even )?without\b[^,;.]{1,40}", re.IGNORECASE)
_PLURAL = re.compile(r"are\b", re.IGNORECASE)
WEIGHTS: dict[Effect, Weight] = {"must": "must", "nice": "nice", "avoid": "avoid"}
"""The effects that weigh a wish; "drop" takes it away."""


def find_cues(text: str, start: int = 0, end: int | None = None) -> list[Cue]:
    """Return the weighing words of text[start:end] in order, without overlap."""
    found: list[Cue] = []
    stop = len(text) if end is None else end
    for opening in _OPENING.finditer(text, start, stop):
        match = _CUE.match(text, opening.start(), stop)
        if match is None or (found and match.start() < found[-1].end):
            continue
        effect, side, either, _ = _BY_NAME[str(match.lastgroup)]
        between = text[found[-1].start : match.end()] if found else ""
        if effect == "must" and _DENIED.fullmatch(between):
            continue
        if effect == "nice" and found and found[-1].effect == "drop" and _SPARED.match(between):
            continue
        plural = bool(_PLURAL.match(match.group()))
        found.append(Cue(match.start(), match.end(), effect, side, either, plural))
    return found


def read_weight(text: str) -> Weight | None:
    """Return the weight the words express ("just a nice to have"), or None when they say none."""
    for cue in find_cues(text):
        if cue.effect in WEIGHTS:
            return WEIGHTS[cue.effect]
    return None
