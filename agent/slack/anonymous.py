"""Keeps names out of channels: people are candidates by their rank, in cards and in sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tools.people.name_evidence import fold, is_everyday
from tools.people.naming import UNNAMED, label_of

Row = Mapping[str, Any]
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Scripts that put no space between words."""


class Names:
    """Says how people are called here: by name, or blind, by rank.

    It learns the names of everybody whom events show, and takes them out of what is said.
    """

    def __init__(self, *, blind: bool) -> None:
        self.blind = blind
        self._labels: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    def learn(self, row: Row) -> None:
        """Note a person whom an event shows."""
        ranked = bool(row.get("rank"))
        if ranked:
            self._labels[str(row["candidate_id"])] = label_of(row["rank"])
        name = str(row.get("name") or "")
        self._names[str(row["candidate_id"])] = name
        if not self.blind or not name.strip():
            return
        forms = list(_forms(unicodedata.normalize("NFC", name)))
        fresh = [form for form in forms if ranked or form not in self._forms]
        self._forms |= dict.fromkeys(fresh, UNNAMED)
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_anywhere, longest_first)))
        self._forms |= dict.fromkeys(fresh, self.of(row))

    def of(self, row: Row) -> str:
        """Return what a person is called."""
        candidate_id = str(row["candidate_id"])
        if not self.blind:
            return str(row.get("name") or candidate_id)
        if row.get("rank"):
            return label_of(row["rank"])
        headline = self.without(str(row.get("headline") or ""))
        unranked = f"Candidate ({headline})" if headline else "A candidate"
        return self._labels.get(candidate_id, unranked)

    def without(self, text: str) -> str:
        """Return text in which nobody is named."""
        return self._replaced(text, lambda _: True)

    def without_own(self, passage: str, row: Row) -> str:
        """Return a passage of somebody's résumé without their own name, and nobody's in full.

        A word that is another person's name alone stays: “Trent 700” is an engine, and a passage
        that was changed would be no quote.
        """
        own = set(_forms(unicodedata.normalize("NFC", str(row.get("name") or self._called(row)))))
        text = unicodedata.normalize("NFC", passage)
        return self._replaced(text, lambda form: " " in form or form in own)

    def _replaced(self, text: str, wanted: Callable[[str], bool]) -> str:
        """Return text with labels for the names in it that are wanted, in normal form C."""
        if self._pattern is None:
            return text
        text = unicodedata.normalize("NFC", text)
        out, at = [], 0
        for found in self.found(text):
            form = " ".join(found[0].split())
            if wanted(form):
                out += [text[at : found.start()], self._forms[form]]
                at = found.end()
        return "".join([*out, text[at:]])

    def _called(self, row: Row) -> str:
        return self._names.get(str(row["candidate_id"]), "")

    def found(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where people are named in a text in normal form C."""
        return self._pattern.finditer(fold(text)) if self._pattern else iter(())

    @property
    def longest(self) -> int:
        """Return the characters of the longest name: so much may be cut apart by a stream."""
        return max(map(len, self._forms), default=0)


class Unnamed:
    """Takes names out of a stream, whatever way they were cut in parts."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._held = ""

    def feed(self, text: str) -> str:
        """Return what can be said now; the end is held back while a name may go on in it."""
        self._held = unicodedata.normalize("NFC", self._held + text)
        if not self._names.blind:
            return self.end()
        most = len(self._held) - 2 * self._names.longest - 1
        safe = max((at for at in range(1, most) if self._held[at].isspace()), default=0)
        across = (m.start() for m in self._names.found(self._held) if m.start() < safe < m.end())
        safe = min(across, default=safe)
        rest = self._held[safe:]
        self._held = self._held[:safe]
        said, self._held = self.end(), rest
        return said

    def end(self) -> str:
        """Return what was held back."""
        said, self._held = self._names.without(self._held), ""
        return said


def _forms(name: str) -> Iterator[str]:
    """Yield the ways a name is written: whole, first and last, and each part that is no word."""
    parts = [fold(part) for part in _WORD.findall(name)]
    yield " ".join(fold(name).split())
    if len(parts) > 1:
        yield f"{parts[0]} {parts[-1]}"
    smaller = [piece for part in parts for piece in re.split(r"[-'’]", part)]
    for part in dict.fromkeys([*parts, *smaller]):
        if len(part) > 1 and not is_everyday(part):
            yield part


def _anywhere(form: str) -> str:
    spaced = r"\s+".join(map(re.escape, form.split()))
    return spaced if _UNSPACED.search(form) else rf"(?<![^\W_]){spaced}(?![^\W_])"
