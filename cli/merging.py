"""Word files brought together and held side by side, on plain files: `merge`, `compare`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import a_file, now
from cli.telling import show, show_json, spoken, tell
from cli.version_files import write_file

if TYPE_CHECKING:
    from models.shapes.comparison import Comparison
    from models.shapes.merging import Merged

NOTHING_WRITTEN = 3
"""The exit code of a merge that would not give the reviewers' file back."""


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("merge")(merge)
    app.command("compare")(compare)


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
    write_file(Path(out), merged.data)
    if json:
        show_json(as_json(merged))
    else:
        _show(merged, out)


def _show(merged: "Merged", out: str) -> None:
    from casework.rules.wording import counted
    from models.review_words import MergeOutcome

    told = [item for item in merged.items if item.outcome is not MergeOutcome.UNCHANGED]
    show(f"{out}: {counted(len(told), 'update')} to decide on." if told else f"{out}: as it was.")
    for item in told:
        where = item.region or "outside of every marked place"
        show(f"  {spoken(item.outcome.value)} at {where}: {item.new or item.old}")
    for sentence in merged.unmerged:
        show(f"Look: {sentence}")


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD.docx")],
    new: Annotated[str, typer.Argument(metavar="NEW.docx")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.html")],
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Write a page of what changed from one Word file to another: changed, new, gone, moved."""
    from casework.documents.compare.exchange import as_json
    from casework.documents.gate import admit

    (before, before_name), (after, after_name) = a_file(old), a_file(new)
    admit(before)
    admit(after)
    comparison = write_comparison(before, after, (before_name, after_name), out)
    if json:
        show_json(as_json(comparison))


def write_comparison(before: bytes, after: bytes, names: tuple[str, str], out: str) -> "Comparison":
    """Write the page of a comparison, say how much changed, and return it."""
    from casework.documents.compare import compare as compared
    from casework.documents.compare import comparison_page
    from models.shapes.comparison import Difference

    comparison = compared(before, after)
    write_file(Path(out), comparison_page(comparison, *names).encode())
    counts = ", ".join(f"{comparison.count(one)} {one.value}" for one in Difference)
    tell(f"{out}: {counts}.")
    return comparison
