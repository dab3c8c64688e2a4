"""The lines of one paragraph of a page, and the blocks they make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casework.reading.clean_text import on_one_line
from casework.rules.findings.areas import is_grade
from casework.rules.findings.wording import is_directive
from models.shapes.reading import Block, BlockKind

BULLET = re.compile(
    r"^[•●▪■◦‣\u2043∙·*–—+»►▸▶➢➤✓✔○❖\uf0b7\uf0a7\uf0d8\uf0fc\uf02d-]\s+(?=\S)|^o\s+(?=\S)"
    r"|^[•●▪■◦‣\u2043►▸➢➤\uf0b7\uf0a7\uf0d8\uf0fc]"
)
"""Typed bullets, and those of word processors' symbol fonts, which lie in the private area."""
_SETS_OFF = (":", "-", "\u2013", "\u2014", "|", "(", "as", "is")
_FEWEST_WORDS_RUN_IN = 5
LABEL_START = re.compile(
    r"(?:our\s+)?(?:recommendations?|areas?\s+for\s+improvement|causes?\s+of\s+concern)\b",
    re.IGNORECASE,
)
LABEL_LINE = re.compile(
    r"(?:recommendations?|areas? for improvement|causes? of concern)(?:\s+\d+)?\s*:?", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """Pieces of text between two line breaks, and whether all of it is bold."""

    pieces: list[str] = field(default_factory=list)
    has_plain: bool = False
    has_bold: bool = False
    lead: int = 0
    """How many pieces at the start are bold."""
    _text: str | None = None

    def add(self, text: str, *, bold: bool) -> None:
        """Add a piece of text."""
        self.pieces.append(text)
        self._text = None
        if not self.has_plain and (bold or not text.strip()):
            self.lead = len(self.pieces)
        if text.strip(" \t\r\n\xa0:.;,"):
            self.has_bold |= bold
            self.has_plain |= not bold

    @property
    def text(self) -> str:
        """Return the line's words."""
        if self._text is None:
            self._text = on_one_line("".join(self.pieces))
        return self._text

    @property
    def all_bold(self) -> bool:
        """Return whether every word is bold."""
        return self.has_bold and not self.has_plain


def blocks_of_lines(lines: Sequence[Line], *, heading: int) -> Iterator[Block]:
    """Yield the blocks of a paragraph: one, unless its line breaks part it into more."""
    if heading:
        text = on_one_line(" ".join(_with_badge(line) for line in lines))
        if text:
            yield Block(BlockKind.HEADING, text, level=heading, emphasised=True)
        return
    for group in _groups(lines):
        head, rest = _run_in_heading(group)
        if head is not None:
            yield head
        yield _block(rest)


def _with_badge(line: Line) -> str:
    """Return a heading's words, a grade that is an element of its own set off by a dash."""
    pieces = [piece.strip() for piece in line.pieces if piece.strip()]
    before = "".join(line.pieces).rstrip().removesuffix(pieces[-1]).rstrip() if pieces else ""
    if not before or not is_grade(pieces[-1]) or before.endswith(_SETS_OFF):
        return line.text
    return on_one_line(f"{before} \u2013 {pieces[-1]}")


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        text = line.text
        if group and (not text or _begins_anew(line, text, group)):
            yield group
            group = []
        if text:
            group.append(line)
    if group:
        yield group


def _begins_anew(line: Line, text: str, group: list[Line]) -> bool:
    if BULLET.match(text) or line.all_bold != group[-1].all_bold:
        return True
    return bool(LABEL_LINE.fullmatch(group[-1].text))


def _run_in_heading(group: list[Line]) -> tuple[Block | None, list[Line]]:
    """Return a bold sentence that opens a paragraph, and the paragraph without it."""
    first = group[0]
    if not (first.has_bold and first.has_plain and first.lead):
        return None, group
    bold = on_one_line("".join(first.pieces[: first.lead]))
    plain = on_one_line("".join(first.pieces[first.lead :]))
    demands = (
        bold.endswith(".") and is_directive(bold) and len(bold.split()) >= _FEWEST_WORDS_RUN_IN
    )
    if not demands or not plain[:1].isupper() or LABEL_START.match(bold) or BULLET.match(bold):
        return None, group
    rest = Line()
    rest.add(plain, bold=False)
    return Block(BlockKind.PARAGRAPH, bold, emphasised=True), [rest, *group[1:]]


def _block(group: list[Line]) -> Block:
    text = " ".join(line.text for line in group)
    bullet = BULLET.match(text)
    emphasised = all(line.all_bold for line in group)
    if bullet and text[bullet.end() :]:
        return Block(BlockKind.ITEM, text[bullet.end() :].strip(), level=1, emphasised=emphasised)
    return Block(BlockKind.PARAGRAPH, text, emphasised=emphasised)
