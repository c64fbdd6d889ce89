"""Block Kit's parts, each within its limits: rich text, buttons, notes.

What comes from résumés goes into rich text, which Slack never parses: a quote stays verbatim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.slack import limits
from agent.slack.escaping import flat, visible
from agent.slack.splitting import cut
from tools.evidence.quotes import shortened

Block = dict[str, Any]
Piece = dict[str, Any]
Line = list[Piece]
_UNSEEN = frozenset({"type", "action_id", "value"})


def words(text: object, *, bold: bool = False, italic: bool = False) -> Piece:
    """Return words of a line; an empty text becomes a space, since Slack takes none."""
    styles = {"bold": bold, "italic": italic}
    style = {name: True for name, wanted in styles.items() if wanted}
    return {"type": "text", "text": visible(str(text)) or " "} | ({"style": style} if style else {})


def quote(passage: str, most: int = limits.QUOTE, proof: str = "") -> Line:
    """Return a passage in quotation marks; what does not fit is left out around its proof."""
    whole = flat(passage)
    shown = shortened(whole, flat(proof), most)
    begins = whole.startswith(shown)
    ends = shown == whole if begins else whole.endswith(shown)
    before, after = [] if begins else [words("[…] ")], [] if ends else [words(" […]")]
    return [*before, words(f"“{shown}”", italic=True), *after]


def spread(lines: Sequence[Line]) -> list[Block]:
    """Return lines as rich text, in as many blocks as they need; one too long for any is cut."""
    parts: list[Line] = [[]]
    left = limits.SECTION
    for line in lines:
        size = sum(len(piece["text"]) for piece in line) + 1
        if size > left and parts[-1]:
            parts.append([])
            left = limits.SECTION
        left -= size
        shown = line if size <= limits.SECTION else [words("\n…")]
        parts[-1] += [words("\n"), *shown] if parts[-1] else shown
    return [_rich_text(part or [words("…")]) for part in parts]


def _rich_text(pieces: Line) -> Block:
    section = {"type": "rich_text_section", "elements": pieces}
    return {"type": "rich_text", "elements": [section]}


def plain(text: object, most: int = limits.LABEL) -> Block:
    """Return a label."""
    return {"type": "plain_text", "text": cut(flat(text), most) or "–"}


def mrkdwn(text: str) -> Block:
    """Return text that was escaped already; Slack makes no links of its own in it."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def button(label: str, action_id: str, value: str, style: str = "") -> Block:
    """Return a button."""
    made = {"type": "button", "text": plain(label), "action_id": action_id, "value": value}
    return made | ({"style": style} if style else {})


def actions(*buttons: Block) -> Block:
    """Return a row of buttons."""
    return {"type": "actions", "elements": list(buttons)}


def note(text: str) -> Block:
    """Return a small grey line; the text was escaped already."""
    return {"type": "context", "elements": [mrkdwn(text)]}


def size(blocks: Sequence[Block]) -> int:
    """Return the characters of all texts in blocks."""
    return sum(_size(block) for block in blocks)


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_size(v) for name, v in value.items() if name not in _UNSEEN)
    if isinstance(value, list):
        return sum(map(_size, value))
    return len(value) if isinstance(value, str) else 0
