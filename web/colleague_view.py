"""What the pages about colleagues share: who can be asked, what about, and what is missing."""

from dataclasses import dataclass

from sqlmodel import Session, select

from casework.access import within_reach
from casework.record.colleagues import Consulted, consulted
from casework.record.dossier import Dossier, dossier
from casework.record.finding_fields import references
from casework.record.plans import meeting_day
from casework.rules.plan import has_reached
from casework.rules.troubles import MEETING_WARNING, no_meeting
from models import Case
from models import Person as PersonRow
from models.shapes.office import Person
from models.words import FINISHED, Regime, Stage
from web.forms import FieldError
from web.visits import Visit

SHORT = 70
"""Characters of a finding in a list one chooses from."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    """A case with everything its colleagues were asked, said and agreed."""

    file: Dossier
    said: Consulted
    cited: dict[str, str]
    """How each finding is cited, by its key."""
    people: dict[int | None, str]
    numbers: dict[str, int | None]
    """Of each person, by their key."""

    @property
    def is_open(self) -> bool:
        """Return whether the case still takes anything in."""
        return self.file.case.stage not in FINISHED

    @property
    def findings(self) -> list[tuple[str, str]]:
        """Return (key, words) of each finding one may choose."""
        return [
            (one.key, f"{self.cited[one.key]}: {_short(one.text)}") for one in self.file.findings
        ]

    def about(self, finding: str) -> str:
        """Return what something is about, in words."""
        return self.cited.get(finding, "a finding taken off the list") if finding else ""


def colleagues_of(session: Session, case: Case) -> Colleagues:
    """Return what the pages about colleagues show of a case."""
    file = dossier(session, case)
    rows = list(session.exec(select(PersonRow).where(PersonRow.office_id == case.office_id)))
    return Colleagues(
        file,
        consulted(session, case),
        references(file.findings),
        {row.id: row.name for row in rows},
        {row.key: row.id for row in rows},
    )


def who_can_be_asked(here: Visit, case: Case) -> list[Person]:
    """Return everybody in the office who may know of a case today."""
    now, today = here.place.now, here.place.today
    return [
        person
        for person in here.visitor.settings.people
        if (roles := person.roles_on(today)) and within_reach(case, roles, now)
    ]


def meeting_warning(here: Visit, shown: Colleagues) -> str:
    """Return the warning that no meeting is planned; empty where all is well."""
    file = shown.file
    by = meeting_day(here.visitor.settings, file.published, file.case.route)
    counts = file.case.regime is Regime.SECTION_55 and not file.case.responded_on
    over = has_reached(file.case.stage, Stage.SIGNING)
    if not counts or over or shown.said.meetings or by is None:
        return ""
    return no_meeting(by, here.place.today) if here.place.today >= by - MEETING_WARNING else ""


def given(typed: str, field: str, said: str) -> str:
    """Return what was typed into a field; refuse nothing."""
    if not typed.strip():
        raise FieldError(field, said)
    return typed


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"
