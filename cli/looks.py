"""What `section55 doctor` says of one thing it looked at."""

from typing import NamedTuple


class Look(NamedTuple):
    """One thing that was looked at."""

    what: str
    well: bool
    said: str
