"""Where sentences end, and which one a place stands in."""

import pytest

from casework.rules.manuscript.sentences import Sentence, sentence_at, sentences_in


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
    assert sentence_at(words, 99) == Sentence(0, len(words), words)
    assert sentence_at("", 0) == Sentence(0, 0, "")
