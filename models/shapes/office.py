"""The settings of an office: who it is, who holds what, whom it writes to.

Read from the office's one settings file by `casework/registers/office.py`.
Everything with people in it is dated, and looked up by the day asked about.
"""

import re
from collections.abc import Sequence
from datetime import date

from pydantic import Field

from models.shapes.documents import Documents
from models.shapes.office_sections import (
    Absence,
    Body,
    ChiefOfficer,
    Copy,
    Delegation,
    Force,
    HouseRules,
    Mail,
    Office,
    Partner,
    Person,
    Publication,
    Publisher,
    Recipient,
    Recipients,
    RoleHeld,
    Sources,
    Welsh,
    Wording,
)
from models.shapes.route import LeadTimes, Route, usual_routes
from models.shapes.setting import Setting
from models.words import Language, ReportKind, Role

__all__ = [
    "Absence",
    "Body",
    "ChiefOfficer",
    "Copy",
    "Delegation",
    "Force",
    "HouseRules",
    "LeadTimes",
    "Mail",
    "Office",
    "OfficeSettings",
    "Partner",
    "Person",
    "Publication",
    "Publisher",
    "Recipient",
    "Recipients",
    "RoleHeld",
    "Route",
    "Sources",
    "Welsh",
    "Wording",
]
"""Everything an office has settled is taken from this one place."""


class OfficeSettings(Setting):
    """Everything one office has settled, in one value."""

    office: Office
    body: Body
    forces: tuple[Force, ...] = Field(min_length=1)
    people: tuple[Person, ...] = Field(min_length=1)
    delegations: tuple[Delegation, ...] = ()
    absences: tuple[Absence, ...] = ()
    """While somebody is away, the register and the mail name their deputy."""
    partners: tuple[Partner, ...] = ()
    """Bodies with which a joint response is given."""
    routes: dict[str, Route] = Field(default_factory=usual_routes, min_length=1)
    lead_times: LeadTimes = LeadTimes()
    recipients: Recipients
    publication: Publication
    mail: Mail
    wording: Wording
    documents: Documents = Documents()
    house_rules: HouseRules = HouseRules()
    sources: Sources = Sources()
    welsh: Welsh | None = None

    @property
    def languages(self) -> tuple[Language, ...]:
        """Return the languages in which the office writes and publishes."""
        return (Language.ENGLISH, Language.WELSH) if self.welsh else (Language.ENGLISH,)

    def holders_of(self, role: Role, on: date) -> tuple[Person, ...]:
        """Return everybody who holds the role on this day."""
        return tuple(person for person in self.people if person.held(role, on))

    def holder_of(self, role: Role, on: date) -> Person | None:
        """Return the first who holds the role on this day, or None."""
        return next(iter(self.holders_of(role, on)), None)

    def person(self, key_or_name: str) -> Person | None:
        """Return the person of this key or name, or None."""
        asked = _plain(key_or_name)
        return next((p for p in self.people if asked in {p.key, _plain(p.name)}), None)

    def in_place_of(self, person: Person, on: date) -> Person:
        """Return who is told in a person's place on this day: themselves, unless they are away.

        A deputy who is away too, or has left, helps nobody: the person then stays named.
        """
        away = next((a for a in self.absences if a.person == person.key and a.holds(on)), None)
        deputy = self.person(away.deputy) if away else None
        if deputy is None or not deputy.roles_on(on):
            return person
        gone = any(a.person == deputy.key and a.holds(on) for a in self.absences)
        return person if gone else deputy

    def title_of(self, person: Person, role: Role, on: date) -> str:
        """Return the person's title in a signature block; the body's own for want of another."""
        held = person.held(role, on)
        return held.title if held and held.title else self.body.title

    def acts_for(
        self, person: Person, role: Role, on: date, kind: ReportKind | None = None
    ) -> Delegation | None:
        """Return the delegation by which the person may act in the role, or None.

        A delegation ends with its giver: it holds only while they hold the role.
        """
        return next(
            (
                leave
                for leave in self.delegations
                if leave.to == person.key
                and leave.role is role
                and leave.holds(on)
                and leave.covers(kind)
                and self._giver_still_holds(leave, on)
            ),
            None,
        )

    def _giver_still_holds(self, leave: Delegation, on: date) -> bool:
        if leave.giver is None:
            return True
        giver = self.person(leave.giver)
        return giver is not None and giver.held(leave.role, on) is not None

    def force(self, key: str) -> Force | None:
        """Return the force of this key, or None."""
        return next((force for force in self.forces if force.key == key), None)

    def force_named(self, text: str) -> Force | None:
        """Return the force this name, alias or key stands for, or None."""
        asked = _plain(text)
        return next(
            (f for f in self.forces if asked in {f.key, *map(_plain, f.names)}),
            None,
        )

    def forces_within(self, text: str) -> tuple[Force, ...]:
        """Return the forces that a longer text (a title) names."""
        words = _plain(text)
        return tuple(f for f in self.forces if _names_one_of(words, f.names))

    def chief_officer(self, force: Force, on: date) -> ChiefOfficer | None:
        """Return who leads the force on this day, or None while the post is vacant."""
        return next((officer for officer in force.chief_officers if officer.holds(on)), None)

    def recipient(self, copy: Copy, on: date) -> Recipient | None:
        """Return where this copy goes on this day, or None."""
        known: Sequence[Recipient] = getattr(self.recipients, copy)
        return next((recipient for recipient in known if recipient.holds(on)), None)

    def route_name(self, kind: ReportKind, *, cause_of_concern: bool = False) -> str:
        """Return the name of the route that a report of this kind takes."""
        for name, route in self.routes.items():
            if cause_of_concern and route.causes_of_concern:
                return name
        named = (name for name, route in self.routes.items() if kind in route.kinds)
        rest = (name for name, route in self.routes.items() if not route.kinds)
        return next(named, None) or next(rest, None) or next(iter(self.routes))


def _plain(text: str) -> str:
    """Return a name as it is compared: small letters, plain marks, single spaces."""
    marks = str.maketrans({"’": "'", "\u2011": "-", "\u2010": "-", "\u00a0": " "})
    return " ".join(text.translate(marks).replace("&", " and ").casefold().split())


def _names_one_of(words: str, names: Sequence[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(_plain(name))}(?!\w)", words) for name in names)
