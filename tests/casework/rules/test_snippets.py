"""A few words around what was looked for, cut between words, with nothing left out unseen."""

import pytest

from casework.rules.asked_words import asked
from casework.rules.snippets import BEFORE, LENGTH, Part, snippet


def parts(text: str, typed: str) -> list[tuple[str, bool]]:
    return [(part.words, part.marked) for part in snippet(text, asked(typed))]


def test_what_is_found_is_marked_and_the_rest_is_not() -> None:
    assert parts("A hate crime is a crime.", "crime") == [
        ("A hate ", False),
        ("crime", True),
        (" is a ", False),
        ("crime", True),
        (".", False),
    ]


def test_words_side_by_side_are_marked_each() -> None:
    assert parts("one-two", "one two") == [("one", True), ("-", False), ("two", True)]


def test_without_a_place_the_beginning_is_shown() -> None:
    text = "word " * 100
    shown = parts(text, "nothing")
    assert shown == [(("word " * 52).rstrip(), False), (" …", False)]
    assert parts("", "nothing") == []


@pytest.mark.parametrize(("before", "cut"), [(BEFORE, False), (BEFORE + 1, True)])
def test_a_beginning_is_left_out_only_where_the_place_is_far_from_it(
    before: int, *, cut: bool
) -> None:
    text = "ab " * ((before - 2) // 3) + "x" * ((before - 2) % 3 + 1) + " found here"
    assert text.index("found") == before
    assert (parts(text, "found")[0] == ("… ", False)) is cut


def test_a_snippet_begins_with_a_whole_word_and_not_inside_one_with_a_hyphen() -> None:
    text = f"{'far ' * 20}over-long {'near ' * 13}found."
    first, second, *_ = parts(text, "found")
    assert first == ("… ", False)
    assert second[0].startswith("near ")
    whole = f"{'far ' * 20}{'near ' * 14}found."
    assert parts(whole, "found")[1][0] == "near " * 14


def test_a_place_in_one_long_word_begins_the_snippet() -> None:
    text = f"{'a-' * 60}found"
    shown = parts(text, "found")
    assert shown[0] == ("… ", False)
    assert shown[-1] == ("found", True)


@pytest.mark.parametrize(("more", "cut"), [(0, False), (1, True)])
def test_a_text_of_the_length_of_a_snippet_is_shown_whole(more: int, *, cut: bool) -> None:
    text = "ab " * 86 + "cd" + "e" * more
    assert len(text) == LENGTH + more
    shown = parts(text, "nothing")
    assert (shown[-1] == (" …", False)) is cut
    if cut:
        assert shown[0][0] == ("ab " * 86).rstrip()


def test_only_blanks_after_the_end_are_not_worth_dots() -> None:
    assert parts("ab " * 86 + "cd" + "   ", "nothing")[-1][0].rstrip().endswith("cd")
    assert Part(" …", marked=False) not in snippet("ab " * 86 + "cd" + " \n", asked("nothing"))


def test_a_place_at_the_very_end_of_the_window_is_left_to_the_next() -> None:
    text = "ab " * 86 + "cd found"
    assert parts(text, "ab")[-1] == (" …", False)
    assert ("found", True) not in parts(text, "ab found")
