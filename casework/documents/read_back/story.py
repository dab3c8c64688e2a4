"""What is known while a file is being read from its first word to its last."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from casework.documents.read_back.fields import whole_fields
from casework.documents.region_places import BOOKMARK_PREFIX
from casework.documents.wordml import BOOKMARK_END, BOOKMARK_START, ID, NAME

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.fields import OpenField
    from casework.documents.read_back.numbering import Numbering
    from casework.documents.read_back.package import Package, Relation
    from casework.documents.read_back.styles import Styles
    from casework.documents.read_back.view import View

CARRIED_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(slots=True)
class Story:
    """The view, the styles and lists, and what has been opened or could not be carried."""

    view: View
    styles: Styles
    numbering: Numbering
    package: Package
    part: str
    """The part that is being read: the text, its footnotes, a header."""
    unmapped: dict[str, None] = field(default_factory=dict)
    """What could not be carried over, each sentence once."""
    obstacles: dict[str, None] = field(default_factory=dict)
    """What keeps the file from being published, each sentence once."""
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    """The numbers of footnotes and endnotes, by kind and id, as they are first referred to."""
    fields: list[OpenField] = field(default_factory=list)
    """The fields that are open, outermost first."""
    marks: dict[str, str] = field(default_factory=dict)
    """The region bookmarks that are open: id to key."""
    met: set[str] = field(default_factory=set)
    """The keys of all region bookmarks opened so far."""
    places: dict[etree._Element, str] = field(default_factory=dict)
    """The region each paragraph stands in, free paragraphs left out."""
    pictures: int = 0
    """How many pictures have been met, to name one that has no words."""
    on_edge: bool = False
    """Whether a header or footer is read: only the Word file shows it."""
    whole: set[etree._Element] = field(default_factory=set)
    """The beginnings of the part's fields that have an end."""
    ended: set[str] = field(default_factory=set)
    """The ids and the names of the part's bookmarks that have an end."""

    def __post_init__(self) -> None:
        """Find out which fields and bookmarks of the part are whole."""
        root = self.package.root(self.part)
        if root is None:
            return
        self.whole = whole_fields(root)
        self.ended = {end.get(ID, "") for end in root.iter(BOOKMARK_END)}
        starts = (start for start in root.iter(BOOKMARK_START) if start.get(ID) in self.ended)
        self.ended |= {start.get(NAME, "") for start in starts}

    def aside(self, part: str) -> Story:
        """Return what is known when another part is read in between."""
        return replace(self, part=part, fields=[], marks={}, met=set())

    def leave_out(self, what: str, words: str = "") -> None:
        """Note, once, that something could not be carried over."""
        short = " ".join(words.split())
        self.unmapped[f"{what}: “{short}”" if short else what] = None

    def hold_back(self, sentence: str, *, on_edge: bool = True) -> None:
        """Note, once, why the file cannot be published; `on_edge` if it holds for headers too."""
        if on_edge or not self.on_edge:
            self.obstacles[sentence] = None

    def relation(self, identifier: str | None) -> Relation | None:
        """Return what the part that is being read refers to under an identifier."""
        return self.package.relations(self.part).get(identifier or "")

    def open_mark(self, start: etree._Element) -> str | None:
        """Take note of a bookmark's start; return its key if it marks a region.

        One editor splits the bookmark of several paragraphs in two of the same
        name, and writes no end for the first, nor for one whose last paragraph
        is gone: the second goes on with the first, and one that never ends
        holds its own paragraph alone.
        """
        name, number = start.get(NAME, ""), start.get(ID, "")
        if not name.startswith(BOOKMARK_PREFIX):
            return None
        key = name.removeprefix(BOOKMARK_PREFIX)
        goes_on = key in self.met
        self.met.add(key)
        self.marks = {other: held for other, held in self.marks.items() if held != key}
        if number in self.ended or name in self.ended:
            self.marks[number] = key
        return None if goes_on else key

    def close_mark(self, end: etree._Element) -> None:
        """Take note of a bookmark's end."""
        self.marks.pop(end.get(ID, ""), None)

    def pass_by(self, element: etree._Element) -> None:
        """Take note of the bookmarks in something this view leaves out."""
        for mark in element.iter(BOOKMARK_START, BOOKMARK_END):
            if mark.tag == BOOKMARK_START:
                self.open_mark(mark)
            else:
                self.close_mark(mark)

    def marked(self) -> str | None:
        """Return the key of the region bookmark that was opened last and is still open."""
        return next(reversed(self.marks.values()), None)

    def note_number(self, kind: str, note: str) -> int:
        """Return the number of a footnote or endnote, counted through the whole document."""
        return self.notes.setdefault((kind, note), len(self.notes) + 1)

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

    def link_to(self, identifier: str | None) -> str | None:
        """Return the address of a relation, if it may be published as a link."""
        found = self.relation(identifier)
        return self.link(found.target) if found and found.outside else None
