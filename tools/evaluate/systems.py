"""Systems that rank people for requests: the product, and the two simple ones it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools.evaluate.judged import Request
from tools.evaluate.runs import Run
from tools.index.base import CandidateIndex
from tools.index.local import LocalIndex
from tools.request import read_request

DEPTH = 200
"""People kept of each ranking."""

RankFor = Callable[[str], Sequence[str]]


def product(index: CandidateIndex, tenant: str, depth: int = DEPTH) -> RankFor:
    """Return what ranks as the product does: the request is read into criteria, then searched."""
    return lambda text: index.search(tenant, read_request(text).criteria, depth).ids


def by_words(index: LocalIndex, tenant: str, depth: int = DEPTH) -> RankFor:
    """Return what ranks by BM25 of the words of the request alone."""
    return lambda text: [candidate_id for candidate_id, _ in index.worded(tenant, text, depth)]


def by_meaning(index: LocalIndex, tenant: str, depth: int = DEPTH) -> RankFor:
    """Return what ranks by the best passage's cosine with the request alone."""
    return lambda text: [candidate_id for candidate_id, _ in index.nearest(tenant, text, depth)]


def run_of(name: str, rank_for: RankFor, requests: Sequence[Request]) -> Run:
    """Return the run of a system over requests."""
    return Run(name, {r.request_id: tuple(rank_for(r.text)) for r in requests})
