"""Reading an edited Word file back."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.read_back.blocks import BlockReader
from casework.documents.read_back.numbering import Numbering
from casework.documents.read_back.story import Story
from casework.documents.read_back.styles import Styles
from casework.documents.stamp import EMPTY, STAMP_PART, stamp_in
from casework.documents.wordml import DOCUMENT_PART, parse, w
from casework.errors import RefusedInputError
from models.shapes.word import ReadBack, TextBlock, TextKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casework.documents.read_back.view import View

NOTE_PARTS = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
EDGES = {"header": "header", "footer": "footer"}


def read_back(data: bytes, view: View = "accepted") -> ReadBack:
    """Return all a Word file says, in order, with its tracked changes accepted or rejected."""
    parts = unpack(data)
    root = part(parts, DOCUMENT_PART)
    body = None if root is None else root.find(w("body"))
    if body is None:
        message = (
            "This is not a Word document (.docx): open it in Word and save it as a Word document."
        )
        raise RefusedInputError(message)
    story = Story(
        view=view,
        styles=Styles(part(parts, "word/styles.xml")),
        numbering=Numbering(part(parts, "word/numbering.xml")),
        links=links_of(parts, DOCUMENT_PART),
    )
    blocks = BlockReader(story).read(body)
    blocks += _notes(parts, story)
    _tell_of_edges(parts, story)
    left_overs = inspect(data).left_overs
    return ReadBack(
        stamp_in(parts.get(STAMP_PART, EMPTY)), blocks, left_overs, tuple(story.unmapped)
    )


def part(parts: Mapping[str, bytes], name: str) -> etree._Element | None:
    """Return the root of a part, or None if the file has no such part."""
    if name not in parts:
        return None
    try:
        return parse(parts[name])
    except etree.XMLSyntaxError as error:
        message = "The Word file is damaged: open it in Word, let Word repair it, and save it."
        raise RefusedInputError(message) from error


def links_of(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Return the targets outside the file that a part refers to, by their id."""
    folder, file = posixpath.split(name)
    root = part(parts, f"{folder}/_rels/{file}.rels")
    relations = [] if root is None else list(root)
    outside = (r for r in relations if r.get("TargetMode") == "External")
    return {r.get("Id", ""): r.get("Target", "") for r in outside}


def _notes(parts: Mapping[str, bytes], story: Story) -> tuple[TextBlock, ...]:
    """Return the notes after the text, each a list item with the number its reference bears."""
    found: list[TextBlock] = []
    for count, (kind, note) in enumerate(story.notes, start=1):
        root = part(parts, NOTE_PARTS[kind])
        notes = [] if root is None else root.findall(w(kind))
        element = next((n for n in notes if n.get(w("id")) == note), None)
        if element is None:
            story.leave_out(f"The {kind} with the number {count} is missing from the file")
            continue
        story.links = links_of(parts, NOTE_PARTS[kind])
        first, *more = BlockReader(story).read(element) or (TextBlock(TextKind.PARAGRAPH),)
        found += [_note_item(first, count), *more]
    return tuple(found)


def _note_item(block: TextBlock, count: int) -> TextBlock:
    if block.kind is TextKind.TABLE:
        return block
    spans = block.spans
    if spans:
        spans = (replace(spans[0], text=spans[0].text.lstrip()), *spans[1:])
    return replace(block, kind=TextKind.ITEM, level=1, number=f"[{count}]", spans=spans)


def _tell_of_edges(parts: Mapping[str, bytes], story: Story) -> None:
    """Say which words stand in headers and footers: they are the page's, not the text's."""
    for name in sorted(parts):
        kind = next(
            (k for k in EDGES if name.startswith(f"word/{k}") and name.endswith(".xml")), None
        )
        root = part(parts, name) if kind else None
        if root is not None:
            aside = replace(story, links=links_of(parts, name), unmapped=[], fields=[], marks={})
            words = " ".join(block.text for block in BlockReader(aside).read(root))
            story.unmapped += [line for line in aside.unmapped if line not in story.unmapped]
            if words.strip():
                story.leave_out(f"The {kind} of the pages is kept only in the Word file", words)
