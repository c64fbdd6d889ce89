"""The tools as LangChain sees them: one StructuredTool each, with the desk put in by code."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

import msgspec
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import StructuredTool
from pydantic import ValidationError

from tools import compare, explain, history, more, search, shortlist
from tools import filter as filtering
from tools.arguments import (
    Arguments,
    CompareArguments,
    ExplainArguments,
    FilterArguments,
    MoreArguments,
    SearchArguments,
    ShortlistArguments,
    StartOverArguments,
    UndoArguments,
)
from tools.desk import Desk, Outcome, ToolError
from tools.input_errors import fault_in_words

Body = Callable[[Desk, Any], Outcome]

_TYPES = ("str", "int", "float", "constrained-str", "constrained-int", "constrained-float")
_OTHER_TYPE = ("_type", "_parsing")
"""Ends of the faults of a value that is none of its types; that it breaks a bound says more."""
DESK = "desk"
"""The key of `config["configurable"]` under which a call finds the desk it works on."""

_TOOLS: dict[str, tuple[Body, type[Arguments], str]] = {
    search.NAME: (
        search.search_candidates,
        SearchArguments,
        "Start a new search over all candidates. Use it for a new need, another occupation or a "
        "pasted job description; what was asked before is replaced.",
    ),
    filtering.NAME: (
        filtering.filter_candidates,
        FilterArguments,
        "Change the current wishes (add, remove, reweigh) and rank everybody again; leave people "
        "out of the list who miss a must (only) or are not wanted (hide); or, with among=shown, "
        "ask which of the people on screen satisfy a wish without changing the list; with "
        "among=ranked, count them over the whole list; with among=index, over everybody.",
    ),
    explain.NAME: (
        explain.explain_match,
        ExplainArguments,
        "Explain why people fit or what is missing, wish by wish with quotes, gaps and questions "
        "for the interview; or, with about, tell their education, languages, certifications, "
        "positions or location in quotes, or with about deeds what they did: 'what did #1 sell?'.",
    ),
    compare.NAME: (
        compare.compare_candidates,
        CompareArguments,
        "Set two to five people side by side, wish by wish. It names no winner.",
    ),
    shortlist.NAME: (
        shortlist.update_shortlist,
        ShortlistArguments,
        "Put people on the recruiter's shortlist, take them off, or show it (no arguments); with "
        "export, offer it as a CSV file.",
    ),
    more.NAME: (
        more.show_more,
        MoreArguments,
        "Show the next people of the same ranking.",
    ),
    history.UNDO: (
        history.undo,
        UndoArguments,
        "Take back the last change, or redo it: the former wishes and list come back exactly.",
    ),
    history.START_OVER: (
        history.start_over,
        StartOverArguments,
        "Clear all wishes and the list; the shortlist stays.",
    ),
}

TOOL_NAMES: tuple[str, ...] = tuple(_TOOLS)


@cache
def toolbox() -> dict[str, StructuredTool]:
    """Return every tool by name; a call's config carries the desk under `configurable.desk`.

    A call answers (content, artifact): the payload as JSON and the Outcome. Bad arguments and
    ToolErrors become a readable error payload, never an exception.
    """
    return {name: _tool(name, *parts) for name, parts in _TOOLS.items()}


def failed(name: str, desk: Desk, error: ToolError) -> Outcome:
    """Return the outcome of a call that could not be carried out: the desk stays as it was."""
    payload = {"tool": name, "error": {"code": error.code, "message": error.message}}
    return Outcome(desk, payload, summary=error.message)


def readable(error: ValidationError) -> str:
    """Return one sentence that names each bad argument and what is wrong with it."""
    faults: dict[str, str] = {}
    for fault in error.errors(include_url=False, include_input=False):
        # A value of several types is refused as each of them; pydantic names the type last.
        name = ".".join(str(part) for part in fault["loc"] if part not in _TYPES) or "arguments"
        if name not in faults or not fault["type"].endswith(_OTHER_TYPE):
            faults[name] = fault_in_words(name, fault)
    sentence = "; ".join([*faults.values()][:3])
    return f"The arguments do not fit ({sentence}): mend them and call again."


def _tool(name: str, body: Body, schema: type[Arguments], description: str) -> StructuredTool:
    def run(config: RunnableConfig, **arguments: Any) -> tuple[str, Outcome]:
        desk = cast("Desk", config["configurable"][DESK])
        try:
            outcome = body(desk, schema(**arguments))
        except ToolError as error:
            outcome = failed(name, desk, error)
        return encode(outcome.payload), outcome

    def mend(error: ValidationError) -> str:
        fault = {"code": "invalid_arguments", "message": readable(error)}
        return encode({"tool": name, "error": fault})

    run.__doc__ = body.__doc__
    return StructuredTool.from_function(
        run,
        name=name,
        description=description,
        args_schema=schema,
        response_format="content_and_artifact",
        handle_validation_error=mend,
    )


def encode(payload: dict[str, Any]) -> str:
    """Return a payload as the JSON text a model reads."""
    return msgspec.json.encode(payload).decode()
