"""The list of findings, put right against the report: `finding drop`, `finding add` and so on."""

from typing import Annotated, Literal

import typer

from cli import finding_list, finding_numbers
from cli.acting import By, act
from cli.given import some_text
from cli.opening import Reason, Reference
from cli.telling import show
from cli.what_next import show_next, the_record

Key = Annotated[str, typer.Argument(metavar="FINDING", help="Its key, as in f003.")]
Keys = Annotated[list[str], typer.Argument(metavar="FINDING …", help="Keys, as in f003 f004.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="As printed; - to paste it.")]
Class = Literal["recommendation", "area-for-improvement", "cause-of-concern"]
Group = Literal["us", "our-force", "others"]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    room = typer.Typer(no_args_is_help=True, help="Put the list of findings right.")
    finding_list.add_to(room)
    for name, command in (("drop", drop), ("restore", restore), ("merge", merge)):
        act(room, name)(command)
    for name, ordering in (("accept", accept), ("reorder", reorder)):
        act(room, name)(ordering)
    act(room, "correct")(correct)
    act(room, "split")(split)
    act(room, "move")(move)
    act(room, "add")(add)
    act(room, "regard")(regard)
    finding_numbers.add_to(room)
    app.add_typer(room, name="finding")


def accept(by: By, reference: Reference, keys: Keys) -> None:
    """Say that findings stand as the report prints them."""
    from casework.findings import accept_findings

    number = accept_findings(the_record(), by.hand(), reference, keys)
    _changed(reference, f"{number} accepted as printed")


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


def correct(
    by: By,
    reference: Reference,
    key: Key,
    text: Annotated[str, typer.Argument(metavar="[TEXT]", help="As printed; - to paste it.")] = "",
    klass: Annotated[Class | None, typer.Option("--class", help="If it was mistaken.")] = None,
    area: Annotated[str | None, typer.Option(help="The area it stands under.")] = None,
    number: Annotated[str | None, typer.Option(help="Its printed number.")] = None,
) -> None:
    """Edit a finding against the report: text, class, area, number; what was first read is kept."""
    from casework.findings import correct_finding
    from models.words import FindingClass

    known = FindingClass(klass.replace("-", "_")) if klass else None
    correct_finding(
        the_record(),
        by.hand(),
        reference,
        key,
        some_text(text),
        klass=known,
        area=area,
        number=number,
    )
    _changed(reference, f"{key} is corrected")


def split(
    by: By,
    reference: Reference,
    key: Key,
    line: Annotated[
        list[int],
        typer.Option("--line", metavar="LINE", help="Where a part begins; repeat it."),
    ],
) -> None:
    """Split a finding into two or more, before these lines of its text."""
    from casework.findings import split_finding

    first, *others = split_finding(the_record(), by.hand(), reference, key, line)
    _changed(reference, f"{first} is split; its other parts are {', '.join(others)}")


def merge(by: By, reference: Reference, keys: Keys) -> None:
    """Make several findings one: the first named keeps its key, no word is lost."""
    from casework.findings import merge_findings

    kept = merge_findings(the_record(), by.hand(), reference, keys)
    _changed(reference, f"{', '.join(keys)} are one finding now, {kept}")


def reorder(by: By, reference: Reference, keys: Keys) -> None:
    """Put all findings into a new order: name every one of them, once."""
    from casework.findings import reorder_findings

    reorder_findings(the_record(), by.hand(), reference, keys)
    _changed(reference, f"the findings are in the order {' '.join(keys)}")


def move(
    by: By,
    reference: Reference,
    key: Key,
    before: Annotated[str, typer.Option(metavar="FINDING", help="Else it goes to the end.")] = "",
) -> None:
    """Move one finding before another, or to the end."""
    from casework.findings import move_finding

    move_finding(the_record(), by.hand(), reference, key, before)
    _changed(reference, f"{key} stands {f'before {before}' if before else 'last'}")


def add(
    by: By,
    reference: Reference,
    klass: Annotated[Class, typer.Argument(metavar="CLASS")],
    text: Text,
    area: Annotated[str, typer.Option(help="The area it stands under.")] = "",
    number: Annotated[str, typer.Option(help="Its printed number.")] = "",
    after: Annotated[str, typer.Option(metavar="FINDING", help="Else it comes last.")] = "",
) -> None:
    """Add a finding the reader missed."""
    from casework.findings import add_finding
    from models.words import FindingClass

    known = FindingClass(klass.replace("-", "_"))
    words = some_text(text)
    key = add_finding(the_record(), by.hand(), reference, known, words, area, number, after)
    _changed(reference, f"{key} is added")


def regard(by: By, reference: Reference, key: Key, whom: Group, because: Reason) -> None:
    """Say whom a finding concerns, and why."""
    from casework.findings import regard_finding
    from models.words import AddresseeGroup

    group = AddresseeGroup(whom.replace("-", "_"))
    regard_finding(the_record(), by.hand(), reference, key, group, because)
    _changed(reference, f"{key} concerns {whom.replace('-', ' ')}")


def _changed(reference: str, what: str) -> None:
    from casework.findings import out_of_step

    show(f"{reference}: {what}.")
    trouble = out_of_step(the_record(), reference)
    if trouble:
        show(f"Look: {trouble}")
    show_next(reference)
