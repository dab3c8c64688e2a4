"""Pasted or plain text as blocks: blank lines, indents, markers and short lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from casework.reading.clean_text import composed, on_one_line
from casework.reading.furniture import without_furniture
from casework.reading.lines import BULLET, LABEL_LINE
from models.shapes.reading import Block, BlockKind, ReadDocument

_NUMBER = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,3}\.\d{1,3}\.?)\s+(?=\S)")
_HASHES = re.compile(r"^(#{1,6})\s+")
_STARS = re.compile(r"^\*\*(.+)\*\*$")
_MOST_WORDS_OF_A_HEADING = 14
_ENDS_A_SENTENCE = tuple(".,;:!?…")
_TAB_STOP = 4
_FULL_LINE = 55
"""Characters. Text broken by hand at a margin has lines about this long or longer."""


class _Line(NamedTuple):
    indent: int
    text: str

    @property
    def marker(self) -> re.Match[str] | None:
        return BULLET.match(self.text) or _NUMBER.match(self.text)


def read_pasted(text: str) -> ReadDocument:
    """Return the text as blocks."""
    blocks = without_furniture(_blocks(composed(text)))
    return ReadDocument(blocks=blocks)


def _blocks(text: str) -> Iterator[Block]:
    indents: list[int] = []
    for group in _groups(text):
        block = _block(group, indents)
        if block is not None:
            yield block


def _groups(text: str) -> Iterator[list[_Line]]:
    """Yield the lines that make one block each: a blank line, a marker or a label parts them."""
    group: list[_Line] = []
    for raw in re.split(r"\r\n|\r|\n|\f", text):
        widened = raw.expandtabs(_TAB_STOP)
        line = _Line(len(widened) - len(widened.lstrip()), on_one_line(raw))
        if group and (not line.text or _parts(group, line)):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _parts(group: list[_Line], line: _Line) -> bool:
    last = group[-1].text
    if line.marker or LABEL_LINE.fullmatch(last) or LABEL_LINE.fullmatch(line.text):
        return True
    if last.endswith((".", ":", "!", "?")) and len(last) < _FULL_LINE:
        return True
    # One line per paragraph: long lines never are the broken halves of a sentence.
    return len(last) > 2 * _FULL_LINE or (len(last) < _FULL_LINE and line.text[:1].isupper())


def _block(group: list[_Line], indents: list[int]) -> Block | None:
    text = " ".join(line.text for line in group)
    hashes = _HASHES.match(text)
    if hashes:
        indents.clear()
        return Block(BlockKind.HEADING, text[hashes.end() :], level=len(hashes.group(1)))
    marker = group[0].marker
    if marker and text[marker.end() :].strip():
        words = text[marker.end() :].strip()
        ordered = not BULLET.match(text)
        if not (ordered and not group[0].indent and _looks_like_heading(words)):
            depth = _depth(group[0].indent, indents)
            return Block(BlockKind.ITEM, words, level=depth, ordered=ordered)
    indents.clear()
    stars = _STARS.match(text)
    if stars:
        return Block(BlockKind.PARAGRAPH, stars.group(1), emphasised=True)
    if _looks_like_heading(text) or LABEL_LINE.fullmatch(text):
        return Block(BlockKind.HEADING, text, level=2)
    return Block(BlockKind.PARAGRAPH, text)


def _looks_like_heading(text: str) -> bool:
    few = len(text.split(maxsplit=_MOST_WORDS_OF_A_HEADING)) <= _MOST_WORDS_OF_A_HEADING
    return few and text[:1].isupper() and not text.endswith(_ENDS_A_SENTENCE)


def _depth(indent: int, indents: list[int]) -> int:
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents)
