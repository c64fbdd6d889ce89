"""Decides how far a title reaches on its line: "Director – FP&A", "Cashier / shift lead"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tools.ingest.career.entries import titles_in
from tools.ingest.career.title_shapes import (
    JOB_WORD,
    is_duty,
    is_fragment,
    is_title_sized,
    leads,
    names_a_job,
    ranks,
)
from tools.ingest.fragments import Fragment, after_sentence, is_company
from tools.vocabulary.matcher import Mention
from tools.vocabulary.places import resolve
from tools.vocabulary.titles import find_titles
from tools.vocabulary.titles_table import GENERIC

_KNOWN_SHARE = 0.3
_SMALL_SHARE = 0.15
_WHOLE = 0.8
_SHORT = 4
_FEW = 6
_NEAR = 3
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_GRADE = re.compile(r"(?:GS|GG|WG|NH|E|O|W|Grade|Level|Tier|Band)[-/ ]?\d{1,2}")
_LATER = re.compile(r"(?:then|later|formerly|afterwards|previously|sp\u00e4ter|puis|luego)\b")
_NEXT_TO = re.compile(r"[ \t]?[,/&\u2013\u2014-][ \t]?")
_FEW_MORE = 5
_REGION = re.compile(r"[A-Z]{2}")
_LEAD = re.compile(
    r"(?:work|job|employment|professional) (?:experience|history):? |an (?=[A-Z])|as an? (?=[A-Z])",
    re.IGNORECASE,
)


def title_pieces(
    text: str, pieces: Sequence[Fragment], mentions: Sequence[Mention]
) -> tuple[Fragment, ...]:
    """Return the pieces that say a known title, widened to the piece unless it says much more."""
    found: list[Fragment] = []
    for mention in mentions:
        number = next((n for n, p in enumerate(pieces) if p.start <= mention.start < p.end), -1)
        if number < 0 or (found and found[-1].end > mention.start) or _names_a_firm(text, mention):
            continue
        piece = after_sentence(text, pieces[number], mention.start)
        pieces = [*pieces[:number], piece, *pieces[number + 1 :]]
        share = (mention.end - mention.start) / len(piece.text)
        if mention.end > piece.end:
            found.append(_between(text, piece.start, _end_across(pieces[number:], mention)))
        elif share >= _KNOWN_SHARE and is_title_sized(piece.text):
            found.append(_extended(text, pieces, number, mention))
        elif _is_all_title(piece, mention):
            found.append(piece)
        elif mention.start - piece.start <= _NEAR:
            found.append(_between(text, mention.start, mention.end))
    return tuple(found)


def _is_all_title(piece: Fragment, mention: Mention) -> bool:
    """Whether a piece is a title though little of it is known: "VP Customer Success & Support"."""
    said = piece.text
    if is_company(said):
        return False
    share = (mention.end - mention.start) / len(said)
    few = share >= _SMALL_SHARE and len(said.split()) <= _FEW
    led = mention.start - piece.start <= _NEAR and leads(said)
    led = led and len(titles_in(said, 0, len(said))) == 1 and is_title_sized(said)
    return few or (led and not is_duty(said) and not is_fragment(said))


def _names_a_firm(text: str, mention: Mention) -> bool:
    """Whether a title is of several people, as in what firms are called: "…, Advocates"."""
    said = text[mention.start : mention.end]
    if not said.endswith("s") or said.endswith("ss") or not said[0].isupper():
        return False
    one = next(iter(find_titles(said[:-1])), None) if names_a_job(said[:-1]) else None
    return one is not None and (one.name, one.start, one.end) == (mention.name, 0, len(said) - 1)


def _end_across(pieces: Sequence[Fragment], mention: Mention) -> int:
    """Return where a title ends that goes on in another piece: "Director, Media Strategy"."""
    last = next((p for p in pieces[1:] if p.start < mention.end <= p.end), None)
    whole = last and last.text.count(" ") < _FEW and not is_company(last.text)
    return last.end if last and whole else mention.end


def _between(text: str, start: int, end: int) -> Fragment:
    if text.count("(", start, end) > text.count(")", start, end) and text.startswith(")", end):
        end += 1
    return Fragment(text[start:end], start, end)


def _extended(text: str, pieces: Sequence[Fragment], number: int, mention: Mention) -> Fragment:
    """Return a title with what belongs to it: "Director – FP&A", "Cashier / shift lead"."""
    piece = _with_former(text, pieces, number) or _with_first_half(text, pieces, number)
    if number + 1 >= len(pieces):
        return piece
    following = pieces[number + 1]
    share = (mention.end - mention.start) / len(piece.text)
    gap = text[piece.end : following.start]
    bare = mention.name in GENERIC and following.text.count(" ") < _FEW
    bare = bare and (" " not in piece.text or share >= _WHOLE)
    joined = "/" in gap and (
        following.text[0].islower()
        or bool(JOB_WORD.fullmatch(following.text))
        or bool(titles_in(*_span(text, following)))
    )
    joined = joined or bool(_LATER.match(following.text) or _GRADE.fullmatch(following.text))
    joined = joined or (bare and gap.strip() in _DASHES and not is_company(following.text))
    return _between(text, piece.start, following.end) if joined else piece


def _with_former(text: str, pieces: Sequence[Fragment], number: int) -> Fragment | None:
    """Return a title with the one it followed: "Improver, then Electrician"."""
    if not number or not _LATER.match(pieces[number].text):
        return None
    return _between(text, pieces[number - 1].start, pieces[number].end)


def _with_first_half(text: str, pieces: Sequence[Fragment], number: int) -> Fragment:
    """Return a title with the one before its stroke: "Restaurant Chef / Executive Sous-Chef"."""
    piece = pieces[number]
    if number == 0 or text[pieces[number - 1].end : piece.start].strip() != "/":
        return piece
    before = pieces[number - 1]
    whole = _between(text, before.start, piece.end)
    firm = is_company(before.text) and not names_a_job(before.text)
    short = before.text.isupper() and len(before.text) <= _SHORT
    job = short or names_a_job(before.text) or ranks(before.text)
    job = job or bool(titles_in(*_span(text, before)))
    plain = before.text[0].isupper() and job and not firm
    return whole if plain and is_title_sized(whole.text) else piece


def _span(text: str, piece: Fragment) -> tuple[str, int, int]:
    return text, piece.start, piece.end


def without_lead(text: str, title: Fragment) -> Fragment:
    """Return a title without the words that lead to it: "An Assistant", "As a Baker"."""
    lead = _LEAD.match(title.text)
    return _between(text, title.start + lead.end(), title.end) if lead else title


def whole_title(text: str, title: Fragment, lines: Iterable[Sequence[Fragment]]) -> Fragment:
    """Return a title with its neighbours, for where the employer is hidden they can only be its."""
    pieces = next((found for found in lines if any(_holds(p, title) for p in found)), ())
    before = [piece for piece in pieces if piece.start < title.start]
    for piece in (*reversed(before), *pieces[len(before) :]):
        wider = _between(text, min(piece.start, title.start), max(piece.end, title.end))
        gap = text[min(piece.end, title.end) : max(piece.start, title.start)]
        if piece.end <= title.start and _REGION.fullmatch(piece.text) and resolve(piece.text):
            break
        few = "," in gap or "/" in gap or piece.text.count(" ") < _FEW_MORE
        if _holds(piece, title) or (few and _NEXT_TO.fullmatch(gap) and piece.text[0].isupper()):
            title = wider if is_title_sized(wider.text) else title
    return title


def _holds(piece: Fragment, title: Fragment) -> bool:
    return piece.start <= title.start < piece.end
