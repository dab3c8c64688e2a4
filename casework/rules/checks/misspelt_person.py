"""A person of the case under a name that is not quite theirs, or an office under another's name."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from casework.rules.checks.noticing import at, at_most_a_note, noticed
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.people import TITLES, Person, is_near, is_same, people_of, plain
from casework.rules.manuscript.phrases import each_of, phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import Observation, Severity

CHECK: Final = "misspelt_person"
SHORT_FORENAME: Final = 4
"""Letters up to which one letter makes another name of a forename: Mark, Mary."""
LONG_FORENAME: Final = 6
"""Letters of a forename so rare that it is unlikely to be that of two people."""
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\wÀ-ÿ]*(?:[-’'\u2011][\wÀ-ÿ]+)*")
_CALLED: Final = TITLES | {"dear"}
_BETWEEN: Final = re.compile(r"^(?:[\s\u00a0]+|\.\s+|[\s\u00a0]+[A-Z]\.?[\s\u00a0]+)$")
_NO_NAMES: Final = each_of(
    "police constabulary the and of force service comments response office board panel "
    "council report section i we he she they my our his her your this that in on at as "
    "for has dear chief constable commissioner crime fire mayor hmicfrs peel"
)
_ELSEWHERE: Final = phrase(
    r"\b(?:former|formerly|then|previous\w*|predecessor|retired?|until|late|outgoing|incoming"
    r"|national"
    r"|NPCC|lead|chair\w*|president|College|other|another|succe\w+|temporary|acting|at\s+the\s+time"
    r"|neighbouring|who\s+(?:was|left)|appointed|joined|will\s+(?:be|become|take))\b"
)


def misspelt_person(response: Response) -> Iterator[Observation]:
    """Yield each near-miss of a name, and each other name given to the chief officer."""
    people = people_of(response.facts)
    known = {plain(part) for one in people for part in one.parts}
    for passage in response.passages:
        names = [one for one in _NAME.finditer(passage.words) if len(one.group()) > 1]
        told: set[tuple[int, int]] = set()
        for start, end, who in _near_misses(passage.words, names, people, known):
            if not any(first < end and start < last for first, last in told):
                told.add((start, end))
                yield _told(response, passage, passage.words[start:end], who)
        yield from _another_chief(response, passage, told)


def _near_misses(
    words: str, names: list[re.Match[str]], people: tuple[Person, ...], known: set[str]
) -> Iterator[tuple[int, int, Person]]:
    for one, following in pairwise(names):
        if not _BETWEEN.match(words[one.end() : following.start()]):
            continue
        for who in people:
            if _is_slip(one.group(), following.group(), who, known):
                start = one.start() if plain(one.group()) not in _CALLED else following.start()
                yield start, following.end(), who
                break


def _is_slip(first: str, last: str, who: Person, known: set[str]) -> bool:
    """Return whether two words in a row are a person's name with a slip in it."""
    near_last = is_near(last, who.surname) and plain(last) not in known
    if plain(first) in _CALLED:
        return near_last
    if not who.forename:
        return False
    if (
        plain(first) == plain(who.forename)
        and len(first) >= LONG_FORENAME
        and plain(last) not in known
    ):
        near_last = near_last or _is_like(last, who.surname)
    if near_last and (is_same(first, who.forename) or is_near(first, who.forename)):
        return True
    near_first = is_near(first, who.forename) and plain(first) not in known
    return near_first and is_same(last, who.surname) and not _is_another(first, who.forename)


def _is_like(one: str, other: str) -> bool:
    """Return whether short surnames behind one long forename are meant as one: Lisle, Lyle."""
    name, right = plain(one), plain(other)
    alike = name[:1] == right[:1] and min(len(name), len(right)) >= SHORT_FORENAME
    return alike and OSA.distance(name, right, score_cutoff=2) <= 2  # noqa: PLR2004 - two slips


def _is_another(one: str, other: str) -> bool:
    """Return whether two short forenames of equal length are those of two people: Mark, Mary."""
    short = len(one) == len(other) <= SHORT_FORENAME
    return short and sorted(one.casefold()) != sorted(other.casefold())


def _told(response: Response, passage: Passage, words: str, who: Person) -> Observation:
    right = who.plain if " " in words.strip() else who.surname
    if words.isupper():
        right = right.upper()
    possessive = re.search(r"[’']s?$", words)
    message = f"“{words}” is not how the name of {who.name} is spelt."
    severity = at_most_a_note(response, passage, Severity.ERROR)
    return noticed(
        CHECK,
        severity,
        message,
        at(passage, words),
        suggestion=right + (possessive.group() if possessive else ""),
        replaces=True,
    )


def _another_chief(
    response: Response, passage: Passage, told: set[tuple[int, int]]
) -> Iterator[Observation]:
    """Yield a name that is given to the chief officer and is not theirs."""
    officer = response.facts.chief_officer
    if not officer.title or not officer.name or response.speakers[passage.at] is not Speaker.BODY:
        return
    titled = re.compile(
        rf"(?<!Deputy )(?<!Assistant )(?<!Temporary )(?<!Acting )\b{re.escape(officer.title)}\b"
        r"(?:\s+(?:of|for)"
        r"\s+(?:the\s+)?(?P<where>(?:[A-Z][\w-]+\s+|and\s+|&\s+){0,4}[A-Z][\w-]+))?[,:–-]?\s+"
        r"(?:(?:Mr|Mrs|Ms|Dr|Sir"
        r"|Dame)\.?\s+)?(?P<name>[A-Z][a-zà-ÿ’'-]+\s+(?:[A-Z]\.?\s+)?[A-Z][\wÀ-ÿ’'-]+)",
    )
    for found in titled.finditer(passage.words):
        start, end = found.span("name")
        parts = found["name"].split()
        if any(first < end and start < last for first, last in told):
            continue
        if any(plain(part) in _NO_NAMES for part in parts) or _is_known(parts, response):
            continue
        if any(one.area.startswith(found["name"]) for one in response.library.forces):
            continue
        sentence = sentence_at(passage.words, start).words
        if _ELSEWHERE.search(sentence) or _names_another_force(sentence, found["where"], response):
            continue
        message = f"The {officer.title} on record is {officer.name}, not {found['name']}."
        spot = at(passage, found["name"])
        # It may be the one before, or that of another force.
        yield noticed(CHECK, Severity.WARNING, message, spot, suggestion=officer.name)


def _is_known(parts: list[str], response: Response) -> bool:
    return any(
        is_same(parts[-1], one.surname)
        and (not one.forename or is_same(parts[0], one.forename) or is_near(parts[0], one.forename))
        for one in people_of(response.facts)
    )


def _names_another_force(sentence: str, where: str | None, response: Response) -> bool:
    own = {response.facts.force.name, *response.facts.force.aliases} - {""}
    if where and not any(where in name or name in where for name in own):
        return True
    others = (name for force in response.library.forces for name in force.names)
    return any(name in sentence for name in others if name not in own)
