"""Mends words that were cut at the end of a line."""

from __future__ import annotations

import re

from tools.ingest.phrases import listed

_CUT = re.compile(r"(\b[^\W\d_]{2,})[-‐\u00ad]\n[ \t]*([^\W\d_]{2,})")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
_KEEPS_HYPHEN = listed("layout", "keeps its hyphen")


def mend_hyphens(text: str) -> str:
    """Return the text with cut words made whole; the second half moves up to the first line.

    The hyphen stays when the text writes the word with one elsewhere, or when the first half is
    an ordinary word before a hyphen, such as "cross" or "well".
    """
    written = {word.casefold() for word in _WORD.findall(text)}

    def mend(match: re.Match[str]) -> str:
        first, second = match.groups()
        whole, hyphened = f"{first}{second}", f"{first}-{second}"
        if whole.casefold() in written:
            return f"{whole}\n"
        if hyphened.casefold() in written or first.casefold() in _KEEPS_HYPHEN:
            return f"{hyphened}\n"
        return f"{whole}\n" if second[0].islower() else f"{hyphened}\n"

    return re.sub(r"\n[ \t]*([,.;:)])", r"\1\n", _CUT.sub(mend, text))
