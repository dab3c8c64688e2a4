"""A file that lost its mark is still known by its words; edits side by side are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.documents.likeness import may_come_from, most_like, paragraphs_changed
from tests.casework.documents.raw_word import control, para, word_file

FINDINGS = [f"The force should put right the matter number {n}, and do so soon." for n in range(8)]
FIRST = word_file("".join(map(para, [*FINDINGS, "To be written.", "Yours faithfully"])))
SECOND = word_file("".join(map(para, [*FINDINGS, "We agree with all of it.", "Yours faithfully"])))
OTHER = word_file("".join(map(para, ["We were asked about something else.", "Yours faithfully"])))


def test_an_edit_is_most_like_what_it_was_made_from() -> None:
    known = {1: FIRST, 2: SECOND}
    from_first = word_file("".join(map(para, [*FINDINGS[:-1], "Ours.", "To be written."])))
    from_second = word_file("".join(map(para, [*FINDINGS, "We agree with all of it.", "Ours."])))
    assert most_like(from_first, known) == 1
    assert most_like(from_second, known) == 2


def test_of_versions_equally_like_it_the_newest_counts() -> None:
    assert most_like(FIRST, {1: FIRST, 2: FIRST, 3: OTHER}) == 2


def test_long_answers_do_not_hide_where_a_file_comes_from() -> None:
    answers = [f"We have thought about matter {n} at length. " * 30 for n in range(8)]
    pairs = zip(FINDINGS, answers, strict=True)
    long = word_file("".join(para(words) for pair in pairs for words in pair))
    assert may_come_from(long, FIRST)
    assert most_like(long, {1: FIRST}) == 1


def test_a_file_about_something_else_is_like_none() -> None:
    assert most_like(OTHER, {1: FIRST, 2: SECOND}) == 0
    assert not may_come_from(OTHER, FIRST)
    assert most_like(FIRST, {}) == 0


def test_marked_places_tell_equal_words_apart() -> None:
    def answered(first: str, second: str) -> bytes:
        places = control("f001_answer", para(first)) + control("f002_answer", para(second))
        return word_file("".join(map(para, FINDINGS)) + places)

    one, other = answered("We agree.", "We do not."), answered("We do not.", "We agree.")
    assert most_like(one, {1: one, 2: other}) == 1
    assert most_like(other, {1: one, 2: other}) == 2


@pytest.mark.parametrize(
    ("new", "number"),
    [
        (["a", "b", "c"], 0),
        (["a", "x", "c"], 1),
        (["a", "c"], 1),
        (["a", "b", "n", "m", "c"], 2),
        ([], 3),
    ],
)
def test_changed_new_and_gone_paragraphs_are_counted(new: list[str], number: int) -> None:
    assert paragraphs_changed(["a", "b", "c"], new) == number


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_only_equal_texts_differ_in_nothing(old: list[str], new: list[str]) -> None:
    assert (paragraphs_changed(old, new) == 0) == (old == new)
    assert paragraphs_changed(old, new) <= len(old) + len(new)
