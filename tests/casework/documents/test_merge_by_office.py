"""LibreOffice's own "reject all" and "accept all" say of a merge what its laws say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casework.documents.merge import SERVICE, merge
from tests.conftest import find_or_leave_out
from tests.editors import foreign, office
from tests.editors.markup import DOCUMENT, parse, parts_of
from tests.editors.rounds import Sort, a_round
from tests.editors.verdict import accepted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editors.foreign import Outline

AT = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)
BY_CHANCE = 8
"""Rounds judged here; `make bench` has sixty more judged."""

PLAIN: Outline = (
    foreign.Item("the title", "Title", "A report to the board"),
    foreign.Item("first", "Normal", "The first paragraph stands before a table."),
    foreign.Item("table", "Table Grid", rows=(("Area", "Grade"), ("Custody", "Good"))),
    foreign.Item("the end", "Normal", "The last paragraph of all."),
)
TITLE, FIRST, TABLE, LAST = PLAIN
NEW = foreign.Item("new", "List Bullet", "Words that came later.")
NEXT = foreign.Item("next", "Normal", "More words that came later.")

PLACES: dict[str, Outline] = {
    "at the end of a cell": (
        TITLE,
        FIRST,
        replace(TABLE, rows=(("Area", "Grade"), ("Custody", "Good\nsince May\nand June"))),
        LAST,
    ),
    "before a table": (TITLE, FIRST, NEW, NEXT, TABLE, LAST),
    "at the end of the body": (*PLAIN, NEW, NEXT),
    "at the end of a paragraph and in the next": (
        TITLE,
        replace(FIRST, words="The first paragraph stands before a table. Now longer"),
        TABLE,
        replace(LAST, words="Now the last paragraph of all."),
    ),
    "at the end of a paragraph, before a new one": (
        TITLE,
        replace(FIRST, words="The first paragraph stands before a table, and is longer"),
        NEW,
        TABLE,
        LAST,
    ),
    "instead of what stood before a table": (TITLE, NEW, TABLE, LAST),
    "nothing before a table": (TITLE, TABLE, LAST),
    "a row more": (
        TITLE,
        FIRST,
        replace(TABLE, rows=(("Area", "Grade"), ("Bail", "Poor"), ("Custody", "Good"))),
        LAST,
    ),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Return by name what the office says of theirs, of all refused, of all taken; and what we say.

    One office process judges them all: it takes seconds to start.
    """
    if not office.knows_the_office():
        find_or_leave_out("python3-uno")
    folder = tmp_path_factory.mktemp("judged")
    work, wanted = [], {}
    for name, (base, theirs, mine) in _files().items():
        merged = merge(base, theirs, mine, AT).data
        paths = _saved(folder, name, theirs, merged)
        work += [(paths[0], ""), (paths[1], "reject"), (paths[1], "accept")]
        wanted[name] = office.paragraphs_of(accepted(merged, None))
    said = office.verdicts(work)
    return {
        name: [*said[3 * n : 3 * n + 3], expected]
        for n, (name, expected) in enumerate(wanted.items())
    }


def _files() -> dict[str, tuple[bytes, bytes, bytes]]:
    base = foreign.written(PLAIN).data
    files = {name: (base, base, foreign.written(later).data) for name, later in PLACES.items()}
    for number in range(BY_CHANCE):
        one = a_round(f"office {number}", sort=Sort.EDITED, hands=office.HANDS)
        files[f"round {number}"] = one.base.data, one.theirs, one.mine.data
    return files


def _saved(folder: Path, name: str, theirs: bytes, merged: bytes) -> tuple[Path, Path]:
    paths = folder / f"{name}, theirs.docx", folder / f"{name}, merged.docx"
    for path, data in zip(paths, (theirs, merged), strict=True):
        path.write_bytes(office.without_controls(data))
    return paths


JUDGED = [*PLACES, *(f"round {number}" for number in range(BY_CHANCE))]


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.xdist_group("office")
@pytest.mark.parametrize("name", JUDGED)
def test_refusing_all_in_the_office_gives_the_reviewers_paragraphs(
    verdicts: dict[str, list[list[str]]], name: str
) -> None:
    theirs, refused, _, _ = verdicts[name]
    assert refused == theirs


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.xdist_group("office")
@pytest.mark.parametrize("name", JUDGED)
def test_taking_all_in_the_office_gives_what_the_judges_read(
    verdicts: dict[str, list[list[str]]], name: str
) -> None:
    _, _, taken, wanted = verdicts[name]
    assert office.trimmed(taken) == office.trimmed(wanted)


@pytest.mark.parametrize("name", PLACES)
def test_what_is_put_in_at_a_hard_place_stands_there(name: str) -> None:
    base, later = foreign.written(PLAIN), foreign.written(PLACES[name])
    merged = merge(base.data, base.data, later.data, AT)
    wanted = office.paragraphs_of(parse(parts_of(later.data)[DOCUMENT]))
    assert office.paragraphs_of(accepted(merged.data, SERVICE)) == wanted
