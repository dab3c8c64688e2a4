"""A service on a folder of its own, and cases brought to any stage by people's acts."""

from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from casework import comments, findings, intake, publication, review, sign_off
from casework.dispatch import WITHOUT_ENGINE, Doors, carry_out
from casework.documents.regions import fill_regions
from casework.drafting import write_draft
from casework.letters_out import MailDoors, confirm_sent
from casework.mail.eml_tray import EmlTray
from casework.publication import PublicationDoors
from casework.publishers.feeds import Site
from casework.publishers.static_site import StaticSite
from casework.publishers.web_package import WebPackage
from casework.record.database import is_ready, open_database, upgrade
from casework.record.desk import find_case
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON, Hand, the_service
from casework.record.offices import load_office
from casework.record.papers import current_version, find_document
from casework.record.record import Record
from casework.wiring import TemplateShelf
from models.words import CommentsClass
from tests.fakes import FakeBell, FakeServer, FakeWeb

if TYPE_CHECKING:
    from casework.publishers.publisher import Publisher

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "flows" / "sample_journey" / "data"
OFFICE = (SAMPLE / "office.toml").read_text(encoding="utf-8")
REPORT = (SAMPLE / "report.html").read_bytes()
TEMPLATES = TemplateShelf(ROOT / "templates" / "documents")
"""Compiled once for the whole run."""

OFFICER, HEAD, CHIEF_EXECUTIVE = "lockhart", "birch", "adeyemi"
SIGNATORY, DEPUTY, FINANCE = "whitcombe", "ferrers", "pym"
DAY_ONE = date(2022, 10, 14)
LAST_DAY = date(2022, 12, 8)


def at(month: int, day: int, hour: int = 9, minute: int = 0, *, year: int = 2022) -> datetime:
    """Return a moment in London."""
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def by(person: str, moment: datetime, act_id: str | None = None) -> Hand:
    """Return a person's hand."""
    hand = Hand(now=moment, person=person)
    return Hand(now=moment, person=person, act_id=act_id) if act_id else hand


@dataclass
class Service:
    """The whole service with fakes where the outside would be."""

    folder: Path
    database_url: str
    office: str = OFFICE
    report: bytes = REPORT
    """The sample's report; a test that needs only some report sets a smaller one."""
    server: FakeServer = field(default_factory=FakeServer)
    bell: FakeBell = field(default_factory=FakeBell)

    def __post_init__(self) -> None:
        """Open the record and put the office on it."""
        engine = open_database(self.database_url)
        if not is_ready(engine):
            upgrade(engine)
        self.record = Record(engine, "", self.folder)
        self.record.office_key = load_office(self.record, self.office, "office.toml", at(10, 1))
        with self.record.reading() as session:
            self.settings = self.record.settings_of(session, self.record.office(session))
        site = self.folder / "public" / "site"
        self.web = FakeWeb(site)
        self.doors = self._doors(site)

    def _doors(self, site: Path) -> Doors:
        address = self.settings.publication.site_address.rstrip("/")
        self.web.folder = site
        self.web_root = address
        publishers: dict[str, Publisher] = {
            "static_site": StaticSite(site, Site(f"{address}/", "Responses", "", "", "", "", "")),
            "web_package": WebPackage(self.folder / "public" / "packages", "web@office.example"),
        }
        return Doors(
            record=self.record,
            library=TEMPLATES,
            mail=MailDoors(EmlTray(self.folder / "mail"), self.server),
            publication=PublicationDoors(publishers, self.web),
            visitor=self.web,
            bell=self.bell,
        )

    # Looking

    def file(self, reference: str) -> Dossier:
        """Return everything the record holds of a case."""
        with self.record.reading() as session:
            office = self.record.office(session)
            return dossier(session, find_case(session, office.id or 0, reference))

    def word_file(self, reference: str) -> bytes:
        """Return the current version of the response."""
        with self.record.reading() as session:
            case = find_case(session, self.record.office(session).id or 0, reference)
            document = find_document(session, case)
            assert document
            version = current_version(session, document)
            assert version
            from casework.record.bytes import fetch

            return fetch(session, version.sha256)

    # Acting

    def open(self, moment: datetime | None = None, data: bytes = b"") -> str:
        """Open the report's case and write its first draft; return the reference."""
        now = moment or at(10, 14, 9)
        handed = intake.HandedIn(data or self.report, "report.html")
        reference = intake.open_report(self.record, by(OFFICER, now), handed)[0]
        write_draft(self.record, the_service(now), reference, TEMPLATES)
        comments.invite(self.record, the_service(now), reference, TEMPLATES)
        self.carry_out(now)
        return reference

    def confirmed(self) -> str:
        """Return a case whose date and findings are confirmed."""
        reference = self.open()
        findings.confirm_date(self.record, by(OFFICER, at(10, 14, 10)), reference, DAY_ONE)
        findings.confirm_findings(self.record, by(OFFICER, at(10, 14, 11)), reference)
        write_draft(self.record, the_service(at(10, 14, 12)), reference, TEMPLATES)
        return reference

    def invited(self) -> str:
        """Return a case whose invitation was sent on 17 October."""
        reference = self.confirmed()
        confirm_sent(self.record, by(OFFICER, at(10, 17)), f"{reference}:warwickshire:invitation:1")
        return reference

    def commented(self) -> str:
        """Return a case whose chief officer's comments are final."""
        reference = self.invited()
        self.comment(reference, "We welcome the report & its findings.\n\nWe accept each of them.")
        write_draft(self.record, the_service(at(11, 2, 12)), reference, TEMPLATES)
        return reference

    def comment(self, reference: str, text: str, moment: datetime | None = None) -> int:
        """Hand in and class the chief officer's final comments; return their number."""
        now = moment or at(11, 2)
        number = comments.store_submission(
            self.record, by(OFFICER, now), reference, text.encode(), "comments.txt"
        )
        comments.class_submission(
            self.record, by(OFFICER, now), reference, number, CommentsClass.FINAL, "Supt R. Talbot"
        )
        return number

    def edited(self, reference: str, overview: str = "I welcome this report.") -> bytes:
        """Return the current Word file with every answer place filled in by a person."""
        data = self.word_file(reference)
        places = {
            f"{f.key}_answer": ["I will act by 1 March 2023."]
            for f in self.file(reference).findings
        }
        fills = {"overview": [overview], "c1_reply": ["I thank the Chief Constable."], **places}
        return fill_regions(data, fills)

    def reviewed(self) -> str:
        """Return a case whose response was written in Word by the head of policy."""
        reference = self.commented()
        self.check_in(reference, self.edited(reference))
        return reference

    def check_in(
        self, reference: str, data: bytes, person: str = HEAD, moment: datetime | None = None
    ) -> list[str]:
        """Hand an edited file in."""
        hand = by(person, moment or at(11, 14))
        return review.check_in(
            self.record, hand, reference, review.Edited(data, "edited.docx"), TEMPLATES
        )

    def take_updates(self, reference: str, moment: datetime | None = None) -> list[str]:
        """Accept every update that waits in the Word file."""
        hand = by(HEAD, moment or at(11, 14))
        return review.take_updates(self.record, hand, reference, TEMPLATES)

    def submitted(self) -> str:
        """Return a case that is with its signatories."""
        reference = self.reviewed()
        hand = by(OFFICER, at(11, 21))
        sign_off.submit(self.record, hand, reference, TEMPLATES, date(2022, 11, 30))
        return reference

    def signed(self) -> str:
        """Return a case with every signature given."""
        reference = self.submitted()
        sign_off.give_signature(self.record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)
        sign_off.give_signature(self.record, by(SIGNATORY, at(11, 30)), reference)
        return reference

    def scheduled(self, moment: datetime | None = None) -> str:
        """Return a case scheduled for 5 December, ten o'clock."""
        reference = self.signed()
        publication.schedule(
            self.record, by(OFFICER, at(12, 1)), reference, moment or at(12, 5, 10)
        )
        return reference

    def published(self) -> str:
        """Return a case that was published, seen, copied and closed."""
        reference = self.scheduled()
        publication.publish(
            self.record, the_service(at(12, 5, 10)), reference, self.doors.publication
        )
        self.carry_out(at(12, 5, 10, 1))
        return reference

    def carry_out(self, now: datetime) -> list[str]:
        """Carry out every errand that needs no engine."""
        return carry_out(self.doors, now, WITHOUT_ENGINE)


def word_file_of(*paragraphs: str) -> bytes:
    """Return a plain Word file, as another office's letter would be."""
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
