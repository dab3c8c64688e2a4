"""What an edited Word file says: `read-back`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import a_file
from cli.telling import show, show_json, spoken

if TYPE_CHECKING:
    from models.shapes.word import ReadBack, TextBlock


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("read-back")(read_back)


def read_back(
    file: Annotated[str, typer.Argument(metavar="FILE.docx")],
    *,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="As if every tracked change were rejected.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Say all that an edited Word file says: words, tables, notes, edits and comments by author."""
    data, name = a_file(file)
    from casework.documents.gate import admit
    from casework.documents.read_back import read_back as read
    from casework.documents.read_back.exchange import as_json

    found = read(data, "rejected" if rejected else "accepted", admit(data))
    if json:
        show_json(as_json(found))
        return
    show(f"{name}, with its tracked changes {'rejected' if rejected else 'accepted'}:\n")
    for block in found.blocks:
        _show_block(block)
    _show_hands(found)
    for heading, lines in (
        ("Not carried over", found.unmapped),
        ("In the way of publication", found.obstacles),
    ):
        if lines:
            show("\n".join(["", f"{heading}:", *(f"  {line}" for line in lines)]))


def _show_block(block: "TextBlock") -> None:
    place = f"[{block.region}] " if block.region else ""
    number = f"{block.number} " if block.number else ""
    caption = f"{block.caption}\n" if block.caption else ""
    show(f"{place}{caption}{number}{block.text}")
    for span in block.spans:
        if span.picture:
            show(f"  [picture: {span.picture.alternative or 'no alternative text'}]")


def _show_hands(found: "ReadBack") -> None:
    from casework.rules.wording import british_date

    for edge in found.edges:
        if edge.text.strip():
            show(f"\n{edge.kind.capitalize()} ({edge.pages} pages): {edge.text}")
    if found.changes:
        show("\nTracked changes:")
    for change in found.changes:
        when = f" on {british_date(change.made_at.date())}" if change.made_at else ""
        show(
            f"  {change.author or 'somebody'}{when}: {spoken(change.kind.value)} "
            f"({change.piece.value}) “{change.words}” in “{change.around}”"
        )
    if found.comments:
        show("\nComments:")
    for comment in found.comments:
        state = ", resolved" if comment.resolved else ""
        about = f" on “{comment.about}”" if comment.about else ""
        show(f"  {comment.author or 'somebody'}{about}{state}: {comment.words}")
