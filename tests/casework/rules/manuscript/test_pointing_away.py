"""A sentence that only sends its reader to others' words is known as such."""

import pytest

from casework.rules.manuscript.pointing_away import POINTS_ONLY, points_to, words_of

THEIRS = words_of("force|chief constable")


@pytest.mark.parametrize(
    "sentence",
    [
        "See the force’s response.",
        "Please refer to the chief constable's own comments below.",
        "This is covered in the force’s full reply.",
        "The matter is dealt with by the statement of the chief constable.",
        "It is answered in the written submission from the force, the force’s submission.",
        "See the comments by the force.",
    ],
)
def test_a_sentence_that_points_to_others_words_is_told(sentence: str) -> None:
    assert points_to(sentence, THEIRS) is True


@pytest.mark.parametrize(
    "sentence",
    [
        "I welcome the force’s response.",
        "See the response of the council.",
        "See my answer beside the force’s response.",
        "See recommendation 2 and the force’s response.",
        "See the force’s plan.",
        "It is covered.",
    ],
)
def test_a_sentence_of_the_body_s_own_or_of_somebody_else_is_not(sentence: str) -> None:
    assert points_to(sentence, THEIRS) is False


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("Please see above.", True),
        ("Refer to the text overleaf", True),
        ("Also, see below", True),
        ("See the plan above.", False),
        ("We see below the surface.", False),
    ],
)
def test_a_sentence_that_points_nowhere_in_particular(sentence: str, *, alone: bool) -> None:
    assert (POINTS_ONLY.fullmatch(sentence) is not None) is alone
