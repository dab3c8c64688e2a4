"""Word files of no template of ours: headings, lists, tables in tables, and none of our marks."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import docx

from tests.editors.pieces import Source, source_of
from tests.editors.wording import a_paragraph, corrected

if TYPE_CHECKING:
    from random import Random

    from docx.document import Document
    from docx.table import _Cell


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph (words) or table (rows of cells) of a foreign document."""

    name: str
    style: str
    words: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    """A line break in a cell's words begins a paragraph."""
    nested: tuple[tuple[str, ...], ...] = ()
    """Rows of a table within the table's last cell."""


Outline = tuple[Item, ...]


def an_outline(by: Random) -> Outline:
    """Return what a foreign document says."""
    items = [Item("the title", "Title", a_paragraph(by, 5))]
    for n in range(by.randint(8, 25)):
        name = f"item {n}"
        match by.randrange(10):
            case 0 | 1:
                items.append(Item(name, by.choice(["Heading 1", "Heading 2"]), a_paragraph(by, 4)))
            case 2 | 3:
                style = by.choice(["List Bullet", "List Number"])
                items.append(Item(name, style, a_paragraph(by, 8)))
            case 4:
                items.append(_a_table(by, name))
            case _:
                items.append(Item(name, "Normal", a_paragraph(by)))
    # Word itself ends every document with a paragraph.
    return (*items, Item("the end", "Normal", a_paragraph(by, 3)))


def _a_table(by: Random, name: str) -> Item:
    rows = tuple(tuple(a_paragraph(by, 3) for _ in range(3)) for _ in range(by.randint(2, 5)))
    nested = tuple(tuple(a_paragraph(by, 2) for _ in range(2)) for _ in range(2))
    return Item(name, "Table Grid", rows=rows, nested=nested if by.random() < 0.3 else ())


def later(by: Random, outline: Outline, times: int) -> Outline:
    """Return the outline as its writers changed it: words, rows, paragraphs more or less."""
    items = list(outline)
    for n in range(times):
        at = by.randrange(1, len(items))
        item = items[at]
        match by.randrange(8):
            case 0 | 1:
                place = by.choice((at, _before_a_table(items, at), len(items)))
                items.insert(place, Item(f"new {n}", "Normal", a_paragraph(by)))
            case 2 if len(items) > 4 and item.name != "the end":
                del items[at]
            case _ if item.rows:
                items[at] = replace(item, rows=_rows_changed(by, item.rows))
            case _:
                items[at] = replace(item, words=corrected(by, item.words))
    return tuple(items)


def _before_a_table(items: list[Item], otherwise: int) -> int:
    return next((n for n, item in enumerate(items) if item.rows), otherwise)


def _rows_changed(by: Random, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    out = list(rows)
    at = by.randrange(1, len(out))
    match by.randrange(4):
        case 0:
            out.insert(at, tuple(a_paragraph(by, 3) for _ in rows[0]))
        case 1 if len(out) > 2:
            del out[at]
        case 2:  # the cell ends with another paragraph than before
            out[at] = (*out[at][:-1], f"{out[at][-1]}\n{a_paragraph(by, 4)}")
        case _:
            out[at] = (*out[at][:1], corrected(by, out[at][1]), *out[at][2:])
    return tuple(out)


def written(outline: Outline) -> Source:
    """Return the Word file of an outline."""
    document = docx.Document()
    for item in outline:
        if not item.rows:
            document.add_paragraph(item.words, style=item.style)
        else:
            _write_table(document, item)
    saved = io.BytesIO()
    document.save(saved)
    return source_of(saved.getvalue(), [item.name for item in outline])


def _write_table(document: Document, item: Item) -> None:
    table = document.add_table(len(item.rows), len(item.rows[0]), style=item.style)
    for row, said in zip(table.rows, item.rows, strict=True):
        for cell, words in zip(row.cells, said, strict=True):
            first, *more = words.split("\n")
            cell.text = first
            for paragraph in more:
                cell.add_paragraph(paragraph)
    if item.nested:
        _nest(table.rows[0].cells[-1], item.nested)


def _nest(cell: _Cell, rows: tuple[tuple[str, ...], ...]) -> None:
    inner = cell.add_table(len(rows), len(rows[0]))
    for row, said in zip(inner.rows, rows, strict=True):
        for holder, words in zip(row.cells, said, strict=True):
            holder.text = words
