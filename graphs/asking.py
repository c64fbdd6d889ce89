"""Asks the model for its next message, and the offline planner where the model is of no use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from langchain_core.messages import AIMessage, AnyMessage, ToolMessage
from langgraph.runtime import Runtime

from graphs.briefing import briefing, summary_of
from graphs.calls import is_call_fault, payloads
from graphs.checking import check
from graphs.deps import Deps, Limits
from graphs.explaining import word_each
from graphs.grounding import Grounding
from graphs.known import Known
from graphs.releasing import Releasing
from graphs.sentences import Sentences
from graphs.speaking import ModelFault, Said, cut_short, listen
from tools.desk import Desk

TOO_LONG = (
    "This took more steps than I allow myself for one message, so I stopped here: "
    "what was found so far is shown, and a smaller question will get further."
)
NOTHING_LEFT = (
    "I left out what the résumés do not show; what is shown on screen, with its quotes, stands."
)
NOTHING_SAID = "I have no answer to that; tell me whom you are looking for."

OFFLINE = "offline"
"""Marks the messages that the offline planner made in the place of a model."""
_FRUITLESS = 3
"""Messages in a row without a call that can be carried out, after which a model is given up."""

Reason = dict[str, str]


class Asked(NamedTuple):
    """What was said, where it was released to, and whether the offline planner said it."""

    said: Said
    releasing: Releasing
    offline: bool = False


async def ask(
    desk: Desk,
    history: list[AnyMessage],
    turn: list[AnyMessage],
    runtime: Runtime[Deps],
    earlier: str = "",
) -> Asked:
    """Return the next message of the turn, its prose released sentence by sentence.

    Once a turn has turned to the offline planner it stays with it. What was released before the
    model failed stands, and is not said again. Raises ModelFault where there is no such planner.
    """
    deps, write = runtime.context, runtime.stream_writer
    asking = await _Asking.open(desk, history, turn, deps, write)
    asking.earlier = earlier
    if is_offline(turn):
        return Asked(await asking.offline(), asking.releasing, True)
    reason = _spent(turn, deps.limits)
    if reason is None:
        said, reason = await asking.side_by_side() or await asking.model()
        if reason is None:
            return Asked(said, asking.releasing)
    write(("degraded", reason))
    if deps.fallback is None:
        asking.releasing.add(TOO_LONG)
        return Asked(Said(), asking.releasing, True)
    return Asked(await asking.offline(), asking.releasing, True)


def is_offline(turn: Sequence[AnyMessage]) -> bool:
    """Return whether the offline planner has taken over in this turn."""
    return any(m.additional_kwargs.get(OFFLINE) for m in turn if isinstance(m, AIMessage))


class _Asking:
    """One question to a model: what it is given, what it may say, and where that goes."""

    def __init__(
        self,
        summary: dict[str, Any],
        history: list[AnyMessage],
        turn: list[AnyMessage],
        deps: Deps,
        write: Callable[[Any], None],
        releasing: Releasing,
    ) -> None:
        human = turn[0]
        self._summary, self._history, self._turn = summary, history, turn
        self._deps, self._write, self.releasing = deps, write, releasing
        self.earlier = ""
        self._found = payloads(turn)
        self._sentences: list[str] = []
        self._gone: list[dict[str, Any]] = []
        self._known = Known(self._found, str(human.text), {**summary, **human.additional_kwargs})

    @classmethod
    async def open(
        cls,
        desk: Desk,
        history: list[AnyMessage],
        turn: list[AnyMessage],
        deps: Deps,
        write: Callable[[Any], None],
    ) -> _Asking:
        releasing = await Releasing.open(desk, turn, write, blind=deps.blind)
        return cls(summary_of(desk, deps), history, turn, deps, write, releasing)

    async def side_by_side(self) -> tuple[Said, None] | None:
        """Word the explanations of several people at once, where that is all there is to say."""
        writing, people = self._deps.writing, explained(self._found)
        if writing is None or len(people) < 2:
            return None
        question = str(self._turn[0].text)
        for worded in await word_each(writing, people, question, self.releasing.add):
            self._write(("measured", measures(worded.said, writing.model_name, writing.prompt)))
            if worded.removed:
                self._write(("grounding", {"removed": list(worded.removed)}))
            if worded.reason is not None:
                self._write(("degraded", worded.reason))
            self._sentences += worded.sentences
            self._gone += worded.removed
        await self._self_check()
        return Said(), None

    async def model(self) -> tuple[Said, Reason | None]:
        """Return what the model said, or why the offline planner must take over."""
        grounding = Grounding(self._known)
        try:
            said = await self._heard(grounding)
        except ModelFault as fault:
            self._removed(grounding)
            if self._deps.fallback is None:
                raise
            return Said(), fault.reason
        self._removed(grounding)
        if said.calls or said.faulty:
            return said, None
        if self._deps.fallback is not None:
            reason = self._useless(said, grounding)
            if reason is not None:
                return said, reason
        for sentence in said.held:
            self.releasing.add(sentence)
        if not self.releasing.text.strip():
            self.releasing.add(NOTHING_LEFT if grounding.removed else NOTHING_SAID)
        self._sentences, self._gone = [self.releasing.text], grounding.removed
        await self._self_check()
        return said, None

    async def offline(self) -> Said:
        """Plan by code; or word what was found, leaving out what was released already."""
        assert self._deps.fallback is not None
        sober = _without_faults(self._turn)
        messages = briefing(self._summary, self._history, sober, self._deps, whole=True)
        grounding = Grounding(self._known)
        said = await listen(self._deps.fallback, messages, grounding, None, self._deps.bounds)
        self._removed(grounding)
        if said.calls:
            return said
        before = self.releasing.text
        if before and not before.endswith("\n\n"):
            self.releasing.add("\n\n")
        for sentence in said.held:
            if not sentence.strip() or sentence.strip() not in before:
                self.releasing.add(sentence)
        if not self.releasing.text.strip():
            self.releasing.add(NOTHING_LEFT if self._found else NOTHING_SAID)
        return said

    async def _heard(self, grounding: Grounding) -> Said:
        """Listen to the model; without the history a second time when all was too long for it."""
        deps, history = self._deps, self._history
        release = self.releasing.add if self._found else None
        while True:
            messages = briefing(self._summary, history, self._turn, deps, earlier=self.earlier)
            try:
                said = await listen(deps.model, messages, grounding, release, self._deps.bounds)
            except ModelFault as fault:
                if fault.code != "too_long" or not history or self.releasing.text:
                    raise
                history = []
                continue
            if said.estimated and deps.model_name == OFFLINE:
                said = msgspec.structs.replace(said, input_tokens=0, output_tokens=0)
            self._write(("measured", measures(said, deps.model_name, deps.prompt)))
            return said

    async def _self_check(self) -> None:
        """Ask the model whether what was said of people follows from their quotes, if wanted."""
        writing, people = self._deps.writing, explained(self._found)
        if writing is None or writing.check is None or not people:
            return
        sentences = _cut("".join(self._sentences))
        checked = await check(writing, people, sentences, self._gone)
        if checked is not None:
            told = [
                s | {"sentence": self.releasing.named(s["sentence"])} for s in checked.sentences
            ]
            data = {"agreement": checked.agreement, "sentences": told}
            self._write(("self_check", data))
            self._write(("measured", measures(checked.said, writing.model_name, writing.check)))

    def _useless(self, said: Said, grounding: Grounding) -> Reason | None:
        """Return why an answer cannot stand: empty, not at its end, or without support."""
        claimed = "The language model said what no résumé shows."
        if said.cut:
            return cut_short(self._deps.bounds)
        if not self._found and grounding.removed:
            return {"code": "unsupported", "message": claimed}
        if (self.releasing.text + "".join(said.held)).strip():
            return None
        if grounding.removed:
            return {"code": "unsupported", "message": claimed}
        return {"code": "empty", "message": "The language model gave no answer."}

    def _removed(self, grounding: Grounding) -> None:
        if grounding.removed:
            self._write(("grounding", {"removed": grounding.removed}))


def explained(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the people whom the turn explains, if it does nothing else."""
    if any(payload.get("tool") != "explain_match" for payload in found):
        return []
    return [person for payload in found for person in payload.get("people", ())]


def measures(said: Said, model: str, prompt: Any) -> dict[str, Any]:
    """Return what a message of a model cost; the offline planner costs no tokens."""
    return {
        "ms": said.ms,
        "input": said.input_tokens,
        "output": said.output_tokens,
        "estimated": said.estimated and said.input_tokens > 0,
        "model": model,
        "prompts": {prompt.name: prompt.digest},
    }


def _spent(turn: Sequence[AnyMessage], limits: Limits) -> Reason | None:
    """Return why a turn may not ask the model again: its steps or its tokens are used up."""
    said = [message for message in turn if isinstance(message, AIMessage)]
    tokens = sum(m.usage_metadata["total_tokens"] for m in said if m.usage_metadata)
    if tokens >= limits.turn_tokens:
        text = f"This message used up its {limits.turn_tokens:,} tokens (MATCHER_TURN_TOKENS)."
        return {"code": "budget_spent", "message": text}
    if len(said) >= limits.model_calls or _fruitless(turn):
        text = "The language model kept calling tools and gave no answer."
        return {"code": "too_many_steps", "message": text}
    return None


def _fruitless(turn: Sequence[AnyMessage]) -> bool:
    """Return whether the last messages of the model held no call that could be carried out."""
    rounds = 0
    for message in reversed(turn):
        if isinstance(message, AIMessage):
            rounds += 1
        elif not is_call_fault(message):
            return False
        if rounds == _FRUITLESS:
            return True
    return False


def _without_faults(turn: Sequence[AnyMessage]) -> list[AnyMessage]:
    """Return the turn as if the calls that could not be carried out had never been made."""
    kept = [m for m in turn if isinstance(m, ToolMessage) and not is_call_fault(m)]
    if not kept:
        return list(turn[:1])
    ids = {message.tool_call_id for message in kept}
    made = [c for m in turn if isinstance(m, AIMessage) for c in m.tool_calls if c["id"] in ids]
    return [turn[0], AIMessage("", tool_calls=made), *kept]


def _cut(text: str) -> list[str]:
    sentences = Sentences()
    return [*sentences.feed(text), *sentences.finish()]
