"""Cards of people: who it is, a verdict on each wish with its quote, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from agent.slack import buttons, limits
from agent.slack.anonymous import Names
from agent.slack.buttons import Press, encode
from agent.slack.escaping import flat
from agent.slack.pieces import Block, Line, actions, button, note, quote, spread, words
from agent.slack.splitting import cut
from tools.criteria import Criterion
from tools.wording import musts_met, phrase

Row = Mapping[str, Any]
Wishes = Mapping[str, Row]
Cards = list[list[Block]]
"""Groups of blocks; a group is never divided between messages."""

MARKS = {"met": "✓", "partly": "◐", "missing": "✗", "unclear": "?", "unsaid": "–"}
_QUOTES = (limits.QUOTE, 160, 90)
"""Characters of a quote, of which the first is taken that lets a card be one block."""
_CARD_BLOCKS = 2
_REST = "There is more: press *Why?* for all of it."
_REVERSED = {"met": "missing", "missing": "met", "unclear": "unsaid"}
"""What a verdict on something unwanted means for the recruiter."""


def candidate_cards(data: Row, wishes: Wishes, names: Names, thread_id: str) -> Cards:
    """Return a card for everybody on the page, and a button for the next page."""
    asked = {**wishes, **{str(c["id"]): c for c in data.get("asked", ())}}
    cards = [
        [*_card(row, asked, names), _buttons(row, thread_id, why=True)] for row in data["shown"]
    ]
    last = int(data.get("offset", 0)) + len(cards)
    if cards and last < int(data.get("total", 0)):
        more = encode(Press(thread_id))
        cards.append([actions(button("Show more", buttons.MORE, more))])
    return cards


def explanation_card(
    data: Row, wishes: Wishes, names: Names, thread_id: str, answer: str = ""
) -> Cards:
    """Return one person's verdicts with every quote, what is missing and what to ask.

    What `answer` says word for word already is not said again.
    """
    lines: list[Line] = [[words(f"{_rank(data, names)}{_called(data, names)}", bold=True)]]
    plain: list[Line] = []
    for verdict in data["verdicts"]:
        quotes = [names.without_own(str(e["quote"]), data) for e in verdict.get("evidence", ())]
        fresh = [quote(q, 2 * limits.QUOTE) for q in quotes if flat(q) not in answer]
        line = _verdict(verdict, wishes, names)
        if fresh:
            lines += [[*line, words("  "), *fresh[0]], *([words("     "), *q] for q in fresh[1:])]
        else:
            plain.append(line)
    lines += [_beside(plain)] if plain else []
    for heading, key in (("Not shown", "gaps"), ("Worth asking", "questions")):
        said = [_short(names.without(str(s)), 400) for s in data.get(key, ())]
        new = [sentence for sentence in said if sentence not in answer]
        lines += [[words(heading, bold=True)]] if new else []
        lines += [[words(f"•  {sentence}")] for sentence in new]
    *most, last = spread(lines)
    return [*([block] for block in most), [last, _buttons(data, thread_id, why=False)]]


def comparison_cards(data: Row, names: Names, answer: str = "") -> Cards:
    """Return people side by side: for each wish how everybody does, with what is not said yet."""
    called = {str(p["candidate_id"]): _called(p, names) for p in data["people"]}
    lines = [_who(person, names) for person in data["people"]]
    for row in data["table"]:
        wish = {"id": row["criterion"], **row}
        lines.append([words(f"\n{_wish(wish)}", bold=True)])
        plain: list[Line] = []
        for cell in row["cells"]:
            line = _verdict(cell, {}, names, (called[str(cell["candidate_id"])], wish))
            passage = names.without_own(str(cell.get("quote") or ""), cell)
            if passage and flat(passage) not in answer:
                proof = names.without_own(str(cell.get("proof") or ""), cell)
                lines.append([*line, words("  "), *quote(passage, proof=proof)])
            else:
                plain.append(line)
        lines += [_beside(plain)] if plain else []
    reasons = [line for order in data.get("order", ()) if (line := _order(order, called))]
    lines += [[words("\n"), *reasons[0]], *reasons[1:]] if reasons else []
    return [[block] for block in spread(lines)]


def shortlist_cards(data: Row, names: Names) -> Cards:
    """Return who is on the shortlist."""
    people = data["shortlist"]
    lines: list[Line] = [[words("Shortlist" if people else "Your shortlist is empty.", bold=True)]]
    lines += [[words(f"•  {' — '.join(_named(person, names))}")] for person in people]
    return [[block] for block in spread(lines)]


def wish_words(criterion: Row) -> str:
    """Return a criterion, as events carry it, in a few words."""
    known = {f: criterion[f] for f in Criterion.__struct_fields__ if f in criterion}
    return _short(phrase(msgspec.convert(known, Criterion)), 150)


def _card(row: Row, wishes: Wishes, names: Names) -> list[Block]:
    """Return who it is and every verdict; the more verdicts there are, the shorter their quotes."""
    for most in _QUOTES:
        blocks = spread(_card_lines(row, wishes, names, most))
        if len(blocks) == 1:
            break
    rest = [note(_REST)] if len(blocks) > _CARD_BLOCKS else []
    return [*blocks[:_CARD_BLOCKS], *rest]


def _card_lines(row: Row, wishes: Wishes, names: Names, most: int) -> list[Line]:
    lines = [_who(row, names)]
    lines += [[words(f"!  {_short(names.without(str(w)), 300)}")] for w in row.get("warnings", ())]
    plain: list[Line] = []
    for verdict in row["verdicts"]:
        line = _verdict(verdict, wishes, names)
        if verdict.get("quote"):
            passage = names.without_own(str(verdict["quote"]), row)
            proof = names.without_own(str(verdict.get("proof") or ""), row)
            lines.append([*line, words("  "), *quote(passage, most, proof)])
        else:
            plain.append(line)
    return [*lines, _beside(plain)] if plain else lines


def _beside(lines: list[Line]) -> Line:
    """Return short lines as one."""
    joined = list(lines[0])
    for line in lines[1:]:
        joined += [words("    "), *line]
    return joined


def _who(row: Row, names: Names) -> Line:
    years = row.get("years_experience")
    about = [
        _short(names.without(str(row.get("headline") or "")), 200),
        _short(names.without(str(row.get("location") or "")), 100),
        "" if years is None else f"{years:g} years",
        musts_met(row.get("musts")),
    ]
    told = " · ".join(part for part in about if part)
    called = words(f"{_rank(row, names)}{_called(row, names)}", bold=True)
    return [called, words(f"  {told}")] if told else [called]


def _rank(row: Row, names: Names) -> str:
    return f"{row['rank']}. " if row.get("rank") and not names.blind else ""


def _verdict(verdict: Row, wishes: Wishes, names: Names, of: tuple[str, Row] | None = None) -> Line:
    """Return mark, wish and what code read out; `of` is a person and the wish of a table's row."""
    criterion = of[1] if of else wishes.get(str(verdict["criterion"]))
    word = str(verdict["verdict"])
    if criterion and criterion.get("weight") == "avoid":
        word = _REVERSED.get(word, word)
    about = of[0] if of else _wish(criterion) if criterion else _unknown(verdict)
    note = f"  ({_short(names.without(str(verdict['note'])), 150)})" if verdict.get("note") else ""
    return [words(f"{MARKS[word]} {about}{note}")]


def _unknown(verdict: Row) -> str:
    """Return a wish that was not told, from its id: `skill:apache-spark` is "apache spark"."""
    said = str(verdict["criterion"])
    return _short(said.partition(":")[2].replace("-", " ") or said, 150)


def _wish(criterion: Row) -> str:
    said = wish_words(criterion)
    return f"not {said}" if criterion.get("weight") == "avoid" else said


def _order(order: Row, called: Mapping[str, str]) -> Line:
    above, below = called.get(str(order["above"])), called.get(str(order["below"]))
    because = "; ".join(_short(reason["text"], 200) for reason in order.get("because", ()))
    if not (above and below and because):
        return []
    return [words(f"{above} stands above {below}: ", bold=True), words(because)]


def _named(person: Row, names: Names) -> list[str]:
    called = _called(person, names)
    headline = _short(names.without(str(person.get("headline") or "")), 200)
    return [called] if not headline or headline in called else [called, headline]


def _buttons(row: Row, thread_id: str, *, why: bool) -> Block:
    rank = int(row.get("rank") or 0)
    candidate_id = str(row["candidate_id"])
    value = encode(Press(thread_id, candidate_id, rank))
    apart = f":{rank or candidate_id[:200]}"
    made = [
        button("Shortlist", f"{buttons.SHORTLIST}{apart}", value),
        button("Not a fit", f"{buttons.NOT_A_FIT}{apart}", value),
    ]
    return actions(*([button("Why?", f"{buttons.WHY}{apart}", value)] if why else []), *made)


def _called(row: Row, names: Names) -> str:
    return _short(names.of(row), 150)


def _short(text: object, most: int) -> str:
    return cut(flat(text), most)
