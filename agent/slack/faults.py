"""What can go wrong at Slack's side, each with one sentence that people may read."""

from __future__ import annotations


class SlackRefused(Exception):
    """Slack does not take what it was sent, and would not take it a second time.

    `code` is Slack's own word for it, such as "token_revoked" or "channel_not_found".
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class SlackSettingError(Exception):
    """The Slack door cannot be opened as it is set; the message names the setting and the mend."""
