"""Leaves out of a request what a message wraps around it, which asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tools.request.mail.addresses import find_addresses
from tools.request.mail.heads import find_heads
from tools.request.mail.signatures import find_signatures
from tools.request.terms import Cover, Span


def without_mail(text: str, evened: str) -> str:
    """Return the `evened` text without greetings, addresses and signatures, at its old offsets.

    An address is looked for also in the `text` as it was typed: "jane_roe@example.com".
    """
    addresses = sorted({*find_addresses(text[: len(evened)]), *find_addresses(evened)})
    heads = find_heads(_blanked(evened, addresses))
    said = _blanked(evened, [*addresses, *heads])
    letter = bool(heads) and not said[: heads[0][0]].strip(" ,\n")
    return _blanked(said, find_signatures(said, Cover(len(said), addresses), letter=letter))


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """Return the text with commas for what stands in the spans, each line kept apart."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = ["\n" if char == "\n" else "," for char in chars[start:end]]
    return "".join(chars)
