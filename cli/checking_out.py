"""The Word file goes out to a person: `check-out`. It is marked who has it; nothing is locked."""

from pathlib import Path
from typing import Annotated

import typer

from cli.acting import By, act
from cli.opening import Reference
from cli.telling import show
from cli.version_files import keep_from_overwriting, version_file, write_file
from cli.what_next import the_record


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "check-out")(check_out)


def check_out(
    by: By,
    reference: Reference,
    out: Annotated[str, typer.Option("-o", "--out", metavar="FILE")] = "",
    *,
    give_back: Annotated[
        bool, typer.Option("--give-back", help="Take the marker off; nothing is handed in.")
    ] = False,
) -> None:
    """Take the current version out to edit: others are told who has it, and since when."""
    if give_back:
        _give_back(by, reference)
        return
    current = version_file(reference)
    path = Path(out or current.name)
    keep_from_overwriting(path, current.data)
    from casework.review import check_out as mark

    number, *others = mark(the_record(), by.hand(), reference)
    write_file(path, version_file(reference, int(number)).data)
    show(f"{reference}: version {number} is in {path}; it is marked that you have it.")
    for said in others:
        show(f"Look: {said}")
    show(
        f"Hand it back with `section55 check-in {reference} {path.name}`, or take the marker off "
        f"with `section55 check-out {reference} --give-back`."
    )


def _give_back(by: By, reference: str) -> None:
    from casework.review import give_back

    ended = give_back(the_record(), by.hand(), reference)
    if ended:
        show(f"{reference}: the marker is off; nothing was handed in.")
    else:
        show(f"{reference}: you had nothing of it out; nothing was changed.")
