"""Once a week the whole published list is compared with the record, and the result is filed."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlmodel import Session, select

from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.editions import known_case
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.wording import counted, sentence_start
from casework.sources.listing import MOST_PAGES
from casework.watching.looking import Round, begin, look_at_feed, look_at_listing, look_once
from casework.watching.seen import Fetcher, Seen, item_key, sightings, step
from casework.watching.telling import tell_officers
from models import Case, Reconciliation, Sighting

NOTHING_TO_COMPARE = (
    "No list of publications is named to compare with: add `listings` or `feeds` to [sources] in "
    "the office's settings."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What the lists showed."""

    listed: tuple[tuple[str, str, str], ...]
    """(key, title, address)"""
    missed: frozenset[str]
    """Keys nobody had seen before."""
    troubles: tuple[str, ...]
    """Why a list could not be read whole or trusted."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of everything on the lists."""

    cases: int
    waiting: int
    reasons: Counter[str]
    """How many are not for us, for each reason."""


def reconcile(record: Record, hand: Hand, fetcher: Fetcher) -> str:
    """Compare the whole published list with the record, once in each ISO week.

    Returns the result in one sentence. What was missed is taken up at once. A
    week whose lists could not be read whole is filed as such, and tried again.
    """
    run = begin(record, hand)
    with record.reading() as session:
        known = _filed(session, found(record.office(session).id), week_of(hand.today))
    if known and known.complete:
        return known.outcome
    if not (run.settings.sources.listings or run.settings.sources.feeds):
        return NOTHING_TO_COMPARE
    return _file(record, step(record, hand, "reconcile"), _compare(run, fetcher))


def week_of(day: date) -> str:
    """Return the ISO week of a day: `2022-W41`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _compare(run: Round, fetcher: Fetcher) -> Compared:
    shown: dict[str, tuple[str, str, str]] = {}
    missed: set[str] = set()
    troubles: list[str] = []
    for source, look in _whole_lists(run, fetcher).items():
        brought: list[Seen] = []
        missed |= set(look_once(run, source, partial(_kept, look, brought), "weekly:"))
        if not brought:
            troubles.append(f"{source} could not be read.")
        for seen in brought:
            troubles += [seen.looked.alarm] if seen.looked.alarm else []
            for item in seen.looked.items:
                key = item_key(item)
                if key:
                    shown.setdefault(key, (key, item.title, item.address))
    return Compared(tuple(shown.values()), frozenset(missed), tuple(troubles))


def _whole_lists(run: Round, fetcher: Fetcher) -> dict[str, Callable[[], Seen]]:
    """Return a look at every page of every list; at the feeds, where no list is named."""
    sources = run.settings.sources
    looks: dict[str, Callable[[], Seen]] = {}
    for address in sources.listings:
        key = f"{address} (every page)"
        looks[key] = partial(look_at_listing, run, fetcher, address, key, MOST_PAGES)
    for address in () if looks else sources.feeds:
        # Asked without "has it changed?": all of it is wanted.
        looks[address] = partial(look_at_feed, replace(run, known={}), fetcher, address)
    return looks


def _kept(look: Callable[[], Seen], brought: list[Seen]) -> Seen:
    brought.append(look())
    return brought[0]


@act("reconcile_reports")
def _file(desk: Desk, compared: Compared) -> str:
    week = week_of(desk.hand.today)
    row = _filed(desk.session, desk.office_id, week)
    if row and row.complete:
        return row.outcome
    details, tally = _become(desk, compared)
    outcome = _outcome(compared, tally)
    complete = not compared.troubles
    filed = Reconciliation(
        # Another try of the same week takes the place of the one before.
        id=row.id if row else None,
        office_id=desk.office_id,
        week=week,
        made_at=desk.now,
        complete=complete,
        published=len(compared.listed),
        cases=tally.cases,
        not_ours=tally.reasons.total(),
        waiting=tally.waiting,
        missed=len(compared.missed),
        outcome=outcome,
        details=json.dumps(details, ensure_ascii=False),
    )
    filed = desk.session.merge(filed)
    desk.session.flush()
    desk.note("reports_reconciled", reconciliation=filed.id, complete=complete)
    fields = {"week": week, "outcome": outcome, "complete": complete, "details": details}
    tell_officers(desk, f"reconciliation:{week}:{complete}", "reconciliation", fields, "/cases")
    return outcome


def _become(desk: Desk, compared: Compared) -> tuple[list[list[str]], Tally]:
    """Return a line for every publication, and the counts."""
    rows = sightings(desk.session, desk.office_id, [key for key, *_ in compared.listed])
    details: list[list[str]] = []
    reasons: Counter[str] = Counter()
    cases = waiting = 0
    for key, title, address in compared.listed:
        row = rows.get(key)
        reference = _reference(desk, key, row)
        outcome = reference or (row.outcome if row else "")
        if reference:
            cases += 1
        elif outcome:
            reasons[outcome.partition(": ")[0]] += 1
        else:
            waiting += 1
        details.append([title, address, outcome or _waits(row)])
    return details, Tally(cases, waiting, reasons)


def _reference(desk: Desk, key: str, row: Sighting | None) -> str:
    if row and row.case_id:
        return found(desk.session.get(Case, row.case_id)).reference
    known = known_case(desk, [key])
    return known.reference if known else ""


def _waits(row: Sighting | None) -> str:
    return f"not opened yet: {row.trouble}" if row and row.trouble else "not opened yet"


def _outcome(compared: Compared, tally: Tally) -> str:
    counts = [
        counted(len(compared.listed), "publication"),
        counted(tally.cases, "case"),
        f"{tally.reasons.total() or 'none'} not for us{_because(tally.reasons)}",
    ]
    if tally.waiting:
        counts.append(f"{tally.waiting} not opened yet")
    missed = len(compared.missed)
    head = f"{missed} had been missed and are taken up now" if missed else "nothing was missed"
    if compared.troubles:
        head = f"not everything could be compared ({' '.join(compared.troubles)})"
    return sentence_start(f"{head}: {', '.join(counts)}.")


def _because(reasons: Counter[str]) -> str:
    told = [f"{number} {reason}" for reason, number in reasons.most_common()]
    return f" because {'; '.join(told)}" if told else ""


def _filed(session: Session, office_id: int, week: str) -> Reconciliation | None:
    return session.exec(
        select(Reconciliation).where(
            Reconciliation.office_id == office_id, Reconciliation.week == week
        )
    ).first()
