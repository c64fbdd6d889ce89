"""Write sets of words as plain text, which reads and reviews better than quoted lists."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())
