"""Names where a script can be played, for the options that choose it and for what refuses them."""

from __future__ import annotations

IN_PROCESS = ("graph", "http", "slack", "slack:blind")
"""Doors of a service in this process; the last is a channel in which nobody may be named."""
TARGETS = f"{', '.join(IN_PROCESS)}, or a service's URL"
