"""Changing an office's settings: by a hand, never silently, never alone where it counts."""

from sqlmodel import select

from casework.errors import NotAllowedError, RefusedInputError, WrongHandError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.hand import LONDON
from casework.record.offices import put_in_force
from casework.record.people import writes_by_hand
from casework.record.post import LetterPlan, prepare_mail
from casework.record.settings_history import (
    CHANGED,
    CONFIRMED,
    IN_FORCE,
    LOADED,
    PROPOSED,
    TAKEN_BACK,
    WITHDRAWN,
    Proposal,
    changes_by_pages,
    editions,
    proposal,
    text_of,
)
from casework.record.types_kept import keep_types
from casework.record.warnings import Remedy
from casework.registers.office import read_office
from casework.rules.administration import (
    guarded_changes,
    locks_everybody_out,
    may_administer,
    may_confirm,
)
from casework.rules.settings_changes import undone
from casework.rules.wording import british_date
from models import Case, CaseForce
from models.shapes.office import OfficeSettings
from models.words import MailKind

NOTHING, DONE, WAITS = "nothing", "in_force", "waits"
"""What became of a change."""
MOST_NAMED = 8
"""Things that a sentence names before it only counts them."""


@act(CHANGED)
def change_settings(desk: Desk, text: str, base: str) -> str:
    """Put changed settings in force, or before a second person. Returns what became of them.

    `base` is the SHA-256 of the settings the change was made from: over others
    it would undo what somebody else did meanwhile.
    """
    _need_administrator(desk)
    if base != desk.office.settings_sha256:
        raise NotAllowedError(_changed_meanwhile(desk))
    return _settle(desk, text, read_office(text, "the settings"))


def _changed_meanwhile(desk: Desk) -> str:
    """Return a sentence that says who changed the settings under somebody's hand, and when."""
    last = editions(desk.session, desk.office)[-1]
    at = last.at.astimezone(LONDON)
    return (
        f"{last.who} changed the settings after you began, on {british_date(at.date())} at "
        f"{at:%H:%M}, so nothing was done: look at what they changed, then make your change again."
    )


@act(LOADED)
def load_settings(desk: Desk, text: str, name: str, *, over: bool = False) -> str:
    """Put a file's settings in force at the command line. Returns what became of them.

    The same file again changes nothing. A file that would undo what was
    changed on the pages is refused, unless that is meant (`over`).
    """
    if desk.hand.person:
        _need_administrator(desk)
    wanted = read_office(text, name)
    past = () if over else changes_by_pages(desk.session, desk.office)
    lost = [
        f"{one.where} ({one.was}, not {one.becomes})" for one in undone(past, desk.settings, wanted)
    ]
    if lost:
        more = f" and {len(lost) - MOST_NAMED} more" if len(lost) > MOST_NAMED else ""
        message = (
            f"{name} is older than what was changed at the front desk, and would undo: "
            f"{'; '.join(lost[:MOST_NAMED])}{more}. Begin from `section55 office print`, "
            "or give --over if that is meant."
        )
        raise NotAllowedError(message)
    return _settle(desk, text, wanted, over=over)


@act(CONFIRMED)
def confirm_settings(desk: Desk, act_id: str) -> str:
    """Agree, as a second person, to a change that waits. Returns what became of it."""
    waits = proposal(desk.session, desk.office, act_id)
    _check_second(desk, waits)
    if waits.before != desk.office.settings_sha256:
        message = (
            "The settings were changed since this was proposed: take it back, "
            "and have it proposed anew."
        )
        raise NotAllowedError(message)
    text = text_of(desk.session, waits.sha256)
    after = read_office(text, "the settings")
    _check(desk, after, over=False)
    _put(desk, after, text, proposal=waits.act_id)
    return DONE


@act(WITHDRAWN)
def withdraw_settings(desk: Desk, act_id: str) -> str:
    """Take back a change that waits. Returns who had asked for it."""
    waits = proposal(desk.session, desk.office, act_id)
    if waits.person_id != desk.person_id and not _may_confirm(desk):
        raise NotAllowedError("Only whoever asked for a change, or may confirm it, takes it back.")
    desk.note(TAKEN_BACK, None, proposal=waits.act_id)
    return waits.who


def _settle(desk: Desk, text: str, after: OfficeSettings, *, over: bool = False) -> str:
    _check(desk, after, over=over)
    key = desk.keep(text.encode())
    if key == desk.office.settings_sha256:
        return NOTHING
    reasons = guarded_changes(desk.settings, after)
    if reasons and _takes_two(desk):
        desk.note(PROPOSED, None, settings_sha256=key, before=desk.office.settings_sha256)
        _ask_second(desk, reasons)
        return WAITS
    _put(desk, after, text)
    return DONE


def _put(desk: Desk, after: OfficeSettings, text: str, **facts: str) -> None:
    before, key = desk.office.settings_sha256, desk.keep(text.encode())
    keep_types(desk, after)
    put_in_force(desk.session, desk.office, after, key, desk.now)
    desk.note(IN_FORCE, None, settings_sha256=key, before=before, **facts)


def _takes_two(desk: Desk) -> bool:
    # Who sets the service up at its machine is alone with it until the first case.
    if desk.hand.person:
        return True
    wanted = select(Case.id).where(Case.office_id == desk.office_id)
    return desk.session.exec(wanted.limit(1)).first() is not None


def _check(desk: Desk, after: OfficeSettings, *, over: bool) -> None:
    """Refuse settings that the record could not live with."""
    before = desk.settings
    if after.office.key != before.office.key:
        message = f"The office’s key is “{before.office.key}” and never changes."
        raise RefusedInputError(message)
    gone = [one.name for one in before.people if one.key not in {p.key for p in after.people}]
    if gone and not over:
        message = (
            f"People are ended, never deleted: {', '.join(gone)} must stay in the settings. "
            "Give each of their roles its last day."
        )
        raise RefusedInputError(message)
    _check_in_use(desk, after)
    day = locks_everybody_out(before, after, desk.hand.today)
    if day:
        message = (
            f"Nobody could change the settings any more from {british_date(day)}: "
            "leave, or name, an administrator first."
        )
        raise NotAllowedError(message)


def _check_in_use(desk: Desk, after: OfficeSettings) -> None:
    cases = select(Case.route).where(Case.office_id == desk.office_id).distinct()
    for route in desk.session.exec(cases):
        if route in desk.settings.routes and route not in after.routes:
            message = f"Cases are on the route “{route}”: it cannot be taken away or renamed."
            raise RefusedInputError(message)
    forces = select(CaseForce.force_key).where(CaseForce.office_id == desk.office_id).distinct()
    for key in desk.session.exec(forces):
        if desk.settings.force(key) and not after.force(key):
            message = f"Cases concern the force “{key}”: it cannot be taken away."
            raise RefusedInputError(message)


def _need_administrator(desk: Desk) -> None:
    if not may_administer(desk.settings, frozenset(desk.roles()), desk.hand.today):
        message = f"{desk.person().name} may not change the settings: that takes an administrator."
        raise WrongHandError(message)


def _check_second(desk: Desk, waits: Proposal) -> None:
    if not _may_confirm(desk):
        message = (
            f"{desk.person().name} may not confirm this: that takes an administrator, "
            "the signatory or the chief executive."
        )
        raise WrongHandError(message)
    if waits.person_id is not None and waits.person_id == desk.person_id:
        message = "Whoever asked for this change cannot confirm it: somebody else must."
        raise NotAllowedError(message)


def _may_confirm(desk: Desk) -> bool:
    return may_confirm(desk.settings, frozenset(desk.roles()), desk.hand.today)


def _ask_second(desk: Desk, reasons: tuple[str, ...]) -> None:
    """Write to everybody who may confirm a change that waits."""
    asking = desk.person() if desk.hand.person else None
    name = asking.name if asking else "Somebody at the service’s own machine"
    today, number = desk.hand.today, desk.act.id
    remedy = Remedy(f"/office/waiting/{number}", f"section55 office confirm {number} --as YOU")
    for person in desk.settings.people:
        is_asking = asking is not None and person.key == asking.key
        if is_asking or not may_confirm(desk.settings, person.roles_on(today), today):
            continue
        plan = LetterPlan(
            kind=MailKind.WARNING,
            key=f"settings:{desk.act.id}:{person.key}",
            to=[(person.name, person.email)],
            template="warning",
            fields={
                "headline": "a change of the office’s settings waits for a second person",
                "text": (
                    f"{name} asks to change {'; '.join(reasons)}.\n\nIt holds only once somebody "
                    "else confirms it:"
                ),
                **remedy.fields(desk),
            },
            by_hand=writes_by_hand(desk, person),
        )
        prepare_mail(desk, plan)
