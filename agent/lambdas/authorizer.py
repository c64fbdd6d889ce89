"""Refuses strangers at the gateway: key or token → a policy that opens the API, or none."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from agent.access.callers import AccessRefused, IssuerUnreachable
from agent.access.gatekeeper import Gatekeeper, open_gatekeeper
from agent.lambdas import this_process


@lru_cache(maxsize=1)
def _gatekeeper() -> Gatekeeper:
    return open_gatekeeper(this_process.settings())


def handler(event: dict[str, Any], _: object) -> dict[str, Any]:
    """Return the policy for whoever asks; raises Exception("Unauthorized"), which is a 401.

    The app behind asks again: this only spares it the strangers.
    """
    headers = {name.casefold(): value for name, value in (event.get("headers") or {}).items()}
    scheme, _sep, credential = headers.get("authorization", "").partition(" ")
    keeper = _gatekeeper()
    shown = credential.strip() if scheme.casefold() == "bearer" else ""
    try:
        caller = keeper.remembered(shown) or keeper.caller(shown)
    except (AccessRefused, IssuerUnreachable):
        raise Exception("Unauthorized") from None  # noqa: TRY002 # the gateway knows this one word
    stage = event["methodArn"].split("/")[:2]
    return {
        "principalId": f"{caller.tenant}:{caller.user}",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": "execute-api:Invoke",
                    "Resource": f"{'/'.join(stage)}/*",
                }
            ],
        },
    }
