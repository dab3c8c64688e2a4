"""Asking LibreOffice for its verdict: an editor that knows nothing of these tests either."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.editors.hands import additions, layout, marks, tables, typing
from tests.editors.markup import (
    BODY,
    DOCUMENT,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TR,
    blocks,
    packed,
    parent,
    parse,
    parts_of,
    serialise,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml import etree

    from tests.editors.desk import Desk

JUDGE: Final = Path(__file__).with_name("judge_by_office.py")
PYTHON: Final = "/usr/bin/python3"
"""The system's own: LibreOffice brings its bindings for that one."""
PATIENCE: Final = 300
"""Seconds for all files together."""

HANDS: Final[tuple[Callable[[Desk], bool], ...]] = (
    typing.types_into,
    typing.retypes,
    typing.replaces_a_word,
    typing.deletes_words,
    typing.makes_bold,
    layout.inserts_a_paragraph,
    layout.deletes_a_paragraph,
    layout.moves_a_paragraph,
    layout.splits_a_paragraph,
    layout.joins_paragraphs,
    layout.writes_at_the_end,
    tables.adds_a_row,
    tables.deletes_a_row,
    tables.edits_a_cell,
    tables.draws_a_table,
    additions.comments,
    marks.removes_a_region,
)
"""No pending change of a person's: then "all" means the service's. No field: the office
reckons those itself."""


def knows_the_office() -> bool:
    """Return whether the system's Python has the bindings."""
    asked = [PYTHON, "-c", "import uno"]
    return (
        Path(PYTHON).exists()
        and subprocess.run(asked, check=False, capture_output=True).returncode == 0
    )


def verdicts(work: Sequence[tuple[Path, str]]) -> list[list[str]]:
    """Return the paragraphs of each file after "accept", "reject" or nothing."""
    asked = json.dumps([(str(path.resolve()), verdict) for path, verdict in work])
    done = subprocess.run(
        [PYTHON, str(JUDGE)],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    answer: list[list[str]] = json.loads(done.stdout)
    return answer


def trimmed(paragraphs: Sequence[str]) -> list[str]:
    """Return paragraphs without spaces at their ends, which the office drops in cells."""
    return [paragraph.rstrip() for paragraph in paragraphs]


def first_apart(one: Sequence[str], other: Sequence[str]) -> str:
    """Return where two lists of paragraphs part, in words."""
    pairs = zip(one, other, strict=False)
    n = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return f"{one[n : n + 2]} instead of {other[n : n + 2]} at paragraph {n} of {len(other)}"


def without_controls(data: bytes) -> bytes:
    """Return a copy with its content controls opened: with them the office shows wrong text."""
    parts = parts_of(data)
    root = parse(parts[DOCUMENT])
    for control in list(root.iter(SDT)):
        content, around = control.find(SDT_CONTENT), parent(control)
        at = around.index(control)
        around[at : at + 1] = list(content) if content is not None else []
    return packed({**parts, DOCUMENT: serialise(root)})


def paragraphs_of(root: etree._Element) -> list[str]:
    """Return the paragraphs of a document as the office counts them."""
    body = root.find(BODY)
    assert body is not None
    return list(_paragraphs(body))


def _paragraphs(container: etree._Element) -> Iterator[str]:
    for block in blocks(container):
        if block.tag != TBL:
            yield words_of(block)
            continue
        for row in block.findall(TR):
            for cell in row.findall(TC):
                yield from _paragraphs(cell)
