"""Every type of response goes the whole way to its signatories, from the record's own fields."""

import re
from dataclasses import replace
from datetime import date

import pytest

from casework import findings, publication, sign_off
from casework.documents.regions import fill_regions, read_regions
from casework.drafting import choose_document, welsh_twin, write_draft
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.document_types import Manner
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.response_fields import response_fields
from models.shapes.blocks import USUAL_BLOCKS
from models.shapes.office import OfficeSettings
from models.shapes.response import ResponseFields, SignatureFields
from models.words import AddresseeGroup, Language, Stage
from tests.builders import DAY_ONE, OFFICE, OFFICER, TEMPLATES, Service, at, by
from tests.casework.documents.filled_types import FILLED_TYPES
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)

GAP = re.compile(r"\[(?:to be|date|address)[^\]]*\]", re.IGNORECASE)
SAID_ON_THE_RECORD = {"marking", "dated", "signature", "publication_note"}
WELSH = """
[welsh]
office = "Swyddfa Comisiynydd yr Heddlu a Throseddu"
body = "Comisiynydd yr Heddlu a Throseddu"
title = "Comisiynydd"
"""
PARTNER = """
[[partners]]
name = "the Mayor of Loamshire"
title = "Mayor of Loamshire"
signatory = "Dinah Morris"
force = "Loamshire Police"
since = 2021-05-10
"""


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def written(service: Service, reference: str) -> bytes:
    """Return the response as people leave it: every gap of its type filled in."""
    data = service.edited(reference)
    gaps = {
        key: [GAP.sub("settled", line) for line in lines]
        for key, lines in read_regions(data).items()
        if key not in SAID_ON_THE_RECORD and any(map(GAP.search, lines))
    }
    return fill_regions(data, gaps)


def give_to_others(service: Service, reference: str) -> None:
    """Regard every finding as one for others to act on."""
    for finding in service.file(reference).findings:
        hand = by(OFFICER, at(11, 3))
        findings.regard_finding(
            service.record, hand, reference, finding.key, AddresseeGroup.OTHERS, "not ours"
        )


@pytest.mark.parametrize("name", [name for name in FILLED_TYPES if not name.endswith("-cy")])
def test_every_type_can_be_written_handed_in_and_put_before_its_signatories(
    service: Service, name: str
) -> None:
    load_office(service.record, OFFICE + PARTNER, "office.toml", at(10, 2))
    reference = service.commented()
    if name == "response-no-recommendations":
        give_to_others(service, reference)
    hand = by(OFFICER, at(11, 3))
    publication.give_lateness_reason(service.record, hand, reference, "The post was empty.")
    choose_document(service.record, by(OFFICER, at(11, 4)), reference, name, TEMPLATES)
    write_draft(service.record, the_service(at(11, 4)), reference, TEMPLATES)
    service.check_in(reference, written(service, reference))
    hand = by(OFFICER, at(11, 21))
    assert sign_off.submit(service.record, hand, reference, TEMPLATES, date(2022, 11, 30)) == 1
    assert service.file(reference).case.stage is Stage.SIGNING


def fields_of(
    service: Service, settings: OfficeSettings, language: Language = Language.ENGLISH
) -> ResponseFields:
    reference = service.commented()
    block = SignatureFields("Ada Hale", settings.body.title, "", "30 November 2022")
    manner = Manner(settings.body.voice, USUAL_BLOCKS, language)
    return response_fields(settings, service.file(reference), block, manner)


def test_the_welsh_twin_takes_its_names_from_the_office_and_its_days_in_welsh(
    service: Service,
) -> None:
    load_office(service.record, OFFICE + WELSH, "office.toml", at(10, 2))
    with service.record.reading() as session:
        settings = service.record.settings_of(session, service.record.office(session))
    fields = fields_of(service, settings, Language.WELSH)
    assert fields.body.name == "Comisiynydd yr Heddlu a Throseddu"
    assert fields.report.published == "14 Hydref 2022"
    assert fields.last_day == "dydd Iau 8 Rhagfyr 2022"
    assert (fields.signature.title, fields.signature.dated) == ("Comisiynydd", "30 Tachwedd 2022")
    assert fields.comments[0].received_on == "2 Tachwedd 2022"
    first = fields.groups[0].findings[0]
    assert (first.reference, first.class_name) == ("Maes i’w wella 1", "maes i’w wella")
    assert first.text == ("The force should write things down.",)


def test_the_twin_is_written_for_the_translator_and_cannot_replace_the_response(
    service: Service,
) -> None:
    reference = service.reviewed()
    with pytest.raises(NotAllowedError, match="no names in Welsh"):
        welsh_twin(service.record, reference, TEMPLATES)
    load_office(service.record, OFFICE + WELSH, "office.toml", at(11, 15))
    before = rows(service.record)
    data = welsh_twin(service.record, reference, TEMPLATES)
    said = read_regions(data)
    assert said["f001_text"] == ("The force should write things down.",)
    assert said["f001_translation"] == ("[To be translated / I’w gyfieithu]",)
    assert said["f001_answer"][0].endswith("I’w gyfieithu] I will act by 1 March 2023.")
    assert "translator" in said["marking"][1]
    assert welsh_twin(service.record, reference, TEMPLATES) == data
    with pytest.raises(RefusedInputError, match="another language"):
        service.check_in(reference, data, moment=at(11, 16))
    assert rows(service.record) == before


def test_partners_of_the_day_the_panel_and_the_board_come_from_the_office(service: Service) -> None:
    plain = service.settings
    wording = plain.wording.model_copy(update={"panel": "the Panel", "board": "Big Board"})
    partner = {"name": "the Mayor of X", "title": "Mayor", "signatory": "D", "force": "X Police"}
    text = [{**partner, "since": "2020-01-01"}, {**partner, "since": "2023-01-01"}]
    raw = plain.model_dump(mode="json", by_alias=True) | {"partners": text}
    settings = OfficeSettings.model_validate(raw).model_copy(update={"wording": wording})
    fields = fields_of(service, settings)
    assert [(one.key, one.name, one.officer_title) for one in fields.partners] == [
        ("p1", "the Mayor of X", "Chief Constable")
    ]
    assert (fields.panel, fields.board) == ("the Panel", "Big Board")
    assert fields.salutation
    assert fields.report.published == "14 October 2022"


def test_a_response_is_called_joint_by_the_one_type_that_is(service: Service) -> None:
    load_office(service.record, OFFICE + PARTNER, "office.toml", at(10, 2))
    reference = service.commented()
    assert "joint response" not in words_of(service, reference)
    choose_document(service.record, by(OFFICER, at(11, 4)), reference, "response-joint", TEMPLATES)
    write_draft(service.record, the_service(at(11, 4)), reference, TEMPLATES)
    assert "joint response of" in words_of(service, reference)


def words_of(service: Service, reference: str) -> str:
    """Return what the marked places of the current response say, as one text."""
    said = read_regions(service.edited(reference)).values()
    return " ".join(line for lines in said for line in lines)


def test_a_force_without_a_chief_officer_is_still_spoken_of_in_whole_sentences(
    service: Service,
) -> None:
    force = service.settings.forces[0]
    long_ago = force.chief_officers[0].model_copy(update={"until": date(2000, 1, 1)})
    vacant = force.model_copy(update={"chief_officers": (long_ago,)})
    settings = service.settings.model_copy(update={"forces": (vacant,)})
    comment = fields_of(service, settings).comments[0]
    assert (comment.officer, comment.officer_title) == ("The chief officer", "chief officer")


def test_findings_are_sorted_by_whom_they_concern(service: Service) -> None:
    fields = fields_of(service, service.settings)
    every = [finding for group in fields.groups for finding in group.findings]
    assert [*fields.to_us, *fields.to_force, *fields.to_others] == every
    file = service.file("S55-2022-001")
    file.findings[0].concerns = AddresseeGroup.OTHERS
    moved = response_fields(service.settings, replace(file))
    assert [finding.key for finding in moved.to_others] == ["f001"]
    assert moved.others_cited == every[0].reference
    assert file.published == DAY_ONE
