"""What crosses the floor between the record and a Word file."""

from dataclasses import dataclass, field
from datetime import date, datetime
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
class Picture:
    """A picture of the text, as the file shows it."""

    data: bytes = field(repr=False)
    media_type: str
    """`image/png` or `image/jpeg`; empty for a kind that no web page shows."""
    alternative: str
    """What it shows, in words, for those who cannot see it."""
    width: float
    """Points, as shown on the page."""
    height: float
    decorative: bool = False
    """Whether its author says that it shows nothing a reader would miss."""


class Script(StrEnum):
    """Whether words stand above or below the line."""

    NONE = ""
    ABOVE = "sup"
    BELOW = "sub"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with the emphasis and link a publisher must keep, or a picture in its place.

    The words are as they were typed: small and all capitals are a look, and no
    other words.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    underline: bool = False
    """Underlined by hand; a link is underlined anyway."""
    struck: bool = False
    script: Script = Script.NONE
    language: str | None = None
    """Set only where the block holds words of more than one language."""
    picture: Picture | None = None
    """Set where a picture stands; the text is then empty."""
    note: int = 0
    """The number of the footnote or endnote the words lead to."""


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
    """Of a table, or of a paragraph that holds a picture alone."""
    note: int = 0
    """The number of the footnote or endnote that begins with this block."""
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
    def is_picture(self) -> bool:
        """Return whether the block is a paragraph that holds pictures and no words."""
        return any(span.picture for span in self.spans) and not self.text.strip()

    @property
    def text(self) -> str:
        """Return the block's words without formatting; the cells of a table by lines."""
        if self.kind is TextKind.TABLE:
            return "\n".join(
                "\t".join(" ".join(b.text for b in cell) for cell in row) for row in self.rows
            )
        return "".join(span.text for span in self.spans)


class ChangeKind(StrEnum):
    """What a tracked change does."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved_here"
    MOVED_AWAY = "moved_away"
    FORMATTED = "formatted"


class ChangedPiece(StrEnum):
    """What a tracked change is about."""

    WORDS = "words"
    PARAGRAPH = "paragraph"
    """The end of a paragraph: a new one, or two joined; or how a whole one is set."""
    ROW = "row"
    CELL = "cell"
    TABLE = "table"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A change that a person made with tracking on and nobody has decided yet."""

    kind: ChangeKind
    piece: ChangedPiece
    author: str
    made_at: datetime | None
    """As Word wrote it: the editor's own clock."""
    words: str
    around: str
    """The words of the paragraph it stands in, as if every change were accepted."""
    region: str | None = None


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment in the margin."""

    key: str
    author: str
    made_at: datetime | None
    words: str
    about: str
    """The words it is hung on; empty where it is hung on a point."""
    around: str
    """The words of the paragraph in which it begins."""
    region: str | None = None
    resolved: bool = False
    answers: str | None = None
    """The key of the comment it replies to."""


@dataclass(frozen=True, slots=True)
class PageEdge:
    """What stands at the head or foot of the pages."""

    kind: str
    """`header` or `footer`."""
    pages: str
    """`default`, `first` or `even`."""
    blocks: tuple[TextBlock, ...]

    @property
    def text(self) -> str:
        """Return its words, one line per block."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """An edited Word file, read whole."""

    stamp: Stamp | None
    blocks: tuple[TextBlock, ...]
    left_overs: tuple[LeftOver, ...]
    unmapped: tuple[str, ...] = ()
    """What stands in the file and could not be carried over, in words."""
    edges: tuple[PageEdge, ...] = ()
    """Headers and footers, by section; each once."""
    changes: tuple[TrackedChange, ...] = ()
    """In the order of the document; the same in both views."""
    comments: tuple[WordComment, ...] = ()
    obstacles: tuple[str, ...] = ()
    """Why the file cannot be published as it stands: each a sentence that says what to do."""
    language: str | None = None
    """The language the file says its words are in where they say nothing themselves: `en-GB`."""

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
    left_out: tuple[str, ...] = ()
    """What the Word file shows and page and PDF do not, in words: its letterhead, a drawn line."""
