"""Footnotes and endnotes: after the text, each under the number its reference bears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.blocks import BlockReader
from casework.documents.wordml import ID, w
from models.shapes.word import TextBlock, TextKind

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.story import Story

NOTE_PARTS: Final = {"footnote": "footnotes", "endnote": "endnotes"}


def notes_of(story: Story) -> tuple[TextBlock, ...]:
    """Return the notes the text refers to, each a list item; tell of one that is missing."""
    shelves = {kind: _shelf(kind, story) for kind in NOTE_PARTS}
    found: list[TextBlock] = []
    waiting = list(story.notes)
    while waiting:  # a note may refer to another
        told = len(story.notes)
        for kind, key in waiting:
            aside, notes = shelves[kind]
            found += _note(aside, notes.get(key), kind, story.notes[kind, key])
        waiting = list(story.notes)[told:]
    return tuple(found)


def _shelf(kind: str, story: Story) -> tuple[Story, dict[str, etree._Element]]:
    """Return what is known while notes of a kind are read, and the notes by their ids."""
    part = story.package.related(NOTE_PARTS[kind])
    root = story.package.root(part)
    notes = [] if root is None else root.findall(w(kind))
    return story.aside(part), {note.get(ID, ""): note for note in notes}


def _note(
    story: Story, element: etree._Element | None, kind: str, count: int
) -> tuple[TextBlock, ...]:
    if element is None:
        story.leave_out(f"The {kind} with the number {count} is missing from the file")
        return ()
    first, *more = BlockReader(story).read(element) or (TextBlock(TextKind.PARAGRAPH),)
    return (_note_item(first, count), *more)


def _note_item(block: TextBlock, count: int) -> TextBlock:
    if block.kind is TextKind.TABLE:
        return block
    spans = block.spans
    if spans:
        spans = (replace(spans[0], text=spans[0].text.lstrip()), *spans[1:])
    return replace(block, kind=TextKind.ITEM, level=1, number=f"[{count}]", spans=spans, note=count)
