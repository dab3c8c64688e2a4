"""Headers and footers: the words at the edges of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.blocks import BlockReader
from casework.documents.read_back.names import REL
from casework.documents.wordml import w
from models.shapes.word import PageEdge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from casework.documents.read_back.story import Story

EDGES: Final = {w("headerReference"): "header", w("footerReference"): "footer"}


def edges_of(body: etree._Element, story: Story) -> Iterator[PageEdge]:
    """Yield what stands at the edges of the pages, each part once; tell of one that none shows."""
    shown: set[str] = set()
    for reference in body.iter(*EDGES):
        relation = story.relation(reference.get(f"{REL}id"))
        if relation is None or relation.outside or relation.target in shown:
            continue
        shown.add(relation.target)
        root = story.package.root(relation.target)
        if root is not None:
            aside = story.aside(relation.target)
            aside.on_edge = True
            pages = reference.get(w("type"), "default")
            yield PageEdge(EDGES[reference.tag], pages, BlockReader(aside).read(root))
    for relation in story.package.relations(story.part).values():
        if relation.kind in EDGES.values() and relation.target not in shown:
            _tell_of_unused(relation.kind, relation.target, story)


def _tell_of_unused(kind: str, part: str, story: Story) -> None:
    root = story.package.root(part)
    if root is not None:
        aside = story.aside(part)
        aside.unmapped, aside.obstacles = {}, {}
        words = " ".join(block.text for block in BlockReader(aside).read(root))
        if words.strip():
            story.leave_out(f"A {kind} that no page shows was left out", words)
