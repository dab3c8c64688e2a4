"""Hostile and odd files through `section55 gate`: the right answer, the time, the memory."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.reading import MEGABYTE, Memory
from tests.bench.timing import Figure, check
from tests.hostile import Sample, corpus

ROOM = "Hostile and odd files, through the command line"
LONGEST = 2.0
"""Seconds any file may take."""
MOST = 256 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gate said of one file."""

    sample: Sample
    seconds: float
    peak: int
    is_right: bool


@cache
def answers() -> tuple[int, tuple[Answer, ...]]:
    """Return the memory held before any file, and the answer to each file of the corpus."""
    samples = {f"{number:03}.docx": sample for number, sample in enumerate(corpus())}
    with tempfile.TemporaryDirectory() as folder:
        for name, sample in samples.items():
            (Path(folder) / name).write_bytes(sample.make())
        words = [sys.executable, "-m", "tests.bench.gating", folder]
        said = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    first, *rest = map(json.loads, said.splitlines())
    return first["before"], tuple(_judged(samples[told["file"]], told) for told in rest)


def _judged(sample: Sample, told: dict[str, Any]) -> Answer:
    if sample.is_let_in:
        kinds = {finding["kind"] for finding in told.get("findings", ())}
        is_right = told["code"] == 0 and told["accepted"] and kinds == sample.left
    else:
        reasons = {reason["what"] for reason in told.get("blocked", ())}
        is_right = told["code"] == 2 and sample.reason in reasons
    return Answer(sample, told["seconds"], told["peak"], is_right)


def figures() -> Iterator[Figure]:
    """Yield the time of the usual file and of the slowest."""
    _, found = answers()
    wrong = [answer.sample.name for answer in found if not answer.is_right]
    checked = check(f"each file gets its answer (not: {', '.join(wrong)})", holds=not wrong)
    times = [answer.seconds for answer in found]
    slowest = max(found, key=lambda answer: answer.seconds)
    for what, seconds, target in (
        (f"the usual one of {len(found)}", median(times), None),
        (f"the slowest: {slowest.sample.name}", slowest.seconds, LONGEST),
    ):
        yield Figure(
            ROOM, what, seconds, min(times), max(times), len(times), checked, target=target
        )


def memory() -> Memory:
    """Return what the hungriest file took."""
    before, found = answers()
    hungriest = max(found, key=lambda answer: answer.peak)
    what = f"the hungriest of {len(found)} hostile or odd files ({hungriest.sample.name})"
    return Memory(what, before, hungriest.peak, MOST)
