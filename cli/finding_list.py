"""What the list of findings rests on, for the person who confirms it: `finding list`, `repeats`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.telling import show, show_json, spoken
from cli.what_next import file_of, the_record

if TYPE_CHECKING:
    from datetime import date

    from casework.record.dossier import Dossier

Reference = Annotated[str, typer.Argument(metavar="REFERENCE", help="As in S55-2022-001.")]
Json = Annotated[bool, typer.Option("--json")]


def add_to(room: typer.Typer) -> None:
    """Add these commands to those of a finding."""
    room.command("list")(list_)
    room.command("repeats")(repeats)


def list_(reference: Reference, *, json: Json = False) -> None:
    """Show each finding in full: its lines by number, whom it concerns and why, and what is off."""
    from cli.finding_values import dropped_values, finding_values

    record = the_record()
    file = file_of(record, reference)
    with record.reading() as session:
        off = dropped_values(session, file)
    standing = finding_values(file)
    if json:
        show_json({"findings": standing, "dropped": off})
        return
    for one in standing:
        _show_finding(one)
    for one in off:
        show(f"\n{one['key']}  off the list: {one['because']}\n  {one['text']}")


def _show_finding(one: dict[str, Any]) -> None:
    accepted = "accepted" if one["accepted"] else "not accepted yet"
    show(f"\n{one['key']}  {one['reference']}  {one['area']}  ({accepted})")
    for number, line in enumerate(one["text"].split("\n"), start=1):
        show(f"  {number:>2}  {line}")
    if one["text_first_read"]:
        show(f"  First read: {one['text_first_read']}")
    show(f"  For {spoken(one['concerns'])}. {one['because']}")
    if one["inspectors_number"] or one["inspectors_status"]:
        status = one["inspectors_status"] or "status not known"
        show(f"  The inspectors: {one['inspectors_number'] or 'no number'}, {status}.")
    if one["force_owner"] or one["force_due"]:
        due = f", due {one['force_due']}" if one["force_due"] else ""
        show(f"  The force: {one['force_owner'] or 'no owner named'}{due}.")


def repeats(reference: Reference, *, json: Json = False) -> None:
    """Show which findings were made before, and what was answered and promised then."""
    from casework.findings import repeats_of
    from cli.finding_values import repeat_values

    told = repeats_of(the_record(), reference)
    if json:
        show_json(repeat_values(told))
        return
    if not told.sentences():
        show(f"No finding of {reference} is like one of an earlier case on this record.")
    for one, sentence in zip(told.found, told.sentences(), strict=False):
        show(f"\n{sentence}")
        show(f"  It said: {one.earlier.text}")
        show(f"  The answer then: {one.earlier.answer or 'none on this record'}")
    for sentence in told.sentences()[len(told.found) :]:
        show(f"\n{sentence}")


def show_what_it_rests_on(reference: str, day: "date", *, findings: bool) -> None:
    """Show what a person confirms: the dates told, why it is ours, whom each finding concerns."""
    from cli.finding_values import date_oddities, finding_values

    file = file_of(the_record(), reference)
    show_dates_told(file)
    for oddity in date_oddities(file, day):
        show(f"Look: {oddity}")
    if file.case.ours_because:
        show(f"Ours, because: {file.case.ours_because}")
    if findings:
        show_whom(finding_values(file))


def show_dates_told(file: "Dossier") -> None:
    """Show every candidate for the publication date."""
    from cli.finding_values import date_values

    for one in date_values(file):
        show(f"  Date told: {one['date'] or one['raw']} ({one['source']}: “{one['raw']}”)")


def show_whom(findings: list[dict[str, Any]]) -> None:
    """Show whom the findings concern: a line for each, under its group."""
    for group in ("us", "our_force", "others"):
        mine = [one for one in findings if one["concerns"] == group]
        if mine:
            show(f"For {spoken(group)}: {len(mine)}")
        for one in mine:
            show(f"  {one['key']}  {one['reference']}: {one['because']}")
