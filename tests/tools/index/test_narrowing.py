"""Words are looked up rarest first, and never more people scored than a search may cost."""

from hypothesis import given
from hypothesis import strategies as st

from tools.index.narrowing import MOST_SCORED, narrowed


def test_all_words_of_a_small_index_are_looked_up_in_the_order_said() -> None:
    assert narrowed(["nurse", "icu"], {"nurse": 900, "icu": 30}.__getitem__) == '"nurse" OR "icu"'


def test_of_a_large_index_the_common_words_are_left_out() -> None:
    counts = {"manager": MOST_SCORED + 1, "fmla": 40, "payroll": 5_000}
    assert narrowed(list(counts), counts.__getitem__) == '"fmla" OR "payroll"'


def test_where_every_word_is_common_people_must_say_them_all() -> None:
    assert narrowed(["sales", "manager"], lambda _: MOST_SCORED + 1) == '"sales" AND "manager"'


def test_no_words_match_nobody() -> None:
    assert narrowed([], len) == '""'


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 30_000), min_size=1))
def test_the_people_scored_stay_within_the_bound(counts: dict[str, int]) -> None:
    query = narrowed(list(counts), counts.__getitem__)
    if " AND " not in query and len(query.split(" OR ")) > 1:
        assert sum(counts[word.strip('"')] for word in query.split(" OR ")) <= MOST_SCORED
