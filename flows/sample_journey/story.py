"""The journey itself, in the order of its days."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from casework import comments, findings, publication, review, sign_off
from casework.dispatch import Doors, carry_out, one_round
from casework.drafting import write_answer
from casework.errors import CaseworkError
from casework.letters_out import confirm_sent
from casework.record.desk import find_case, found
from casework.record.offices import load_office
from casework.record.proposals import waiting_updates
from casework.record.register import cases
from casework.rules.wording import counted
from casework.settings import settings
from casework.wiring import doors, open_record
from flows.catch_up import catch_up
from flows.sample_journey.bell import BellAtHome
from flows.sample_journey.page import Page
from flows.sample_journey.people import (
    Reviewer,
    at,
    by,
    chief_officers_letter,
    drop_report,
    office_settings,
    words,
)
from flows.sample_journey.surroundings import Surroundings
from flows.watch_deadlines import watch_deadlines
from flows.watch_for_reports import watch_for_reports
from models.words import CommentsClass

OFFICER, HEAD, CHIEF_EXECUTIVE, SIGNATORY = "lockhart", "birch", "adeyemi", "whitcombe"
FORCE_KEY = "warwickshire"


def play(surroundings: Surroundings) -> int:
    """Play the whole journey and return the exit code."""
    page = Page(surroundings)
    try:
        # A heartbeat costs a second for each flow; the journey lives for a minute.
        with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
            Journey(surroundings, page).play()
    except CaseworkError as fault:
        page.trouble(str(fault))
        return 2
    return 0


class Journey:
    """One report on its way to a published response."""

    def __init__(self, surroundings: Surroundings, page: Page) -> None:
        """Put the invented office on a fresh record."""
        self.surroundings, self.page = surroundings, page
        self.said = words()
        text = office_settings(surroundings.site_address)
        load_office(open_record(settings()), text, "office.toml", at(10, 13))
        self.bell = BellAtHome(at(10, 14))
        self.doors: Doors = replace(doors(), bell=self.bell)
        self.record = self.doors.record
        self.reference = ""

    def play(self) -> None:
        """Take the report through every leg."""
        self.day_one()
        self.invitation()
        self.comments()
        self.review()
        self.updates()
        self.sign_off()
        self.publication()
        self.page.summary(self.doors, self.reference)

    def dispatch(self, now: datetime) -> None:
        """Let the dispatcher carry out what is due, until nothing more is."""
        self.bell.now = now
        before = len(self.bell.rung)
        while carry_out(self.doors, now):
            pass
        for ran in self.bell.rung[before:]:
            self.page.flow(ran)

    def day_one(self) -> None:
        """Open and draft the case of a report that has just come out, and confirm it."""
        now = at(10, 14, 9, 5)
        self.page.day(now, "The report is published")
        drop_report(self.record.outputs / "dropped", now)
        self.page.flow(f"watch-for-reports: {counted(len(watch_for_reports(now)), 'new report')}")
        self.dispatch(now)
        self.reference = cases(self.record)[0].reference
        self.page.person(
            "Priya Lockhart, policy officer", "takes the case, confirms date and findings"
        )
        officer = by(OFFICER, at(10, 14, 11))
        findings.take_case(self.record, officer, self.reference, OFFICER)
        source = "“Published on” line of the page, and the inspectors' list"
        findings.confirm_date(
            self.record, by(OFFICER, at(10, 14, 11, 5)), self.reference, date(2022, 10, 14), source
        )
        findings.confirm_findings(self.record, by(OFFICER, at(10, 14, 11, 20)), self.reference)
        self.dispatch(at(10, 14, 11, 21))

    def invitation(self) -> None:
        """Send the invitation by a person's hand; prepare a chaser."""
        sent = at(10, 17, 10)
        self.page.day(sent, "The Chief Constable is invited to comment")
        self.page.person("Priya Lockhart", "sends the invitation from the out-tray and says so")
        confirm_sent(self.record, by(OFFICER, sent), f"{self.reference}:{FORCE_KEY}:invitation:1")
        chased = at(10, 27, 6, 30)
        self.page.day(chased, "The morning's sweep")
        self.page.flow(_swept(watch_deadlines(chased)) + ", and a chaser for the Chief Constable")

    def comments(self) -> None:
        """Take in the chief officer's comments, class them, and let them enter the draft."""
        came = at(11, 2, 15)
        self.page.day(came, "The Chief Constable's comments arrive")
        letter = chief_officers_letter(self.said)
        number = comments.store_submission(
            self.record,
            by(OFFICER, came),
            self.reference,
            letter,
            "comments of the chief constable.docx",
        )
        self.page.person(
            "Priya Lockhart", "reads them beside the original and classes them as final"
        )
        comments.class_submission(
            self.record,
            by(OFFICER, at(11, 2, 15, 20)),
            self.reference,
            number,
            CommentsClass.FINAL,
            self.said.chief_officer["cleared_by"],
        )
        self.dispatch(at(11, 2, 15, 21))

    def review(self) -> None:
        """Edit the Word file as a reviewer does, and hand it back."""
        edited = at(11, 14, 16)
        self.page.day(edited, "The response is written in Word")
        self.page.person(
            "Tomasz Birch, head of policy", "answers 20 findings in Word, hands the file back"
        )
        draft = self.newest("response-draft")
        self.hand_in(Reviewer(self.said).edit(draft.read_bytes()), draft.name, edited)
        self.dispatch(at(11, 14, 16, 1))

    def updates(self) -> None:
        """Let the record change, and a reviewer decide in Word on what it says anew."""
        changed, decided = at(11, 15, 10), at(11, 16, 14)
        self.page.day(changed, "The record changes while people edit")
        self.page.person("Priya Lockhart", "puts a date right, and names who sees to it")
        hand, right = by(OFFICER, changed), self.said.corrected
        write_answer(self.record, hand, self.reference, **right)
        self.dispatch(at(11, 15, 10, 1))
        proposal = self.newest("response-with-updates")
        self.page.said(f"{self.waiting()}, tracked in {proposal.name}")
        self.page.day(decided, "The updates are decided in Word")
        self.page.person(
            "Tomasz Birch", "accepts them, dates the panel's meeting, hands the file back"
        )
        self.hand_in(Reviewer(self.said).decide(proposal.read_bytes()), proposal.name, decided)
        self.dispatch(at(11, 16, 14, 1))

    def newest(self, kind: str) -> Path:
        """Return the newest Word file of a kind in the folder of the case."""
        folder = self.record.outputs / "cases" / self.reference
        return max(folder.glob(f"*-{kind}.docx"))

    def hand_in(self, data: bytes, name: str, moment: datetime) -> None:
        """Hand an edited file in, and show what was made of it."""
        edited = review.Edited(data, name)
        _, number, *remarks = review.check_in(
            self.record, by(HEAD, moment), self.reference, edited, self.doors.library
        )
        for said in (f"taken as version {number}", *remarks):
            self.page.said(said)

    def waiting(self) -> str:
        """Return how many updates wait in the Word file, in words."""
        with self.record.reading() as session:
            case = find_case(session, found(self.record.office(session).id), self.reference)
            return found(waiting_updates(session, case)).words

    def sign_off(self) -> None:
        """Submit, approve and sign: three people, one frozen text."""
        submitted = at(11, 21, 10)
        self.page.day(submitted, "The response goes to signature")
        self.page.person("Priya Lockhart", "submits it; it will bear the date 30 November 2022")
        sign_off.submit(
            self.record,
            by(OFFICER, submitted),
            self.reference,
            self.doors.library,
            date(2022, 11, 30),
        )
        self.dispatch(at(11, 21, 10, 1))
        self.page.day(at(11, 25), "Approval")
        self.page.person("Rupert Adeyemi, chief executive", "approves it")
        sign_off.give_signature(self.record, by(CHIEF_EXECUTIVE, at(11, 25, 14)), self.reference)
        self.dispatch(at(11, 25, 14, 1))
        self.page.day(at(11, 30), "Signature")
        self.page.person("Eleanor Whitcombe, Commissioner", "signs it")
        sign_off.give_signature(self.record, by(SIGNATORY, at(11, 30, 9)), self.reference)
        self.dispatch(at(11, 30, 9, 1))

    def publication(self) -> None:
        """Publish at the moment set, fetch it back over HTTP, and send both copies."""
        moment = at(12, 5, 10)
        self.page.day(at(12, 1), "Publication is scheduled")
        self.page.person("Priya Lockhart", "sets 5 December 2022, 10:00")
        publication.schedule(self.record, by(OFFICER, at(12, 1, 11)), self.reference, moment)
        self.dispatch(at(12, 1, 11, 1))
        self.page.day(moment, "The response is published")
        self.dispatch(moment)
        self.page.flow(f"catch-up: {counted(len(catch_up(moment)), 'trouble')} found")
        one_round(self.doors, moment)
        self.page.flow(_swept(watch_deadlines(at(12, 6, 6, 30))))


def _swept(letters: int) -> str:
    return f"watch-deadlines: {counted(letters, 'letter')} of reminder"
