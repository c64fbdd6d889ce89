"""Composes YAML within bounds, so that a small file cannot ask for endless work."""

from __future__ import annotations

import yaml

DEEPEST = 50
MOST_VALUES = 100_000


class TooMuch(yaml.MarkedYAMLError):
    """A document beyond the bounds; `problem` names the mend, `problem_mark` the place."""


class LimitedLoader(yaml.SafeLoader):
    """Counts the values of a document, those an alias repeats each time it stands there.

    Raises TooMuch for more than MOST_VALUES, for a nesting of more than DEEPEST and for an alias
    inside of what it names: all before anything is expanded.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = self._values = 0
        self._sizes: dict[int, int] = {}

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next value with all below it."""
        before = self._values
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        self._depth += 1
        if self._depth > DEEPEST:
            raise _beyond(event, f"this is nested too deeply: {DEEPEST} levels are taken")
        node = super().compose_node(parent, index)
        self._depth -= 1
        if not isinstance(event, yaml.AliasEvent):
            self._values += 1
            self._sizes[id(node)] = self._values - before
        elif id(node) in self._sizes:
            self._values += self._sizes[id(node)]
        else:
            raise _beyond(event, f"*{event.anchor} stands inside of what it names: write it out")
        if self._values > MOST_VALUES:
            raise _beyond(
                event,
                f"this makes more than {MOST_VALUES:,} values, aliases written out: split the "
                "script, or use fewer aliases",
            )
        return node


def _beyond(event: yaml.Event, problem: str) -> TooMuch:
    # The stubs know marks of the C parser too, which is not used here.
    return TooMuch(None, None, problem, event.start_mark)  # type: ignore[arg-type]
