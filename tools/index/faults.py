"""What goes wrong with an index; apart from it, so that a door can name it without loading one."""

from __future__ import annotations


class CandidateIndexError(Exception):
    """The index cannot be used; the message names the cause and the mend."""
