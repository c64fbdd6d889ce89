"""Tokens of an issuer: forged, expired and skewed ones are refused, and floods do not reach it."""

from __future__ import annotations

import base64
import json
import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from agent.access.callers import AccessRefused, AccessSettingError, Caller, IssuerUnreachable
from agent.access.issuer import KEEP_SECONDS, PAUSE_SECONDS, IssuerKeys
from agent.access.tokens import Tokens
from agent.settings import Settings

ISSUER = "https://id.example.com/pool"
SIGNER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FORGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CURVE = ec.generate_private_key(ec.SECP256R1())


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class Issuer:
    """What stands at the issuer's addresses, and how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.down = False
        self.keys = [jwk(SIGNER, "one"), jwk(CURVE, "curve"), {"kty": "oct", "kid": "odd"}]

    def fetch(self, url: str) -> Any:
        self.asked.append(url)
        if self.down:
            raise OSError("unreachable")
        if url.endswith("openid-configuration"):
            return {"jwks_uri": f"{ISSUER}/keys"}
        return {"keys": self.keys}


def jwk(key: Any, kid: str) -> dict[str, Any]:
    kind = jwt.algorithms.ECAlgorithm if key is CURVE else jwt.algorithms.RSAAlgorithm
    return {**kind.to_jwk(key.public_key(), as_dict=True), "kid": kid}


def claims(**changed: Any) -> dict[str, Any]:
    now = time.time()
    told = {
        "iss": ISSUER, "aud": "matcher", "sub": "ann", "tenant": "acme",
        "role": "recruiter", "iat": now, "exp": now + 600, **changed,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value is not None}


def signed(key: Any = SIGNER, kid: str = "one", alg: str = "RS256", **changed: Any) -> str:
    return jwt.encode(claims(**changed), key, algorithm=alg, headers={"kid": kid})


@pytest.fixture
def issuer() -> Issuer:
    return Issuer()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def tokens_of(issuer: Issuer, clock: Clock, **others: Any) -> Tokens:
    settings = Settings(_env_file=None, jwt_issuer=ISSUER, jwt_audience="matcher", **others)
    return Tokens(settings, IssuerKeys(ISSUER, fetch=issuer.fetch, clock=clock))


@pytest.mark.parametrize(
    "token",
    [
        signed(),
        signed(CURVE, "curve", "ES256"),
        signed(aud=["other", "matcher"]),
        signed(aud=None, client_id="matcher"),
    ],
)
def test_a_good_token_is_its_user_with_tenant_and_role(
    issuer: Issuer, clock: Clock, token: str
) -> None:
    assert tokens_of(issuer, clock).caller_of(token) == Caller("acme", "ann", "recruiter")


def test_groups_of_cognito_give_the_highest_role_and_no_group_the_lowest(
    issuer: Issuer, clock: Clock
) -> None:
    tokens = tokens_of(
        issuer, clock, jwt_tenant_claim="custom:tenant", jwt_role_claim="cognito:groups"
    )
    many = {"custom:tenant": "acme", "cognito:groups": ["reader", "admin", "golf"]}
    assert tokens.caller_of(signed(**many)).role == "admin"
    assert tokens.caller_of(signed(**{"custom:tenant": "acme"})).role == "reader"


def _none_signed() -> str:
    head = base64.urlsafe_b64encode(b'{"alg":"none","kid":"one"}').rstrip(b"=")
    body = base64.urlsafe_b64encode(json.dumps(claims()).encode()).rstrip(b"=")
    return b".".join([head, body, b""]).decode()


def _signed_with_the_public_key() -> str:
    """Return the classic forgery: HMAC with the issuer's public key as the secret."""
    import hashlib
    import hmac

    pem = SIGNER.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    head = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"one"}').rstrip(b"=")
    body = base64.urlsafe_b64encode(json.dumps(claims()).encode()).rstrip(b"=")
    mac = hmac.new(pem, head + b"." + body, hashlib.sha256).digest()
    return b".".join([head, body, base64.urlsafe_b64encode(mac).rstrip(b"=")]).decode()


def _changed_after_signing() -> str:
    head, _, mac = signed().split(".")
    body = base64.urlsafe_b64encode(json.dumps(claims(tenant="birch")).encode()).rstrip(b"=")
    return f"{head}.{body.decode()}.{mac}"


@pytest.mark.parametrize(
    ("token", "code"),
    [
        (signed(FORGER), "invalid_token"),
        (signed(kid="two"), "invalid_token"),
        (signed(kid="odd"), "invalid_token"),
        (signed(kid="curve"), "invalid_token"),
        (_none_signed(), "invalid_token"),
        (_signed_with_the_public_key(), "invalid_token"),
        (_changed_after_signing(), "invalid_token"),
        (signed(iss="https://evil.example"), "invalid_token"),
        (signed(aud="another"), "invalid_token"),
        (signed(aud=None), "invalid_token"),
        (signed(sub=None), "invalid_token"),
        (signed(exp=None), "invalid_token"),
        (signed(tenant=None), "no_tenant"),
        (signed(tenant="../birch"), "no_tenant"),
        (signed(tenant=["birch"]), "no_tenant"),
        ("not.a.token", "invalid_token"),
        ("", "invalid_token"),
        ("é" * 300, "invalid_token"),
    ],
)
def test_a_token_that_is_forged_or_meant_for_others_is_refused(
    issuer: Issuer, clock: Clock, token: str, code: str
) -> None:
    with pytest.raises(AccessRefused) as refused:
        tokens_of(issuer, clock).caller_of(token)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"exp": -55}, None),
        ({"exp": -65}, "token_expired"),
        ({"nbf": 55}, None),
        ({"nbf": 70}, "token_not_yet_valid"),
        ({"iat": 70}, "token_not_yet_valid"),
    ],
)
def test_clocks_may_differ_by_a_minute_and_no_more(
    issuer: Issuer, clock: Clock, changed: dict[str, float], code: str | None
) -> None:
    token = signed(**{name: time.time() + seconds for name, seconds in changed.items()})
    tokens = tokens_of(issuer, clock)
    if code is None:
        assert tokens.caller_of(token).user == "ann"
        return
    with pytest.raises(AccessRefused) as refused:
        tokens.caller_of(token)
    assert refused.value.code == code


def test_the_issuer_is_asked_once_in_an_hour(issuer: Issuer, clock: Clock) -> None:
    tokens = tokens_of(issuer, clock)
    for _ in range(5):
        tokens.caller_of(signed())
    assert issuer.asked == [f"{ISSUER}/.well-known/openid-configuration", f"{ISSUER}/keys"]
    clock.now += KEEP_SECONDS + 1
    tokens.caller_of(signed())
    assert len(issuer.asked) == 3


def test_a_new_key_of_the_issuer_is_found_and_forged_ids_make_no_flood(
    issuer: Issuer, clock: Clock
) -> None:
    tokens = tokens_of(issuer, clock)
    tokens.caller_of(signed())
    clock.now += PAUSE_SECONDS + 1
    issuer.keys.append(jwk(FORGER, "new"))
    assert tokens.caller_of(signed(FORGER, "new")).user == "ann"
    before = len(issuer.asked)
    for number in range(20):
        with pytest.raises(AccessRefused):
            tokens.caller_of(signed(kid=f"forged-{number}"))
    assert len(issuer.asked) == before


def test_an_issuer_that_is_down_costs_new_processes_their_tokens_and_old_ones_nothing(
    issuer: Issuer, clock: Clock
) -> None:
    tokens = tokens_of(issuer, clock)
    tokens.caller_of(signed())
    issuer.down = True
    clock.now += KEEP_SECONDS + 1
    assert tokens.caller_of(signed()).user == "ann"
    fresh = tokens_of(issuer, clock)
    for _ in range(2):
        with pytest.raises(IssuerUnreachable, match="try again"):
            fresh.caller_of(signed())
    issuer.down = False
    clock.now += PAUSE_SECONDS + 1
    assert fresh.caller_of(signed()).user == "ann"


@pytest.mark.parametrize(
    ("others", "named"),
    [
        ({"jwt_issuer": "http://id.example.com", "jwt_audience": "m"}, "MATCHER_JWT_ISSUER is"),
        ({"jwt_issuer": ISSUER}, "MATCHER_JWT_AUDIENCE"),
        (
            {"jwt_issuer": ISSUER, "jwt_audience": "m", "jwt_jwks_url": "file:///etc/passwd"},
            "MATCHER_JWT_JWKS_URL is",
        ),
    ],
)
def test_settings_that_cannot_be_safe_are_named_at_start(
    others: dict[str, Any], named: str
) -> None:
    with pytest.raises(AccessSettingError, match=named):
        Tokens(Settings(_env_file=None, **others))
