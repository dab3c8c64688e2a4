"""Approving subject to amendments, and the second officer's word that only those were made."""

import json
from collections.abc import Sequence

from casework.documents.regions import read_regions
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.conditions import (
    as_json,
    as_met,
    editors_between,
    hash_of_amendments,
    let_lapse,
    waiting_condition,
)
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.papers import document_of, version
from casework.record.reason import given_reason
from casework.record.remarks import keep_remark
from casework.record.rounds import prove_frozen, void_round
from casework.rules.signing import Amendment, check_certifier, listed
from casework.rules.wording import counted
from casework.sign_off.signatures import (
    Seen,
    asked_step,
    check_seen,
    complete,
    next_turn,
    write_signature,
)
from models import Condition, ConditionState, Remark, SigningRound
from models.review_words import Heard
from models.shapes.office import Person as Colleague
from models.words import SignatureStep, Stage

TOOK_BACK = {
    SignatureStep.APPROVED: "approved subject to {many}",
    SignatureStep.SIGNED: "signed subject to {many}",
}


@act("approve_subject_to")
def approve_subject_to(
    desk: Desk, reference: str, amendments: Sequence[Amendment], seen: Seen | None = None
) -> list[str]:
    """Approve, or sign, subject to amendments: the response goes back to have them made.

    It is no signature yet. Each amendment stands among the remarks, open,
    until somebody decides it. Returns the number of each.
    """
    person, case = _person_acting(desk), desk.open_case(reference)
    if case.stage is not Stage.SIGNING:
        raise NotAllowedError(f"{case.reference} is not with its signatories: nothing is asked.")
    file = dossier(desk.session, case)
    round_ = found(file.round)
    seen = seen or Seen()
    check_seen(round_, seen)
    prove_frozen(desk.session, round_)
    step, right = next_turn(desk, file, person, desk.hand.today)
    wanted = _placed(desk, file, listed(amendments))
    let_lapse(desk, case, step, "given anew, subject to other amendments")
    numbers = [_log(desk, file, person, one) for one in wanted]
    row = Condition(
        office_id=desk.office_id,
        case_id=found(case.id),
        round_id=found(round_.id),
        manifest_sha256=round_.manifest_sha256,
        step=step.step,
        role=step.role,
        person_id=found(desk.person(person.key).id),
        amendments=as_json(wanted),
        remarks=json.dumps(numbers),
        acted_at=desk.hand.at,
        confirmed_by=seen.sure_by,
    )
    _put_down(desk, file, row, right.cited)
    many = counted(len(wanted), "amendment")
    void_round(desk, case, round_, TOOK_BACK[step.step].format(many=many), right.role)
    desk.wake("draft-response", case)
    return [str(number) for number in numbers]


def _put_down(desk: Desk, file: Dossier, row: Condition, under: str) -> None:
    desk.session.add(row)
    desk.session.flush()
    desk.note(
        "approved_subject_to",
        file.case,
        condition=row.id,
        round=found(file.round).number,
        step=row.step.value,
        under=under,
        signatory=row.person_id,
        manifest=row.manifest_sha256,
        amendments=hash_of_amendments(row),
    )


def _person_acting(desk: Desk) -> Colleague:
    if desk.hand.person is None:
        raise NotAllowedError("Only a person can approve.")
    return found(desk.settings.person(desk.hand.person))


def _placed(desk: Desk, file: Dossier, wanted: Sequence[Amendment]) -> Sequence[Amendment]:
    """Refuse an amendment at a place the frozen text has not."""
    frozen = version(desk.session, document_of(desk, file.case), found(file.round).copy_version)
    known = read_regions(desk.bytes_of(frozen.sha256))
    strange = next((one.place for one in wanted if one.place and one.place not in known), "")
    if strange:
        some = ", ".join(sorted(known)[:6])
        message = f"The response has no place called {strange}: there are {some} and others."
        raise RefusedInputError(message)
    return wanted


def _log(desk: Desk, file: Dossier, person: Colleague, one: Amendment) -> int:
    row = Remark(
        office_id=desk.office_id,
        case_id=found(file.case.id),
        number=0,
        who=person.name,
        heard=Heard.CONDITION,
        received_on=desk.hand.today,
        version=found(file.round).copy_version,
        place=one.place,
        words=one.words,
        logged_by_id=desk.person_id,
        logged_at=desk.hand.at,
    )
    return keep_remark(desk, file.case, row)


@act("certify_amendments")
def certify(desk: Desk, reference: str, compared: tuple[str, str], seen: Seen | None = None) -> str:
    """Certify that only the amendments were made: the approval then counts for the new text.

    `compared` are the manifests of the two texts the officer compared, the
    older first. Returns the step that is given by it.
    """
    case = desk.open_case(reference)
    file = dossier(desk.session, case)
    row, old, new = to_certify(desk, file)
    if compared != (old.manifest_sha256, new.manifest_sha256):
        message = "The texts are not those you compared: load the comparison again first."
        raise NotAllowedError(message)
    for round_ in (old, new):
        prove_frozen(desk.session, round_)
    conditional = as_met(desk.session, case, row)
    officer = found(desk.settings.person(desk.hand.person or ""))
    check_certifier(officer.key, conditional, editors_between(desk, case, old, new))
    giver = found(desk.settings.person(conditional.person))
    step, right = next_turn(desk, file, giver, desk.hand.today)
    row.state, row.settled_at = ConditionState.CERTIFIED, desk.hand.at
    row.settled_by_id, row.settled_round_id = desk.person_id, new.id
    desk.session.add(row)
    signature = write_signature(desk, file, step, giver, right, seen or Seen())
    signature.condition_id, signature.recorded_by_id = row.id, desk.person_id
    desk.note(
        "amendments_certified",
        case,
        condition=row.id,
        round=new.number,
        signature=signature.id,
        before=old.manifest_sha256,
        manifest=new.manifest_sha256,
        amendments=hash_of_amendments(row),
    )
    complete(desk, file, step, right, giver)
    return step.step.value


@act("refuse_certificate")
def refuse_certificate(desk: Desk, reference: str, reason: str) -> str:
    """Say that more than the amendments was changed: whoever approved is asked again."""
    why = given_reason(reason, "Say in a few words what else was changed.")
    case = desk.open_case(reference)
    row, _, new = to_certify(desk, dossier(desk.session, case))
    row.state, row.reason, row.settled_at = ConditionState.LAPSED, why, desk.hand.at
    row.settled_by_id, row.settled_round_id = desk.person_id, new.id
    desk.session.add(row)
    desk.note("certificate_refused", case, condition=row.id, round=new.number)
    desk.wake("route-for-sign-off", case)
    return row.step.value


def to_certify(desk: Desk, file: Dossier) -> tuple[Condition, SigningRound, SigningRound]:
    """Return the approval that waits for a certificate, and its two texts; refuse if none does."""
    case, new = file.case, file.round
    step = asked_step(desk, file) if case.stage is Stage.SIGNING else None
    row = waiting_condition(desk.session, case, step)
    if row is None or new is None:
        message = (
            f"Nothing of {case.reference} is to be certified: it takes an approval subject to "
            "amendments, all of them taken, and the response submitted anew."
        )
        raise NotAllowedError(message)
    return row, found(desk.session.get(SigningRound, row.round_id)), new
