"""A slip is mended in the word it stands in, and no name that owns something is one."""

from __future__ import annotations

from tools.request import read_request


def test_the_name_before_an_apostrophe_is_no_slip_for_its_plural() -> None:
    values = {c.value for c in read_request("fundraiser with Raiser's Edge").criteria}
    assert values == {"Fundraiser", "Raiser's Edge"}


def test_whos_is_who_is() -> None:
    values = {c.value for c in read_request("nurse whos good with kids").criteria}
    assert "whos" not in values
