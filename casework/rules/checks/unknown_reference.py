"""A finding cited by a number that the report does not have."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from casework.rules.checks.finding_numbers import labels_of_none
from casework.rules.checks.noticing import Spot, noticed
from casework.rules.manuscript.citing import citations_in, numbered_as
from casework.rules.manuscript.phrases import phrase
from casework.rules.manuscript.response import Response
from casework.rules.manuscript.sentences import sentence_at
from casework.rules.wording import FINDING_NAMES, joined
from models.shapes.checking import Observation, Severity

if TYPE_CHECKING:
    from models.words import FindingClass

CHECK: Final = "unknown_reference"
OPENING: Final = 3
"""Signs before a citation with which its passage opens."""
_ELSEWHERE: Final = phrase(
    r"\b(?:previous|earlier|last|prior|older|former)\b|\bsuper[\s-]?complaint|\binquiry\b|\benquiry\b|\bombudsman\b"
    r"|\bcoroner|\baudit\b|\bcasey\b|\bangiolini\b|\bthe\s+\w+\s+review\b|\b(?:another|other|separate|national|thematic)\s+"
    r"(?:\w+\s+){0,3}?(?:report|inspection)|\b(?:19|20)\d\d(?:[/–-]\d+)?\s+(?:\w+\s+){0,3}?(?:report|inspection)"
    r"|\b(?:report|inspection)\s+(?:of|in|from)\s+(?:\w+\s+)?(?:19|20)\d\d|[‘’“”\"]\s*published"
)
"""Words by which a sentence speaks of another report."""


def unknown_reference(response: Response) -> Iterator[Observation]:
    """Yield each citation of a finding beyond those of the report.

    The label of a finding that bears a wrong number is told as that.
    """
    of_others = labels_of_none(response)
    known: dict[FindingClass, set[int]] = defaultdict(set)
    for finding in response.facts.findings:
        klass, number = numbered_as(finding)
        known[klass].add(number)
    whole = {k: told for k, told in known.items() if told == set(range(1, len(told) + 1))}
    every = {number for told in known.values() for number in told}
    if every == set(range(1, len(response.facts.findings) + 1)):
        # Numbered through, whatever their class.
        whole |= dict.fromkeys(known, every)
    title = response.facts.report.title
    for passage in response.own():
        for one in () if passage.at in of_others else citations_in(passage.words):
            if one.klass not in whole or one.number in whole[one.klass]:
                continue
            sentence = sentence_at(passage.words, one.start).words
            around = " ".join((*passage.trail, sentence))
            if _ELSEWHERE.search(around.replace(title, "") if title else around):
                continue
            singular, plural = FINDING_NAMES[one.klass]
            last = max(whole[one.klass])
            if whole[one.klass] is every and len(known) > 1:
                singular, plural = "finding", "findings"
            count = f"only one {singular}" if last == 1 else f"{last} {plural}"
            words = passage.words[one.start : one.end]
            message = f"“{words}”: the report has {count}, no {joined([singular])} {one.number}."
            # In the midst of a sentence it may be another report's.
            labels = passage.is_heading or one.start <= OPENING
            severity = Severity.ERROR if labels else Severity.WARNING
            yield noticed(CHECK, severity, message, Spot(passage.at, words))
