"""The lines of one paragraph of a page, and the blocks they make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casework.reading.clean_text import on_one_line
from models.shapes.reading import Block, BlockKind

BULLET = re.compile(r"^[•●▪■◦‣\u2043∙·*–—-]\s+(?=\S)|^[•●▪■◦‣\u2043]")
LABEL_LINE = re.compile(
    r"(?:recommendations?|areas? for improvement|causes? of concern)(?:\s+\d+)?\s*:?", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """Pieces of text between two line breaks, and whether all of it is bold."""

    pieces: list[str] = field(default_factory=list)
    has_plain: bool = False
    has_bold: bool = False

    def add(self, text: str, *, bold: bool) -> None:
        """Add a piece of text."""
        self.pieces.append(text)
        if text.strip(" \t\r\n\xa0:.;,"):
            self.has_bold |= bold
            self.has_plain |= not bold

    @property
    def text(self) -> str:
        """Return the line's words."""
        return on_one_line("".join(self.pieces))

    @property
    def all_bold(self) -> bool:
        """Return whether every word is bold."""
        return self.has_bold and not self.has_plain


def blocks_of_lines(lines: Sequence[Line], *, heading: int) -> Iterator[Block]:
    """Yield the blocks of a paragraph: one, unless its line breaks part it into more."""
    if heading:
        text = on_one_line(" ".join(line.text for line in lines))
        if text:
            yield Block(BlockKind.HEADING, text, level=heading, emphasised=True)
        return
    for group in _groups(lines):
        yield _block(group)


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


def _block(group: list[Line]) -> Block:
    text = " ".join(line.text for line in group)
    bullet = BULLET.match(text)
    emphasised = all(line.all_bold for line in group)
    if bullet and text[bullet.end() :]:
        return Block(BlockKind.ITEM, text[bullet.end() :].strip(), level=1, emphasised=emphasised)
    return Block(BlockKind.PARAGRAPH, text, emphasised=emphasised)
