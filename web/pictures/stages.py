"""The stages of a case as a column, with the place where it is now."""

from dataclasses import dataclass
from typing import Final

from casework.rules.plan import FORWARD_STAGES
from casework.rules.progress import FORWARD
from models.words import WAYS_OUT, Stage

ROW: Final = 56
"""Height of a stage, with the way to it."""
MIDDLE: Final = 24
"""Where the line of stages stands, from the left and from the top."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of the column."""

    y: int
    stage: Stage
    when: str
    """What has happened once a case is here; nothing for the first."""
    is_past: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Stages:
    """The column: every stage on the way, and the way out if the case took one."""

    steps: tuple[Step, ...]
    height: int
    x: int = MIDDLE
    row: int = ROW


def stages(here: Stage) -> Stages:
    """Return the column for a case that stands here; a way out comes last, instead of the rest."""
    shown = (Stage.OPENED, here) if here in WAYS_OUT else FORWARD_STAGES
    at = shown.index(here)
    steps = [
        Step(MIDDLE + n * ROW, stage, _when(stage), is_past=n < at, is_here=n == at)
        for n, stage in enumerate(shown)
    ]
    return Stages(tuple(steps), 2 * MIDDLE + (len(shown) - 1) * ROW)


def _when(stage: Stage) -> str:
    return next((move.when for move in FORWARD if move.end is stage), "")
