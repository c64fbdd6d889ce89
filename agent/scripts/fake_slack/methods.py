"""The further Web API methods, one function each: checked arguments in, Slack's answer out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from agent.scripts.fake_slack import streaming
from agent.scripts.fake_slack.blockkit import check_blocks, check_view
from agent.scripts.fake_slack.refusing import Refused
from agent.scripts.fake_slack.state import Message, Workspace

Args = dict[str, Any]
Method = Callable[[Workspace, Args], Args]

_MOST_TEXT = 40_000
_MOST_PROMPTS = 4


def _auth_test(workspace: Workspace, _: Args) -> Args:
    return {
        "url": "https://fake.slack.com/",
        "team": "Fake",
        "user": "matcher",
        "team_id": workspace.team,
        "user_id": "U0MATCHER",
        "bot_id": "B0MATCHER",
        "is_enterprise_install": False,
    }


def _post(workspace: Workspace, args: Args) -> Args:
    channel = workspace.channel(args.get("channel"))
    thread_ts = str(args["thread_ts"]) if args.get("thread_ts") else None
    message = Message(channel.id, workspace.new_ts(), thread_ts)
    _write(message, args)
    workspace.keep(message)
    return {"channel": channel.id, "ts": message.ts, "message": message.public()}


def _update(workspace: Workspace, args: Args) -> Args:
    message = workspace.message(args.get("channel"), args.get("ts"))
    if message.streaming:
        raise Refused("streaming_state_conflict")
    _write(message, args)
    return {"channel": message.channel, "ts": message.ts, "text": message.text}


def _post_to_one(workspace: Workspace, args: Args) -> Args:
    channel = workspace.channel(args.get("channel"))
    if not args.get("user"):
        raise Refused("user_not_in_channel")
    thread_ts = str(args["thread_ts"]) if args.get("thread_ts") else None
    message = Message(channel.id, workspace.new_ts(), thread_ts, seen_by=str(args["user"]))
    _write(message, args)
    workspace.keep(message)
    return {"message_ts": message.ts}


def _write(message: Message, args: Args) -> None:
    """Put text and blocks into a message, or leave it as it is and raise Refused."""
    text, blocks = str(args.get("text") or ""), args.get("blocks")
    if not (text or blocks):
        raise Refused("no_text")
    if len(text) > _MOST_TEXT:
        raise Refused("msg_too_long")
    if blocks is not None:
        check_blocks(blocks)
    message.text, message.blocks, message.markdown = text, blocks or [], ""


def _open_view(workspace: Workspace, args: Args) -> Args:
    trigger = str(args.get("trigger_id", ""))
    if trigger not in workspace.triggers:
        raise Refused("invalid_trigger_id")
    if args["now"] > workspace.triggers.pop(trigger):
        raise Refused("expired_trigger_id")
    check_view(args.get("view"))
    view = {**args["view"], "id": f"V{len(workspace.views) + 1:09}", "hash": "1.a"}
    workspace.views.append(view)
    return {"view": view}


def _set_status(workspace: Workspace, args: Args) -> Args:
    workspace.channel(args.get("channel_id"))
    if not args.get("thread_ts"):
        raise Refused("invalid_thread_ts")
    workspace.statuses.append(_told(args))
    return {}


def _set_prompts(workspace: Workspace, args: Args) -> Args:
    workspace.channel(args.get("channel_id"))
    prompts = args.get("prompts")
    if not isinstance(prompts, list) or not 0 < len(prompts) <= _MOST_PROMPTS:
        raise Refused("invalid_arguments", ["prompts must be an array of 1 to 4"])
    if not all(isinstance(p, dict) and p.get("title") and p.get("message") for p in prompts):
        raise Refused("invalid_arguments", ["a prompt needs title and message"])
    workspace.prompts.append(_told(args))
    return {}


def _told(args: Args) -> Args:
    return {name: value for name, value in args.items() if name not in ("now", "token", "url")}


def _file(workspace: Workspace, args: Args) -> Args:
    if args.get("file") not in workspace.files:
        raise Refused("file_not_found")
    return {"file": workspace.files[args["file"]]}


def _upload_url(workspace: Workspace, args: Args) -> Args:
    if not args.get("filename") or int(args.get("length") or 0) <= 0:
        raise Refused("invalid_arguments", ["filename and length are needed"])
    file_id = f"F{len(workspace.files) + 1:09}"
    path = f"/upload/{workspace.team}-{file_id}"
    workspace.files[file_id] = {"id": file_id, "name": args["filename"], "path": path}
    return {"file_id": file_id, "upload_url": f"{args['url']}{path}"}


def _upload_done(workspace: Workspace, args: Args) -> Args:
    channel = workspace.channel(args.get("channel_id")).id
    shared = [workspace.files.get(str(each["id"])) for each in args["files"]]
    done = [file for file in shared if file and file["path"] in workspace.contents]
    if not done or len(done) < len(shared):
        raise Refused("file_not_found")
    for file in done:
        told = Message(channel, workspace.new_ts(), args.get("thread_ts"), str(file["name"]))
        workspace.keep(told)
    return {"files": done}


def _replies(workspace: Workspace, args: Args) -> Args:
    channel, ts = workspace.channel(args.get("channel")).id, str(args.get("ts"))
    if (channel, ts) in workspace.gone:
        raise Refused("thread_not_found")
    return {"messages": [m.public() for m in workspace.messages(channel, ts)], "has_more": False}


METHODS: dict[str, Method] = {
    "auth.test": _auth_test,
    "chat.postMessage": _post,
    "chat.update": _update,
    "chat.postEphemeral": _post_to_one,
    "chat.startStream": streaming.start,
    "chat.appendStream": streaming.append,
    "chat.stopStream": streaming.stop,
    "assistant.threads.setStatus": _set_status,
    "assistant.threads.setSuggestedPrompts": _set_prompts,
    "views.open": _open_view,
    "files.info": _file,
    "files.getUploadURLExternal": _upload_url,
    "files.completeUploadExternal": _upload_done,
    "conversations.replies": _replies,
}
