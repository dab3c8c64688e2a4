"""Search: words found in reports, findings, answers, comments and Word files, case by case."""

from typing import Any, Final

from fastapi import APIRouter
from sqlmodel import func, select
from starlette.responses import Response

from casework.access import may_read_background, within_reach
from casework.record.editions import Embargoed
from casework.record.search import HITS_OF_ONE_CASE, search
from casework.record.search_results import Reader
from casework.record.search_waiting import read_waiting
from casework.rules.asked_words import LONGEST_ASKED, asked
from models import Case
from models.words import Stage
from web.look import page
from web.search_form import SearchFor
from web.search_view import KIND_WORDS, shown
from web.visits import Visit, Visiting

router = APIRouter()
READ_AT_ONCE: Final = 10
"""Texts read before an answer, where the dispatcher has not come to them: about half a second."""


@router.get("/search")
def searching(here: Visiting, form: SearchFor) -> Response:
    """Show what was found, or what can be searched."""
    what = asked(form.words)
    waiting = 0 if what.is_empty else read_waiting(here.record, READ_AT_ONCE)
    found = search(here.record, what, form.wanted, reader_of(here))
    return page(
        here.request,
        "search.html",
        here.visitor,
        form=form,
        is_empty=what.is_empty,
        found=found,
        waiting=waiting,
        shown=shown,
        kinds=KIND_WORDS,
        stages=list(Stage),
        years=_years(here),
        forces=here.visitor.settings.forces,
        longest=LONGEST_ASKED,
        most=HITS_OF_ONE_CASE,
    )


def reader_of(here: Visit) -> Reader:
    """Return who looks, as far as finding depends on it."""
    roles, now = here.visitor.roles, here.place.now

    def may_see(case: Embargoed) -> bool:
        return within_reach(case, roles, now)

    return Reader(may_see, may_read_background(roles))


def _years(here: Visit) -> list[int]:
    """Return the years to choose from, the latest first: all of them, whatever is in them."""
    with here.record.reading() as session:
        ours = Case.office_id == here.record.office(session).id
        first: Any = session.exec(select(func.min(Case.candidate_on)).where(ours)).one()
    this = here.place.today.year
    return list(range(this, min(first.year if first else this, this) - 1, -1))
