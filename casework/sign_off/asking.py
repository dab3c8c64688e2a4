"""What a person asks before they submit or sign: nothing is changed by the answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from casework.errors import CaseworkError, WrongHandError
from casework.record.desk import Desk, find_case, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import Hand
from casework.record.letters import Library
from casework.record.papers import current_version, find_document
from casework.record.record import Record
from casework.rules.blocks import Block
from casework.rules.signing import Authority
from casework.sign_off.conditions import to_certify
from casework.sign_off.excusing import InTheWay, every_block, find_block
from casework.sign_off.readiness import obstacles
from casework.sign_off.signatures import asked_step, next_turn
from casework.sign_off.signing_copy import signing_copy, title_under
from models import Act, SigningRound
from models.shapes.office import Person
from models.words import Role, SignatureStep, Stage


@dataclass(frozen=True, slots=True)
class Turn:
    """The next signature of a case, as one person meets it."""

    step: SignatureStep | None = None
    """None: it is not this person's to give."""
    title: str = ""
    """As what they would give it."""
    authority: str = ""
    """The delegation they would act under, in words."""
    why_not: str = ""


def in_the_way(
    record: Record,
    hand: Hand,
    reference: str,
    library: Library,
    dated: date | None = None,
    signed_by: str = "",
) -> list[Block]:
    """Return everything that stands between a response and its signing."""
    with _looking(record, hand) as desk:
        case = find_case(desk.session, desk.office_id, reference)
        document = find_document(desk.session, case)
        current = current_version(desk.session, document) if document else None
        if current is None:
            return [Block("draft", "There is no draft yet.", let_pass=None)]
        file = dossier(desk.session, case)
        try:
            copy = signing_copy(desk, file, library, current, dated or hand.today, signed_by)
        except CaseworkError as fault:
            return [Block("signatory", str(fault), let_pass=None)]
        return obstacles(desk, file, library, copy.data, copy.signing)


def everything_in_the_way(
    record: Record, hand: Hand, reference: str, library: Library
) -> list[InTheWay]:
    """Return every block of a case, those that were let pass too."""
    with _looking(record, hand) as desk:
        return every_block(desk, find_case(desk.session, desk.office_id, reference), library)


def block_in_the_way(
    record: Record, hand: Hand, reference: str, library: Library, key: str
) -> Block:
    """Return the block of this key; refuse if nothing of the kind stands in the way now."""
    with _looking(record, hand) as desk:
        case = find_case(desk.session, desk.office_id, reference)
        return find_block(desk, case, library, key)


def turn_of(record: Record, hand: Hand, reference: str) -> Turn:
    """Return whether the next signature is for the person acting to give, and as what."""
    with _looking(record, hand) as desk:
        case = find_case(desk.session, desk.office_id, reference)
        if case.stage is not Stage.SIGNING:
            return Turn(why_not=f"{reference} is {spoken(case.stage)}: nothing is to be signed.")
        file = dossier(desk.session, case)
        person = found(desk.settings.person(hand.person or ""))
        try:
            step, right = next_turn(desk, file, person, hand.today)
        except WrongHandError:
            return Turn(why_not=_whose_turn(desk, file, person))
        except CaseworkError as fault:
            return Turn(why_not=str(fault))
        return Turn(step.step, _title(desk, person, right, step.step), right.cited)


def _whose_turn(desk: Desk, file: Dossier, person: Person) -> str:
    """Return who is to give the next step, for somebody who is not."""
    step = found(asked_step(desk, file))
    deed = "approve" if step.step is SignatureStep.APPROVED else "sign"
    route = desk.settings.routes[file.case.route].steps
    later = route[route.index(step) + 1 :]
    theirs = any(person.held(one.role, desk.hand.today) for one in later)
    ask = " You will be asked by mail when it is your turn." if theirs else ""
    return f"It waits for the {spoken(step.role)} to {deed} it.{ask}"


def texts_to_compare(
    record: Record, hand: Hand, reference: str
) -> tuple[SigningRound, SigningRound]:
    """Return the rounds whose two texts a second officer compares, the older first."""
    with _looking(record, hand) as desk:
        case = find_case(desk.session, desk.office_id, reference)
        _, old, new = to_certify(desk, dossier(desk.session, case))
        return old, new


def _title(desk: Desk, person: Person, right: Authority, step: SignatureStep) -> str:
    if step is SignatureStep.SIGNED:
        return title_under(desk, person, right, desk.hand.today)
    held = person.held(right.role, desk.hand.today)
    return held.title if held and held.title else spoken(right.role)


@contextmanager
def _looking(record: Record, hand: Hand) -> Iterator[Desk]:
    """Give a desk on which nothing can be done: what is asked there is never committed."""
    with record.reading() as session:
        office = record.office(session)
        row = Act(
            id=hand.act_id,
            office_id=office.id or 0,
            what="look",
            role=Role.SERVICE,
            acted_at=hand.at,
            recorded_at=hand.now,
        )
        settings = record.settings_of(session, office)
        yield Desk(session, office, settings, hand, row, record.outputs)
