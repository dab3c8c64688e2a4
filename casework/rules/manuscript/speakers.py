"""Who speaks in each passage of a response: the body, the chief officer, the inspectors, the force.

The law keeps them apart, Police Act 1996 s.55(5)(a) to (c), and so must every
check: what is a fault in the body's own words is none in words it quotes.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.word_stream import WordStream
from models.shapes.checking import Facts
from models.shapes.word import TextKind


class Speaker(StrEnum):
    """Whose words a passage is."""

    BODY = "body"
    CHIEF_OFFICER = "chief_officer"
    INSPECTORS = "inspectors"
    FORCE = "force"
    """The force's position on a finding, told under a label of its own."""


LEAST_OF_COMMENT: Final = 0.6
"""Share of a paragraph of the chief officer's that a place must hold to be that paragraph."""
_SAID: Final = (
    r"(?:comments?|responses?|statements?|submissions?|remarks?|views?|reply|replies|words)"
)
_OF: Final = r"(?:from|of|by|made by|submitted by|received from|provided by)"
_BEFORE: Final = rf"\b{_SAID}\b[^.]{{0,60}}\b(?:to|on|about|regarding)\b"
_DONE: Final = r"(?:response|position|action|update|comments?|progress|plan|activity|view)s?"


class Names:
    """How a response names the chief officer and the force."""

    def __init__(self, facts: Facts) -> None:
        """Take the names from the facts of the case."""
        officer = facts.chief_officer
        titles = {"chief constable", "chief officer", "cc", "commissioner of police"}
        london = officer.title.casefold() == "commissioner"
        named = {officer.title.casefold()} if officer.title and not london else set()
        surname = officer.name.split()[-1].casefold() if officer.name.split() else ""
        chief = _any_of({*titles, *named, *({surname} - {""})})
        self.chief = re.compile(rf"\b{chief}\b", re.IGNORECASE)
        self.chief_speaks = re.compile(
            rf"\b{_SAID}\s+{_OF}\s+(?:the\s+|our\s+)?(?:\w+\s+)?{chief}\b"
            rf"|\b{chief}(?:\W{{0,3}}[\w.’']+){{0,6}}?(?:['’]s?)?\s+{_SAID}\b",
            re.IGNORECASE,
        )
        forces = {facts.force.name.casefold(), *map(str.casefold, facts.force.aliases)} - {""}
        force = _any_of({"force", "constabulary", "service", *forces})
        self.force_speaks = re.compile(
            rf"^\W*(?:the\s+)?(?:{force}|{chief})(?:['’]s)?\s+{_DONE}\b[^.]{{0,30}}$"
            rf"|^\W*(?:the\s+)?(?:{force}|{chief})(?:['’]s)?\s+{_DONE}\s*[:–-]",
            re.IGNORECASE,
        )

    def opens_chiefs_words(self, heading: str) -> bool:
        """Return whether what stands under a heading is the chief officer's own."""
        found = self.chief_speaks.search(heading)
        return found is not None and not re.search(_BEFORE, heading[: found.end()], re.IGNORECASE)


def _any_of(names: set[str]) -> str:
    return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"


def speakers_of(passages: Sequence[Passage], facts: Facts) -> list[Speaker]:
    """Return who speaks in each passage, the inspectors' words not yet looked for."""
    names = Names(facts)
    told = [Speaker.BODY] * len(passages)
    sealed = sealed_places(passages, facts)
    for at in sealed:
        told[at] = Speaker.CHIEF_OFFICER
    for passage in passages:
        if told[passage.at] is Speaker.BODY:
            told[passage.at] = _speaker(passage, names, sealed, passages)
    return told


def sealed_places(passages: Sequence[Passage], facts: Facts) -> dict[int, float]:
    """Return the passages that hold the chief officer's words, and how much of each stands there.

    A paragraph that was cut in two, or run together with another, is found all
    the same; one that the report itself prints is not taken for theirs.
    """
    stream = WordStream(passages)
    places: dict[int, float] = {}
    for paragraph in facts.chief_officer_comments:
        place = next(iter(stream.whole(paragraph)), None) or stream.like(
            paragraph, LEAST_OF_COMMENT
        )
        if place is None:
            continue
        stream.take(place)
        for token in stream.tokens[place.start : place.end]:
            places[token.passage] = max(places.get(token.passage, 0.0), place.kept)
    return places


def _speaker(
    passage: Passage, names: Names, sealed: dict[int, float], passages: Sequence[Passage]
) -> Speaker:
    if passage.is_heading:
        return Speaker.BODY
    heads = (*passage.trail, *(passage.cell.heads if passage.cell else ()))
    if passage.trail and any(names.opens_chiefs_words(heading) for heading in passage.trail):
        return _in_their_section(passage, names, sealed)
    if (heads and names.force_speaks.search(heads[-1])) or names.force_speaks.search(passage.words):
        return Speaker.FORCE
    if passage.cell and any(names.force_speaks.search(head) for head in passage.cell.heads):
        return Speaker.FORCE
    if _is_quotation(passage):
        before = passages[passage.at - 1].words if passage.at else ""
        return Speaker.CHIEF_OFFICER if names.chief.search(before) else Speaker.INSPECTORS
    return Speaker.BODY


def _in_their_section(passage: Passage, names: Names, sealed: dict[int, float]) -> Speaker:
    """Return who speaks under the chief officer's heading: they, but for the lines that say so."""
    if sealed:
        between = min(sealed) < passage.at < max(sealed)
        return Speaker.CHIEF_OFFICER if between else Speaker.BODY
    return Speaker.BODY if names.chief.search(passage.words) else Speaker.CHIEF_OFFICER


def _is_quotation(passage: Passage) -> bool:
    if passage.kind is TextKind.QUOTE:
        return True
    quoted = sum(end - start for start, end in passage.quotes)
    return quoted >= 0.9 * len(passage.words.strip())
