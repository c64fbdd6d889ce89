"""What models are told, as Markdown: loaded by name, variables checked, digest known."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from string import Template
from typing import NamedTuple


class PromptError(Exception):
    """A prompt is missing, or is filled with the wrong variables; the message names which."""


class Prompt(NamedTuple):
    """A prompt by name; `digest` is the SHA-256 of its text, `variables` what it must be given."""

    name: str
    text: str
    digest: str
    variables: frozenset[str]

    def fill(self, **values: str) -> str:
        """Return the text with every $variable filled; raises PromptError when they differ."""
        if values.keys() != self.variables:
            wrong = ", ".join(sorted(values.keys() ^ self.variables))
            raise PromptError(f"The prompt {self.name!r} and its values differ in: {wrong}.")
        return Template(self.text).substitute(values)


@cache
def load(name: str) -> Prompt:
    """Return the prompt kept in `<name>.md`; raises PromptError when there is none."""
    try:
        text = files("prompts").joinpath(f"{name}.md").read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PromptError(f"There is no prompt named {name!r}.") from error
    template = Template(text)
    if not template.is_valid():
        raise PromptError(f"The prompt {name!r} holds a stray $: write $$ for a dollar sign.")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Prompt(name, text, digest, frozenset(template.get_identifiers()))
