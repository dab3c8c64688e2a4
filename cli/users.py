"""Who may come in at the front desk: `users`, `users link`, `users code`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import now, today
from cli.telling import show, show_table, spoken
from cli.what_next import the_record

if TYPE_CHECKING:
    from models.shapes.office import Person

users = typer.Typer(help="Who may sign in at the front desk.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.add_typer(users, name="users")


@users.command("list")
def show_users() -> None:
    """List who may sign in today, and in which roles."""
    record = the_record()
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    held = [(person, person.roles_on(today())) for person in settings.people]
    rows = [
        [person.key, person.name, person.email, ", ".join(sorted(spoken(r) for r in roles))]
        for person, roles in held
        if roles
    ]
    show_table(("key", "name", "e-mail", "roles"), rows)


@users.command("link")
def link(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A key or a name.")],
) -> None:
    """Print a link that signs a person in once: for the first day, and when mail fails."""
    show(sign_in_link(person))
    show("It works once, for 15 minutes. Give it to nobody else.")


@users.command("code")
def code(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="A key or a name.")],
) -> None:
    """Print a code by which a person who is signed in confirms who they are, before they sign."""
    from casework.access import keep_code, new_code
    from casework.record.hand import the_service

    fresh = new_code()
    keep_code(the_record(), the_service(now()), person, fresh)
    show(fresh)
    show("It works once, for 10 minutes. Give it to nobody else.")


def first_person() -> "Person":
    """Return who may begin: the first officer who may sign in today, or else anybody who may."""
    from casework.errors import NotFoundError
    from casework.rules.progress import OFFICERS

    record = the_record()
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    able = [person for person in settings.people if person.roles_on(today())]
    officers = (person for person in able if OFFICERS & person.roles_on(today()))
    found = next(officers, able[0] if able else None)
    if found is None:
        message = "Nobody holds a role in this office today: see `section55 office show`."
        raise NotFoundError(message)
    return found


def sign_in_link(person: str) -> str:
    """Return the address of a fresh link that signs a person in."""
    from casework.access import hash_of, keep_link, new_secret
    from casework.record.hand import the_service
    from casework.wiring import front_desk

    secret = new_secret()
    keep_link(the_record(), the_service(now()), person, hash_of(secret))
    return f"{front_desk()[2]}/sign-in/{secret}"
