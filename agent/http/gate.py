"""The gate every request passes: who asks is found out before a route or a body is looked at."""

from __future__ import annotations

import asyncio
import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.access.callers import AccessRefused, Caller, IssuerUnreachable
from agent.access.gatekeeper import Gatekeeper
from agent.http.errors import envelope
from agent.http.page import is_of_the_page
from agent.http.rate import RateLimit

_SIGNED = "/slack/events"
"""Comes from elsewhere by its nature; Slack proves itself by its signature."""
OPEN_PATHS = frozenset({"/health", "/ready", "/openapi.json", _SIGNED})
"""Open to everybody beside the pages; before a key is made, to everybody on this machine."""
_CARRIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "cf-connecting-ip")
"""Headers of tunnels and proxies, some of which write this machine's own name into Host."""


class Gate:
    """Puts the caller on the request, or refuses it (401, 403, 429, 503); new routes are shut."""

    def __init__(self, app: ASGIApp, rate: RateLimit) -> None:
        self._app = app
        self._rate = rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with `caller` in its state, or refuse it."""
        if scope["type"] == "http":
            refusal = await self._refusal(scope)
            if refusal is not None:
                await refusal(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _refusal(self, scope: Scope) -> JSONResponse | None:
        """Return the answer to a request that may not pass; else note who asks."""
        keeper: Gatekeeper | None = getattr(scope["app"].state, "gatekeeper", None)
        open_path = scope["path"] in OPEN_PATHS or is_of_the_page(scope["path"])
        if keeper is None:
            return None if open_path else _starting()
        if scope["path"] == _SIGNED:
            return None
        headers = Headers(scope=scope)
        if keeper.open_to is not None:
            return self._neighbour(scope, headers, keeper.open_to)
        try:
            caller = await _identified(keeper, _credential(headers))
        except AccessRefused as refused:
            return None if open_path else _unauthorised(refused)
        except IssuerUnreachable as fault:
            return None if open_path else envelope(503, "issuer_unreachable", str(fault))
        wait = self._rate.wait(f"{caller.tenant}:{caller.user}")
        if wait and not open_path:
            return _too_many(wait)
        _note(scope, caller)
        return None

    def _neighbour(self, scope: Scope, headers: Headers, caller: Caller) -> JSONResponse | None:
        """Let everybody on this machine in, but no page of elsewhere through their browser."""
        host = headers.get("host", "")
        if not _is_local(host):
            return envelope(
                403,
                "foreign_host",
                f"The address {host!r} is not this machine's: open http://127.0.0.1, or make a "
                "key with `matcher keys create` so that others may be told apart.",
            )
        if any(name in headers for name in _CARRIED):
            return envelope(
                403,
                "foreign_host",
                "This came through a proxy or a tunnel, from whoever knows its address: make a key "
                "with `matcher keys create` first, so that callers may be told apart.",
            )
        origin = headers.get("origin")
        if origin and scope["method"] not in ("GET", "HEAD") and urlsplit(origin).netloc != host:
            return envelope(
                403, "foreign_origin", f"A page at {origin!r} may not use this service."
            )
        _note(scope, caller)
        return None


def _note(scope: Scope, caller: Caller) -> None:
    scope.setdefault("state", {})["caller"] = caller


async def _identified(keeper: Gatekeeper, credential: str) -> Caller:
    known = keeper.remembered(credential)
    return known if known is not None else await asyncio.to_thread(keeper.caller, credential)


def _credential(headers: Headers) -> str:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.casefold() == "bearer":
        return value.strip()
    return headers.get("x-api-key", "").strip()


def _is_local(host: str) -> bool:
    """Return whether a Host header can only mean this machine: names with a dot can be bought."""
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return "." not in name


def _unauthorised(refused: AccessRefused) -> JSONResponse:
    answer = envelope(401, refused.code, refused.message)
    answer.headers["www-authenticate"] = "Bearer"
    return answer


def _too_many(wait: float) -> JSONResponse:
    seconds = max(1, round(wait + 0.5))
    answer = envelope(
        429, "too_many_requests", f"That was too quick: go on in {seconds} s, or ask for less."
    )
    answer.headers["retry-after"] = str(seconds)
    return answer


def _starting() -> JSONResponse:
    return envelope(503, "starting", "The service is still starting: try again in a moment.")
