"""Reading grows with the file, whatever a file is full of."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from casework.documents.read_back import read_back
from tests.casework.documents.raw_word import SPACES, W, para, run, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, MANY = 500, 4000
AT_MOST = 3 * MANY / FEW
"""Eight times as much takes eight times as long; what grows with the square takes 64 times."""


def comments(count: int) -> bytes:
    """Return a file in which every comment hangs on the whole text."""
    parts = "".join(f'<w:comment w:id="{n}">{para("c")}</w:comment>' for n in range(count))
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' + run("x") for n in range(count))
    ends = "".join(f'<w:commentRangeEnd w:id="{n}"/>' for n in range(count))
    return word_file(para(starts + ends), comments=f"<w:comments {SPACES}>{parts}</w:comments>")


def changes(count: int) -> bytes:
    """Return a file with all its changes, each by another hand, in one paragraph."""
    return word_file(
        para("".join(f'<w:ins w:author="{n}">{run("x")}</w:ins>' for n in range(count)))
    )


def notes(count: int) -> bytes:
    """Return a file of footnotes."""
    parts = "".join(f'<w:footnote w:id="{n}">{para("n")}</w:footnote>' for n in range(count))
    references = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(count))
    return word_file(para(references), footnotes=f"<w:footnotes {W}>{parts}</w:footnotes>")


def hidden(count: int) -> bytes:
    """Return a file in which much is told of."""
    return word_file(para("".join(run(f"h{n}", "<w:vanish/>") for n in range(count))))


def fields(count: int) -> bytes:
    """Return a file with a field inside a field inside a field."""

    def marks(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' * count

    return word_file(para(marks("begin") + run("x") * count + marks("end")))


def paragraphs(count: int) -> bytes:
    """Return a file of plain text."""
    return word_file(para("The force should act.") * count)


@pytest.mark.parametrize("made", [comments, changes, notes, hidden, fields, paragraphs])
def test_eight_times_as_much_takes_no_more_than_a_few_times_eight_as_long(
    made: Callable[[int], bytes],
) -> None:
    few, many = made(FEW), made(MANY)
    assert _seconds(many) < AT_MOST * _seconds(few)


def _seconds(data: bytes) -> float:
    """Return the quickest of five readings: chance only ever makes one slower."""
    return min(_once(data) for _ in range(5))


def _once(data: bytes) -> float:
    start = time.process_time()
    read_back(data)
    return time.process_time() - start
