"""What the force sends back: kept, classed by a person, stored verbatim. `comments`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from cli.acting import By, act
from cli.given import a_file, text_of
from cli.invitations import Force
from cli.opening import Reference
from cli.telling import show
from cli.what_next import show_next, the_record


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "comments")(comments)


def comments(  # noqa: PLR0917  a command has as many options as people need
    by: By,
    reference: Reference,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="docx, odt, eml, msg, pdf or text.")
    ] = None,
    cleared_by: Annotated[str, typer.Option(help="Who in the force cleared them.")] = "",
    text: Annotated[
        str | None, typer.Option(metavar="FILE", help="The words put right, a paragraph a line.")
    ] = None,
    nil: Annotated[str | None, typer.Option(metavar="HOW", help="They have none.")] = None,
    declined: Annotated[str | None, typer.Option(metavar="HOW", help="They make none.")] = None,
    decline: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Leave late comments out.")
    ] = None,
    because: Annotated[str, typer.Option(metavar="REASON")] = "",
    force: Force = "",
    *,
    final: Annotated[bool, typer.Option("--final", help="Comments under s.55(4).")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Not final yet.")] = False,
    background: Annotated[bool, typer.Option("--background", help="Never published.")] = False,
    include: Annotated[bool, typer.Option("--include", help="Though it voids signatures.")] = False,
) -> None:
    """Hand in what the force sent, and say what it is; or record that it sends nothing."""
    marks = (("final", final), ("draft", draft), ("background", background))
    classes = [name for name, on in marks if on]
    _one_thing(file, nil, declined, decline, classes)
    if file is not None:
        # Whatever can be refused is, before anything is kept.
        words = _put_right(text, cleared_by, classes)
        number = _store(by, reference, file, force)
        _class(by, reference, number, classes, cleared_by, words, include=include)
    elif decline is not None:
        _decline(by, reference, decline, because)
    else:
        _nothing(by, reference, nil or declined or "", force, declined=declined is not None)
    show_next(reference)


def _one_thing(
    file: str | None,
    nil: str | None,
    declined: str | None,
    decline: int | None,
    classes: Sequence[str],
) -> None:
    from casework.errors import RefusedInputError

    if sum(one is not None for one in (file, nil, declined, decline)) != 1:
        message = "Give one of: a FILE, --nil HOW, --declined HOW, or --decline NUMBER."
        raise RefusedInputError(message)
    if len(classes) > 1:
        raise RefusedInputError("Comments are final, draft or background: say one of the three.")


def _put_right(text: str | None, cleared_by: str, classes: Sequence[str]) -> list[str] | None:
    """Return the words as a person put them right, if anybody did."""
    from casework.errors import RefusedInputError

    if "final" in classes and not cleared_by.strip():
        raise RefusedInputError("Say who in the force cleared the comments: --cleared-by NAME.")
    lines = text_of(text)[0].splitlines() if text else []
    return [line.strip() for line in lines if line.strip()] or None


def _store(by: By, reference: str, file: str, force: str) -> int:
    data, name = a_file(file)
    from casework.comments import store_submission
    from casework.reading.submission import read_submission

    read = read_submission(data, name)
    record = the_record()
    number = store_submission(record, by.hand("store"), reference, data, name, force)
    show(f"{reference}: kept as comments number {number}. The words taken from {name}:\n")
    show("\n\n".join(read.paragraphs) + "\n")
    for warning in read.warnings:
        show(f"Look: {warning}")
    return number


def _class(
    by: By,
    reference: str,
    number: int,
    classes: Sequence[str],
    cleared_by: str,
    words: list[str] | None,
    *,
    include: bool,
) -> None:
    from casework.comments import class_submission
    from models.words import CommentsClass

    if not classes:
        show(
            "Now say what it is: the same with --final --cleared-by NAME, --draft or --background."
        )
        return
    chosen = CommentsClass(classes[0])
    hand = by.hand("class")
    class_submission(
        the_record(), hand, reference, number, chosen, cleared_by, words, include=include
    )
    show(f"{reference}: comments number {number} are {chosen.value}.")


def _decline(by: By, reference: str, number: int, because: str) -> None:
    from casework.comments import decline_late_comments

    decline_late_comments(the_record(), by.hand(), reference, number, because)
    show(f"{reference}: comments number {number} are left out.")


def _nothing(by: By, reference: str, how: str, force: str, *, declined: bool) -> None:
    from casework.comments import record_nil_return

    record_nil_return(the_record(), by.hand(), reference, how, force, declined=declined)
    show(f"{reference}: {'comments are declined' if declined else 'a nil return'}, on the record.")
