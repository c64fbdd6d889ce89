"""What every request and response passes: a bound on the body, and headers that keep pages safe."""

from __future__ import annotations

from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from agent.http.errors import envelope
from agent.http.page import POLICY, is_of_the_page

_SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class _TooLargeError(Exception):
    """The body went over the bound while it was being read."""


class BodyLimit:
    """Refuses bodies over `most` bytes with 413, by their stated length or while they stream."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what is read of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stated = dict(scope["headers"]).get(b"content-length", b"0")
        if stated.isdigit() and int(stated) > self._most:
            await self._refuse(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most:
                raise _TooLargeError
            return message

        async def unless_over(message: Message) -> None:
            if read <= self._most:
                await send(message)

        # A framework may turn our exception into an answer of its own: that answer is held back.
        with suppress(_TooLargeError):
            await self._app(scope, counted, unless_over)
        if read > self._most:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        megabytes = self._most / 1_000_000
        answer = envelope(
            413,
            "too_large",
            f"The body is larger than {megabytes:.0f} MB: send fewer or smaller files at a time.",
        )
        await answer(scope, receive, send)


_NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"
_ONLY_HTTPS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class SafetyHeaders:
    """Adds the headers that stop sniffing, framing and leaking of addresses."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its response."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_SAFETY, *_more(scope)]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


def _more(scope: Scope) -> list[tuple[bytes, bytes]]:
    """Return the headers that depend on what is asked for and how it travels."""
    policy = POLICY if is_of_the_page(scope["path"]) else _NOTHING_RUNS
    more = [(b"content-security-policy", policy.encode())]
    if scope.get("scheme") == "https" or (b"x-forwarded-proto", b"https") in scope["headers"]:
        more.append(_ONLY_HTTPS)
    return more
