"""The Word file goes out and comes back: `versions`, `get`, `check-in`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.given import LONDON, a_file
from cli.opening import Reference
from cli.several_hands import hands_on
from cli.telling import show, show_json, show_table, spoken
from cli.version_files import keep_from_overwriting, version_file, write_file
from cli.what_next import show_next, the_record

if TYPE_CHECKING:
    from models import Version

OUTCOMES = {
    "version": "is now version {number}.",
    "branch": "is kept beside the current version, as number {number}.",
    "unchanged": "is version {number} as we have it: nothing was changed.",
}


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "check-in")(check_in)
    app.command("versions")(versions)
    app.command("get")(get)


def check_in(
    by: By,
    reference: Reference,
    file: Annotated[str, typer.Argument(metavar="FILE.docx")],
    *,
    voids_signatures: Annotated[bool, typer.Option("--voids-signatures")] = False,
    made_from: Annotated[
        int,
        typer.Option(metavar="N", help="The version it was made from, if it has lost its mark."),
    ] = 0,
) -> None:
    """Hand an edited Word file back; it passes the gate first."""
    data, name = a_file(file)
    from casework.review import Edited
    from casework.review import check_in as hand_back
    from casework.wiring import doors

    door = doors()
    edited = Edited(data, name, voids=voids_signatures, made_from=made_from)
    outcome, number, *remarks = hand_back(door.record, by.hand(), reference, edited, door.library)
    show(f"{reference}: {name} {OUTCOMES[outcome].format(number=number)}")
    for remark in remarks:
        show(f"Look: {remark}")
    show_next(reference)


def versions(
    reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False
) -> None:
    """List every version of a response."""
    rows = versions_in(reference)
    outs = hands_on(reference)["checkouts"]
    if json:
        show_json(rows)
        return
    heads = ("number", "kind", "from", "made", "by", "SHA-256", "note")
    show_table(
        heads,
        [
            [
                f"{row['number']}{' (current)' if row['current'] else ''}",
                spoken(row["kind"]),
                row["parent"] or "",
                row["made_at"],
                row["made_by"],
                str(row["sha256"])[:12],
                row["note"],
            ]
            for row in rows
        ],
    )
    for one in outs:
        show(one["said"])


def versions_in(reference: str) -> list[dict[str, object]]:
    """Return every version of a response as plain values."""
    from casework.record.desk import find_case, found
    from casework.record.papers import find_document, versions_of
    from models import Person

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        document = find_document(session, case)
        if document is None:
            return []
        people: dict[int | None, str] = {
            row.made_by_id: found(session.get(Person, row.made_by_id)).name
            for row in versions_of(session, document)
            if row.made_by_id
        }
        return [
            {**_version(row, people), "current": row.number == document.current}
            for row in versions_of(session, document)
        ]


def _version(row: "Version", people: dict[int | None, str]) -> dict[str, object]:
    return {
        "number": row.number,
        "kind": row.kind.value,
        "parent": row.parent,
        "made_at": row.made_at.astimezone(LONDON).isoformat(timespec="minutes"),
        "made_by": people.get(row.made_by_id, "the service"),
        "sha256": row.sha256,
        "note": row.note,
    }


def get(
    reference: Reference,
    version: Annotated[
        int | None, typer.Option(help="Its number; the current one if left out.")
    ] = None,
    out: Annotated[str, typer.Option("-o", "--out", metavar="FILE")] = "",
) -> None:
    """Write a version of the response to a file."""
    found = version_file(reference, version or 0)
    path = Path(out or found.name)
    keep_from_overwriting(path, found.data)
    write_file(path, found.data)
    show(f"{reference}: version {found.number} is in {path}.")
