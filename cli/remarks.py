"""What was said elsewhere, and what became of it: `remark`, `remarks`, `decide-remark`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from cli.acting import By, act
from cli.given import a_day_or_none, a_file, some_text
from cli.opening import Reference
from cli.several_hands import hands_on, show_remarks
from cli.telling import show, show_json
from cli.what_next import show_next, the_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from casework.review import HeardElsewhere

Choice = TypeVar("Choice", bound="StrEnum")
HOW = "email, telephone, marked-pdf, meeting, letter or other"
OUTCOMES = "taken, partly or not-taken"


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "remark")(remark)
    app.command("remarks")(remarks)
    act(app, "decide-remark")(decide_remark)


def remark(  # noqa: PLR0917  a command has as many options as people need
    by: By,
    reference: Reference,
    who: Annotated[str, typer.Argument(metavar="WHO", help="Who said it.")],
    how: Annotated[str, typer.Argument(metavar="HOW", help=HOW)],
    words: Annotated[
        str, typer.Argument(metavar="[WORDS]", help="As they were said; - to paste them.")
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            metavar="PLACE", help="What it is about, as in f001_answer; the whole if left out."
        ),
    ] = "",
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it came.")] = None,
    version: Annotated[int, typer.Option(help="The version it is about, if it was said.")] = 0,
    marked: Annotated[
        str | None, typer.Option("--from", metavar="FILE.pdf", help="Its comments are read out.")
    ] = None,
) -> None:
    """Log a comment received elsewhere; it stays open until it is decided."""
    from casework.errors import RefusedInputError
    from casework.review import HeardElsewhere, log_remarks
    from models.review_words import Heard

    if bool(words) == bool(marked):
        raise RefusedInputError("Give the words of the remark, or --from FILE.pdf: one of the two.")
    heard = _chosen(Heard, how, HOW)
    one = HeardElsewhere(who, heard, some_text(words), a_day_or_none(on), place, version)
    source = a_file(marked) if marked else None
    said, warnings = _read_out(one, *source) if source else ([one], ())
    kept = (source[1], source[0]) if source else None
    numbers = log_remarks(the_record(), by.hand(), reference, said, kept)
    for number, told in zip(numbers, said, strict=True):
        _show_logged(reference, number, told)
    for warning in warnings:
        show(f"Look: {warning}")
    show_next(reference)


def _show_logged(reference: str, number: str, one: "HeardElsewhere") -> None:
    line = " ".join(one.words.split())
    show(f"{reference}: remark {number} of {one.who} is logged, and open: {line}")


def _read_out(
    one: "HeardElsewhere", data: bytes, name: str
) -> tuple[list["HeardElsewhere"], "Sequence[str]"]:
    """Return what was written into a PDF as remarks like this one, and what could not be read."""
    from casework.reading.marked_pdf import read_marks

    read = read_marks(data, name)
    said = [
        replace(one, who=_author(one.who, mark.author), words=mark.told, quoted=mark.quoted)
        for mark in read.marks
    ]
    return said, read.warnings


def _author(who: str, author: str) -> str:
    return f"{who} ({author})" if author and author.casefold() not in who.casefold() else who


def _chosen(kind: type[Choice], words: str, choices: str) -> Choice:
    from casework.errors import RefusedInputError

    try:
        return kind(words.strip().lower().replace("-", "_"))
    except ValueError as fault:
        raise RefusedInputError(f"“{words}” is none of {choices}.") from fault


def remarks(reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List what was said elsewhere, and what became of it."""
    rows = hands_on(reference)["remarks"]
    if json:
        show_json(rows)
    elif rows:
        show_remarks(rows)
    else:
        show(f"{reference}: no remark is logged.")


def decide_remark(
    by: By,
    reference: Reference,
    number: Annotated[int, typer.Argument(metavar="NUMBER")],
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help=OUTCOMES)],
    reason: Annotated[str, typer.Argument(metavar="REASON", help="Why, in a few words.")],
) -> None:
    """Say what became of a remark, and why."""
    from casework.review import decide_remark as decide
    from models.review_words import Decision

    chosen = _chosen(Decision, outcome, OUTCOMES)
    said = decide(the_record(), by.hand(), reference, number, chosen, reason)
    show(f"{reference}: remark {number} is {said}.")
    show_next(reference)
