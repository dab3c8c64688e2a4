"""The named moments at which a process may be killed.

Production never sets the hook. Tests set it to end the process right there,
and then look whether anything was lost.
"""

from collections.abc import Callable

WRITE_POINTS = (
    "act: rows written, not committed",
    "act: committed, copies not written",
    "copy: temporary file written",
    "copy: in its place",
    "mail: lease taken, not sent",
    "mail: sent, not recorded",
    "publication: lease taken, not written",
    "publication: written, not recorded",
)

hook: Callable[[str], None] | None = None


def reached(point: str) -> None:
    """Tell the tests that a write point was reached."""
    if hook is not None:
        hook(point)
