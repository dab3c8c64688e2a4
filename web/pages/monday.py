"""The page for Monday's meeting: each open case, and what is to be decided this week."""

from fastapi import APIRouter
from starlette.responses import Response

from casework.record.overview import CaseLine
from casework.record.plans import plan_of
from casework.rules.plan import STEER, Milestone
from casework.rules.progress import SIGNERS
from casework.rules.week import decisions_in, week_of
from web.look import page
from web.register import lines_for
from web.visits import Visit, Visiting

router = APIRouter()


@router.get("/monday")
def monday(here: Visiting) -> Response:
    """Show every open case on a page to be printed."""
    lines = lines_for(here)
    decisions = {line.reference: _decisions(here, line) for line in lines}
    return page(
        here.request,
        "monday.html",
        here.visitor,
        lines=lines,
        decisions=decisions,
        to_decide=[x for x in lines if decisions[x.reference] or x.role in SIGNERS],
        signers=SIGNERS,
        week=week_of(here.place.today),
        today=here.place.today,
        who_signs=here.visitor.settings.body.title,
    )


def _decisions(here: Visit, line: CaseLine) -> tuple[Milestone, ...]:
    if line.responded_on is not None:
        return ()
    plan = plan_of(here.visitor.settings, line.published, line.route, embargoed=line.embargoed)
    found = decisions_in(plan, here.place.today, line.stage)
    return tuple(one for one in found if one.key != STEER or not line.steered)
