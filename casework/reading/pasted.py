"""Pasted or plain text as blocks: blank lines, indents, markers and short lines."""

import re
from collections.abc import Iterator

from casework.reading.clean_text import composed
from casework.reading.furniture import without_furniture
from casework.reading.hyphens import Hyphens
from casework.reading.lines import BULLET, LABEL_LINE
from casework.reading.paragraph_numbers import Opening, numbered_paragraphs, without_number
from casework.reading.pasted_lines import PastedLine, groups_of
from casework.rules.findings.wording import is_directive
from models.shapes.reading import Block, BlockKind, ReadDocument

_HASHES = re.compile(r"^(#{1,6})\s+")
_STARS = re.compile(r"^\*\*(.+)\*\*$")
_MOST_WORDS_OF_A_HEADING = 14
_ENDS_A_SENTENCE = tuple(".,;:!?…")


def read_pasted(text: str) -> ReadDocument:
    """Return the text as blocks."""
    return ReadDocument(blocks=without_furniture(_blocks(composed(text))))


def _blocks(text: str) -> Iterator[Block]:
    groups = list(groups_of(text))
    hyphens = Hyphens(line.text for group in groups for line in group)
    texts = [_words(group, hyphens) for group in groups]
    numbered = numbered_paragraphs([Opening(one, _is_heading(one)) for one in texts])
    indents: list[int] = []
    for at, (group, words) in enumerate(zip(groups, texts, strict=True)):
        if at in numbered and not _is_heading(without_number(words)):
            indents.clear()
            yield Block(BlockKind.PARAGRAPH, without_number(words))
        else:
            yield _block(group[0], words, indents)


def _words(group: list[PastedLine], hyphens: Hyphens) -> str:
    joined: list[str] = []
    for line in group:
        if joined and joined[-1][-1:] in {"-", "\u2011", "\xad"}:
            joined[-1] = hyphens.joined(joined[-1], line.text)
        else:
            joined.append(line.text)
    return " ".join(joined)


def _block(first: PastedLine, text: str, indents: list[int]) -> Block:
    hashes = _HASHES.match(text)
    if hashes:
        indents.clear()
        return Block(BlockKind.HEADING, text[hashes.end() :], level=len(hashes.group(1)))
    marker = first.marker
    if marker and text[marker.end() :].strip():
        words = text[marker.end() :].strip()
        ordered = not BULLET.match(text)
        if not (ordered and not first.indent and _looks_like_heading(words)):
            return Block(
                BlockKind.ITEM, words, level=_depth(first.indent, indents), ordered=ordered
            )
    if first.bare_item:
        return Block(BlockKind.ITEM, text, level=_depth(first.indent, indents))
    indents.clear()
    return _paragraph(text)


def _paragraph(text: str) -> Block:
    stars = _STARS.match(text)
    if stars:
        return Block(BlockKind.PARAGRAPH, stars.group(1), emphasised=True)
    if is_directive(text) and text[:1].isupper() and not text.endswith(_ENDS_A_SENTENCE):
        # A sentence on a line of its own, without a full stop: the heading of a finding.
        return Block(BlockKind.PARAGRAPH, text, emphasised=True)
    if _is_heading(text):
        return Block(BlockKind.HEADING, text, level=2)
    return Block(BlockKind.PARAGRAPH, text)


def _is_heading(text: str) -> bool:
    return _looks_like_heading(text) or LABEL_LINE.fullmatch(text) is not None


def _looks_like_heading(text: str) -> bool:
    few = len(text.split(maxsplit=_MOST_WORDS_OF_A_HEADING)) <= _MOST_WORDS_OF_A_HEADING
    return few and text[:1].isupper() and not text.endswith(_ENDS_A_SENTENCE)


def _depth(indent: int, indents: list[int]) -> int:
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents)
