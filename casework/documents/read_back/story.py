"""What is known while a file is being read from its first word to its last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casework.documents.region_places import BOOKMARK_PREFIX
from casework.documents.wordml import ID, NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from casework.documents.read_back.numbering import Numbering
    from casework.documents.read_back.styles import Styles
    from casework.documents.read_back.view import View

CARRIED_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Story:
    """The view, the styles and lists, and what has been opened or could not be carried."""

    view: View
    styles: Styles
    numbering: Numbering
    links: Mapping[str, str]
    """Targets of the part's relations, by their id."""
    unmapped: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes in the order they are first referred to: (kind, id)."""
    fields: list[list[str]] = field(default_factory=list)
    """The instructions of the fields that are open, outermost first."""
    marks: dict[str, str] = field(default_factory=dict)
    """The region bookmarks that are open: id to key."""

    def leave_out(self, what: str, words: str = "") -> None:
        """Note, once, that something could not be carried over."""
        short = " ".join(words.split())
        sentence = f"{what}: “{short}”" if short else what
        if sentence not in self.unmapped:
            self.unmapped.append(sentence)

    def open_mark(self, start: etree._Element) -> str | None:
        """Take note of a bookmark's start; return its key if it marks a region."""
        name = start.get(NAME, "")
        if not name.startswith(BOOKMARK_PREFIX):
            return None
        key = name.removeprefix(BOOKMARK_PREFIX)
        self.marks[start.get(ID, "")] = key
        return key

    def close_mark(self, end: etree._Element) -> None:
        """Take note of a bookmark's end."""
        self.marks.pop(end.get(ID, ""), None)

    def marked(self) -> str | None:
        """Return the key of the region bookmark that was opened last and is still open."""
        return next(reversed(self.marks.values()), None)

    def note_number(self, kind: str, note: str) -> int:
        """Return the number of a footnote or endnote, counted through the whole document."""
        if (kind, note) not in self.notes:
            self.notes.append((kind, note))
        return self.notes.index((kind, note)) + 1

    def link(self, address: str | None) -> str | None:
        """Return an address that may be published as a link; tell of any other."""
        if not address:
            return None
        if address.lower().startswith(CARRIED_SCHEMES):
            return address
        self.leave_out(
            "A link that is no web or mail address was left out, its words kept", address
        )
        return None
