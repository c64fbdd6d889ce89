"""What a message changes about the wishes on the desk."""

from __future__ import annotations

from typing import NamedTuple

from tools.criteria import Criteria, merge


class Edit(NamedTuple):
    """A change: wishes to add, ids to take away, and names to drop that nothing matched."""

    add: Criteria = ()
    remove: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def changes(self, current: Criteria) -> bool:
        """Return whether anything is different afterwards."""
        return merge(current, self.add, frozenset(self.remove)).criteria != current
