"""Taking times: warm, in process, interleaved with a peer, and told as medians."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

ENOUGH = 25
"""Runs, where they are short."""
LEAST = 5
LONG_ENOUGH = 1.5
"""Seconds after which no further run is begun, once the least number is reached."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Something else that does the same work, or the floor nothing can go below."""

    name: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; times in seconds."""

    room: str
    what: str
    median: float
    fastest: float
    slowest: float
    runs: int
    checked: str
    """What was found right before a time was taken."""
    peer: str = ""
    peer_median: float | None = None
    target: float | None = None
    series: str = ""
    """The name of a row of lengths this figure belongs to."""
    length: int = 0

    @property
    def ratio(self) -> float | None:
        """Return how many times our time the peer takes; below one, the peer is faster."""
        return self.peer_median / self.median if self.peer_median else None

    @property
    def per_second(self) -> float:
        """Return how many are done in a second."""
        return 1 / self.median


class NotEqualError(Exception):
    """Two ways gave different results: their times must not be compared."""


def check(what: str, *, holds: bool) -> str:
    """Return the words of what was checked, or end the measuring: a wrong result has no speed."""
    if not holds:
        raise NotEqualError(f"No time is taken, because this does not hold: {what}.")
    return what


def measure(  # the words of a line come with its runs
    room: str,
    what: str,
    run: Callable[[], object],
    checked: str,
    *,
    peer: Peer | None = None,
    target: float | None = None,
    times: int = 1,
) -> Figure:
    """Return the figure of one run; with `times`, of one of that many done at a stroke.

    The peer's runs stand between ours, so that whatever else the machine does
    falls on both alike.
    """
    ways = [run, *([peer.run] if peer else [])]
    taken = _taken(ways)
    ours = [seconds / times for seconds in taken[0]]
    return Figure(
        room=room,
        what=what,
        median=median(ours),
        fastest=min(ours),
        slowest=max(ours),
        runs=len(ours),
        checked=checked,
        peer=peer.name if peer else "",
        peer_median=median(taken[1]) / times if peer else None,
        target=target,
    )


def _taken(ways: list[Callable[[], object]]) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in ways]
    for way in ways:
        way()  # warm
    begun = perf_counter()
    while len(taken[0]) < LEAST or (
        len(taken[0]) < ENOUGH and perf_counter() - begun < LONG_ENOUGH * len(ways)
    ):
        for way, times in zip(ways, taken, strict=True):
            times.append(_seconds(way))
    return taken


def _seconds(way: Callable[[], object]) -> float:
    begun = perf_counter()
    way()
    return perf_counter() - begun
