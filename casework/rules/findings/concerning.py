"""Whom each finding concerns, seen from one office: us, our force, or others."""

from collections.abc import Sequence
from dataclasses import replace

from casework.rules.findings.normal import comparable
from models.shapes.bodies import AddressedBody
from models.shapes.reading import ReadFinding, ReadReport
from models.words import AddresseeGroup


def concerning(
    report: ReadReport, force_names: Sequence[str], bodies: Sequence[AddressedBody]
) -> ReadReport:
    """Return the report with a proposal, and its reason, for every finding.

    `force_names` are all the names of the office's force or forces. Whoever
    is addressed first among us, our force and others decides.
    """
    ours = frozenset(comparable(name) for name in force_names)
    about_us = any(comparable(name) in ours for name in report.forces)
    judge = _Judge(ours, about_us=about_us, national=not report.forces, bodies=bodies)
    return replace(report, findings=tuple(judge.judged(finding) for finding in report.findings))


class _Judge:
    """Proposes a group for each finding of one report."""

    def __init__(
        self,
        ours: frozenset[str],
        *,
        about_us: bool,
        national: bool,
        bodies: Sequence[AddressedBody],
    ) -> None:
        self._ours = ours
        self._about_us = about_us
        self._concerned = about_us or national
        self._groups = {body.name: body.group for body in bodies}

    def judged(self, finding: ReadFinding) -> ReadFinding:
        group, because = self._group_of(finding)
        return replace(finding, concerns=group, concerns_because=because)

    def _group_of(self, finding: ReadFinding) -> tuple[AddresseeGroup, str]:
        if not finding.addressees:
            return self._unaddressed()
        named = [(self._group_of_body(name), name) for name in finding.addressees]
        for group in (AddresseeGroup.US, AddresseeGroup.OUR_FORCE):
            names = [name for its, name in named if its is group]
            if names:
                return group, f"It is addressed to {_listed(names)}."
        return AddresseeGroup.OTHERS, f"It is addressed to {_listed(finding.addressees)}."

    def _group_of_body(self, name: str) -> AddresseeGroup:
        if comparable(name) in self._ours:
            return AddresseeGroup.OUR_FORCE
        group = self._groups.get(name, AddresseeGroup.OTHERS)
        return group if self._concerned else AddresseeGroup.OTHERS

    def _unaddressed(self) -> tuple[AddresseeGroup, str]:
        if self._about_us:
            return AddresseeGroup.OUR_FORCE, "The report is about our force and names nobody else."
        return AddresseeGroup.OTHERS, "It names no addressee: please decide."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
