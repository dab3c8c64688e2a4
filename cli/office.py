"""The office's settings: `office check`, `load`, `show`, `print`, `changes`, `confirm`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import LONDON, text_of, today
from cli.telling import show, show_table, spoken

if TYPE_CHECKING:
    from casework.record.record import Record
    from models.shapes.office import OfficeSettings

File = Annotated[str, typer.Argument(metavar="FILE.toml")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    room = typer.Typer(no_args_is_help=True, help="The office: who it is, and who does what.")
    room.command("check")(check)
    act(room, "load")(load)
    room.command("show")(show_office)
    room.command("print")(print_office)
    room.command("changes")(list_changes)
    act(room, "confirm")(confirm_change)
    act(room, "withdraw")(withdraw_change)
    app.add_typer(room, name="office")


def check(file: File) -> None:
    """Check a settings file; every fault is named with its line. Nothing is loaded."""
    from casework.registers.office import read_office

    settings = read_office(*text_of(file))
    show(f"{settings.office.name}: the settings can be used.")
    _show_gaps(settings)


def load(
    by: By,
    file: File,
    *,
    over: Annotated[
        bool,
        typer.Option("--over", help="Even if it undoes what was changed at the front desk."),
    ] = False,
) -> None:
    """Put the office's settings on the record, in force from now."""
    text, name = text_of(file)
    from casework.record.offices import load_office
    from casework.record.settings_acts import WAITS, load_settings
    from casework.registers.office import read_office
    from casework.wiring import open_record

    settings = read_office(text, name)
    record = open_record()
    if _is_new(record, settings.office.key):
        load_office(record, text, name, by.now)
    else:
        record = replace(record, office_key=settings.office.key)
        if load_settings(record, by.any_hand(), text, name, over=over) == WAITS:
            show("The change waits for a second person: `section55 office changes` shows it.")
            return
    show(f"{settings.office.name} ({settings.office.key}) is on the record.")
    _show_gaps(settings)
    show("What happens next: `section55 open FILE` opens the case of a report.")


def _is_new(record: "Record", key: str) -> bool:
    from sqlmodel import select

    from models import Office

    with record.reading() as session:
        return session.exec(select(Office).where(Office.key == key)).first() is None


def print_office() -> None:
    """Print the settings in force as their file, to be changed and loaded again."""
    from casework.record.settings_history import text_of as kept_text
    from cli.what_next import the_record

    record = the_record()
    with record.reading() as session:
        text = kept_text(session, record.office(session).settings_sha256)
    typer.echo(text.encode(), nl=False)


def list_changes() -> None:
    """List every change of the settings: who, when, how; and what waits for a second person."""
    from casework.record.settings_history import editions, waiting
    from cli.what_next import the_record

    record = the_record()
    with record.reading() as session:
        office = record.office(session)
        every, asked = editions(session, office), waiting(session, office)
    rows = [
        [one.number, f"{one.at.astimezone(LONDON):%Y-%m-%d %H:%M}", one.who, one.how]
        for one in reversed(every)
    ]
    show_table(("number", "in force from", "by", "how"), rows, "Settings, the latest first")
    for one in asked:
        show(f"Waits for a second person: {one.act_id}, asked for by {one.who}.")


def confirm_change(by: By, change: Annotated[str, typer.Argument(metavar="CHANGE")]) -> None:
    """Agree, as a second person, to a change of the settings that waits."""
    from casework.record.settings_acts import confirm_settings
    from cli.what_next import the_record

    confirm_settings(the_record(), by.hand(), change)
    show("The change is confirmed: it holds from now on.")


def withdraw_change(by: By, change: Annotated[str, typer.Argument(metavar="CHANGE")]) -> None:
    """Take back a change of the settings that waits for a second person."""
    from casework.record.settings_acts import withdraw_settings
    from cli.what_next import the_record

    who = withdraw_settings(the_record(), by.hand(), change)
    show(f"The change {who} asked for is taken back.")


def _show_gaps(settings: "OfficeSettings") -> None:
    from casework.rules.office_gaps import office_gaps

    for gap in office_gaps(settings, today()):
        show(f"Look: {gap}")


def show_office() -> None:
    """Show the settings in force: people and roles, forces, routes, recipients."""
    from cli.what_next import the_record

    record = the_record()
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        loaded = office.loaded_at
    show(f"{settings.office.name} ({settings.office.key}), answering for {settings.body.name}")
    show(f"In force since {loaded:%Y-%m-%d %H:%M} UTC.\n")
    day = today()
    people = [
        [p.key, p.name, ", ".join(sorted(spoken(r.value) for r in p.roles_on(day))), p.email]
        for p in settings.people
    ]
    show_table(("key", "name", "roles today", "e-mail"), people, "People")
    _show_forces(settings)
    _show_routes(settings)
    _show_gaps(settings)


def _show_forces(settings: "OfficeSettings") -> None:
    show("\nForces")
    for force in settings.forces:
        officer = settings.chief_officer(force, today())
        show(f"  {force.key}: {force.name}, {officer.styled if officer else 'no chief officer'}")


def _show_routes(settings: "OfficeSettings") -> None:
    show("\nRoutes")
    for name, route in settings.routes.items():
        steps = " → ".join(f"{s.step.value} ({spoken(s.role.value)})" for s in route.steps)
        show(f"  {name}: {steps}")
    for leave in settings.delegations:
        show(f"  Delegation to {leave.to}: {leave.instrument}")
