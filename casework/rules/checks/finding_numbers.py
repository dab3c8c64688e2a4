"""Findings that stand under the number of another, or under one that the report does not have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from casework.rules.checks.noticing import at, noticed
from casework.rules.checks.pointing import spot_of_place
from casework.rules.manuscript.citing import Citation, Citings, citations_in, numbered_as
from casework.rules.manuscript.passages import Passage
from casework.rules.manuscript.placing import Standing
from casework.rules.manuscript.response import Response
from models.shapes.checking import FindingFacts, Observation, Severity

if TYPE_CHECKING:
    from models.words import FindingClass

FEWEST: Final = 2
"""Findings under their own numbers from which on the numbers are the report's."""
LONGEST_LABEL: Final = 6
"""Words of a label: `Area for improvement 12:`."""


class _Label(NamedTuple):
    """The words right before a finding that say which it is."""

    standing: Standing
    words: str
    cited: int | None
    """The finding that they cite; none where they cite a number that no finding has."""


def under_wrong_numbers(response: Response, check: str) -> Iterator[Observation]:
    """Tell, for a check, each finding under the number of another or under no finding's."""
    citings = Citings(response.facts.findings)
    for one in _wrong_labels(response, citings):
        yield _told(response, one, citings, check)


def labels_of_none(response: Response) -> set[int]:
    """Return the passages that hold a number of no finding, told as the number of one."""
    labels = _wrong_labels(response, Citings(response.facts.findings))
    return {_where(response, one).at for one in labels if one.cited is None}


def _wrong_labels(response: Response, citings: Citings) -> Iterator[_Label]:
    """Yield the labels that are not their findings', where the numbers are the report's."""
    labelled = [
        label
        for one in response.placed.standings
        if (label := _label(response, one, citings)) is not None
    ]
    wrong = [label for label in labelled if label.cited != label.standing.finding]
    own_numbers = len({label.cited for label in labelled}) < len(labelled)
    if own_numbers or len(wrong) > len(labelled) / 2:
        # The office numbers the findings its own way.
        return
    right = {one.cited for one in labelled if one.cited == one.standing.finding}
    counted = _counted_in_class(response.facts.findings)
    for one in wrong:
        if one.cited is not None and _is_counted_so(response, one, counted):
            continue
        # One that stands under its own number as well is told once, as printed twice.
        if one.standing.finding not in right and (one.cited is not None or len(right) >= FEWEST):
            yield one


def _counted_in_class(findings: Sequence[FindingFacts]) -> list[int]:
    """Return the number of each finding among those of its class, whatever its reference."""
    so_far: Counter[FindingClass] = Counter()
    told: list[int] = []
    for one in findings:
        so_far[one.klass] += 1
        told.append(so_far[one.klass])
    return told


def _is_counted_so(response: Response, one: _Label, counted: Sequence[int]) -> bool:
    """Return whether a label counts a class by itself where the report counts all findings on."""
    number = next((cited.number for cited in citations_in(one.words)), 0)
    finding = response.facts.findings[one.standing.finding]
    return number == counted[one.standing.finding] != numbered_as(finding)[1]


def _told(response: Response, one: _Label, citings: Citings, check: str) -> Observation:
    finding = response.facts.findings[one.standing.finding]
    ref, first = finding.ref or "This finding", response.passages[one.standing.first]
    if one.cited is None:
        message = f"{ref} stands under a number that the report does not have: “{one.words}”."
        where = _where(response, one)
        spot = at(where, one.words if one.words in where.words else None)
        # In the inspectors' own words the number may be one of theirs.
        severity = Severity.WARNING if response.is_quoted(where) else Severity.ERROR
        return noticed(check, severity, message, spot, suggestion=finding.ref or None)
    message = f"{ref} stands under the number of {response.facts.findings[one.cited].ref}."
    # A label in the paragraph before may only refer to the other one.
    labelled_there = citings.in_words(first.words[: one.standing.start])
    severity = Severity.ERROR if labelled_there else Severity.WARNING
    return noticed(check, severity, message, spot_of_place(response, one.standing))


def _label(response: Response, standing: Standing, citings: Citings) -> _Label | None:
    """Return the number that stands right before a finding, if it is one alone."""
    passage = response.passages[standing.first]
    before = response.passages[passage.at - 1].words if passage.at else ""
    for words in (passage.words[: standing.start], *passage.heads[-1:], before):
        if not 0 < len(words.split()) <= LONGEST_LABEL:
            continue
        if cited := citings.in_words(words):
            return _Label(standing, words, cited[0]) if len(cited) == 1 else None
        strange = list(citations_in(words))
        if len(strange) == 1 and _is_of_none(response, standing, strange[0]):
            return _Label(standing, words[strange[0].start : strange[0].end], None)
    return None


def _is_of_none(response: Response, standing: Standing, cited: Citation) -> bool:
    """Return whether a number is above all of its class, whose own begin with 1."""
    findings = response.facts.findings
    known = {numbered_as(one)[1] for one in findings if one.klass is cited.klass}
    mine = findings[standing.finding].klass is cited.klass
    counted = 1 in known and -1 not in known and cited.number > max(known)
    return mine and not cited.part and counted


def _where(response: Response, one: _Label) -> Passage:
    """Return the passage that holds the label of a finding, else the finding's own."""
    first = response.passages[one.standing.first]
    return next((p for p in _before(response, first) if one.words in p.words), first)


def _before(response: Response, passage: Passage) -> Iterator[Passage]:
    """Yield a finding's passage, and those of its row or the one before it."""
    yield passage
    yield from reversed(response.passages[max(passage.at - 2, 0) : passage.at])
