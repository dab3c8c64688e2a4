"""A comparison as a page to read: words say what changed, colour only helps."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from casework.documents.html_pages import html_pages
from casework.documents.pieces.word_changes import phrases, tokens
from models.shapes.comparison import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from models.shapes.comparison import ComparedBlock, Comparison


class Piece(NamedTuple):
    """Words of a changed block: kept, taken out or put in."""

    mark: str
    """Empty, `del` or `ins`."""
    words: str


def comparison_page(comparison: Comparison, old: str, new: str) -> str:
    """Return the page; `old` and `new` are what a person calls the two versions."""
    parts = parts_of(comparison)
    counts = {outcome.value: comparison.count(outcome) for outcome in Difference}
    return (
        _page().render(comparison=comparison, parts=parts, counts=counts, old=old, new=new) + "\n"
    )


def parts_of(comparison: Comparison) -> list[tuple[str, list[tuple[ComparedBlock, list[Piece]]]]]:
    """Return what differs under each heading, each block with its words marked."""
    return [
        (where, [(item, list(pieces_of(item))) for item in items])
        for where, items in groupby(comparison.items, key=lambda item: item.where)
    ]


def pieces_of(item: ComparedBlock) -> Iterator[Piece]:
    """Yield the words of a block, with those taken out and put in marked."""
    if item.outcome is not Difference.CHANGED:
        marks = {Difference.NEW: "ins", Difference.GONE: "del"}
        yield Piece(marks.get(item.outcome, ""), item.new or item.old)
        return
    old, new, reached = tokens(item.old), tokens(item.new), 0
    for change in phrases(old, new):
        yield Piece("", "".join(old[reached : change.start]))
        yield Piece("del", "".join(old[change.start : change.end]))
        yield Piece("ins", "".join(new[change.new_start : change.new_end]))
        reached = change.end
    yield Piece("", "".join(old[reached:]))


@cache
def _page() -> Template:
    return html_pages().get_template("comparison.html")
