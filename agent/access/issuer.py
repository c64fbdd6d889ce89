"""The public keys of a token issuer: fetched over HTTPS, kept a while, never fetched in a flood."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from agent.access.callers import AccessRefused, AccessSettingError, IssuerUnreachable

KEEP_SECONDS = 3600.0
PAUSE_SECONDS = 30.0
"""The least time between two fetches: unknown key ids in forged tokens cannot make a flood."""
_TIMEOUT = 5.0
_MOST_BYTES = 1_000_000

Fetch = Callable[[str], Any]


def fetch_json(url: str) -> Any:
    """Return the JSON at a URL; raises OSError or ValueError."""
    with urllib.request.urlopen(url, timeout=_TIMEOUT) as answer:  # noqa: S310 # see `_checked`
        return json.loads(answer.read(_MOST_BYTES))


class IssuerKeys:
    """Finds the key that signed a token; `clock` counts seconds, `fetch` gets JSON by URL."""

    def __init__(
        self,
        issuer: str,
        jwks_url: str | None = None,
        *,
        fetch: Fetch = fetch_json,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._issuer = _checked(issuer, "MATCHER_JWT_ISSUER")
        self._url = _checked(jwks_url, "MATCHER_JWT_JWKS_URL") if jwks_url else None
        self._fetch, self._clock = fetch, clock
        self._keys: dict[str, Any] = {}
        self._fetched: float | None = None
        self._tried: float | None = None
        self._lock = threading.Lock()

    def for_token(self, token: str) -> Any:
        """Return the public key a token names; raises AccessRefused or IssuerUnreachable."""
        import jwt

        key_id = str(jwt.get_unverified_header(token).get("kid", ""))
        with self._lock:
            stale = self._fetched is None or self._clock() - self._fetched > KEEP_SECONDS
            if stale or key_id not in self._keys:
                self._refresh(needed=self._fetched is None)
            found = self._keys.get(key_id)
        if found is None:
            raise AccessRefused(
                "invalid_token",
                f"The token is signed with a key that {self._issuer} does not have.",
            )
        return found

    def _refresh(self, *, needed: bool) -> None:
        now = self._clock()
        if self._tried is not None and now - self._tried < PAUSE_SECONDS:
            if needed:
                raise self._unreachable("it failed a moment ago")
            return
        self._tried = now
        try:
            self._keys = self._load()
            self._fetched = now
        except (OSError, ValueError, KeyError, TypeError) as error:
            if needed:
                raise self._unreachable(type(error).__name__) from error

    def _load(self) -> dict[str, Any]:
        import jwt

        if self._url is None:
            about = self._fetch(f"{self._issuer.rstrip('/')}/.well-known/openid-configuration")
            self._url = _checked(str(about["jwks_uri"]), "jwks_uri of the issuer")
        keys: dict[str, Any] = {}
        for data in self._fetch(self._url)["keys"]:
            try:
                keys[str(data["kid"])] = jwt.PyJWK(data).key
            except (jwt.PyJWTError, KeyError):
                continue  # a key for encryption, or of a kind not known here, signs nothing
        return keys

    def _unreachable(self, why: str) -> IssuerUnreachable:
        return IssuerUnreachable(
            f"The keys of {self._issuer} cannot be read ({why}): try again in half a minute."
        )


def _checked(url: str, name: str) -> str:
    """Return the URL if it cannot be read on the way; raises AccessSettingError."""
    parts = urlsplit(url)
    local = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if (parts.scheme == "https" and parts.hostname) or (parts.scheme == "http" and local):
        return url
    raise AccessSettingError(f"{name} is {url!r}: it must be an https:// address.")
