"""A match explained in the model's words, whole or as events, for doors without a conversation."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import msgspec

from agent.events import Event
from agent.offline.wording.phrases import sentence
from agent.turnlog import TurnLog
from graphs.checking import check
from graphs.deps import Writing
from graphs.explaining import Worded, word_each
from graphs.model_stream import Said
from tools.asides import asides
from tools.elsewhere import in_words
from tools.evidence_pack import pack
from tools.explain import explanation_event
from tools.index.base import CandidateIndex
from tools.match import Match, evidence
from tools.people import names_of, unmask
from tools.presenting import public

MOST_WORDED = 10
"""People of a match whose explanations a model words; the others keep what code says."""
_NOT_SEARCHED = "I do not look at {}; everything else is matched.\n\n"


class Matching:
    """Words one match; with no `writing` the explanations are those of code."""

    def __init__(
        self, writing: Writing | None, index: CandidateIndex, tenant: str, found: Match
    ) -> None:
        self._writing, self._index, self._tenant, self._found = writing, index, tenant, found
        self._pool = [row.candidate_id for row, _ in found.people]

    async def wordings(self, tell: Callable[[str], None] = lambda _: None) -> list[dict[str, Any]]:
        """Return one wording a person, best first, while `tell` is given the prose as it comes.

        Each is {text, removed, reason, model, ms, tokens} and, if wanted, self_check; the list is
        empty without a model.
        """
        if self._writing is None:
            return []
        names = await asyncio.to_thread(names_of, self._index, self._tenant, self._pool)
        people = await asyncio.to_thread(evidence, self._index, self._tenant, self._found)
        people = people[:MOST_WORDED]

        def named(text: str) -> str:
            return unmask(text, self._pool, names)

        worded = await word_each(self._writing, people, "", lambda text: tell(named(text)))
        checks = await asyncio.gather(
            *(
                check(self._writing, [person], each.sentences, each.removed)
                for person, each in zip(people, worded, strict=True)
            )
        )
        return [
            _public(each, self._writing.model_name, named)
            | ({"self_check": judged.public()} if judged else {})
            for each, judged in zip(worded, checks, strict=True)
        ]

    async def events(self) -> AsyncIterator[Event]:
        """Yield what a conversation would tell of this match, the prose as it is written."""
        log = TurnLog()
        task = asyncio.create_task(self._run(log))
        try:
            async for event in log.follow():
                yield event
            await task
        finally:
            task.cancel()

    async def _run(self, log: TurnLog) -> None:
        started = time.perf_counter()
        found, said = self._found, list[str]()

        def tell(text: str) -> None:
            said.append(text)
            log.put("token", {"text": text})

        try:
            wishes = public(found.criteria)
            weighs = list(asides(found.criteria))
            told = {"criteria": wishes, "added": wishes, "removed": [], "weighs": weighs}
            log.put("criteria", told)
            if found.protected:
                tell(_NOT_SEARCHED.format(", ".join(found.protected)))
            shown = [row.public() for row, _ in found.people]
            log.put("candidates", {"total": found.total, "offset": 0, "shown": shown})
            if found.elsewhere:
                tell(f"{sentence(in_words(found.elsewhere, found.criteria))}.\n\n")
            for _, why in found.people:
                log.put("explanation", explanation_event(why)[1])
            wordings = await self.wordings(tell)
            removed = [r for wording in wordings for r in wording["removed"]]
            if removed:
                log.put("grounding", {"removed": removed})
            ms = (time.perf_counter() - started) * 1000
            log.put("turn_finished", self._finished("".join(said), wordings, ms))
        finally:
            log.end()

    def _finished(
        self, answer: str, wordings: Sequence[dict[str, Any]], ms: float
    ) -> dict[str, Any]:
        reasons = [wording["reason"] for wording in wordings if wording["reason"]]
        tokens = {
            key: sum(wording["tokens"][key] for wording in wordings) for key in ("input", "output")
        }
        prompt = self._writing.prompt if self._writing else None
        data = {
            "turn_id": "",
            "answer": answer.strip(),
            "ms": round(ms, 1),
            "retrieval_ms": 0.0,
            "model_ms": max((wording["ms"] for wording in wordings), default=0.0),
            "model": self._writing.model_name if self._writing else "offline",
            "model_calls": len(wordings),
            "tokens": tokens,
            "prompts": {prompt.name: prompt.digest} if prompt else {},
            "degraded": bool(reasons),
        }
        return data | ({"reason": reasons[0]} if reasons else {})


def results_of(found: Match, wordings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return people best first, each explained; `wording` is the model's, where there is one."""
    results = []
    for at, (row, why) in enumerate(found.people):
        explanation = msgspec.to_builtins(why) | {"budget": pack(why.verdicts).budget()}
        if at < len(wordings):
            explanation["wording"] = wordings[at]
        above = found.above_next[at] if at < len(found.above_next) else []
        results.append({**row.public(), "explanation": explanation, "above_next": above})
    return results


def _public(worded: Worded, model: str, named: Callable[[str], str]) -> dict[str, Any]:
    said: Said = worded.said
    removed = [{**r, "sentence": named(str(r["sentence"]))} for r in worded.removed]
    return {
        "text": named(worded.text),
        "removed": removed,
        "reason": worded.reason,
        "model": model,
        "ms": round(said.ms, 1),
        "tokens": {"input": said.input_tokens, "output": said.output_tokens},
    }
