"""Edits side by side: `branches`, `compare-versions`, `take-branch`, `settle-branch`."""

from typing import Annotated, Any

import typer

from cli.acting import By, act
from cli.opening import Reference
from cli.several_hands import BRANCH_HEADS, hands_on
from cli.telling import show, show_json, show_table
from cli.what_next import show_next, the_record

Number = Annotated[int, typer.Argument(metavar="N", help="Number of the version kept beside.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("branches")(branches)
    act(app, "take-branch")(take_branch)
    act(app, "settle-branch")(settle_branch)
    app.command("compare-versions")(compare_versions)


def compare_versions(
    reference: Reference,
    old: Annotated[int, typer.Argument(metavar="A", help="Number of the older version.")],
    new: Annotated[int, typer.Argument(metavar="B", help="Number of the newer version.")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.html")],
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Write a page of what changed between two versions: a branch and the current one, say."""
    from cli.merging import write_comparison
    from cli.version_files import version_file

    before, after = version_file(reference, old), version_file(reference, new)
    names = f"version {before.number}", f"version {after.number}"
    comparison = write_comparison(before.data, after.data, names, out)
    if json:
        from casework.documents.compare.exchange import as_json

        show_json(as_json(comparison))


def branches(
    reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False
) -> None:
    """List the edits kept beside the current version, and what became of each."""
    rows = [{**row, **_differences(reference, row)} for row in hands_on(reference)["branches"]]
    if json:
        show_json(rows)
        return
    if not rows:
        show(f"{reference}: no edit is kept beside the current version.")
        return
    show_table(BRANCH_HEADS, [_line(row) for row in rows])
    show("“its edits”: paragraphs it changed; “from current”: those that differ from the current.")
    for row in rows:
        if row["waits"]:
            _show_ways(reference, row["number"], row["current"])


def _line(row: dict[str, Any]) -> list[object]:
    beside = row["siblings"]
    also = f" (as is {', '.join(map(str, beside))})" if beside else ""
    return [
        row["number"],
        f"version {row['made_from']}{also}",
        row["by"],
        row["kept_at"],
        row["paragraphs_edited"],
        row["paragraphs_from_current"],
        row["outcome"],
        row["file"],
    ]


def _differences(reference: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return what else was made from the same version, and how many paragraphs differ."""
    from casework.documents.likeness import paragraphs_changed, paragraphs_of
    from casework.record.bytes import fetch
    from casework.record.desk import find_case, found
    from casework.record.papers import BESIDE, find_document, versions_of

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        document = found(find_document(session, case))
        every = {one.number: one for one in versions_of(session, document)}
        wanted = {row["number"], row["made_from"], document.current} & every.keys()
        words = {n: paragraphs_of(fetch(session, every[n].sha256)) for n in wanted}
    own, parent = words[row["number"]], words.get(row["made_from"], ())
    return {
        "current": document.current,
        "siblings": [
            one.number
            for one in every.values()
            if one.parent == row["made_from"] and one.kind not in BESIDE
        ],
        "paragraphs_edited": paragraphs_changed(parent, own),
        "paragraphs_from_current": paragraphs_changed(words[document.current], own),
    }


def _show_ways(reference: str, number: int, current: int) -> None:
    show(f"Version {number} waits for somebody to say what becomes of it:")
    show(f"  section55 compare-versions {reference} {current} {number} -o OUT.html   to look first")
    show(f"  section55 take-branch {reference} {number}   makes it the next version")
    show(f'  section55 settle-branch {reference} {number} "REASON"   says it is dealt with')


def take_branch(
    by: By,
    reference: Reference,
    number: Number,
    *,
    voids_signatures: Annotated[bool, typer.Option("--voids-signatures")] = False,
) -> None:
    """Make an edit kept beside the next version; the current one stays on the record."""
    from casework.review import take_branch as take_over
    from casework.wiring import doors

    door = doors()
    outcome, version, *remarks = take_over(
        door.record, by.hand(), reference, number, door.library, voids=voids_signatures
    )
    already = "was taken over before" if outcome == "unchanged" else "is taken over"
    show(f"{reference}: version {number} {already}, as version {version}.")
    for remark in remarks:
        show(f"Look: {remark}")
    show_next(reference)


def settle_branch(
    by: By,
    reference: Reference,
    number: Number,
    reason: Annotated[str, typer.Argument(metavar="REASON")],
) -> None:
    """Say that an edit kept beside is dealt with, and why it need not be taken over."""
    from casework.review import settle_branch as settle

    why = settle(the_record(), by.hand(), reference, number, reason)
    show(f"{reference}: version {number}, kept beside, is settled: {why}")
    show_next(reference)
