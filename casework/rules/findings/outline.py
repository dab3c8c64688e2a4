"""A page's outline made plain: bold lines that head a section, numbers that count paragraphs."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import NamedTuple

from casework.rules.findings.areas import grade_alone, is_known_area, with_grade
from casework.rules.findings.labels import label_of
from casework.rules.findings.wording import is_sentence, states_a_fault, word_count
from models.shapes.reading import Block, BlockKind

_PARAGRAPH_NUMBER = re.compile(
    r"(?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3}){0,2}[.)]?[\s\xa0]+(?=[\"'“‘(]?[A-Z])"
)
_NUMBER_ALONE = re.compile(r"[A-Z]{0,2}\.?\d{1,3}(?:[.)]|(?:\.\d{1,3}){1,2}[.)]?)[\s\xa0]")
_ENDS_PROSE = (".", ",", ";", ":", "…")
_MOST_WORDS = 20
_SECTION_LEVEL = 6
"""A bold line below the page's own headings."""
_CLOSES = re.compile(
    r"(?:annex|appendix|about\s+(?:the|this|our|us)|glossary|methodology|next\s+steps|"
    r"what\s+happens\s+next|conclusions?|definitions?)\b",
    re.IGNORECASE,
)


class Outline(NamedTuple):
    """The blocks, and the positions of those that were counted paragraphs."""

    blocks: tuple[Block, ...]
    numbered: AbstractSet[int]


def outlined(blocks: Sequence[Block]) -> Outline:
    """Return the blocks without paragraph numbers, bold headings as headings."""
    numbered: set[int] = set()
    made: list[Block] = []
    chapter = 0
    labelled = False
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            chapter = block.level
            labelled = label_of(block) is not None
        elif block.emphasised and block.kind is BlockKind.PARAGRAPH:
            made.append(_headed(blocks, at, chapter, labelled=labelled))
            labelled = _is_labelled(made[-1], before=labelled)
            continue
        elif _may_be_numbered(block):
            bare = _without_number(block)
            if bare is not block:
                numbered.add(at)
            made.append(bare)
            continue
        made.append(block)
    return Outline(tuple(made), numbered)


def _may_be_numbered(block: Block) -> bool:
    return block.kind is not BlockKind.TABLE and any(sign.isdigit() for sign in block.text[:3])


def _without_number(block: Block) -> Block:
    found = _PARAGRAPH_NUMBER.match(block.text)
    if not found or not _NUMBER_ALONE.match(block.text):
        return block
    return replace(block, text=block.text[found.end() :])


def _is_labelled(block: Block, *, before: bool) -> bool:
    """Return whether findings may follow: from their label up to the next heading."""
    if label_of(block) is not None:
        return True
    return before and block.kind is not BlockKind.HEADING


def _headed(blocks: Sequence[Block], at: int, chapter: int, *, labelled: bool) -> Block:
    """Return the bold line as the heading it is, or as it was."""
    block = blocks[at]
    if not _may_head(block) or (at and label_of(blocks[at - 1])):
        return block
    level = min(chapter + 1, _SECTION_LEVEL) if chapter else 2
    opens_area = _opens_area(blocks, at)
    if opens_area or (block.box is None and _CLOSES.match(block.text)):
        return replace(block, kind=BlockKind.HEADING, level=level)
    if block.box is not None or is_sentence(block.text):
        return block
    if labelled and states_a_fault(block.text):
        return block
    return replace(block, kind=BlockKind.HEADING, level=_SECTION_LEVEL)


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    if text.endswith(_ENDS_PROSE) or (not text[:1].isupper() and not text[:1].isdigit()):
        return False
    if word_count(text) > _MOST_WORDS or grade_alone(text):
        return False
    return label_of(block) is None


def _opens_area(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    graded_below = below is not None and grade_alone(below.text) is not None
    return graded_below or is_known_area(text) or with_grade(text) is not None
