"""Who speaks in each passage of a response: the body, the chief officer, the inspectors, the force.

The law keeps them apart, Police Act 1996 s.55(5)(a) to (c), and so must every
check: what is a fault in the body's own words is none in words it quotes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final

from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.sealed import Sealed
from models.shapes.checking import Facts
from models.shapes.word import TextKind


class Speaker(StrEnum):
    """Whose words a passage is."""

    BODY = "body"
    CHIEF_OFFICER = "chief_officer"
    INSPECTORS = "inspectors"
    FORCE = "force"
    """The force's position on a finding, told under a label of its own."""


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
_TOLD: Final = (
    r"(?:says?|said|does|did|is\s+doing|is\s+planning|has\s+(?:done|said|reported)|reports|reported|plans"
    r"|(?:tells|told|has\s+told|have\s+told|informs|has\s+informed)\s+(?:me|us|my\s+office|our\s+office))"
)
_WHICH: Final = r"(?:\([^()]{0,30}\)\s*)?"
"""Behind a label, the findings it is about."""
_RECOMMENDED: Final = phrase(
    r"\b(?:recommendations?|findings?|areas?\s+for\s+improvement|afis?|causes?\s+of\s+concern)\b"
)
"""In a heading or the head of a column: the inspectors' words stand there too."""
_COMMISSIONER: Final = (
    r"(?<!crime\s)(?<!deputy\s)(?<!assistant\s)(?<!information\s)(?<!victims[’']\s)(?<!children[’']s\s)"
    r"commissioner(?!\s+for\b)"
)
"""The chief officer in London, where nobody else is called by the bare title."""
_ASKED_FOR: Final = phrase(
    r"\b(?:I|we|commissioner|mayor|board|office|authority)\s+(?:\w+\s+)?(?:invited|asked|sought|wrote\s+to)\b"
    r"|\b(?:mine\s+to|(?:my|our)\s+(?:\w+\s+){0,2}?(?:invitation|letter|request))\b"
)
_COMMENTS: Final = phrase(r"\bcomments?\b|\bviews?\b")
_MOST_BETWEEN: Final = 3
"""Passages between two of the chief officer's that may be one of theirs, written anew."""


class Names:
    """How a response names the chief officer and the force."""

    def __init__(self, facts: Facts) -> None:
        """Take the names from the facts of the case."""
        officer = facts.chief_officer
        titles = {"chief constable", "chief officer", "cc", "commissioner of police"}
        is_commissioner = officer.title.casefold() == "commissioner"
        named = {officer.title.casefold()} if officer.title and not is_commissioner else set()
        surname = officer.name.split()[-1].casefold() if officer.name.split() else ""
        chief = _any_of({*titles, *named, *({surname} - {""})})
        if is_commissioner:
            chief = rf"(?:{chief}|{_COMMISSIONER})"
        self._name_chief_and_force(facts, chief)
        # In London the commissioner is the chief officer, and never the body.
        self._name_body("mayor|board" if is_commissioner else "mayor|board|commissioner")

    def _name_chief_and_force(self, facts: Facts, chief: str) -> None:
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
            rf"|^\W*(?:what\s+)?(?:the\s+)?(?:{force}|{chief})\s+{_TOLD}\s*{_WHICH}(?:[:–-]|$)"
            r"|^\W*(?:force|constabulary)\s*:"
            r"|^\W*(?:the\s+)?(?:positions?|actions?|updates?|progress|plans?|activity)\s+"
            rf"(?:of|by|from)\s+(?:the\s+)?{force}\W*$"
        )

    def _name_body(self, titles: str) -> None:
        bodies = rf"(?:{titles}|mayor\s+for\s+policing\s+and\s+crime|office|authority)"
        own = (
            rf"(?:my|our|(?:the\s+)?(?:\w{{1,40}}[\s,]{{1,9}}){{0,4}}?{bodies}[’']s)"
            rf"(?:\s+own)?\s+{_DONE}"
        )
        self.body_speaks = phrase(rf"\W{{0,9}}{own}\s*{_WHICH}(?:[:–-]|$)")
        """A line, or the beginning of one, that labels the body's answer: `My response:`."""
        self.body_heads = phrase(
            rf"\W{{0,9}}(?:\d[\d.]{{0,6}}\s{{1,9}})?(?:{own}|(?:what|how)\s+(?:I|we))\b"
        )
        """A heading, or the head of a column, over the body's own words."""
        self.body_too = phrase(
            rf"(?:\band\b|\bwith\b|[,;/&–-])(?!\s*(?:crime|fire)\b)\s*(?:{own}\b|(?:what|how)\s+(?:I|we)\b)"
            rf"|\band\s+(?!crime\b)(?:(?:of|from|by)\s+)?(?:mine|ours|(?:the|our)\s+(?:\w{{1,40}}\s+){{0,4}}?{bodies})\W*$"
        )
        """In a heading: the body answers in the same section."""

    def heads_force(self, trail: Sequence[str]) -> bool:
        """Return whether the innermost heading labels the force's position, and only that."""
        innermost = trail[-1] if trail else ""
        return bool(self.force_speaks.search(innermost)) and not self.body_too.search(innermost)

    def opens_chiefs_words(self, heading: str) -> bool:
        """Return whether what stands under a heading is the chief officer's and nobody else's."""
        found = self.chief_speaks.search(heading)
        if found is None or _JOINTLY.search(heading) or self.body_too.search(heading):
            return False
        if _RECOMMENDED.search(heading[: found.start()]):
            return False
        return not _BEFORE.search(heading[: found.end()])

    def in_chiefs_section(self, trail: Sequence[str]) -> bool:
        """Return whether the innermost heading that says who speaks names the chief officer."""
        for heading in reversed(trail):
            if self.opens_chiefs_words(heading):
                return True
            if self.body_heads.match(heading) or self.body_too.search(heading):
                return False
        return False


def _any_of(names: set[str]) -> str:
    return f"(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})"


def speakers_of(
    passages: Sequence[Passage], facts: Facts, sealed: Mapping[int, Sealed]
) -> list[Speaker]:
    """Return who speaks in each passage, the inspectors' words not yet looked for."""
    names = Names(facts)
    told = [Speaker.BODY] * len(passages)
    for at in (*sealed, *_among_them(passages, sealed, names)):
        told[at] = Speaker.CHIEF_OFFICER
    sections = {passages[at].trail for at in sealed}
    answering: tuple[str, ...] | None = None
    for passage in passages:
        if passage.is_heading:
            answering = None
            continue
        if told[passage.at] is not Speaker.BODY:
            continue
        if passage.cell is None and names.body_speaks.match(passage.words):
            answering = passage.trail
        elif names.force_speaks.search(passage.words):
            answering = None
        speaker = _speaker(
            passage, names, passages, told, is_known=bool(sealed) or _made_none(facts)
        )
        headed = bool(sealed) and passage.trail not in sections and names.heads_force(passage.trail)
        if headed or (speaker is Speaker.BODY and _is_labelled(passage, passages, names)):
            speaker = Speaker.FORCE
        asked = passage.trail in sections or _made_none(facts)
        if speaker is Speaker.FORCE and asked and _invites(passage.words):
            speaker = Speaker.BODY
        if speaker is Speaker.FORCE and passage.cell is None and passage.trail == answering:
            # A label of the body's own inside the force's section ends the force's words.
            speaker = Speaker.BODY
        told[passage.at] = speaker
    return told


def _invites(words: str) -> bool:
    """Return whether words tell how the chief officer's comments were asked for: the body does."""
    return _ASKED_FOR.search(words) is not None and _COMMENTS.search(words) is not None


def _made_none(facts: Facts) -> bool:
    """Return whether the chief officer was invited and nothing came: no passage is theirs."""
    nothing = not facts.chief_officer_comments and facts.comments_received_on is None
    return nothing and facts.invited_on is not None


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


def _among_them(
    passages: Sequence[Passage], sealed: Mapping[int, Sealed], names: Names
) -> Iterator[int]:
    """Yield the few passages that stand among the chief officer's and are taken for theirs.

    Where a paragraph of the submission is not there, it was written anew; and
    under their own heading nobody else is expected to speak. What stands between
    a comment on one finding and one on the next is the body's.
    """
    for first, following in pairwise(sealed):
        one, other = passages[first], passages[following]
        between = passages[first + 1 : following]
        same = one.trail == other.trail and one.cell is other.cell is None
        if not same or len(between) > _MOST_BETWEEN or any(p.is_heading or p.cell for p in between):
            continue
        missing = sealed[following].paragraph - sealed[first].paragraph > 1
        if missing or names.in_chiefs_section(one.trail):
            yield from (p.at for p in between)


def _speaker(
    passage: Passage,
    names: Names,
    passages: Sequence[Passage],
    told: Sequence[Speaker],
    *,
    is_known: bool,
) -> Speaker:
    if names.in_chiefs_section(passage.trail):
        if not is_known:
            return _in_their_section(passage, names)
        if not passage.heads:
            return Speaker.BODY
    headed = names.heads_force(passage.heads or passage.trail)
    if headed or names.force_speaks.search(passage.words):
        return Speaker.FORCE
    if any(names.heads_force([head]) for head in passage.heads):
        return Speaker.FORCE
    if _is_quotation(passage):
        before = passages[passage.at - 1] if passage.at else None
        led_in = before is not None and before.words.rstrip().endswith(":")
        theirs = led_in and names.chief.search(before.words if before else "")
        goes_on = before is not None and not is_known and _goes_on(passage, before, told)
        return Speaker.CHIEF_OFFICER if theirs or goes_on else Speaker.INSPECTORS
    return Speaker.BODY


def _goes_on(passage: Passage, before: Passage, told: Sequence[Speaker]) -> bool:
    """Return whether a quotation of several paragraphs that is the chief officer's goes on."""
    alike = passage.kind is before.kind is TextKind.QUOTE and passage.trail == before.trail
    return alike and told[before.at] is Speaker.CHIEF_OFFICER


def _in_their_section(passage: Passage, names: Names) -> Speaker:
    """Return who speaks under the chief officer's heading, where the facts hold no words of theirs.

    They do, but for the lines that say so and for the columns of others.
    """
    others = any(names.body_heads.match(one) or _RECOMMENDED.search(one) for one in passage.heads)
    if others or names.chief.search(passage.words):
        return Speaker.BODY
    return Speaker.CHIEF_OFFICER


def _is_quotation(passage: Passage) -> bool:
    if passage.kind is TextKind.QUOTE:
        return True
    quoted = sum(end - start for start, end in passage.quotes)
    return quoted >= 0.9 * len(passage.words.strip())
