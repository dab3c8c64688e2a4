"""The first page: what needs whoever is signed in, today."""

from collections.abc import Iterable
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from casework.access import Visitor
from casework.record.colleagues import Waiting
from casework.record.overview import CaseLine
from casework.record.page_work import not_looked_at
from casework.record.settings_history import Proposal, waiting
from casework.record.source_looks import source_looks
from casework.rules.progress import OFFICERS
from casework.rules.wanted import COLLEAGUES
from models.words import Stage
from web.look import page
from web.pages.working import WORDS as WORK_WORDS
from web.register import ON_A_PAGE, lines_for, strip_of, way_of
from web.visits import Visit, Visiting

router = APIRouter()
CARDS: Final = 12
"""Cases that are shown large; who has more to do finds the rest in a list."""


@router.get("/")
def today(here: Visiting) -> Response:
    """Show the cases that wait for this person, then those that wait for others."""
    mine: list[CaseLine] = []
    shared: list[CaseLine] = []
    others: list[CaseLine] = []
    lines = lines_for(here)
    for line in lines:
        if _is_mine(line, here.visitor):
            mine.append(line)
        else:
            (shared if line.role in here.visitor.roles else others).append(line)
    return page(
        here.request,
        "today.html",
        here.visitor,
        mine=mine[:CARDS],
        shared=shared[:ON_A_PAGE],
        others=others[:ON_A_PAGE],
        more=mine[CARDS : CARDS + ON_A_PAGE],
        strips={line.reference: strip_of(here, line) for line in mine[:CARDS]},
        sources=source_looks(here.record),
        works=not_looked_at(here.record, here.visitor.person.key),
        work_words=WORK_WORDS,
        today=here.place.today,
        way_of=way_of,
        questions=_questions(lines, here.visitor.person.key),
        to_confirm=_changes_to_confirm(here),
        colleague_of=[role for role in COLLEAGUES if role in here.visitor.roles],
        may_open=bool(OFFICERS & here.visitor.roles),
    )


def _changes_to_confirm(here: Visit) -> list[Proposal]:
    """Return the changes of the settings that wait for this person: never their own."""
    if not here.visitor.may_confirm:
        return []
    with here.record.reading() as session:
        asked = waiting(session, here.record.office(session))
    return [one for one in asked if one.who != here.visitor.person.name]


def _questions(lines: Iterable[CaseLine], me: str) -> list[tuple[CaseLine, Waiting]]:
    """Return the questions that wait for one person, the most urgent first."""
    found = [(line, one) for line in lines for one in line.questions if one.whom == me]
    return sorted(found, key=lambda pair: pair[1].due)


def _is_mine(line: CaseLine, visitor: Visitor) -> bool:
    """Return whether the next act waits for this person: their role, and nobody else's case.

    A signature is asked of whoever gives it, whoever leads the case.
    """
    led_by_another = bool(line.lead) and line.lead != visitor.person.name
    if line.stage is Stage.SIGNING:
        led_by_another = False
    return line.role in visitor.roles and not (led_by_another and line.role in OFFICERS)
