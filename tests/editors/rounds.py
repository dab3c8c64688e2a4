"""One round from one number: what the service wrote, what people made of it, what it writes now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from tests.editors import foreign
from tests.editors.desk import Desk
from tests.editors.hands import LOUD, QUIET, WAYS
from tests.editors.markup import chance
from tests.editors.responses import a_draft, rendered
from tests.editors.source_changes import changed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from tests.editors.ledger import Ledger
    from tests.editors.pieces import Source

NO_EDIT: Final = 0.08
ONLY_QUIET: Final = 0.08
FOREIGN: Final = 0.12
THROUGH: Final = 0.15
"""The shares of rounds of a certain sort."""


class Sort(Enum):
    """What is special about a round."""

    EDITED = "people changed words"
    QUIET = "people changed no word"
    UNTOUCHED = "nobody opened the file"


@dataclass(frozen=True, slots=True)
class Round:
    """The three files of a merge, and what the judges know of how they came about."""

    seed: int | str
    sort: Sort
    way: str
    """What the whole file went through before, or an empty string."""
    base: Source
    theirs: bytes
    mine: Source
    ledger: Ledger
    ours: bool
    """Whether the file carries the marks of regions; a foreign file never did."""


def a_round(
    seed: int | str,
    *,
    sort: Sort | None = None,
    hands: Sequence[Callable[[Desk], bool]] | None = None,
) -> Round:
    """Return the round of one number; a certain sort, or certain hands, where asked for."""
    by = chance(f"round {seed}")
    ours = by.random() >= FOREIGN
    base, mine = _sources(by, ours=ours)
    sort = sort or _sort(by)
    desk = Desk(base, f"desk {seed}", _hot(base, mine))
    way = ""
    if ours and sort is not Sort.UNTOUCHED and by.random() < THROUGH:
        chosen = by.choice(WAYS)
        chosen(desk)
        way = chosen.__name__
    if sort is not Sort.UNTOUCHED:
        _edit(desk, hands or _hands(by, sort), by.randint(4, 24))
    theirs = base.data if sort is Sort.UNTOUCHED else desk.saved()
    return Round(seed, sort, way, base, theirs, mine, desk.ledger, ours)


def _sort(by: Random) -> Sort:
    lot = by.random()
    if lot < NO_EDIT:
        return Sort.UNTOUCHED
    return Sort.QUIET if lot < NO_EDIT + ONLY_QUIET else Sort.EDITED


def _sources(by: Random, *, ours: bool) -> tuple[Source, Source]:
    times = by.choice((1, 2, 3, 4, 6, 9))
    if ours:
        draft = a_draft(by)
        return rendered(draft), rendered(changed(by, draft, times))
    outline = foreign.an_outline(by)
    return foreign.written(outline), foreign.written(foreign.later(by, outline, times))


def _hot(base: Source, mine: Source) -> frozenset[str]:
    """Return the pieces the source changes: where people and the service are to meet."""
    now = mine.by_name
    return frozenset(
        p.name for p in base.pieces if p.name not in now or now[p.name].texts != p.texts
    )


def _hands(by: Random, sort: Sort) -> list[Callable[[Desk], bool]]:
    """Return what people do in this round: everything, or one kind again and again."""
    if sort is Sort.QUIET:
        return list(QUIET)
    if by.random() < 0.2:
        return by.sample([*LOUD, *QUIET], 3)
    return [*LOUD, *QUIET]


def _edit(desk: Desk, hands: Sequence[Callable[[Desk], bool]], times: int) -> None:
    for _ in range(times):
        hand = desk.by.choice(hands)
        if hand(desk):
            desk.ledger.kinds[hand.__name__] += 1
