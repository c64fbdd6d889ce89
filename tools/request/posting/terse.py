"""Makes a short wish of what a posting says at length: its object, or nothing at all."""

from __future__ import annotations

_MOST_WORDS = 4
"""Words of a wish that a person reads at a glance and a résumé may show."""
_READABLE = 5
"""Words up to which a phrase is left as it stands."""
_SHORT = 3
_DONE = """
adapt advance advise analyse analyze architect assess assist build building champion collaborate
communicate conduct consult continuously contribute coordinate create debug define deliver develop
direct drive emphasises emphasizes enable enhance ensure establish evaluate execute facilitate
focus focused focuses foster guide help identify implement improve innovate inspire integrate
investigate keep launch lead leverage maintain manage mentor monitor move optimise optimize own
oversee participate partner perform plan prepare present produce promote provide resolve respond
review scale serve set shape solve stay structure supervise support take transform translate
troubleshoot validate work write
"""
_DOES = """
adopting aligning applying architecting balancing building coordinating creating defining
delivering deploying designing developing driving emphasising emphasizing enabling ensuring
establishing evolving expanding governing handling helping identifying implementing improving
including integrating investigating launching leading leveraging maintaining managing mentoring
operating optimising optimizing overseeing owning powering preparing producing providing running
scaling serving shaping shipping solving supporting taking transitioning translating using working
writing
"""
_LINKS = """
across about against along at by for from in into of on onto over through to toward towards under
via with within
"""
_EMPTY = """
a an the any all each every our your other others multiple several various existing current
future new small large end-to-end high-quality relevant field active
"""
_LOOSE = """
act answer deal going keep keeping liaise look meet report run running speak talk
"""
_VERBS = frozenset(_DONE.split())
_DOING = frozenset(_DOES.split())
_TO_ITS_OBJECT = frozenset(_LINKS.split())
_POINTLESS = frozenset(_EMPTY.split())
_LEFT_OVER = frozenset(_LOOSE.split())
"""What a phrase ends with whose object was understood: "environment running"."""
_PARTICLES = frozenset({"up", "out", "over", "down", "off"})
"""What belongs to a verb before its object: "set up new lines"."""
_JOINS = frozenset({"and", "or", "&"})


def terse(words: str) -> str:
    """Return a phrase that is short, else its object in two to four of its words, else ""."""
    said = words.split()
    if len(said) <= _READABLE:
        return " ".join(_without_empty_edges(said))
    said = _after_verbs(said)
    if len(said) > _SHORT:
        pivots = [at for at, word in enumerate(said) if word.casefold() in _DOING]
        said = _after_verbs(said[pivots[-1] + 1 :]) if pivots else said
    if len(said) > _MOST_WORDS:
        pivots = [at for at, word in enumerate(said) if word.casefold() in _TO_ITS_OBJECT]
        said = said[pivots[-1] + 1 :] if pivots else said
    said = _first_of_two(_trimmed(said))
    return " ".join(said) if 2 <= len(said) <= _MOST_WORDS else ""


def _after_verbs(said: list[str]) -> list[str]:
    """Drop what is done at the beginning: "Evaluate", "Lead and mentor a small"."""
    at = 0
    while at < len(said) and said[at].casefold() in _VERBS | _DOING:
        at += 1
        at += at < len(said) and said[at].casefold() in _PARTICLES
        if at + 1 < len(said) and said[at].casefold() in _JOINS:
            at += said[at + 1].casefold() in _VERBS | _DOING
    return _trimmed(said[at:])


def _first_of_two(said: list[str]) -> list[str]:
    """Return the first of two things that are long together: "agentic frameworks and …"."""
    joints = [at for at, word in enumerate(said) if word.casefold() in _JOINS and at >= 2]
    return said[: joints[0]] if len(said) > _MOST_WORDS and joints else said


def _trimmed(said: list[str]) -> list[str]:
    while said and said[0].casefold() in _POINTLESS | _TO_ITS_OBJECT | _JOINS:
        said = said[1:]
    while said and said[-1].casefold() in _POINTLESS | _TO_ITS_OBJECT | _JOINS | _DOING:
        said = said[:-1]
    return said


def _without_empty_edges(said: list[str]) -> list[str]:
    """Drop "every" before and "and meet" behind what a short phrase is about."""
    while said and said[0].casefold() in _POINTLESS:
        said = said[1:]
    while said and said[-1].casefold() in _LEFT_OVER | _POINTLESS | _TO_ITS_OBJECT | _JOINS:
        said = said[:-1]
    return said
