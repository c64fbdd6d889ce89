"""The little Markdown of a streamed answer: bold becomes bold, whatever way it was cut in parts."""

from __future__ import annotations

import re

from rich.text import Text

_GAP = re.compile(r"(?<=\S)[ \t]{2,}")


class Streamed:
    """Turns parts of an answer into styled text; `**` may be split between two of them."""

    def __init__(self) -> None:
        self._bold = False
        self._held = ""

    def feed(self, part: str) -> Text:
        """Return what can be shown of the answer now."""
        whole = self._held + part
        single_at_end = whole.endswith("*") and not whole.endswith("**")
        self._held = "*" if single_at_end else ""
        shown = Text()
        for at, piece in enumerate(whole.removesuffix("*" if single_at_end else "").split("**")):
            self._bold ^= at > 0
            piece = _GAP.sub(" ", piece)  # a PDF's gaps within a quote, which pages fold as well
            shown.append(piece, style="bold" if self._bold else "")
        return shown

    def end(self) -> Text:
        """Return what was still held back, and begin anew."""
        rest = Text(self._held)
        self._bold, self._held = False, ""
        return rest
