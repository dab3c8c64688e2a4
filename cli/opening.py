"""A report comes in, and its case is settled or ended: `open`, `confirm`, `end` and so on."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli.acting import By, act
from cli.given import a_day, a_day_or_none, a_file
from cli.telling import show, show_json, tell
from cli.what_next import file_of, show_next, the_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from casework.dispatch import Doors
    from casework.record.hand import Hand

Reference = Annotated[str, typer.Argument(metavar="REFERENCE", help="As in S55-2022-001.")]
Reason = Annotated[str, typer.Option("--because", metavar="REASON")]
WayOut = Literal[
    "not-our-subject",
    "answered-elsewhere",
    "opened-by-mistake",
    "report-withdrawn",
    "not-answered",
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "open")(open_)
    act(app, "confirm")(confirm)
    act(app, "lead")(lead)
    act(app, "end")(end)
    act(app, "reopen")(reopen)
    act(app, "release")(release)
    act(app, "hold")(hold)


def open_(
    by: By,
    file: Annotated[str, typer.Argument(metavar="FILE", help="HTML, PDF, text; - for pasted.")],
    address: Annotated[str, typer.Option(help="The report's web address.")] = "",
    published: Annotated[str | None, typer.Option(metavar="DATE")] = None,
    force: Annotated[str, typer.Option(help="The force it concerns, if it names none.")] = "",
    *,
    embargoed: Annotated[bool, typer.Option("--embargoed", help="A copy before release.")] = False,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Open a case for a report: its first draft and its invitation are made at once."""
    data, name = a_file(file)
    day = a_day_or_none(published)
    from casework.intake import HandedIn, open_report
    from casework.wiring import doors

    door = doors()
    handed = HandedIn(data, name, address, day, force, embargoed)
    reference, outcome = open_report(door.record, by.any_hand(), handed)
    say = tell if json else show
    say(f"{reference} {'was opened' if outcome == 'opened' else 'is there already: nothing new'}.")
    for sentence in _first_steps(door, by, reference):
        say(sentence)
    if json:
        show_json({"reference": reference, "outcome": outcome})
        return
    _show_dates(reference)
    show_next(reference)


def _first_steps(door: "Doors", by: By, reference: str) -> list[str]:
    """Write the draft, the invitation and the letter of day one, engine or no engine."""
    from casework.comments import invite
    from casework.dispatch import carry_out
    from casework.drafting import write_draft
    from casework.errors import CaseworkError
    from casework.reminders import tell_day_one
    from models import Errand

    said = []
    legs: dict[str, Callable[[Hand], int]] = {
        "draft": lambda hand: write_draft(door.record, hand, reference, door.library),
        "invite": lambda hand: invite(door.record, hand, reference, door.library),
        "day-one": lambda hand: tell_day_one(door.record, hand, reference),
    }
    for what, leg in legs.items():
        try:
            leg(by.service(what))
        except CaseworkError as fault:
            # The case is open whatever stands in the way of its first papers.
            said.append(f"Not done yet: {fault}")
    return [*said, *carry_out(door, by.now, {Errand.SEND_MAIL})]


def _show_dates(reference: str) -> None:
    from casework.rules.deadlines import explained

    file = file_of(the_record(), reference)
    provisional = " Provisional: nobody has confirmed the date." if file.provisional else ""
    show(f"{explained(file.published)}{provisional}")


def confirm(
    by: By,
    reference: Reference,
    date_: Annotated[str | None, typer.Option("--date", metavar="DATE")] = None,
    source: Annotated[str, typer.Option(help="Where the date stands.")] = "",
    *,
    findings: Annotated[bool, typer.Option("--findings", help="The list of findings.")] = False,
) -> None:
    """Confirm the publication date, the findings, or (with neither option) both as proposed."""
    both = date_ is None and not findings
    day = a_day_or_none(date_)
    from casework.findings import confirm_date, confirm_findings
    from casework.rules.deadlines import explained
    from cli.finding_list import show_what_it_rests_on

    record = the_record()
    before = file_of(record, reference).published
    confirmed = day or before
    said = []
    if day is not None or both:
        confirm_date(record, by.hand("date"), reference, confirmed, source)
        said.append(f"{reference}: {explained(confirmed)}")
    if findings or both:
        count = confirm_findings(record, by.hand("findings"), reference)
        said.append(f"{reference}: {count} findings confirmed.")
    show_what_it_rests_on(reference, confirmed, findings=findings or both)
    for sentence in said:
        show(sentence)
    show_next(reference)


def lead(by: By, reference: Reference, person: str) -> None:
    """Say who leads a case."""
    from casework.findings import take_case

    take_case(the_record(), by.hand(), reference, person)
    show(f"{person} leads {reference}.")
    show_next(reference)


def end(
    by: By,
    reference: Reference,
    way: WayOut,
    because: Reason,
    other: Annotated[str, typer.Option("--by", help="The case that answers the report.")] = "",
) -> None:
    """End a case without a response. Two of the ways need the monitoring officer's word too."""
    from casework.findings import end_case
    from models.words import Stage

    stage = Stage(way.replace("-", "_"))
    outcome = end_case(the_record(), by.hand(), reference, stage, because, other)
    if outcome == "proposed":
        show(f"Proposed: {reference} ends once the monitoring officer says the same.")
        return
    show(f"{reference} has ended: {way.replace('-', ' ')}.")


def reopen(by: By, reference: Reference, because: Reason) -> None:
    """Reopen a case that ended without a response."""
    from casework.findings import reopen_case

    reopen_case(the_record(), by.hand(), reference, because)
    show(f"{reference} is open again.")
    show_next(reference)


def release(
    by: By,
    reference: Reference,
    how: Annotated[str, typer.Option(help="The live page seen, or whose word.")],
) -> None:
    """Lift an embargo, once the report is out."""
    from casework.findings import release_report

    release_report(the_record(), by.hand(), reference, how)
    show(f"The embargo on {reference} is lifted.")
    show_next(reference)


def hold(
    by: By,
    reference: Reference,
    until: Annotated[str, typer.Argument(metavar="DATE", help="The day of its release.")],
    because: Reason,
) -> None:
    """Put a report under embargo, or under it again, until the day of its release."""
    day = a_day(until)
    from casework.findings import hold_report

    hold_report(the_record(), by.hand(), reference, day, because)
    show(f"{reference} is under embargo until {day.isoformat()}; every day is planned from there.")
    show_next(reference)
