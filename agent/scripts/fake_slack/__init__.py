"""A fake Slack: it speaks the wire format of the Web API and checks all it is sent."""

from agent.scripts.fake_slack.refusing import Refused
from agent.scripts.fake_slack.server import SlackServer
from agent.scripts.fake_slack.state import Channel, Message, Workspace
from agent.scripts.fake_slack.wire import slack_server

__all__ = ["Channel", "Message", "Refused", "SlackServer", "Workspace", "slack_server"]
