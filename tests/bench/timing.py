"""Taking times: warm, in process, interleaved with a peer, and told as medians."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter

ENOUGH = 25
"""Runs, where they are short."""
LEAST = 5
SHORT = 0.1
"""Seconds below which a run is warmed up again before each turn."""
LEAST_BESIDE = 3
"""Where several stand side by side, and some take seconds."""
LONG_ENOUGH = 1.5
"""Seconds after which no further run is begun, once the least number is reached."""


class Seconds(float):
    """A time that another process took itself, so that asking it does not count."""


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
    ninety_fifth: float | None = None
    """The time within which 95 of 100 are done; the target is held against it, where it is told."""
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

    @property
    def held(self) -> float:
        """Return the time that is held against the target."""
        return self.median if self.ninety_fifth is None else self.ninety_fifth


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
    ours, *theirs = _taken([run, *([peer.run] if peer else [])])
    figure = _figure(room, what, [seconds / times for seconds in ours], checked, target)
    if peer is None:
        return figure
    return replace(figure, peer=peer.name, peer_median=median(theirs[0]) / times)


def spread(
    room: str, what: str, seconds: Sequence[float], checked: str, *, target: float | None = None
) -> Figure:
    """Return the figure of different pieces of work, each done once or more: median and p95."""
    figure = _figure(room, what, [*seconds], checked, target)
    return replace(figure, ninety_fifth=sorted(seconds)[int(len(seconds) * 0.95)])


def measure_beside(
    room: str,
    what: str,
    run: Callable[[], object],
    checked: str,
    *,
    peers: Sequence[Peer],
    target: float | None = None,
) -> Iterator[Figure]:
    """Yield our figure beside each of several peers, all measured in turn in the same minutes."""
    ours, *theirs = _taken([run, *(peer.run for peer in peers)], LEAST_BESIDE)
    figure = _figure(room, what, ours, checked, target)
    for peer, taken in zip(peers, theirs, strict=True):
        yield replace(figure, peer=peer.name, peer_median=median(taken))


def _figure(room: str, what: str, ours: list[float], checked: str, target: float | None) -> Figure:
    return Figure(
        room=room,
        what=what,
        median=median(ours),
        fastest=min(ours),
        slowest=max(ours),
        runs=len(ours),
        checked=checked,
        target=target,
    )


def _taken(ways: list[Callable[[], object]], least: int = LEAST) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in ways]
    for way in ways:
        way()  # warm
    begun = perf_counter()
    while len(taken[0]) < least or (
        len(taken[0]) < ENOUGH and perf_counter() - begun < LONG_ENOUGH * len(ways)
    ):
        for way, times in zip(ways, taken, strict=True):
            if len(ways) > 1 and (not times or times[-1] < SHORT):
                way()  # warm again, after the others
            times.append(_seconds(way))
    return taken


def _seconds(way: Callable[[], object]) -> float:
    begun = perf_counter()
    told = way()
    return told if isinstance(told, Seconds) else perf_counter() - begun
