"""Several hands on one response, as plain values and in words: markers, branches, remarks."""

from typing import TYPE_CHECKING, Any

from cli.given import LONDON, today
from cli.telling import show, show_table, spoken
from cli.what_next import the_record

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel import Session

    from models import Case, Remark

REMARK_HEADS = ("number", "who", "how", "on", "about", "words", "outcome")
BRANCH_HEADS = ("number", "from", "by", "kept", "its edits", "from current", "outcome", "file")


def hands_on(reference: str) -> dict[str, Any]:
    """Return who has a response out, the edits kept beside, and the remarks."""
    from casework.record.desk import find_case, found

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        return {
            "checkouts": checkout_values(session, case),
            "branches": branch_values(session, case),
            "remarks": remark_values(session, case),
        }


def checkout_values(session: "Session", case: "Case") -> list[dict[str, Any]]:
    """Return who has the response of a case out to edit."""
    from casework.record.checkouts import out_words, who_has_it
    from casework.record.papers import find_document

    document = find_document(session, case)
    return [
        {
            "person": out.person,
            "version": out.version,
            "since": _moment(out.since),
            "stale": out.is_stale,
            "said": out_words(out, today()),
        }
        for out in (who_has_it(session, document) if document else ())
    ]


def branch_values(session: "Session", case: "Case") -> list[dict[str, Any]]:
    """Return the edits kept beside the current version of a case's response."""
    from casework.record.branches import branches_of
    from casework.record.papers import find_document
    from models import Person

    document = find_document(session, case)
    if document is None:
        return []
    found = []
    for branch in branches_of(session, case, document):
        row = branch.version
        person = session.get(Person, row.made_by_id) if row.made_by_id else None
        values = {
            "number": row.number,
            "made_from": row.parent,
            "by": person.name if person else "the service",
            "kept_at": _moment(row.made_at),
            "file": row.note,
            "waits": branch.waits,
            "taken_as": branch.taken_as or None,
            "settled_because": branch.settled_because or None,
            "outcome": branch.became,
        }
        found.append(values)
    return found


def remark_values(session: "Session", case: "Case") -> list[dict[str, Any]]:
    """Return what was said elsewhere about the response of a case."""
    from sqlmodel import select

    from casework.record.remarks import remarks_of
    from models import Person

    people = {row.id: row.name for row in session.exec(select(Person))}
    return [_remark(row, people) for row in remarks_of(session, case)]


def _remark(row: "Remark", people: dict[int | None, str]) -> dict[str, Any]:
    from casework.record.remarks import DECISION_WORDS

    return {
        "number": row.number,
        "who": row.who,
        "heard": row.heard.value,
        "received_on": row.received_on.isoformat(),
        "version": row.version or None,
        "place": row.place or None,
        "words": row.words,
        "logged_by": people[row.logged_by_id] if row.logged_by_id else None,
        "logged_at": _moment(row.logged_at),
        "decision": row.decision.value,
        "reason": row.reason or None,
        "decided_by": people[row.decided_by_id] if row.decided_by_id else None,
        "decided_at": _moment(row.decided_at) if row.decided_at else None,
        "outcome": DECISION_WORDS[row.decision],
    }


def show_hands(case: dict[str, Any]) -> None:
    """Show who has a response out, the edits kept beside, and the remarks, where there are any."""
    for one in case["checkouts"]:
        show(f"  {one['said']}")
    for one in case["branches"]:
        show(
            f"  Version {one['number']} is kept beside: made from version {one['made_from']} "
            f"by {one['by']}; {one['outcome']}."
        )
    if case["remarks"]:
        show("\nRemarks received elsewhere")
        show_remarks(case["remarks"])


def show_remarks(remarks: list[dict[str, Any]]) -> None:
    """Show remarks as a table."""
    rows = [
        [
            one["number"],
            one["who"],
            spoken(one["heard"]),
            one["received_on"],
            _about(one),
            " ".join(one["words"].split()),
            ": ".join(filter(None, (one["outcome"], one["reason"]))),
        ]
        for one in remarks
    ]
    show_table(REMARK_HEADS, rows)


def _about(one: dict[str, Any]) -> str:
    version = f"version {one['version']}" if one["version"] else ""
    return ", ".join(filter(None, (one["place"] or "the whole", version)))


def _moment(moment: "datetime") -> str:
    return moment.astimezone(LONDON).isoformat(timespec="minutes")
