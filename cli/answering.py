"""The body's own words, and the draft they go into: `answer`, `draft`."""

from typing import Annotated

import typer

from cli.acting import By, act
from cli.given import a_day_or_none, some_text
from cli.opening import Reference
from cli.telling import show
from cli.what_next import show_next, the_record


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "answer")(answer)
    act(app, "draft")(draft)


def answer(
    by: By,
    reference: Reference,
    place: Annotated[str, typer.Argument(help="overview, f001_answer, c1_reply, monitoring …")],
    text: Annotated[str, typer.Argument(help="The words; - to paste them.")],
    owner: Annotated[str, typer.Option(help="Who sees to it.")] = "",
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
) -> None:
    """Write the body's own words at a place of the response."""
    day = a_day_or_none(due)
    words = some_text(text)
    from casework.drafting import write_answer

    write_answer(the_record(), by.hand(), reference, place, words, owner, day)
    show(f"{reference}: the words at {place} are written; the next draft will hold them.")
    show_next(reference)


def draft(by: By, reference: Reference) -> None:
    """Write the next draft now, if anything has changed."""
    from casework.drafting import said_of_draft, write_draft
    from casework.wiring import doors

    door = doors()
    number = write_draft(door.record, by.any_hand(), reference, door.library)
    folder = door.record.outputs / "cases" / reference.upper()
    said = said_of_draft(door.record, reference, number)
    show(f"{reference}: {said}{f', in {folder}' if number else ''}.")
    show_next(reference)
