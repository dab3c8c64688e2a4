"""What the trial says: figures for each module, the survivors, and why they may live."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import sqrt
from pathlib import Path
from typing import Final, NamedTuple

from tests.mutation.mutants import Mutant
from tests.mutation.trial import Verdict

WANTED: Final = 0.85
"""The share of mutants that the tests must notice."""

NINETEEN_IN_TWENTY: Final = 1.96
DEAD: Final = {Verdict.KILLED, Verdict.OUT_OF_TIME}
REASONS: Final = Path(__file__).with_name("survivors.toml")

Verdicts = Mapping[Mutant, Verdict]


class Share(NamedTuple):
    """How many of how many mutants were noticed."""

    killed: int
    tried: int

    @property
    def part(self) -> float:
        """Return the share; where nothing was tried nothing is wanting."""
        return self.killed / self.tried if self.tried else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return where the share of all lies, nineteen times in twenty (Wilson's interval)."""
        if not self.tried:
            return 0.0, 1.0
        square = NINETEEN_IN_TWENTY**2 / self.tried
        middle = self.part + square / 2
        wide = sqrt(square * (self.part * (1 - self.part) + square / 4))
        return (middle - wide) / (1 + square), (middle + wide) / (1 + square)


def tried(verdicts: Verdicts) -> Verdicts:
    """Return the mutants that could be tried."""
    return {mutant: word for mutant, word in verdicts.items() if word is not Verdict.AT_IMPORT}


def share(verdicts: Iterable[Verdict]) -> Share:
    """Return how many of these were killed."""
    counted = Counter(verdict in DEAD for verdict in verdicts)
    return Share(counted[True], counted.total())


def by_folder(verdicts: Verdicts) -> dict[Path, Share]:
    """Return the share of each folder."""
    return _by(verdicts, {mutant: mutant.path.parent for mutant in verdicts})


def by_module(verdicts: Verdicts) -> dict[Path, Share]:
    """Return the share of each module."""
    return _by(verdicts, {mutant: mutant.path for mutant in verdicts})


def _by(verdicts: Verdicts, places: Mapping[Mutant, Path]) -> dict[Path, Share]:
    found: defaultdict[Path, list[Verdict]] = defaultdict(list)
    for mutant, verdict in verdicts.items():
        found[places[mutant]].append(verdict)
    return {path: share(words) for path, words in sorted(found.items())}


class Reasons:
    """Why some survivors may live, by hand in survivors.toml."""

    def __init__(self, text: str) -> None:
        """Read the reasons."""
        self.given = {
            (entry["function"], change): str(entry["reason"])
            for entry in tomllib.loads(text).get("may_live", [])
            for change in entry["changes"]
        }

    def of(self, mutant: Mutant) -> str:
        """Return why a mutant may live, or nothing."""
        return self.given.get((mutant.place, mutant.change), "")
