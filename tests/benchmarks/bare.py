"""The bare LangGraph loop ours is compared with: zero-time model, one tool, SQLite saver, SSE.

Run as a server: `python -m tests.benchmarks.bare --port 8100 --data-dir DIR`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, ToolMessage
from langchain_core.messages.tool import ToolCallChunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from langgraph.graph import END, START, MessagesState, StateGraph
from pydantic import BaseModel

ANSWER = tuple(f"word{i} " for i in range(60))
FOUND = json.dumps([{"rank": i, "id": f"p-{i}", "quote": "x" * 140} for i in range(10)])


class ZeroTimeModel(BaseChatModel):
    """Calls the one tool, then answers in sixty tokens, without thinking."""

    @property
    def _llm_type(self) -> str:
        return "zero-time"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        chunks = list(self._stream(messages))
        text = "".join(str(c.message.content) for c in chunks)
        calls = [call for c in chunks for call in c.message.tool_calls]  # type: ignore[attr-defined]
        message = AIMessage(content=text, tool_calls=calls)
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self, messages: list[BaseMessage], *_: Any, **__: Any
    ) -> Iterator[ChatGenerationChunk]:
        if isinstance(messages[-1], ToolMessage):
            for word in ANSWER:
                yield ChatGenerationChunk(message=AIMessageChunk(content=word))
            return
        call = ToolCallChunk(
            name="search", args="{}", id=f"c{len(messages)}", index=0, type="tool_call_chunk"
        )
        yield ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=[call]))


def build() -> StateGraph[Any]:
    """Return the graph: assistant, one tool, assistant."""
    model = ZeroTimeModel()

    async def assistant(state: MessagesState) -> dict[str, Any]:
        return {"messages": [await model.ainvoke(state["messages"])]}

    def search(state: MessagesState) -> dict[str, Any]:
        calls = state["messages"][-1].tool_calls  # type: ignore[union-attr]
        return {"messages": [ToolMessage(FOUND, tool_call_id=c["id"]) for c in calls]}

    graph = StateGraph(MessagesState)
    graph.add_node("assistant", assistant)
    graph.add_node("search", search)
    graph.add_edge(START, "assistant")
    graph.add_conditional_edges(
        "assistant", lambda s: "search" if s["messages"][-1].tool_calls else END, ["search", END]
    )
    graph.add_edge("search", "assistant")
    return graph


class Message(BaseModel):
    """The body of a turn."""

    thread_id: str
    message: str


def create_app(database: Path) -> FastAPI:
    """Return the service: POST /chat streams a turn, GET /health answers."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncSqliteSaver.from_conn_string(str(database)) as saver:
            app.state.graph = build().compile(checkpointer=saver)
            yield

    app = FastAPI(lifespan=lifespan)

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/chat")
    async def chat(body: Message) -> StreamingResponse:
        async def events() -> AsyncIterator[str]:
            config = {"configurable": {"thread_id": body.thread_id}}
            asked = {"messages": [("user", body.message)]}
            async for chunk, _ in app.state.graph.astream(asked, config, stream_mode="messages"):
                if isinstance(chunk, AIMessageChunk) and chunk.content:
                    yield f"event: token\ndata: {json.dumps({'text': chunk.content})}\n\n"
            yield "event: turn_finished\ndata: {}\n\n"

        return StreamingResponse(events(), media_type="text/event-stream")

    return app


def main() -> None:
    """Serve the bare loop on loopback."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data-dir", type=Path, required=True)
    options = parser.parse_args()
    app = create_app(options.data_dir / "checkpoints.db")
    uvicorn.run(app, host="127.0.0.1", port=options.port, log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
