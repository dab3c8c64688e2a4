"""Region bookmarks as LibreOffice saves them: split, without an end, or short of a new row."""

from __future__ import annotations

import pytest

from casework.documents.read_back import read_back
from casework.documents.regions import read_regions
from tests.casework.documents.raw_word import para, run, table, word_file

BY = 'w:id="9" w:author="Beth Hale" w:date="2022-11-18T10:00:00Z"'


def start(number: int, key: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="_s55_{key}"/>'


def end(number: int) -> str:
    return f'<w:bookmarkEnd w:id="{number}"/>'


SPLIT = (
    para(start(1, "f1") + run("One."))
    + para("Two.")
    + para(start(2, "f1") + run("Three.") + end(2))
    + para("Free.")
)
"""A bookmark over three paragraphs, of which the first was in a content control."""
NO_END = para(start(1, "f1") + run("One.")) + para("Free.") + para(start(3, "f2") + run("By"))
"""A bookmark whose last paragraph was deleted, and one more."""
AT_THE_NEXT = (
    para(start(1, "f1") + end(1) + run("One."))
    + para(start(2, "f1") + end(2) + run("Free."))
    + para(start(3, "f2") + run("By") + end(3))
)
"""A bookmark whose last paragraph was cut: its end fell on the paragraph below."""

STRUCK = (
    para(start(1, "f1") + run("One."))
    + f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    + f"<w:del {BY}>{start(2, 'f1')}<w:r><w:delText>Two.</w:delText></w:r></w:del>{end(2)}</w:p>"
    + para("Free.")
    + para(start(3, "f2") + run("By") + end(3))
)
"""A bookmark whose last paragraph was deleted under tracking."""


@pytest.mark.parametrize(
    ("body", "regions"),
    [
        (SPLIT, ["f1", "f1", "f1", None]),
        (NO_END, ["f1", None, "f2"]),
        (AT_THE_NEXT, ["f1", None, "f2"]),
        (STRUCK, ["f1", None, "f2"]),
    ],
    ids=["split", "without an end", "ended at the next", "struck out"],
)
def test_a_region_reaches_as_far_as_its_marks_and_no_further(
    body: str, regions: list[str | None]
) -> None:
    data = word_file(body)
    read = read_back(data)
    assert [block.region for block in read.blocks] == regions
    for key, lines in read_regions(data).items():
        assert read.region_text(key) == "\n".join(lines)


def test_a_table_with_a_row_behind_the_end_of_its_mark_is_still_its_regions() -> None:
    cell = para(start(2, "grades") + run("Good") + end(2))
    rows = table(("Area", "Grade"), ("Custody", cell), ("Bail", "Poor"))
    read = read_back(word_file(para(start(1, "grades") + run("Grades")) + rows + para("Free.")))
    assert [block.region for block in read.blocks] == ["grades", "grades", None]


def test_a_struck_out_row_that_holds_the_end_of_a_mark_ends_it() -> None:
    cell = para(start(2, "grades") + run("Good") + end(2))
    rows = table(("Area", "Grade"), ("Bail", "Poor"), ("Custody", cell))
    at = rows.rindex("<w:tr>") + len("<w:tr>")
    struck = f"{rows[:at]}<w:trPr><w:del {BY}/></w:trPr>{rows[at:]}"
    read = read_back(word_file(para(start(1, "grades") + run("Grades")) + struck + para("Free.")))
    assert [block.region for block in read.blocks] == ["grades", "grades", None]
