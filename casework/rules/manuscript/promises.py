"""What a response promises, and by when: the ledger that others follow up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.rules.manuscript.dated import DatedWords, Grain
from casework.rules.manuscript.dated_words import dates_in
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentences_in
from casework.rules.manuscript.speakers import Speaker

_PROMISED: Final = phrase(
    r"\b(?:will|shall|intend\w*|propos\w+|plan(?:s|ned|ning)?|going\s+to|expect\w*|aim\w*|commit\w*|undertak\w+|due|to\s+be"
    r"|target|ensur\w+|on\s+track|scheduled|agreed\s+to)\b|[’']ll\b"
)
_PAPER: Final = r"(?:this|the|our|my|its|their)\s+(?:\w+\s+)?(?:response|statement|letter|document)"
_OF_THE_PAPER: Final = phrase(
    rf"\b(?:{_PAPER}|it)\s+(?:will|shall|must|is\s+to|has\s+to)\s+be\s+(?:published|sent)\b"
    rf"|\brequire[sd]?\s+{_PAPER}\s+to\s+be\s+published\b"
    r"|\bshould\b|\bwas\s+due\b"
)
"""What is to become of the response itself is no promise to anybody: it is on its way already."""
_SPOKEN: Final = frozenset({Speaker.BODY, Speaker.CHIEF_OFFICER, Speaker.FORCE})


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised with a date."""

    words: str
    """The sentence, as it stands."""
    raw: str
    """The date as written: `Spring 2023`."""
    day: date
    """The last day it can mean."""
    assumed: bool
    """Whether the words leave the day open: `Spring 2023` is taken as 31 May 2023."""
    speaker: Speaker
    passage: int
    findings: tuple[str, ...] = ()
    """References of the findings it answers."""


def promises(response: Response) -> list[Promise]:
    """Return every promise with a date still to come when the response was signed."""
    told: list[Promise] = []
    facts = response.facts
    since = facts.signed_on or facts.checked_on or response.today
    whose = _whose(response)
    for passage in response.spoken_by(*_SPOKEN):
        if passage.is_heading:
            continue
        speaker = response.speakers[passage.at]
        refs = tuple(whose.get(passage.at, ()))
        for sentence in sentences_in(passage.words):
            if not _PROMISED.search(sentence.words) or _OF_THE_PAPER.search(sentence.words):
                continue
            for one in dates_in(sentence.words):
                day = _last_day(one, since)
                if day is None or day < since:
                    continue
                words = sentence.words.strip()
                assumed = one.grain is not Grain.DAY
                told.append(Promise(words, one.words, day, assumed, speaker, passage.at, refs))
    return told


def _last_day(one: DatedWords, since: date) -> date | None:
    if one.grain is Grain.DAY_ALONE:
        return None
    span = one.days(since)
    return span[1] if span else None


def _whose(response: Response) -> dict[int, list[str]]:
    """Return, for each passage, the references of the findings that it answers."""
    whose: dict[int, list[str]] = {}
    for finding, reply in zip(response.facts.findings, response.replies, strict=True):
        for at in dict.fromkeys(reply.passages):
            whose.setdefault(at, []).append(finding.ref)
    return whose


def ledger(response: Response) -> Iterator[Promise]:
    """Yield the promises by their dates, the nearest first."""
    yield from sorted(promises(response), key=lambda one: (one.day, one.passage))
