"""Who keeps an office's settings, and which changes of them take a second person."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from models.shapes.office import OfficeSettings, Person
from models.words import Role

IN_THEIR_PLACE = frozenset({Role.HEAD_OF_POLICY, Role.CHIEF_EXECUTIVE})
"""Who keeps the settings of an office that names no administrator."""

GUARDED = frozenset({Role.SIGNATORY, Role.CHIEF_EXECUTIVE, Role.MONITORING_OFFICER})
"""Roles that sign, approve or override: nobody gives them to anybody alone."""

CONFIRMERS = frozenset({Role.SIGNATORY, Role.CHIEF_EXECUTIVE})
"""Who may confirm such a change beside another administrator."""


def administrators(settings: OfficeSettings, on: date) -> tuple[Person, ...]:
    """Return everybody who may change the office's settings on this day."""
    held = [(person, person.roles_on(on)) for person in settings.people]
    return tuple(person for person, roles in held if may_administer(settings, roles, on))


def may_administer(settings: OfficeSettings, roles: AbstractSet[Role], on: date) -> bool:
    """Return whether somebody with these roles may change the office's settings on this day.

    In an office that names no administrator, the head of policy and the chief
    executive do.
    """
    named = bool(settings.holders_of(Role.ADMINISTRATOR, on))
    return Role.ADMINISTRATOR in roles or (not named and bool(IN_THEIR_PLACE & roles))


def may_confirm(settings: OfficeSettings, roles: AbstractSet[Role], on: date) -> bool:
    """Return whether somebody with these roles may be the second one to agree to a change."""
    return bool(roles & CONFIRMERS) or may_administer(settings, roles, on)


def locks_everybody_out(before: OfficeSettings, after: OfficeSettings, today: date) -> date | None:
    """Return the first day from which a change leaves nobody to administer; None if none does."""
    for day in sorted(_days_of_change(before, today) | _days_of_change(after, today)):
        if not administrators(after, day) and administrators(before, day):
            return day
    return None


def _days_of_change(settings: OfficeSettings, today: date) -> set[date]:
    ends = {held.until for person in settings.people for held in person.roles if held.until}
    return {today} | {end + timedelta(days=1) for end in ends if end >= today and end < date.max}


def guarded_changes(before: OfficeSettings, after: OfficeSettings) -> tuple[str, ...]:
    """Return, in words, what a second person must confirm of a change; nothing if nothing.

    A role is a way to sign, and so are a delegation of it and the e-mail
    address to which its holder's sign-in links go.
    """
    return tuple(dict.fromkeys([*_roles(before, after), *_delegations(before, after)]))


def _roles(before: OfficeSettings, after: OfficeSettings) -> Iterator[str]:
    for key in dict.fromkeys(p.key for p in (*before.people, *after.people)):
        old, new = _of_key(before, key), _of_key(after, key)
        held = {h for p in (old, new) if p for h in p.roles if h.role in GUARDED}
        name = (new or old or after.people[0]).name
        for one in held:
            if not (old and new and one in old.roles and one in new.roles):
                yield f"the role {_spoken(one.role)} of {name}"
        if old and new and held and (old.email, old.name) != (new.email, new.name):
            yield f"the name or e-mail address of {name}, who holds such a role"


def _of_key(settings: OfficeSettings, key: str) -> Person | None:
    return next((person for person in settings.people if person.key == key), None)


def _delegations(before: OfficeSettings, after: OfficeSettings) -> Iterator[str]:
    old, new = set(before.delegations), set(after.delegations)
    for leave in sorted(old ^ new, key=lambda one: (one.role, one.to)):
        if leave.role in GUARDED:
            yield f"the leave of “{leave.to}” to act as {_spoken(leave.role)}"


def _spoken(role: Role) -> str:
    return role.value.replace("_", " ")
