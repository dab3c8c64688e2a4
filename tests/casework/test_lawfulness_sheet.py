"""The lawfulness sheet from the record, and in the letter that asks for a signature."""

import re
from io import BytesIO

import pikepdf

from casework.letters_out import acknowledge, confirm_bounced
from casework.record.bytes import fetch
from casework.record.hand import the_service
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.reminders import ask_for_signature
from casework.rules.lawfulness_sheet import LawfulnessSheet, SheetLine
from models import Mail
from models.words import Light, MailKind
from tests.builders import OFFICER, Service, at, by
from tests.casework.conftest import Take
from tests.casework.sheets import a_sheet

DESK = "https://desk.example"


def sheet_of(service: Service, reference: str) -> LawfulnessSheet:
    with service.record.reading() as session:
        file = service.file(reference)
        return lawfulness_sheet(session, service.settings, file, at(12, 6, 18))


def line_of(sheet: LawfulnessSheet, subsection: str) -> SheetLine:
    return next(line for line in sheet.lines if line.limb.subsection == subsection)


def asked(service: Service, reference: str) -> Mail:
    service.record.front_desk = DESK
    ask_for_signature(service.record, the_service(at(11, 22)), reference)
    mails = service.file(reference).mails
    return next(row for row in mails if row.kind is MailKind.SIGNATURE_REQUEST)


def test_what_is_published_and_copied_is_with_nobody(on_one: Take) -> None:
    sheet = sheet_of(*on_one("published"))
    assert {line.with_whom for line in sheet.lines} == {""}
    assert {line.limb.light for line in sheet.lines} == {Light.GREEN, Light.NOT_ENGAGED}
    assert sheet.in_short == "7 kept and 1 not engaged"


def test_whatever_is_not_engaged_says_because(on_one: Take) -> None:
    for stage in ("open", "published"):
        for line in sheet_of(*on_one(stage)).lines:
            because = line.limb.proof.startswith("Not engaged, because ")
            assert because is (line.limb.light is Light.NOT_ENGAGED), line.limb


def test_each_duty_stands_in_the_words_of_the_act(on_one: Take) -> None:
    assert all(line.asked for line in sheet_of(*on_one("published")).lines)


def test_a_letter_that_came_back_is_red_and_its_receipt_says_what_came(on_one: Take) -> None:
    service, reference = on_one("invited")
    key = f"{reference}:warwickshire:invitation:1"
    confirm_bounced(service.record, by(OFFICER, at(10, 20)), key, "No such box.")
    line = line_of(sheet_of(service, reference), "55(4)")
    assert (line.limb.light, line.with_whom) == (Light.RED, "policy officer")
    assert line.receipts[0].words == "The letter, which came back: No such box."


def test_an_acknowledged_copy_still_says_how_it_went(on_one: Take) -> None:
    service, reference = on_one("published")
    key = next(m.key for m in service.file(reference).mails if ":copy:inspectors" in m.key)
    acknowledge(service.record, by(OFFICER, at(12, 6)), key, "Thank you.")
    line = line_of(sheet_of(service, reference), "55(6)")
    assert "accepted by the mail server" in line.limb.proof
    assert "accepted by the mail server on 5 December 2022" in line.receipts[0].words


def test_while_comments_are_awaited_they_are_with_the_chief_officer(on_one: Take) -> None:
    line = line_of(sheet_of(*on_one("invited")), "55(5)(b)")
    assert line.with_whom.startswith("chief officer of ")


def test_the_signatory_s_letter_holds_each_limb_and_one_link(on_one: Take) -> None:
    service, reference = on_one("submitted")
    mail = asked(service, reference)
    for subsection in ("55(4)", "55(5)(a)", "55(5)(b)", "55(5)(c)", "55(5A)", "55(5B)", "55(6)"):
        assert f"- s.{subsection}, " in mail.text
    assert "Green: kept. Invited on 17 October 2022" in mail.text
    assert "with the signatories" in mail.text
    assert re.findall(r"https?://\S+", mail.text) == [f"{DESK}/cases/{reference}/signing"]
    assert mail.html.count("<a ") == 1
    assert "section55" not in mail.text


def test_the_sheet_is_in_the_signatory_s_letter_as_a_pdf(on_one: Take) -> None:
    service, reference = on_one("submitted")
    mail = asked(service, reference)
    assert f"lawfulness-{reference}.pdf" in mail.attachments
    sha256 = mail.attachments.rpartition('"application/pdf", "')[2].partition('"')[0]
    with service.record.reading() as session:
        assert len(pikepdf.open(BytesIO(fetch(session, sha256))).pages) == 1


def test_asked_again_the_letter_is_the_one_there_is(on_one: Take) -> None:
    service, reference = on_one("submitted")
    first = asked(service, reference)
    assert ask_for_signature(service.record, the_service(at(11, 25)), reference) == 0
    assert asked(service, reference).attachments == first.attachments


def test_in_a_letter_a_proof_holds_nothing_that_becomes_a_link() -> None:
    sheet = a_sheet("At https://body.example/x. From <a.marsh@force.example>, www.force.example.")
    for line in sheet.lines:
        proof, excuse = line.for_a_letter
        assert proof.startswith("At its public address. From ")
        assert not re.search(r"://|@|www\.", proof)
        assert excuse == ""
