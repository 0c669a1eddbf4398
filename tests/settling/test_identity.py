"""Identifiers by content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.settling.identity import LENGTH, content_id

PARTS = st.lists(st.one_of(st.text(st.characters(exclude_characters="\x1f")), st.integers(), st.none()), max_size=5)


@given(PARTS)
def test_the_same_parts_give_the_same_id(parts: list) -> None:
    assert content_id(*parts) == content_id(*parts)
    assert len(content_id(*parts)) == LENGTH and set(content_id(*parts)) <= set("0123456789abcdef")


@given(PARTS, PARTS)
def test_other_parts_give_another(a: list, b: list) -> None:
    as_text = [["" if p is None else str(p) for p in x] for x in (a, b)]
    if "\x1f".join(as_text[0]) != "\x1f".join(as_text[1]):
        assert content_id(*a) != content_id(*b)


def test_parts_do_not_run_into_each_other() -> None:
    assert len({content_id("ab", "c"), content_id("a", "bc"), content_id("abc"), content_id("a", "b", "c"), content_id("abc", "")}) == 5


def test_ids_that_were_given_out_stay() -> None:
    assert content_id("a", 1, None) == "7f094b042c5521ac"
