"""Text files are decoded in whatever common encoding they come, and junk is refused."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.ingest.readers.decoding import decode
from tools.ingest.records import UnreadableError

TEXT = "Résumé – Søren Łukasiewicz, 5 años\nKoch in Zürich\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_files_are_read_with_and_without_their_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_windows_files_are_read() -> None:
    western = "Résumé – Zoë’s “kitchen” at 5 €\n"
    assert decode(western.encode("cp1252")) == western


@pytest.mark.parametrize("seed", range(5))
def test_binary_junk_is_refused_with_the_mend(seed: int) -> None:
    junk = random.Random(seed).randbytes(4096)
    with pytest.raises(UnreadableError, match="save it as UTF-8"):
        decode(junk)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_text_in_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_either_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data), str)
    except UnreadableError as error:
        assert str(error).startswith("is not a text file")
