"""A finding is split at its lines and put together without losing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.rules.finding_lines import parts_at, put_together

STEM = "The force should, within three months:"
LIST = f"{STEM}\nagree a plan; and\nreport on it.\nThe force should also buy bicycles."


def test_a_part_that_begins_with_a_bullet_takes_its_stem_along() -> None:
    first, second = parts_at(LIST, [3])
    assert first == f"{STEM}\nagree a plan; and"
    assert second == f"{STEM}\nreport on it.\nThe force should also buy bicycles."


def test_a_part_that_begins_with_a_sentence_of_its_own_has_no_stem() -> None:
    assert parts_at(LIST, [4])[1] == "The force should also buy bicycles."
    assert len(parts_at(LIST, [4, 3])) == 3


@pytest.mark.parametrize("lines", [[], [1], [5], [3, 3], [0], [-1]])
def test_lines_that_are_not_there_are_refused(lines: list[int]) -> None:
    with pytest.raises(RefusedInputError, match="from 2 to 4"):
        parts_at(LIST, lines)


def test_a_finding_of_one_line_is_first_corrected() -> None:
    with pytest.raises(RefusedInputError, match="correct it first"):
        parts_at("One line.", [2])


def test_a_stem_that_is_shared_and_a_finding_printed_twice_stand_once() -> None:
    parts = parts_at(LIST, [3, 4])
    assert put_together(parts) == LIST
    assert put_together(["The force’s plan", "The force's plan"]) == "The force’s plan"


def test_the_same_bullet_under_two_stems_stands_twice() -> None:
    both = ["The force should:\nplan; and\nreport.", "The office should:\nplan; and\nreport."]
    assert put_together(both) == "\n".join(both)


@given(st.lists(st.text("abc :;.", min_size=1, max_size=8), min_size=2, max_size=6), st.data())
def test_no_line_is_lost_by_a_split(lines: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(2, len(lines)))
    try:
        parts = parts_at("\n".join(lines), [start])
    except RefusedInputError:
        return
    kept = {line.strip() for part in parts for line in part.split("\n")}
    assert {line.strip() for line in lines} - {""} <= kept
