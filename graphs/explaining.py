"""Words explanations from their evidence alone: one call a person, side by side, in their order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import msgspec
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, SystemMessage, ToolMessage

from graphs.deps import Writing
from graphs.grounding import Grounding, of_no_use, unsaid
from graphs.model_stream import ModelFault, Release, Said, cut_short, listen
from graphs.turn_evidence import Known
from tools.toolbox import encode

Person = dict[str, Any]
Reason = dict[str, str]

_TOOL = "explain_match"
_AT_ONCE = 10
"""Calls that run side by side."""


class Worded(msgspec.Struct, frozen=True):
    """One person's explanation in prose, people as placeholders.

    `removed` are the sentences the evidence does not carry; `reason` says why code worded it.
    """

    text: str
    sentences: Sequence[str] = ()
    removed: Sequence[dict[str, Any]] = ()
    reason: Reason | None = None
    said: Said = Said()


async def word_each(
    writing: Writing, people: Sequence[Person], question: str, release: Release
) -> list[Worded]:
    """Word all at once and release them one after the other; the first streams as it comes."""
    if len(people) == 1:
        return [await word(writing, people[0], question, release)]
    waiting: list[asyncio.Queue[str | None]] = [asyncio.Queue() for _ in people]
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(person: Person, queue: asyncio.Queue[str | None]) -> Worded:
        async with gate:
            try:
                return await word(writing, person, question, queue.put_nowait)
            finally:
                queue.put_nowait(None)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(p, q)) for p, q in zip(people, waiting, strict=True)]
        for at, (person, queue) in enumerate(zip(people, waiting, strict=True)):
            release(("\n\n" if at else "") + heading(person))
            while (sentence := await queue.get()) is not None:
                release(sentence)
    return [task.result() for task in tasks]


async def word(
    writing: Writing,
    person: Person,
    question: str,
    release: Release,
) -> Worded:
    """Word the evidence; code does it where the model fails or says nothing that stands."""
    known = Known([{"tool": _TOOL, "people": [person]}], question, {})
    grounding, shown = Grounding(known), _Shown(release)
    said, reason = Said(), None
    try:
        messages = _asked(writing, person, question)
        said = await listen(writing.model, messages, grounding, shown.add, writing.bounds)
        if said.cut:
            reason = cut_short(writing.bounds)
        elif not shown.text.strip():
            reason = of_no_use(grounding)
    except ModelFault as fault:
        reason = fault.reason
    if reason is not None:
        await _by_code(writing, person, question, known, shown)
    removed = tuple(grounding.removed)
    return Worded(shown.text.strip(), tuple(shown.sentences), removed, reason, said)


def heading(person: Person) -> str:
    """Return whom a paragraph is about, by code."""
    headline = str(person.get("headline") or "")
    return f"**{person['ref']}**{', ' if headline else ''}{headline}\n"


class _Shown:
    """Releases sentences and remembers them."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self.sentences: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.sentences)

    def add(self, sentence: str) -> None:
        self.sentences.append(sentence)
        self._release(sentence)


def _asked(writing: Writing, person: Person, question: str) -> list[AnyMessage]:
    evidence = {k: v for k, v in person.items() if k not in ("rank", "summary")}
    content = encode({"question": question, "evidence": evidence})
    return [SystemMessage(writing.prompt.text), HumanMessage(content)]


async def _by_code(
    writing: Writing, person: Person, question: str, known: Known, shown: _Shown
) -> None:
    """Word the same evidence by code, leaving out what was released already."""
    call = {"name": _TOOL, "args": {}, "id": "explain", "type": "tool_call"}
    content = encode({"tool": _TOOL, "people": [person]})
    messages: list[AnyMessage] = [
        SystemMessage("", additional_kwargs={"desk": {}}),
        HumanMessage(question),
        AIMessage("", tool_calls=[call]),
        ToolMessage(content, tool_call_id="explain", name=_TOOL),
    ]
    grounding, before = Grounding(known), shown.text
    said = await listen(writing.fallback, messages, grounding, None, writing.bounds)
    if before.strip():
        shown.add("\n\n")
    for sentence in unsaid(said.held, before):
        shown.add(sentence)
