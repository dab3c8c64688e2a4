"""The stages of a case, and who may move it from one to the next.

Whether a move may be made *now* (date confirmed, comments closed, signed) is
asked by the leg that makes it; this table answers only who may.
"""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from casework.errors import IllegalMoveError
from models.words import WAYS_OUT, Role, Stage

OFFICERS = frozenset(
    {
        Role.POLICY_OFFICER,
        Role.HEAD_OF_POLICY,
        Role.CHIEF_EXECUTIVE,
        Role.MONITORING_OFFICER,
    }
)
"""The office's staff who carry a case forward."""

SIGNERS = frozenset({Role.SIGNATORY, Role.DEPUTY_SIGNATORY})
"""Only the holder of the office, or a deputy with a live delegation, signs."""

SERVICE = frozenset({Role.SERVICE})

WHO_PROVES = OFFICERS | {Role.COMMUNICATIONS}
"""Whoever may say where a response is public: those who look after the website know first."""

EDITORS = OFFICERS | SIGNERS | SERVICE | {Role.FINANCE_OFFICER, Role.COMMUNICATIONS}
"""Whoever may hand in an edit; the service does it for a file dropped into a folder."""

STILL_OPEN = (
    Stage.OPENED,
    Stage.CONFIRMED,
    Stage.IN_REVIEW,
    Stage.SIGNING,
    Stage.SIGNED,
    Stage.SCHEDULED,
)


class Move(NamedTuple):
    """From one stage to another, and the roles that may make the move."""

    start: Stage
    end: Stage
    by: AbstractSet[Role]
    when: str
    """What happens, in the words of the page that shows the stages."""


FORWARD = (
    Move(
        Stage.OPENED,
        Stage.CONFIRMED,
        OFFICERS,
        "the publication date and the findings are confirmed",
    ),
    Move(Stage.CONFIRMED, Stage.IN_REVIEW, EDITORS, "an edited version is handed back"),
    Move(Stage.CONFIRMED, Stage.SIGNING, OFFICERS, "the response is submitted as it was drafted"),
    Move(Stage.IN_REVIEW, Stage.SIGNING, OFFICERS, "the response is submitted for signature"),
    Move(Stage.SIGNING, Stage.SIGNED, SIGNERS, "the last signature of the route is given"),
    Move(Stage.SIGNED, Stage.SCHEDULED, OFFICERS, "a moment for publication is set"),
    Move(
        Stage.SCHEDULED,
        Stage.PUBLISHED,
        WHO_PROVES | SERVICE,
        "the published response has been seen",
    ),
    Move(Stage.PUBLISHED, Stage.CLOSED, OFFICERS | SERVICE, "both copies have been sent"),
)

BACK = (
    Move(Stage.CONFIRMED, Stage.OPENED, OFFICERS, "a confirmation is taken back"),
    Move(
        Stage.SIGNING, Stage.IN_REVIEW, OFFICERS | SIGNERS, "it is sent back, or the text changed"
    ),
    Move(
        Stage.SIGNED,
        Stage.IN_REVIEW,
        OFFICERS | SIGNERS,
        "the text changed, so signatures are void",
    ),
    Move(Stage.SCHEDULED, Stage.SIGNED, OFFICERS, "publication is unscheduled"),
    Move(
        Stage.SCHEDULED,
        Stage.IN_REVIEW,
        OFFICERS | SIGNERS,
        "the text changed, so signatures are void",
    ),
    Move(Stage.PUBLISHED, Stage.IN_REVIEW, OFFICERS, "the published response is corrected"),
    Move(Stage.CLOSED, Stage.IN_REVIEW, OFFICERS, "the published response is corrected"),
    Move(Stage.CLOSED, Stage.PUBLISHED, SERVICE, "a copy came back, and must be sent again"),
)

OUT = tuple(
    Move(start, end, OFFICERS, f"the case ends: {end.value.replace('_', ' ')}")
    for start in STILL_OPEN
    for end in sorted(WAYS_OUT)
)
REOPENED = tuple(
    Move(start, end, OFFICERS, "the case is reopened")
    for start in sorted(WAYS_OUT)
    for end in (Stage.OPENED, Stage.CONFIRMED)
)

MOVES = FORWARD + BACK + OUT + REOPENED


def may_move(start: Stage, end: Stage, role: Role) -> bool:
    """Return whether this role may move a case from `start` to `end`."""
    return any(m.start is start and m.end is end and role in m.by for m in MOVES)


def check_move(start: Stage, end: Stage, role: Role) -> None:
    """Refuse a move that the table does not hold, or not for this role."""
    if not any(m.start is start and m.end is end for m in MOVES):
        raise IllegalMoveError(start, end)
    if not may_move(start, end, role):
        raise IllegalMoveError(start, end, role)


def roles_for(start: Stage, end: Stage) -> frozenset[Role]:
    """Return the roles that may make a move; none if there is no such move."""
    return frozenset().union(*(m.by for m in MOVES if m.start is start and m.end is end))
