"""Giving a signature, recording one given elsewhere, and sending back."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.conditions import let_lapse
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON
from casework.record.reason import given_reason
from casework.record.rounds import prove_frozen, void_round
from casework.rules.powers import WITH_SIGNERS
from casework.rules.signing import Authority, Given, authority, check_hands, next_step
from casework.rules.wording import british_date
from models import Case, Person, RoundState, Signature, SigningRound, SureBy
from models.shapes.office import Person as Colleague
from models.shapes.route import RouteStep
from models.words import FINISHED, SignatureStep, Stage


@dataclass(frozen=True, slots=True)
class GivenElsewhere:
    """A signature that was not given here: ink, an e-mail, a minute."""

    person: str
    """Key or name of the person who gave it."""
    how: str
    evidence: bytes
    """The scan, the message, the minute."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person had before them, and what made sure that it was they."""

    manifest: str = ""
    """The hash of the manifest they were shown, where they were."""
    sure_by: SureBy | None = None
    """None: not by the web."""


@act("sign")
def give_signature(
    desk: Desk, reference: str, manifest: str = "", sure_by: SureBy | None = None
) -> str:
    """Give the next signature of the route, in the hand of the person acting.

    Returns the step given: `approved` or `signed`. The last one makes the
    case *signed*. The stored bytes are proved against the manifest first;
    `manifest` is the hash of the one the person was shown, where they were,
    `sure_by` what made sure that it was they.
    """
    if desk.hand.person is None:
        raise NotAllowedError("Only a person can sign.")
    person = found(desk.settings.person(desk.hand.person))
    case = desk.open_case(reference)
    latest = dossier(desk.session, case).round
    seen = Seen(manifest, sure_by)
    if latest:
        check_seen(latest, seen)
    return _sign(desk, case, person, desk.hand.today, seen)


def check_seen(round_: SigningRound, seen: Seen) -> None:
    """Refuse an act on a text that is not the one the person was shown."""
    if seen.manifest and round_.manifest_sha256 != seen.manifest:
        message = "The text was changed and frozen anew since you opened it: read it again first."
        raise NotAllowedError(message)


@act("record_signature")
def record_signature(desk: Desk, reference: str, given: GivenElsewhere, at: datetime) -> str:
    """Record a signature given elsewhere, with its evidence, by somebody not the drafter."""
    case = desk.open_case(reference)
    if not given.evidence or not given.how.strip():
        raise RefusedInputError("Say how the signature was given, and hand in the evidence of it.")
    person = desk.settings.person(given.person)
    if person is None:
        raise RefusedInputError(f"Nobody called {given.person} works in this office.")
    file = dossier(desk.session, case)
    if file.round and desk.person_id == file.round.drafter_id:
        raise NotAllowedError(
            "Whoever handed in the last version cannot record a signature on it: ask a colleague."
        )
    _check_moment(desk, file, at)
    step = _sign(desk, case, person, at.astimezone(LONDON).date(), Seen())
    row = dossier(desk.session, case).signatures[-1]
    row.acted_at, row.given_how = at, given.how.strip()
    row.evidence_sha256 = desk.keep(given.evidence)
    row.recorded_by_id = desk.person_id
    desk.note("signature_recorded", case, step=step, evidence=row.evidence_sha256)
    return step


def _check_moment(desk: Desk, file: Dossier, at: datetime) -> None:
    if at > desk.now:
        raise RefusedInputError("The signature cannot have been given in the future.")
    day = at.astimezone(LONDON).date()
    if file.round and day < file.round.opened_at.astimezone(LONDON).date():
        message = (
            f"The text was frozen on {british_date(file.round.opened_at.astimezone(LONDON).date())}"
            f": a signature of {british_date(day)} was given on another one."
        )
        raise RefusedInputError(message)


@act("send_back")
def send_back(desk: Desk, reference: str, reason: str) -> str:
    """Send a response back into review, with a reason. All signatures of the round are void."""
    case = desk.open_case(reference)
    why = given_reason(reason, "Say in a few words why it is sent back.")
    latest = _open_round(desk, case)
    void_round(desk, case, latest, why)
    desk.wake("draft-response", case)
    return case.stage.value


@act("void_signatures")
def void(desk: Desk, reference: str, reason: str) -> str:
    """Void the signatures of a response that is signed or scheduled, and take it back."""
    case = desk.case(reference)
    if case.stage in FINISHED or case.stage is Stage.PUBLISHED:
        raise NotAllowedError(f"{reference} is {spoken(case.stage)}: correct it instead.")
    void_round(desk, case, _open_round(desk, case), reason.strip() or "taken back")
    return case.stage.value


def _open_round(desk: Desk, case: Case) -> SigningRound:
    latest = dossier(desk.session, case).round
    if latest is None or case.stage not in WITH_SIGNERS:
        message = f"{case.reference} is {spoken(case.stage)}: nothing is with its signatories."
        raise NotAllowedError(message)
    return latest


def _sign(desk: Desk, case: Case, person: Colleague, on: date, seen: Seen) -> str:
    if case.stage is not Stage.SIGNING:
        message = f"{case.reference} is {spoken(case.stage)}: there is nothing to sign now."
        raise NotAllowedError(message)
    file = dossier(desk.session, case)
    prove_frozen(desk.session, found(file.round))
    step, right = next_turn(desk, file, person, on)
    write_signature(desk, file, step, person, right, seen)
    let_lapse(desk, case, step, "given on the new text itself")
    complete(desk, file, step, right, person)
    return step.step.value


def complete(
    desk: Desk, file: Dossier, step: RouteStep, right: Authority, person: Colleague
) -> None:
    """Take a case on after a signature: to *signed* if it was the last, else to the next step."""
    case = file.case
    after = [*_given(desk, file), Given(step.step, right.role, person.key)]
    if next_step(desk.settings.routes[case.route], after) is None:
        found(file.round).state = RoundState.COMPLETE
        desk.move(case, Stage.SIGNED, by=right.role)
    desk.wake("route-for-sign-off", case)


def asked_step(desk: Desk, file: Dossier) -> RouteStep | None:
    """Return the step of the route that is to be given next; None when all are."""
    return next_step(desk.settings.routes[file.case.route], _given(desk, file))


def next_turn(
    desk: Desk, file: Dossier, person: Colleague, on: date
) -> tuple[RouteStep, Authority]:
    """Return the next step of the route, and by what right this person may give it.

    Refuses whoever may not.
    """
    round_, step = found(file.round), asked_step(desk, file)
    if step is None:
        raise NotAllowedError(f"Every signature of {file.case.reference} has been given.")
    right = authority(desk.settings, person, step, on, file.report.kind)
    _check_told_roles(desk, person, right)
    check_hands(step, person, _given(desk, file), _key_of(desk, round_.drafter_id))
    _check_block(desk, round_, step, person)
    return step, right


def _check_told_roles(desk: Desk, person: Colleague, right: Authority) -> None:
    """Refuse a step in a role that the office's own sign-in did not tell of this person.

    It can take a pen away, and give none: the office's settings say who signs.
    """
    told = desk.hand.roles if desk.settings.person(desk.hand.person or "") == person else None
    if told is not None and right.delegation is None and right.role not in told:
        message = (
            f"{person.name} did not come in as {spoken(right.role)} today, so this step is not "
            "theirs to give: the office’s sign-in names their roles."
        )
        raise NotAllowedError(message)


def write_signature(
    desk: Desk,
    file: Dossier,
    step: RouteStep,
    person: Colleague,
    right: Authority,
    seen: Seen,
) -> Signature:
    """Put a signature on the record, bound to the manifest of the round."""
    giver, round_ = right.delegation.giver if right.delegation else None, found(file.round)
    row = Signature(
        office_id=desk.office_id,
        round_id=found(round_.id),
        step=step.step,
        person_id=found(desk.person(person.key).id),
        role=right.role,
        on_behalf_of_id=desk.person(giver).id if giver else None,
        instrument=right.cited,
        manifest_sha256=round_.manifest_sha256,
        acted_at=desk.hand.at,
        confirmed_by=seen.sure_by,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note(
        "signature_given",
        file.case,
        round=round_.number,
        step=step.step.value,
        signatory=row.person_id,
        manifest=round_.manifest_sha256,
        confirmed=seen.sure_by.value if seen.sure_by else "",
    )
    return row


def _check_block(desk: Desk, round_: SigningRound, step: RouteStep, person: Colleague) -> None:
    """Refuse a signature by anybody but the person the frozen signature block names."""
    named = _key_of(desk, round_.signatory_id)
    if step.step is SignatureStep.SIGNED and named and named != person.key:
        message = (
            f"The signature block names somebody else, not {person.name}: send it back and "
            f"submit it again with --signed-by {person.key}."
        )
        raise NotAllowedError(message)


def _given(desk: Desk, file: Dossier) -> list[Given]:
    return [
        Given(row.step, row.role, _key_of(desk, row.person_id) or "") for row in file.signatures
    ]


def _key_of(desk: Desk, person_id: int | None) -> str | None:
    row = desk.session.get(Person, person_id) if person_id else None
    return row.key if row else None
