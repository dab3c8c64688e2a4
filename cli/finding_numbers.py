"""The inspectors' own numbers: `finding number`, and `finding import` from a force's tracker."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import a_file
from cli.opening import Reference
from cli.telling import show, show_table

if TYPE_CHECKING:
    from casework.findings.tracker import TrackerPreview
    from casework.rules.matching import Match

LONGEST_TEXT = 60
HEADS = ("row", "sure", "alike", "finding", "number", "status", "owner", "due", "text")


def add_to(room: typer.Typer) -> None:
    """Add these commands to those of a finding."""
    act(room, "number")(number)
    act(room, "import")(import_)


def number(
    by: By,
    reference: Reference,
    key: Annotated[str, typer.Argument(metavar="FINDING", help="Its key, as in f003.")],
    number: Annotated[str, typer.Argument(metavar="[NUMBER]", help="The inspectors' own.")] = "",
    status: Annotated[str, typer.Option(help="As the inspectors say it.")] = "",
) -> None:
    """Set the inspectors' own number of a finding, or its status with them."""
    from casework.findings import number_finding
    from cli.what_next import the_record

    done = number_finding(the_record(), by.hand(), reference, key, number, status)
    show(f"{reference}: {done} is {', '.join(filter(None, (number, status)))} with the inspectors.")


def import_(
    by: By,
    reference: Reference,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A force's tracker: .xlsx or .csv.")],
    *,
    apply: Annotated[bool, typer.Option("--apply", help="Take it over; else only look.")] = False,
) -> None:
    """Read a force's tracker beside the findings: first what it would change, then --apply."""
    data, name = a_file(file)
    from casework.findings import apply_tracker, preview_tracker
    from cli.what_next import the_record

    record = the_record()
    told = preview_tracker(record, reference, data, name)
    _show_preview(told, name)
    if not apply:
        show("\nNothing was changed: add --apply to take over what is exact or probable.")
        return
    keys = apply_tracker(record, by.hand(), reference, data, name)
    show(f"\n{reference}: {len(keys)} findings were changed: {', '.join(keys) or 'none'}.")


def _show_preview(told: "TrackerPreview", name: str) -> None:
    sheet = f", sheet “{told.read.sheet}”" if told.read.sheet else ""
    columns = "; ".join(f"{what}: “{head}”" for what, head in told.read.headings)
    show(f"{name}{sheet}. Columns: {columns}.")
    sure = [one for one in told.matches if one.applies]
    show_table(HEADS, [_line(one) for one in sure], "\nMatched")
    unsure = [one for one in told.matches if one.certainty.value == "unsure"]
    if unsure:
        show("\nFor you to decide (`section55 finding number` sets one):")
    for one in unsure:
        show(f"  Row {one.row.line}, perhaps {one.key}: {one.why}. {_short(one.row.text)}")
    none = [one for one in told.matches if one.certainty.value == "none"]
    if none:
        show("\nNo finding of this case is like:")
    for one in none:
        show(f"  Row {one.row.line}: {one.row.number} {_short(one.row.text)}")
    if told.without_row:
        show(f"\nNo row speaks of {', '.join(told.without_row)}.")


def _line(one: "Match") -> list[object]:
    row = one.row
    alike = f"{one.score:.0f} %"
    said = [row.number, row.status, row.owner, row.due, _short(row.text)]
    return [row.line, one.certainty.value, alike, one.key, *said]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else f"{line[: LONGEST_TEXT - 1]}…"
