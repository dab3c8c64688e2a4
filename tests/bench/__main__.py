"""`python -m tests.bench [ROOM] [--json FILE]`: measure, show a table, fail for no figure."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tests.bench import (
    acts,
    checking,
    desk,
    hostile,
    merging,
    reading,
    rendering,
    starting,
    table,
    writing,
)
from tests.bench.machine import machine
from tests.bench.timing import NotEqualError
from tests.check_corpus import __main__ as check_corpus
from tests.corpus.__main__ import show_halves

if TYPE_CHECKING:
    from tests.bench.timing import Figure

ROOMS = (
    ("reading reports", reading.figures),
    ("rendering beside its peers", rendering.figures),
    ("gate, read-back and published forms", writing.edited_files),
    ("hostile and odd files", hostile.figures),
    ("merging edited files", merging.figures),
    ("checking responses", checking.figures),
    ("reckoning last days", acts.deadlines),
    ("one act on the record", acts.one_act),
    ("the whole way", acts.whole_way),
    ("whole processes", starting.figures),
    ("the front desk", desk.figures),
)
ALONE = {"checks": checking.figures, "desk": desk.figures}
"""Rooms that can be measured by themselves."""


def _alone(console: Console, room: str) -> None:
    """Measure one room; what was measured before a wrong result is shown all the same."""
    found: list[Figure] = []
    try:
        found.extend(ALONE[room]())
    finally:
        table.show(console, found)


def main() -> None:
    """Take every figure; a few minutes at most."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("room", nargs="?", choices=ALONE, help="measure this room only")
    wanted = parser.parse_args()
    console, on = Console(), machine()
    for name, words in on.items():
        console.print(f"{name}: {words}", highlight=False)
    if wanted.room:
        _alone(console, wanted.room)
        if wanted.room == "checks":
            check_corpus.show_halves()
        return
    figures: list[Figure] = []
    wrong: list[str] = []
    for what, room in ROOMS:
        with console.status(f"Measuring: {what} …"):
            try:
                figures.extend(room())
            except NotEqualError as fault:
                wrong.append(f"{what}: {fault}")
    with console.status("Measuring: memory …"):
        memory = reading.memory()
        memory_at_the_gate = hostile.memory()
    growths = reading.growths(figures)
    table.show(console, figures)
    table.show_growth(console, growths)
    table.show_memory(console, memory)
    table.show_memory(console, memory_at_the_gate)
    show_halves()
    check_corpus.show_halves()
    with console.status("Merging by chance: thousands of edited files …"):
        try:
            merging.show_large_run()
        except NotEqualError as fault:
            wrong.append(f"merging by chance: {fault}")
    if wanted.json:
        every = table.as_json(figures, growths, memory, on)
        every["memory_at_the_gate"] = asdict(memory_at_the_gate)
        told = json.dumps(every, indent=2, ensure_ascii=False)
        wanted.json.write_text(told + "\n", encoding="utf-8")
    if wrong:
        # A slow figure fails nothing; a wrong result is no figure at all.
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
