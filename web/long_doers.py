"""What each kind of long work does: the same acts as at a terminal, told step by step."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from casework.dispatch import Doors
from casework.intake import HandedIn, open_report
from casework.publication import publish_now
from casework.record.desk import find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.hand import Hand
from casework.record.page_work import Ended
from casework.review import Edited, check_in, take_branch, take_updates
from casework.sign_off import submit
from models import PageWork, WorkKind
from models.shapes.progress import Telling
from models.words import Role
from web.place_words import told

OPENED: Final = "{} is open. Its first draft and the invitation are being written now."
HANDED_BACK: Final = {
    "version": "Your edit is now version {number}.",
    "branch": "Your edit is kept beside the current version, as number {number}.",
    "unchanged": "This is version {number} as we have it: nothing was changed.",
}
FROZEN: Final = (
    "The text is frozen, and with its signatories. Any change of it now voids signatures."
)


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work in hand."""

    doors: Doors
    work: PageWork
    now: datetime
    tell: Telling

    @property
    def typed(self) -> dict[str, Any]:
        """Return what was typed on the page."""
        typed: dict[str, Any] = json.loads(self.work.typed)
        return typed

    @property
    def reference(self) -> str:
        """Return the reference of the case it is about."""
        return str(self.typed["reference"])

    @property
    def page(self) -> str:
        """Return the address of the case's page."""
        return f"/cases/{self.reference}"

    def hand(self) -> Hand:
        """Return the hand of whoever asked, at the moment they did: begun twice, it is one act."""
        return Hand(
            now=self.now,
            person=str(self.typed["person"]),
            roles=self._told_roles(),
            acted_at=self.work.asked_at,
            act_id=self.work.act_id,
            system_user="web",
            tell=self.tell,
        )

    def _told_roles(self) -> frozenset[Role] | None:
        told = self.typed["told_roles"]
        return None if told is None else frozenset(map(Role, told))

    def file(self) -> Dossier:
        """Return everything the record holds of the case."""
        record = self.doors.record
        with record.reading() as session:
            office_id = found(record.office(session).id)
            return dossier(session, find_case(session, office_id, self.reference))


Doer = Callable[[Job], Ended]


def _open_case(job: Job) -> Ended:
    typed, work = job.typed, job.work
    published = date.fromisoformat(typed["published"]) if typed["published"] else None
    handed = HandedIn(
        work.given, work.file_name, typed["address"], published, typed["force"], typed["embargoed"]
    )
    reference, outcome = open_report(job.doors.record, job.hand(), handed, job.tell)
    known = f"{reference} is there already: nothing new."
    return Ended(known if outcome == "known" else OPENED.format(reference), f"/cases/{reference}")


def _hand_back(job: Job) -> Ended:
    typed, work, doors = job.typed, job.work, job.doors
    edited = Edited(work.given, work.file_name, voids=typed["voids"], made_from=typed["made_from"])
    outcome, number, *remarks = check_in(
        doors.record, job.hand(), job.reference, edited, doors.library
    )
    said = told(job.file(), HANDED_BACK[outcome].format(number=number), *remarks)
    return Ended(said, f"{job.page}/versions")


def _take_updates(job: Job) -> Ended:
    doors, voids = job.doors, bool(job.typed["voids"])
    _, number, *remarks = take_updates(
        doors.record, job.hand(), job.reference, doors.library, voids=voids
    )
    said = told(job.file(), f"The updates are taken into version {number}.", *remarks)
    return Ended(said, f"{job.page}/versions")


def _take_branch(job: Job) -> Ended:
    doors, typed = job.doors, job.typed
    outcome, version, *remarks = take_branch(
        doors.record,
        job.hand(),
        job.reference,
        typed["number"],
        doors.library,
        voids=typed["voids"],
    )
    already = "was taken over before" if outcome == "unchanged" else "is taken over"
    said = told(job.file(), f"Version {typed['number']} {already}, as version {version}.", *remarks)
    return Ended(said, f"{job.page}/versions")


def _submit(job: Job) -> Ended:
    dated = date.fromisoformat(job.typed["dated"]) if job.typed["dated"] else None
    doors = job.doors
    submit(doors.record, job.hand(), job.reference, doors.library, dated, job.typed["signed_by"])
    return Ended(FROZEN, f"{job.page}/signing")


def _publish(job: Job) -> Ended:
    said = publish_now(job.doors.record, job.hand(), job.reference, job.doors.publication)
    return Ended(" ".join(said), f"{job.page}/publishing")


DOERS: Final[dict[WorkKind, Doer]] = {
    WorkKind.OPEN_CASE: _open_case,
    WorkKind.HAND_BACK: _hand_back,
    WorkKind.TAKE_UPDATES: _take_updates,
    WorkKind.TAKE_BRANCH: _take_branch,
    WorkKind.SUBMIT: _submit,
    WorkKind.PUBLISH: _publish,
}
