"""What the responses of an office promise, and by when: of one case, and of all that are public."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlmodel import Session

from casework.examining.cases import response_of
from casework.record.desk import found
from casework.record.dossier import Dossier, dossier
from casework.record.finding_fields import references
from casework.record.hand import LONDON
from casework.record.papers import find_document
from casework.record.public_rows import PublicRow, responded
from casework.record.since import head_of
from casework.record.text_that_counts import TextThatCounts, text_that_counts
from casework.rules.manuscript.promises import Promise, ledger
from casework.rules.manuscript.speakers import Speaker
from models import Case, SigningRound
from models.shapes.office import OfficeSettings

READ_AT_ONCE: Final = 40
"""Published responses that one look reads anew: a few seconds of work."""
MOST_KEPT: Final = 2_000
"""Published responses whose promises are kept in memory."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of one case, as it stands in a ledger."""

    reference: str
    """Of the case."""
    title: str
    """Of the report."""
    words: str
    by: str
    """Who promises."""
    day: date
    raw: str
    """The day as the response writes it."""
    assumed: bool
    """Whether the response leaves the day open, and the last it can mean is taken."""
    findings: tuple[tuple[str, str], ...]
    """(reference, key) of the findings it answers."""

    def is_past(self, today: date) -> bool:
        """Return whether its day has gone."""
        return self.day < today


@dataclass(frozen=True, slots=True)
class Ledger:
    """The promises of one version of a response, the soonest first."""

    version: int
    """0: nothing is written yet."""
    promises: tuple[Promised, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicLedger:
    """The promises of the responses that are public, the soonest first."""

    promises: tuple[Promised, ...]
    unread: int
    """Older responses that the next look will read."""


def promises_of(session: Session, settings: OfficeSettings, case: Case, today: date) -> Ledger:
    """Return what the response of a case promises, as it stands now."""
    file = dossier(session, case)
    text = text_that_counts(session, file)
    if text is None:
        return Ledger(0)
    return Ledger(text.version, tuple(_read(session, settings, file, text, today)))


def public_promises(
    session: Session,
    settings: OfficeSettings,
    office_id: int,
    may_see: Callable[[Case], bool],
    now: datetime,
) -> PublicLedger:
    """Return what the public responses of an office promise; the newest are read first."""
    rows = [row for row in responded(session, office_id, now) if row.seen_round is not None]
    rows = [row for row in rows if may_see(row.case)]
    rows.sort(key=lambda row: (found(row.case.responded_on), row.case.reference), reverse=True)
    told: list[Promised] = []
    left, unread = READ_AT_ONCE, 0
    for row in rows:
        key = f"{row.seen_round}:{head_of(session, row.case)}"
        known = _KEPT.get(key)
        if known is None:
            if not left:
                unread += 1
                continue
            left -= 1
            known = tuple(_read_public(session, settings, row, now))
            _keep(key, known)
        told += known
    return PublicLedger(tuple(sorted(told, key=lambda one: (one.day, one.reference))), unread)


_KEPT: Final[OrderedDict[str, tuple[Promised, ...]]] = OrderedDict()
"""By round and head of the case's history: what is public changes by an act alone."""


def _keep(key: str, promises: tuple[Promised, ...]) -> None:
    _KEPT[key] = promises
    while len(_KEPT) > MOST_KEPT:
        _KEPT.popitem(last=False)


def _read_public(
    session: Session, settings: OfficeSettings, row: PublicRow, now: datetime
) -> Iterator[Promised]:
    then = found(session.get(SigningRound, row.seen_round))
    file = replace(dossier(session, row.case), round=then)
    text = TextThatCounts(found(find_document(session, row.case)), then.copy_version, then)
    return _read(session, settings, file, text, now.astimezone(LONDON).date())


def _read(
    session: Session, settings: OfficeSettings, file: Dossier, text: TextThatCounts, today: date
) -> Iterator[Promised]:
    keys = {cited: key for key, cited in references(file.findings).items()}
    for one in ledger(response_of(session, settings, file, text, today)):
        yield _promised(settings, file, one, keys)


def _promised(
    settings: OfficeSettings, file: Dossier, one: Promise, keys: dict[str, str]
) -> Promised:
    who = {
        Speaker.BODY: settings.body.name,
        Speaker.CHIEF_OFFICER: "the chief officer",
        Speaker.FORCE: "the force",
    }
    return Promised(
        reference=file.case.reference,
        title=file.report.title,
        words=one.words,
        by=who.get(one.speaker, ""),
        day=one.day,
        raw=one.raw,
        assumed=one.assumed,
        findings=tuple((cited, keys[cited]) for cited in one.findings if cited in keys),
    )
