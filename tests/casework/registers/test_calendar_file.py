from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component

from casework.registers.bank_holidays import bank_holidays_around
from casework.registers.calendar_file import as_ics
from casework.rules.calendar import CalendarEntry, case_entries
from casework.rules.plan import milestones
from models.shapes.route import FULL_ROUTE, LeadTimes

PUBLISHED = date(2022, 10, 14)
STAMP = datetime(2022, 10, 14, 8, 30, tzinfo=UTC)
TITLE = "PEEL 2021/22 – An inspection; of Barsetshire, and & <more>"


def entries(published: date = PUBLISHED, *, provisional: bool = False) -> tuple[CalendarEntry, ...]:
    plan = milestones(published, FULL_ROUTE, LeadTimes(), bank_holidays_around(published))
    return case_entries(
        "arden",
        "S55-2022-001",
        TITLE,
        published,
        plan,
        provisional=provisional,
        address="https://inspectors.example/peel",
    )


def read(ics: bytes) -> list[Component]:
    """Return the events as another program reads them."""
    return list(Calendar.from_ical(ics).walk("VEVENT"))


def events_of(ics: bytes) -> dict[str, object]:
    """Return day and words of every event, as another program reads them."""
    return {
        str(event["uid"]): (event.decoded("dtstart"), str(event["summary"])) for event in read(ics)
    }


def test_a_calendar_program_finds_every_day_of_a_case() -> None:
    events = events_of(as_ics(entries(), STAMP, "Section 55"))
    assert events["s55-2022-001.last_day@arden"] == (
        date(2022, 12, 8),
        "S55-2022-001: Last day to publish the response",
    )
    assert events["s55-2022-001.comments_due@arden"] == (
        date(2022, 11, 3),
        "S55-2022-001: Chief officer’s comments due",
    )
    assert len(events) == len(entries()) == 14


def test_the_same_entries_make_the_same_bytes_in_any_order() -> None:
    assert as_ics(entries(), STAMP, "x") == as_ics(reversed(entries()), STAMP, "x")


def test_a_day_that_moves_keeps_its_entry_and_beats_the_old_one() -> None:
    later = STAMP + timedelta(days=1)
    before, after = as_ics(entries(), STAMP, "x"), as_ics(entries(date(2022, 10, 17)), later, "x")
    assert events_of(before).keys() == events_of(after).keys()
    sequences = [{event.decoded("sequence") for event in read(ics)} for ics in (before, after)]
    assert max(sequences[0]) < min(sequences[1])


def test_entries_last_the_whole_day_and_leave_the_day_free() -> None:
    for event in read(as_ics(entries(), STAMP, "x")):
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        assert not isinstance(start, datetime)
        assert end - start == timedelta(days=1)
        assert event["transp"] == "TRANSPARENT"
        assert event.decoded("dtstamp") == STAMP


def test_the_last_day_rings_at_nine_two_weeks_and_a_week_before_and_at_the_end() -> None:
    ics = as_ics(entries(), STAMP, "x")
    (last,) = [e for e in read(ics) if "last_day" in str(e["uid"])]
    midnight = datetime(2022, 12, 8)  # noqa: DTZ001 - an all-day entry begins wherever one is
    rings = [midnight + alarm.decoded("trigger") for alarm in last.walk("VALARM")]
    assert [f"{ring:%d %b %H:%M}" for ring in rings] == [
        "24 Nov 09:00",
        "01 Dec 09:00",
        "05 Dec 09:00",
        "07 Dec 09:00",
        "08 Dec 09:00",
    ]


def test_every_entry_rings() -> None:
    for event in read(as_ics(entries(), STAMP, "x")):
        assert event.walk("VALARM")


def test_a_title_with_marks_of_the_format_arrives_whole() -> None:
    event = read(as_ics(entries(), STAMP, "x"))[0]
    assert str(event["description"]).splitlines()[0] == TITLE


def test_a_provisional_date_says_so() -> None:
    for event in read(as_ics(entries(provisional=True), STAMP, "x")):
        assert event["status"] == "TENTATIVE"
        assert "Provisional" in str(event["description"])


def test_the_date_set_in_the_invitation_goes_before_the_plans() -> None:
    plan = milestones(PUBLISHED, FULL_ROUTE, LeadTimes(), frozenset())
    due = date(2022, 11, 10)
    told = case_entries("arden", "S55-2022-001", TITLE, PUBLISHED, plan, comments_due=due)
    assert [entry.on for entry in told if "comments_due" in entry.uid] == [due]


def test_lines_are_short_enough_for_any_reader() -> None:
    wordy = tuple(replace(entry, description="é" * 300) for entry in entries())
    for line in as_ics(wordy, STAMP, "x").split(b"\r\n"):
        assert len(line) <= 75


def test_two_offices_cases_of_one_number_are_two_entries() -> None:
    plan = milestones(PUBLISHED, FULL_ROUTE, LeadTimes(), frozenset())
    ours, theirs = (
        {e.uid for e in case_entries(office, "S55-2022-001", TITLE, PUBLISHED, plan)}
        for office in ("arden", "barsetshire")
    )
    assert ours.isdisjoint(theirs)


def test_a_calendar_of_no_cases_is_still_a_calendar() -> None:
    assert events_of(as_ics((), STAMP, "x")) == {}
