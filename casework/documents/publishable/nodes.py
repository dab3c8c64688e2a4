"""The pieces of a laid-out document, which page and PDF both set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.shapes.word import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and what it covers."""

    nodes: tuple[Node, ...]
    columns: int
    rows: int
    column: int = 0
    keep: bool = True
    """Whether its row is short enough to stay on one page."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the laid-out document."""

    kind: str
    """title, heading, paragraph, quote, list, item, table, figure (with a caption) or notes."""
    spans: tuple[Span, ...] = ()
    level: int = 0
    """Of a heading, from 1 below the title."""
    number: str | None = None
    language: str | None = None
    """Set only where it is not the document's."""
    ordered: bool = False
    nodes: tuple[Node, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    header_rows: int = 0
    widths: tuple[int, ...] = ()
    """Shares of the columns of a table, by how much they have to say."""
    caption: str | None = None
    keep_next: bool = False
    """Whether it stands on the same page as what follows."""
    note: int = 0
    """The number of the footnote or endnote that it is."""
    close: bool = False
    """Whether the next line follows without a space, as in an address."""


def lists_of(items: Sequence[tuple[int, Node]]) -> Iterator[Node]:
    """Yield lists with deeper items inside the item before them."""
    top = min((level for level, _ in items), default=0)
    entries: list[tuple[Node, list[tuple[int, Node]]]] = []
    for level, node in items:
        if level > top and entries:
            entries[-1][1].append((level, node))
        elif entries and level == top and entries[-1][0].ordered != node.ordered:
            yield _list(entries)
            entries = [(node, [])]
        else:
            entries.append((node, []))
    if entries:
        yield _list(entries)


def _list(entries: Sequence[tuple[Node, list[tuple[int, Node]]]]) -> Node:
    nodes = tuple(
        replace(n, kind="item", ordered=False, nodes=tuple(lists_of(deeper)))
        for n, deeper in entries
    )
    return Node("list", ordered=entries[0][0].ordered, nodes=nodes)


def rows_may_split(nodes: Iterable[Node]) -> bool:
    """Return whether a row of some table is too long for one page."""
    return any(
        not cell.keep or rows_may_split(cell.nodes)
        for node in nodes
        for row in node.rows
        for cell in row
    )
