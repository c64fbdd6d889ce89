"""Memory is given back where that can be done, and elsewhere nothing happens."""

from __future__ import annotations

import ctypes

import pytest

from tools.index.heap import give_back


def test_giving_back_is_no_fault_with_any_library(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    give_back()
