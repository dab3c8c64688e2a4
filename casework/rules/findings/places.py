"""Where each block stands: in which area, and whether in a part that repeats the body."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from casework.rules.findings.areas import (
    grade_alone,
    grade_in_sentence,
    is_known_area,
    with_grade,
)
from casework.rules.findings.labels import label_of
from casework.rules.findings.wording import is_sentence, without_section_number
from models.shapes.reading import Block, BlockKind

_REPEATS = re.compile(
    r"^(?:(?:overall|executive|inspection)\s+)?summary\b|^overview\b|^annex\b|^appendix\b|^at\s+a\s+glance\b|"
    r"^(?:full\s+)?(?:list|summary)\s+of\s+(?:the\s+|our\s+|all\s+)?(?:recommendations|areas|causes|findings)|^key\s+findings\b|"
    r"^(?:causes?\s+of\s+concern|recommendations),?\s+.*\band\s+areas\s+for\s+improvement",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"^(?:annex|appendix|about\s+(?:the|this|our|us)|glossary|summary|overview|conclusion|methodology|next\s+steps|what\s+happens\s+next|definitions?)\b",
    re.IGNORECASE,
)
_NO_AREA = re.compile(
    r"(?:annex|appendix|about\b|glossary|conclusion|methodology|next\s+steps|what\s+happens\s+next|definitions?|"
    r"introduction|background|foreword|context|letter\b|contents|fact\s+page|terms\s+of\s+reference|"
    r"(?:previous|new|our|main|key)?\s*(?:findings?|recommendations?|areas?\s+for\s+improvement|causes?\s+of\s+concern)\b|"
    r"what\s+we\s+(?:found|did)|progress)",
    re.IGNORECASE,
)
_CHAPTER_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.:)]?\s+(?=[A-Z])")
_GRADE_WITHIN = 3
"""Blocks below an area's heading in which its grade may stand."""


class Place(NamedTuple):
    """Where a block stands."""

    area: str | None = None
    repeats: bool = False
    """In a summary, an annex or a list, where the body's findings are printed again."""


class AreaHeading(NamedTuple):
    """A heading that opens an area, with the grade that stands with it."""

    at: int
    area: str
    grade: str | None
    level: int


def area_headings(blocks: Sequence[Block]) -> dict[int, AreaHeading]:
    """Return the headings that open an area, by their position."""
    found: dict[int, AreaHeading] = {}
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or label_of(block):
            continue
        heading = _area_heading(blocks, at)
        if heading:
            found[at] = heading
    return found


def _area_heading(blocks: Sequence[Block], at: int) -> AreaHeading | None:
    block = blocks[at]
    graded = with_grade(block.text)
    if graded:
        return AreaHeading(at, _unnumbered(graded.area), graded.grade, block.level)
    if grade_alone(block.text):
        return None
    grade = _grade_below(blocks, at)
    if grade is None and not is_known_area(block.text):
        return None
    return AreaHeading(at, _unnumbered(block.text.strip()), grade, block.level)


def _unnumbered(area: str) -> str:
    """Return the area's name without the chapter's bare number ("3. Investigating crime")."""
    return _CHAPTER_NUMBER.sub("", area)


def _grade_below(blocks: Sequence[Block], at: int) -> str | None:
    """Return the grade printed just below a heading: alone, or in the sentence that opens it."""
    known = is_known_area(blocks[at].text)
    for below in blocks[at + 1 : at + 1 + _GRADE_WITHIN]:
        alone = grade_alone(below.text)
        if alone:
            return alone
        in_sentence = grade_in_sentence(below.text) if known else None
        if in_sentence:
            return in_sentence
        if below.kind is BlockKind.HEADING or label_of(below):
            return None
    return None


def places(blocks: Sequence[Block], headings: dict[int, AreaHeading]) -> list[Place]:
    """Return the place of every block."""
    levels = {b.level for b in blocks if b.kind is BlockKind.HEADING}
    found: list[Place] = []
    area: AreaHeading | None = None
    repeats_level: int | None = None
    for at, block in enumerate(blocks):
        if at in headings:
            area = headings[at]
        if block.kind is BlockKind.HEADING:
            repeats_level = _repeats_level(block, repeats_level)
            if area and at not in headings and _ends_area(block, area, several=len(levels) > 1):
                area = None
        found.append(Place(area.area if area else None, repeats_level is not None))
    return found


def chapters(blocks: Sequence[Block]) -> list[str | None]:
    """Return for every block the chapter it stands in, by the page's highest headings.

    For the reports whose areas have no grades: custody, child protection, vetting.
    """
    counts = Counter(b.level for b in blocks if b.kind is BlockKind.HEADING)
    level = min((n for n, many in counts.items() if many > 1), default=0)
    found: list[str | None] = []
    chapter: str | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level <= level:
            text = _unnumbered(block.text.strip())
            bare = without_section_number(text)
            is_area = not (label_of(block) or _NO_AREA.match(bare) or _REPEATS.match(bare))
            chapter = text if is_area and block.level == level else None
        found.append(chapter)
    return found


def _repeats_level(block: Block, level: int | None) -> int | None:
    if _REPEATS.match(without_section_number(block.text)):
        return block.level if level is None else min(level, block.level)
    return level if level is not None and block.level > level else None


def _ends_area(block: Block, area: AreaHeading, *, several: bool) -> bool:
    if label_of(block) or is_sentence(block.text) or grade_alone(block.text):
        return False
    if _CLOSES.match(without_section_number(block.text)):
        return block.level <= area.level
    return block.level < area.level or (several and block.level == area.level)
