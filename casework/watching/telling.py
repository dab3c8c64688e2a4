"""Alarms and results of the watch, put before the policy officers: each once."""

from collections.abc import Mapping

from casework.record.desk import Desk, found
from casework.record.hand import LONDON
from casework.record.people import people_for
from casework.record.post import LetterPlan, prepare_mail
from casework.rules.wording import british_date
from models import Sighting, Source
from models.words import MailKind, Role


def raise_or_clear(desk: Desk, source: Source, alarm: str | None) -> None:
    """Raise the alarm of a source, once while it lasts; clear it when all is well again."""
    if alarm and not source.alarm:
        source.alarm_since = desk.now
        desk.note("source_alarm", source=source.id, alarm=alarm)
        _tell_alarm(desk, source, alarm)
    elif not alarm and source.alarm:
        source.alarm_since = None
        desk.note("source_alarm_cleared", source=source.id)
    source.alarm = alarm or ""


def tell_trouble(desk: Desk, row: Sighting, trouble: str) -> None:
    """Put a report that cannot be opened before the policy officers."""
    key = f"not-opened:{row.id}:{found(row.trouble_since).isoformat()}"
    fields = {
        "headline": f"A report could not be opened: {row.title}",
        "text": (
            f"“{row.title}” was seen, but no case could be opened for it.\n\n{trouble}\n\n"
            f"It is tried again by itself. Do not wait for that: open {row.address or row.key} in "
            "a browser. If it is a report for us, save it, and open the case from the saved file:"
        ),
        "command": (
            f"section55 open FILE --address {row.address or 'ADDRESS'} --as PERSON\n\nIf it is "
            f"none, say so: section55 sources --settle {row.key} --because REASON --as PERSON"
        ),
    }
    tell_officers(desk, key, "warning", fields, "/open")


def tell_officers(
    desk: Desk, key: str, template: str, fields: Mapping[str, object], page: str
) -> None:
    """Prepare one letter to each policy officer, once for each key, with a page of the desk."""
    for person in people_for(desk, None, (Role.POLICY_OFFICER,)):
        plan = LetterPlan(
            kind=MailKind.WARNING,
            key=f"{key}:{person.key}",
            to=[(person.name, person.email)],
            template=template,
            fields={**fields, "address": desk.page(page)},
        )
        prepare_mail(desk, plan)


def _tell_alarm(desk: Desk, source: Source, alarm: str) -> None:
    well = source.well_at.astimezone(LONDON) if source.well_at else None
    fields = {
        "source": source.key,
        "alarm": alarm,
        "last_well": f"{british_date(well.date())}, {well:%H:%M}" if well else "",
    }
    key = f"source-alarm:{source.id}:{desk.now.isoformat()}"
    tell_officers(desk, key, "source_alarm", fields, "/open")
