"""`python -m tests.check_corpus`: run the checks over every document and print how they did."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Any

from rich.console import Console

from tests.check_corpus import HALVES, Document, documents, fingerprints
from tests.check_corpus.scoring import Observation, Score, score, table

CHECKING = ("casework.manuscript.checking", "check_document")
"""Where the checks are: a module, and what in it takes (docx bytes, facts, today)."""
_WIDE = 140

Check = Callable[[bytes, dict[str, Any], date], Sequence[Observation]]


def checking() -> Check:
    """Return what runs the checks, or stop with a plain word where there is none yet."""
    module, name = CHECKING
    try:
        found: Check = getattr(import_module(module), name)
    except (ImportError, AttributeError):
        sys.exit(
            f"The checks are not there yet: {module} has no {name}. See CHECKING in {__file__}."
        )
    return found


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
    console = Console(width=_WIDE)
    check = checking()
    for half in [wanted.half] if wanted.half else HALVES:
        done = judged(half, check)
        console.print(table(f"{half} half", done))
        if wanted.verbose:
            _differences(console, done)


def _differences(console: Console, done: Score) -> None:
    for name, label in done.missed:
        console.print(f"missed {name}: {label.check} at {label.words!r}", markup=False)
    for name, one in done.false:
        said = f"{one['severity']} {one['check']} at {one['where']!r}: {one['message']}"
        console.print(f"without cause {name}: {said}", markup=False)


if __name__ == "__main__":
    main()
