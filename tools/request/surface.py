"""Evens out how a request is typed, character for character, so that offsets stay true."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tools.request.double_denials import applied, undenied

LONGEST = 12_000
"""Characters of a request that are read; what follows is left unread."""

_PLAIN = {
    **dict.fromkeys("‘’ʼ´`′", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("•▪●◦■►·‣∙", ";"),
    **dict.fromkeys("、，", ","),
    **dict.fromkeys("。．", "."),
    **dict.fromkeys("；", ";"),
    **dict.fromkeys("：", ":"),
    **dict.fromkeys("（【", "("),
    **dict.fromkeys("）】", ")"),
    **dict.fromkeys("\r\t\f\v*_", " "),
}


_HOURS = re.compile(r"\b(part|full) (time)\b", re.IGNORECASE)
_IS = re.compile(
    r"(?<=\w)'s(?= (?:also |just |perfectly )?(?:fine|ok|okay|good|possible|acceptable)\b"
    r"| (?:(?:inner|outer) )?(?:north|south|east|west)(?:ern suburbs)?\b)"
)
"""Where "'s" is no part of a name: "Bristol's fine too", "Melbourne's west"."""
_WHO_IS = re.compile(r"(?<=\bwho)'(?:s|ve|d)(?=\s)|(?<=\bthat)'ve(?=\s)", re.IGNORECASE)


class _Table(dict[int, str]):
    """Fills itself as characters are met: a request uses few of the many there are."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = _PLAIN.get(char, char)
        if plain == char and code > 127:
            plain = _plain(char)
        self[code] = plain
        return plain


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("So", "Sk"):  # an emoji separates as a comma does
        return ","
    if category[0] in "CZ" or char in "\ufe0f\u200d":
        return "\n" if char in "\u2028\u2029" else " "
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


_TABLE = _Table()


def even_out(text: str) -> str:
    """Return the text with plain quotes, dashes, digits and bullets, each at its old offset."""
    plain = text[:LONGEST].translate(_TABLE)
    plain = _HOURS.sub(r"\1-\2", plain)
    return undenied(applied(_WHO_IS.sub(_spaces, _IS.sub(_spaces, plain))))


def _spaces(said: re.Match[str]) -> str:
    return " " * len(said[0])


def blank(text: str, spans: Iterable[tuple[int, int]], mark: str = ",") -> str:
    """Return the text with the spans overwritten by a mark, so that nothing is read there."""
    for start, end in spans:
        text = text[:start] + mark * (end - start) + text[end:]
    return text


def blank_in_lines(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with commas for what stands in the spans, each line kept apart."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = ["\n" if char == "\n" else "," for char in chars[start:end]]
    return "".join(chars)
