"""Asking for the next signature of a route."""

from casework.documents.lawfulness_pdf import lawfulness_pdf
from casework.record.acts import act
from casework.record.conditions import amendments_of, editors_between, waiting_condition
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.lawfulness_sheet import lawfulness_sheet
from casework.record.people import addresses_of, writes_by_hand
from casework.record.post import LetterPlan, find_mail, prepare_mail
from casework.rules.deadlines import day_of_period
from casework.rules.progress import OFFICERS
from casework.rules.signing import Given, next_step
from casework.rules.wording import british_date, weekday_date
from models import Condition, Person, SigningRound
from models.shapes.office_sections import Person as Colleague
from models.shapes.route import RouteStep
from models.words import MailKind, SignatureStep, Stage

PDF = "application/pdf"
ACTS = {SignatureStep.APPROVED: "approve", SignatureStep.SIGNED: "sign"}
GAVE = {SignatureStep.APPROVED: "approved", SignatureStep.SIGNED: "signed"}


@act("ask_for_signature")
def ask_for_signature(desk: Desk, reference: str) -> int:
    """Prepare the letter that asks for the next signature, once a round and step.

    Where the step was given subject to amendments, and they were made, a
    second officer is asked first whether only those were.
    """
    case = desk.case(reference)
    if case.stage is not Stage.SIGNING:
        return 0
    file = dossier(desk.session, case)
    rows = [desk.session.get(Person, row.person_id) for row in file.signatures]
    given = [
        Given(row.step, row.role, found(person).key)
        for row, person in zip(file.signatures, rows, strict=True)
    ]
    step = next_step(desk.settings.routes[case.route], given)
    if step is None:
        return 0
    before = len(file.mails)
    waiting = waiting_condition(desk.session, case, step)
    if waiting:
        _ask_to_certify(desk, file, waiting)
    else:
        for person in _asked(desk, file, step):
            _ask(desk, file, step, person)
    return len(dossier(desk.session, case).mails) - before


def _asked(desk: Desk, file: Dossier, step: RouteStep) -> list[Colleague]:
    named = desk.session.get(Person, found(file.round).signatory_id or 0)
    if step.step is SignatureStep.SIGNED and named:
        known = desk.settings.person(named.key)
        return [known] if known else []
    holders = desk.settings.holders_of(step.role, desk.hand.today)
    return list(dict.fromkeys(_there(desk, one, step) for one in holders))


def _there(desk: Desk, holder: Colleague, step: RouteStep) -> Colleague:
    # An absence lends no role: only a deputy who may give the step is asked for it.
    today = desk.hand.today
    deputy = desk.settings.in_place_of(holder, today)
    may = deputy.held(step.role, today) or desk.settings.acts_for(deputy, step.role, today)
    return deputy if may else holder


def _ask_to_certify(desk: Desk, file: Dossier, waiting: Condition) -> None:
    """Ask every officer who had no hand in the text since: the first to look certifies."""
    case, round_ = file.case, found(file.round)
    giver = found(desk.session.get(Person, waiting.person_id))
    old = found(desk.session.get(SigningRound, waiting.round_id))
    hands = {giver.key} | editors_between(desk, case, old, round_)
    officers = (one for role in OFFICERS for one in desk.settings.holders_of(role, desk.hand.today))
    asked = [one for one in dict.fromkeys(officers) if one.key not in hands]
    for person in sorted(asked, key=lambda one: one.key):
        prepare_mail(
            desk,
            LetterPlan(
                kind=MailKind.WANTED,
                key=f"{case.reference}:certify:{round_.number}:{waiting.id}:{person.key}",
                to=addresses_of(desk, person),
                template="certify_request",
                fields={
                    "reference": case.reference,
                    "report": file.report.title,
                    "giver": giver.name,
                    "gave": GAVE[waiting.step],
                    "amendments": [one.words for one in amendments_of(waiting)],
                    "address": desk.page(f"/cases/{case.reference}/signing/certify"),
                    "person": person,
                },
                by_hand=writes_by_hand(desk, person),
                case=case,
            ),
        )


def _ask(desk: Desk, file: Dossier, step: RouteStep, person: Colleague) -> None:
    round_ = found(file.round)
    reference = file.case.reference
    key = f"{reference}:ask:{round_.number}:{step.step.value}:{person.key}"
    if find_mail(desk, key):
        return
    law = lawfulness_sheet(desk.session, desk.settings, file, desk.hand.at)
    prepare_mail(
        desk,
        LetterPlan(
            kind=MailKind.SIGNATURE_REQUEST,
            key=key,
            to=addresses_of(desk, person),
            template="signature_request",
            fields={
                "reference": reference,
                "report": file.report.title,
                "act": ACTS.get(step.step, step.step.value),
                "by": weekday_date(day_of_period(file.published, step.lead_day)),
                "dated": british_date(round_.dated),
                "last_day": weekday_date(file.last_day),
                "address": desk.page(f"/cases/{reference}/signing"),
                "person": person,
                "law": law,
            },
            attachments=[
                (f"response-{reference}.pdf", PDF, round_.pdf_sha256),
                (f"lawfulness-{reference}.pdf", PDF, desk.keep(lawfulness_pdf(law))),
            ],
            by_hand=writes_by_hand(desk, person),
            case=file.case,
        ),
    )
