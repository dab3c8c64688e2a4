"""What was proposed of a case and waits for a second person."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from sqlmodel import Session, col, select

from models import Case, HistoryEntry, Person


@dataclass(frozen=True, slots=True)
class ProposedWay:
    """A way out that one person proposed."""

    way: str
    reason: str
    who: str
    at: datetime
    other: str
    """Reference of the case that answers the report; empty for the other ways."""


def proposed_ways(session: Session, case: Case) -> list[ProposedWay]:
    """Return the ways out proposed since the case last moved, the latest first."""
    wanted = select(HistoryEntry.body).where(HistoryEntry.chain == f"case:{case.id}")
    rows = session.exec(wanted.order_by(col(HistoryEntry.seq).desc()))
    # What was proposed before the case moved is spent.
    since = takewhile(lambda entry: entry["what"] != "moved", map(json.loads, rows))
    return list(_proposed(session, since))


def _proposed(session: Session, since: Iterator[dict[str, object]]) -> Iterator[ProposedWay]:
    for entry in since:
        facts = entry["facts"]
        if entry["what"] == "way_out_proposed" and isinstance(facts, dict):
            who = session.get(Person, entry["person"])
            other = session.get(Case, facts["by"]) if facts.get("by") else None
            yield ProposedWay(
                way=str(facts["way"]),
                reason=str(facts["reason"]),
                who=who.name if who else "the service",
                at=datetime.fromisoformat(str(entry["acted_at"])),
                other=other.reference if other else "",
            )
