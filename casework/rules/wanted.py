"""What is wanted of each kind of colleague now: one list of things for each case and role.

A thing is wanted until the record says that it is done. Its key makes it one
thing, told once; where a text is frozen anew, what is asked of it is asked anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.rules.deadlines import day_of_period, response_due
from casework.rules.plan import STEER
from casework.rules.powers import BEFORE_SIGNING, WITH_SIGNERS
from casework.rules.progress import SIGNERS
from models.shapes.route import RouteStep
from models.words import Role, SignatureStep, Stage

COLLEAGUES: Final = (
    Role.PRIVATE_OFFICE,
    Role.COMMUNICATIONS,
    Role.TRANSLATOR,
    Role.MONITORING_OFFICER,
    Role.FINANCE_OFFICER,
)
"""Roles with a page of their own; an office may leave any of them out."""
REVIEW, WEB = "internal_review", "web"
"""Milestones of the plan by which something is wanted; an office may leave them out."""


Ways = tuple[tuple[str, str], ...]
"""(words, path below the case's page): where a thing is done first, then what helps."""


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that is wanted of somebody."""

    key: str
    words: str
    """What to do, as the end of the sentence “Please …”."""
    by: date
    ways: Ways
    reads: str = ""
    """Key of the finding whose answer is to be read: it is done once somebody says that it was."""


@dataclass(frozen=True, slots=True)
class CaseNow:
    """How a case stands, as far as a colleague may be wanted for it."""

    stage: Stage
    published: date
    has_clock: bool
    today: date
    plan: Mapping[str, date]
    """Days of the plan by milestone; what the route leaves out is not there."""
    who_signs: str
    """Title of the holder of the office."""
    step: RouteStep | None = None
    """The next step of the route, while the response is with its signatories."""
    round: int = 0
    """Number of the text frozen last."""
    steered: bool = False
    explained: bool = False
    """Whether a reason for lateness is on the record."""
    responded: bool = False
    planned_on: date | None = None
    unseen: Sequence[str] = ()
    """Publishers that were handed the response, which nobody has seen public yet."""
    way_out: tuple[str, str, str] | None = None
    """(way, in words who proposed it and why, number of the proposal)."""
    money: Sequence[tuple[str, str]] = ()
    """(key, reference) of the findings whose answer speaks of money."""
    translated: bool = True
    """False while a frozen text waits for its Welsh twin."""

    @property
    def last_day(self) -> date:
        """Return the last day of the 56."""
        return response_due(self.published)


def wanted(role: Role, case: CaseNow) -> tuple[Want, ...]:
    """Return what is wanted of a role in one case, the most urgent first."""
    found = [*_OF_ROLE.get(role, _nothing)(case), *_approval(role, case)]
    return tuple(sorted(found, key=lambda want: (want.by, want.key)))


def _nothing(_: CaseNow) -> Iterator[Want]:
    yield from ()


def _approval(role: Role, case: CaseNow) -> Iterator[Want]:
    if case.stage is not Stage.SIGNING or case.step is None or case.step.role is not role:
        return
    if case.step.step is SignatureStep.APPROVED:
        ways = (("Approve it, or send it back", "/signing"), _PDF)
        key = f"approve:{case.round}:{case.step.lead_day}"
        yield Want(key, "approve the response, or send it back", _step_day(case), ways)


def _of_private_office(case: CaseNow) -> Iterator[Want]:
    if case.stage in BEFORE_SIGNING and case.has_clock and STEER in case.plan and not case.steered:
        words = f"get the steer of the {case.who_signs} for the body’s own comments"
        yield Want("steer", words, case.plan[STEER], (("Take the steer down", "/colleagues"),))
    if case.stage is Stage.SIGNING and case.step and case.step.role in SIGNERS:
        words = f"put the response before the {case.who_signs} to be signed"
        ways = (("Print pack (PDF)", _PDF[1]), ("The page for signing", "/signing"))
        yield Want(f"sign:{case.round}", words, _step_day(case), ways)


def _of_communications(case: CaseNow) -> Iterator[Want]:
    if case.stage is not Stage.SCHEDULED or not case.unseen:
        return
    by = min(case.planned_on or case.last_day, case.last_day)
    if "web_package" in case.unseen:
        words = "put the web package up, and hand back the address at which it is public"
        ways: Ways = (
            ("Hand back the address", "/publishing"),
            ("Web package (zip)", "/publishing/package"),
        )
    else:
        words = "say at which address the response is public"
        ways = (("Say where it is public", "/publishing"),)
    yield Want(f"web:{case.round}", words, by, ways)


def _of_translator(case: CaseNow) -> Iterator[Want]:
    if case.stage in WITH_SIGNERS and not case.translated:
        by = min(case.plan.get(WEB, case.last_day), case.last_day)
        words = "check the Welsh file against the text that is being signed, and hand it back"
        ways = (("The Welsh file", "/welsh"), ("The English text (PDF)", _PDF[1]))
        yield Want(f"welsh:{case.round}", words, by, ways)


def _of_monitoring_officer(case: CaseNow) -> Iterator[Want]:
    if case.way_out:
        _, told, number = case.way_out
        ways: Ways = (("Agree, or leave it open", "/way-out"),)
        yield Want(f"way_out:{number}", f"say whether you agree: {told}", case.today, ways)
    late = case.has_clock and not case.responded and case.today > case.last_day
    if late and not case.explained:
        ways = (("Give the reason", "/publishing"),)
        words = "see that a reason for the lateness is on the record"
        yield Want("lateness", words, case.last_day, ways)
    if case.stage is Stage.SIGNING and case.step:
        ways = (("The lawfulness sheet", "#lawfulness"), _PDF)
        words = "read the lawfulness sheet before the response is signed"
        yield Want(f"lawful:{case.round}", words, _step_day(case), ways)


def _of_finance_officer(case: CaseNow) -> Iterator[Want]:
    if case.stage not in BEFORE_SIGNING:
        return
    by = min(case.plan.get(REVIEW, case.last_day), case.last_day)
    for key, reference in case.money:
        ways = (("Read the answer", f"/answers/{key}_answer"), ("Say something of it", "/remarks"))
        words = f"read our answer to {reference}, which speaks of money"
        yield Want(f"money:{key}", words, by, ways, reads=key)


_PDF: Final = ("The response (PDF)", "/signing/document.pdf")
_OF_ROLE: Final[Mapping[Role, Callable[[CaseNow], Iterator[Want]]]] = {
    Role.PRIVATE_OFFICE: _of_private_office,
    Role.COMMUNICATIONS: _of_communications,
    Role.TRANSLATOR: _of_translator,
    Role.MONITORING_OFFICER: _of_monitoring_officer,
    Role.FINANCE_OFFICER: _of_finance_officer,
}


def _step_day(case: CaseNow) -> date:
    if case.step is None:
        return case.last_day
    return day_of_period(case.published, case.step.lead_day)
