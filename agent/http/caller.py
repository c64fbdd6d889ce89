"""Who is asking: the service behind a request, and the tenant and user it speaks for."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import Depends, Request

from agent.http.errors import ApiError
from agent.wiring import Service


class Caller(msgspec.Struct, frozen=True):
    """A tenant and a user of it; on loopback without keys there is one of each."""

    tenant: str
    user: str


def service(request: Request) -> Service:
    """Return the running service; 503 while it is still starting."""
    running: Service | None = getattr(request.app.state, "service", None)
    if running is None:
        raise ApiError(503, "starting", "The service is still starting: try again in a moment.")
    return running


def caller(running: Annotated[Service, Depends(service)]) -> Caller:
    """Return who is asking."""
    return Caller(tenant=running.settings.tenant, user="local")


Running = Annotated[Service, Depends(service)]
Asking = Annotated[Caller, Depends(caller)]
