"""JWTs of an OpenID Connect issuer: signature, times and audience checked, claims → caller."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from agent.access.callers import (
    ROLES,
    TENANT_PATTERN,
    AccessRefused,
    AccessSettingError,
    Caller,
    Role,
)
from agent.access.issuer import IssuerKeys
from agent.settings import Settings
from tools.extras import how_to_install, installed

_ALGORITHMS = [
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "PS384",
    "PS512",
    "ES256",
    "ES384",
    "ES512",
    "EdDSA",
]
"""Asymmetric only: a token signed with a public key as a shared secret is a forgery."""

_TIMES = {
    "ExpiredSignatureError": ("token_expired", "The token has expired: sign in again."),
    "ImmatureSignatureError": (
        "token_not_yet_valid",
        "The token is not valid yet: the clock of its issuer and of this service differ.",
    ),
}
_FORGED = "The token is not one of {0} for this service ({1}): sign in again."


class Tokens:
    """Turns bearer tokens into callers; `keys` finds the issuer's public key for a token."""

    def __init__(self, settings: Settings, keys: IssuerKeys | None = None) -> None:
        if not installed("jwt"):
            raise AccessSettingError(
                "MATCHER_JWT_ISSUER is set, but the package for tokens is not installed: "
                f"{how_to_install('jwt')}."
            )
        if not settings.jwt_audience:
            raise AccessSettingError(
                "MATCHER_JWT_ISSUER is set without MATCHER_JWT_AUDIENCE: name the client id whose "
                "tokens are meant for this service."
            )
        self._settings = settings
        self._issuer = str(settings.jwt_issuer)
        self._keys = keys or IssuerKeys(self._issuer, settings.jwt_jwks_url)

    def caller_of(self, token: str) -> Caller:
        """Return whose token this is; raises AccessRefused or IssuerUnreachable."""
        import jwt

        try:
            key = self._keys.for_token(token)
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=_ALGORITHMS,
                issuer=self._issuer,
                leeway=self._settings.jwt_leeway_seconds,
                options={"require": ["exp", "iss", "sub"], "verify_aud": False},
            )
        # A key of another kind than the token names is a TypeError to the library.
        except (jwt.PyJWTError, TypeError, ValueError) as error:
            code, message = _TIMES.get(
                type(error).__name__,
                ("invalid_token", _FORGED.format(self._issuer, type(error).__name__)),
            )
            raise AccessRefused(code, message) from error
        self._check_audience(claims)
        return self._caller(claims)

    def _check_audience(self, claims: Mapping[str, Any]) -> None:
        """Access tokens of Cognito say `client_id` where others say `aud`."""
        stated = claims.get("aud", claims.get("client_id"))
        audiences = stated if isinstance(stated, list) else [stated]
        if self._settings.jwt_audience not in audiences:
            raise AccessRefused(
                "invalid_token", _FORGED.format(self._issuer, "it is meant for another audience")
            )

    def _caller(self, claims: Mapping[str, Any]) -> Caller:
        tenant = claims.get(self._settings.jwt_tenant_claim)
        if not isinstance(tenant, str) or not re.match(TENANT_PATTERN, tenant):
            raise AccessRefused(
                "no_tenant",
                f"The token has no usable claim {self._settings.jwt_tenant_claim!r}: your "
                "administrator must say which customer you belong to.",
            )
        return Caller(tenant, str(claims["sub"]), self._role(claims))

    def _role(self, claims: Mapping[str, Any]) -> Role:
        """Return the highest role the claim names, the lowest where it names none."""
        stated = claims.get(self._settings.jwt_role_claim, [])
        named = stated if isinstance(stated, list) else [stated]
        return max((r for r in ROLES if r in named), key=ROLES.index, default=ROLES[0])
