"""A Slack to rehearse with: it speaks the Web API's wire format and checks all it is sent."""

from agent.scripts.workspace.refusing import Refused
from agent.scripts.workspace.server import SlackServer
from agent.scripts.workspace.state import Channel, Message, Workspace
from agent.scripts.workspace.wire import slack_server

__all__ = ["Channel", "Message", "Refused", "SlackServer", "Workspace", "slack_server"]
