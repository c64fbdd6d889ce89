"""The same ten people in the same order, wherever the index is kept: the whole bundled sample."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from tests.services.fixtures import AwsIndexMaker
from tests.services.stack import fresh_name
from tools.index.base import Vectors
from tools.index.local import LocalIndex
from tools.ingest.pipeline import Ingest
from tools.request import read_request

SAMPLE = Path(__file__).parents[3] / "tools" / "sample"
PLACES = 1e6
"""Scores are rounded to six places, and may differ by one in the last of them."""


class WordEmbedder:
    """Sums a random direction for each word: as many numbers as the real model, at no cost."""

    name = "test:words"
    dimensions = 384

    def __init__(self) -> None:
        self._direction = cache(self._new_direction)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        rows = [self.vector(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(-1, self.dimensions)

    def vector(self, text: str) -> Vectors:
        row = np.zeros(self.dimensions, dtype=np.float32)
        for word in text.casefold().split():
            row += self._direction(word)
        return row / np.float32(max(float(np.linalg.norm(row)), 1e-12))

    def close(self) -> None:
        """Nobody waits for a vector."""

    def _new_direction(self, word: str) -> Vectors:
        seed = int.from_bytes(sha256(word.encode()).digest()[:8], "big")
        return np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)


def test_the_sample_is_ranked_alike_here_and_on_aws(
    tmp_path: Path, aws_index: AwsIndexMaker
) -> None:
    model, tenant = WordEmbedder(), fresh_name("sample")
    local = LocalIndex(tmp_path / "local", model)
    aws = aws_index(tmp_path / "aws", model)
    Ingest(local, tenant, today=date(2026, 11, 22)).run([SAMPLE / "people"])
    people = list(local.get(tenant, list(local.content_hashes(tenant))).values())
    for at in range(0, len(people), 32):
        aws.upsert(tenant, people[at : at + 32])
    assert local.content_hashes(tenant) == aws.content_hashes(tenant)
    requests = json.loads((SAMPLE / "requests.json").read_text("utf-8"))
    searched = 0
    for request in requests:
        criteria = read_request(request["text"]).criteria
        here, there = local.search(tenant, criteria), aws.search(tenant, criteria)
        assert here.ids[:10] == there.ids[:10], request["text"]
        pairs = zip(here.scores[:10], there.scores[:10], strict=True)
        assert all(abs(round(a * PLACES) - round(b * PLACES)) <= 1 for a, b in pairs)
        assert here.excluded == there.excluded
        searched += bool(here.ids)
    assert searched >= 0.9 * len(requests)
    local.close()
