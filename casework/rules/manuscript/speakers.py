"""Who speaks in each passage of a response: the body, the chief officer, the inspectors, the force.

The law keeps them apart, Police Act 1996 s.55(5)(a) to (c), and so must every
check: what is a fault in the body's own words is none in words it quotes.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
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
LONGEST_LABEL: Final = 8
"""Words of a paragraph that only labels what follows it: `Force response:`."""
_SAID: Final = (
    r"(?:comments?|responses?|statements?|submissions?|remarks?|views?|reply|replies|words)"
)
_OF: Final = r"(?:from|of|by|made by|submitted by|received from|provided by)"
_BEFORE: Final = phrase(rf"\b{_SAID}\b[^.]{{0,60}}\b(?:to|on|about|regarding)\b")
_JOINTLY: Final = phrase(r"\bjoint\b|\band\s+(?:the\s+)?chief\b")
"""A heading over what two say together."""
_DONE: Final = (
    r"(?:response|reply|answer|position|action|update|comments?|progress|plan|activity|view)s?"
)
_WHICH: Final = r"(?:\([^()]{0,30}\)\s*)?"
"""Behind a label, the findings it is about."""
_BODY_SPEAKS: Final = phrase(
    rf"\W{{0,9}}(?:my|our|(?:the\s+)?(?:\w{{1,40}}[\s,]{{1,9}}){{0,4}}?(?:commissioner|mayor|board|office)[’']s)"
    rf"\s+{_DONE}\s*(?:[:–-]|$)"
)
"""A line, or the beginning of one, that labels the body's answer: `My response:`."""


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
        self.chief = phrase(rf"\b{chief}\b")
        self.chief_speaks = phrase(
            rf"\b{_SAID}\s+{_OF}\s+(?:the\s+|our\s+)?(?:\w+\s+)?{chief}\b"
            rf"|\b{chief}[.’']{{0,2}}s?(?:[^\w.’']{{1,3}}[\w.’']{{1,40}}){{0,6}}?\s+{_SAID}\b"
        )
        forces = {facts.force.name.casefold(), *map(str.casefold, facts.force.aliases)} - {""}
        force = _any_of({"force", "constabulary", "service", *forces})
        self.force_speaks = phrase(
            rf"^\W*(?:the\s+)?(?:{force}|{chief})(?:['’]s)?\s+{_DONE}\b[^.]{{0,30}}$"
            rf"|^\W*(?:the\s+)?(?:{force}|{chief})(?:['’]s)?\s+{_DONE}\s*{_WHICH}[:–-]"
            rf"|^\W*(?:what\s+)?(?:the\s+)?(?:{force}|{chief})\s+(?:says?|said|does|is\s+doing|has\s+done)\s*{_WHICH}(?:[:–-]|$)"
            r"|^\W*(?:force|constabulary)\s*:"
            r"|^\W*(?:the\s+)?(?:positions?|actions?|updates?|progress|plans?|activity)\s+"
            rf"(?:of|by|from)\s+(?:the\s+)?{force}\W*$"
        )

    def heads_force(self, trail: Sequence[str]) -> bool:
        """Return whether the innermost heading labels the force's position on one finding."""
        return bool(trail) and self.force_speaks.search(trail[-1]) is not None

    def opens_chiefs_words(self, heading: str) -> bool:
        """Return whether what stands under a heading is the chief officer's own."""
        found = self.chief_speaks.search(heading)
        if _JOINTLY.search(heading):
            return False
        return found is not None and not _BEFORE.search(heading[: found.end()])


def _any_of(names: set[str]) -> str:
    return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"


def speakers_of(passages: Sequence[Passage], facts: Facts) -> list[Speaker]:
    """Return who speaks in each passage, the inspectors' words not yet looked for."""
    names = Names(facts)
    told = [Speaker.BODY] * len(passages)
    sealed = sealed_places(passages, facts)
    for at in sealed:
        told[at] = Speaker.CHIEF_OFFICER
    sections = {passages[at].trail for at in sealed}
    answering: tuple[str, ...] | None = None
    for passage in passages:
        if passage.is_heading:
            answering = None
            continue
        if told[passage.at] is not Speaker.BODY:
            continue
        if passage.cell is None and _BODY_SPEAKS.match(passage.words):
            answering = passage.trail
        elif names.force_speaks.search(passage.words):
            answering = None
        speaker = _speaker(passage, names, sealed, passages)
        headed = bool(sealed) and passage.trail not in sections and names.heads_force(passage.trail)
        if headed or (speaker is Speaker.BODY and _is_labelled(passage, passages, names)):
            speaker = Speaker.FORCE
        if speaker is Speaker.FORCE and passage.cell is None and passage.trail == answering:
            # A label of the body's own inside the force's section ends the force's words.
            speaker = Speaker.BODY
        told[passage.at] = speaker
    return told


def _is_labelled(passage: Passage, passages: Sequence[Passage], names: Names) -> bool:
    """Return whether the paragraph before is nothing but the force's label."""
    before = passages[passage.at - 1] if passage.at else None
    return (
        before is not None
        and before.cell == passage.cell
        and not before.is_heading
        and len(before.words.split()) <= LONGEST_LABEL
        and names.force_speaks.search(before.words) is not None
    )


def sealed_places(passages: Sequence[Passage], facts: Facts) -> dict[int, int]:
    """Return the passages that hold the chief officer's words, and where in each these begin.

    A paragraph that was cut in two, or run together with another, is found all
    the same; one that the report itself prints is not taken for theirs.
    """
    stream = WordStream(passages)
    sealed: dict[int, int] = {}
    for paragraph in facts.chief_officer_comments:
        place = stream.taken(paragraph, LEAST_OF_COMMENT)
        for token in stream.tokens[place.start : place.end] if place else ():
            sealed[token.passage] = min(sealed.get(token.passage, token.start), token.start)
    return dict(sorted(sealed.items()))


def _speaker(
    passage: Passage, names: Names, sealed: dict[int, int], passages: Sequence[Passage]
) -> Speaker:
    if passage.is_heading:
        return Speaker.BODY
    heads = (*passage.trail, *passage.heads)
    if passage.trail and any(names.opens_chiefs_words(heading) for heading in passage.trail):
        return _in_their_section(passage, names, sealed)
    if (heads and names.force_speaks.search(heads[-1])) or names.force_speaks.search(passage.words):
        return Speaker.FORCE
    if any(names.force_speaks.search(head) for head in passage.heads):
        return Speaker.FORCE
    if _is_quotation(passage):
        before = passages[passage.at - 1].words.rstrip() if passage.at else ""
        theirs = before.endswith(":") and names.chief.search(before)
        return Speaker.CHIEF_OFFICER if theirs else Speaker.INSPECTORS
    return Speaker.BODY


def _in_their_section(passage: Passage, names: Names, sealed: dict[int, int]) -> Speaker:
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
