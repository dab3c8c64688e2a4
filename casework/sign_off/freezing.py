"""Opening signing: the signing copy, its published forms, and the manifest of both."""

from datetime import date

from sqlmodel import select

from casework.documents.publishable import publishable_forms
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.drafts import COMPLETED
from casework.record.history import canonical
from casework.record.letters import Library
from casework.record.papers import (
    NewVersion,
    add_version,
    current_version,
    document_of,
    frozen_copies,
    versions_of,
)
from casework.rules.publishing import page_address
from casework.rules.signing import authority, next_step
from casework.rules.wording import british_date
from casework.sign_off.readiness import obstacles
from casework.sign_off.signing_copy import signing_copy
from models import Case, Signature, SigningRound, Version
from models.shapes.office import OfficeSettings
from models.shapes.office import Person as Colleague
from models.shapes.word import PublishableForms, PublishedDetails
from models.words import Language, SignatureStep, Stage, VersionKind

STEPS = 4
"""What freezing a text takes, as it is told to whoever waits."""


@act("submit")
def submit(
    desk: Desk, reference: str, library: Library, dated: date | None = None, signed_by: str = ""
) -> int:
    """Submit the current version for signature. Returns the number of the signing round.

    `dated` is the date the response will bear, today by default; `signed_by`
    a deputy or acting holder, the holder of the office by default. Everything
    that stands in the way is named at once, and nothing is changed.
    """
    case = desk.open_case(reference)
    file = dossier(desk.session, case)
    document = document_of(desk, case)
    current = current_version(desk.session, document)
    if current is None:
        raise NotAllowedError(f"{reference} has no draft yet: run the flow draft-response first.")
    if case.stage is Stage.SIGNING:
        raise NotAllowedError(f"{reference} is already with its signatories.")
    day = dated or desk.hand.today
    _check_day(file, day, desk.hand.today)
    desk.hand.step(1, STEPS, "the text is completed and checked")
    signing = signing_copy(desk, file, library, current, day, signed_by)
    faults = obstacles(desk, file, library, signing.data, signing.signing)
    if faults:
        listed = "\n".join(f"  - {fault.line}" for fault in faults)
        raise NotAllowedError(f"{reference} cannot go to signature yet:\n{listed}")
    desk.hand.step(2, STEPS, "the signing copy is kept")
    copy = _keep_copy(desk, file, signing.data, current)
    round_ = _open_round(desk, file, copy, (signing.signatory, day))
    desk.move(case, Stage.SIGNING, round=round_.number)
    _sign_submission(desk, file, round_)
    desk.wake("route-for-sign-off", case)
    return round_.number


def _check_day(file: Dossier, day: date, today: date) -> None:
    """Refuse a date that no response to this report can bear: a slip of the hand."""
    if day < file.published:
        message = (
            f"{british_date(day)} is before the report was published, on "
            f"{british_date(file.published)}: give the day on which the response is signed."
        )
        raise RefusedInputError(message)
    if day > file.last_day >= today:  # once it is late, or corrected, any day to come will do
        message = (
            f"{british_date(day)} is after the last day, {british_date(file.last_day)}: "
            "give the day on which the response is signed."
        )
        raise RefusedInputError(message)


def _keep_copy(desk: Desk, file: Dossier, data: bytes, current: Version) -> Version:
    note = "marking taken off; date, signature block and address completed"
    new = NewVersion(
        VersionKind.SIGNING_COPY, data, current.sha256, parent=current.number, note=note
    )
    return add_version(desk, file.case, document_of(desk, file.case), new)


def _open_round(
    desk: Desk, file: Dossier, copy: Version, by: tuple[Colleague, date]
) -> SigningRound:
    signatory, day = by
    desk.hand.step(3, STEPS, "the page, the PDF and the clean Word file are made of it")
    forms = publishable_forms(desk.bytes_of(copy.sha256), _details(desk.settings, file, day))
    address = page_address(desk.settings, file.case.reference, file.report.title, file.published)
    desk.hand.step(4, STEPS, "all of them are bound together, to be signed")
    manifest = canonical(manifest_of(copy, forms, address, day))
    row = SigningRound(
        office_id=desk.office_id,
        case_id=found(file.case.id),
        number=_next_round(desk, file.case),
        opened_at=desk.hand.at,
        dated=day,
        copy_version=copy.number,
        drafter_id=_drafter(desk, file.case),
        signatory_id=desk.person(signatory.key).id,
        manifest=manifest,
        manifest_sha256=digest(manifest.encode()),
        fragment_sha256=desk.keep(forms.fragment),
        html_sha256=desk.keep(forms.html),
        pdf_sha256=desk.keep(forms.pdf),
        docx_sha256=desk.keep(forms.docx),
        words_sha256=desk.keep(forms.words.encode()),
        address=address,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("signing_opened", file.case, round=row.number, manifest=row.manifest_sha256)
    for path, key in frozen_copies(file.case, row):
        desk.copy_out(path, key)
    return row


def manifest_of(
    copy: Version, forms: PublishableForms, address: str, day: date
) -> dict[str, object]:
    """Return what a signature binds: every byte that will be published, by its hash."""
    return {
        "address": address,
        "completed": list(COMPLETED),
        "dated": day.isoformat(),
        "docx": digest(forms.docx),
        "fragment": digest(forms.fragment),
        "html": digest(forms.html),
        "pdf": digest(forms.pdf),
        "signing_copy": copy.sha256,
        "words": digest(forms.words.encode()),
    }


def _details(settings: OfficeSettings, file: Dossier, day: date) -> PublishedDetails:
    return PublishedDetails(
        title=f"Response to {file.report.title}",
        language=Language.ENGLISH.value,
        author=settings.office.name,
        dated=day,
    )


def _next_round(desk: Desk, case: Case) -> int:
    rows = desk.session.exec(select(SigningRound.number).where(SigningRound.case_id == case.id))
    return max(rows, default=0) + 1


def _drafter(desk: Desk, case: Case) -> int | None:
    """Return who handed in the last edit: they may not approve it.

    An approver's edit at their own stage, made in the frozen copy itself, does
    not make them the drafter. An edit dropped into the folder has no name; then
    the lead of the case is taken, so that the rule cannot be walked around by
    using the folder.
    """
    every = versions_of(desk.session, document_of(desk, case))
    frozen = {v.number for v in every if v.kind is VersionKind.SIGNING_COPY}
    edits = [v for v in every if v.kind is VersionKind.CHECK_IN]
    approvers = _approvers(desk, case)
    drafts = [v for v in edits if v.parent not in frozen or v.made_by_id not in approvers]
    if not drafts:
        return None
    last = drafts[-1]
    # An edit kept beside and taken over later is by whoever wrote it.
    beside = [v for v in every if v.kind is VersionKind.BRANCH and v.number == last.parent]
    return (beside or [last])[-1].made_by_id or case.lead_id


def _approvers(desk: Desk, case: Case) -> set[int | None]:
    steps = desk.settings.routes[case.route].steps
    return {
        desk.person(holder.key).id
        for step in steps
        if step.step is SignatureStep.APPROVED
        for holder in desk.settings.holders_of(step.role, desk.hand.today)
    }


def _sign_submission(desk: Desk, file: Dossier, round_: SigningRound) -> None:
    route = desk.settings.routes[file.case.route]
    step = next_step(route, [])
    if step is None or step.step is not SignatureStep.SUBMITTED:
        return
    person = desk.settings.person(desk.hand.person or "")
    right = authority(desk.settings, found(person), step, desk.hand.today, file.report.kind)
    giver = right.delegation.giver if right.delegation else None
    desk.session.add(
        Signature(
            office_id=desk.office_id,
            round_id=found(round_.id),
            step=step.step,
            person_id=found(desk.person_id),
            role=right.role,
            on_behalf_of_id=desk.person(giver).id if giver else None,
            instrument=right.cited,
            manifest_sha256=round_.manifest_sha256,
            acted_at=desk.hand.at,
        )
    )
    desk.note("signature_given", file.case, round=round_.number, step=step.step.value)
