"""The list of findings, put right against the report: `finding drop`, `finding add` and so on."""

from typing import Annotated, Literal

import typer

from cli.acting import By, act
from cli.given import some_text
from cli.opening import Reason, Reference
from cli.telling import show
from cli.what_next import show_next, the_record

Key = Annotated[str, typer.Argument(metavar="FINDING", help="Its key, as in f003.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="As printed; - to paste it.")]
Class = Literal["recommendation", "area-for-improvement", "cause-of-concern"]
Group = Literal["us", "our-force", "others"]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    room = typer.Typer(no_args_is_help=True, help="Put the list of findings right.")
    for name, command in (("drop", drop), ("restore", restore), ("correct", correct)):
        act(room, name)(command)
    act(room, "add")(add)
    act(room, "regard")(regard)
    app.add_typer(room, name="finding")


def drop(by: By, reference: Reference, key: Key, because: Reason) -> None:
    """Take a finding off the list; its text is kept."""
    from casework.findings import drop_finding

    drop_finding(the_record(), by.hand(), reference, key, because)
    _changed(reference, f"{key} is off the list")


def restore(by: By, reference: Reference, key: Key) -> None:
    """Put a dropped finding back on the list."""
    from casework.findings import restore_finding

    restore_finding(the_record(), by.hand(), reference, key)
    _changed(reference, f"{key} is on the list again")


def correct(by: By, reference: Reference, key: Key, text: Text) -> None:
    """Correct a finding's text against the report; the text first read is kept."""
    from casework.findings import correct_finding

    correct_finding(the_record(), by.hand(), reference, key, some_text(text))
    _changed(reference, f"{key} is corrected")


def add(
    by: By,
    reference: Reference,
    klass: Annotated[Class, typer.Argument(metavar="CLASS")],
    text: Text,
    area: Annotated[str, typer.Option(help="The area it stands under.")] = "",
    number: Annotated[str, typer.Option(help="Its printed number.")] = "",
) -> None:
    """Add a finding the reader missed."""
    from casework.findings import add_finding
    from models.words import FindingClass

    known = FindingClass(klass.replace("-", "_"))
    key = add_finding(the_record(), by.hand(), reference, known, some_text(text), area, number)
    _changed(reference, f"{key} is added")


def regard(by: By, reference: Reference, key: Key, whom: Group, because: Reason) -> None:
    """Say whom a finding concerns, and why."""
    from casework.findings import regard_finding
    from models.words import AddresseeGroup

    group = AddresseeGroup(whom.replace("-", "_"))
    regard_finding(the_record(), by.hand(), reference, key, group, because)
    _changed(reference, f"{key} concerns {whom.replace('-', ' ')}")


def _changed(reference: str, what: str) -> None:
    show(f"{reference}: {what}.")
    show_next(reference)
