"""The office's settings: `office check`, `office load`, `office show`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import text_of, today
from cli.telling import show, show_table, spoken

if TYPE_CHECKING:
    from models.shapes.office import OfficeSettings

File = Annotated[str, typer.Argument(metavar="FILE.toml")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    room = typer.Typer(no_args_is_help=True, help="The office: who it is, and who does what.")
    room.command("check")(check)
    room.command("load")(load)
    room.command("show")(show_office)
    app.add_typer(room, name="office")


def check(file: File) -> None:
    """Check a settings file; every fault is named with its line. Nothing is loaded."""
    from casework.registers.office import read_office

    settings = read_office(*text_of(file))
    show(f"{settings.office.name}: the settings can be used.")
    _show_gaps(settings)


def load(file: File) -> None:
    """Put the office's settings on the record, in force from now."""
    text, name = text_of(file)
    from casework.record.offices import load_office
    from casework.registers.office import read_office
    from casework.wiring import open_record

    settings = read_office(text, name)
    key = load_office(open_record(), text, name, datetime.now(UTC))
    show(f"{settings.office.name} ({key}) is on the record.")
    _show_gaps(settings)
    show("What happens next: `section55 open FILE` opens the case of a report.")


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
