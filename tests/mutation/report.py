"""What a person reads at the end: a table, and every survivor with its change."""

from collections.abc import Iterator
from pathlib import Path

from tests.mutation.mutants import Mutant
from tests.mutation.score import DEAD, WANTED, Reasons, Share, Verdicts, by_folder, by_module
from tests.mutation.trial import Verdict


def table(verdicts: Verdicts, *, drawn: bool) -> Iterator[str]:
    """Yield a line for each module and each folder; for a sample with the interval."""
    for path, found in by_module(verdicts).items():
        yield _line(path, found, drawn=False)
    yield ""
    for path, found in by_folder(verdicts).items():
        yield _line(path, found, drawn=drawn)


def _line(path: Path, found: Share, *, drawn: bool) -> str:
    low, high = found.interval
    between = f"   between {low:.1%} and {high:.1%}, nineteen times in twenty" * drawn
    alive = found.tried - found.killed
    return f"{path!s:<55} {found.killed:>5} killed {alive:>4} survived {found.part:>7.1%}{between}"


def survivors(verdicts: Verdicts, reasons: Reasons) -> Iterator[str]:
    """Yield the survivors, those without a reason first."""
    alive = [mutant for mutant, verdict in verdicts.items() if verdict not in DEAD]
    alive.sort(key=lambda mutant: (bool(reasons.of(mutant)), mutant.place))
    for mutant in alive:
        yield from _survivor(mutant, verdicts[mutant], reasons.of(mutant))
    explained = sum(bool(reasons.of(mutant)) for mutant in alive)
    yield f"{len(alive)} survived, {explained} of them with a reason in survivors.toml."


def _survivor(mutant: Mutant, verdict: Verdict, reason: str) -> Iterator[str]:
    yield f"{mutant.place}  ({verdict})"
    yield from (f"    {line[0]} {line[1:].strip()}" for line in mutant.diff)
    if reason:
        yield f"    It may live: {reason}"
    yield ""


def too_few(verdicts: Verdicts) -> list[str]:
    """Return the folders in which too few are noticed, each as a sentence."""
    return [
        f"{path}: {found.part:.1%} were noticed; {WANTED:.0%} are wanted."
        for path, found in by_folder(verdicts).items()
        if found.part < WANTED
    ]
