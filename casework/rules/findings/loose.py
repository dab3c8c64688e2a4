"""Findings outside any labelled region: "we recommend that …" in running text, and tables."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from casework.rules.findings.drafts import Draft
from casework.rules.findings.labels import Label, label_of
from casework.rules.findings.wording import (
    goes_on,
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


_ADDRESSEE = re.compile(
    r"addressees?|addressed\s+to|for|to|to\s+whom|who(?:m)?|body|bodies|organisations?|responsible(?:\s+(?:body|bodies|organisations?))?|"
    r"recipients?|for\s+action(?:\s+by)?",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:to\s+be\s+(?:done|completed|met)\s+)?by(?:\s+when)?|when|deadlines?|due(?:\s+(?:date|by))?|"
    r"date(?:\s+for\s+completion)?|target\s+dates?|time\s*(?:scale|frame|limit)s?|complete\s+by",
    re.IGNORECASE,
)


class _Columns(NamedTuple):
    """Which columns of a table say what."""

    words: int
    addressee: int | None = None
    due: int | None = None

    @staticmethod
    def of(header: Sequence[str], words: int) -> "_Columns":
        """Return the columns by what stands in the table's first row."""
        return _Columns(words, _column(header, _ADDRESSEE), _column(header, _DUE))

    @staticmethod
    def says(row: Sequence[str], column: int | None) -> str:
        """Return the words of a column in this row."""
        return row[column].strip() if column is not None and column < len(row) else ""


def _column(header: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((n for n, cell in enumerate(header) if pattern.fullmatch(cell.strip(" :?"))), None)


def loose_findings(blocks: Sequence[Block], used: AbstractSet[int]) -> Iterator[Draft]:
    """Yield findings that stand outside the labelled regions."""
    for at, block in enumerate(blocks):
        if block.kind is BlockKind.TABLE and at not in used:
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
        if column is not None and len(table.rows) > 1 and not _has_labels_beside(table.rows):
            yield from _rows(table.rows[1:], _Columns.of(header, column), klass, at)
            return
    cause: Draft | None = None
    for row in table.rows:
        label = label_of(Block(BlockKind.PARAGRAPH, row[0])) if len(row) > 1 else None
        if label is None or label.klass is None or label.text:
            continue
        for draft in _labelled(label, row[1], at):
            draft.parent = cause if draft.klass is FindingClass.RECOMMENDATION else None
            if draft.klass is FindingClass.CAUSE_OF_CONCERN:
                cause = draft
            yield draft


def _has_labels_beside(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is a finding with its label, not the names of columns."""
    if any(is_directive(cell) for cell in rows[0]):
        return True
    first = [label_of(Block(BlockKind.PARAGRAPH, row[0])) for row in rows if row]
    return first[:1] != [None] and any(label is not None for label in first[1:])


def _labelled(label: Label, cell: str, at: int) -> Iterator[Draft]:
    """Yield the findings of a cell that stands beside its label ("Area for improvement | …")."""
    klass = label.klass or FindingClass.RECOMMENDATION
    draft: Draft | None = None
    for line in cell.split("\n"):
        begins = draft is None or (label.plural and is_directive(line) and not draft.waits)
        if begins and (is_directive(line) or klass is FindingClass.CAUSE_OF_CONCERN):
            if draft is not None:
                yield draft
            number = label.number if draft is None else None
            head = Block(BlockKind.PARAGRAPH, line)
            draft = Draft(klass, at, head, number=number, label_names=label.addressee)
        elif draft is not None:
            belongs = is_stem(draft.head.text) or goes_on(line)
            (draft.lines if belongs else draft.narrative).append(line)
    if draft is not None:
        yield draft


def _rows(
    rows: Sequence[Sequence[str]], columns: _Columns, klass: FindingClass, at: int
) -> Iterator[Draft]:
    for row in rows:
        if columns.words >= len(row):
            continue
        number, words = _number_and_words(row, columns.words, row[columns.words])
        enough = number or word_count(words) >= _FEWEST_WORDS
        told = is_directive(words) or columns.says(row, columns.addressee)
        if enough and told and not _is_header_again(row, columns):
            head, *lines = words.split("\n")
            draft = Draft(klass, at, Block(BlockKind.PARAGRAPH, head), number=number)
            draft.lines = lines
            draft.label_names = columns.says(row, columns.addressee)
            draft.due = columns.says(row, columns.due)
            yield draft


def _is_header_again(row: Sequence[str], columns: _Columns) -> bool:
    """Return whether a page break has printed the header a second time."""
    return any(pattern.fullmatch(row[columns.words].strip()) for _, pattern in _COLUMNS)


def _number_and_words(row: Sequence[str], column: int, cell: str) -> tuple[str | None, str]:
    if column:
        found = _NUMBERED.fullmatch(row[0].strip())
        return (found["number"] if found else None), cell
    head, _, rest = cell.partition("\n")
    found = _NUMBERED.fullmatch(head.strip().rstrip(":"))
    return (found["number"], rest) if found and rest else (None, cell)
