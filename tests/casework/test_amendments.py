"""Approved subject to amendments: a second officer certifies, or the step is asked again."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import update
from sqlmodel import select

from casework import review, sign_off
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.verify import faults
from casework.reminders import ask_for_signature
from casework.rules.signing import Amendment
from models import Condition, ConditionState, Signature, SureBy
from models.review_words import Decision, Heard
from models.words import Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    HEAD,
    OFFICE,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)

Take = Callable[[str], tuple[Service, str]]
WARMLY = [Amendment("Say “warmly”.", "overview"), Amendment("Spell the name right.")]


def subject_to(
    service: Service, reference: str, person: str = CHIEF_EXECUTIVE, day: int = 22
) -> list[str]:
    seen = sign_off.Seen(sure_by=SureBy.LINK)
    hand = by(person, at(11, day))
    return sign_off.approve_subject_to(service.record, hand, reference, WARMLY, seen)


def amended(
    service: Service,
    reference: str,
    decision: Decision = Decision.TAKEN,
    editor: str = HEAD,
    day: int = 23,
) -> None:
    """Make the amendments, decide them, and submit the response anew."""
    edited = service.edited(reference, f"I warmly welcome this report. {day}")
    service.check_in(reference, edited, person=editor, moment=at(11, day))
    for row in service.file(reference).open_remarks:
        hand = by(HEAD, at(11, day))
        review.decide_remark(
            service.record, hand, reference, row.number, decision, "As was asked for."
        )
    sign_off.submit(service.record, by(OFFICER, at(11, day, 12)), reference, TEMPLATES)


def certify(
    service: Service, reference: str, officer: str = OFFICER, moment: datetime | None = None
) -> str:
    hand = by(officer, moment or at(11, 24))
    return sign_off.certify(service.record, hand, reference, compared(service, reference))


def compared(service: Service, reference: str) -> tuple[str, str]:
    (row,) = conditions(service)[-1:]
    round_ = service.file(reference).round
    return row.manifest_sha256, round_.manifest_sha256 if round_ else ""


def conditions(service: Service) -> list[Condition]:
    with service.record.reading() as session:
        return list(session.exec(select(Condition).order_by(Condition.id)))  # type: ignore[arg-type]


def steps(service: Service, reference: str) -> list[str]:
    return [row.step.value for row in service.file(reference).signatures]


def test_it_goes_back_with_its_amendments_as_open_remarks(prepared: Take) -> None:
    service, reference = prepared("submitted")
    assert subject_to(service, reference) == ["1", "2"]
    file = service.file(reference)
    assert file.case.stage is Stage.IN_REVIEW
    assert file.round is None, "nothing is signed by it"
    assert [(r.words, r.place, r.heard) for r in file.open_remarks] == [
        ("Say “warmly”.", "overview", Heard.CONDITION),
        ("Spell the name right.", "", Heard.CONDITION),
    ]
    with pytest.raises(NotAllowedError, match="Remark 1 of Rupert Adeyemi is still open"):
        sign_off.submit(service.record, by(OFFICER, at(11, 23)), reference, TEMPLATES)
    assert faults(service.record) == []


def test_once_certified_it_counts_for_the_new_text_without_asking_again(prepared: Take) -> None:
    service, reference = prepared("submitted")
    subject_to(service, reference)
    amended(service, reference)
    assert certify(service, reference) == "approved"
    assert steps(service, reference) == ["submitted", "approved"]
    row = service.file(reference).signatures[-1]
    (condition,) = conditions(service)
    assert row.condition_id == condition.id
    assert row.manifest_sha256 != condition.manifest_sha256
    assert (condition.state, condition.confirmed_by) == (ConditionState.CERTIFIED, SureBy.LINK)
    sign_off.give_signature(service.record, by(SIGNATORY, at(11, 30)), reference)
    assert service.file(reference).case.stage is Stage.SIGNED
    assert faults(service.record) == []


def test_without_a_certificate_the_step_is_asked_again(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    with pytest.raises(NotAllowedError, match="may not give the step “approved”"):
        sign_off.give_signature(service.record, by(SIGNATORY, at(11, 24)), reference)
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 24)), reference)
    assert [row.state for row in conditions(service)] == [ConditionState.LAPSED]
    with pytest.raises(NotAllowedError, match=r"Nothing of .* is to be certified"):
        certify(service, reference)


@pytest.mark.parametrize(
    ("officer", "said"),
    [
        (HEAD, "You made an edit of this text since then"),
        (CHIEF_EXECUTIVE, "Nobody certifies their own amendments"),
        (FINANCE, "may not certify that only the amendments were made"),
        (SIGNATORY, "may not certify that only the amendments were made"),
    ],
)
def test_only_a_second_officer_certifies(on_one: Take, officer: str, said: str) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    with pytest.raises(NotAllowedError, match=said):
        certify(service, reference, officer)
    assert steps(service, reference) == ["submitted"]


@pytest.mark.parametrize("decision", [Decision.PARTLY, Decision.NOT_TAKEN])
def test_an_amendment_that_was_not_taken_in_full_cannot_be_certified(
    on_one: Take, decision: Decision
) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference, decision)
    with pytest.raises(NotAllowedError, match="all of them taken"):
        certify(service, reference)


def test_a_certificate_is_for_the_two_texts_that_were_compared(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    old = compared(service, reference)
    sign_off.send_back(service.record, by(OFFICER, at(11, 24)), reference, "One word more.")
    amended(service, reference, day=25)
    with pytest.raises(NotAllowedError, match="not those you compared"):
        sign_off.certify(service.record, by(OFFICER, at(11, 26)), reference, old)
    assert certify(service, reference, moment=at(11, 26)) == "approved"


def test_whoever_edited_between_any_two_rounds_cannot_certify(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference, editor=OFFICER)
    sign_off.send_back(service.record, by(HEAD, at(11, 24)), reference, "One word more.")
    amended(service, reference, editor=HEAD, day=25)
    with pytest.raises(NotAllowedError, match="You made an edit"):
        certify(service, reference, OFFICER, at(11, 26))


def test_an_officer_who_finds_more_says_so_and_the_step_is_asked_again(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    hand = by(OFFICER, at(11, 24))
    with pytest.raises(RefusedInputError, match="what else was changed"):
        sign_off.refuse_certificate(service.record, hand, reference, "no")
    hand = by(OFFICER, at(11, 24))
    sign_off.refuse_certificate(service.record, hand, reference, "A paragraph was added, too.")
    (row,) = conditions(service)
    assert (row.state, row.reason) == (ConditionState.LAPSED, "A paragraph was added, too.")
    with pytest.raises(NotAllowedError, match="Nothing of"):
        certify(service, reference)


def test_the_signatory_s_own_is_certified_after_the_approval_was_given_anew(on_one: Take) -> None:
    service, reference = on_one("submitted")
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 22)), reference)
    subject_to(service, reference, SIGNATORY)
    amended(service, reference)
    with pytest.raises(NotAllowedError, match="Nothing of"):
        certify(service, reference)
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 24)), reference)
    assert certify(service, reference) == "signed"
    assert service.file(reference).case.stage is Stage.SIGNED
    assert faults(service.record) == []


def test_nothing_is_certified_for_somebody_who_has_left(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    held = 'title = "Chief Executive", since = 2019-09-02'
    assert held in OFFICE
    left = OFFICE.replace(held, f"{held}, until = 2022-11-23")
    load_office(service.record, left, "office.toml", at(11, 24))
    with pytest.raises(CaseworkError, match="Rupert Adeyemi may not give the step"):
        certify(service, reference)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ([], "List the amendments"),
        ([Amendment("  ")], "List the amendments"),
        ([Amendment("x", "nowhere")], "no place called nowhere"),
        ([Amendment(f"change {n}") for n in range(21)], "at most 20"),
        ([Amendment("x" * 501)], "longer than 500"),
    ],
)
def test_a_list_that_is_none_is_refused_and_nothing_changes(
    on_one: Take, wanted: list[Amendment], said: str
) -> None:
    service, reference = on_one("submitted")
    hand = by(CHIEF_EXECUTIVE, at(11, 22))
    with pytest.raises(RefusedInputError, match=said):
        sign_off.approve_subject_to(service.record, hand, reference, wanted)
    assert service.file(reference).case.stage is Stage.SIGNING
    assert conditions(service) == []


def test_the_drafter_approves_nothing_not_even_subject_to(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with pytest.raises(NotAllowedError, match="may not give the step"):
        subject_to(service, reference, HEAD)


def test_a_list_or_a_certificate_altered_in_the_record_is_found(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    certify(service, reference)
    row = conditions(service)[0]
    with service.record.writing() as session:
        said = json.loads(row.amendments)
        said["amendments"].append(["", "And drop the reply."])
        session.connection().execute(update(Condition).values(amendments=json.dumps(said)))
        session.commit()
    assert "The approval 1, subject to amendments, was altered." in faults(service.record)


def test_a_certificate_nobody_gave_is_found(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    row = conditions(service)[0]
    with service.record.writing() as session:
        session.connection().execute(update(Signature).values(condition_id=row.id))
        session.commit()
    assert any(
        "stands on a certificate the history does not hold" in f for f in faults(service.record)
    )


def test_a_second_officer_is_asked_by_letter_and_then_whoever_approved(on_one: Take) -> None:
    service, reference = on_one("submitted")
    subject_to(service, reference)
    amended(service, reference)
    service.record.front_desk = "https://desk.example"
    ask_for_signature(service.record, the_service(at(11, 24)), reference)
    mail = service.file(reference).mails[-1]
    assert json.loads(mail.recipients)[0][0] == "Priya Lockhart"
    assert "Say “warmly”." in mail.text
    assert f"https://desk.example/cases/{reference}/signing/certify" in mail.text
    hand = by(OFFICER, at(11, 24))
    sign_off.refuse_certificate(service.record, hand, reference, "A paragraph was added, too.")
    service.record.front_desk = "https://desk.example"
    ask_for_signature(service.record, the_service(at(11, 24)), reference)
    mail = service.file(reference).mails[-1]
    assert json.loads(mail.recipients)[0][0] == "Rupert Adeyemi"
