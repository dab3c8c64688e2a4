"""A row of the record as pieces of text that can be found, each with its place."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any, Final

from sqlmodel import Session, SQLModel

from casework.documents.read_back.package import Package
from casework.documents.read_back.read import read_package
from casework.record.bytes import fetch
from casework.record.report_text import report_text
from casework.rules.asked_words import words_of
from casework.rules.wording import FINDING_NAMES, sentence_start
from models import (
    Answer,
    Case,
    Document,
    Finding,
    Remark,
    Report,
    SearchKind,
    SearchPiece,
    Submission,
    Version,
)
from models.shapes.reading import BlockKind
from models.words import CommentsClass

LONGEST: Final = 1500
"""Characters of one piece, about a page's third: a hit is to lead to its place."""
BREAK: Final = "¶"
"""Stands between a title and its text, so that no phrase runs across."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words at a place, before it is known which row of the index they become."""

    text: str
    title: str = ""
    place: str = ""
    background: bool = False
    version: int = 0


def words_to_find(title: str, text: str) -> str:
    """Return the words of a piece as they are compared."""
    return f" {BREAK} ".join(filter(None, (_words(title), _words(text))))


def same(text: str) -> str:
    """Return a hash that is equal for texts of the same words."""
    return sha256(_words(text).encode()).hexdigest()


def _words(text: str) -> str:
    return " ".join(found.word for found in words_of(text))


def pieces_of(session: Session, kind: SearchKind, row_id: int) -> list[SearchPiece]:
    """Return the pieces of a row as its words are now; none if it is no longer there."""
    table, read = READERS[kind]
    row: Any = session.get(table, row_id)
    if row is None:
        return []
    case_id, number = _whose(session, row)
    told = [one for one in read(session, row) if one.text.strip() or one.title]
    return [
        SearchPiece(
            office_id=row.office_id,
            case_id=case_id,
            kind=kind,
            row_id=number,
            position=position,
            place=one.place,
            version=one.version,
            background=one.background,
            sha256=same(one.text),
            title=one.title,
            text=one.text,
            words=words_to_find(one.title, one.text),
        )
        for position, one in enumerate(told)
    ]


def _whose(session: Session, row: Any) -> tuple[int, int]:
    """Return the ids of a row's case, and of the row its pieces hang on."""
    if isinstance(row, Case):
        return row.id or 0, row.id or 0
    if isinstance(row, Version):
        document = session.get_one(Document, row.document_id)
        return document.case_id, row.document_id
    return row.case_id, row.id


def _case(session: Session, row: Case) -> Iterator[Told]:
    yield Told(session.get_one(Report, row.report_id).title, row.reference)


def _finding(_: Session, row: Finding) -> Iterator[Told]:
    called = sentence_start(FINDING_NAMES[row.klass][0])
    title = ": ".join(filter(None, (f"{called} {row.number}".strip(), row.area)))
    return _cut(row.text.split("\n"), title, row.key)


def _answer(_: Session, row: Answer) -> Iterator[Told]:
    return _cut(row.text.split("\n"), "", row.place)


def _comments(_: Session, row: Submission) -> Iterator[Told]:
    # What nobody has classed yet may be background as well.
    hidden = row.klass is CommentsClass.BACKGROUND or row.klass is None
    return _cut(json.loads(row.paragraphs), row.file_name, str(row.id), background=hidden)


def _remark(_: Session, row: Remark) -> Iterator[Told]:
    return _cut(row.words.split("\n"), row.who, str(row.number))


def _report(session: Session, row: Case) -> Iterator[Told]:
    blocks = report_text(session, session.get_one(Report, row.report_id)).blocks
    title, lines, first = "", list[str](), 0
    for number, block in enumerate(blocks):
        is_heading = block.kind is BlockKind.HEADING
        if lines and (is_heading or sum(map(len, lines)) + len(block.text) > LONGEST):
            yield from _cut(lines, title, f"b{first}")
            lines = []
        if is_heading:
            title = block.text
        first = first if lines else number
        cells = (" ".join(row) for row in block.rows)
        lines += [block.text, *cells] if block.rows else [block.text]
    yield from _cut(lines, title, f"b{first}")


def _version(session: Session, row: Version) -> Iterator[Told]:
    read = read_package(Package.of(fetch(session, row.sha256)), "accepted")
    for region, blocks in groupby(read.blocks, key=lambda block: block.region or ""):
        yield from _cut((block.text for block in blocks), "", region, version=row.number)
    for comment in read.comments:
        place = comment.region or ""
        yield from _cut([comment.words], comment.author, place, version=row.number)


def _cut(
    lines: Iterable[str], title: str, place: str, *, background: bool = False, version: int = 0
) -> Iterator[Told]:
    """Yield lines as pieces of at most `LONGEST` characters, cut between words where it must be."""
    kept = ""
    for line in (short for whole in lines for short in _short(whole)):
        if kept and len(kept) + len(line) > LONGEST:
            yield Told(kept, title, place, background, version)
            kept = ""
        kept = f"{kept}\n{line}" if kept else line
    if kept.strip():
        yield Told(kept, title, place, background, version)


def _short(line: str) -> Iterator[str]:
    while len(line) > LONGEST:
        end = line.rfind(" ", 1, LONGEST)
        end = end if end > 0 else LONGEST
        yield line[:end]
        line = line[end:]
    yield line


Reader = Callable[[Session, Any], Iterable[Told]]
READERS: Final[dict[SearchKind, tuple[type[SQLModel], Reader]]] = {
    SearchKind.CASE: (Case, _case),
    SearchKind.FINDING: (Finding, _finding),
    SearchKind.ANSWER: (Answer, _answer),
    SearchKind.COMMENTS: (Submission, _comments),
    SearchKind.REMARK: (Remark, _remark),
    SearchKind.REPORT: (Case, _report),
    SearchKind.VERSION: (Version, _version),
}
"""Where the words of each kind lie, and how they are taken from a row."""
