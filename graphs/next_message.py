"""Asks the model for its next message, and the offline planner where the model is of no use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from langchain_core.messages import AnyMessage
from langgraph.runtime import Runtime

from graphs.briefing import briefing, summary_of
from graphs.calls import payloads
from graphs.checking import check
from graphs.deps import Deps
from graphs.explaining import word_each
from graphs.grounding import Grounding, of_no_use, unsaid
from graphs.model_stream import ModelFault, Said, cut_short, listen
from graphs.progress import OFFLINE, Reason, explained, is_offline, spent, without_faults
from graphs.releasing import Releasing
from graphs.sentences import Sentences
from graphs.turn_evidence import Known
from tools.desk import Desk

TOO_LONG = (
    "This took more steps than I allow myself for one message, so I stopped here: "
    "what was found so far is shown, and a smaller question will get further."
)
NOTHING_LEFT = (
    "I left out what the résumés do not show; what is shown on screen, with its quotes, stands."
)
NOTHING_SAID = "I have no answer to that; tell me whom you are looking for."


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
    reason = spent(turn, deps.limits)
    if reason is None:
        said, reason = await asking.side_by_side() or await asking.model()
        if reason is None:
            return Asked(said, asking.releasing)
    write(("degraded", reason))
    if deps.fallback is None:
        asking.releasing.add(TOO_LONG)
        return Asked(Said(), asking.releasing, True)
    return Asked(await asking.offline(), asking.releasing, True)


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
        sober = without_faults(self._turn)
        messages = briefing(self._summary, self._history, sober, self._deps, whole=True)
        grounding = Grounding(self._known)
        said = await listen(self._deps.fallback, messages, grounding, None, self._deps.bounds)
        self._removed(grounding)
        if said.calls:
            return said
        before = self.releasing.text
        if before and not before.endswith("\n\n"):
            self.releasing.add("\n\n")
        for sentence in unsaid(said.held, before):
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
        if said.cut:
            return cut_short(self._deps.bounds)
        answered = (self.releasing.text + "".join(said.held)).strip()
        if answered and (self._found or not grounding.removed):
            return None
        return of_no_use(grounding)

    def _removed(self, grounding: Grounding) -> None:
        if grounding.removed:
            self._write(("grounding", {"removed": grounding.removed}))


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


def _cut(text: str) -> list[str]:
    sentences = Sentences()
    return [*sentences.feed(text), *sentences.finish()]
