"""A sign without its other half is told once, by its name and at its place; quotations run on."""

import pytest

from casework.rules.checks.unclosed_delimiter import LONGEST_QUOTATION, unclosed_delimiter
from tests.manuscripts import a_response


def told(words: str) -> list[tuple[str | None, str]]:
    """Return at which passage each sign is told, and what is said of it."""
    found = unclosed_delimiter(a_response(words))
    return [(str(one.passage), one.message.partition(":")[0]) for one in found]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It is (so.", "A bracket is never closed"),
        ("It is so).", "A bracket is never opened"),
        ("It is [so.", "A bracket is never closed"),
        ("It is “so.", "A quotation mark is never closed"),
        ("It is so.”", "A quotation mark is never opened"),
        ("It is ‘so.", "A quotation mark is never closed"),
        ('It is "so.', "A quotation mark is never closed"),
    ],
)
def test_the_sign_is_called_by_its_name(words: str, said: str) -> None:
    assert told(words) == [("0", said)]


@pytest.mark.parametrize("sign", ["(", "[", "“", "‘"])
def test_the_words_around_the_sign_are_shown(sign: str) -> None:
    before, after = "before " * 20, "after " * 20
    (found,) = unclosed_delimiter(a_response(f"{before}{sign}here {after}"))
    assert f"{sign}here after" in found.where
    assert len(found.where) < 80


@pytest.mark.parametrize(
    "words",
    [
        "“First words.\nMore words.”",
        "“First words.\n“More words.”",
        "“First words.\n“More words.\n“Last words.”",
        "“First words.\nMore words.” Then “others”.",
        "“First words.\n“More” and last.”",
        "“First words.\n” More words.",
        "\n".join(["“Words."] * (LONGEST_QUOTATION) + ["“Last words.”"]),
    ],
)
def test_a_quotation_may_run_through_passages_that_each_open_it_again(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("“First words.\nMore words.", ["0"]),
        ("“First words.\nMore words.\nLast words.”", ["0"]),
        ("“First words.\nMore “words”.", ["0"]),
        ("“First words.\n“More words.", ["0", "1"]),
        ("“First words.\n# “More words\nLast words.”", ["0"]),
        ("“First.” “More words.\nLast words.", ["0"]),
        ("First words.\nLast words.”", ["1"]),
        ("“First.” Words.\nLast words.”", ["1"]),
        ("“First words.\nIt is (so.", ["0", "1"]),
        ("It is (so.\nAnd [so.\nAnd “so.", ["0", "1", "2"]),
        ("\n".join(["“Words."] * (LONGEST_QUOTATION + 1) + ["“Last words.”"]), ["0"]),
    ],
)
def test_a_quotation_that_never_ends_is_told_where_it_begins(words: str, where: list[str]) -> None:
    assert [place for place, _ in told(words)] == where


def test_a_quotation_of_a_whole_passage_is_shown_to_its_end_which_lacks_the_mark() -> None:
    words = "“We know that it must improve. " + "It will be done by then, " * 9 + "by the summer."
    (one,) = unclosed_delimiter(a_response(words + "\n# The next heading"))
    assert one.where == words
    assert len(one.message) < len(words)
    (other,) = unclosed_delimiter(a_response("He: “We know that it must improve."))
    assert other.where == "He: “We know that it must improve."


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ('The words stand under "Force response, and ours under "Authority response".', "Force"),
        ('It is called "Evolve, which is new.', '"Evolve'),
        ('It is "new", he said, and "good as well.', '"good'),
    ],
)
def test_of_straight_marks_the_one_that_is_not_closed_is_told(words: str, where: str) -> None:
    (one,) = unclosed_delimiter(a_response(words))
    assert where in one.where
    assert "never closed" in one.message


@pytest.mark.parametrize(
    "words",
    [
        'The report "PEEL 2023/25" and more.',
        'It is a 6" pipe, and an 8" pipe.',
        'It is ("so") and "so"/"so".',
        'It is " so " now.',
        'The so-called"boxes" are here.',
        '"It is so.\n"It goes on so."',
        '"It is so:\n- one\n- two."',
    ],
)
def test_straight_marks_that_are_closed_are_not_told(words: str) -> None:
    assert told(words) == []


def test_a_straight_mark_that_nobody_opened_is_told() -> None:
    assert told('He said so".') == [("0", "A quotation mark is never opened")]


@pytest.mark.parametrize(
    "words",
    [
        "R2. ‘By May the force should make sure that:\n- all is kept; and\n- all is told.’",
        "‘It is so.\n‘It goes on so.’",
    ],
)
def test_single_marks_run_on_like_the_double_ones(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize("behind", ["- all is kept.", "All is kept.’", "# ‘Kept’"])
def test_single_marks_that_no_item_closes_are_told(behind: str) -> None:
    assert ("0", "A quotation mark is never closed") in told(f"‘By May it should be:\n{behind}")
