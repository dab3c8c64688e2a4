"""Runs one flow by hand: `python -m flows draft-response S55-2022-001`."""

import importlib
import sys
from collections.abc import Sequence

NAMES = (
    "watch-for-reports",
    "reconcile-reports",
    "open-case",
    "invite-comments",
    "draft-response",
    "route-for-sign-off",
    "publish-response",
    "watch-deadlines",
    "catch-up",
)
OF_THE_OFFICE = frozenset({"watch-for-reports", "reconcile-reports", "watch-deadlines", "catch-up"})
"""Flows that take no reference: they sweep the whole office."""


def main(words: Sequence[str]) -> int:
    """Run the flow named, print what it gave back, and return the exit code."""
    from casework.errors import CaseworkError  # noqa: PLC0415  after DO_NOT_TRACK is set

    try:
        print(run(words))  # noqa: T201  an entrance
    except CaseworkError as fault:
        print(fault, file=sys.stderr)  # noqa: T201
        return 2
    return 0


def run(words: Sequence[str]) -> object:
    """Run a flow in this process and return its result."""
    from casework.errors import RefusedInputError  # noqa: PLC0415

    name, *arguments = words or [""]
    if name not in NAMES:
        raise RefusedInputError(f"There is no flow “{name}”: there are {', '.join(NAMES)}.")
    wanted = 0 if name in OF_THE_OFFICE else 1
    if len(arguments) != wanted:
        need = "no reference" if name in OF_THE_OFFICE else "the reference of a case"
        raise RefusedInputError(f"The flow {name} takes {need}.")
    place = name.replace("-", "_")
    flow = getattr(importlib.import_module(f"flows.{place}"), place)
    return flow(*arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
