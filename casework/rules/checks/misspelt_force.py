"""The name of a force or of the case's area with a slip in it, or in a form it does not use."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.own_words import severity_outside_quotations
from casework.rules.manuscript.force_names import (
    FORCE_WORDS,
    LONG,
    NOT_A_PLACE,
    OwnNames,
    area_of,
    folded,
    is_slip_of,
    nearest_area,
    own_names,
)
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "misspelt_force"
LEAST: Final = 6
"""Letters of an area that is recognised without `Police` behind it."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2011][^\W\d_]+)*|&")
_NO_SLIPS: Final = frozenset(
    {
        "police",
        "constabulary",
        "policy",
        "policies",
        "polices",
        "policed",
        "polish",
        "constabularies",
    }
)


class Word(NamedTuple):
    """A word of a passage and where it stands."""

    words: str
    start: int
    end: int


def misspelt_force(response: Response) -> Iterator[Observation]:
    """Yield each near-miss of a force's name, and each form of the own name that is not used."""
    forces = response.library.forces
    own = own_names(response.facts, forces)
    known = (
        *own.areas,
        *(force.area for force in forces),
        *(area_of(n) for f in forces for n in f.names),
    )
    areas = tuple(dict.fromkeys(folded(one) for one in known))
    for passage in response.passages:
        words = [Word(m.group(), *m.span()) for m in _WORD.finditer(passage.words)]
        told: list[tuple[int, int]] = []
        for start, end, right in _slips(words, own, areas, known):
            if not any(first < end and start < last for first, last in told):
                told.append((start, end))
                message = f"“{passage.words[start:end]}” is not how {right} is spelt."
                yield _told(response, passage, (start, end), message, right)


def _slips(
    words: Sequence[Word], own: OwnNames, areas: tuple[str, ...], known: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    capitals = [number for number, word in enumerate(words) if word.words[0].isupper()]
    for number in capitals:
        force_word = _as_force_word(words[number].words)
        found = force_word and _before_force_word(words, number, force_word, areas, known)
        if found:
            yield found
    for number in capitals:
        yield from _of_own_area(words, number, own, areas)


@lru_cache(maxsize=2048)
def _as_force_word(word: str) -> str:
    """Return `Police` or `Constabulary` for a word that is one, perhaps with a slip."""
    told = word.casefold()
    for right in FORCE_WORDS:
        plain = right.casefold()
        if told == plain:
            return right
        close = OSA.distance(told, plain, score_cutoff=2) <= (1 if len(plain) < LONG else 2)
        if told not in _NO_SLIPS and close and told[0] == plain[0]:
            return right
    return ""


def _before_force_word(
    words: Sequence[Word],
    number: int,
    force_word: str,
    areas: tuple[str, ...],
    known: Sequence[str],
) -> tuple[int, int, str] | None:
    exact = words[number].words.casefold() == force_word.casefold()
    for length in (5, 4, 3, 2, 1):
        if number < length:
            continue
        before = words[number - length : number]
        if not before[0].words[0].isupper() or before[0].words.casefold() in NOT_A_PLACE:
            continue
        name = folded(" ".join(one.words for one in before))
        if name in areas:
            right = f"{_as_known(name, known)} {force_word}"
            return None if exact else (before[0].start, words[number].end, right)
        near = nearest_area(name, areas)
        if near:
            return before[0].start, words[number].end, f"{_as_known(near, known)} {force_word}"
    return None


def _as_known(name: str, known: Sequence[str]) -> str:
    return next((one for one in known if folded(one) == name), name.title())


def _of_own_area(
    words: Sequence[Word], number: int, own: OwnNames, areas: tuple[str, ...]
) -> Iterator[tuple[int, int, str]]:
    """Yield a near-miss of the case's own area wherever it stands."""
    for area in own.areas:
        length = len(area.split())
        here = words[number : number + length]
        if len(here) < length or len(area) < LEAST:
            continue
        name = folded(" ".join(one.words for one in here))
        if name in areas or name[0] != folded(area)[0] or not here[-1].words[0].isupper():
            continue
        allowed = 2 if len(area) > LONG else 1
        if is_slip_of(name, folded(area), allowed) and not _is_english(here, area):
            yield here[0].start, here[-1].end, area


def _is_english(here: Sequence[Word], area: str) -> bool:
    """Return whether the words are those of the area but for an ending: Kentish, Londoners."""
    told, right = folded(" ".join(one.words for one in here)), folded(area)
    return told.startswith(right) and told != f"{right}s"


def _told(
    response: Response, passage: Passage, place: tuple[int, int], message: str, right: str
) -> Observation:
    severity = severity_outside_quotations(response, passage, Severity.ERROR)
    spot = at(passage, passage.words[slice(*place)])
    return noticed(CHECK, severity, message, spot, suggestion=right, replaces=True)
