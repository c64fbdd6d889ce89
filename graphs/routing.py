"""Where a turn goes next: one pure function per diamond."""

from __future__ import annotations

from typing import Literal

from graphs.calls import pending
from graphs.state import State

Next = Literal[
    "search_candidates",
    "filter_candidates",
    "explain_match",
    "compare_candidates",
    "update_shortlist",
    "show_more",
    "undo",
    "start_over",
    "__end__",
]


def next_step(state: State) -> Next:
    """Return the tool whose call is to be answered next, or the end when none is pending."""
    call = pending(state["messages"])
    if call is None:
        return "__end__"
    name: Next = call["name"]  # type: ignore[assignment] # unknown tools are refused before
    return name
