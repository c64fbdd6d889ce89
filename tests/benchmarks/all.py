"""Every benchmark over one corpus: `make bench CORPUS=people.jsonl`."""

from __future__ import annotations

from tests.benchmarks import searches, turns
from tests.benchmarks.corpus import arguments, indexed


def main() -> None:
    """Index the corpus, then search it and talk to it."""
    options = arguments(__doc__ or "")
    home = indexed(options.corpus, options.data_dir)
    searches.run(home)
    turns.run(home)


if __name__ == "__main__":
    main()
