"""The recruiter's assistant as a graph: edges and nothing else."""

from __future__ import annotations

from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from graphs import nodes
from graphs.deps import Deps
from graphs.routing import next_step
from graphs.state import State


def build(checkpointer: BaseCheckpointSaver[Any] | None = None) -> CompiledStateGraph[Any, Any]:
    """Return the compiled graph; without a checkpointer it keeps nothing between turns."""
    graph = StateGraph(State, context_schema=Deps)
    graph.add_node(nodes.assistant)
    graph.add_edge(START, "assistant")
    graph.add_conditional_edges("assistant", next_step)
    for tool in nodes.TOOL_NODES:
        graph.add_node(tool)
        graph.add_edge(tool.__name__, "assistant")
    return graph.compile(checkpointer=checkpointer)


def diagram() -> str:
    """Return the graph as Mermaid, drawn from the edges themselves."""
    return build().get_graph().draw_mermaid()
