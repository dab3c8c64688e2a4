"""What a passage is, is told by its style, its look and its length."""

import pytest

from casework.rules.manuscript.passages import LONGEST_HEADING, SHORT_LINE
from models.shapes.word import TextKind
from tests.manuscripts import a_response


@pytest.mark.parametrize(("words", "short"), [(SHORT_LINE, True), (SHORT_LINE + 1, False)])
def test_a_line_is_short_up_to_so_many_words(words: int, *, short: bool) -> None:
    (passage,) = a_response("word " * words).passages
    assert passage.is_short is short


@pytest.mark.parametrize(("more", "heads"), [(0, True), (1, False)])
def test_a_bold_paragraph_is_a_heading_up_to_so_many_words(more: int, *, heads: bool) -> None:
    (passage,) = a_response(f"**{' '.join(['word'] * (LONGEST_HEADING + more))}**").passages
    assert passage.is_heading is heads


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("**My response**", True),
        ("**My** response", False),
        ("**My response.**", False),
        ("**My response,**", False),
        ("**My response:**", True),
        ("**Findings .... 12**", False),
        ("**Findings ... 12**", True),
        ("**Findings … 123**", False),
        ("**Findings … 1234**", True),
    ],
)
def test_a_heading_by_its_look_is_bold_throughout_and_no_sentence(
    words: str, *, heads: bool
) -> None:
    (passage,) = a_response(words).passages
    assert (passage.kind is TextKind.HEADING) is heads


def test_the_heads_of_a_cell_are_those_above_and_beside_it() -> None:
    words = "| Finding | Answer |\n| AFI 1 | I agree |"
    heads = {one.words: one.heads for one in a_response(words).passages}
    assert heads == {
        "Finding": (),
        "Answer": ("Finding",),
        "AFI 1": ("Finding",),
        "I agree": ("Answer", "AFI 1"),
    }
    (alone,) = a_response("No table.").passages
    assert alone.heads == ()
