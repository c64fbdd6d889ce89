"""Slack itself: answers calls for the workspaces it knows, with the faults it is told to have."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from agent.scripts.fake_slack.methods import METHODS
from agent.scripts.fake_slack.refusing import Limited, Refused
from agent.scripts.fake_slack.state import TRIGGER_SECONDS, Channel, Workspace

_TOKEN = "xoxb-fake"  # noqa: S105 known to the fake alone


@dataclass(frozen=True)
class Call:
    """One call: what was asked, and the error it was answered with, "" for none."""

    method: str
    args: dict[str, Any]
    error: str
    at: float


@dataclass
class SlackServer:
    """Workspaces by token; `count` is told team, method and channel of each call it may limit."""

    url: str
    clock: Callable[[], float] = time.monotonic
    count: Callable[[str, str, str], None] = lambda *_: None
    calls: list[Call] = field(default_factory=list)
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    responses: list[dict[str, Any]] = field(default_factory=list)
    """What was sent to response URLs."""

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: dict[str, deque[Refused | Limited]] = {}

    @property
    def base_url(self) -> str:
        """Return what `WebClient(base_url=…)` takes."""
        return f"{self.url}/api/"

    def install(
        self,
        team: str = "T0FAKE",
        *,
        token: str = _TOKEN,
        channels: Sequence[str] = ("C0TEAM",),
        directs: Sequence[str] = ("D0ANA",),
    ) -> Workspace:
        """Install the app in a team; a second token leads to a second workspace."""
        workspace = Workspace(team, token)
        for name in channels:
            workspace.channels[name] = Channel(name)
        for name in directs:
            workspace.channels[name] = Channel(name, direct=True)
        self.workspaces[token] = workspace
        return workspace

    def refuse(self, method: str, code: str, times: int = 1) -> None:
        """Answer the next calls of a method with an error."""
        self._faults.setdefault(method, deque()).extend([Refused(code)] * times)

    def limit(self, method: str, retry_after: int, times: int = 1) -> None:
        """Answer the next calls of a method with 429 and Retry-After."""
        self._faults.setdefault(method, deque()).extend([Limited(retry_after)] * times)

    def trigger(self, workspace: Workspace, trigger_id: str) -> str:
        """Make a trigger id that opens one modal within three seconds."""
        workspace.triggers[trigger_id] = self.clock() + TRIGGER_SECONDS
        return trigger_id

    def put_file(
        self, workspace: Workspace, name: str, content: bytes, mimetype: str
    ) -> dict[str, Any]:
        """Share a file; return it as events and files.info carry it."""
        file_id = f"F{len(workspace.files) + 1:09}"
        url = f"{self.url}/files/{workspace.team}-{file_id}/{name}"
        workspace.contents[urlsplit(url).path] = content
        workspace.files[file_id] = {
            "id": file_id,
            "name": name,
            "title": name,
            "mimetype": mimetype,
            "filetype": name.rpartition(".")[2],
            "size": len(content),
            "mode": "hosted",
            "url_private": url,
            "url_private_download": url,
        }
        return workspace.files[file_id]

    def take_upload(self, path: str, content: bytes) -> None:
        """Take what is sent to an address that files.getUploadURLExternal gave out."""
        team = path.removeprefix("/upload/").partition("-")[0]
        for workspace in self.workspaces.values():
            if workspace.team == team:
                workspace.contents[path] = content

    def called(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.calls if call.method == method]

    def answer(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any]:
        """Answer one call; raises Limited. What was refused is recorded as well."""
        with self._lock:
            error = ""
            try:
                return {"ok": True, **self._do(method, args, token)}
            except Refused as refused:
                error = refused.code
                return refused.answer
            except Limited:
                error = "ratelimited"
                raise
            finally:
                self.calls.append(Call(method, args, error, self.clock()))

    def content(self, path: str, token: str) -> bytes | None:
        """Return a file's bytes, for a token of its workspace alone."""
        workspace = self.workspaces.get(token)
        return None if workspace is None or workspace.revoked else workspace.contents.get(path)

    def _do(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any]:
        workspace = self._authorised(token)
        waiting = self._faults.get(method)
        if waiting:
            raise waiting.popleft()
        self.count(workspace.team, method, str(args.get("channel", "")))
        if method not in METHODS:
            raise Refused("unknown_method")
        return METHODS[method](workspace, {**args, "now": self.clock(), "url": self.url})

    def _authorised(self, token: str) -> Workspace:
        if not token:
            raise Refused("not_authed")
        workspace = self.workspaces.get(token)
        if workspace is None:
            raise Refused("invalid_auth")
        if workspace.revoked:
            raise Refused(workspace.revoked)
        return workspace
