# ruff: noqa: E501 - text quoted whole, as the page prints it
"""Tables and boxes of PDFs."""

import pytest

from casework.reading.document import read_document
from models.shapes.reading import Block, BlockKind
from tests.casework.reading.typeset import typeset

LONG = (
    "Within six months, the force should be able to monitor the lawful use of all its devices, "
    "including telephones and tablets."
)
ROWS = (("No.", "Recommendation", "Page"), ("1", LONG, "4"), ("2", "The force should act.", "5"))
FILLER = "Much is said here about the work of the force in its towns and villages. " * 4


def blocks(source: str) -> tuple[Block, ...]:
    return read_document(typeset(source), "x.pdf").blocks


def table(*, rules: str) -> str:
    header = ", ".join(f"[*{cell}*]" for cell in ROWS[0])
    cells = ", ".join(f"[{cell}]" for row in ROWS[1:] for cell in row)
    return (
        f"#table(columns: (auto, 1fr, auto), inset: 6pt, stroke: {rules}, "
        f"table.header({header}), {cells})\n"
    )


@pytest.mark.parametrize("rules", ["1pt", "none", "(x: none, y: 0.5pt)"])
@pytest.mark.parametrize("leading", ["0.6em", "1.1em"])
def test_a_table_keeps_its_rows_and_cells_ruled_or_not(rules: str, leading: str) -> None:
    source = f"#set par(leading: {leading})\nThe table shows it.\n\n{table(rules=rules)}\nAfter."
    before, found, after = blocks(source)
    assert found.kind is BlockKind.TABLE
    assert found.rows == ROWS
    assert (before.text, after.text) == ("The table shows it.", "After.")


def test_a_table_that_goes_on_over_the_page_is_one_table_with_one_header() -> None:
    source = f"#set page(height: 9cm)\n{FILLER}\n{table(rules='1pt')}"
    tables = [block for block in blocks(source) if block.kind is BlockKind.TABLE]
    assert [one.rows for one in tables] == [ROWS]


def test_grades_in_columns_without_rules_make_a_table() -> None:
    source = "#table(columns: 2, stroke: none, [Preventing crime], [Good], [Investigating crime], [Requires improvement])"
    assert blocks(source)[0].rows == (
        ("Preventing crime", "Good"),
        ("Investigating crime", "Requires improvement"),
    )


def test_two_columns_of_prose_with_bold_headings_side_by_side_are_no_table() -> None:
    source = f"#columns(2)[*Left heading*\n\n{FILLER}\n#colbreak()\n*Right heading*\n\n{FILLER}]"
    found = blocks(source)
    assert [block.kind for block in found] == [BlockKind.HEADING, BlockKind.PARAGRAPH] * 2


BOX = "#block(fill: luma(230), inset: 8pt, width: 100%)"


def test_a_box_that_goes_on_in_the_next_column_or_page_is_one_box() -> None:
    inside = "\n\n".join(f"The force should do thing {n} for all. {FILLER}" for n in range(9))
    source = f"#set page(height: 14cm, columns: 2)\n{FILLER}\n\n{BOX}[*Areas for improvement*\n\n{inside}]\n\nAfter it."
    boxes = [block.box for block in blocks(source)]
    assert len({box for box in boxes if box is not None}) == 1
    assert boxes[0] is None
    assert boxes[-1] is None
    assert sum(box is not None for box in boxes) == 10


def test_two_boxes_on_two_pages_stay_two() -> None:
    one = f"{BOX}[*Area for improvement*\n\nThe force should act, and do so soon.]"
    source = f"#set page(height: 9cm)\n{FILLER}\n\n{one}\n#pagebreak()\n{one}"
    boxes = [block.box for block in blocks(source) if block.box is not None]
    assert len(set(boxes)) == 2


def test_a_frame_drawn_as_four_lines_is_a_box() -> None:
    source = "#table(columns: 1, inset: 8pt)[*Area for improvement*\n\nThe force should act, and soon.]\n\nAfter."
    assert [block.box is None for block in blocks(source)] == [False, False, True]
