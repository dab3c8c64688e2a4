"""Headings that say to whom the recommendations below them are addressed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from casework.rules.findings.labels import label_of
from models.shapes.reading import Block, BlockKind
from models.words import FindingClass

_TO = re.compile(r"(?:for|to)\s+(?:the\s+)?", re.IGNORECASE)
_LONGEST = 120


class _Above(NamedTuple):
    """The chapter of recommendations one stands in, and the heading that names a body."""

    chapter: int | None = None
    level: int = 0
    words: str = ""


def headed_to(blocks: Sequence[Block]) -> list[str]:
    """Return for each block the words of the heading above it that may name an addressee.

    Either a label ("Recommendations for chief constables") or a heading below
    the chapter of recommendations ("The Home Office").
    """
    found: list[str] = []
    above = _Above()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            above = _below(above, block)
        found.append(above.words)
    return found


def _below(above: _Above, heading: Block) -> _Above:
    """Return what holds below this heading."""
    if heading.level <= above.level:
        above = _Above(above.chapter)
    label = label_of(heading)
    if label is not None:
        if not label.plural or label.klass is not FindingClass.RECOMMENDATION:
            return above
        chapter = min(above.chapter or heading.level, heading.level)
        return _Above(chapter, heading.level, label.addressee)
    if above.chapter is None or heading.level <= above.chapter:
        return _Above()
    if above.words or len(heading.text) > _LONGEST:
        return above
    words = _TO.sub("", heading.text.strip(), count=1)
    return _Above(above.chapter, heading.level, words)
