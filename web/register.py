"""The register as one visitor sees it: the cases within their reach, and what they chose of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from casework.access import within_reach
from casework.record.overview import CaseLine, case_lines
from casework.record.plans import plan_of
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.strip import Strip, strip
from models.words import Role
from web.visits import Visit
from web.ways import way

OPEN, ENDED, EVERY = "open", "ended", "all"
ON_A_PAGE: Final = 50
"""Lines of the register on one page."""


def lines_for(here: Visit, *, ended: bool = False) -> list[CaseLine]:
    """Return the cases a visitor may know of, the most urgent first; ended ones if asked for."""
    roles, now = here.visitor.roles, here.place.now
    lines = case_lines(here.record, here.place.today, ended=ended)
    return [line for line in lines if within_reach(line, roles, now)]


def way_of(line: CaseLine) -> str:
    """Return the address at which the next act of a case is done."""
    return way(
        line.reference,
        line.stage,
        dated=not line.provisional,
        listed=line.findings_confirmed,
        comments=line.comments,
        arrived=line.arrived,
        words=line.next_words,
    )


def strip_of(here: Visit, line: CaseLine) -> Strip:
    """Return the strip of fifty-six days of a case."""
    settings = here.visitor.settings
    plan = plan_of(settings, line.published, line.route, embargoed=line.embargoed)
    return strip(line.published, line.today, plan, bank_holidays_around(line.published))


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody wants to see of the register."""

    show: str = OPEN
    late: bool = False
    whom: str = ""
    """A role; empty for all."""
    number: int = 1
    """Of the page."""

    @classmethod
    def of(cls, show: str, late: str, whom: str, number: str) -> "Chosen":
        """Return what an address asks for; what it does not know is left out."""
        return cls(
            show if show in {OPEN, ENDED, EVERY} else OPEN,
            bool(late),
            whom if whom in set(Role) else "",
            max(int(number), 1) if number.isdecimal() else 1,
        )

    def query(self, number: int = 0) -> str:
        """Return the same choice as part of an address, on another page of it."""
        said = {"show": self.show, "late": "yes" if self.late else "", "with": self.whom}
        other = replace(self, number=number or self.number)
        page = {"page": str(other.number)} if other.number > 1 else {}
        return urlencode({**{key: value for key, value in said.items() if value}, **page})

    def of_lines(self, lines: Iterable[CaseLine]) -> list[CaseLine]:
        """Return the lines that were asked for."""
        return [line for line in lines if self._wants(line)]

    def _wants(self, line: CaseLine) -> bool:
        shown = self.show == EVERY or line.is_open == (self.show == OPEN)
        in_time = not self.late or line.is_late
        # Whose act is next is asked last: it takes longest to tell.
        return shown and in_time and (not self.whom or self.whom == line.role)

    def on_page(self, lines: Sequence[CaseLine]) -> Sequence[CaseLine]:
        """Return the lines of the page asked for."""
        start = (self.number - 1) * ON_A_PAGE
        return lines[start : start + ON_A_PAGE]


def number_of_pages(lines: Sequence[CaseLine]) -> int:
    """Return how many pages it takes to show so many lines."""
    return max(1, -(-len(lines) // ON_A_PAGE))
