"""The register: every case, the most urgent first; the same as a table for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from casework.record.overview import CaseLine
from casework.rules.progress import OFFICERS
from models.words import Role
from web.files import attachment
from web.look import page
from web.register import OPEN, Chosen, lines_for, number_of_pages, way_of
from web.visits import Visiting

router = APIRouter()
CSV: Final = "text/csv; charset=utf-8"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for something to reckon."""
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
    every = lines_for(here, ended=choice.show != OPEN)
    wanted = choice.of_lines(every)
    return page(
        here.request,
        "cases.html",
        here.visitor,
        lines=choice.on_page(wanted),
        found=len(wanted),
        choice=choice,
        pages=number_of_pages(wanted),
        whom=sorted({line.role for line in every if line.role}),
        way_of=way_of,
        may_open=bool(OFFICERS & here.visitor.roles),
    )


@router.get("/cases.csv")
def table(here: Visiting, choice: Choice) -> Response:
    """Return what was chosen of the register as a table, every line of it."""
    wanted = choice.of_lines(lines_for(here, ended=choice.show != OPEN))
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(HEADS)
    rows.writerows(_plain(_row(line)) for line in wanted)
    # The mark at its head lets spreadsheets see that it is UTF-8.
    data = f"\ufeff{written.getvalue()}".encode()
    return attachment(data, f"cases-{here.place.today.isoformat()}.csv", CSV)


def _row(line: CaseLine) -> tuple[object, ...]:
    counts = line.is_open and line.has_clock and line.responded_on is None
    return (
        line.reference,
        line.title,
        line.stage.value.replace("_", " "),
        line.published.isoformat(),
        "yes" if line.provisional else "no",
        line.last_day.isoformat(),
        line.target.isoformat(),
        line.day_number if counts else "",
        line.days_left if counts else "",
        line.responded_on.isoformat() if line.responded_on else "",
        line.findings,
        line.next_words,
        _spoken(line.role),
        line.lead,
        "; ".join(line.troubles),
    )


def _plain(cells: Iterable[object]) -> list[object]:
    return [f"'{c}" if isinstance(c, str) and c.startswith(FORMULA) else c for c in cells]


def _spoken(role: Role | None) -> str:
    return role.value.replace("_", " ") if role else ""
