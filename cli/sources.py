"""The sources of reports: how each last was, what waits, and the weekly comparison."""

import json as plain_json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import By, act
from cli.telling import show, show_json, show_table
from cli.what_next import the_record

if TYPE_CHECKING:
    from sqlmodel import Session

    from models import Source


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "sources")(sources)
    app.command("reconcile")(reconcile)


def sources(
    by: By,
    settle: Annotated[
        str, typer.Option(metavar="KEY", help="Put aside what was seen and is not for us.")
    ] = "",
    because: Annotated[str, typer.Option(metavar="REASON")] = "",
    trust: Annotated[
        str, typer.Option(metavar="SOURCE", help="Say that a shorter list is right.")
    ] = "",
    *,
    json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Show how every source of reports last was, and what was seen and is not opened."""
    from casework.watching import settle_sighting, trust_list

    if settle:
        settle_sighting(the_record(), by.hand("settle"), settle, because)
    if trust:
        trust_list(the_record(), by.hand("trust"), trust)
    record = the_record()
    with record.reading() as session:
        office_id = record.office(session).id or 0
        looks = list(_looks(session, office_id))
        waiting = list(_waiting(session, office_id))
        filed = _last_filed(session, office_id)
    if json:
        show_json({"sources": looks, "waiting": waiting, "reconciled": filed})
        return
    heads = ("source", "last looked", "seen", "newest", "state")
    show_table(heads, ([look[head] for head in heads] for look in looks))
    for one in waiting:
        show(f"Not opened yet: {one['title']} ({one['key']}). {one['trouble']}".rstrip())
    show(f"Compared in full: {filed or 'never yet; section55 reconcile does it now'}")


def reconcile(
    *,
    every: Annotated[bool, typer.Option("--list", help="Show every publication.")] = False,
) -> None:
    """Compare the whole published list with the register, and file the result for this week."""
    from casework.record.hand import the_service
    from casework.watching import reconcile as compare
    from casework.wiring import doors

    door = doors()
    show(compare(door.record, the_service(datetime.now(UTC)), door.visitor))
    if every:
        with door.record.reading() as session:
            rows = _details(session, door.record.office(session).id or 0)
        show_table(("publication", "address", "what became of it"), rows)


def _looks(session: "Session", office_id: int) -> Iterator[dict[str, str]]:
    from sqlmodel import select

    from models import Source

    rows = session.exec(select(Source).where(Source.office_id == office_id).order_by(Source.key))
    for row in rows:
        yield {
            "source": row.key,
            "last looked": _moment(row.looked_at),
            "seen": str(row.last_count or ""),
            "newest": row.newest_on.isoformat() if row.newest_on else "",
            "state": _state(row),
        }


def _state(row: "Source") -> str:
    if not row.alarm:
        return "well"
    again = f" Asked again from {_moment(row.not_before)}." if row.not_before else ""
    return f"ALARM since {_moment(row.alarm_since)}: {row.alarm}{again}"


def _moment(moment: datetime | None) -> str:
    from casework.record.hand import LONDON

    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}" if moment else "never"


def _waiting(session: "Session", office_id: int) -> Iterator[dict[str, str]]:
    from sqlmodel import select

    from models import Sighting

    mine = select(Sighting).where(Sighting.office_id == office_id, Sighting.outcome == "")
    for row in session.exec(mine.order_by(Sighting.key)):
        yield {"key": row.key, "title": row.title, "trouble": row.trouble}


def _last_filed(session: "Session", office_id: int) -> str:
    from sqlmodel import col, select

    from models import Reconciliation

    mine = select(Reconciliation).where(Reconciliation.office_id == office_id)
    row = session.exec(mine.order_by(col(Reconciliation.week).desc())).first()
    return f"{row.week}: {row.outcome}" if row else ""


def _details(session: "Session", office_id: int) -> list[list[str]]:
    from sqlmodel import col, select

    from models import Reconciliation

    mine = select(Reconciliation).where(Reconciliation.office_id == office_id)
    row = session.exec(mine.order_by(col(Reconciliation.week).desc())).first()
    kept: list[list[str]] = plain_json.loads(row.details) if row else []
    return kept
