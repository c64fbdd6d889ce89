"""Words that ask for nothing, and words that keep people out, as they weigh a wish beside them."""

from __future__ import annotations

_NOT = r"(?:n'?t|\s+not)"
_EVEN = r"(?:\s(?:really|actually|even|necessarily|strictly|ever|usually|normally))?"
_DEMAND = (
    r"(?:require|demand|expect|ask(?:\s(?:you|them|anyone|anybody|people))?(?:\sfor|\sto)?"
    r"|insist\son|call\sfor|care\s(?:about|for|if|whether)|bother\sabout|worry\sabout)(?:\s(?:to|that))?"
)
_NEEDED = (
    r"(?:needed|required|necessary|essential|mandatory|asked\sfor|expected|demanded|called\sfor"
    r"|insisted\son|part\sof\s(?:the|this)\s(?:job|role|work)|(?:a\s|an?\sstrict\s)?(?:must|requirement))"
)
_ANYONE = (
    r"(?:(?:all|any|every)\s)?(?:(?:of\s)?(?:those|people|persons?|candidates?|applicants?|profiles?"
    r"|folks?|(?:the\s)?ones)|any(?:one|body)|every(?:one|body)|somebody|someone|whoever|who)"
)
_SAID_OF_THEM = (
    r"(?:\s(?:who(?:se)?|that|with|from|which)(?:\s(?:is|are|has|have|had|knows?|worked?|works))?"
    r"|(?=\s(?:in|near|at|based)\b))?"
)

UNASKED_BEFORE = (
    rf"(?:is|are){_NOT}\s(?:something|a\sthing|anything)\s(?:that\s)?(?:we|i|they|you)"
    rf"(?:'d|\sever)?\s(?:require|need|ask\sfor|insist\son|demand|expect|look\sfor)"
    rf"|(?:won'?t|(?:will|would|shall|need|must){_NOT})\s(?:ever\s)?be\s{_NEEDED}(?!\s(?:to|for|in)\b)"
    rf"|(?:is|are){_NOT}{_EVEN}\s(?:asked\sfor|expected|demanded|called\sfor|insisted\son)(?!\sto\b)"
    r"|(?:is|are)\s(?:no|never|hardly|by\sno\smeans)\s(?:an?\s)?(?:hard\s|strict\s|formal\s)?"
    r"(?:must(?:[ -]have)?|requirement|prerequisite|precondition|condition|necessity|need|required"
    r"|needed|necessary|essential)(?!\sto\b)"
    r"|(?:(?:is|are)\s)?(?:unnecessary|superfluous|dispensable|negligible)"
    r"|(?:can|may|could)\sbe\s(?:left\sout|omitted|skipped|ignored|waived|dropped|learn(?:ed|t))"
)
"""What stands behind that which is not asked for: "HACCP is no requirement"."""

UNASKED_BEHIND = (
    rf"(?:i|we|they|it|you|the\s(?:job|role|work|client|company))\s(?:do|does|did|wo|will|would|ca|can)"
    rf"{_NOT}{_EVEN}\s{_DEMAND}"
    rf"|(?:i|we|they|it)\s(?:never|won'?t|(?:no\slonger|hardly)){_EVEN}\s{_DEMAND}"
    rf"|(?:(?:do|does)es?{_NOT}|does{_NOT}){_EVEN}\srequire"
    rf"|(?:you|they|he|she|who)\s(?:won'?t|(?:will|would|shall){_NOT}|(?:will\s|would\s)?never"
    rf"|(?:do|does){_NOT}|are{_NOT}|is{_NOT})\s(?:ever\s)?"
    r"(?:(?:be\s)?(?:asked|required|expected|made|forced|needed|obliged|supposed)(?:\sto)?"
    r"|(?:have|need)(?:\sto)?)(?:\s(?:be|have|know|speak|hold|do|work|cover))?\b"
    r"|(?:won'?t|will\snot|would\snot|wouldn'?t|never)\s(?:be\s)?(?:asked|required|expected|made"
    r"|forced|obliged|(?:have|need)(?=\sto\b))(?:\sto)?(?:\s(?:be|have|know|speak|hold|do|work"
    r"|cover))?\b"
    r"|(?<!if )you\s(?:won'?t|will\snot|will\snever|'ll\snot|'ll\snever|never)(?!\s(?:only|just"
    r"|merely)\b)(?=\s[a-z])"
    r"|hide\s(?:the|that|this|my|our)|not\s(?:requiring|needing|insisting\son|expecting|demanding|asking\sfor)"
    r"|without\s(?:(?:the|any)\s)?(?:needing|requiring|having|need|requirement|obligation)"
    r"(?:\s(?:for|of|to))?(?:\s(?:be|have|know|speak|hold|do|work|cover))?\b"
)
"""What stands before that which is not asked for: "you will not be asked to work nights"."""

KEPT_OUT_BEHIND = (
    rf"(?:hide|(?:filter|screen|weed|sort|throw|kick|cut|keep|leave|rule|take)(?:ing)?\sout"
    rf"|discard|disregard|reject|eliminate|ignore|remove|drop|lose|omit|skip|exclude|avoid|get\srid\sof"
    rf"|(?:do{_NOT}|never)\s(?:show|send|give|suggest|list|propose|include|present|bring)"
    rf"(?:\s(?:me|us))?)\s{_ANYONE}{_SAID_OF_THEM}"
    r"|(?:leave|keep|take|filter|screen|throw|rule|sort|weed)"
    rf"(?=\s{_ANYONE}\b[^.;,\n]{{1,60}}\sout\b)(?:\s{_ANYONE}{_SAID_OF_THEM})"
    rf"|(?:hide|(?<!can )(?<!to )(?<!who )(?<!that )(?:filter|screen|weed)(?:ing)?\sout"
    rf"|do{_NOT}\s(?:show|send|suggest|include)"
    r"(?:\s(?:me|us))?)(?=\s(?!(?:the|this|that|my|your|a|an|it|me|us|names?|tann\w+|process\w+"
    r"|leather|and)\b)[a-z])"
    rf"|(?:do|does|did|has|have|had|is|are|was|were){_NOT}(?=\s(?:ever\s)?(?:know|speak|hold|use|used"
    r"|come|live|worked|held|studied|managed?|lead|own|work(?!\s(?:well|alone)))\b)"
    r"|(?:has\s|have\s|had\s|who\s)?never\s(?:worked|used|held|managed|had|lived|studied|led|done)"
    r"(?:\s(?:in|with|for|at|as|on))?|minus(?=\s[a-z])"
)
"""What stands before whom nobody wants: "hide those who are attorneys"."""

NO_HARM = (
    rf"(?:it\s)?(?:(?:does|would|will|wo){_NOT}|never)\s(?:hurt|harm|be\sa\sdisadvantage)"
    r"(?:\s(?:to|if)(?:\s(?:they|he|she|you))?(?:\s(?:have|has|know|knows|speak|speaks))?)?"
)
"""What makes a wish a bonus: "it would not hurt to know Epic"."""
