"""No message a model is ever given holds the identity of anybody, however they are spoken of."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.adversaries.conftest import TODAY, Talk
from tests.conftest import HashEmbedder
from tools.candidates import Candidate
from tools.index.local import LocalIndex
from tools.ingest.pipeline import Ingest

SAMPLE = Path(__file__).parents[2] / "tools" / "sample" / "people"
FILES = ("nurses", "data-scientists", "legal")


def secrets_of(person: Candidate, texts: str) -> list[str]:
    """Return what may not be said of a person: names, and the ways to reach them."""
    identity = person.identity
    parts = identity.name.split()
    names = [identity.name, f"{parts[0]} {parts[-1]}"] if len(parts) > 1 else []
    # A surname that a résumé has as a word of its own, such as an employer's, is no secret.
    names += [p for p in parts if len(p) > 3 and not re.search(rf"\b{re.escape(p)}\b", texts, re.I)]
    reach = [*identity.emails, *identity.phones, *identity.links, identity.address]
    return [secret for secret in (*names, *reach) if len(secret) > 3]


def _calls(message: Any) -> list[Any]:
    return [call["args"] for call in getattr(message, "tool_calls", [])]


def test_a_long_conversation_tells_a_model_nobodys_identity(
    talk: Talk, scripted: Callable[..., Any], tmp_path: Path
) -> None:
    index = LocalIndex(tmp_path / "index", HashEmbedder())
    Ingest(index, "local", today=TODAY).run([SAMPLE / f"{name}.jsonl" for name in FILES])
    people = index.get("local", list(index.content_hashes("local")))
    assert len(people) == 30
    texts = "\n".join(person.text for person in people.values())
    says: list[str] = []
    replies: list[Any] = []
    for number, trade in enumerate(("Registered Nurse", "Data Scientist", "Lawyer")):
        wishes = [{"kind": "title", "value": trade, "weight": "nice"}]
        pool = [p for p in people.values() if p.identity.name][number * 9 : number * 9 + 9]
        one, two, three = (p.identity.name for p in pool[:3])
        says += [
            f"find {trade}s",
            f"why is {one} a good match?",
            f"compare {one} and {two.split()[0]} {two.split()[-1]}",
            f"Is {three.upper()} there, or {pool[3].identity.name.lower()}?",
            "show more",
            f"shortlist {pool[4].identity.name}, then tell me about {pool[5].identity.name}'s gaps",
            "undo",
        ]
        replies += [
            [("search_candidates", {"criteria": wishes})],
            "I found people: ⟨#1⟩ leads.",
            [("explain_match", {"people": ["1", "2", "3", "4", "5", "6", "7", "8"]})],
            "⟨#1⟩ fits. ⟨#2⟩ too.",
            [("compare_candidates", {"people": ["1", "2", "3"]})],
            "Both fit.",
            "I do not know.",
            [("show_more", {})],
            "Here are more.",
            [("update_shortlist", {"add": ["1", "2"]})],
            "Kept.",
            [("undo", {})],
            "Undone.",
        ]
    model = scripted(*replies)
    turns = talk(model, index, says)
    assert len(turns) == 21
    heard = "\n".join(f"{m.content} {m.additional_kwargs}" for said in model.heard for m in said)
    heard += json.dumps([c for said in model.heard for m in said for c in _calls(m)])
    heard = heard.casefold()
    leaked = [
        secret
        for person in people.values()
        for secret in secrets_of(person, texts)
        if re.search(rf"(?<!\w){re.escape(secret.casefold())}(?!\w)", heard)
    ]
    index.close()
    assert leaked == []
