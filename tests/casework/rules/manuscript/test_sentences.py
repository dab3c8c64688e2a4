"""Where sentences end, and which one a place stands in."""

import pytest

from casework.rules.manuscript.sentences import (
    LONGEST,
    Sentence,
    in_pieces,
    sentence_at,
    sentences_in,
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("One. Two! (Three.) “Four?” Five", ["One. ", "Two! ", "(Three.) ", "“Four?” ", "Five"]),
        ("Mr. Slope met Cllr. Grantly. He left.", ["Mr. Slope met Cllr. Grantly. ", "He left."]),
        ("1. Act soon. 2 remain.", ["1. Act soon. ", "2 remain."]),
        ("See para. 4 of it. B. Lee agreed.", ["See para. 4 of it. ", "B. Lee agreed."]),
        ("one.\ntwo | three", ["one.\n", "two | ", "three"]),
        ("He said so. \n", ["He said so. \n"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(words: str, told: list[str]) -> None:
    found = sentences_in(words)
    assert [one.words for one in found] == told
    assert all(words[one.start : one.end] == one.words for one in found)


def test_a_place_stands_in_the_sentence_around_it() -> None:
    words = "One. Two. Three."
    assert [sentence_at(words, at).words for at in (0, 4, 5, 9, 10, 15)] == [
        "One. ", "One. ", "Two. ", "Two. ", "Three.", "Three.",
    ]  # fmt: skip
    assert sentence_at(words, len(words)) == Sentence(0, len(words), words)
    assert sentence_at(words, 99) == Sentence(0, len(words), words)
    assert sentence_at("", 0) == Sentence(0, 0, "")


def test_the_longest_sentence_is_left_whole() -> None:
    longest = "Word " * (LONGEST // 5 - 1) + "last."
    assert len(longest) == LONGEST
    assert sentences_in(longest) == (Sentence(0, LONGEST, longest),)
    assert sentence_at(f"Before. {longest}", 20) == Sentence(8, 8 + LONGEST, longest)


def test_an_endless_sentence_is_parted_after_the_last_space_there_is_room_for() -> None:
    first, second, last = "Word " * 399, "a" * 1_994 + " b ", "word " * 2
    words = f"Before. {first}{second}{last}"
    at = [8, 8 + len(first), 8 + len(first) + len(second)]
    assert sentences_in(words) == (
        Sentence(0, 8, "Before. "),
        Sentence(at[0], at[1], first),
        Sentence(at[1], at[2], second),
        Sentence(at[2], len(words), last),
    )
    assert list(in_pieces(first + second + last)) == [first, second, last]


def test_an_endless_word_is_parted_where_the_room_ends() -> None:
    words = "See. " + "a" * (2 * LONGEST + 1)
    assert [len(one.words) for one in sentences_in(words)] == [5, LONGEST, LONGEST, 1]
    assert "".join(one.words for one in sentences_in(words)) == words
