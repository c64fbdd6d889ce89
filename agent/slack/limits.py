"""What Slack takes at most, with room to spare where the limit is not documented."""

from __future__ import annotations

MARKDOWN = 9_000
"""UTF-8 bytes of an answer in one message. Slack documents 12,000 characters a call, but refuses a
streamed message that has grown past about 10,600 bytes, its task titles counted."""
MESSAGE_TEXT = 8_500
"""Characters of all blocks in one message: Slack refuses somewhere between 11,000 and 13,000."""
BLOCKS = 48
"""Blocks in one message, of 50."""
SECTION = 2_900
LABEL = 75
TASK = 200
"""Characters of the title or the output of a task, of 256."""
NOTICE = 300
"""Characters of what a notification shows."""
QUOTE = 260
"""Characters of a quote in a list; an explanation shows twice as many."""
