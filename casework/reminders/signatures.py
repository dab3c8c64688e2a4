"""Asking for the next signature of a route."""

from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.people import writes_by_hand
from casework.record.post import LetterPlan, prepare_mail
from casework.rules.deadlines import day_of_period
from casework.rules.signing import Given, next_step
from casework.rules.wording import british_date, weekday_date
from models import Person
from models.shapes.office_sections import Person as Colleague
from models.shapes.route import RouteStep
from models.words import MailKind, SignatureStep, Stage

ACTS = {SignatureStep.APPROVED: "approve", SignatureStep.SIGNED: "sign"}


@act("ask_for_signature")
def ask_for_signature(desk: Desk, reference: str) -> int:
    """Prepare the letter that asks for the next signature, once a round and step."""
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
    for person in _asked(desk, file, step):
        _ask(desk, file, step, person)
    return len(dossier(desk.session, case).mails) - before


def _asked(desk: Desk, file: Dossier, step: RouteStep) -> list[Colleague]:
    named = desk.session.get(Person, found(file.round).signatory_id or 0)
    if step.step is SignatureStep.SIGNED and named:
        known = desk.settings.person(named.key)
        return [known] if known else []
    return list(desk.settings.holders_of(step.role, desk.hand.today))


def _ask(desk: Desk, file: Dossier, step: RouteStep, person: Colleague) -> None:
    round_ = found(file.round)
    reference = file.case.reference
    prepare_mail(
        desk,
        LetterPlan(
            kind=MailKind.SIGNATURE_REQUEST,
            key=f"{reference}:ask:{round_.number}:{step.step.value}:{person.key}",
            to=[(person.name, person.email)],
            template="signature_request",
            fields={
                "reference": reference,
                "report": file.report.title,
                "act": ACTS.get(step.step, step.step.value),
                "by": weekday_date(day_of_period(file.published, step.lead_day)),
                "dated": british_date(round_.dated),
                "last_day": weekday_date(file.last_day),
                "person": person,
            },
            attachments=[(f"response-{reference}.pdf", "application/pdf", round_.pdf_sha256)],
            by_hand=writes_by_hand(desk, person),
            case=file.case,
        ),
    )
