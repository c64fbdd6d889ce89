"""Makes the folders in which people's data lie, which nobody else on the machine may look into."""

from __future__ import annotations

from pathlib import Path


def make_private(folder: Path) -> None:
    """Make a folder and those above it that are missing; what is there stays as it is.

    Raises OSError. On Windows the rights are those of the folder above.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
