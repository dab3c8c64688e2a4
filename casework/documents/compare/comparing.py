"""Two versions, block by block: changed, new, gone, moved, and what still waits as tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.compare.lines import Line, lines_of
from casework.documents.pieces.alignment import align
from casework.documents.pieces.letters import DEL, DEL_TEXT, INS, MOVE_FROM, MOVE_TO, R_PR_CHANGE
from casework.documents.pieces.steady import in_step
from models.shapes.comparison import ComparedBlock, Comparison, Difference, PendingChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

AUTHOR: Final = word.w("author")
KINDS: Final = {
    INS: "inserted",
    DEL: "deleted",
    MOVE_FROM: "moved away",
    MOVE_TO: "moved here",
    R_PR_CHANGE: "formatted",
    word.w("pPrChange"): "formatted",
}


def compare(old: bytes, new: bytes) -> Comparison:
    """Return what changed from one Word file to another, everybody's changes accepted."""
    before, after = lines_of(old), lines_of(new)
    found = align([line.piece for line in before], [line.piece for line in after])
    items = tuple(_items(before, after, found))
    same = sum(before[i].text == after[j].text for i, j in found.items())
    moved = sum(item.outcome is Difference.MOVED for item in items)
    return Comparison(items, tuple(_pending(after)), same - moved)


def _items(
    before: Sequence[Line], after: Sequence[Line], found: Mapping[int, int]
) -> Iterator[ComparedBlock]:
    """Yield what differs, in order; what is gone stands before what is new in its place."""
    back = {j: i for i, j in found.items()}
    i = j = 0
    for next_i, next_j in [*in_step(found).items(), (len(before), len(after))]:
        yield from (_gone(before[n]) for n in range(i, next_i) if n not in found)
        for n in range(j, next_j):
            yield _arrived(before, after[n], back.get(n))
        if next_i < len(before) and before[next_i].text != after[next_j].text:
            yield _changed(before[next_i], after[next_j])
        i, j = next_i + 1, next_j + 1


def _arrived(before: Sequence[Line], line: Line, i: int | None) -> ComparedBlock:
    """Return a line that did not stand at this place: new, or moved here."""
    if i is None:
        return ComparedBlock(Difference.NEW, "", line.text, line.where)
    if before[i].text == line.text:
        return ComparedBlock(Difference.MOVED, line.text, line.text, line.where)
    return _changed(before[i], line)


def _changed(old: Line, new: Line) -> ComparedBlock:
    return ComparedBlock(Difference.CHANGED, old.text, new.text, new.where)


def _gone(line: Line) -> ComparedBlock:
    return ComparedBlock(Difference.GONE, line.text, "", line.where)


def _pending(lines: Sequence[Line]) -> Iterator[PendingChange]:
    """Yield the tracked changes of a version, each with whose it is."""
    for line in lines:
        if line.block.pending:
            for mark in line.block.element.iter(*KINDS):
                around = next(mark.iterancestors(word.R), mark)
                words = "".join(node.text or "" for node in around.iter(word.T, DEL_TEXT))
                author = mark.get(AUTHOR, "")
                if words or mark.tag not in (INS, DEL):
                    yield PendingChange(author, KINDS[mark.tag], words or line.text, line.where)
