"""What crosses the floor between the record and a Word file."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a Word file carries about itself, in its custom properties."""

    case: str
    """The case's reference, `S55-2022-001`."""
    office: str
    """The office's key; references are unique only within one office."""
    document: str
    """Document type, e.g. `response`."""
    language: str
    version: int
    parent: str
    """SHA-256 (hex) of the version this file was made from; empty for the first."""
    template: str
    """SHA-256 (hex) of the template."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why the gate refuses a file."""

    what: str
    where: str
    message: str


class LeftOverKind(StrEnum):
    """What may still stand in a file that the gate lets in, but nobody may sign."""

    TRACKED_CHANGE = "tracked_change"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden_text"
    PLACEHOLDER = "placeholder"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Something in a Word file that must be gone or settled before signing."""

    kind: LeftOverKind
    author: str
    where: str
    """Words copied from the document, or the part's name."""


@dataclass(frozen=True, slots=True)
class GateReport:
    """The gate's answer: let in or not, why not, and what a reader should know."""

    accepted: bool
    blocked: tuple[Blocked, ...]
    left_overs: tuple[LeftOver, ...]


class TextKind(StrEnum):
    """What a block of a Word file is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with the emphasis and link a publisher must keep."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph or table of a Word file, as accepted."""

    kind: TextKind
    spans: tuple[Span, ...] = ()
    region: str | None = None
    """The key of the region the block stands in; None for a free paragraph."""
    level: int = 0
    """Heading level from 1 (the title is its own kind), or list depth from 1 (also of a quotation
    that is in a list)."""
    number: str | None = None
    """The automatic list number as a reader sees it (`1.`, `a)`), or None for a bullet."""
    rows: tuple[tuple[tuple["TextBlock", ...], ...], ...] = ()
    """Cells of a table, row by row; the first `header_rows` rows are headers."""
    header_rows: int = 0
    caption: str | None = None
    language: str | None = None
    cell_spans: tuple[tuple[tuple[int, int], ...], ...] = ()
    """(columns, rows) each cell of `rows` covers, (0, 0) where another cell covers it; empty
    for a table without merged cells."""
    keep_next: bool = field(default=False, compare=False)
    """Whether it must stand on the same page as what follows. How a block is set on paper is no
    part of what it says: two blocks that differ in this alone are equal."""
    close_to_next: bool = field(default=False, compare=False)
    """Whether the next paragraph follows without a space between them, as lines of an address."""

    @property
    def text(self) -> str:
        """Return the block's words without formatting; the cells of a table by lines."""
        if self.kind is TextKind.TABLE:
            return "\n".join(
                "\t".join(" ".join(b.text for b in cell) for cell in row) for row in self.rows
            )
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """An edited Word file, read whole."""

    stamp: Stamp | None
    blocks: tuple[TextBlock, ...]
    left_overs: tuple[LeftOver, ...]
    unmapped: tuple[str, ...] = ()
    """What stands in the file and could not be carried over, in words."""

    def region(self, key: str) -> tuple[TextBlock, ...]:
        """Return the blocks of one region, in order; empty if the region is gone."""
        return tuple(block for block in self.blocks if block.region == key)

    def region_text(self, key: str) -> str:
        """Return a region's words, one line per block."""
        return "\n".join(block.text for block in self.region(key))


@dataclass(frozen=True, slots=True)
class PublishedDetails:
    """What the published forms say about themselves, beside the words of the document."""

    title: str
    language: str
    """`en-GB` or `cy-GB`."""
    author: str
    """The office's name: the only author a published file may show."""
    dated: date
    """The one date in the files' properties; the day of signing or of publication."""
    footer: tuple[str, ...] = ()
    """Lines under the page that are no part of the response: office, licence, contact."""


@dataclass(frozen=True, slots=True)
class PublishableForms:
    """The three published forms of one signed file, and their common words."""

    html: bytes
    """A whole page."""
    fragment: bytes
    """The same `main` without the page around it, for a web team."""
    pdf: bytes
    docx: bytes
    words: str
    """The bare words, in reading order, parted by single spaces."""
