"""What a passage is, is told by its style, its look and its length."""

from dataclasses import replace

import pytest

from casework.rules.manuscript.passages import LONGEST_HEADING, SHORT_LINE
from models.shapes.word import Span, TextBlock, TextKind
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


def test_every_cell_of_a_table_knows_its_place_and_its_heads() -> None:
    words = "Words.\n| Ref | Answer |\n| AFI 1 | I ask. |\nWords.\n| One | Two |\n| 3 | 4 |"
    cells = [(one.words, one.cell) for one in a_response(words).passages if one.cell]
    assert cells == [
        ("Ref", (0, 0, 0, ())),
        ("Answer", (0, 0, 1, ("Ref",))),
        ("AFI 1", (0, 1, 0, ("Ref",))),
        ("I ask.", (0, 1, 1, ("Answer", "AFI 1"))),
        ("One", (1, 0, 0, ())),
        ("Two", (1, 0, 1, ("One",))),
        ("3", (1, 1, 0, ("One",))),
        ("4", (1, 1, 1, ("Two", "3"))),
    ]


def test_a_tables_caption_is_a_passage_before_it_and_an_empty_table_is_none() -> None:
    response = a_response("Words.")
    one, two = (TextBlock(TextKind.PARAGRAPH, (Span(word),)) for word in ("One", "two"))
    cell = (one, two)
    table = TextBlock(TextKind.TABLE, rows=((cell, cell), (cell,)), caption="The grades")
    empty = TextBlock(TextKind.TABLE, rows=())
    read = replace(response.read, blocks=(empty, table))
    first, *rest = replace(response, read=read).passages
    assert (first.words, first.cell, first.kind) == ("The grades", None, TextKind.PARAGRAPH)
    assert [one.heads for one in rest][2:] == [("One two",)] * 4


def test_headings_stand_above_what_is_below_them() -> None:
    words = "# One\nWords.\n## Two\nWords.\n## Three\n# Four\n**Five**\nWords."
    trails = [one.trail for one in a_response(words).passages]
    assert trails == [
        (),
        ("One",),
        ("One",),
        ("One", "Two"),
        ("One",),
        (),
        ("Four",),
        ("Four", "Five"),
    ]
