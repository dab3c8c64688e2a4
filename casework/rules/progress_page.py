"""The page that shows the stages of a case, written from the table of moves itself."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from casework.rules.progress import MOVES, OFFICERS, SERVICE, SIGNERS, WHO_PROVES, Move
from models.words import WAYS_OUT, Role, Stage

ENDED = "ended"
GROUPS: tuple[tuple[str, AbstractSet[Role]], ...] = (
    ("the office’s staff", WHO_PROVES),
    ("an officer", OFFICERS),
    ("a signatory", SIGNERS),
    ("the service itself", SERVICE),
)
"""Sets of roles that stand together in the table, the largest first."""

HEAD = """\
# The stages of a case

This page is printed from the table of moves in `casework/rules/progress.py`
(`make docs`): change the table, not the page.

Whether a move may be made *now* (the date confirmed, the comments closed, every
signature given) is asked by the leg that makes it. The comments of each force are
a track of their own and no stage.
"""

WHO = """\
## Who

- **An officer** is any of: {officers}.
- **The office’s staff** are the officers and the communications officer.
- **A signatory** is the holder of the office, or a deputy with a live delegation.
- **The service itself** moves a case only when it has seen what the move says.
"""


def stages_page() -> str:
    """Return the page of the stages: a diagram, a table of every move, and who is who."""
    officers = ", ".join(sorted(_spoken(role) for role in OFFICERS))
    parts = (HEAD, _diagram(), "## Every move\n", _table(), WHO.format(officers=officers))
    return "\n".join(parts)


def _diagram() -> str:
    edges = dict.fromkeys(_edge(move) for move in MOVES)
    names = [f'    state "{_spoken(s)}" as {s.value}' for s in Stage if s not in WAYS_OUT]
    ways = ", ".join(_spoken(way) for way in Stage if way in WAYS_OUT)
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        *names,
        f'    state "ended: {ways}" as {ENDED}',
        f"    [*] --> {Stage.OPENED.value}",
        *(f"    {start} --> {end}" for start, end in edges if start != end),
        f"    {Stage.CLOSED.value} --> [*]",
        "```",
    ]
    return "\n".join(lines) + "\n"


def _edge(move: Move) -> tuple[str, str]:
    return _node(move.start), _node(move.end)


def _node(stage: Stage) -> str:
    return ENDED if stage in WAYS_OUT else stage.value


def _table() -> str:
    rows: dict[tuple[str, Stage, str], list[str]] = {}
    for move in MOVES:
        rows.setdefault((move.when, move.end, _who(move.by)), []).append(_spoken(move.start))
    lines = ["| From | To | When | Who |", "|---|---|---|---|"]
    lines += [
        f"| {', '.join(starts)} | {_spoken(end)} | {when} | {who} |"
        for (when, end, who), starts in rows.items()
    ]
    return "\n".join(lines) + "\n"


def _who(roles: Iterable[Role]) -> str:
    left = set(roles)
    named = []
    for name, group in GROUPS:
        if group <= left:
            named.append(name)
            left -= group
    return " or ".join([*named, *(f"the {_spoken(role)}" for role in Role if role in left)])


def _spoken(word: Stage | Role) -> str:
    return word.value.replace("_", " ")
