"""Words what a résumé does not show, and asks where a plain no would deny a wish it does show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.offline.wording.phrases import Public, label, listing
from tools.vocabulary.skills import canonical_skill, find_skills

_OPEN = ("unclear", "missing")


def unshown(verdicts: Sequence[Public], lead: str, joint: str = "and", most: int = 0) -> list[str]:
    """Return sentences about the open wishes, `lead` with those that can be denied outright.

    "Not shown: 8+ years with C++" would deny C++ of somebody who shows it and lacks the years:
    such a wish is asked about. `most` bounds how many are named, 0 names all.
    """
    shown = [v for v in verdicts if v["verdict"] == "met" and v["weight"] != "avoid"]
    lacking = [v for v in verdicts if v["verdict"] in _OPEN and v["weight"] != "avoid"]
    lacking = lacking[:most] if most else lacking
    asked = [v for v in lacking if any(_holds(label(v), str(met["value"])) for met in shown)]
    denied = [lacked(v) for v in lacking if v not in asked]
    said = [f"{lead}{listing(denied, joint)}."] if denied else []
    return [*said, f"Ask about {listing([label(v) for v in asked])}."] if asked else said


def lacked(verdict: Public) -> str:
    """Return a wish as what a résumé may lack: "Texas" is lived in, and not shown."""
    words = label(verdict)
    lived = words.startswith(("in ", "within ")) and verdict["kind"] == "location"
    return f"living {words}" if lived else words


def _holds(words: str, value: str) -> bool:
    """Return whether a wish names another one within its words: "8+ years with C++" and C++."""
    if value.replace(".", "").isdigit():
        return False
    if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", words, re.IGNORECASE):
        return True
    skill = canonical_skill(value)
    return skill is not None and skill in {mention.name for mention in find_skills(words)}
