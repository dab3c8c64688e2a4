"""Twice the words take a pattern about twice the time: no document makes a check stand still."""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from casework.rules import checks, manuscript
from casework.rules.manuscript.deeds import Body
from casework.rules.manuscript.speakers import Names
from tests.casework.rules.hostile import hostile_to, patterns_of
from tests.manuscripts import some_facts

LENGTH = 500
TIMES = 4
TRIES = 4
MOST = 2.5 * TIMES
"""Growth beyond which it is more than even; even growth is `TIMES`, with squares it is 16."""
TOO_LITTLE_TO_TELL = 0.003
"""Seconds of work below which the growth is that of chance."""


def _seconds(pattern: re.Pattern[str], words: str) -> float:
    begun = time.process_time()
    for _ in pattern.finditer(words):
        pass
    return time.process_time() - begun


def _runs_away(pattern: re.Pattern[str]) -> str:
    """Return the words, cut short, with which the work of a pattern outgrows them."""
    pairs = zip(hostile_to(pattern, LENGTH), hostile_to(pattern, TIMES * LENGTH), strict=True)
    for short, long in pairs:
        for _ in range(TRIES):
            taken = _seconds(pattern, long)
            if taken < TOO_LITTLE_TO_TELL or taken < MOST * _seconds(pattern, short):
                break
        else:
            return repr(long[:40])
    return ""


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Stop a pattern that would never come to an end."""
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("a pattern came to no end"))
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _patterns() -> dict[str, re.Pattern[str]]:
    facts = some_facts()
    named = {
        f"{name}-{number}": one
        for number, (name, one) in enumerate(patterns_of(checks, manuscript))
    }
    for one in (Names(facts), Body(facts, "I will ask my Holding to Account Board.")):
        for name in dir(one):
            value = getattr(one, name)
            if isinstance(value, re.Pattern):
                named[f"{type(one).__name__}.{name}"] = value
    return named


def test_no_pattern_of_the_checks_runs_away() -> None:
    patterns = _patterns()
    assert len(patterns) > 200
    with _at_most(120):
        grown = {name: words for name, one in patterns.items() if (words := _runs_away(one))}
    assert grown == {}


@pytest.mark.parametrize("pattern", [r"\w+,\w+;", r"a\s*b?\s*c", r"\W*Signed"])
def test_a_pattern_that_runs_away_is_caught(pattern: str) -> None:
    # One hiccup of the machine may hide a growth, and never five of them in a row.
    assert any(_runs_away(re.compile(pattern)) for _ in range(5))


def test_a_pattern_without_an_end_is_stopped() -> None:
    with pytest.raises(pytest.fail.Exception), _at_most(1):
        _runs_away(re.compile(r"(?:\w+\s*)+:"))
