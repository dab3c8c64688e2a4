"""The figures for people (tables) and for programs (JSON)."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby

from rich.console import Console
from rich.table import Table

from tests.bench.reading import MEGABYTE, Growth, Memory
from tests.bench.timing import Figure

SHORT = 1e-4
"""Seconds below which a rate says more than a time."""


def duration(seconds: float) -> str:
    """Return a time with three digits that mean something, in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}" if seconds < 1000 * size else f"{seconds:.0f} s"
    return f"{seconds * 1e9:.0f} ns"


def against(value: float, target: float | None, told: str) -> str:
    """Return a target and whether it is met; empty without one. Nothing fails by it."""
    if target is None:
        return ""
    return f"{told}: met" if value <= target else f"{told}: [bold red]missed[/]"


def beside(figure: Figure) -> str:
    """Return the peer's time as a multiple of ours."""
    if figure.peer_median is None or figure.ratio is None:
        return ""
    times = f"{figure.ratio:.1f} ×" if figure.ratio >= 1 else f"1/{1 / figure.ratio:.3g} of"
    return f"{duration(figure.peer_median)} = {times} ours"


def middle(figure: Figure) -> str:
    """Return the median, and for what is very short how many are done in a second."""
    rate = f" ({figure.per_second:,.0f} a second)" if figure.median < SHORT else ""
    return f"[bold]{duration(figure.median)}[/]{rate}"


def show(console: Console, figures: Sequence[Figure]) -> None:
    """Print one table for each room."""
    for room, lines in groupby(figures, key=lambda figure: figure.room):
        table = Table(title=room, title_justify="left", title_style="bold", expand=False)
        for name in (
            "what",
            "median",
            "95 of 100",
            "fastest-slowest",
            "runs",
            "beside it",
            "its median",
            "target",
        ):
            table.add_column(
                name, justify="right" if name in {"median", "95 of 100", "runs"} else "left"
            )
        for line in lines:
            target = duration(line.target) if line.target else ""
            table.add_row(
                line.what,
                middle(line),
                "" if line.ninety_fifth is None else duration(line.ninety_fifth),
                f"{duration(line.fastest)}-{duration(line.slowest)}",
                str(line.runs),
                line.peer,
                beside(line),
                against(line.held, line.target, target),
            )
        console.print(table)


def show_growth(console: Console, growths: Sequence[Growth]) -> None:
    """Print how time grows with length."""
    table = Table(title="Time against length", title_justify="left", title_style="bold")
    for name in ("what", "1x", "2x", "4x", "time grew", "length grew"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for growth in growths:
        times = [duration(seconds) for seconds in growth.seconds]
        table.add_row(growth.what, *times, f"{growth.factor:.2f} ×", f"{growth.longer:.2f} ×")
    console.print(table)


def show_memory(console: Console, memory: Memory) -> None:
    """Print the most memory reading took."""
    held = f"{memory.peak / MEGABYTE:.0f} MB"
    loaded = f"{memory.before / MEGABYTE:.0f} MB"
    told = against(memory.peak, memory.target, f"{memory.target / MEGABYTE:.0f} MB")
    console.print(
        f"[bold]Memory[/], {memory.what}, a process of its own: at most [bold]{held}[/], "
        f"{loaded} of it before the file is opened. Target {told}."
    )


def as_json(
    figures: Sequence[Figure], growths: Sequence[Growth], memory: Memory, on: dict[str, str]
) -> dict[str, object]:
    """Return every figure; times in seconds, memory in bytes."""
    return {
        "machine": on,
        "figures": [{**asdict(f), "ratio": f.ratio, "per_second": f.per_second} for f in figures],
        "growth": [{**asdict(g), "factor": g.factor, "longer": g.longer} for g in growths],
        "memory": asdict(memory),
    }
