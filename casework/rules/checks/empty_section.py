"""A heading under which nothing stands."""

from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest
from typing import Final

from casework.rules.checks.noticing import at, noticed
from casework.rules.manuscript.deeds import sentences
from casework.rules.manuscript.paperwork import is_of_the_paper
from casework.rules.manuscript.passages import DEEPEST, Part, Passage
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity
from models.shapes.word import TextKind

CHECK: Final = "empty_section"
NOTHING: Final = frozenset({"", "-", "–", "—", ".", "n/a", "none", "…", "..."})
_CLOSE: Final = phrase(r"\W{0,20}(?:yours (?:sincerely|faithfully|ever)|kind regards)\W{0,20}")
_ENDS: Final = phrase(
    r"\W{0,20}(?:yours (?:sincerely|faithfully|ever)|(?:kind|best) regards|signed)\b"
)
_SENT: Final = phrase(
    r"\b(?:send|sends|sending|sent|copied|copying|copy|copies|provid(?:e|ed|ing)|supplied|forward\w*)\b"
    r"[^.]{0,60}\bto\s(?:the\s)?(?:HM|his\smaj|secretary|home|inspect|police\sand\scrime\spanel)"
    r"|\b(?:it|th(?:is|e)|my|our)\b[^.]{0,20}\b(?:will\sbe|is|are|has\sbeen)\s(?:\w+\s)?"
    r"(?:publish|plac|post|put)\w*"
)
"""What a closing paragraph says of copies and publication."""
_REPLIES: Final = phrase(
    r"\b(?:accept|agree|thank|welcom|grateful|pleas|regret|not(?:e|es|ed)\b|disagree"
    r"|comments? (?:of|by|from)|nothing|none|invit)\w*"
)
"""In such a paragraph, a reply all the same."""
LONGEST_OF_A_SIGNATURE: Final = 9
"""Words of a line without a full stop that is a name, a title or a day."""
_IN_REPLY: Final = phrase(
    r"\b(?:respon[sd]\w*|repl(?:y|ies|ying)|answer\w*)\b[^.]{0,60}\b(?:to|on)\b"
    r"[^.]{0,60}\b(?:comments?|chief|commissioner)\b"
)
"""The heading of the reply to the chief officer, s.55(5)(c)."""
_NUMBERED: Final = phrase(r"\s{0,9}(?:part|section|annex|appendix|\d{1,3}|[A-Z])[\s.):-]")
_NUMBER: Final = phrase(r"(?:[A-Za-z]{1,8}\s)?\d{1,3}(?:\.\d{1,3}){0,4}")
_OF_ITS_OWN: Final = phrase(
    r"\b(?:comments (?:from|of|by)|[’']s (?:comments|response)|monitoring|publication|copies"
    r"|next steps|signature|conclusion|governance)\b"
)
"""What stands in the heading of a section that is part of no other one."""

_QUESTION: Final = phrase(r"\W{0,9}(?:what|why|how|who|whom|when|where)\b")
"""At the head of both of two headings: each asks, or says, a thing of its own."""


def empty_section(response: Response) -> Iterator[Observation]:
    """Yield each heading that the next one of its rank, or the end, follows at once.

    Headings that are so only by their look have no rank: one is empty where its
    neighbour is numbered in the same way, or begins a section of its own.
    """
    body = [p for p in response.passages if p.part is Part.BODY]
    said = [p for p in body if p.is_heading or p.words.strip().casefold() not in NOTHING]
    titles = {p.at for p in takewhile(lambda p: p.is_heading, said)}
    for number, (one, following) in enumerate(zip_longest(said, said[1:])):
        is_heading = one.kind is TextKind.HEADING and one.cell is None and one.at not in titles
        if is_heading and _ends(one, following):
            message = f"Nothing stands under the heading “{one.words.strip()}”."
            remedy = "Write what belongs there, or take the heading out."
            # What is a heading by its look alone may be a line set in bold.
            severity = Severity.ERROR if one.level < DEEPEST else Severity.WARNING
            yield noticed(CHECK, severity, message, at(one), suggestion=remedy)
        elif is_heading and _IN_REPLY.search(one.words) and _only_closes(said[number + 1 :]):
            message = (
                f"Under “{one.words.strip()}” stands only how the paper is published and sent."
            )
            remedy = "Write the reply there, or take the heading out."
            yield noticed(CHECK, Severity.WARNING, message, at(one), suggestion=remedy)


def _only_closes(behind: Sequence[Passage]) -> bool:
    """Return whether a section says nothing but where the paper is published, and who gets it."""
    inside = list(takewhile(lambda p: not (p.is_heading or _ENDS.match(p.words)), behind))
    told = [
        one
        for passage in inside
        for one in sentences(passage.words)
        if len(one.split()) > LONGEST_OF_A_SIGNATURE or one.rstrip().endswith(".")
    ]
    return bool(told) and all(
        (is_of_the_paper(one) or _SENT.search(one)) and not _REPLIES.search(one) for one in told
    )


def _ends(one: Passage, following: Passage | None) -> bool:
    if following is None:
        return one.level < DEEPEST
    if _CLOSE.fullmatch(following.words):
        return True
    if following.kind is not TextKind.HEADING or following.cell is not None:
        return False
    if one.level < DEEPEST:
        return following.level <= one.level
    return following.level == DEEPEST and _is_beside(one, following)


def _is_beside(one: Passage, following: Passage) -> bool:
    """Return whether two headings by their look head sections of one rank."""
    first, second = one.words.lstrip(), following.words.lstrip()
    if _NUMBERED.match(first) and _NUMBERED.match(second):
        return first[0].isdigit() == second[0].isdigit() and _depth(second) <= _depth(first)
    if _QUESTION.match(first) and _QUESTION.match(second):
        return _look(one) == _look(following)
    return _OF_ITS_OWN.search(second) is not None


def _depth(heading: str) -> int:
    """Return how deep a number typed by hand is: 0 for `2.`, 1 for `2.1`."""
    number = _NUMBER.match(heading)
    return number.group().count(".") if number else 0


def _look(heading: Passage) -> tuple[bool, ...]:
    said = [span for span in heading.spans if span.text.strip()]
    return (
        all(span.bold for span in said),
        all(span.italic for span in said),
        all(span.underline for span in said),
        heading.words.isupper(),
    )
