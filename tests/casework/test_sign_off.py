"""A text is frozen, and each signature is bound to its bytes."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from docx import Document as WordDocument
from sqlmodel import select

from casework import review, sign_off
from casework.documents.regions import fill_regions
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.record.bytes import digest
from casework.record.offices import load_office
from casework.sign_off.signatures import GivenElsewhere
from models import Act, Blob, Document, Person, RoundState, Signature, Version
from models.shapes.response import TO_BE_WRITTEN
from models.words import DocumentType, Language, Role, SignatureStep, Stage, VersionKind
from tests.builders import (
    CHIEF_EXECUTIVE,
    DEPUTY,
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
from tests.casework.documents.raw_pictures import png

Take = Callable[[str], tuple[Service, str]]
DATED = date(2022, 11, 30)


def submit(service: Service, reference: str, person: str = OFFICER, **more: str) -> int:
    hand = by(person, at(11, 21))
    return sign_off.submit(service.record, hand, reference, TEMPLATES, DATED, **more)


def sign(service: Service, reference: str, person: str, day: int = 25) -> str:
    return sign_off.give_signature(service.record, by(person, at(11, day)), reference)


def rows(service: Service, table: type) -> list:  # type: ignore[type-arg]
    with service.record.reading() as session:
        return list(session.exec(select(table)))


def settings_with(service: Service, old: str, new: str) -> None:
    assert old in OFFICE
    service.office = OFFICE.replace(old, new)
    load_office(service.record, service.office, "office.toml", at(11, 22))


# Submitting


def test_everything_in_the_way_is_named_at_once_and_nothing_changes(prepared: Take) -> None:
    service, reference = prepared("open")
    before = [len(rows(service, table)) for table in (Act, Version, Blob, Signature)]
    with pytest.raises(NotAllowedError) as refused:
        submit(service, reference)
    said = str(refused.value)
    assert "publication date is not confirmed" in said
    assert "findings are not confirmed" in said
    assert "comments of Warwickshire Police are still to come" in said
    assert "No answer of the body's own stands at AFI 1" in said
    assert [len(rows(service, table)) for table in (Act, Version, Blob, Signature)] == before
    assert service.file(reference).case.stage is Stage.OPENED


def test_an_unanswered_finding_blocks_and_is_cited(on_one: Take) -> None:
    service, reference = on_one("commented")
    data = fill_regions(service.edited(reference), {"f007_answer": [TO_BE_WRITTEN]})
    service.check_in(reference, data)
    with pytest.raises(NotAllowedError, match=r"stands at AFI 7\.") as refused:
        submit(service, reference)
    assert "placeholder" in str(refused.value)


def marked(data: bytes, kind: str) -> bytes:
    """Return the file with something in it that nobody may sign over."""
    document = WordDocument(BytesIO(data))
    paragraph = next(p for p in document.paragraphs if p.runs)
    if kind == "hidden text":
        paragraph.add_run("between ourselves").font.hidden = True
    elif kind == "an open comment":
        document.add_comment(paragraph.runs, "Is this right?", author="Tomasz Birch", initials="TB")
    elif kind == "a placeholder":
        paragraph.add_run(" [insert name]")
    else:
        from lxml import etree

        run = paragraph.add_run("slipped in")._r
        word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        inserted = etree.SubElement(
            paragraph._p, f"{word}ins", {f"{word}id": "90", f"{word}author": "Tomasz Birch"}
        )
        inserted.append(run)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    "kind", ["a tracked change", "an open comment", "hidden text", "a placeholder"]
)
def test_no_left_over_can_be_signed_over(on_one: Take, kind: str) -> None:
    service, reference = on_one("reviewed")
    data = marked(service.word_file(reference), kind)
    service.check_in(reference, data, moment=at(11, 15))
    with pytest.raises(NotAllowedError, match=kind):
        submit(service, reference)
    assert service.file(reference).case.stage is Stage.IN_REVIEW


def with_picture(data: bytes) -> bytes:
    """Return the file with a picture in it that says nothing to those who cannot see it."""
    document = WordDocument(BytesIO(data))
    document.add_picture(BytesIO(png()))
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_what_could_not_be_published_is_named_before_anybody_signs(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    data = with_picture(marked(service.word_file(reference), "a placeholder"))
    service.check_in(reference, data, moment=at(11, 15))
    with pytest.raises(NotAllowedError, match="has no alternative text") as refused:
        submit(service, reference)
    assert "There is a placeholder" in str(refused.value)
    assert service.file(reference).case.stage is Stage.IN_REVIEW


def welsh_twin(service: Service, reference: str, number: int, kind: VersionKind) -> None:
    """Keep a Welsh twin of the response with one version, as if it had come first."""
    case = service.file(reference).case
    office, key = case.office_id, digest(b"y testun")
    twin = Document(
        id=0,
        office_id=office,
        case_id=case.id or 0,
        type=DocumentType.RESPONSE,
        language=Language.WELSH,
    )
    row = Version(
        id=0, office_id=office, document_id=0, number=number, kind=kind, sha256=key,
        content_sha256=key, made_at=at(11, 20),
    )  # fmt: skip
    with service.record.writing() as session:
        session.add(Blob(sha256=key, data=b"y testun", size=8))
        session.add(twin)
        session.flush()
        session.add(row)
        session.commit()


def test_a_welsh_twin_is_not_taken_for_the_text_that_was_frozen(on_one: Take) -> None:
    service, reference = on_one("submitted")
    round_ = service.file(reference).round
    assert round_
    welsh_twin(service, reference, round_.copy_version, VersionKind.SIGNING_COPY)
    assert sign(service, reference, CHIEF_EXECUTIVE) == "approved"


def test_an_edit_of_a_welsh_twin_is_no_edit_kept_beside_the_response(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    welsh_twin(service, reference, 2, VersionKind.BRANCH)
    assert service.file(reference).branches == []


def test_only_an_officer_who_may_submits(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    with pytest.raises(NotAllowedError, match="may not submit"):
        submit(service, reference, FINANCE)
    with pytest.raises(NotAllowedError, match="takes the policy officer"):
        submit(service, reference, HEAD)


def test_the_manifest_binds_every_byte_that_will_be_published(prepared: Take) -> None:
    service, reference = prepared("submitted")
    round_ = service.file(reference).round
    assert round_ is not None
    said = json.loads(round_.manifest)
    copy = next(v for v in rows(service, Version) if v.kind is VersionKind.SIGNING_COPY)
    assert said["signing_copy"] == copy.sha256
    for form in ("html", "fragment", "pdf", "docx", "words"):
        key = said[form]
        assert key == getattr(round_, f"{form}_sha256")
        blob = next(b for b in rows(service, Blob) if b.sha256 == key)
        assert digest(blob.data) == key
    assert said["dated"] == DATED.isoformat()
    assert said["completed"] == ["dated", "marking", "publication_note", "signature"]
    assert digest(round_.manifest.encode()) == round_.manifest_sha256


def test_the_signing_copy_bears_date_and_block_and_no_marking(on_one: Take) -> None:
    service, reference = on_one("submitted")
    round_ = service.file(reference).round
    assert round_ is not None
    words = next(b for b in rows(service, Blob) if b.sha256 == round_.words_sha256).data.decode()
    assert "Eleanor Whitcombe" in words
    assert "30 November 2022" in words
    assert "OFFICIAL-SENSITIVE" not in words
    assert round_.address in words


# Who may sign


def test_every_signature_names_its_hand_and_its_manifest(prepared: Take) -> None:
    service, reference = prepared("signed")
    file = service.file(reference)
    names = {row.id: row.key for row in rows(service, Person)}
    given = [(s.step, names[s.person_id], s.role) for s in file.signatures]
    assert given == [
        (SignatureStep.SUBMITTED, OFFICER, Role.POLICY_OFFICER),
        (SignatureStep.APPROVED, CHIEF_EXECUTIVE, Role.CHIEF_EXECUTIVE),
        (SignatureStep.SIGNED, SIGNATORY, Role.SIGNATORY),
    ]
    assert file.round
    assert {s.manifest_sha256 for s in file.signatures} == {file.round.manifest_sha256}
    assert (file.case.stage, file.round.state) == (Stage.SIGNED, RoundState.COMPLETE)


def test_the_route_is_kept_in_order(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with pytest.raises(NotAllowedError, match="takes the chief executive"):
        sign(service, reference, SIGNATORY)
    with pytest.raises(NotAllowedError, match="takes the chief executive"):
        sign(service, reference, FINANCE)


def test_whoever_wrote_the_last_version_does_not_approve_it(on_one: Take) -> None:
    service, reference = on_one("commented")
    service.check_in(reference, service.edited(reference), CHIEF_EXECUTIVE)
    submit(service, reference)
    with pytest.raises(NotAllowedError, match="handed in the last version"):
        sign(service, reference, CHIEF_EXECUTIVE)


def test_an_edit_dropped_into_the_folder_makes_the_lead_its_drafter(on_one: Take) -> None:
    service, reference = on_one("commented")
    edited = review.Edited(service.edited(reference), "dropped.docx")
    from casework.record.hand import Hand

    review.check_in(service.record, Hand(now=at(11, 14)), reference, edited, TEMPLATES)
    submit(service, reference)
    names = {row.id: row.key for row in rows(service, Person)}
    round_ = service.file(reference).round
    assert round_
    assert names[round_.drafter_id] == OFFICER


def test_an_approvers_edit_at_their_own_stage_does_not_make_them_the_drafter(
    on_one: Take,
) -> None:
    service, reference = on_one("submitted")
    copy = next(v for v in rows(service, Version) if v.kind is VersionKind.SIGNING_COPY)
    frozen = next(b for b in rows(service, Blob) if b.sha256 == copy.sha256).data
    data = fill_regions(frozen, {"overview": ["I welcome this report, and say so plainly."]})
    edited = review.Edited(data, "approver.docx", voids=True)
    hand = by(CHIEF_EXECUTIVE, at(11, 22))
    review.check_in(service.record, hand, reference, edited, TEMPLATES)
    assert service.file(reference).case.stage is Stage.IN_REVIEW
    sign_off.submit(service.record, by(OFFICER, at(11, 23)), reference, TEMPLATES, DATED)
    assert sign(service, reference, CHIEF_EXECUTIVE) == "approved"


def test_whoever_submitted_does_not_approve(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    settings_with(
        service,
        '{ role = "monitoring_officer", title = "Monitoring Officer", since = 2019-09-02 },',
        '{ role = "policy_officer", since = 2019-09-02 },',
    )
    submit(service, reference, CHIEF_EXECUTIVE)
    with pytest.raises(NotAllowedError, match="submitted it and may not approve"):
        sign(service, reference, CHIEF_EXECUTIVE)


def test_two_approvals_stand_on_one_route(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    settings_with(
        service,
        '    { step = "signed", role = "signatory", lead_day = 49 },\n]\n\n[routes.short]',
        '    { step = "approved", role = "finance_officer", lead_day = 46 },\n'
        '    { step = "signed", role = "signatory", lead_day = 49 },\n]\n\n[routes.short]',
    )
    submit(service, reference)
    assert sign(service, reference, CHIEF_EXECUTIVE) == "approved"
    assert service.file(reference).case.stage is Stage.SIGNING
    assert sign(service, reference, FINANCE) == "approved"
    assert sign(service, reference, SIGNATORY, 30) == "signed"
    assert service.file(reference).case.stage is Stage.SIGNED


def test_the_same_act_twice_is_one_signature(prepared: Take) -> None:
    service, reference = prepared("submitted")
    hand = by(CHIEF_EXECUTIVE, at(11, 25), "the-one-act")
    answers = {sign_off.give_signature(service.record, hand, reference) for _ in range(2)}
    assert answers == {"approved"}
    assert [s.step for s in service.file(reference).signatures].count(SignatureStep.APPROVED) == 1


# Deputies and changes of holder


def test_a_deputy_signs_by_a_live_delegation_that_block_and_signature_cite(
    on_one: Take,
) -> None:
    service, reference = on_one("reviewed")
    submit(service, reference, signed_by=DEPUTY)
    sign(service, reference, CHIEF_EXECUTIVE)
    with pytest.raises(NotAllowedError, match="signature block names somebody else"):
        sign(service, reference, SIGNATORY, 30)
    assert sign(service, reference, DEPUTY, 30) == "signed"
    file = service.file(reference)
    assert file.round
    words = next(b for b in rows(service, Blob) if b.sha256 == file.round.words_sha256).data
    for said in (
        "Joan Ferrers",
        "Deputy Police and Crime Commissioner for Arden",
        "on behalf of the Police and Crime Commissioner for Arden",
        "Scheme of Consent and Delegation, paragraph 4.3, 1 July 2021",
        "in force since 1 July 2021",
    ):
        assert said in words.decode()
    last = file.signatures[-1]
    names = {row.id: row.key for row in rows(service, Person)}
    assert names[last.on_behalf_of_id] == SIGNATORY
    assert "paragraph 4.3" in last.instrument


def test_a_deputy_without_a_live_delegation_does_not_sign(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    settings_with(
        service,
        'any response while the Commissioner is absent"\nsince = 2021-07-01',
        'any response while the Commissioner is absent"\nsince = 2021-07-01\nuntil = 2022-10-31',
    )
    with pytest.raises(NotAllowedError, match="live delegation"):
        submit(service, reference, signed_by=DEPUTY)


NEW_HOLDER = """
[[people]]
key = "newell"
name = "Ruth Newell"
email = "ruth.newell@arden-commissioner.example"
roles = [{ role = "signatory", since = 2022-11-28 }]

[[delegations]]"""


def change_holder(service: Service) -> None:
    text = OFFICE.replace("since = 2021-05-13 }]", "since = 2021-05-13, until = 2022-11-27 }]")
    text = text.replace("[[delegations]]", NEW_HOLDER.strip("\n"), 1)
    load_office(service.record, text, "office.toml", at(11, 28))


def test_a_change_of_holder_between_submission_and_signature_wants_a_new_round(
    on_one: Take,
) -> None:
    service, reference = on_one("submitted")
    sign(service, reference, CHIEF_EXECUTIVE)
    change_holder(service)
    with pytest.raises(NotAllowedError):
        sign(service, reference, SIGNATORY, 30)
    with pytest.raises(NotAllowedError, match="--signed-by newell"):
        sign(service, reference, "newell", 30)
    hand = by(OFFICER, at(11, 30))
    sign_off.send_back(service.record, hand, reference, "a new holder of the office")
    sign_off.submit(service.record, by(OFFICER, at(11, 30)), reference, TEMPLATES, DATED)
    sign(service, reference, CHIEF_EXECUTIVE, 30)
    assert sign(service, reference, "newell", 30) == "signed"


# Back, and void


def test_sending_back_needs_a_reason_and_voids_every_signature(prepared: Take) -> None:
    service, reference = prepared("submitted")
    sign(service, reference, CHIEF_EXECUTIVE)
    with pytest.raises(RefusedInputError, match="why"):
        sign_off.send_back(service.record, by(SIGNATORY, at(11, 26)), reference, "no")
    sign_off.send_back(service.record, by(SIGNATORY, at(11, 26)), reference, "paragraph 3 is wrong")
    file = service.file(reference)
    assert (file.case.stage, file.round, file.signatures) == (Stage.IN_REVIEW, None, [])
    assert submit(service, reference) == 2
    steps = [s.step for s in service.file(reference).signatures]
    assert steps == [SignatureStep.SUBMITTED]


@pytest.mark.parametrize("stage", ["submitted", "signed", "scheduled"])
def test_any_edit_voids_and_only_if_it_is_meant(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    data = service.edited(reference, "I welcome this report warmly.")
    hand = by(HEAD, at(12, 2))
    with pytest.raises(NotAllowedError, match="voids the signatures"):
        review.check_in(service.record, hand, reference, review.Edited(data, "e.docx"), TEMPLATES)
    assert service.file(reference).round is not None
    meant = review.Edited(data, "e.docx", voids=True)
    review.check_in(service.record, by(HEAD, at(12, 2)), reference, meant, TEMPLATES)
    file = service.file(reference)
    assert (file.case.stage, file.round, file.case.planned_for) == (Stage.IN_REVIEW, None, None)


def test_including_late_comments_voids(on_one: Take) -> None:
    from casework import comments
    from models.words import CommentsClass

    service, reference = on_one("signed")
    number = comments.store_submission(
        service.record, by(OFFICER, at(12, 1)), reference, b"One more word.", "late.txt"
    )
    comments.class_submission(
        service.record,
        by(OFFICER, at(12, 1)),
        reference,
        number,
        CommentsClass.FINAL,
        "Supt R. Talbot",
        include=True,
    )
    file = service.file(reference)
    assert (file.case.stage, file.round) == (Stage.IN_REVIEW, None)


# Bytes


@pytest.mark.parametrize("form", ["html", "fragment", "pdf", "docx", "words", "signing_copy"])
def test_a_flipped_byte_in_any_frozen_form_is_refused(on_one: Take, form: str) -> None:
    service, reference = on_one("submitted")
    round_ = service.file(reference).round
    assert round_
    key = json.loads(round_.manifest)[form]
    with service.record.writing() as session:
        blob = session.get(Blob, key)
        assert blob
        data = bytearray(blob.data)
        data[len(data) // 2] ^= 1
        blob.data = bytes(data)
        session.commit()
    with pytest.raises(NotAllowedError, match="not what its manifest says"):
        sign(service, reference, CHIEF_EXECUTIVE)


def test_a_manifest_that_names_other_files_is_refused(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with service.record.writing() as session:
        from models import SigningRound

        round_ = session.exec(select(SigningRound)).one()
        round_.html_sha256 = round_.fragment_sha256
        session.add(round_)
        session.commit()
    with pytest.raises(NotAllowedError, match="not what its manifest says"):
        sign(service, reference, CHIEF_EXECUTIVE)


# Given elsewhere


def given(
    person: str = CHIEF_EXECUTIVE, how: str = "e-mail", proof: bytes = b"I approve."
) -> GivenElsewhere:
    return GivenElsewhere(person, how, proof)


def test_a_signature_given_elsewhere_is_recorded_with_its_evidence(prepared: Take) -> None:
    service, reference = prepared("submitted")
    step = sign_off.record_signature(
        service.record, by(OFFICER, at(11, 28)), reference, given(), at(11, 24)
    )
    assert step == "approved"
    last = service.file(reference).signatures[-1]
    names = {row.id: row.key for row in rows(service, Person)}
    assert (names[last.person_id], names[last.recorded_by_id]) == (CHIEF_EXECUTIVE, OFFICER)
    assert (last.given_how, last.acted_at) == ("e-mail", at(11, 24))
    assert any(
        b.sha256 == last.evidence_sha256 and b.data == b"I approve." for b in rows(service, Blob)
    )


@pytest.mark.parametrize(
    ("person", "what", "moment", "why"),
    [
        (OFFICER, given(proof=b""), at(11, 24), "evidence"),
        (OFFICER, given(how=" "), at(11, 24), "how"),
        (OFFICER, given("nobody"), at(11, 24), "Nobody called nobody"),
        (HEAD, given(), at(11, 24), "cannot record a signature"),
        (OFFICER, given(), at(11, 29), "in the future"),
        (OFFICER, given(), at(11, 20), "another one"),
        (FINANCE, given(), at(11, 24), "may not record"),
    ],
)
def test_a_signature_given_elsewhere_is_not_taken_lightly(
    on_one: Take, person: str, what: GivenElsewhere, moment: object, why: str
) -> None:
    service, reference = on_one("submitted")
    with pytest.raises(CaseworkError, match=why):
        sign_off.record_signature(
            service.record,
            by(person, at(11, 28)),
            reference,
            what,
            moment,  # type: ignore[arg-type]
        )
    assert len(service.file(reference).signatures) == 1
