"""Three Word files brought together, on plain files: `merge`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import a_file, now
from cli.laid import lay
from cli.telling import show, show_json, spoken, tell

if TYPE_CHECKING:
    from models.shapes.merging import Merged

NOTHING_WRITTEN = 3
"""The exit code of a merge that would not give the reviewers' file back."""


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("merge")(merge)


def merge(
    base: Annotated[str, typer.Argument(metavar="BASE.docx", help="What the service wrote.")],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS.docx", help="What people made of it.")],
    mine: Annotated[str, typer.Argument(metavar="MINE.docx", help="What it would write now.")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.docx")],
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Put the service's changes into an edited Word file, as tracked changes to decide on."""
    from casework.documents.gate import admit
    from casework.documents.merge import UnsafeMergeError
    from casework.documents.merge import merge as merged_of
    from casework.documents.merge.exchange import as_json

    files = [a_file(path)[0] for path in (base, theirs, mine)]
    for data in files:
        admit(data)
    try:
        merged = merged_of(files[0], files[1], files[2], now())
    except UnsafeMergeError as fault:
        tell(str(fault))
        raise typer.Exit(NOTHING_WRITTEN) from fault
    lay(out, merged.data)
    if json:
        show_json(as_json(merged))
    else:
        _show(merged, out)


def _show(merged: "Merged", out: str) -> None:
    from casework.rules.wording import counted
    from models.words import MergeOutcome

    told = [item for item in merged.items if item.outcome is not MergeOutcome.UNCHANGED]
    show(f"{out}: {counted(len(told), 'update')} to decide on." if told else f"{out}: as it was.")
    for item in told:
        where = item.region or "outside of every marked place"
        show(f"  {spoken(item.outcome.value)} at {where}: {item.new or item.old}")
    for sentence in merged.unmerged:
        show(f"Look: {sentence}")
