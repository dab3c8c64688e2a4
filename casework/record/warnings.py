"""Something has gone wrong that only a person can put right: they are told by letter."""

from casework.record.desk import Desk
from casework.record.people import addresses_of, people_for
from casework.record.post import LetterPlan, prepare_mail
from models import Case
from models.words import MailKind


def warn(desk: Desk, case: Case | None, key: str, headline: str, text: str) -> int:
    """Put a trouble before whoever leads the case, once for each key. Returns how many."""
    people = people_for(desk, case)
    for person in people:
        plan = LetterPlan(
            kind=MailKind.WARNING,
            key=f"warning:{key}:{person.key}",
            to=addresses_of(desk, person),
            template="warning",
            fields={"headline": headline, "text": text, "person": person},
            case=case,
        )
        prepare_mail(desk, plan)
    return len(people)
