"""Long work as whoever asked for it sees it: how far it is, how it ended, where it leads."""

import json
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from casework.access import within_reach
from casework.errors import NotFoundError
from casework.record.page_work import look, work_of
from casework.rules.terminal_words import in_page_words
from models import Case, PageWork, WorkKind
from web.look import go, page
from web.visits import Visit, Visiting
from web.waiting import workers_of

router = APIRouter()
EVERY_SECONDS: Final = 2
WORDS: Final = {
    WorkKind.OPEN_CASE: "Opening a case",
    WorkKind.HAND_BACK: "Handing back an edit",
    WorkKind.TAKE_UPDATES: "Taking updates",
    WorkKind.TAKE_BRANCH: "Taking an edit over",
    WorkKind.SUBMIT: "Submitting for signature",
    WorkKind.PUBLISH: "Publishing",
}
NOT_TYPED: Final = frozenset({"person", "reference", "told_roles"})


@router.get("/at-work/{number:int}")
def work(here: Visiting, number: int) -> Response:
    """Show a piece of one's own work. Nobody's browser is needed for it to go on."""
    row = work_of(here.record, number, here.visitor.person.key)
    _within_reach(here, row)
    if row.finished_at is None:
        # In hand, this does nothing; left behind by a process that died, it goes on.
        workers_of(here.request).start(number)
    elif row.looked_at is None:
        look(here.record, number, here.place.now)
        if row.went_well:
            return go(row.leads_to, in_page_words(row.outcome))
    answer = page(
        here.request,
        "working.html",
        here.visitor,
        work=row,
        step=workers_of(here.request).told(number),
        words=WORDS[row.what],
        said=in_page_words(row.outcome),
        typed=_typed(row),
    )
    if row.finished_at is None:
        answer.headers["refresh"] = str(EVERY_SECONDS)
    return answer


def _within_reach(here: Visit, row: PageWork) -> None:
    if row.case_id is None:
        return
    with here.record.reading() as session:
        case = session.get(Case, row.case_id)
    if case is None or not within_reach(case, here.visitor.roles, here.place.now):
        message = "There is no such work of yours: look at what needs you today."
        raise NotFoundError(message)


def _typed(row: PageWork) -> list[tuple[str, str]]:
    """Return what was typed, for whoever has to type it again."""
    typed: dict[str, object] = json.loads(row.typed)
    told = {"file": row.file_name, **typed}
    return [
        (key.replace("_", " "), "yes" if value is True else str(value))
        for key, value in told.items()
        if value and key not in NOT_TYPED
    ]
