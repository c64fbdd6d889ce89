"""Decides who is let in: everybody on this machine, or whoever holds a key or a token."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.access.callers import AccessRefused, AccessSettingError, Caller
from agent.access.keys import PREFIX, KeyStore, caller_of
from agent.settings import Settings

if TYPE_CHECKING:
    from agent.access.tokens import Tokens

_MISSING = (
    "This needs a key: send it as 'Authorization: Bearer cm_…'. `matcher keys create` makes one."
)
_MOST_REMEMBERED = 10_000
REMEMBER_SECONDS = 60.0
"""How long a key in DynamoDB is not asked for again, so long a revoked one may still open."""
_NEVER: tuple[float, Caller | None] = (0.0, None)


class Gatekeeper:
    """Turns what a request shows into a caller; `open_to` is everybody, where nothing is asked.

    A key that opened is remembered for `remember` seconds, which is how long a revoked one may
    still open; `clock` counts seconds since 1970.
    """

    def __init__(
        self,
        keys: KeyStore,
        *,
        tokens: Tokens | None = None,
        open_to: Caller | None = None,
        remember: float = 0.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._keys, self._tokens = keys, tokens
        self.open_to = open_to
        self._remember, self._clock = remember, clock
        self._known: OrderedDict[str, tuple[float, Caller]] = OrderedDict()

    def remembered(self, credential: str) -> Caller | None:
        """Return the caller of a key that opened a moment ago, without asking a store."""
        until, caller = self._known.get(credential, _NEVER)
        return caller if until > self._clock() else None

    def caller(self, credential: str) -> Caller:
        """Return whose key or token this is; may block on a store or on the issuer.

        Raises AccessRefused or IssuerUnreachable.
        """
        if not credential:
            raise AccessRefused("no_key", _MISSING)
        if self._tokens is not None and not credential.startswith(PREFIX):
            return self._tokens.caller_of(credential)
        found = caller_of(self._keys, credential, self._clock())
        if self._remember:
            self._known[credential] = (self._clock() + self._remember, found)
            while len(self._known) > _MOST_REMEMBERED:
                self._known.popitem(last=False)
        return found

    def close(self) -> None:
        """Let go of the store of keys."""
        self._keys.close()


def open_gatekeeper(settings: Settings) -> Gatekeeper:
    """Return the gatekeeper for the settings.

    Raises AccessSettingError when strangers could reach a service that lets everybody in.
    """
    keys = open_keys(settings)
    try:
        return _keeper(settings, keys)
    except BaseException:
        keys.close()
        raise


def _keeper(settings: Settings, keys: KeyStore) -> Gatekeeper:
    tokens = _tokens(settings)
    if settings.access == "required" or tokens is not None or keys.ever_used():
        remember = REMEMBER_SECONDS if settings.access_table else 0.0
        return Gatekeeper(keys, tokens=tokens, remember=remember)
    if not _loopback(settings.host):
        raise AccessSettingError(
            f"{settings.host} can be reached from other machines, and nothing says who may "
            "use the service: make a key with `matcher keys create`, set MATCHER_JWT_ISSUER, "
            "or listen on 127.0.0.1."
        )
    return Gatekeeper(keys, open_to=Caller(settings.tenant, "local"))


def _tokens(settings: Settings) -> Tokens | None:
    if not settings.jwt_issuer:
        return None
    from agent.access.tokens import Tokens

    return Tokens(settings)


def open_keys(settings: Settings) -> KeyStore:
    """Return the store of keys that goes with the settings."""
    if settings.access_table is not None:
        from agent.access.dynamodb_keys import DynamoDBKeys
        from tools.index.aws.table import Table

        return DynamoDBKeys(
            Table(settings.access_table, "MATCHER_ACCESS_TABLE", settings.aws_region)
        )
    from agent.access.local_keys import LocalKeys

    return LocalKeys(settings.data_dir / "access.db")


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
