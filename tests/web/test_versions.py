"""The Word file goes out and comes back by the web, and nobody's edit is lost."""

import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from casework import review
from casework.documents.regions import fill_regions, read_regions
from casework.drafting import write_draft
from casework.record.hand import the_service
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    HEAD,
    TEMPLATES,
    Service,
    at,
    by,
    word_file_of,
)
from tests.casework.conftest import Take
from tests.web.desk import Desk
from web import limits

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def desk_of(service: Service, person: str = HEAD, day: int = 14) -> Desk:
    limits.forget()
    made = Desk(service, at(11, day))
    made.sign_in(person)
    return made


def hand_back(desk: Desk, reference: str, data: bytes, status: int = 200, **fields: Any) -> str:
    path = f"/cases/{reference}/versions"
    files = {"file": ("my edit.docx", data)}
    return desk.send(path, f"{path}/hand-back", status, files, **fields)


def test_a_version_taken_out_comes_as_a_word_file_and_is_marked(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions"
    answer = desk.browser.post(f"{path}/out", data=desk.carried(path))
    assert answer.headers["content-type"] == WORD
    assert answer.headers["content-disposition"].startswith('attachment; filename="S55-')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content == service.word_file(reference)
    assert "Tomasz Birch has had version 3 since Monday 14 November, 09:00." in desk.get(path)
    assert "The marker is off" in desk.send(path, f"{path}/give-back")
    assert "Tomasz Birch has had" not in desk.get(path)


def test_looking_at_a_version_marks_nobody(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions"
    answer = desk.browser.get(f"{path}/3/file")
    assert answer.content == service.word_file(reference)
    assert "has had version" not in desk.get(path)
    assert "There is no version 99" in desk.get(f"{path}/99/file", 404)


def test_an_old_page_does_not_give_out_an_old_text(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions"
    carried = desk.carried(path)
    desk.browser.post(f"{path}/out", data=carried)
    service.check_in(reference, service.edited(reference), person=CHIEF_EXECUTIVE)
    assert "Version 4 has come in since" in desk.browser.post(f"{path}/out", data=carried).text


def test_an_edit_handed_back_is_the_next_version_and_only_once(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions"
    carried, files = desk.carried(path), {"file": ("a.docx", service.edited(reference))}
    for _ in range(2):
        answer = desk.browser.post(f"{path}/hand-back", data=carried, files=files)
        assert "Your edit is now version 4." in answer.text
    again = hand_back(desk, reference, files["file"][1])
    assert "This is version 4 as we have it" in again


def test_a_stale_copy_is_kept_beside_and_answered_in_words(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = desk_of(service, CHIEF_EXECUTIVE)
    stale = service.word_file(reference)
    service.check_in(reference, service.edited(reference, "I welcome it warmly."))
    told = hand_back(desk, reference, fill_regions(stale, {"overview": ["Another thought."]}))
    assert "Your edit is kept beside the current version, as number 6." in told
    assert "version 5 is current" in told
    path = f"/cases/{reference}/versions"
    assert "Say what becomes of version 6" in told
    refused = desk.send(f"{path}/6/beside", f"{path}/6/beside/settle", 422, reason="ok")
    assert "There is a problem" in refused
    assert ">ok</textarea>" in refused
    assert "is taken over, as version 7" in desk.send(f"{path}/6/beside", f"{path}/6/beside/take")
    assert read_regions(service.word_file(reference))["overview"] == ("Another thought.",)


def test_an_edit_beside_can_be_settled_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    stale = service.word_file(reference)
    service.check_in(reference, service.edited(reference, "I welcome it warmly."))
    service.check_in(reference, fill_regions(stale, {"overview": ["Another thought."]}))
    path = f"/cases/{reference}/versions"
    desk = desk_of(service)
    desk.send(f"{path}/6/beside", f"{path}/6/beside/settle", reason="Carried over by hand.")
    assert "settled: Carried over by hand." in desk.get(path)
    assert "is no edit kept beside" in desk.get(f"{path}/5/beside", 404)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"this is no Word file", "Word"),
        (b"", "is empty"),
        (b"PK\x03\x04 not really", "The end of"),
    ],
)
def test_an_upload_that_is_no_word_file_keeps_the_page_and_says_so(
    on_one: Take, data: bytes, said: str
) -> None:
    service, reference = on_one("commented")
    told = hand_back(desk_of(service), reference, data, 422)
    assert "There is a problem" in told
    assert 'href="#file"' in told
    assert said in told.split("govuk-error-summary__body")[1][:600]
    assert service.file(reference).case.stage == "confirmed"


def test_handing_back_nothing_asks_for_the_file(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/versions"
    assert "Choose the Word file you edited." in desk_of(service).send(
        path, f"{path}/hand-back", 422
    )


def test_a_file_of_more_than_25_mb_is_not_taken(on_one: Take) -> None:
    service, reference = on_one("commented")
    told = hand_back(desk_of(service), reference, b"x" * (25 * 1024 * 1024 + 1), 422)
    assert "is larger than 25 MB" in told


def test_a_file_that_lost_its_mark_asks_which_version_it_was_made_from(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    unmarked = _without_mark(service.edited(reference))
    told = hand_back(desk, reference, unmarked, 422)
    assert "version 3 as “Made from”" in told
    assert "--made-from" not in told
    assert re.search(r'<select[^>]*id="made_from"', told)
    assert "Your edit is now version 4" in hand_back(desk, reference, unmarked, made_from=3)


def test_another_office_s_letter_is_refused_in_words(on_one: Take) -> None:
    service, reference = on_one("commented")
    told = hand_back(desk_of(service), reference, word_file_of("Dear Sir"), 422)
    assert "was not made by this service" in told


def test_an_edit_of_a_frozen_text_needs_the_box_that_voids(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, CHIEF_EXECUTIVE, day=22)
    edit = service.edited(reference, "A last change.")
    told = hand_back(desk, reference, edit, 422)
    assert "Tick the box and hand it in again" in told
    assert "is now version" in hand_back(desk, reference, edit, voids="true")
    assert service.file(reference).case.stage == "in_review"


def with_updates(service: Service, reference: str) -> None:
    service.comment(reference, "We accept each of them, with thanks.", at(11, 15))
    write_draft(service.record, the_service(at(11, 15, 12)), reference, TEMPLATES)


def test_updates_are_listed_and_taken_all_at_once(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    with_updates(service, reference)
    desk = desk_of(service, day=16)
    path = f"/cases/{reference}/versions"
    assert "Look at the updates" in desk.get(path)
    listed = desk.get(f"{path}/updates")
    assert "We accept each of them, with thanks." in listed
    assert "The chief officer’s comments: the chief officer’s words" in listed
    assert "c1_" not in listed
    told = desk.send(f"{path}/updates", f"{path}/updates/take")
    assert "The updates are taken into version 6." in told
    assert "No updates wait" in desk.get(f"{path}/updates")


def test_updates_are_set_aside_only_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    with_updates(service, reference)
    desk = desk_of(service, day=16)
    path = f"/cases/{reference}/versions/updates"
    assert "Give a reason" in desk.send(path, f"{path}/set-aside", 422, reason="")
    told = desk.send(path, f"{path}/set-aside", reason="They are to send others.")
    assert "set aside" in told


def test_two_versions_are_compared_inside_our_page_and_its_policy(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions/compare?old=3&new=4"
    shown = desk.get(path)
    assert re.search(r"<ins>.*I welcome this report\..*</ins>", shown)
    assert "<style" not in shown
    assert "style=" not in shown
    assert "'unsafe-inline'" not in desk.browser.get(path).headers["content-security-policy"]


def test_comments_and_tracked_changes_are_listed_by_author(on_one: Take) -> None:
    service, reference = on_one("commented")
    service.check_in(reference, _commented(service.edited(reference), "<b>Is this so?</b>"))
    shown = desk_of(service).get(f"/cases/{reference}/versions/4/marks")
    assert "Ada Reviewer" in shown
    assert "&lt;b&gt;Is this so?&lt;/b&gt;" in shown


def test_a_case_that_is_not_there_is_answered_in_words(on_one: Take) -> None:
    service, _ = on_one("commented")
    told = desk_of(service).get("/cases/S55-1999-001/versions", 404)
    assert "There is no case S55-1999-001 here" in told
    assert "section55" not in told.split("<main")[1]


@pytest.mark.parametrize("page", ["versions", "remarks", "signing", "publishing", "evidence"])
def test_a_case_under_embargo_is_not_there_for_those_outside_it(on_one: Take, page: str) -> None:
    service, reference = on_one("commented")
    with service.record.writing() as session:
        case = service.file(reference).case
        case.embargoed_until = at(11, 20)
        session.add(case)
        session.commit()
    path = f"/cases/{reference}/{page}"
    assert f"There is no case {reference} here" in desk_of(service, FINANCE).get(path, 404)
    assert reference in desk_of(service, HEAD).get(path)
    assert reference in desk_of(service, FINANCE, day=21).get(path)


@pytest.mark.parametrize("number", ["0", "-1", "99999999999999999999999"])
def test_a_number_no_version_has_is_answered_in_words(on_one: Take, number: str) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    path = f"/cases/{reference}/versions"
    for page in (f"{number}/file", f"{number}/marks", f"compare?old={number}&new=1"):
        assert "There is no" in desk.get(f"{path}/{page}", 404)
    assert desk.browser.get(f"{path}/{number}/beside").status_code == 404


def test_a_number_too_large_for_a_database_is_refused(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = desk_of(service)
    assert "not sent whole" in hand_back(desk, reference, b"x", 422, made_from="9" * 30)
    path = f"/cases/{reference}/remarks"
    assert "not sent whole" in desk.send(path, f"{path}/{'9' * 30}/decide", 422)
    assert "has no remark" in desk.get(f"{path}/{'9' * 30}", 404)


def test_a_marker_warns_others_and_locks_nothing(on_one: Take) -> None:
    service, reference = on_one("commented")
    review.check_out(service.record, by(HEAD, at(11, 13)), reference)
    shown = desk_of(service, CHIEF_EXECUTIVE).get(f"/cases/{reference}/versions")
    assert "Tomasz Birch has had version 3" in shown
    assert "Download version 3 to edit" in shown


def _without_mark(data: bytes) -> bytes:
    """Return a Word file as a document system gives it back: its custom properties gone."""
    from zipfile import ZIP_DEFLATED, ZipFile

    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "docProps/custom.xml":
                continue
            if name in {"_rels/.rels", "[Content_Types].xml"}:
                body = re.sub(rb"<(?:Relationship|Override)\b[^>]*custom\.xml[^>]*/>", b"", body)
            new.writestr(name, body)
    return packed.getvalue()


def _commented(data: bytes, words: str) -> bytes:
    document = Document(BytesIO(data))
    paragraph = next(one for one in document.paragraphs if one.runs)
    document.add_comment(paragraph.runs, text=words, author="Ada Reviewer", initials="AR")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
