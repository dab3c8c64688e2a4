"""The draft is written at once, and again when the record changes; never over a person's words."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from casework import findings, sign_off
from casework.documents.packing import pack_parts, unpack
from casework.documents.regions import fill_regions, read_regions
from casework.drafting import write_answer, write_draft
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.wiring import TemplateShelf
from tests.builders import FINANCE, HEAD, OFFICER, ROOT, TEMPLATES, Service, at, by
from tests.databases import EVERYWHERE
from tests.reports import TWO_FORCES, a_page, rows

DOCUMENT = "word/document.xml"
UNCONFIRMED = "Not yet confirmed by the office"

# Word files and folders, which no database touches: one of the two is enough.
pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def draft(service: Service, reference: str, day: int = 14, month: int = 10) -> int:
    hand = the_service(at(month, day, 12))
    return write_draft(service.record, hand, reference, TEMPLATES)


def words(service: Service, reference: str) -> dict[str, tuple[str, ...]]:
    return read_regions(service.word_file(reference))


def test_the_first_draft_is_there_at_once_and_the_second_run_changes_nothing(
    service: Service,
) -> None:
    reference = service.open()
    assert draft(service, reference) == 2  # the invitation has a date by now
    before = rows(service.record)
    assert [draft(service, reference, day) for day in (14, 15, 16)] == [0, 0, 0]
    assert rows(service.record) == before
    assert words(service, reference)["f001_text"] == ("The force should write things down.",)
    assert len(list((service.folder / "cases" / reference).glob("01-response-draft.docx"))) == 1


def test_findings_are_marked_until_a_person_confirms_them(service: Service) -> None:
    reference = service.open()
    assert UNCONFIRMED in _everything(service, reference)
    findings.confirm_date(service.record, by(OFFICER, at(10, 14)), reference, date(2022, 10, 14))
    findings.confirm_findings(service.record, by(OFFICER, at(10, 14)), reference)
    assert draft(service, reference) > 1
    assert UNCONFIRMED not in _everything(service, reference)


def test_findings_confirmed_after_the_file_came_back_lose_their_mark_once_that_is_accepted(
    service: Service,
) -> None:
    reference = service.open()
    service.check_in(reference, service.edited(reference), moment=at(10, 14, 10))
    findings.confirm_date(service.record, by(OFFICER, at(10, 15)), reference, date(2022, 10, 14))
    findings.confirm_findings(service.record, by(OFFICER, at(10, 15)), reference)
    draft(service, reference, 15)
    assert UNCONFIRMED in _everything(service, reference)
    service.take_updates(reference, at(10, 16))
    assert "to be confirmed" not in _everything(service, reference)
    assert UNCONFIRMED not in _everything(service, reference)
    assert words(service, reference)["overview"] == ("I welcome this report.",)


def _everything(service: Service, reference: str) -> str:
    found = words(service, reference)
    return " ".join(line for lines in found.values() for line in lines)


def test_answers_in_the_record_appear_until_the_file_comes_back_and_are_proposed_then(
    service: Service,
) -> None:
    reference = service.confirmed()
    hand = by(OFFICER, at(10, 15))
    nasty = "I will act & report.\x00\n{{ x }} <by> May \U0001f600."
    write_answer(service.record, hand, reference, "f001_answer", nasty, "Head of policy")
    assert draft(service, reference, 15) > 0
    assert words(service, reference)["f001_answer"] == (
        "I will act & report.",
        "{{ x }} <by> May \U0001f600.",
    )
    service.check_in(reference, service.edited(reference), moment=at(10, 16))
    write_answer(service.record, by(OFFICER, at(10, 17)), reference, "f001_answer", "By May.")
    assert draft(service, reference, 17) > 0
    assert words(service, reference)["f001_answer"] == ("I will act by 1 March 2023.",)
    service.take_updates(reference, at(10, 18))
    assert words(service, reference)["f001_answer"] == ("By May.",)
    assert service.file(reference).words_at("f001_answer") == ("By May.",)


def test_an_answer_at_no_place_or_by_nobody_is_refused(service: Service) -> None:
    reference = service.open()
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match="no place"):
        write_answer(service.record, by(OFFICER, at(10, 15)), reference, "f009_answer", "X")
    with pytest.raises(NotAllowedError):
        write_answer(service.record, by(FINANCE, at(10, 15)), reference, "overview", "X")
    assert rows(service.record) == before


def test_an_answer_cannot_change_under_a_signature(service: Service) -> None:
    reference = service.commented()
    for place in ("overview", "f001_answer", "f002_answer", "c1_reply"):
        write_answer(service.record, by(OFFICER, at(11, 3)), reference, place, "I will act.")
    draft(service, reference, 4, 11)
    sign_off.submit(service.record, by(OFFICER, at(11, 5)), reference, TEMPLATES)
    with pytest.raises(NotAllowedError):
        write_answer(service.record, by(OFFICER, at(11, 6)), reference, "overview", "Other.")
    assert draft(service, reference, 6, 11) == 0


def test_after_the_file_came_back_the_force_s_words_are_proposed_and_nothing_else_moves(
    service: Service,
) -> None:
    reference = service.invited()
    edit = fill_regions(
        service.word_file(reference),
        {"overview": ["I welcome it.", "Twice & <again>."], "f001_answer": ["By May."]},
    )
    service.check_in(reference, edit, moment=at(10, 20))
    theirs = words(service, reference)
    service.comment(reference, "We agree.\n\nAll of us.", at(10, 25))
    assert draft(service, reference, 25) == 4
    assert words(service, reference) == theirs
    service.take_updates(reference, at(10, 25))
    ours = words(service, reference)
    assert ours["c1_comments"] == ("We agree.", "All of us.")
    changed = {key for key in theirs if theirs[key] != ours[key]}
    assert changed <= {"c1_comments", "c1_lead", "c1_end", "publication_note"}
    assert theirs.keys() == ours.keys()
    assert draft(service, reference, 26) == 0


def test_what_a_person_has_touched_is_left_alone_and_named(service: Service) -> None:
    reference = service.invited()
    touched = fill_regions(service.word_file(reference), {"c1_comments": ["A note of mine."]})
    answer = service.check_in(reference, touched, moment=at(10, 20))
    assert any("c1_comments" in remark for remark in answer[2:])
    service.comment(reference, "We agree.", at(10, 25))
    draft(service, reference, 25)
    assert words(service, reference)["c1_comments"] == ("A note of mine.",)


def test_every_part_of_the_file_a_person_edited_stays_equal_but_the_text(service: Service) -> None:
    reference = service.invited()
    parts = unpack(service.edited(reference))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(
        b"</w:styles>", b"<!-- mine --></w:styles>"
    )
    service.check_in(reference, pack_parts(parts), moment=at(10, 20))
    service.comment(reference, "We agree.", at(10, 25))
    draft(service, reference, 25)
    after = unpack(service.word_file(reference))
    differ = {name for name in parts if parts[name] != after.get(name)}
    assert differ <= {DOCUMENT, "docProps/custom.xml"}
    assert after[DOCUMENT] == parts[DOCUMENT]
    service.take_updates(reference, at(10, 26))
    taken = unpack(service.word_file(reference))
    differ = {name for name in parts if parts[name] != taken.get(name)}
    assert differ <= {DOCUMENT, "docProps/custom.xml"}


def test_a_corrected_finding_comes_into_the_file_that_came_back_once_accepted(
    service: Service,
) -> None:
    reference = service.confirmed()
    service.check_in(reference, service.edited(reference), moment=at(10, 20))
    hand = by(HEAD, at(10, 21))
    findings.correct_finding(service.record, hand, reference, "f001", "The force should write.")
    draft(service, reference, 21)
    service.take_updates(reference, at(10, 22))
    found = words(service, reference)
    assert found["f001_text"] == ("The force should write.",)
    assert found["overview"] == ("I welcome this report.",)


def _shelf_with(tmp_path: Path, old: bytes, new: bytes) -> TemplateShelf:
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates" / "documents", folder)
    path = folder / "response-by-area" / "template.docx"
    parts = unpack(path.read_bytes())
    assert old in parts[DOCUMENT]
    parts[DOCUMENT] = parts[DOCUMENT].replace(old, new)
    path.write_bytes(pack_parts(parts))
    return TemplateShelf(folder)


def test_a_field_no_template_may_use_is_named_and_no_version_is_written(
    service: Service, tmp_path: Path
) -> None:
    reference = service.open()
    findings.confirm_findings(service.record, by(OFFICER, at(10, 14)), reference)
    before = rows(service.record)
    shelf = _shelf_with(tmp_path, b"last_day", b"last_daze")
    with pytest.raises(CaseworkError, match="last_daze") as told:
        write_draft(service.record, the_service(at(10, 15)), reference, shelf)
    assert "\n" not in str(told.value)
    gone = TemplateShelf(tmp_path / "nowhere")
    with pytest.raises(CaseworkError, match="template"):
        write_draft(service.record, the_service(at(10, 15)), reference, gone)
    assert rows(service.record) == before


def test_two_forces_stand_apart_in_one_draft(service: Service) -> None:
    load_office(service.record, TWO_FORCES, "office.toml", at(10, 2))
    service.report = a_page("PEEL: An inspection of Warwickshire Police and West Mercia Police")
    reference = service.open()
    assert {"c1_comments", "c1_reply", "c2_comments", "c2_reply"} <= words(
        service, reference
    ).keys()
