"""How a message begins that goes on from what was said: "no wait, make it …"."""

from __future__ import annotations

import re

_OPENERS = re.compile(
    r"^\W*(?:(?:no(?=\s*[,;:.!–-]|\s+(?:i\b|sorry|wait|actually|make|rather))|and|add|include|"
    r"put in|nope|nah|sorry|oops|wait|actually|correction|hmm+|ah|oh|well|ok(?:ay)?(?! with)|"
    r"please|yes|"
    r"yeah|"
    r"hm|so|but|then|now|i mean|i meant|i wanted|i want|make (?:it|that)|change (?:it|that) to|"
    r"rather|"
    r"scratch that|my mistake|typo|what about|how about|it should (?:be|say)|should be|let's say|"
    r"let's make it|better|(?:go|switch|change|return) back to|back to|return to)\b[\s,:;.!-]*)+",
    re.IGNORECASE,
)


_NICE = (
    r"(?:ok(?:ay)?|great|nice|cool|perfect|wow|thanks?(?: you)?(?: so much| a lot)?|awesome"
    r"|excellent|alright|all right|super|lovely|interesting|got it|sure|brilliant|fantastic"
    r"|wonderful|fair enough|makes sense|i see|come on|too many|too few|skip (?:it|that)|hi"
    r"|hello|hey|good (?:morning|afternoon|evening|day)"
    r"|(?:sounds?|looks?) (?:good|great|fine|right)|good to know|noted|understood|good)"
)
_PLEASANTRIES = re.compile(
    rf"^\W*(?:(?:(?:oh|ah|hm+|well|very)[\s,]+)?{_NICE}"
    r"(?: (?:there|then|one|stuff|job|nice|great|thanks|all|again))*\s*[,.!…;:]+\s+)+"
    r"(?:(?:and|so|now)\s+(?=(?:which|what|who|do|does|is|are|can|could|would|any|how|please)\b))?"
    r"|^\W*hm+[,.…]*\s+(?:and|so|but|ok(?:ay)?)\s+(?=(?:which|what|who|do|does|is|are|how|why)\b)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"^\W*(?:(?:i|we)(?:'d| would) (?:really )?(?:be (?:(?:so|very|most) )?(?:grateful|happy|glad|"
    r"obliged|thankful|delighted)|appreciate it) if you (?:could|would|can)|"
    r"(?:i|we) (?:was|were|am|are) wondering (?:if|whether) you (?:could|can|would)|"
    r"would you (?:be so kind (?:as )?to|mind)|it would be (?:\w+ )?if you (?:could|would))"
    r" (?:please |kindly )?",
    re.IGNORECASE,
)
"""How an order begins that is put as a wish: "I'd be grateful if you could find …"."""
_LEAST = 8
"""Characters that must be left of a message for its beginning to be mere courtesy."""


def without_pleasantries(text: str) -> str:
    """Return a message without the kind words before it: "Oh nice. And which …"; never empty."""
    rest = _COURTESY.sub("", _PLEASANTRIES.sub("", text, count=1))
    return rest if len(rest.strip()) >= _LEAST else text


def without_opener(text: str) -> str:
    """Return a message without the words it only begins with."""
    return _OPENERS.sub("", text)
