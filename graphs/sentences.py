"""Cuts a stream of prose into sentences that can be released one by one."""

from __future__ import annotations

import re

from tools.vocabulary.word_sets import words

LONGEST = 1200
"""Characters after which a text without an end is cut at a space."""

_END = re.compile(r"[.!?…]+[”\"’»)\]*_]*(?=\s)")
_ABBREVIATIONS = words(
    """
    mr mrs ms dr sr jr st prof inc ltd co corp vs e.g i.e approx no nr dept est fig ca cf
    resp bzw z.b u.s u.k ph.d b.sc m.sc b.a m.a b.s m.s a.m p.m yrs yr min max incl ave
    """
)
_LAST_WORD = re.compile(r"(?:^|[\s(“\"⟩])([\w.]+)$")
_GOES_ON = ("(", "·", "“", "«", "…")
"""What tells of a quotation behind its full stop, or joins it to the next one."""
_PAIRS = (("«", "»"), ("(", ")"), ("「", "」"))
_CURLY = re.compile("[„“”]")


class Sentences:
    """Collects chunks of text and hands out whole sentences, with the white space after them."""

    def __init__(self) -> None:
        self._buffer = ""

    def feed(self, text: str) -> list[str]:
        """Return the sentences that `text` completes; the rest waits."""
        self._buffer += text
        done: list[str] = []
        while (end := _boundary(self._buffer)) is not None:
            done.append(self._buffer[:end])
            self._buffer = self._buffer[end:]
        return done

    def finish(self) -> list[str]:
        """Return what is left as the last sentence."""
        # A final line end lets the last full stop be seen as an end.
        done = self.feed("\n")
        self._buffer = ""
        if done:
            done[-1] = done[-1].removesuffix("\n")
        return [sentence for sentence in done if sentence]


def _boundary(text: str) -> int | None:
    """Return where the first complete sentence ends, white space included, or None."""
    line_end = text.find("\n")
    limit = line_end if line_end >= 0 else len(text)
    for stop in _END.finditer(text, 0, limit):
        if _ends_here(text, stop, limit):
            after = stop.end()
            while after < limit and text[after] in " \t":
                after += 1
            return after
    if line_end >= 0:
        return line_end + 1
    if len(text) > LONGEST:
        return text.rfind(" ", 0, LONGEST) + 1 or LONGEST
    return None


def _ends_here(text: str, stop: re.Match[str], limit: int) -> bool:
    between_quotes = stop[0] == "…" and text[: stop.start()].endswith(" ")
    if between_quotes or _inside_pair(text[: stop.end()]):
        return False
    following = text[stop.end() : limit].lstrip()
    if not following and limit == len(text):
        return False
    if following[:1].islower():
        return False
    if stop[0].endswith(("”", '"', "»")) and following.startswith(_GOES_ON):
        return False
    word = _LAST_WORD.search(text, 0, stop.start())
    said = word[1].casefold() if word and stop[0].startswith(".") else ""
    numbered = said.isdigit() and not text[: stop.start()].strip(" \t0123456789")
    return not (said in _ABBREVIATIONS or numbered or (len(said) == 1 and said.isalpha()))


def _inside_pair(text: str) -> bool:
    """Return whether a quotation or a bracket is still open at the end of the text."""
    if text.count('"') % 2 or _is_curly_open(text):
        return True
    return any(text.count(left) > text.count(right) for left, right in _PAIRS)


def _is_curly_open(text: str) -> bool:
    """Return whether “…” or „…“ is still open: what opens one closes the other."""
    is_open = False
    for mark in _CURLY.findall(text):
        is_open = mark == "„" or (mark == "“" and not is_open)
    return is_open
