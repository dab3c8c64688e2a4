"""The office's calendar as an .ics file, the same bytes for the same entries."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from casework.rules.calendar import CalendarEntry

PRODUCT = "-//Section 55//Responses to inspection reports//EN"
REFRESH = timedelta(hours=6)
"""How often a calendar that subscribes should look again."""

RINGS_AT = timedelta(hours=9)
"""Alarms ring at nine in the morning: the entry itself begins at midnight."""


def as_ics(entries: Iterable[CalendarEntry], stamp: datetime, name: str) -> bytes:
    """Return an iCalendar file of all-day events with alarms.

    `stamp` is the moment of the record the entries were made from (aware, UTC):
    the file has no clock of its own.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in sorted(entries, key=lambda entry: (entry.on, entry.uid)):
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE" if entry.tentative else "CONFIRMED")
    # A day that moves must beat the copy a calendar already holds (RFC 5545, 3.8.7.4).
    event.add("sequence", stamp.toordinal())
    if entry.description:
        event.add("description", entry.description)
    if entry.address:
        event.add("url", entry.address)
    for days in entry.alarms_days_before:
        event.add_component(_alarm(entry, days))
    return event


def _alarm(entry: CalendarEntry, days_before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", RINGS_AT - timedelta(days=days_before))
    return alarm
