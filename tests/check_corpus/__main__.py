"""`python -m tests.check_corpus`: run the checks over every document and print how they did."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from rich.console import Console

from casework.examining import examine
from casework.registers.facts_file import read_facts
from tests.check_corpus import HALVES, Document, documents, fingerprints
from tests.check_corpus.scoring import Observation, Score, score, table

_WIDE = 140

Check = Callable[[bytes, dict[str, Any], date], Sequence[Observation]]


def check_document(data: bytes, facts: dict[str, Any], today: date) -> list[Observation]:
    """Return all that the checks say of a document, as `section55 check --json` says it."""
    told = examine(data, read_facts(json.dumps(facts).encode(), "facts.json"), today)
    return [asdict(one) for one in told]


def judged(half: str, check: Check) -> Score:
    """Return the figures of a half."""
    return score([(one, _heard(one, check)) for one in documents(half)])


def _heard(document: Document, check: Check) -> Sequence[Observation]:
    today = date.fromisoformat(document.facts["checked_on"])
    return check(document.data, document.facts, today)


def main() -> None:
    """Print the table of each half, and with `--verbose` what was missed and said without cause."""
    given = argparse.ArgumentParser(prog="python -m tests.check_corpus", description=__doc__)
    given.add_argument("--half", choices=HALVES, help="one half only")
    given.add_argument("--verbose", action="store_true", help="every miss and every false alarm")
    given.add_argument(
        "--fingerprints", action="store_true", help="print what frozen.json of the half should hold"
    )
    wanted = given.parse_args()
    if wanted.fingerprints:
        sys.stdout.write(json.dumps(fingerprints(wanted.half or HALVES[0]), indent=1) + "\n")
        return
    show_halves([wanted.half] if wanted.half else HALVES, differences=wanted.verbose)


def show_halves(halves: Sequence[str] = HALVES, *, differences: bool = False) -> None:
    """Print recall and false alarms of each check, for each half."""
    console = Console(width=_WIDE)
    for half in halves:
        done = judged(half, check_document)
        console.print(table(f"{half} half", done))
        if differences:
            _differences(console, done)


def _differences(console: Console, done: Score) -> None:
    for name, label in done.missed:
        console.print(f"missed {name}: {label.check} at {label.words!r}", markup=False)
    for name, one in done.false:
        said = f"{one['severity']} {one['check']} at {one['where']!r}: {one['message']}"
        console.print(f"without cause {name}: {said}", markup=False)


if __name__ == "__main__":
    main()
