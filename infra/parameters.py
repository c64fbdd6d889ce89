"""Prints a stage's parameters, since `sam deploy` forgets the file's when it is given others."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def of_stage(stage: str) -> list[str]:
    """Return the parameters of a stage, as in `Stage=dev`; raises KeyError for an unknown one."""
    told = tomllib.loads((Path(__file__).parent / "samconfig.toml").read_text("utf-8"))
    found: list[str] = told[stage]["deploy"]["parameters"]["parameter_overrides"]
    return found


if __name__ == "__main__":
    sys.stdout.write(" ".join(of_stage(sys.argv[1])) + "\n")
