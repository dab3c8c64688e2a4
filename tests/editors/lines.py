"""A document as a reader goes through it: one line for a paragraph, one for a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.editors.markup import (
    BODY,
    LABEL,
    SDT,
    SDT_PR,
    TBL,
    TC,
    TR,
    VAL,
    P,
    blocks,
    w,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

KEY: Final = re.compile(r"s55:(\w+)\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one row of a table."""

    text: str
    """Of a row: its cells, with a bar between them."""
    label: str
    key: str
    """Of the region whose content control holds the line, or an empty string."""
    row: bool = False


def key_of(control: etree._Element) -> str:
    """Return the region a control says it is, by its tag or else its title."""
    properties = control.find(SDT_PR)
    for name in ("tag", "alias"):
        mark = properties.find(w(name)) if properties is not None else None
        found = KEY.search(mark.get(VAL, "")) if mark is not None else None
        if found:
            return found[1]
    return ""


def lines_of(root: etree._Element) -> list[Line]:
    """Return the lines of a whole document."""
    body = root.find(BODY)
    assert body is not None
    return [line for block in blocks(body) for line in lines_in(block)]


def lines_in(block: etree._Element) -> Iterator[Line]:
    """Yield the lines of one paragraph or table."""
    key = next(filter(None, map(key_of, block.iterancestors(SDT))), "")
    if block.tag == P:
        yield Line(words_of(block), block.get(LABEL, ""), key)
    else:
        for row in block.findall(TR):
            yield Line(row_text(row), row.get(LABEL, ""), key, row=True)


def row_text(row: etree._Element) -> str:
    """Return the words of a row, its nested tables' among them."""
    return " | ".join("\n".join(_cell(cell)) for cell in row.iter(TC) if cell.getparent() is row)


def _cell(cell: etree._Element) -> Iterator[str]:
    for block in blocks(cell):
        if block.tag == TBL:
            yield from (row_text(row) for row in block.findall(TR))
        else:
            yield words_of(block)
