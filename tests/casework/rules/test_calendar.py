"""What a case puts into the office's calendar."""

from datetime import date

from casework.rules.calendar import PROVISIONAL, CalendarEntry, case_entries, meeting_entry
from casework.rules.plan import COMMENTS, LAST, TARGET, Milestone

PUBLISHED = date(2022, 10, 14)
NOTES = (
    "PEEL: Arden\nDay 1 is Friday 14 October 2022; day 56 is Thursday 8 December 2022 "
    "(Police Act 1996 s.55(5A))."
)
PLAN = [
    Milestone("steer", "Steer given", 10, date(2022, 10, 23)),
    Milestone(COMMENTS, "Comments due", 21, date(2022, 11, 3)),
    Milestone(TARGET, "Target", 55, date(2022, 12, 7)),
    Milestone(LAST, "Last day", 56, date(2022, 12, 8)),
]


def entries(**more: object) -> tuple[CalendarEntry, ...]:
    return case_entries("Office", "S55-7", "PEEL: Arden", PUBLISHED, PLAN, **more)  # type: ignore[arg-type]


def test_an_entry_keeps_its_name_and_tells_the_case() -> None:
    assert entries()[0] == CalendarEntry(
        uid="s55-7.steer@office",
        summary="S55-7: Steer given",
        on=date(2022, 10, 23),
        description=NOTES,
        tentative=False,
        alarms_days_before=(0,),
        address=None,
    )


def test_the_days_that_matter_most_ring_more_than_once() -> None:
    assert [entry.alarms_days_before for entry in entries()] == [
        (0,),
        (2, 0),
        (7, 1),
        (14, 7, 3, 1, 0),
    ]


def test_the_date_set_in_the_invitation_stands_in_the_place_of_the_plans() -> None:
    moved = entries(comments_due=date(2022, 11, 10))
    assert [entry.on for entry in moved] == [
        date(2022, 10, 23),
        date(2022, 11, 10),
        date(2022, 12, 7),
        date(2022, 12, 8),
    ]
    assert entries()[1].on == date(2022, 11, 3)


def test_a_provisional_date_is_told_on_every_entry() -> None:
    for entry in entries(provisional=True, address="https://reports.example/arden"):
        assert entry.tentative
        assert entry.description == f"{NOTES}\n{PROVISIONAL}"
        assert entry.address == "https://reports.example/arden"


def test_a_meeting_rings_on_the_day_before() -> None:
    assert meeting_entry("Office", "S55-7", 3, "the Board", PUBLISHED) == CalendarEntry(
        uid="s55-7.meeting-3@office",
        summary="S55-7: on the agenda of the Board",
        on=PUBLISHED,
        alarms_days_before=(1,),
    )
