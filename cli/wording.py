"""What a response looks like: `choose-document`, `switch-wording`, and its `twin` in Welsh."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.acting import By, act
from cli.opening import Reference
from cli.telling import show, show_json, show_table
from cli.what_next import show_next

if TYPE_CHECKING:
    from models.words import Language

Welsh = Annotated[bool, typer.Option("--welsh", help="The Welsh twin.")]
AS_PROPOSAL = (
    "The Word file has been edited since: the change comes as a proposal, to take or to leave."
)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("documents")(documents)
    act(app, "choose-document")(choose_document)
    app.command("wording")(wording)
    act(app, "switch-wording")(switch_wording)
    app.command("twin")(twin)


def documents(*, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the types of document there are, and when one would choose each."""
    from casework.documents.descriptions import described_types
    from casework.settings import settings

    types = described_types(settings().templates)
    if json:
        named = ("name", "title", "type", "language", "used_for")
        show_json([{name: getattr(one, name) for name in named} for one in types])
        return
    rows = [[one.name, one.language, one.used_for or one.title] for one in types]
    show_table(("name", "language", "used for"), rows)


def choose_document(
    by: By,
    reference: Reference,
    name: Annotated[str, typer.Argument(help="As `section55 documents` lists it.")],
) -> None:
    """Choose the type of document a response is written as, before anybody edits it."""
    from casework.drafting import choose_document as choose
    from casework.wiring import doors

    door = doors()
    chosen = choose(door.record, by.hand(), reference, name, door.library)
    show(f"{reference}: the response is written as {chosen}.")
    show_next(reference)


def wording(reference: Reference, *, welsh: Welsh = False) -> None:
    """List the blocks of wording of a response, and which of them stand in it."""
    from dataclasses import asdict

    from casework.record.document_types import blocks_of
    from casework.wiring import doors

    door = doors()
    blocks = asdict(blocks_of(door.record, reference, door.library, _language(welsh=welsh)))
    show_table(("block", "stands"), [[name, "on" if on else "off"] for name, on in blocks.items()])


def switch_wording(
    by: By,
    reference: Reference,
    block: Annotated[str, typer.Argument(help="Its name, as `section55 wording` lists it.")],
    stands: Annotated[Literal["on", "off"], typer.Argument(metavar="on|off")],
    *,
    welsh: Welsh = False,
) -> None:
    """Switch a block of wording on or off in one response."""
    from casework.drafting import switch_wording as switch
    from casework.wiring import doors

    door = doors()
    proposed = switch(
        door.record,
        by.hand(),
        reference,
        block,
        door.library,
        on=stands == "on",
        language=_language(welsh=welsh),
    )
    show(f"{reference}: the block {block} is {stands}.")
    if proposed:
        show(AS_PROPOSAL)
    show_next(reference)


def twin(
    reference: Reference,
    out: Annotated[str, typer.Option("-o", "--out", metavar="FILE")] = "",
) -> None:
    """Write the response in Welsh to a file, for the office's translator."""
    from casework.drafting import welsh_twin
    from casework.errors import DoorError
    from casework.record.copies import write_whole
    from casework.wiring import doors

    door = doors()
    data = welsh_twin(door.record, reference, door.library)
    path = Path(out or f"{reference.upper()}-response-cy.docx")
    try:
        write_whole(path, data)
    except DoorError as fault:
        raise DoorError(f"{path} could not be written: choose another place with -o.") from fault
    show(f"{reference}: the Welsh twin is in {path}, a draft to be checked by your translator.")


def _language(*, welsh: bool) -> "Language":
    from models.words import Language

    return Language.WELSH if welsh else Language.ENGLISH
