"""The trial: each mutant is woken in a process of its own, before the tests that reach it."""

import gc
import math
import os
import resource
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from pathlib import Path
from time import monotonic, process_time
from typing import Final, NoReturn

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

from tests.mutation.mutants import Mutant

FOUR_TIMES: Final = 4
AT_LEAST_S: Final = 3
"""A mutant may use so many times what its tests need, and these seconds: of the processor."""

ENOUGH_S: Final = 4
"""Seconds of tests that judge one mutant."""

LONGEST_S: Final = 600
MOST_MEMORY: Final = 6 << 30
TOLD_EVERY_S: Final = 20
NOTICED_BY: Final = Path("noticed-by.txt").absolute()
"""In the copy: the test that noticed last."""


class Verdict(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    OUT_OF_TIME = "killed: it never came to an end"
    SURVIVED = "survived"
    NOT_REACHED = "survived: no test reaches it"
    AT_IMPORT = "not tried: it runs once, when the module is read"


class Trial:
    """A plugin of pytest that runs the tests once, and then again for each mutant."""

    def __init__(self, mutants: Iterable[Mutant], jobs: int) -> None:
        """Take the mutants and how many may be tried at once."""
        self.mutants = list(mutants)
        self.jobs = jobs
        self.verdicts: dict[Mutant, Verdict] = {}
        self.left_out: list[str] = []
        self.stopped = False
        self._at_import: set[str] = set()
        self._reaching: dict[str, list[pytest.Item]] = defaultdict(list)
        self._seconds: dict[str, float] = {}
        self._running: dict[int, Mutant] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the whole trial in the place of one run."""
        self._at_import = set(state()._stats)
        try:
            self._see_who_reaches_what(session.items)
            set_mutant_under_test("")
            gc.collect()
            gc.freeze()
            self._try_nobody(session.items)
            self._try_all()
        except KeyboardInterrupt:
            self.stopped = True
            for number in self._running:
                os.kill(number, signal.SIGKILL)
        return True

    def _see_who_reaches_what(self, items: list[pytest.Item]) -> None:
        """Run every test once on rules that are whole; one that fails on them judges nothing."""
        for item, after in zip(items, [*items[1:], None], strict=True):
            state()._stats.clear()
            begun = process_time()
            reports = runtestprotocol(item, log=False, nextitem=after)
            self._seconds[item.nodeid] = process_time() - begun
            if any(report.failed for report in reports):
                self.left_out.append(item.nodeid)
                continue
            for function in state()._stats:
                self._reaching[function].append(item)
        for function, reaching in self._reaching.items():
            self._reaching[function] = self._worth_their_time(function, reaching)

    def _worth_their_time(self, function: str, reaching: list[pytest.Item]) -> list[pytest.Item]:
        """Return the module's own tests, then others, the quickest first, up to some seconds.

        Whole responses pass through every rule: what so many tests reach, the quick ones judge.
        """
        own = f"test_{function.split('.')[-2]}.py"
        in_order = sorted(
            reaching, key=lambda item: (item.path.name != own, self._seconds[item.nodeid])
        )
        begun = accumulate((self._seconds[item.nodeid] for item in in_order), initial=0.0)
        return [item for item, at in zip(in_order, begun, strict=False) if at < ENOUGH_S]

    def _try_nobody(self, items: list[pytest.Item]) -> None:
        """Try a mutant that changes nothing: if it did not live, no verdict were worth a word."""
        nobody = Mutant(Path(), "", "", ())
        self._start(nobody, [item for item in items if item.nodeid not in self.left_out])
        self._hear_one()
        verdict = self.verdicts.pop(nobody)
        if verdict is not Verdict.SURVIVED:
            who = NOTICED_BY.read_text(encoding="utf-8") if NOTICED_BY.exists() else "nobody"
            pytest.exit(f"Without any change: {verdict}, by {who}.", 1)

    def _try_all(self) -> None:
        told = monotonic()
        for mutant in self.mutants:
            tests = self._reaching.get(mutant.function, [])
            if not tests:
                once = mutant.function in self._at_import
                self.verdicts[mutant] = Verdict.AT_IMPORT if once else Verdict.NOT_REACHED
                continue
            while len(self._running) >= self.jobs:
                self._hear_one()
            self._start(mutant, tests)
            if monotonic() - told > TOLD_EVERY_S:
                told = monotonic()
                self._tell()
        while self._running:
            self._hear_one()

    def _start(self, mutant: Mutant, tests: list[pytest.Item]) -> None:
        number = os.fork()
        if not number:
            self._be(mutant, tests)
        self._running[number] = mutant

    def _hear_one(self) -> None:
        number, status = os.wait()
        if number not in self._running:
            return
        code = os.waitstatus_to_exitcode(status)
        ended = Verdict.OUT_OF_TIME if code in {-signal.SIGXCPU, -signal.SIGALRM} else None
        verdict = ended or (Verdict.KILLED if code else Verdict.SURVIVED)
        self.verdicts[self._running.pop(number)] = verdict

    def _be(self, mutant: Mutant, tests: list[pytest.Item]) -> NoReturn:
        """Live as this mutant until a test notices; leave nothing behind."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        self._bound(sum(self._seconds[test.nodeid] for test in tests))
        set_mutant_under_test(mutant.key)
        try:
            noticed = any(_notices(test, after) for test, after in _one_after_another(tests))
        except BaseException:  # noqa: BLE001  a test that cannot end has noticed
            noticed = True
        os._exit(int(noticed))

    def _bound(self, seconds: float) -> None:
        most = math.ceil(AT_LEAST_S + FOUR_TIMES * seconds)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        signal.alarm(LONGEST_S)

    def _tell(self) -> None:
        alive = sum(verdict is Verdict.SURVIVED for verdict in self.verdicts.values())
        done = f"{len(self.verdicts)} of {len(self.mutants)} tried, {alive} survived …"
        sys.stderr.write(done + "\n")


def _one_after_another(
    tests: list[pytest.Item],
) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Yield each test with the next; the last stays before nothing, for the process ends there."""
    return zip(tests, [*tests[1:], None], strict=True)


def _notices(test: pytest.Item, after: pytest.Item | None) -> bool:
    failed = any(report.failed for report in runtestprotocol(test, log=False, nextitem=after))
    if failed:
        NOTICED_BY.write_text(test.nodeid, encoding="utf-8")
    return failed
