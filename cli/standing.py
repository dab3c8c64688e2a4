"""How a case stands by law, and what its response promises: `lawfulness`, `promises`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.given import now, today
from cli.opening import Reference
from cli.telling import show, show_json, show_table, tell
from cli.version_files import write_file
from cli.what_next import the_record

if TYPE_CHECKING:
    from casework.examining.ledgers import Promised
    from casework.rules.lawfulness_sheet import LawfulnessSheet, SheetLine

Json = Annotated[bool, typer.Option("--json", help="For programs.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("lawfulness")(lawfulness)
    app.command("promises")(promises)


def lawfulness(
    reference: Reference,
    out: Annotated[
        str | None, typer.Option("-o", "--out", metavar="FILE.pdf", help="As a PDF of one page.")
    ] = None,
    *,
    json: Json = False,
) -> None:
    """Show each limb of section 55: how it stands, what proves it, and who has it in hand."""
    sheet = _sheet(reference)
    if out is not None:
        from casework.documents.lawfulness_pdf import lawfulness_pdf

        write_file(Path(out), lawfulness_pdf(sheet))
        tell(f"{out}: the lawfulness sheet of {sheet.reference}, as at {sheet.moment}.")
    if json:
        show_json(_sheet_values(sheet))
    elif out is None:
        _show_sheet(sheet)


def promises(reference: Reference, *, json: Json = False) -> None:
    """Show what the response of a case promises, by which day, the soonest first."""
    from casework.examining.ledgers import promises_of
    from casework.record.desk import find_case, found

    record = the_record()
    with record.reading() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), reference)
        ledger = promises_of(session, record.settings_of(session, office), case, today())
    if json:
        show_json(
            {"version": ledger.version, "promises": [_promise(one) for one in ledger.promises]}
        )
    elif not ledger.promises:
        show("It promises nothing by a day that is still to come.")
    else:
        heads = ("by", "", "promise", "by whom", "findings")
        show_table(heads, [_promise_line(one) for one in ledger.promises])


def _sheet(reference: str) -> "LawfulnessSheet":
    from casework.record.desk import find_case, found
    from casework.record.dossier import dossier
    from casework.record.lawfulness_sheet import lawfulness_sheet

    record = the_record()
    with record.reading() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), reference)
        file = dossier(session, case)
        return lawfulness_sheet(session, record.settings_of(session, office), file, now())


def _show_sheet(sheet: "LawfulnessSheet") -> None:
    show(f"{sheet.reference}  {sheet.title}")
    show(f"As at {sheet.moment}. The text: {sheet.version}.")
    show(f"{sheet.clock}\nThe limbs: {sheet.in_short}.\n")
    heads = ("section", "the duty", "how it stands", "proof", "with")
    show_table(heads, [_line(line) for line in sheet.lines])


def _line(line: "SheetLine") -> list[str]:
    excuse = f" Reason given: {line.limb.excuse}" if line.limb.excuse else ""
    told = f"{line.limb.proof}{excuse}"
    return [line.limb.subsection, line.duty, line.light, told, line.with_whom]


def _sheet_values(sheet: "LawfulnessSheet") -> dict[str, Any]:
    return {
        "reference": sheet.reference,
        "title": sheet.title,
        "as_at": sheet.as_at.isoformat(),
        "version": sheet.version,
        "published": sheet.published.isoformat(),
        "provisional": sheet.provisional,
        "last_day": sheet.last_day.isoformat(),
        "limbs": [
            {
                "section": line.limb.subsection,
                "about": line.limb.about or None,
                "duty": line.limb.duty,
                "asked": line.asked or None,
                "light": line.limb.light.value,
                "proof": line.limb.proof,
                "receipts": [{"words": one.words, "at": one.at or None} for one in line.receipts],
                "reason": line.limb.excuse or None,
                "with_whom": line.with_whom or None,
            }
            for line in sheet.lines
        ],
    }


def _promise(one: "Promised") -> dict[str, Any]:
    return {
        "words": one.words,
        "by_whom": one.by,
        "day": one.day.isoformat(),
        "raw": one.raw,
        "assumed": one.assumed,
        "findings": [key for _, key in one.findings],
        "past": one.is_past(today()),
    }


def _promise_line(one: "Promised") -> list[str]:
    marks = [*(["past"] if one.is_past(today()) else []), *(["assumed"] if one.assumed else [])]
    cited = ", ".join(name for name, _ in one.findings)
    return [one.day.isoformat(), ", ".join(marks), one.words, one.by, cited]
