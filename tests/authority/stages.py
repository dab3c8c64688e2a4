"""One case brought through every stage, with something at each for every act to be about."""

import shutil
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from casework import colleagues, comments, findings, publication, review, sign_off
from casework.access import NewGuestLink, hash_of, make_guest_link
from casework.colleagues import NewAction, NewMeeting, NewQuestion
from casework.record.hand import the_service
from casework.review import HeardElsewhere
from models.review_words import Decision, Heard
from models.words import WAYS_OUT, CommentsClass, Role, Stage
from tests.authority.haste import in_haste
from tests.builders import (
    CHIEF_EXECUTIVE,
    DAY_ONE,
    DEPUTY,
    FINANCE,
    HEAD,
    OFFICER,
    SIGNATORY,
    Service,
    at,
    by,
)
from tests.colleagues import EVERYBODY
from tests.databases import fresh_database

if TYPE_CHECKING:
    from collections.abc import Callable

ADMINISTRATOR = "lowe"
GONE = "tarrant"
WHO = {
    Role.POLICY_OFFICER: OFFICER,
    Role.HEAD_OF_POLICY: HEAD,
    Role.CHIEF_EXECUTIVE: CHIEF_EXECUTIVE,
    Role.MONITORING_OFFICER: "hale",
    Role.FINANCE_OFFICER: FINANCE,
    Role.COMMUNICATIONS: "okafor",
    Role.SIGNATORY: SIGNATORY,
    Role.DEPUTY_SIGNATORY: DEPUTY,
    Role.PRIVATE_OFFICE: "salt",
    Role.TRANSLATOR: "ceri",
    Role.ADMINISTRATOR: ADMINISTRATOR,
}
"""One person for each role; the service is the twelfth."""
OFFICE = EVERYBODY.replace(
    "[[delegations]]",
    """[[people]]
key = "lowe"
name = "Imran Lowe"
email = "imran.lowe@arden-commissioner.example"
roles = [{ role = "administrator", since = 2021-05-13 }]

[[people]]
key = "tarrant"
name = "Owen Tarrant"
email = "owen.tarrant@arden-commissioner.example"
roles = [{ role = "policy_officer", since = 2019-05-13, until = 2022-09-30 }]

[[delegations]]""",
    1,
).replace(
    "terminal_signatures_allowed = true",
    "terminal_signatures_allowed = true\napi_signatures_allowed = true",
)
CASE = "S55-2022-001"
COMMENTS_LINK, CHECK_LINK = "a-link-for-comments", "a-link-for-a-check"
STEPS: dict[Stage, str] = {
    Stage.OPENED: "opened",
    Stage.CONFIRMED: "confirmed",
    Stage.IN_REVIEW: "in_review",
    Stage.SIGNING: "signing",
    Stage.SIGNED: "signed",
    Stage.SCHEDULED: "scheduled",
    Stage.PUBLISHED: "published",
    Stage.CLOSED: "closed",
}
WHEN: dict[Stage, datetime] = {
    Stage.OPENED: at(10, 14, 10),
    Stage.CONFIRMED: at(11, 2, 14),
    Stage.IN_REVIEW: at(11, 15),
    Stage.SIGNING: at(11, 22),
    Stage.SIGNED: at(11, 30, 12),
    Stage.SCHEDULED: at(12, 2),
    Stage.PUBLISHED: at(12, 5, 12),
    Stage.CLOSED: at(12, 6),
    **dict.fromkeys(WAYS_OUT, at(11, 3)),
}
"""A moment at which a case of this stage is looked at."""


@dataclass
class Stages:
    """A folder with a record for each stage of one case, made as one life."""

    root: Path
    server: str = ""
    """The address of the PostgreSQL server; empty: SQLite."""
    made: dict[Stage, Path] = field(default_factory=dict)
    databases: dict[Stage, str] = field(default_factory=dict)
    """On PostgreSQL: the name of the database of each stage."""

    def live(self) -> None:
        """Lead one case through its life, and keep what stood at each stage."""
        folder = self.root / "life"
        address = fresh_database(self.server) if self.server else _address(folder)
        service = Service(folder, address, OFFICE)
        steps: dict[Stage, Callable[[Service], None]] = {
            Stage.OPENED: _opened,
            Stage.CONFIRMED: _confirmed,
            Stage.IN_REVIEW: _in_review,
            Stage.SIGNING: _signing,
            Stage.SIGNED: _signed,
            Stage.SCHEDULED: _scheduled,
            Stage.PUBLISHED: _published,
            Stage.CLOSED: _closed,
        }
        for stage, step in steps.items():
            step(service)
            self._keep(service, stage)
        for way in WAYS_OUT:
            self._end(way)

    def find(self) -> None:
        """Take what another process kept of the same life."""
        self.made = {stage: self.root / "kept" / stage.value for stage in Stage}

    def take(self, stage: Stage, folder: Path) -> Service:
        """Return a service of one's own, with the case at this stage."""
        shutil.copytree(self.made[stage], folder)
        address = (
            fresh_database(self.server, self.databases[stage]) if self.server else _address(folder)
        )
        service = Service(folder, address, OFFICE)
        service.record.engine = in_haste(service.record.engine)
        return service

    def _end(self, way: Stage) -> None:
        service = self.take(Stage.CONFIRMED, self.root / f"ending-{way}")
        with service.record.writing() as session:
            from casework.record.desk import find_case

            # Two ways take a second person, one another case: a test of its own; here it is ended.
            case = find_case(session, service.record.office(session).id or 0, CASE)
            case.stage, case.ended_because = way, "ended for a test"
            session.add(case)
            session.commit()
        self._keep(service, way)

    def _keep(self, service: Service, stage: Stage) -> None:
        assert service.file(CASE).case.stage is stage, (stage, service.file(CASE).case.stage)
        service.record.engine.dispose()
        self.made[stage] = self.root / "kept" / stage.value
        shutil.copytree(service.folder, self.made[stage])
        if self.server:
            stands = _name(service.database_url)
            self.databases[stage] = _name(fresh_database(self.server, stands))


def _name(address: str) -> str:
    return make_url(address).database or ""


def _address(folder: Path) -> str:
    (folder / "record").mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'record' / 'section55.sqlite'}"


def _opened(service: Service) -> None:
    assert service.open() == CASE
    record = service.record
    asked = NewQuestion(FINANCE, "What would it cost?", date(2022, 12, 20))
    colleagues.ask_question(record, by(OFFICER, at(10, 14, 9, 30)), CASE, asked)
    board = NewMeeting("Performance Board", date(2022, 10, 14))
    colleagues.note_meeting(record, by(OFFICER, at(10, 14, 9, 30)), CASE, board)
    agreed = NewAction(1, "Follow it every month.", finding="f001")
    colleagues.note_action(record, by(OFFICER, at(10, 14, 9, 30)), CASE, agreed)
    heard = HeardElsewhere("Nasreen Holt", Heard.TELEPHONE, "Mention the sundial.")
    review.log_remarks(record, by(HEAD, at(10, 14, 9, 30)), CASE, [heard], None)
    for secret, version in ((COMMENTS_LINK, 0), (CHECK_LINK, 1)):
        new = NewGuestLink(hash_of(secret), version=version, days=60)
        make_guest_link(record, by(OFFICER, at(10, 14, 9, 30)), CASE, new)


def _confirmed(service: Service) -> None:
    record = service.record
    findings.confirm_date(record, by(OFFICER, at(10, 14, 10)), CASE, DAY_ONE)
    findings.confirm_findings(record, by(OFFICER, at(10, 14, 11)), CASE)
    from casework.drafting import write_draft
    from casework.letters_out import confirm_sent
    from tests.builders import TEMPLATES

    write_draft(record, the_service(at(10, 14, 12)), CASE, TEMPLATES)
    confirm_sent(record, by(OFFICER, at(10, 17)), f"{CASE}:warwickshire:invitation:1")
    hand = by(OFFICER, at(11, 1))
    comments.store_submission(record, hand, CASE, b"An earlier draft of theirs.", "draft.txt")


def _in_review(service: Service) -> None:
    from casework.drafting import write_draft
    from tests.builders import TEMPLATES

    number = service.comment(CASE, "We welcome the report & its findings.\n\nWe accept them.")
    assert number
    write_draft(service.record, the_service(at(11, 2, 16)), CASE, TEMPLATES)
    service.check_in(CASE, service.edited(CASE))
    hand = by(OFFICER, at(11, 14, 12))
    review.decide_remark(service.record, hand, CASE, 1, Decision.TAKEN, "It is mentioned now.")


def _signing(service: Service) -> None:
    from tests.builders import TEMPLATES

    comments_left = service.file(CASE).submissions[0].id or 0
    hand = by(OFFICER, at(11, 20))
    klass = CommentsClass.BACKGROUND
    comments.class_submission(service.record, hand, CASE, comments_left, klass)
    sign_off.submit(service.record, by(OFFICER, at(11, 21)), CASE, TEMPLATES, date(2022, 11, 30))


def _signed(service: Service) -> None:
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 25)), CASE)
    sign_off.give_signature(service.record, by(SIGNATORY, at(11, 30)), CASE)


def _scheduled(service: Service) -> None:
    publication.schedule(service.record, by(OFFICER, at(12, 1)), CASE, at(12, 5, 10))


def _published(service: Service) -> None:
    doors = service.doors.publication
    publication.publish(service.record, the_service(at(12, 5, 10)), CASE, doors)


def _closed(service: Service) -> None:
    service.carry_out(at(12, 5, 12))
