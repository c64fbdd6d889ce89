"""The Slack door: what Slack sends becomes turns, and what a turn tells becomes messages."""
