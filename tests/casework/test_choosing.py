"""A person chooses the type of a response and its blocks of wording, while that is still free."""

import json

import pytest
from sqlmodel import select

from casework import findings
from casework.documents.regions import read_regions
from casework.drafting import choose_document, switch_wording, write_draft
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.document_types import blocks_of, type_of
from casework.record.hand import the_service
from casework.record.papers import find_document
from models import Document, HistoryEntry
from models.words import AddresseeGroup, Language
from tests.builders import FINANCE, OFFICER, TEMPLATES, Service, at, by
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def words(service: Service, reference: str) -> dict[str, tuple[str, ...]]:
    return read_regions(service.word_file(reference))


def draft(service: Service, reference: str, day: int) -> int:
    return write_draft(service.record, the_service(at(10, day, 12)), reference, TEMPLATES)


def document(service: Service, reference: str) -> Document:
    with service.record.reading() as session:
        found = find_document(session, service.file(reference).case)
        assert found
        return found


def written_as(service: Service, reference: str) -> str:
    with service.record.reading() as session:
        settings = service.record.settings_of(session, service.record.office(session))
    return type_of(settings, service.file(reference), document(service, reference))


def choose(service: Service, reference: str, name: str, day: int = 15, who: str = OFFICER) -> str:
    hand = by(who, at(10, day))
    return choose_document(service.record, hand, reference, name, TEMPLATES)


def switch(service: Service, reference: str, block: str, *, on: bool, day: int = 15) -> bool:
    hand = by(OFFICER, at(10, day))
    return switch_wording(service.record, hand, reference, block, TEMPLATES, on=on)


def test_a_force_report_with_areas_is_answered_by_area_and_otherwise_when_so_chosen(
    service: Service,
) -> None:
    reference = service.open()
    assert written_as(service, reference) == "response-by-area"
    before = words(service, reference)
    assert choose(service, reference, "response-contested") == "response-contested"
    assert draft(service, reference, 15) > 1
    after = words(service, reference)
    assert "disputed" in after
    assert after["headline"][0].startswith("I do not accept")
    assert before["f001_text"] == after["f001_text"]
    choose(service, reference, "response-contested", 16)
    assert draft(service, reference, 16) == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("response-nowhere", "section55 documents"),
        ("../response-by-area", "no document type"),
        ("invitation", "no type for this document"),
        ("response-by-area-cy", "no type for this document"),
    ],
)
def test_what_is_no_type_of_response_is_refused(service: Service, name: str, said: str) -> None:
    reference = service.open()
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match=said):
        choose(service, reference, name)
    with pytest.raises(NotAllowedError):
        choose(service, reference, "response-table", who=FINANCE)
    assert rows(service.record) == before


def test_the_type_stays_once_people_have_edited_the_file_though_the_findings_change(
    service: Service,
) -> None:
    reference = service.open()
    service.check_in(reference, service.edited(reference), moment=at(10, 15))
    assert document(service, reference).template == "response-by-area"
    with pytest.raises(NotAllowedError, match="stays response-by-area"):
        choose(service, reference, "response-table", 16)
    for finding in service.file(reference).findings:
        hand = by(OFFICER, at(10, 16))
        findings.regard_finding(
            service.record, hand, reference, finding.key, AddresseeGroup.OTHERS, "not ours"
        )
    assert written_as(service, reference) == "response-by-area"


def test_a_block_is_switched_in_one_response_and_the_next_draft_follows(service: Service) -> None:
    reference = service.open()
    assert not switch(service, reference, "copies", on=False)
    assert not switch(service, reference, "welcome", on=True)
    draft(service, reference, 15)
    said = words(service, reference)
    assert said["headline"] == ("I welcome this report and accept its findings.",)
    assert "copies are being sent" not in " ".join(said["publication_note"])
    blocks = blocks_of(service.record, reference, TEMPLATES, Language.ENGLISH)
    assert (blocks.copies, blocks.welcome, blocks.licence) == (False, True, True)
    assert not switch(service, reference, "copies", on=True, day=16)
    draft(service, reference, 16)
    assert "copies are being sent" in " ".join(words(service, reference)["publication_note"])


def test_what_was_chosen_and_switched_stands_in_the_history(service: Service) -> None:
    reference = service.open()
    choose(service, reference, "response-letter")
    switch(service, reference, "grades", on=True)
    with service.record.reading() as session:
        bodies = [json.loads(row.body) for row in session.exec(select(HistoryEntry))]
    noted = {body["what"]: body["facts"] for body in bodies}
    assert noted["document_chosen"]["template"] == "response-letter"
    assert noted["wording_switched"]["block"] == "grades"
    assert noted["wording_switched"]["on"] is True


def test_switching_a_block_to_what_it_is_changes_nothing(service: Service) -> None:
    reference = service.open()
    draft(service, reference, 14)
    switch(service, reference, "licence", on=True)
    assert document(service, reference).wording == "{}"
    assert draft(service, reference, 15) == 0


def test_a_block_nobody_knows_is_refused_with_the_nearest(service: Service) -> None:
    reference = service.open()
    with pytest.raises(RefusedInputError, match="did you mean licence"):
        switch(service, reference, "lisence", on=False)


def test_a_block_switched_after_the_file_came_back_is_only_proposed(service: Service) -> None:
    reference = service.open()
    service.check_in(reference, service.edited(reference), moment=at(10, 15))
    before = service.word_file(reference)
    assert switch(service, reference, "contact", on=False, day=16)
    draft(service, reference, 16)
    assert service.word_file(reference) == before


def test_nothing_is_switched_or_chosen_once_signing_has_begun(service: Service) -> None:
    reference = service.submitted()
    before = rows(service.record)
    hand = by(OFFICER, at(11, 22))
    with pytest.raises(NotAllowedError, match="signatures bind it"):
        choose_document(service.record, hand, reference, "response-table", TEMPLATES)
    with pytest.raises(NotAllowedError, match="signatures bind it"):
        switch_wording(service.record, hand, reference, "copies", TEMPLATES, on=False)
    assert rows(service.record) == before
