"""Findings outside any labelled region: "we recommend that …" in running text, and tables."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from casework.rules.findings.drafts import Draft
from casework.rules.findings.wording import (
    is_directive,
    is_stem,
    recommendation_inside,
    word_count,
)
from models.shapes.reading import Block, BlockKind
from models.words import FindingClass

_NUMBERED = re.compile(r"(?:recommendation\s*)?(?P<number>\d{1,3}[a-z]?)\.?", re.IGNORECASE)
_COLUMNS = (
    (
        FindingClass.RECOMMENDATION,
        re.compile(r"(?:our\s+)?recommendations?(?:\s+text)?", re.IGNORECASE),
    ),
    (
        FindingClass.AREA_FOR_IMPROVEMENT,
        re.compile(r"areas?\s+for\s+improvement|AFIs?", re.IGNORECASE),
    ),
    (FindingClass.CAUSE_OF_CONCERN, re.compile(r"causes?\s+of\s+concern", re.IGNORECASE)),
)
_FEWEST_WORDS = 6


def loose_findings(blocks: Sequence[Block], used: AbstractSet[int]) -> Iterator[Draft]:
    """Yield findings that stand outside the labelled regions."""
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE:
            yield from _in_table(block, at)
        elif at not in used and block.kind is not BlockKind.HEADING:
            words = recommendation_inside(block.text)
            if words:
                yield _with_bullets(blocks, at, Block(BlockKind.PARAGRAPH, words))


def _with_bullets(blocks: Sequence[Block], at: int, head: Block) -> Draft:
    draft = Draft(FindingClass.RECOMMENDATION, at, head)
    if is_stem(head.text):
        for block in blocks[at + 1 :]:
            if block.kind is not BlockKind.ITEM:
                break
            draft.lines.append(block.text.strip())
    return draft


def _in_table(table: Block, at: int) -> Iterator[Draft]:
    """Yield from a table with a column of findings, or rows that open with a printed label."""
    header = table.rows[0] if table.rows else ()
    for klass, pattern in _COLUMNS:
        column = next((n for n, cell in enumerate(header) if pattern.fullmatch(cell.strip())), None)
        if column is not None and len(table.rows) > 1:
            yield from _rows(table.rows[1:], column, klass, at)
            return
    for row in table.rows:
        if len(row) > 1 and row[0].lower().startswith("recommendation") and is_directive(row[1]):
            yield from _rows((row,), 1, FindingClass.RECOMMENDATION, at)


def _rows(
    rows: Sequence[Sequence[str]], column: int, klass: FindingClass, at: int
) -> Iterator[Draft]:
    for row in rows:
        if column >= len(row):
            continue
        cell = row[column]
        number, words = _number_and_words(row, column, cell)
        if is_directive(words) and (number or word_count(words) >= _FEWEST_WORDS):
            head, *lines = words.split("\n")
            draft = Draft(klass, at, Block(BlockKind.PARAGRAPH, head), number=number)
            draft.lines = lines
            yield draft


def _number_and_words(row: Sequence[str], column: int, cell: str) -> tuple[str | None, str]:
    if column:
        found = _NUMBERED.fullmatch(row[0].strip())
        return (found["number"] if found else None), cell
    head, _, rest = cell.partition("\n")
    found = _NUMBERED.fullmatch(head.strip().rstrip(":"))
    return (found["number"], rest) if found and rest else (None, cell)
