"""The service at work: `up`, `dispatch`; and its rounds by hand: `watch`, `sweep`, `run-flow`."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.telling import show

if TYPE_CHECKING:
    from casework.dispatch import Doors


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("up")(up)
    app.command("run-flow")(run_flow)
    app.command("dispatch")(dispatch)
    app.command("watch")(watch)
    app.command("sweep")(sweep)


def up(
    host: Annotated[str, typer.Option(help="Loopback, unless you know better.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 4200,
) -> None:
    """Start the whole service here: engine, flows, worker, dispatcher. Ctrl-C stops it."""
    from casework.settings import HOME, settings
    from cli.coming_up import FrontDesk
    from cli.up import up as start

    known = settings()
    words = (sys.executable, "-m", "web")
    desk = FrontDesk(words, known.web_host, known.web_port, _show_the_way_in)
    start(HOME, host, port, record=known.outputs / "record", desk=desk, say=show)


def _show_the_way_in() -> None:
    """Print the address of the front desk, with a link for the first one to sign in."""
    from casework.errors import CaseworkError
    from casework.wiring import front_desk
    from cli.users import first_person, sign_in_link

    show(f"The front desk: {front_desk()[2]}")
    try:
        person = first_person()
        show(f"Sign in as {person.name}, once, within 15 minutes: {sign_in_link(person.key)}")
        show("For somebody else: `section55 users link PERSON`, or their address on that page.")
    except CaseworkError as fault:
        show(f"Nobody can sign in there yet: {fault}")


def run_flow(
    name: Annotated[str, typer.Argument(help="As in draft-response.")],
    reference: Annotated[
        str | None, typer.Argument(help="Of the case, if it is about one.")
    ] = None,
) -> None:
    """Run one flow by hand, in a process of its own: at the engine, if it is up."""
    home = Path(__file__).parents[1]
    words = [sys.executable, "-m", "flows", name, *([reference] if reference else [])]
    told = _engine_environment()
    done = subprocess.run(words, cwd=home, env=told, check=False)  # noqa: S603  our own flows
    raise typer.Exit(done.returncode)


def _engine_environment() -> dict[str, str]:
    """Return what a flow run by hand is told: our engine, or none and a short-lived one."""
    from casework.settings import settings
    from cli.examination import engine_answers
    from cli.place import QUIET

    known = settings()
    told = {**os.environ, **QUIET, "PREFECT_HOME": str(known.outputs / "record" / "prefect")}
    told.pop("PREFECT_API_URL", None)
    if engine_answers():
        told["PREFECT_API_URL"] = known.engine_api
    return told


def dispatch(
    *, once: Annotated[bool, typer.Option("--once", help="One round, then stop.")] = False
) -> None:
    """Carry out what the outbox asks for, every few seconds; with --once, one round."""
    if not once:
        from cli.dispatching import main

        main()
        return
    for sentence in _one_round(datetime.now(UTC)) or ["Nothing is due."]:
        show(sentence)


def _one_round(now: datetime) -> list[str]:
    """Do one round; without an engine, what needs none."""
    from casework.dispatch import WITHOUT_ENGINE, carry_out, one_round
    from casework.folder_watch import look_into_folders
    from casework.wiring import doors
    from cli.examination import engine_answers

    door = doors()
    if engine_answers():
        return one_round(door, now)
    # Asked in vain, the engine costs seconds for every errand that is its own.
    taken = look_into_folders(door.record, door.library, now)
    done = carry_out(door, now, WITHOUT_ENGINE)
    return [*taken, *done, "The engine does not answer: what is meant for it waits."]


def watch() -> None:
    """Look once at every source of reports, and open the case of what is new."""
    from casework.errors import CaseworkError
    from casework.record.hand import the_service
    from casework.watching import open_sighting, unopened
    from casework.watching import watch as look
    from casework.wiring import doors

    door, now = doors(), datetime.now(UTC)
    fresh = look(door.record, the_service(now), door.visitor, door.mailbox)
    show(f"{len(fresh)} new.")
    for key in unopened(door.record):
        try:
            reference = open_sighting(door.record, the_service(now), key, door.visitor)
        except CaseworkError as fault:
            show(f"{key}: {fault}")
        else:
            show(f"{key}: {reference or 'not for this office'}")
            if reference:
                _first_papers(door, reference, now)


def _first_papers(door: "Doors", reference: str, now: datetime) -> None:
    from casework.comments import invite
    from casework.drafting import write_draft
    from casework.record.hand import the_service
    from casework.reminders import tell_day_one

    write_draft(door.record, the_service(now), reference, door.library)
    invite(door.record, the_service(now), reference, door.library)
    tell_day_one(door.record, the_service(now), reference)


def sweep() -> None:
    """Recompute every deadline now: record silence, prepare chasers and reminders."""
    from casework.colleagues import tell_colleagues
    from casework.comments import close_silent, prepare_chasers
    from casework.dispatch import WITHOUT_ENGINE, carry_out
    from casework.record.hand import the_service
    from casework.record.register import open_references
    from casework.reminders import sweep as tell_everybody
    from casework.reminders import write_calendar
    from casework.wiring import doors

    door, now = doors(), datetime.now(UTC)
    for reference in open_references(door.record):
        if close_silent(door.record, the_service(now), reference):
            show(f"{reference}: the date for comments has passed; the silence is on the record.")
        prepare_chasers(door.record, the_service(now), reference, door.library)
    show(f"{tell_everybody(door.record, the_service(now))} letters of reminder are new.")
    wanted = tell_colleagues(door.record, the_service(now))
    if wanted:
        show(f"{wanted} letters to colleagues, saying what is wanted of them, are new.")
    for sentence in carry_out(door, now, WITHOUT_ENGINE):
        show(sentence)
    show(f"The calendar has {write_calendar(door.record)} entries.")
