"""Inside the copy: make the mutants, try them, say what was found."""

import sys
from pathlib import Path
from random import Random

import pytest
from mutmut.mutation.trampoline import set_mutant_under_test

from tests.mutation.asked import asked
from tests.mutation.mutants import Mutant, leave_sentences_alone, mutate
from tests.mutation.report import survivors, table, too_few
from tests.mutation.score import REASONS, Reasons, tried
from tests.mutation.trial import Trial

QUIETLY = [
    *("-q", "--capture=no", "--tb=line", "--assert=plain", "--no-header", "--no-summary"),
    *("-p", "no:cacheprovider", "-p", "no:xdist", "-o", "faulthandler_timeout=0"),
    *("-p", "tests.mutation.few_examples"),
]

ABOUT_TIME = (
    "test_patterns_stay_quick",
    "test_ten_times_the_findings_take_no_more_than_ten_times_the_time_and_a_bit",
    "test_five_megabytes_of_findings_are_judged_in_bounded_time",
)
"""Tests of how long something takes: slow, and no judges of what is right."""


def modules(only: list[Path]) -> list[Path]:
    """Return the modules asked for, folders with all in them."""
    found = {
        inner
        for path in only
        for inner in (path.rglob("*.py") if path.is_dir() else [path])
        if inner.name != "__init__.py"
    }
    return sorted(found)


def draw(mutants: list[Mutant], size: int | None, seed: int) -> list[Mutant]:
    """Return all mutants, or so many of them by lot."""
    if size is None or size >= len(mutants):
        return mutants
    return Random(seed).sample(mutants, size)  # noqa: S311  a lot, not a secret


def try_all(mutants: list[Mutant], tests: list[Path], jobs: int) -> Trial:
    """Try these mutants before these tests."""
    set_mutant_under_test("stats")
    trial = Trial(mutants, jobs)
    spared = " or ".join(ABOUT_TIME)
    pytest.main([*QUIETLY, "-k", f"not ({spared})", *map(str, tests)], plugins=[trial])
    return trial


def say(trial: Trial, made: int, *, drawn: bool) -> bool:
    """Print what was found; return whether it is enough."""
    known = tried(trial.verdicts)
    lines = [*survivors(known, Reasons(REASONS.read_text(encoding="utf-8"))), ""]
    lines += [*table(known, drawn=drawn), ""]
    lines.append(f"{len(known)} of {made} mutants were tried.")
    passed_over = len(trial.verdicts) - len(known)
    if passed_over:
        lines.append(f"{passed_over} were not: they run once, when their module is read.")
    lines += [f"Judged nothing, for it fails on the rules as they are: {x}" for x in trial.left_out]
    lines += ["Stopped before the end."] * trial.stopped
    wanting = too_few(known)
    sys.stdout.write("\n".join([*lines, *wanting, ""]))
    return bool(known) and not wanting and not trial.stopped


def main(words: list[str]) -> int:
    """Do what was asked; return 1 where the tests notice too little."""
    wanted = asked(words)
    leave_sentences_alone()
    mutants = [mutant for path in modules(wanted.only) for mutant in mutate(path)]
    chosen = draw(mutants, wanted.sample, wanted.seed)
    sys.stderr.write(f"{len(chosen)} of {len(mutants)} mutants; first the tests run once …\n")
    trial = try_all(chosen, wanted.tests, wanted.jobs)
    return int(not say(trial, len(mutants), drawn=len(chosen) < len(mutants)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
