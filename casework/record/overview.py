"""All cases at a glance, read in a handful of queries however many there are."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast

from casework.record.colleagues import Waiting, waiting_in
from casework.record.desk import found
from casework.record.editions import is_embargoed
from casework.record.overview_rows import Overview, read_overview
from casework.record.plans import meeting_day
from casework.record.record import Record
from casework.record.whats_next import HANDED_OVER
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.deadlines import day_number, days_left, response_due, target_day
from casework.rules.loose_ends import with_loose_ends
from casework.rules.next_act import next_act
from casework.rules.signing import Given, next_step
from casework.rules.troubles import Standing, troubles
from models.shapes.office import OfficeSettings
from models.shapes.route import RouteStep
from models.words import FINISHED, CommentsState, PublicationState, Regime, Role, Stage


class CaseLine:
    """One case as a line of the register.

    It holds what was read and works out the rest when asked: of thousands of
    lines a page shows fifty.
    """

    def __init__(self, row: Any, kept: Overview, settings: OfficeSettings, today: date) -> None:
        """Take the case's row, all that hangs on the cases, and the day it is seen from."""
        self._row, self._kept, self._settings, self.today = row, kept, settings, today
        self.reference: str = row.reference
        self.stage: Stage = row.stage
        self.published: date = row.published_on or row.candidate_on
        self.responded_on: date | None = row.responded_on
        self.embargoed_until: datetime | None = row.embargoed_until
        self.released_at: datetime | None = row.released_at

    @property
    def title(self) -> str:
        """Return the report's title."""
        return str(self._row.title)

    @property
    def route(self) -> str:
        """Return the name of the route by which it is signed."""
        return str(self._row.route)

    @property
    def provisional(self) -> bool:
        """Return whether the clock runs on a date no person has confirmed."""
        return self._row.published_on is None

    @property
    def findings(self) -> int:
        """Return how many findings stand on its list."""
        return int(self._row.findings)

    @property
    def findings_confirmed(self) -> bool:
        """Return whether somebody has confirmed the list."""
        return bool(self._row.findings_confirmed)

    @property
    def lead(self) -> str:
        """Return who leads, or stands in today for who does; empty where nobody was named."""
        return _lead(self._row.lead or "", self._settings, self.today)

    @cached_property
    def _next(self) -> tuple[str, Role | None]:
        return _next(self._row, self._kept, self._settings)

    @property
    def next_words(self) -> str:
        """Return the next act."""
        return self._next[0]

    @property
    def role(self) -> Role | None:
        """Return whose act is next; None once the case has ended."""
        return self._next[1]

    @property
    def planned_for(self) -> datetime | None:
        """Return the moment set for its publication."""
        return cast("datetime | None", self._row.planned_for)

    @property
    def has_clock(self) -> bool:
        """Return whether the fifty-six days bind: a reply of the office's own accord has none."""
        return self._row.regime is Regime.SECTION_55

    @property
    def comments(self) -> tuple[CommentsState, ...]:
        """Return the track of each force; nothing once the case has ended."""
        return tuple(force.state for force in self._kept.forces.get(self._row.id, []))

    @property
    def arrived(self) -> bool:
        """Return whether comments came of which nobody has said what they are."""
        return bool(self._row.arrived)

    @property
    def steered(self) -> bool:
        """Return whether the holder of the office has said what they want said."""
        return bool(self._row.steers)

    @cached_property
    def questions(self) -> tuple[Waiting, ...]:
        """Return the questions to colleagues that wait for their reply."""
        return waiting_in(self._row.questions) if self.is_open else ()

    @property
    def troubles(self) -> tuple[str, ...]:
        """Return what is wrong, in words; nothing once the case has ended."""
        if not self.is_open:
            return ()
        return _troubles(self._row, self._kept, self._settings, self.today, self.questions)

    @property
    def last_day(self) -> date:
        """Return the last day of the 56."""
        return response_due(self.published)

    @property
    def target(self) -> date:
        """Return the office's own target, a working day."""
        return target_day(self.published, bank_holidays_around(self.published))

    @property
    def day_number(self) -> int:
        """Return which day of the period today is."""
        return day_number(self.published, self.today)

    @property
    def days_left(self) -> int:
        """Return how many days remain after today."""
        return days_left(self.published, self.today)

    @property
    def embargoed(self) -> bool:
        """Return whether it was opened on a copy that nobody has released."""
        return is_embargoed(self)

    @property
    def is_open(self) -> bool:
        """Return whether anything is still owed."""
        return self.stage not in FINISHED

    @property
    def is_late(self) -> bool:
        """Return whether the last day has passed and no response was seen public."""
        overdue = self.has_clock and self.responded_on is None and self.days_left < 0
        return self.is_open and overdue


def case_lines(record: Record, today: date, *, ended: bool = True) -> list[CaseLine]:
    """Return the cases of the office, the most urgent first; ended ones come last, if at all."""
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        kept = read_overview(session, found(office.id), ended=ended)
    lines = [CaseLine(row, kept, settings, today) for row in kept.cases]
    return sorted(lines, key=_urgency)


def _urgency(line: CaseLine) -> tuple[bool, bool, int, str]:
    # Whatever ended comes last, the latest first; what is public waits only for its copies.
    day = line.published.toordinal()
    if not line.is_open:
        return True, True, -day, line.reference
    return False, line.responded_on is not None, day, line.reference


def _name(settings: OfficeSettings, key: str) -> str:
    known = settings.person(key)
    return known.name if known else key


def _lead(name: str, settings: OfficeSettings, today: date) -> str:
    known = settings.person(name) if name else None
    return settings.in_place_of(known, today).name if known else name


def _next(case: Any, kept: Overview, settings: OfficeSettings) -> tuple[str, Role | None]:
    if case.stage in FINISHED:
        return next_act(case.stage, dated=True, listed=True, comments=())
    words, role = next_act(
        case.stage,
        dated=case.published_on is not None,
        listed=case.findings_confirmed,
        comments=[force.state for force in kept.forces.get(case.id, [])],
        signature=_step(case, kept, settings),
        unseen=_is_unseen(kept.publications.get(case.id, []), _latest(case, kept)),
        arrived=bool(case.arrived),
    )
    updates = kept.updates.get(case.id)
    waiting = f"{updates.words} in version {updates.number}" if updates else ""
    beside = kept.branches.get(case.id, [])
    return with_loose_ends(words, role, remarks=case.remarks, beside=beside, updates=waiting)


def _latest(case: Any, kept: Overview) -> Sequence[Any]:
    """Return the rows of the latest round of signing that is not void, one for each signature."""
    rows = kept.signing.get(case.id, [])
    last = max((row.number for row in rows), default=0)
    return [row for row in rows if row.number == last]


def _step(case: Any, kept: Overview, settings: OfficeSettings) -> RouteStep | None:
    if case.stage is not Stage.SIGNING:
        return None
    given = [Given(row.step, row.role, "") for row in _latest(case, kept) if row.step]
    return next_step(settings.routes[case.route], given)


def _is_unseen(publications: Sequence[Any], latest: Sequence[Any]) -> bool:
    rounds = {row.round_id for row in latest}
    ours = [row for row in publications if row.round_id in rounds]
    return bool(ours) and all(row.state in HANDED_OVER for row in ours)


def _troubles(
    case: Any,
    kept: Overview,
    settings: OfficeSettings,
    today: date,
    questions: Sequence[Waiting],
) -> tuple[str, ...]:
    failed = [
        row.trouble
        for row in kept.publications.get(case.id, [])
        if row.state is PublicationState.FAILED
    ]
    forces = kept.forces.get(case.id, [])
    published = case.published_on or case.candidate_on
    standing = Standing(
        stage=case.stage,
        published=published,
        provisional=case.published_on is None,
        responded_on=case.responded_on,
        has_lead=bool(case.lead),
        has_clock=case.regime is Regime.SECTION_55,
        comments=[
            (force.state, None if force.arrived else force.comments_due_on) for force in forces
        ],
        faults=failed,
        unanswered=[(_name(settings, one.whom), one.due) for one in questions],
        overrides=case.overrides,
        meeting_by=None if case.meetings else meeting_day(settings, published, case.route),
    )
    return troubles(standing, today)
