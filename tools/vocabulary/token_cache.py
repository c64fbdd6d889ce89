"""Tokenise a text once although several finders read it one after another."""

from functools import lru_cache

from tools.vocabulary.matcher_tokens import Tokens, tokenise


@lru_cache(maxsize=4)
def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text; callers must not change them."""
    return tokenise(text)
