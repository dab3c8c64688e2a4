"""Which answers were read, in which words: the history says so."""

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlmodel import Session, col, select

from models import Act, HistoryEntry

ANSWER_READ = "answer_read"


def reads_of(session: Session, cases: Sequence[int]) -> dict[int, set[tuple[str, str]]]:
    """Return (key of the finding, hash of the words) of every answer read, by case."""
    ours = col(Act.case_id).in_(cases)
    acts = select(Act.case_id).where(ours, Act.what == "read_answer").distinct()
    chains = {f"case:{number}": found for number in session.exec(acts) if (found := number or 0)}
    if not chains:
        return {}
    rows = session.exec(
        select(HistoryEntry.chain, HistoryEntry.body).where(
            col(HistoryEntry.chain).in_(list(chains)),
            col(HistoryEntry.body).contains(f'"what":"{ANSWER_READ}"'),
        )
    )
    read: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for chain, body in rows:
        facts = json.loads(body)["facts"]
        read[chains[chain]].add((facts["finding"], facts["words"]))
    return read
