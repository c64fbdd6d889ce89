"""Which workspace is which tenant's, and the token that speaks in it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from agent.access.callers import TENANT_PATTERN
from agent.slack.faults import SlackRefused, SlackSettingError
from agent.slack.places import Place

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from agent.settings import Settings

_TEAM = re.compile(r"[TE][A-Z0-9]{1,30}")
_TOKEN = re.compile(r"(?:xoxe\.)?xoxb-[A-Za-z0-9-]+")
_LIST = re.compile(r"\s*(?P<team>[^=,\s]+)\s*=\s*(?P<value>[^=,\s]+)\s*")


class Workspaces:
    """The workspaces that are installed; `client` makes a client of Slack's API for a token.

    Raises SlackSettingError for settings that cannot be read.
    """

    def __init__(self, settings: Settings, client: Callable[[str], AsyncWebClient]) -> None:
        self._tenants, tokens = read(settings)
        self._clients = {team: client(each) for team, each in tokens.items()}
        self._tenant = settings.tenant
        self._own: str | None = None
        self._asking = asyncio.Lock()

    def client(self, team: str) -> AsyncWebClient | None:
        """Return what speaks in a workspace; one token without a workspace speaks in all."""
        return self._clients.get(team) or self._clients.get("")

    async def tenant(self, team: str) -> str | None:
        """Return whose a workspace is, None when it is not installed.

        Where no workspaces are named, the one the token is of belongs to the tenant of the service.
        Raises SlackRefused when Slack does not know the token.
        """
        if self._tenants:
            return self._tenants.get(team)
        if team in self._clients:
            return self._tenant
        if "" not in self._clients:
            return None
        async with self._asking:
            if self._own is None:
                self._own = await self._team_of_token()
        return self._tenant if team == self._own else None

    async def serves(self, place: Place) -> str | None:
        """Return whose thread a place is, None where its person is not to be served.

        A channel may be shared with another company, whose people are none of the tenant's.
        """
        tenant = await self.tenant(place.team)
        if tenant is None or place.home in ("", place.team, place.enterprise):
            return tenant
        return tenant if await self.tenant(place.home) == tenant else None

    async def _team_of_token(self) -> str:
        from slack_sdk.errors import SlackApiError

        try:
            answer = await self._clients[""].auth_test()
        except SlackApiError as error:
            raise SlackRefused(
                str(error.response.get("error")), "Slack does not know SLACK_BOT_TOKEN."
            ) from error
        return str(answer["team_id"])


def read(settings: Settings) -> tuple[dict[str, str], dict[str, str]]:
    """Return the tenant and the token of each workspace; raises SlackSettingError."""
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    tenants, tokens = _tenants(settings.slack_teams), _tokens(token)
    if len(tokens) > 1 and not tenants:
        raise SlackSettingError(
            f"SLACK_BOT_TOKEN names {len(tokens)} workspaces, and nothing says whose people each "
            "sees: set MATCHER_SLACK_TEAMS, as in T123=acme,T456=globex."
        )
    return tenants, tokens


def _tenants(setting: str) -> dict[str, str]:
    pairs = _pairs(setting, "MATCHER_SLACK_TEAMS", "T123=acme,T456=globex")
    for team, tenant in pairs.items():
        if not re.match(TENANT_PATTERN, tenant):
            raise SlackSettingError(
                f"MATCHER_SLACK_TEAMS: {tenant!r} of {team} is no tenant: use small letters, "
                "digits, _ and -."
            )
    return pairs


def _tokens(setting: str) -> dict[str, str]:
    if not setting.strip():
        return {}
    tokens = (
        _pairs(setting, "SLACK_BOT_TOKEN", "T123=xoxb-…,T456=xoxb-…", secret=True)
        if "=" in setting
        else {"": setting.strip()}
    )
    if not all(map(_TOKEN.fullmatch, tokens.values())):
        raise SlackSettingError(
            "SLACK_BOT_TOKEN is no bot token: copy the whole of it, which begins with xoxb-, from "
            "OAuth & Permissions of the app."
        )
    return tokens


def _pairs(setting: str, name: str, example: str, *, secret: bool = False) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in filter(str.strip, setting.split(",")):
        found = _LIST.fullmatch(part)
        if found is None or not _TEAM.fullmatch(found["team"]):
            told = "one of its parts" if secret else repr(part.strip())
            raise SlackSettingError(f"{name}: {told} cannot be read: write it as {example}.")
        if found["team"] in pairs:
            raise SlackSettingError(f"{name}: {found['team']} is named twice: name it once.")
        pairs[found["team"]] = found["value"]
    return pairs
