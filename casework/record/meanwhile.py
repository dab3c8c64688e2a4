"""What others did to a case after somebody opened its page: told before it is gone over."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from casework.errors import GoneOverError
from casework.record import history
from casework.record.hand import LONDON, Hand, Minding
from casework.rules.wording import british_date
from models import Case, HistoryEntry, Person

SHORT: Final = 16
"""Signs of a hash that tell one head of a case from another: whole ones are for evidence."""
DID: Final = {
    "publication_date_confirmed": "confirmed the publication date",
    "publication_date_corrected": "corrected the publication date",
    "lead_named": "said who leads the case",
    "embargo_set": "held the report under embargo",
    "embargo_lifted": "lifted the embargo",
    "finding_corrected": "corrected this finding",
    "finding_regarded": "said whom this finding concerns",
    "finding_numbered": "set the inspectors’ number of this finding",
    "finding_dropped": "took this finding off the list",
    "finding_restored": "put this finding back on the list",
    "finding_split": "split this finding",
    "comments_track": "changed where the comments stand",
    "comments_classed": "said what this is",
    "comments_declined": "left this out",
    "document_chosen": "chose the type of document",
    "wording_switched": "switched this block of wording",
    "publication_scheduled": "set the moment of publication",
    "lateness_reason_given": "gave the reason why it is late",
    "remark_decided": "decided this remark",
    "moved": "moved the case on",
}
"""By what the history calls it: what somebody did, as a sentence goes on after their name."""


def head_of(session: Session, case: Case) -> str:
    """Return the head of a case's history: what a page says it was made from."""
    last = history.head(session, f"case:{case.id}")
    return last.hash[:SHORT] if last else ""


def check_meanwhile(session: Session, case: Case, hand: Hand, person_id: int | None) -> None:
    """Refuse an act that would go over what another person did after its page was opened.

    A hand that minds nothing in particular minds every change.
    """
    if not hand.seen:
        return
    chain = f"case:{case.id}"
    if hand.minding is None:
        history.check_seen(session, chain, case.reference, hand.seen)
        return
    for entry in _since(session, chain, hand.seen):
        who = entry["person"]
        if isinstance(who, int) and who != person_id and _is_minded(entry, hand.minding):
            raise GoneOverError(_told(session, entry, who))


def last_hand(session: Session, case: Case, minded: Iterable[Minding]) -> tuple[str, str]:
    """Return who last did one of these to a case, and when, in words; no words if nobody did."""
    every = tuple(minded)
    for entry in _since(session, f"case:{case.id}", ""):
        if any(_is_minded(entry, one) for one in every):
            who = entry["person"]
            return _name(session, who if isinstance(who, int) else None), _moment(entry)
    return "", ""


def _since(session: Session, chain: str, seen: str) -> Iterator[dict[str, object]]:
    """Return what was written after a head, the latest first; everything if it is not known."""
    rows = session.exec(
        select(HistoryEntry)
        .where(HistoryEntry.chain == chain)
        .order_by(col(HistoryEntry.seq).desc())
    )
    for row in rows:
        if row.hash[:SHORT] == seen[:SHORT]:
            return
        yield json.loads(row.body)


def _is_minded(entry: dict[str, object], minding: Minding) -> bool:
    facts = entry["facts"]
    known = facts if isinstance(facts, dict) else {}
    same = all(known.get(name) == value for name, value in minding.about)
    return entry["what"] in minding.what and same


def _told(session: Session, entry: dict[str, object], who: int) -> str:
    did = DID.get(str(entry["what"]), str(entry["what"]).replace("_", " "))
    return (
        f"{_name(session, who)} {did} {_moment(entry)}, after you opened this page, so nothing "
        "was done. What stands now is shown here, and what you typed is kept: send it again if "
        "yours is to stand."
    )


def _name(session: Session, who: int | None) -> str:
    if who is None:
        return "The service"
    person = session.get(Person, who)
    return person.name if person else "Somebody"


def _moment(entry: dict[str, object]) -> str:
    at = datetime.fromisoformat(str(entry["recorded_at"])).astimezone(LONDON)
    return f"on {british_date(at.date())} at {at:%H:%M}"
