"""What works on plain files, without a record: `read`, `deadline`, `gate`, `publishable`."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.faults import REFUSED
from cli.given import a_day, a_day_or_none, a_file, today
from cli.telling import show, show_json, show_table, spoken, tell

if TYPE_CHECKING:
    from datetime import date

    from models.shapes.reading import ReadReport
    from models.shapes.word import GateReport

Json = Annotated[bool, typer.Option("--json", help="For programs.")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("read")(read)
    app.command("deadline")(deadline)
    app.command("gate")(gate)
    app.command("publishable")(publishable)


def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="HTML, PDF, text; - for pasted.")],
    force: Annotated[str | None, typer.Option(metavar="NAME", help="Seen from its office.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="If you know it.")] = None,
    *,
    json: Json = False,
) -> None:
    """Read a report of the inspectors: title, date, forces, grades, findings."""
    from casework.errors import CaseworkError
    from casework.reading.exchange import as_json

    try:
        report = _read(file, force, a_day_or_none(published))
    except CaseworkError as fault:
        if json:
            show_json({"refusal": True, "error": str(fault)})
        raise
    if json:
        show_json(as_json(report))
    else:
        _show_report(report)


def _read(file: str, force: str | None, published: "date | None") -> "ReadReport":
    data, name = a_file(file)
    from casework.reading.document import read_document
    from casework.registers.addressees import load_addressees
    from casework.registers.forces import load_forces
    from casework.rules.deadlines import sensible_publication_date
    from casework.rules.findings.concerning import concerning
    from casework.rules.findings.report import read_report

    names = _names_of_force(force) if force else ()
    if published:
        sensible_publication_date(published)
    document = read_document(data, name)
    report = read_report(document, load_forces(), load_addressees())
    if published:
        from casework.rules.findings.dated import published_on

        report = published_on(report, published)
    return concerning(report, names, load_addressees()) if names else report


def _names_of_force(asked: str) -> tuple[str, ...]:
    from casework.errors import RefusedInputError
    from casework.registers.forces import load_forces
    from casework.rules.findings.normal import comparable

    for force in load_forces():
        if comparable(asked) in {comparable(name) for name in (*force.names, force.area)}:
            return force.names
    message = f"There is no force called “{asked}”: give its name as it uses it itself."
    raise RefusedInputError(message)


def _show_report(report: "ReadReport") -> None:
    from casework.rules.wording import british_date

    day = british_date(report.published) if report.published else report.published_raw
    show(report.title)
    show(f"Kind: {spoken(report.kind.value)}. Forces: {', '.join(report.forces) or 'all'}.")
    where = f" ({report.published_from})" if report.published_from else ""
    show(f"Published: {day or 'not told'}{where}.")
    if report.graded_areas:
        show("\nGraded areas")
        show_table(("area", "grade"), [(a.area, a.grade or "") for a in report.graded_areas])
    show(f"\nFindings: {len(report.findings)}")
    for one in report.findings:
        number = f" {one.number}" if one.number else ""
        show(f"\n{one.id}  {spoken(one.klass.value).capitalize()}{number}  [{one.area or ''}]")
        show(one.text)
        if one.concerns:
            show(f"For {spoken(one.concerns.value)}: {one.concerns_because}")
        if one.deadline.raw:
            resolved = f" ({british_date(one.deadline.day)})" if one.deadline.day else ""
            show(f"Deadline: {one.deadline.raw}{resolved}")
    for warning in report.warnings:
        show(f"\nLook: {warning}")


def deadline(
    published: Annotated[str, typer.Argument(metavar="DATE", help="As in 2022-10-14.")],
    on: Annotated[str | None, typer.Option("--today", metavar="DATE")] = None,
    *,
    json: Json = False,
) -> None:
    """Reckon the last day for the response to a report published on a date."""
    day, seen_from = a_day(published), a_day_or_none(on) or today()
    from casework.registers.bank_holidays import bank_holidays_around
    from casework.rules.deadlines import deadline_answer, sensible_publication_date
    from casework.rules.wording import counted, day_of_period_words, weekday_date

    sensible_publication_date(day)
    answer = deadline_answer(day, seen_from, bank_holidays_around(day))
    if json:
        show_json(answer.as_json())
        return
    show(answer.explained)
    left = answer.days_left
    rest = f"{counted(left, 'day')} left" if left >= 0 else f"{counted(-left, 'day')} late"
    show(
        f"On {weekday_date(seen_from)}: {day_of_period_words(answer.day_number_today, 56)}, {rest}."
    )
    show(f"Target, the last working day in time: {weekday_date(answer.target)}.")


def gate(file: Annotated[str, typer.Argument(metavar="FILE.docx")], *, json: Json = False) -> None:
    """Say whether a Word file may come in, and what must be gone before anybody signs it."""
    data, name = a_file(file)
    from casework.documents.gate import inspect
    from casework.documents.gate.exchange import as_json

    report = inspect(data)
    if json:
        show_json(as_json(report))
    else:
        _show_gate(report, name)
    if not report.accepted:
        if json:
            tell(report.blocked[0].message)
        raise typer.Exit(REFUSED)


def _show_gate(report: "GateReport", name: str) -> None:
    show(f"{name} {'may come in.' if report.accepted else 'is kept out:'}")
    for reason in report.blocked:
        show(f"  {reason.message}{f' ({reason.where})' if reason.where else ''}")
    for left in report.left_overs:
        by = f" by {left.author}" if left.author else ""
        show(f"  {spoken(left.kind.value)}{by}: {left.where}")


def publishable(
    file: Annotated[str, typer.Argument(metavar="FILE.docx")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="FOLDER")],
    facts: Annotated[
        str | None, typer.Option(metavar="FACTS.json", help="Of the case: title, office, date.")
    ] = None,
    *,
    json: Json = False,
) -> None:
    """Write the published forms of a Word file: web page, PDF and cleaned Word file."""
    data, name = a_file(file)
    from cli.published_forms import write_forms

    written = write_forms(data, name, out, facts)
    for sentence in written["left_out"]:
        tell(f"Look: {sentence}")
    if json:
        show_json(written)
        return
    show(f"{out}: web page, PDF and Word file say the same {written['words']} words.")
    for form, made in written["files"].items():
        show(f"  response.{form}  {made['bytes']} bytes  {made['sha256']}")
