"""The chief officer is invited to comment on the published report: `invite`. s.55(4)."""

from typing import Annotated

import typer

from cli.acting import By, act
from cli.given import a_day_or_none
from cli.opening import Reference
from cli.telling import show
from cli.what_next import file_of, show_next, the_record

Force = Annotated[str, typer.Option("--force", help="Which force, where a case has several.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "invite")(invite)


def invite(
    by: By,
    reference: Reference,
    due: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when comments are asked for.")
    ] = None,
    extend: Annotated[str | None, typer.Option(metavar="DATE", help="Give more time.")] = None,
    withdraw: Annotated[str | None, typer.Option(metavar="REASON", help="Take it back.")] = None,
    force: Force = "",
    *,
    reissue: Annotated[bool, typer.Option("--reissue", help="Prepare it anew.")] = False,
    chase: Annotated[bool, typer.Option("--chase", help="Prepare a reminder now.")] = False,
) -> None:
    """Prepare the invitation; or extend its date, remind, prepare it anew, or take it back."""
    day, longer = a_day_or_none(due), a_day_or_none(extend)
    _one_at_most(extend=extend, withdraw=withdraw, reissue=reissue or None, chase=chase or None)
    from casework import comments as leg
    from casework.wiring import doors

    door = doors()
    record, library = door.record, door.library
    if longer:
        leg.extend_date(record, by.hand(), reference, library, longer, force)
        show(f"{reference}: comments are now asked for by {longer.isoformat()}.")
    elif withdraw is not None:
        leg.withdraw_invitation(record, by.hand(), reference, withdraw, force)
        show(f"{reference}: the invitation is withdrawn.")
    elif reissue:
        leg.reissue_invitation(record, by.hand(), reference, library, day, force)
        show(f"{reference}: the invitation is prepared anew.")
    elif chase:
        fresh = leg.chase(record, by.hand(), reference, library, force)
        show(f"{reference}: {'a reminder is prepared' if fresh else 'today has its reminder'}.")
    else:
        count = leg.invite(record, by.hand(), reference, library, day)
        show(f"{reference}: {_prepared(count)}")
    _show_dates(reference)
    show("`section55 dispatch --once` lays what is prepared into the out-tray.")
    show_next(reference)


def _one_at_most(**chosen: object) -> None:
    from casework.errors import RefusedInputError

    named = [f"--{name}" for name, value in chosen.items() if value is not None]
    if len(named) > 1:
        raise RefusedInputError(f"One thing at a time: choose one of {' and '.join(named)}.")


def _prepared(count: int) -> str:
    if count:
        return "the invitation is prepared, for a person to read and send."
    return "an invitation is there already: --reissue prepares it anew, --extend gives more time."


def _show_dates(reference: str) -> None:
    for force in file_of(the_record(), reference).forces:
        due = force.comments_due_on.isoformat() if force.comments_due_on else "no date"
        show(f"  {force.force_key}: {force.state.value.replace('_', ' ')}, comments by {due}")
