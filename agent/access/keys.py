"""API keys: made once, shown once, kept as a digest; whoever holds one is its caller."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from typing import Protocol

import msgspec

from agent.access.callers import AccessRefused, Caller, Role

PREFIX = "cm_"
_SHAPE = re.compile(r"cm_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_UNKNOWN = "The key is not one of this service: check it, or ask your administrator for a new one."


class ApiKey(msgspec.Struct, frozen=True):
    """A key as it is kept: `digest` is the SHA-256 of its secret half; times are Unix seconds."""

    key_id: str
    digest: str
    tenant: str
    user: str
    role: Role
    label: str
    created: float
    expires: float | None = None
    revoked: float | None = None


class KeyStore(Protocol):
    """Keeps keys by id."""

    def add(self, key: ApiKey) -> None:
        """Keep a new key."""
        ...

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with this id, revoked and expired ones too."""
        ...

    def of_tenant(self, tenant: str) -> list[ApiKey]:
        """Return the tenant's keys, the oldest first."""
        ...

    def revoke(self, tenant: str, key_id: str, at: float) -> bool:
        """Mark a key of the tenant as revoked; return whether there is such a key."""
        ...

    def ever_used(self) -> bool:
        """Return whether a key was ever made here, revoked or not."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...


def mint(
    store: KeyStore,
    tenant: str,
    user: str,
    role: Role,
    *,
    now: float,
    label: str = "",
    expires: float | None = None,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> tuple[str, ApiKey]:
    """Make and keep a key; return its text, which is never to be had again, and what is kept."""
    key_id = random(6).hex()
    secret = base64.urlsafe_b64encode(random(32)).rstrip(b"=").decode()
    key = ApiKey(key_id, _digest(secret), tenant, user, role, label, now, expires)
    store.add(key)
    return f"{PREFIX}{key_id}_{secret}", key


def caller_of(store: KeyStore, text: str, now: float) -> Caller:
    """Return whose key this is; raises AccessRefused for any that does not open."""
    shape = _SHAPE.fullmatch(text)
    key = store.find(shape[1]) if shape else None
    if shape is None or key is None or not hmac.compare_digest(key.digest, _digest(shape[2])):
        raise AccessRefused("invalid_key", _UNKNOWN)
    if key.revoked is not None:
        raise AccessRefused("key_revoked", "The key was revoked: ask for a new one.")
    if key.expires is not None and key.expires <= now:
        raise AccessRefused("key_expired", "The key has expired: ask for a new one.")
    return Caller(key.tenant, key.user, key.role)


def _digest(secret: str) -> str:
    # 256 random bits need no slow hash: there is nothing to guess.
    return hashlib.sha256(secret.encode()).hexdigest()
