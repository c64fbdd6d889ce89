"""The extras of the distribution: whether their packages are there, and how they are brought."""

from __future__ import annotations

from importlib.util import find_spec


def installed(*modules: str) -> bool:
    """Return whether every one of some modules can be imported; imports their parents only."""
    try:
        return all(find_spec(module) is not None for module in modules)
    except ModuleNotFoundError:  # the parent of a module is not there either
        return False


def how_to_install(extra: str) -> str:
    """Return the command that brings an extra; the distribution is on no index, so from a clone."""
    return f"in the clone of the source, pip install '.[{extra}]' (make install brings every extra)"
