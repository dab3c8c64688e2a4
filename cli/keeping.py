"""Keeping the record safe: `verify`, `backup`, `restore`, `doctor`."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import a_file, now
from cli.telling import show, show_json

if TYPE_CHECKING:
    from casework.record.record import Record


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("verify")(verify)
    app.command("backup")(backup)
    app.command("restore")(restore)
    app.command("doctor")(doctor)


def verify() -> None:
    """Prove the record: every chain, anchor, kept file and manifest. Exit 1 names what is wrong."""
    from casework.record.verify import faults
    from casework.wiring import open_record

    found = faults(open_record())
    for fault in found:
        show(fault)
    if found:
        raise typer.Exit(1)
    show("The record is whole: every history, anchor, kept file and manifest agrees.")


def backup(file: Annotated[str, typer.Argument(metavar="FILE")]) -> None:
    """Write the whole record into one file that any machine can read back."""
    from casework.errors import DoorError, RefusedInputError
    from casework.record.backup import back_up
    from casework.wiring import open_record

    if Path(file).is_dir():
        raise RefusedInputError(f"{file} is a folder: give the name of a file in it.")
    record = open_record()
    try:
        rows = back_up(record, Path(file))
    except DoorError as fault:
        message = f"{file} could not be written: choose another place, or free some space."
        raise DoorError(message) from fault
    _write_down(record, rows)
    show(f"{rows} rows are in {file}.")


def _write_down(record: "Record", rows: int) -> None:
    # An empty record has no history to write it into.
    from casework.errors import NotFoundError
    from casework.record.hand import the_service
    from casework.record.service_health import note_backup

    with suppress(NotFoundError):
        note_backup(record, the_service(now()), rows)


def restore(file: Annotated[str, typer.Argument(metavar="FILE")]) -> None:
    """Read a backup into an empty record, lay its copies out again, and prove it."""
    data, _ = a_file(file)
    from casework.record.backup import restore as read_back
    from casework.record.database import open_database
    from casework.record.papers import lay_out_missing_copies
    from casework.record.verify import faults
    from casework.settings import settings
    from casework.wiring import open_record

    rows = read_back(open_database(settings().database), data)
    record = open_record()
    copies = lay_out_missing_copies(record)
    show(f"{rows} rows are restored, {len(copies)} copies laid out in {record.outputs}.")
    found = faults(record)
    for fault in found:
        show(fault)
    if found:
        raise typer.Exit(1)
    show("The record is whole.")


def doctor(*, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """Look whether the service is well: pins, engine, sweeps, sources, outbox, clock, disk."""
    from cli.examination import examine

    looks = examine()
    if json:
        show_json([{"what": one.what, "well": one.well, "said": one.said} for one in looks])
    else:
        for one in looks:
            show(f"{'well ' if one.well else 'LOOK '} {one.what}: {one.said}")
    if not all(one.well for one in looks):
        raise typer.Exit(1)
