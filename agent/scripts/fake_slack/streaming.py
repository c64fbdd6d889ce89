"""chat.startStream, appendStream, stopStream: a message that grows, and the order it asks for."""

from __future__ import annotations

from typing import Any

from agent.scripts.fake_slack.blockkit import check_blocks
from agent.scripts.fake_slack.refusing import Refused
from agent.scripts.fake_slack.schema import Faults, by_type, each, one_of, shape, string
from agent.scripts.fake_slack.state import Message, Workspace

Args = dict[str, Any]

MOST_MARKDOWN = 12_000
MOST_STREAMED = 10_600
"""UTF-8 bytes a streamed message holds once it has text: nowhere documented, but measured by
others (openclaw/openclaw pull 143882: between 10,600 and 11,300; details and output count twice).
"""
_STATUS = one_of("pending", "in_progress", "complete", "error")


_CHUNKS = by_type(
    {
        "markdown_text": shape({"text": string(MOST_MARKDOWN)}),
        "task_update": shape(
            {"id": string(255), "title": string(256), "status": _STATUS},
            details=string(256),
            output=string(256),
            sources=each(10, lambda *_: None),
        ),
    }
)


def start(workspace: Workspace, args: Args) -> Args:
    """chat.startStream: recipients are required outside direct messages."""
    channel = workspace.channel(args.get("channel"))
    team, user = str(args.get("recipient_team_id", "")), str(args.get("recipient_user_id", ""))
    if not channel.direct:
        if not team:
            raise Refused("missing_recipient_team_id")
        if not user:
            raise Refused("missing_recipient_user_id")
    if not args.get("thread_ts"):
        raise Refused("invalid_arguments", ["missing required field: thread_ts"])
    message = Message(
        channel.id,
        workspace.new_ts(),
        str(args["thread_ts"]),
        streaming=True,
        streamed=True,
        recipient=(team, user),
    )
    _grow(message, args)
    workspace.keep(message)
    return {"channel": channel.id, "ts": message.ts}


def append(workspace: Workspace, args: Args) -> Args:
    """chat.appendStream: between a start and a stop alone."""
    message = _streaming(workspace, args)
    if not args.get("markdown_text") and not args.get("chunks"):
        raise Refused("no_text")
    _grow(message, args)
    return {"channel": message.channel, "ts": message.ts}


def stop(workspace: Workspace, args: Args) -> Args:
    """chat.stopStream: the last words, and blocks below them."""
    message = _streaming(workspace, args)
    blocks = args.get("blocks")
    if blocks is not None:
        check_blocks(blocks)
    _grow(message, args)
    message.blocks += blocks or []
    message.streaming = False
    return {"channel": message.channel, "ts": message.ts, "message": message.public()}


def _streaming(workspace: Workspace, args: Args) -> Message:
    message = workspace.message(args.get("channel"), args.get("ts"))
    if not message.streaming:
        raise Refused("message_not_in_streaming_state")
    return message


def _grow(message: Message, args: Args) -> None:
    chunks = list(args.get("chunks") or ())
    if args.get("markdown_text"):
        chunks.insert(0, {"type": "markdown_text", "text": args["markdown_text"]})
    faults = Faults()
    each(1000, _CHUNKS, least=0)(faults, "/chunks", chunks)
    if faults.messages:
        long = any("must be less than" in m and "/text" in m for m in faults.messages)
        raise Refused("msg_too_long" if long else "invalid_chunks", faults.messages)
    markdown = message.markdown + "".join(c["text"] for c in chunks if c["type"] == "markdown_text")
    tasks = dict(message.tasks)
    for chunk in chunks:
        if chunk["type"] == "task_update":
            tasks[chunk["id"]] = tasks.get(chunk["id"], {}) | chunk
    if markdown and _weight(markdown, tasks) > MOST_STREAMED:
        raise Refused("msg_too_long")
    message.markdown, message.tasks = markdown, tasks


def _weight(markdown: str, tasks: dict[str, Args]) -> int:
    titles = sum(len(str(t["title"]).encode()) for t in tasks.values())
    more = sum(
        len(str(t.get(k, "")).encode()) for t in tasks.values() for k in ("details", "output")
    )
    return len(markdown.encode()) + titles + 2 * more
