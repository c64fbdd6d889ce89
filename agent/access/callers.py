"""Who is asking: a tenant, a user of it and what they may do."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Role = Literal["reader", "recruiter", "admin"]
"""reader asks and reads; recruiter also brings people in; admin also removes people."""

ROLES: tuple[Role, ...] = get_args(Role)
TENANT_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,62}$"


class Caller(msgspec.Struct, frozen=True):
    """A tenant and a user of it; on loopback without keys there is one of each."""

    tenant: str
    user: str
    role: Role = "admin"

    def may(self, role: Role) -> bool:
        """Return whether the caller's role reaches as far as `role`."""
        return ROLES.index(self.role) >= ROLES.index(role)


class AccessRefused(Exception):
    """Nobody is let in with this; `code` is for programs, the message names the mend."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class IssuerUnreachable(Exception):
    """The keys of the token issuer cannot be had just now; the message says so."""


class AccessSettingError(Exception):
    """Access cannot be controlled as it is set; the message names the setting and the mend."""
