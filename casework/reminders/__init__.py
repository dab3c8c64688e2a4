"""Deadlines: who is told what, once; and the office's calendar.

Every sweep is reckoned anew from the record, never from ticks of a clock: an
outage of a fortnight ends in one digest for each person.
"""

from casework.reminders.calendar import calendar_of, write_calendar
from casework.reminders.day_one import tell_day_one
from casework.reminders.signatures import ask_for_signature
from casework.reminders.sweep import sweep

__all__ = ["ask_for_signature", "calendar_of", "sweep", "tell_day_one", "write_calendar"]
