"""Leaves out of a request what a message wraps around it, which asks for nothing."""

from __future__ import annotations

from tools.request.mail.addresses import find_addresses
from tools.request.mail.heads import find_heads
from tools.request.mail.signatures import find_signatures
from tools.request.surface import blank_in_lines
from tools.request.terms import Cover


def without_mail(text: str, evened: str) -> str:
    """Return the `evened` text without greetings, addresses and signatures, at its old offsets.

    An address is looked for also in the `text` as it was typed: "jane_roe@example.com".
    """
    addresses = sorted({*find_addresses(text[: len(evened)]), *find_addresses(evened)})
    heads = find_heads(blank_in_lines(evened, addresses))
    said = blank_in_lines(evened, [*addresses, *heads])
    letter = bool(heads) and not said[: heads[0][0]].strip(" ,\n")
    return blank_in_lines(said, find_signatures(said, Cover(len(said), addresses), letter=letter))
