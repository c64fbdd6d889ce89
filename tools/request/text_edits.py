"""Keeps track of where the words of a text stood before it was mended or cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edited(NamedTuple):
    """A text that was changed; `at` leads from its offsets back to those of the original."""

    text: str
    edits: tuple[tuple[int, int], ...] = ()  # (offset behind the edit, characters it added)

    def at(self, offset: int) -> int:
        """Return the offset in the original text."""
        passed = bisect_right(self.edits, (offset, 1 << 30))
        return offset - sum(grown for _, grown in self.edits[:passed])


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> Edited:
    """Return the text with each (start, end, words put there), which are in order of place."""
    out, edits, at, length = [], [], 0, 0
    for start, end, words in changes:
        out += [text[at:start], words]
        length += start - at + len(words)
        edits.append((length, len(words) - (end - start)))
        at = end
    return Edited("".join([*out, text[at:]]), tuple(edits)) if out else Edited(text)
