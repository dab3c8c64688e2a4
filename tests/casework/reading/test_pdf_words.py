# ruff: noqa: E501 - text quoted whole, as the page prints it
"""Words, lines and paragraphs of PDFs: nothing torn apart, nothing run together."""

import pytest

from casework.reading.document import read_document
from casework.reading.hyphens import BREAK, Hyphens
from models.shapes.reading import BlockKind
from tests.casework.reading.typeset import typeset

NARROW = '#set page(width: 8cm, height: 14cm, margin: 1cm)\n#set text(lang: "en", region: "GB")\n'
FONTS = ["DejaVu Sans", "Libertinus Serif", "New Computer Modern"]


def texts(source: str) -> list[str]:
    return [block.text for block in read_document(typeset(source), "x.pdf").blocks]


@pytest.mark.parametrize("font", FONTS)
def test_no_word_is_torn_apart_whatever_the_font(font: str) -> None:
    words = "By 31 March 2022, police forces should make sure that their ability to fill a role is real."
    assert texts(f'#set text(font: "{font}")\n{words}') == [words]


def test_words_hyphenated_at_the_end_of_a_line_are_whole_again() -> None:
    words = (
        "The constabulary should evaluate tactical plans and share effective practice routinely, "
        "both internally and with its partner organisations, so that neighbourhoods can use them."
    )
    set_up = NARROW + "#set par(justify: true)\n#set text(hyphenate: true)\n"
    assert texts(set_up + words) == [words]


def test_a_hyphen_that_belongs_to_the_word_stays_at_the_end_of_a_line() -> None:
    learnt = Hyphens(["Its problem-solving is good at the base", "and no other force is good"])
    assert learnt.joined(f"The force’s problem{BREAK}", "solving is good") == (
        "The force’s problem-solving is good"
    )
    assert Hyphens(["one"] * 100).joined(f"a well{BREAK}", "run team") == "a well-run team"
    assert Hyphens([f"con{BREAK}"] * 9).joined(f"a con{BREAK}", "cern") == "a concern"


def test_short_letters_keep_their_paragraphs_apart() -> None:
    letter = [
        "Dear Chief Constable",
        "Sent on: 3 February 2025",
        "We write early.",
        "Yours sincerely",
    ]
    assert texts("#set text(12pt)\nA letter about calls\n\n" + "\n\n".join(letter))[1:] == letter


def test_paragraphs_without_any_space_between_them_are_told_by_their_last_lines() -> None:
    source = (
        "#set par(leading: 0.6em, spacing: 0.6em)\n"
        "The first paragraph is long enough to fill a line of the page, and then it ends below in one more line that is "
        "much shorter.\n\nSent on: 3 February 2025\n\nPublished on: 5 February 2025"
    )
    assert len(texts(source)) == 3


def test_a_label_right_above_a_bold_finding_is_not_joined_with_it() -> None:
    source = "*Area for improvement* \\\n*The force should answer the calls that it gets from the public more quickly.*"
    assert texts(source)[0] == "Area for improvement"


def test_numbered_paragraphs_lose_their_numbers_and_lists_keep_their_items() -> None:
    source = (
        "= Heading\n1.1 The first of them.\n\n#text[1.2] Forces should act:\n\n"
        "a) at once; and\n\nb) well.\n\n1.3 This is the last of them."
    )
    blocks = read_document(typeset(source), "x.pdf").blocks
    assert [(b.kind, b.text) for b in blocks[1:]] == [
        (BlockKind.PARAGRAPH, "The first of them."),
        (BlockKind.PARAGRAPH, "Forces should act:"),
        (BlockKind.ITEM, "at once; and"),
        (BlockKind.ITEM, "well."),
        (BlockKind.PARAGRAPH, "This is the last of them."),
    ]


def test_bullets_that_are_drawn_count_as_bullets() -> None:
    source = "The force should:\n\n" + "\n\n".join(
        f"#box(circle(radius: 1.5pt, fill: black), baseline: -2pt)#h(6pt)item {n} of it;"
        for n in range(3)
    )
    kinds = [block.kind for block in read_document(typeset(source), "x.pdf").blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.ITEM] * 3]


def test_a_title_that_wraps_above_two_columns_stays_whole() -> None:
    filler = "Much is said here about the work of the force in its towns. " * 30
    source = (
        "= A long title of an inspection report that runs over the edge of the page and ends below it\n"
        f"#columns(2)[{filler}]"
    )
    found = texts(source)
    assert found[0].endswith("the page and ends below it")
    assert found[1] == filler.strip()
