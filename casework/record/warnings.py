"""Something has gone wrong that only a person can put right: they are told by letter."""

from dataclasses import dataclass

from casework.record.desk import Desk
from casework.record.people import addresses_of, people_for
from casework.record.post import LetterPlan, prepare_mail
from models import Case
from models.words import MailKind


@dataclass(frozen=True, slots=True)
class Remedy:
    """Where a trouble is put right: the page of the front desk, or how without one."""

    page: str
    """Below the address of the front desk."""
    command: str = ""

    def fields(self, desk: Desk) -> dict[str, str]:
        """Return what a letter tells of it: the one link, or the command."""
        return {"address": desk.page(self.page), "command": self.command}


def warn(
    desk: Desk, case: Case | None, key: str, headline: str, text: str, remedy: Remedy | None = None
) -> int:
    """Put a trouble before whoever leads the case, once for each key. Returns how many.

    The text ends where the remedy begins; without one, the letter leads to the case.
    """
    remedy = remedy or Remedy(f"/cases/{case.reference}" if case else "/")
    people = people_for(desk, case)
    for person in people:
        plan = LetterPlan(
            kind=MailKind.WARNING,
            key=f"warning:{key}:{person.key}",
            to=addresses_of(desk, person),
            template="warning",
            fields={"headline": headline, "text": text, **remedy.fields(desk)},
            case=case,
        )
        prepare_mail(desk, plan)
    return len(people)
