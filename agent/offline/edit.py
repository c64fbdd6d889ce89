"""What a message changes about the wishes on the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tools.criteria import Criteria, merge


class Edit(NamedTuple):
    """A change: wishes to add, ids to take away, and names to drop that nothing matched."""

    add: Criteria = ()
    remove: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @classmethod
    def of(cls, add: Criteria, gone: Iterable[str], unknown: tuple[str, ...] = ()) -> Edit:
        """Return the change that adds wishes and takes away others than those it adds."""
        added = {wish.id for wish in add}
        return cls(add, tuple(dict.fromkeys(i for i in gone if i not in added)), unknown)

    def changes(self, current: Criteria) -> bool:
        """Return whether anything is different afterwards."""
        return merge(current, self.add, frozenset(self.remove)).criteria != current
