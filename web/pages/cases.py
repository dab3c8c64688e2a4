"""The register: every case, the most urgent first; the same as tables for other programs."""

import json
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from casework.publishers.open_document import ODS, ods_file
from casework.publishers.tables import CSV, Value, csv_file
from casework.record.desk import found
from casework.record.overview import CaseLine
from casework.record.public_rows import days_taken
from casework.rules.days_chart import DaysChart, days_chart
from casework.rules.days_taken import Taken, years_of
from casework.rules.deadlines import day_number
from casework.rules.next_act import waited_for
from casework.rules.progress import OFFICERS
from web.files import attachment
from web.look import page
from web.register import OPEN, Chosen, lines_for, number_of_pages, way_of
from web.visits import Visit, Visiting

router = APIRouter()
HEADS: Final = (
    "reference",
    "report",
    "stage",
    "published",
    "provisional",
    "last day",
    "our target",
    "day number",
    "days left",
    "response published",
    "findings",
    "next",
    "with",
    "lead",
    "what is wrong",
)


def chosen(
    show: str = "",
    late: str = "",
    whom: Annotated[str, Query(alias="with")] = "",
    number: Annotated[str, Query(alias="page")] = "",
) -> Chosen:
    """Return what the address asks for."""
    return Chosen.of(show, late, whom, number)


Choice = Annotated[Chosen, Depends(chosen)]


@router.get("/cases")
def cases(here: Visiting, choice: Choice) -> Response:
    """Show the register, or what was chosen of it."""
    wanted = choice.of_lines(lines_for(here, ended=choice.show != OPEN))
    return page(
        here.request,
        "cases.html",
        here.visitor,
        lines=choice.on_page(wanted),
        found=len(wanted),
        choice=choice,
        pages=number_of_pages(wanted),
        whom=sorted(waited_for(here.visitor.settings.routes.values())),
        way_of=way_of,
        may_open=bool(OFFICERS & here.visitor.roles),
        chart=_years(here),
    )


@router.get("/cases.csv")
def as_csv(here: Visiting, choice: Choice) -> Response:
    """Return what was chosen of the register as a table, every line of it."""
    return attachment(csv_file(HEADS, _rows(here, choice)), _name(here, "csv"), CSV)


@router.get("/cases.ods")
def as_ods(here: Visiting, choice: Choice) -> Response:
    """Return the same for a spreadsheet: days as days, numbers as numbers."""
    return attachment(ods_file("Cases", HEADS, _rows(here, choice)), _name(here, "ods"), ODS)


@router.get("/cases.json")
def as_json(here: Visiting, choice: Choice) -> Response:
    """Return the same for another program; `docs/formats.md` names its keys."""
    keys = [head.replace(" ", "_") for head in HEADS]
    lines = [dict(zip(keys, row, strict=True)) for row in _rows(here, choice)]
    told = {"format": "section55-cases", "edition": 1, "cases": lines}
    data = json.dumps(told, ensure_ascii=False, indent=2, default=str).encode()
    return attachment(data, _name(here, "json"), "application/json")


def _name(here: Visit, ending: str) -> str:
    return f"cases-{here.place.today.isoformat()}.{ending}"


def _rows(here: Visit, choice: Chosen) -> list[tuple[Value, ...]]:
    return [_row(line) for line in choice.of_lines(lines_for(here, ended=choice.show != OPEN))]


def _row(line: CaseLine) -> tuple[Value, ...]:
    counts = line.is_open and line.has_clock and line.responded_on is None
    return (
        line.reference,
        line.title,
        line.stage.value.replace("_", " "),
        line.published,
        line.provisional,
        line.last_day,
        line.target,
        line.day_number if counts else None,
        line.days_left if counts else None,
        line.responded_on,
        line.findings,
        line.next_words,
        line.role.value.replace("_", " ") if line.role else "",
        line.lead,
        "; ".join(line.troubles),
    )


def _years(here: Visit) -> DaysChart | None:
    """Return the chart of all responses that are public: whoever works here may see those."""
    with here.record.reading() as session:
        days = days_taken(session, found(here.record.office(session).id))
    years = years_of(Taken(first, day_number(first, last)) for first, last in days)
    return days_chart(years) if years else None
