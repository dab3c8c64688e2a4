"""The steer: what the holder of the office wants said, before anybody writes it."""

from datetime import date

from casework.colleagues.said import one_line, said, the_finding
from casework.errors import RefusedInputError
from casework.record.acts import act
from casework.record.colleagues import consulted, next_of
from casework.record.desk import Desk, found
from casework.rules.authority import who_may
from casework.rules.wording import british_date
from models import Steer

STEER_TAKERS = who_may("give_steer")
"""Whoever may give the steer, or take down what was given."""


@act("give_steer")
def give_steer(
    desk: Desk,
    reference: str,
    words: str,
    finding: str = "",
    given_on: date | None = None,
    source: str = "",
) -> int:
    """Put the steer on the record, as it was given; the latest about a finding stands.

    Returns its number. `given_on` is the day of the act where nobody says otherwise.
    """
    case = desk.open_case(reference)
    day = given_on or desk.hand.today
    if day > desk.hand.today:
        message = f"{british_date(day)} has not come yet: give the day on which it was given."
        raise RefusedInputError(message)
    known, about = consulted(desk.session, case), the_finding(desk, case, finding)
    given, where = said(words, "the steer"), one_line(source)
    stands = known.standing_steers().get(about)
    if stands and (stands.words, stands.given_on, stands.source) == (given, day, where):
        return stands.number  # the same words of the same day: it is on the record
    row = Steer(
        office_id=desk.office_id,
        case_id=found(case.id),
        number=next_of(known.steers),
        finding=about,
        words=given,
        given_on=day,
        source=where,
        taken_down_by_id=found(desk.person_id),
        taken_down_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("steer_given", case, steer=row.number, finding=row.finding, on=day.isoformat())
    return row.number
