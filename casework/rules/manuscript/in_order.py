"""Answers that tell by their order what they answer: "the first", "the second (3b)"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from casework.rules.manuscript.passages import Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.placing import Placed, Standing
from casework.rules.manuscript.speakers import Speaker
from models.shapes.checking import FindingFacts

OPENING: Final = 80
"""Signs of a passage in which it says what it answers."""
FEW: Final = 8
"""Words between two findings that only lead over from one to the other."""
_PLACES: Final = {
    name: place
    for place, names in enumerate(
        (
            ("first", "1st", "former"),
            ("second", "2nd", "latter"),
            ("third", "3rd"),
            ("fourth", "4th"),
            ("fifth", "5th"),
            ("sixth", "6th"),
            ("seventh", "7th"),
            ("eighth", "8th"),
            ("ninth", "9th"),
            ("tenth", "10th"),
        )
    )
    for name in names
}
_LEAD: Final = (
    r"(?:(?:my|our|the|his|her|its|this)\s+(?:\w+[’']s\s+)?(?:answers?|responses?|reply|actions?|position)\s+"
    r"(?:to|on|for|about)|as\s+(?:to|for|regards)|with\s+regard\s+to|(?:turning\s+)?to|on|for|of"
    r"|about|regarding|concerning|in\s+(?:answer|response|reply)\s+to|and|but)"
)
_ORDINAL: Final = phrase(
    rf"(?:^|[.;]\s)\W{{0,4}}(?:{_LEAD}\s+)?the\s+(?P<place>{'|'.join(_PLACES)})\b"
    r"(?=\s+(?:of\s+(?:these|those|them|the)|(?:recommendation|area|finding|point|request|matter|one|thing)s?\b"
    r"|(?:I|we|he|she|is|it|the\s+(?:mayor|commissioner|board|force|constabulary))\b|\(\w{1,4}\)|that\b)"
    r"|\s*[,:.(–—])"
)
_BRACKETED: Final = re.compile(r"\((?:no\.?\s*)?(\d{1,3}[a-z]|[a-z])\)", re.IGNORECASE)


def by_order(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> Iterator[tuple[int, list[int]]]:
    """Yield each passage behind a run of findings that answers some by their order, and which."""
    for run in _runs(passages, speakers, places, findings):
        if len(run) < 2:  # noqa: PLR2004 - one alone has no order
            continue
        for passage in _behind(run[-1], passages, speakers, places):
            told = _told(passage, [one.finding for one in run], findings)
            if told:
                yield passage.at, told


def _runs(
    passages: Sequence[Passage],
    speakers: Sequence[Speaker],
    places: Placed,
    findings: Sequence[FindingFacts],
) -> Iterator[list[Standing]]:
    """Yield the findings of one class that stand together, nothing of the body's between them."""
    run: list[Standing] = []
    for standing in places.standings:
        if passages[standing.first].cell:
            continue
        other = run and findings[run[-1].finding].klass is not findings[standing.finding].klass
        if other or (run and _parted(passages[run[-1].last + 1 : standing.first], speakers)):
            yield run
            run = []
        if standing.finding not in [one.finding for one in run]:
            run.append(standing)
    yield run


def _parted(between: Sequence[Passage], speakers: Sequence[Speaker]) -> bool:
    return len(between) > FEW or any(
        one.is_heading or (speakers[one.at] is Speaker.BODY and len(one.words.split()) > FEW)
        for one in between
    )


def _behind(
    last: Standing, passages: Sequence[Passage], speakers: Sequence[Speaker], places: Placed
) -> Iterator[Passage]:
    """Yield the body's paragraphs behind a run, up to the next finding or heading."""
    upto = min((one.first for one in places.standings if one.first > last.last), default=None)
    for passage in passages[last.last + 1 : upto]:
        if passage.is_heading or passage.part is not Part.BODY or passage.cell:
            return
        if speakers[passage.at] is Speaker.BODY:
            yield passage


def _told(passage: Passage, run: Sequence[int], findings: Sequence[FindingFacts]) -> list[int]:
    told: dict[int, None] = {}
    for found in _BRACKETED.finditer(passage.words[:OPENING]):
        ends = found[1].casefold()
        alike = [one for one in run if _is_named(findings[one].ref, ends)]
        if len(alike) == 1:
            told[alike[0]] = None
    if told:
        return list(told)
    for found in _ORDINAL.finditer(passage.words):
        place = _PLACES[found["place"].casefold()]
        if place < len(run):
            told[run[place]] = None
    return list(told)


def _is_named(ref: str, ends: str) -> bool:
    """Return whether a reference ends with a number and letter, or a letter, in brackets."""
    return re.search(rf"(?<![^\W_])(?:\d+)?{re.escape(ends)}\Z", ref.casefold()) is not None
