"""Asks the model itself whether sentences follow from their evidence, beside the code's check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from langchain_core.messages import AnyMessage, HumanMessage, SystemMessage

from graphs.deps import Writing
from graphs.model_stream import ModelFault, Said, listen_freely
from tools.toolbox import encode

_VERDICT = re.compile(r"^\W*(\d{1,3})\W+(yes|no)\b", re.IGNORECASE | re.MULTILINE)
_MOST = 40
"""Sentences that are asked about at once."""


class Check(msgspec.Struct, frozen=True):
    """What the model says about sentences, beside what the code said.

    `sentences` are {sentence, code, model}: true where it follows from the evidence, and `model`
    is None where no answer was given. `agreement` is the share of the answered ones in which both
    say the same, or None.
    """

    sentences: Sequence[dict[str, Any]]
    agreement: float | None
    said: Said = Said()

    def public(self) -> dict[str, Any]:
        """Return the check as doors see it."""
        return {"agreement": self.agreement, "sentences": list(self.sentences)}


async def check(
    writing: Writing,
    people: Sequence[dict[str, Any]],
    kept: Sequence[str],
    removed: Sequence[dict[str, Any]],
) -> Check | None:
    """Return the model's own judgement of the sentences that were `kept` and `removed`.

    None when it is switched off, when there is nothing to judge, or when the model fails.
    """
    judged = [(s.strip(), True) for s in kept if s.strip()]
    judged += [(str(r["sentence"]), False) for r in removed]
    judged = judged[:_MOST]
    if writing.check is None or not judged:
        return None
    numbered = {str(n): sentence for n, (sentence, _) in enumerate(judged, 1)}
    content = encode({"evidence": list(people), "sentences": numbered})
    messages: list[AnyMessage] = [SystemMessage(writing.check.text), HumanMessage(content)]
    try:
        text, said = await listen_freely(writing.model, messages, writing.bounds)
    except ModelFault:
        return None
    answers = {int(n): word.casefold() == "yes" for n, word in _VERDICT.findall(text)}
    sentences = [
        {"sentence": sentence, "code": code, "model": answers.get(n)}
        for n, (sentence, code) in enumerate(judged, 1)
    ]
    answered = [s for s in sentences if s["model"] is not None]
    same = sum(s["code"] == s["model"] for s in answered)
    return Check(sentences, round(same / len(answered), 2) if answered else None, said)
