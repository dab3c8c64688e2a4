"""Word's fields while they are read: an instruction nobody sees, then the result that is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import FIELD_CHAR, FIELD_CHAR_TYPE, full, switch, value
from casework.documents.wordml import VAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from models.shapes.word import Span

LINK: Final = re.compile(r'^\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
CONTENTS: Final = re.compile(r"^\s*TOC\b", re.IGNORECASE)
PAGE_NUMBER: Final = re.compile(r"\s*\t\s*(?:\d+|[ivxlcdm]+)\s*$", re.IGNORECASE)
TICKED, EMPTY = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"


@dataclass(slots=True)
class OpenField:
    """A field whose end has not been reached."""

    around: OpenField | None = None
    """The field in which it stands."""
    instruction: str = ""
    shown: bool = False
    """Whether its result has begun, and that of every field around it."""
    in_contents: bool = False
    """Whether a table of contents is being read."""
    link: str | None = None
    """Where its words lead."""

    def show(self, link: str | None) -> None:
        """Begin the result."""
        around = self.around or OUTSIDE
        self.shown = around.shown
        self.in_contents = around.in_contents or bool(CONTENTS.match(self.instruction))
        self.link = link or around.link


OUTSIDE: Final = OpenField(shown=True)


def whole_fields(root: etree._Element) -> set[etree._Element]:
    """Return the beginnings of fields that have an end.

    A beginning without an end would swallow the rest of the document; Word
    shows that rest, so such a beginning is passed over.
    """
    begun: list[etree._Element] = []
    whole: set[etree._Element] = set()
    for mark in root.iter(FIELD_CHAR):
        kind = mark.get(FIELD_CHAR_TYPE)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            whole.add(begun.pop())
    return whole


def form_answer(begin: etree._Element) -> str:
    """Return what an old form field shows without having a result: a ticked box, a chosen entry."""
    data = begin.find(full("ffData"))
    box = None if data is None else data.find(full("checkBox"))
    if box is not None:
        ticked = switch(box, "checked")
        return TICKED if (switch(box, "default") if ticked is None else ticked) else EMPTY
    choices = None if data is None else data.find(full("ddList"))
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.findall(full("listEntry"))]
    chosen = value(choices, "result") or value(choices, "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""


def link_in(instruction: str) -> str | None:
    """Return the address an instruction leads to, or None if it is of another kind."""
    found = LINK.match(instruction)
    return found[1] if found else None


def without_page_number(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return an entry of a table of contents without the page it points to.

    That page is one of the Word file's: the PDF has others, a web page none.
    """
    words = "".join(span.text for span in spans)
    found = PAGE_NUMBER.search(words)
    left = len(words) if found is None else found.start()
    kept: list[Span] = []
    for span in spans:
        piece = span.text[:left]
        left -= len(piece)
        if piece or span.picture:
            kept.append(replace(span, text=piece))
    return tuple(kept)
