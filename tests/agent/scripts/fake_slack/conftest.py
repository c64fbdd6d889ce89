"""A fake Slack, and the real SDK's client pointed at it."""

from tests.doubles.fake_slack import client, slack, team

__all__ = ["client", "slack", "team"]
