"""Types of document that an office switches off: offered to nobody, kept where they are."""

import json

import pytest
from sqlmodel import select

from casework.companion_letters import Wish, make_letter
from casework.drafting import choose_document, write_draft
from casework.errors import NotAllowedError, SettingsError
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.settings_acts import change_settings
from models import HistoryEntry
from models.words import ReportKind
from tests.builders import HEAD, OFFICE, OFFICER, TEMPLATES, Service, at, by
from tests.casework.test_choosing import document, written_as
from tests.databases import EVERYWHERE
from tests.reports import a_page

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)
CONCERN = "response-cause-of-concern"


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def switch_off(service: Service, *names: str, day: int = 16) -> None:
    """Let the administrator switch types off on a page."""
    with service.record.reading() as session:
        base = service.record.office(session).settings_sha256
    text = f"{OFFICE}\n[documents]\nswitched_off = {json.dumps(names)}\n"
    change_settings(service.record, by(HEAD, at(10, day)), text, base)


def about_a_revisit(service: Service, reference: str, day: int = 15) -> None:
    """Let the report of a case be one that is usually answered as a cause of concern."""
    with service.record.writing() as session:
        report = session.merge(service.file(reference).report)
        report.kind = ReportKind.REVISIT_LETTER
        session.add(report)
        session.commit()
    write_draft(service.record, the_service(at(10, day)), reference, TEMPLATES)


def test_what_is_switched_off_is_chosen_and_made_no_more(service: Service) -> None:
    reference = service.open()
    switch_off(service, "response-table", "press-line")
    hand = by(OFFICER, at(10, 17))
    with pytest.raises(NotAllowedError, match="response-table is switched off"):
        choose_document(service.record, hand, reference, "response-table", TEMPLATES)
    with pytest.raises(NotAllowedError, match="press-line is switched off"):
        make_letter(service.record, hand, reference, TEMPLATES, Wish("press-line"))
    again = by(OFFICER, at(10, 17))
    assert choose_document(service.record, again, reference, "response-contested", TEMPLATES)


def test_a_response_that_was_chosen_or_usual_keeps_its_type(service: Service) -> None:
    reference = service.open()
    about_a_revisit(service, reference)
    assert written_as(service, reference) == CONCERN
    assert document(service, reference).template == ""
    switch_off(service, CONCERN)
    assert written_as(service, reference) == CONCERN
    assert document(service, reference).template == CONCERN
    chain = f"case:{service.file(reference).case.id}"
    with service.record.reading() as session:
        bodies = session.exec(select(HistoryEntry.body).where(HistoryEntry.chain == chain))
        kept = [body for body in bodies if json.loads(body)["what"] == "document_chosen"]
    assert len(kept) == 1
    # Chosen once more, it is what it is: nothing is refused.
    hand = by(OFFICER, at(10, 17))
    assert choose_document(service.record, hand, reference, CONCERN, TEMPLATES) == CONCERN


def test_a_new_response_is_written_as_the_next_type_that_fits(service: Service) -> None:
    switch_off(service, CONCERN, day=13)
    reference = service.open()
    about_a_revisit(service, reference)
    assert written_as(service, reference) != CONCERN


def test_an_office_cannot_be_without_what_the_service_writes_by_itself(service: Service) -> None:
    text = f'{OFFICE}\n[documents]\nswitched_off = ["invitation"]\n'
    with pytest.raises(SettingsError, match="the service writes it by itself"):
        load_office(service.record, text, "office.toml", at(10, 2))
