"""What the record says anew, waiting in the Word file to be decided."""

from typing import Annotated, Any

import typer

from cli.acting import By, act
from cli.opening import Reference
from cli.telling import show, show_json, show_table, spoken
from cli.what_next import show_next, the_record

HEADS = ("at", "what", "it said", "it now says", "in the file")
SHOWN = 60
"""Characters of a text shown in a table."""


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("updates")(updates)
    act(app, "take-updates")(take_updates)
    act(app, "decline-updates")(decline_updates)


def updates(reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False) -> None:
    """List the updates that wait in the response to be decided in Word."""
    waiting = updates_in(reference)
    if json:
        show_json(waiting)
        return
    if not waiting["number"]:
        show(f"{reference}: no updates wait.")
        return
    show(f"{reference}: {waiting['said']} in version {waiting['number']}.")
    show_table(HEADS, [_line(item) for item in waiting["items"]])


def updates_in(reference: str) -> dict[str, Any]:
    """Return the updates that wait in the response of a case, as plain values."""
    from casework.record.desk import find_case, found
    from casework.record.papers import find_document
    from casework.record.proposals import items_of, updates_of, waiting_proposal

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        document = find_document(session, case)
        proposal = waiting_proposal(session, document) if document else None
        if proposal is None:
            return {"number": None, "said": "no updates waiting", "items": []}
        items = [
            {
                "region": item.region,
                "outcome": item.outcome.value,
                "old": item.old,
                "new": item.new,
                "theirs": item.theirs,
            }
            for item in items_of(session, proposal)
        ]
        said = updates_of(session, proposal).words
        return {"number": proposal.number, "said": said, "items": items}


def _line(item: dict[str, str]) -> list[str]:
    texts = [" ".join(item[name].split()) for name in ("old", "new", "theirs")]
    short = [text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…" for text in texts]
    return [item["region"], spoken(item["outcome"]), *short]


def take_updates(
    by: By,
    reference: Reference,
    *,
    voids_signatures: Annotated[bool, typer.Option("--voids-signatures")] = False,
) -> None:
    """Accept every update that waits, as if in Word; comments stay to be settled there."""
    from casework.review import take_updates as accept
    from casework.wiring import doors

    door = doors()
    _, number, *remarks = accept(
        door.record, by.hand(), reference, door.library, voids=voids_signatures
    )
    show(f"{reference}: the updates are taken into version {number}.")
    for remark in remarks:
        show(f"Look: {remark}")
    show_next(reference)


def decline_updates(
    by: By,
    reference: Reference,
    reason: Annotated[str, typer.Argument(help="Why they are set aside.")],
) -> None:
    """Set the updates that wait aside; they come again only if the record changes anew."""
    from casework.review import decline_updates as decline
    from casework.rules.wording import counted

    number = decline(the_record(), by.hand(), reference, reason)
    show(f"{reference}: {counted(number, 'update')} set aside.")
    show_next(reference)
