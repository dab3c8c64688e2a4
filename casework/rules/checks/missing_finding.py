"""A finding of the report that stands nowhere in the response."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from casework.rules.checks.noticing import noticed
from casework.rules.checks.pointing import is_ours
from casework.rules.manuscript.citing import Citings
from casework.rules.manuscript.response import Response
from models.shapes.checking import Observation, Severity

CHECK: Final = "missing_finding"
SHOWN: Final = 90
"""Signs of a finding's words by which a person knows it again."""
LONGEST_LABEL: Final = 5
"""Words of a label: `Area for improvement 12:`."""
MOSTLY_QUOTED: Final = 0.5
"""Share of like findings that stand in full from which on a mere citation is not enough."""


def missing_finding(response: Response) -> Iterator[Observation]:
    """Yield each finding that the response does not quote, where it quotes others like it.

    Findings for other bodies may be listed by their numbers, under one reason;
    and a letter that quotes none may cite them all.
    """
    standing = {one.finding for one in response.placed.standings}
    if response.is_welsh and not standing:
        # The findings are translated.
        return
    quoted = _Quoted(response, standing)
    # Where most are nowhere, they may stand in a form that is not read: a picture, another wording.
    several = len(response.facts.findings) > 1
    unread = several and 2 * len(standing) < len(response.facts.findings)
    severity = Severity.WARNING if unread else Severity.ERROR
    for number, finding in enumerate(response.facts.findings):
        if number in standing:
            continue
        if response.answers[number].citing and not quoted.like(number):
            continue
        first = " ".join(finding.text.split())[:SHOWN]
        message = f"{finding.ref or 'A finding'} is not in the response: “{first}…”"
        yield noticed(CHECK, severity, message, suggestion="Add it, word for word.")


class _Quoted:
    """How many findings of each kind stand in full."""

    def __init__(self, response: Response, standing: set[int]) -> None:
        self.response, self.standing = response, standing
        findings = response.facts.findings
        self.ours = [is_ours(response, one) for one in findings]
        self.classes = [one.klass for one in findings]
        self.all: Counter[object] = Counter()
        self.full: Counter[object] = Counter()
        for number, klass in enumerate(self.classes):
            for kind in (None, klass, (klass, self.ours[number])):
                self.all[kind] += 1
                self.full[kind] += number in standing

    def like(self, number: int) -> bool:
        """Return whether most findings like one that is missing stand in full.

        Its like are those of its class for the same people; for all people,
        where a label of its own waits for the words.
        """
        klass, ours = self.classes[number], self.ours[number]
        kind: object = (klass, ours)
        if number in self.labelled or (ours and self.all[kind] == 1):
            kind = klass if self.all[klass] > 1 else None
        others = self.all[kind] - 1
        return others > 0 and self.full[kind] >= MOSTLY_QUOTED * others

    @cached_property
    def labelled(self) -> frozenset[int]:
        """Return the findings that a label cites alone, where findings have their places."""
        response = self.response
        citings = Citings(response.facts.findings)
        firsts = [response.passages[one.first] for one in response.placed.standings]
        tables = {passage.cell.table for passage in firsts if passage.cell}
        # A table for each finding: one of them may have lost its own.
        are_cards = len(firsts) == len(tables) > 1
        told: set[int] = set()
        for passage in response.own():
            if len(passage.words.split()) > LONGEST_LABEL:
                continue
            cited = citings.in_words(passage.words)
            cell = passage.cell
            if len(cited) == 1 and (cell is None or are_cards or cell.table in tables):
                told.add(cited[0])
        return frozenset(told)
