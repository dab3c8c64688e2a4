"""Publication and its proof: `schedule`, `publish`, `prove`, `copies`, `correct`."""

from typing import Annotated

import typer

from cli.acting import By, act
from cli.given import LONDON, a_file, a_moment
from cli.letters import letter_values
from cli.opening import Reason, Reference
from cli.telling import show, show_table, spoken
from cli.what_next import file_of, show_next, the_record


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "schedule")(schedule)
    act(app, "unschedule")(unschedule)
    act(app, "publish")(publish)
    act(app, "prove")(prove)
    act(app, "late")(late)
    act(app, "correct")(correct)
    act(app, "copies")(copies)
    act(app, "pages")(pages)


def schedule(
    by: By,
    reference: Reference,
    when: Annotated[str, typer.Argument(metavar="MOMENT", help="As in 2022-12-05T09:30.")],
    late_because: Annotated[str, typer.Option(help="Why it is late, past day 56.")] = "",
) -> None:
    """Set the moment of publication of a signed response."""
    moment = a_moment(when)
    from casework.publication import schedule as plan

    _, *remarks = plan(the_record(), by.hand(), reference, moment, late_because)
    local = moment.astimezone(LONDON)
    show(f"{reference} will be published on {local:%Y-%m-%d at %H:%M} (London).")
    for remark in remarks:
        show(f"Look: {remark}")
    show_next(reference)


def unschedule(by: By, reference: Reference, because: Reason) -> None:
    """Take the moment of publication back; the signatures stand."""
    from casework.publication import unschedule as take_back

    take_back(the_record(), by.hand(), reference, because)
    show(f"{reference}: nothing is scheduled any more.")
    show_next(reference)


def publish(by: By, reference: Reference) -> None:
    """Publish now what is due now, look whether it is there, and send the copies."""
    from casework.dispatch import carry_out
    from casework.publication import close_when_copied
    from casework.publication import publish as hand_over
    from casework.wiring import doors
    from models import Errand

    door = doors()
    # Each publisher and each look is an act of the service's own.
    said = hand_over(door.record, by.service(), reference, door.publication)
    for sentence in said or [_why_not(reference)]:
        show(sentence)
    for sentence in carry_out(door, by.now, {Errand.SEND_MAIL}):
        show(sentence)
    if close_when_copied(door.record, by.service("close"), reference):
        show(f"{reference}: both copies have gone, the case is closed.")
    show_next(reference)


def _why_not(reference: str) -> str:
    case = file_of(the_record(), reference).case
    if case.planned_for is None:
        return f"{reference} is {spoken(case.stage.value)}: nothing is scheduled."
    moment = case.planned_for.astimezone(LONDON)
    return f"{reference}: nothing is due; the moment set is {moment:%Y-%m-%d %H:%M} (London)."


def prove(
    by: By,
    reference: Reference,
    address: Annotated[str, typer.Option(metavar="URL", help="Where the public finds it.")],
    publisher: Annotated[str, typer.Option(metavar="NAME")] = "web_package",
    saved: Annotated[
        str | None, typer.Option(metavar="FILE", help="The page as you saved it.")
    ] = None,
) -> None:
    """Prove that the response is public: by fetching its address, or by a page saved by hand."""
    from casework.publication import prove as look
    from casework.publication import prove_by_hand
    from casework.wiring import doors

    door = doors()
    name = publisher.replace("-", "_")
    if saved is None:
        fetcher = door.publication.fetcher
        said = look(door.record, by.hand(), reference, name, address, fetcher)
    else:
        page, _ = a_file(saved)
        said = prove_by_hand(door.record, by.hand(), reference, name, address, page)
    show(said)
    show_next(reference)


def late(by: By, reference: Reference, reason: str) -> None:
    """Give the reason why a response is late."""
    from casework.publication import give_lateness_reason

    give_lateness_reason(the_record(), by.hand(), reference, reason)
    show(f"{reference}: the reason is on the record.")
    show_next(reference)


def correct(by: By, reference: Reference, note: str) -> None:
    """Open a published response for correction; the note is published beside it."""
    from casework.publication import correct as open_again

    open_again(the_record(), by.hand(), reference, note)
    show(f"{reference} is in review again; what is public stays until the correction is signed.")
    show_next(reference)


def copies(by: By, reference: Reference) -> None:
    """Prepare both copies of a published response, and show how far they have come."""
    from casework.publication import prepare_copies

    record = the_record()
    prepare_copies(record, by.any_hand(), reference)
    mails = [letter_values(m) for m in file_of(record, reference).mails if ":copy:" in m.key]
    show_table(("key", "state", "to"), [[m["key"], spoken(m["state"]), m["to"]] for m in mails])
    show_next(reference)


def pages(by: By) -> None:
    """Lay every public page and package out again, as signed, from the record."""
    from casework.publication import lay_out_again
    from casework.wiring import doors

    door = doors()
    said = lay_out_again(door.record, by.now, door.publication)
    for sentence in said or ["Nothing has been published yet."]:
        show(sentence)
