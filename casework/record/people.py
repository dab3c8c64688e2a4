"""Who is on a case: whom a reminder or a warning is for."""

from collections.abc import Iterable

from sqlmodel import Session, select

from casework.record.desk import Desk
from models import Case
from models import Person as PersonRow
from models.shapes.office_sections import Person
from models.words import Role

STAFF = (Role.POLICY_OFFICER, Role.HEAD_OF_POLICY, Role.CHIEF_EXECUTIVE)
"""Asked in this order when nobody leads a case: somebody must be told."""


def names(session: Session) -> dict[int | None, str]:
    """Return the name of everybody on the record, by id."""
    return {row.id: row.name for row in session.exec(select(PersonRow))}


def people_for(desk: Desk, case: Case | None, roles: Iterable[Role] = ()) -> list[Person]:
    """Return whom to tell: the holders of these roles, or whoever leads the case."""
    named = list(roles)
    held = [p for role in named for p in desk.settings.holders_of(role, desk.hand.today)]
    return those_there(desk, held) or those_there(desk, _lead(desk, case) or _officers(desk))


def those_there(desk: Desk, people: Iterable[Person]) -> list[Person]:
    """Return these people, each once; in the place of whoever is away, their deputy."""
    today = desk.hand.today
    return list(dict.fromkeys(desk.settings.in_place_of(person, today) for person in people))


def everybody_on(desk: Desk, case: Case) -> list[Person]:
    """Return whoever leads a case, and everybody who may have a step of its route."""
    steps = desk.settings.routes[case.route].steps
    route = [p for one in steps for p in desk.settings.holders_of(one.role, desk.hand.today)]
    return list(dict.fromkeys([*people_for(desk, case), *those_there(desk, route)]))


def writes_by_hand(desk: Desk, person: Person) -> bool:
    """Return whether letters to this person are left for somebody to send: the signatory's.

    What goes to their private office in their place is sent: those are colleagues.
    """
    signers = {Role.SIGNATORY, Role.DEPUTY_SIGNATORY}
    if desk.settings.mail.send_to_signatory or not signers & person.roles_on(desk.hand.today):
        return False
    return addresses_of(desk, person) == [(person.name, person.email)]


def addresses_of(desk: Desk, person: Person) -> list[tuple[str, str]]:
    """Return the name and address to which letters for this person go.

    Those for the signatory go to their private office, where the office says
    so and anybody holds that role.
    """
    own = [(person.name, person.email)]
    if (
        desk.settings.mail.signatory_to != "private_office"
        or person.held(Role.SIGNATORY, desk.hand.today) is None
    ):
        return own
    staff = those_there(desk, desk.settings.holders_of(Role.PRIVATE_OFFICE, desk.hand.today))
    return [(one.name, one.email) for one in staff] or own


def _lead(desk: Desk, case: Case | None) -> list[Person]:
    row = desk.session.get(PersonRow, case.lead_id) if case and case.lead_id else None
    known = desk.settings.person(row.key) if row else None
    # Whoever has left the office no longer leads anything.
    return [known] if known and known.roles_on(desk.hand.today) else []


def _officers(desk: Desk) -> list[Person]:
    for role in STAFF:
        held = list(desk.settings.holders_of(role, desk.hand.today))
        if held:
            return held
    return []
