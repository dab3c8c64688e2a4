"""Two versions side by side: what changed, what is new, gone or moved, and who proposes what."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents.compare import compare, comparison_page
from casework.documents.compare.exchange import as_json
from casework.documents.compare.page import pieces_of
from models.shapes.comparison import ComparedBlock, Difference
from tests.builders import word_file_of

OLD = (
    "The force should keep records of each decision.",
    "It should review them every year.",
    "The third paragraph stands where it stands.",
    "A fourth one says something else altogether.",
    "The fifth closes the page.",
)
WORDS = st.lists(
    st.sampled_from(["a", "force", "record", "<", "&", "ŵy", "“year”", "it"]), max_size=12
)


def outcomes(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str, str, str]]:
    items = compare(word_file_of(*old), word_file_of(*new)).items
    return [(item.outcome.value, item.old, item.new) for item in items]


def test_two_equal_files_differ_in_nothing_and_the_page_says_so() -> None:
    comparison = compare(word_file_of(*OLD), word_file_of(*OLD))
    assert comparison.items == ()
    assert comparison.equal == len(OLD)
    assert "Every word is the same" in comparison_page(comparison, "one", "two")


def test_a_changed_word_is_told_with_both_texts() -> None:
    new = (OLD[0], OLD[1].replace("year", "quarter"), *OLD[2:])
    assert outcomes(OLD, new) == [("changed", OLD[1], new[1])]


def test_a_new_and_a_gone_paragraph_are_told_where_they_stand() -> None:
    new = (OLD[0], "Quite another matter, never seen before here.", *OLD[2:])
    assert outcomes(OLD, new) == [("gone", OLD[1], ""), ("new", "", new[1])]


def test_a_moved_paragraph_is_moved_and_not_gone_and_new() -> None:
    new = (OLD[0], *OLD[2:], OLD[1])
    assert outcomes(OLD, new) == [("moved", OLD[1], OLD[1])]


def test_two_paragraphs_of_the_same_words_are_two() -> None:
    assert outcomes((OLD[0], OLD[0], OLD[1]), (OLD[0], OLD[1])) == [("gone", OLD[0], "")]


def test_the_exchange_format_counts_what_it_lists() -> None:
    comparison = compare(word_file_of(*OLD), word_file_of(*OLD[1:], "A sixth one."))
    told = as_json(comparison)
    assert [told[name] for name in ("changed", "new", "gone", "moved")] == [0, 1, 1, 0]
    assert set(told["items"][0]) == {"outcome", "old", "new", "where"}


def test_the_page_marks_changes_in_words_and_escapes_what_people_write() -> None:
    page = comparison_page(
        compare(word_file_of("A <b> & c."), word_file_of("A <i> & c.")), "old", "new"
    )
    assert "<b>" not in page
    assert "[taken out: " in page
    assert "[put in: " in page
    assert ">Changed<" in page
    assert page.count("<h1>") == 1


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_the_marked_words_give_back_both_texts(old: list[str], new: list[str]) -> None:
    item = ComparedBlock(Difference.CHANGED, " ".join(old), " ".join(new), "")
    pieces = list(pieces_of(item))
    assert "".join(p.words for p in pieces if p.mark != "ins") == item.old
    assert "".join(p.words for p in pieces if p.mark != "del") == item.new


@settings(max_examples=40, deadline=None)
@given(st.permutations(OLD), st.lists(st.sampled_from(OLD), unique=True))
def test_every_paragraph_of_the_newer_version_is_the_same_or_listed(
    first: list[str], second: list[str]
) -> None:
    comparison = compare(word_file_of(*first), word_file_of(*second))
    listed = [item.new for item in comparison.items if item.new]
    gone = [item.old for item in comparison.items if item.outcome is Difference.GONE]
    assert comparison.equal + len(listed) == len(second)
    assert sorted(gone) == sorted(set(first) - set(second))


@pytest.mark.parametrize("outcome", list(Difference))
def test_every_outcome_has_a_word_on_the_page(outcome: Difference) -> None:
    comparison = compare(word_file_of("a"), word_file_of("a"))
    item = ComparedBlock(outcome, "old words", "new words", "Under here")
    page = unescape(comparison_page(replace(comparison, items=(item,)), "a", "b"))
    assert re.search(rf">{outcome.value.capitalize()}</span>", page)
    assert "<h2>Under here</h2>" in page
