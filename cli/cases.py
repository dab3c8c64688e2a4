"""The cases of the office: `list` by urgency, `show` whole, `case facts` for programs."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import LONDON, now, today
from cli.opening import Reference
from cli.telling import show, show_json, show_table, spoken
from cli.what_next import file_of, next_words, the_record

if TYPE_CHECKING:
    from casework.record.dossier import Dossier

Json = Annotated[bool, typer.Option("--json")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("list")(list_)
    app.command("show")(show_case)
    room = typer.Typer(no_args_is_help=True, help="A case for other programs.")
    # One command in a room of its own: without this it would lose its name.
    room.callback()(lambda: None)
    room.command("facts")(facts)
    app.add_typer(room, name="case")


def list_(
    *,
    everything: Annotated[bool, typer.Option("--all", help="Ended cases too.")] = False,
    json: Json = False,
) -> None:
    """List the cases by urgency: day of the 56, days left, last day, next act and who.

    Cases under embargo are among them, marked: whoever sits here holds the whole record.
    """
    rows = _rows(everything=everything)
    if json:
        show_json(rows)
    elif not rows:
        show("No case is open: `section55 open FILE` opens one.")
    else:
        heads = ("reference", "day", "left", "last day", "stage", "next", "who", "report")
        show_table(heads, [_line(row) for row in rows])


def _rows(*, everything: bool) -> list[dict[str, object]]:
    from casework.record.dossier import dossier
    from casework.record.register import cases
    from models.words import FINISHED

    record = the_record()
    wanted = [case for case in cases(record) if everything or case.stage not in FINISHED]
    with record.reading() as session:
        files = [dossier(session, case) for case in wanted]
    over = FINISHED
    files.sort(key=lambda file: (file.case.stage in over, file.last_day, file.case.reference))
    return [_values(file) for file in files]


def _values(file: "Dossier") -> dict[str, object]:
    from casework.rules.deadlines import day_number, days_left
    from casework.rules.wording import day_of_period_words
    from models.words import FINISHED

    words, who = next_words(file)
    over = file.case.stage in FINISHED or file.case.responded_on is not None
    return {
        "reference": file.case.reference,
        "title": file.report.title,
        "published": file.published.isoformat(),
        "provisional": file.provisional,
        "day_number_today": None if over else day_number(file.published, today()),
        "day": None if over else day_of_period_words(day_number(file.published, today()), 56),
        "days_left": None if over else days_left(file.published, today()),
        "last_day": file.last_day.isoformat(),
        "stage": file.case.stage.value,
        "embargoed_until": _held_until(file),
        "next": words,
        "who": who or None,
    }


def _held_until(file: "Dossier") -> str | None:
    """Return until when a report is under embargo, ISO 8601; None once it is not."""
    from casework.rules.embargo import is_held

    until = file.case.embargoed_until
    return until.isoformat() if until and is_held(file.case, now()) else None


def _line(row: dict[str, object]) -> list[object]:
    over = row["days_left"] is None
    mark = " (provisional)" if row["provisional"] else ""
    return [
        row["reference"],
        row["day"] or "",
        "" if over else row["days_left"],
        f"{row['last_day']}{mark}",
        spoken(row["stage"]),
        row["next"],
        row["who"] or "",
        f"{_held_words(row['embargoed_until'])}{row['title']}",
    ]


def _held_words(until: object) -> str:
    if until is None:
        return ""
    moment = datetime.fromisoformat(str(until)).astimezone(LONDON)
    return f"(embargoed until {moment:%Y-%m-%d}) "


def show_case(reference: Reference, *, json: Json = False) -> None:
    """Show everything about a case: dates, findings, comments, versions, letters, signatures."""
    from cli.case_sheet import show_sheet
    from cli.case_values import case_values

    values = case_values(reference)
    if json:
        show_json(values)
    else:
        show_sheet(values)


def facts(reference: Reference, *, json: Json = True) -> None:
    """Write the facts of a case, as the checks of a document want them (always JSON)."""
    del json
    from casework.record.facts import facts_of

    record = the_record()
    file = file_of(record, reference)
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
        show_json(facts_of(session, settings, file, today()))
