"""Which paragraph is which: keys before words, words where marks are lost, and no guesses."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.documents.pieces import alignment
from casework.documents.pieces.alignment import MOST_COMPARISONS, Piece, align
from casework.documents.pieces.steady import in_step
from casework.documents.pieces.word_changes import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

RECORDS = "The force should record each decision within one month of making it."
REVIEWS = "Supervisors must check a sample of these records every quarter."
TRAINING = "By 31 October 2023, training should have reached every response officer."
OTHER = "Nothing here has anything in common with what stood before at all."

KEYS = st.sampled_from([None, "a", "b", "c"])
TEXTS = st.sampled_from(["", RECORDS, REVIEWS, TRAINING, RECORDS + " " + REVIEWS, "Yes."])
PIECES = st.lists(st.builds(Piece, KEYS, TEXTS, st.booleans()), max_size=8)


def plain(*texts: str) -> list[Piece]:
    return [Piece(None, text) for text in texts]


@given(old=PIECES, new=PIECES)
def test_no_piece_is_paired_twice_and_tables_only_with_tables(
    old: list[Piece], new: list[Piece]
) -> None:
    found = align(old, new)
    assert len(set(found.values())) == len(found)
    assert list(found) == sorted(found)
    for i, j in found.items():
        assert old[i].is_table == new[j].is_table


@given(pieces=PIECES)
def test_equal_versions_are_paired_piece_by_piece(pieces: list[Piece]) -> None:
    assert align(pieces, pieces) == {place: place for place in range(len(pieces))}


@given(
    old=st.lists(st.text("abc ", min_size=1).filter(str.strip), max_size=6),
    new=st.lists(st.text("xyz ", min_size=1).filter(str.strip), max_size=6),
)
def test_versions_with_nothing_in_common_are_paired_nowhere(old: list[str], new: list[str]) -> None:
    assert align(plain(*old), plain(*new)) == {}


@given(order=st.permutations([RECORDS, REVIEWS, TRAINING, OTHER]))
def test_moved_paragraphs_are_found_by_their_words(order: list[str]) -> None:
    old = [RECORDS, REVIEWS, TRAINING, OTHER]
    found = align(plain(*old), plain(*order))
    assert {old[i]: order[j] for i, j in found.items()} == {text: text for text in old}


def test_equal_words_in_different_regions_keep_their_own_places() -> None:
    old = [Piece("f4", RECORDS), Piece("f5", RECORDS)]
    new = [Piece("f5", RECORDS), Piece("f4", RECORDS)]
    assert align(old, new) == {0: 1, 1: 0}


def test_a_region_with_one_paragraph_on_both_sides_is_the_same_whatever_it_says() -> None:
    assert align([Piece("f4", RECORDS)], [Piece("f4", OTHER)]) == {0: 0}
    assert align([Piece("f4", RECORDS)], [Piece("f4", OTHER), Piece("f4", TRAINING)]) == {}


def test_a_region_never_becomes_another_region() -> None:
    assert align([Piece("f4", RECORDS)], [Piece("f5", RECORDS)]) == {}


def test_a_mark_that_was_lost_contradicts_nothing() -> None:
    assert align([Piece("f4", RECORDS)], [Piece(None, RECORDS)]) == {0: 0}
    assert align([Piece("f4", RECORDS)], [Piece(None, RECORDS[:-1] + " at most.")]) == {0: 0}


def test_a_retyped_paragraph_is_known_between_its_neighbours_where_elsewhere_it_is_not() -> None:
    retyped = "The force should write down what it decided and why it did so."
    assert align(plain(REVIEWS, RECORDS, OTHER), plain(REVIEWS, retyped, OTHER))[1] == 1
    assert 1 not in align(plain(REVIEWS, RECORDS, OTHER), plain(REVIEWS, OTHER, retyped))


def test_what_was_joined_is_one_of_the_two_and_not_both() -> None:
    found = align(plain(RECORDS, REVIEWS), plain(f"{RECORDS} {REVIEWS}"))
    assert list(found.values()) == [0]


def test_empty_paragraphs_are_no_evidence() -> None:
    assert align(plain(RECORDS, ""), plain("", OTHER)).get(0) is None


PAIRS = st.lists(st.integers(0, 9), unique=True, max_size=8).map(lambda js: dict(enumerate(js)))


def rises(places: Sequence[int]) -> bool:
    return all(a < b for a, b in pairwise(places))


@given(pairs=PAIRS)
def test_what_is_in_step_rises_on_both_sides_and_nothing_longer_does(pairs: dict[int, int]) -> None:
    found = in_step(pairs)
    assert found.items() <= pairs.items()
    assert rises(list(found))
    assert rises(list(found.values()))
    longer = combinations(pairs, len(found) + 1)
    assert not any(rises([pairs[i] for i in some]) for some in longer)


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the lengths of what is weighed word by word from now on."""
    lengths: list[int] = []

    def counting(old: Sequence[str], new: Sequence[str]) -> float:
        lengths.append(len(old) + len(new))
        return likeness(old, new)

    monkeypatch.setattr(alignment, "likeness", counting)
    return lengths


@pytest.mark.parametrize("count", [50, 140, 400])
def test_words_are_weighed_no_more_often_than_the_limit_however_long_a_file_is(
    count: int, weighed: list[int]
) -> None:
    old = plain(*(f"a{n} b{n} c{n} d{n}" for n in range(count)))
    new = plain(*(f"x{n} y{n} c{n} d{n}" for n in range(count)))
    align(old, new)
    assert len(weighed) <= 2 * MOST_COMPARISONS
    assert bool(weighed) is (count**2 <= MOST_COMPARISONS)


def test_a_long_file_with_few_changes_weighs_only_those(weighed: list[int]) -> None:
    old = [f"Paragraph {n} of the {n * 7 % 1000}th kind stands here." for n in range(3000)]
    new = [text.replace("stands", "stood") if n % 300 == 7 else text for n, text in enumerate(old)]
    assert align(plain(*old), plain(*new)) == {n: n for n in range(3000)}
    assert 10 <= len(weighed) <= 200
