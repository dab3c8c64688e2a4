"""Rows and cells, and tables of people's own."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from tests.editors.desk import as_deleted, bookmarks_of, paragraph_mark
from tests.editors.hands.layout import neighbours
from tests.editors.ledger import Touch
from tests.editors.markup import (
    LABEL,
    P_PR,
    RANGE_START,
    SDT,
    TBL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    TRACKED,
    P,
    R,
    T,
    element,
    inside,
    parent,
    runs_of,
    w,
)

if TYPE_CHECKING:
    from lxml import etree

    from tests.editors.desk import Desk


def _a_row(desk: Desk) -> etree._Element | None:
    """Return a plain row that is not the head of its table."""

    def fits(row: etree._Element) -> bool:
        held = (*TRACKED, RANGE_START, w("tblHeader"), w("fldChar"), w("footnoteReference"))
        return not any(True for _ in row.iter(*held)) and row.getprevious() is not None

    return desk.pick(fits, TR)


def _new_row(desk: Desk, like: etree._Element) -> etree._Element:
    row = deepcopy(like)
    for nested in list(row.iter(TBL)):
        parent(nested).remove(nested)
    for mark in bookmarks_of(row):
        parent(mark).remove(mark)
    for cell in row.findall(TC):
        look = next((deepcopy(x) for p in cell.iter(P) for x in p.findall(P_PR)), None)
        cell[:] = [c for c in cell if c.tag == TC_PR]
        new = desk.paragraph(f"cell {desk.mark()}")
        if look is not None:
            new.insert(0, look)
        cell.append(new)
    desk.label(row)
    return row


def _touch_table(desk: Desk, row: etree._Element) -> None:
    """Note that a table has a row more or less; its other rows are as they were."""
    desk.ledger.touch(desk.home_of(parent(row)) or desk.home_of(row), Touch.ROWS)
    desk.ledger.rows.update(outer.get(LABEL, "") for outer in row.iterancestors(TR))


def adds_a_row(desk: Desk) -> bool:
    """Put a row of one's own into a table."""
    near = _a_row(desk)
    if near is None:
        return False
    _touch_table(desk, near)
    near.addnext(_new_row(desk, near))
    return True


def adds_a_row_tracked(desk: Desk) -> bool:
    """Put in a row that is marked as inserted."""
    near = _a_row(desk)
    if near is None:
        return False
    _touch_table(desk, near)
    row = _new_row(desk, near)
    _track_row(desk, row, "ins")
    near.addnext(row)
    return True


def deletes_a_row(desk: Desk) -> bool:
    """Take a row out of a table."""
    row = _a_row(desk)
    if row is None or len(parent(row).findall(TR)) < 3 or bookmarks_of(row):
        return False
    desk.touch(row)
    _touch_table(desk, row)
    parent(row).remove(row)
    return True


def deletes_a_row_tracked(desk: Desk) -> bool:
    """Delete a row so that it stays, struck through."""
    row = _a_row(desk)
    if row is None:
        return False
    desk.touch(row)
    _touch_table(desk, row)
    _track_row(desk, row, "del")
    return True


def _track_row(desk: Desk, row: etree._Element, tag: str) -> None:
    properties = row.find(TR_PR)
    if properties is None:
        properties = element("trPr")
        row.insert(0, properties)
    properties.append(desk.signed(tag))
    for run in list(row.iter(R)):
        change = desk.signed(tag)
        run.addprevious(change)
        change.append(as_deleted(run) if tag == "del" else run)
    for paragraph in row.iter(P):
        paragraph_mark(paragraph, desk.signed(tag))


def edits_a_cell(desk: Desk) -> bool:
    """Type into a cell."""
    paragraph = desk.pick(lambda p: inside(p, TC) and bool(runs_of(p)))
    if paragraph is None:
        return False
    words = desk.by.choice(runs_of(paragraph)).find(T)
    assert words is not None
    words.text = f"{words.text} {desk.mark()}" if desk.by.random() < 0.5 else desk.mark()
    desk.touch(paragraph)
    return True


def draws_a_table(desk: Desk) -> bool:
    """Draw a table of one's own, with a paragraph after it."""
    near = desk.pick(lambda p: not inside(p, TC, SDT, w("txbxContent")))
    if near is None:
        return False
    table = element("tbl", element("tblPr", element("tblW", w="0", type="auto")))
    grid = element("tblGrid", *[element("gridCol", w="3000") for _ in range(2)])
    table.append(grid)
    for _ in range(desk.by.randint(1, 3)):
        cells = [
            element(
                "tc",
                element("tcPr", element("tcW", w="3000", type="dxa")),
                desk.paragraph(f"own cell {desk.mark()}"),
            )
            for _ in range(2)
        ]
        row = element("tr", *cells)
        desk.label(row)
        table.append(row)
    near.addnext(table)
    table.addnext(desk.paragraph(f"After the table {desk.mark()}."))
    desk.crowd(near, *neighbours(near), *neighbours(table))
    desk.wedge(table)
    return True


def deletes_a_table(desk: Desk) -> bool:
    """Take a whole table out."""
    table = desk.pick(lambda t: not inside(t, TC, SDT) and not bookmarks_of(t), TBL)
    if (
        table is None
        or desk.by.random() < 0.7
        or any(True for _ in table.iter(*TRACKED, RANGE_START))
    ):
        return False
    for row in table.findall(TR):
        desk.touch(row)
        desk.ledger.touch(desk.home_of(row), Touch.WORDS)
    desk.crowd(table, *neighbours(table))
    parent(table).remove(table)
    return True
