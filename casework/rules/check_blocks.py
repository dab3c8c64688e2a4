"""Which errors of the checks stand in the way of signing, and what lets each of them pass."""

from collections.abc import Iterable, Iterator
from typing import Final

from casework.rules.blocks import Block
from models.excuses import ExcuseKind
from models.shapes.checking import Observation, Severity

SETTLED_OTHERWISE: Final = frozenset(
    {
        # Told by the gate, with who made them.
        "tracked_change",
        "open_comment",
        "hidden_text",
        # Cleaned out of what is published, whatever it says.
        "metadata_leak",
        # The duty goes on after day 56: lateness stops nothing.
        "late_publication",
    }
)
NEVER_WAIVED: Final = frozenset({"placeholder"})
"""What no officer waives: the monitoring officer alone may let it pass."""
SHOWN: Final = 90
"""Characters of the document's words in a sentence."""


def error_blocks(
    noticed: Iterable[Observation], told_already: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield one block for each error, once for the same words of the same check.

    `told_already` names checks whose faults something else has told of this copy.
    """
    known: set[str] = set()
    for one in noticed:
        if one.severity is not Severity.ERROR or one.check in SETTLED_OTHERWISE | told_already:
            continue
        block = block_of(one)
        if block.key not in known:
            known.add(block.key)
            yield block


def block_of(one: Observation) -> Block:
    """Return an error of a check as what stands in the way."""
    passes = ExcuseKind.OVERRIDE if one.check in NEVER_WAIVED else ExcuseKind.WAIVER
    return Block(f"check {one.check}", _told(one), one.where or one.message, passes)


def key_to_waive(one: Observation) -> str:
    """Return the key by which an error is waived or overridden; empty where it blocks nothing."""
    return next((block.key for block in error_blocks([one])), "")


def _told(one: Observation) -> str:
    if not one.where or one.where in one.message:
        return one.message
    shown = one.where if len(one.where) <= SHOWN else one.where[:SHOWN].rsplit(" ", 1)[0] + " …"
    return f"{one.message} It says: “{shown}”"
