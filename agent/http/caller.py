"""Who is asking: the service behind a request, and the tenant and user it speaks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader, HTTPBearer

from agent.access.callers import Caller, Role
from agent.http.errors import ApiError
from agent.service import Service

__all__ = ["Asking", "Bringing", "Caller", "Known", "Removing", "Running"]


_BEARER = HTTPBearer(
    scheme_name="bearer",
    description="A key of `matcher keys create` or a token of your issuer; before a key is made "
    "nobody on the machine itself is asked for one.",
    auto_error=False,
)
_HEADER = APIKeyHeader(
    scheme_name="header", name="x-api-key", description="The same.", auto_error=False
)


def service(request: Request) -> Service:
    """Return the running service; 503 while it is still starting."""
    running: Service | None = getattr(request.app.state, "service", None)
    if running is None:
        raise ApiError(503, "starting", "The service is still starting: try again in a moment.")
    return running


def known(request: Request) -> Caller | None:
    """Return who is asking, if the gate found out; open paths are asked by anybody."""
    found: Caller | None = getattr(request.state, "caller", None)
    return found


def allowed(role: Role) -> Callable[..., Caller]:
    """Return a dependency that gives the caller, and answers 403 below a role."""

    def caller(
        found: Annotated[Caller | None, Depends(known)],
        _: Annotated[object, Security(_BEARER)],
        __: Annotated[object, Security(_HEADER)],
    ) -> Caller:
        if found is None:
            raise ApiError(401, "no_key", "This needs a key: send 'Authorization: Bearer cm_…'.")
        if not found.may(role):
            raise ApiError(
                403,
                "forbidden",
                f"This needs the role {role!r}, your key has {found.role!r}: ask your "
                "administrator for another key.",
            )
        return found

    return caller


Running = Annotated[Service, Depends(service)]
Known = Annotated[Caller | None, Depends(known)]
Asking = Annotated[Caller, Depends(allowed("reader"))]
Bringing = Annotated[Caller, Depends(allowed("recruiter"))]
Removing = Annotated[Caller, Depends(allowed("admin"))]
