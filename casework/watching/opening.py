"""From something seen to its case; what cannot be opened waits, and somebody is told."""

from sqlmodel import Session, select

from casework.errors import CaseworkError, DoorError, RefusedInputError
from casework.intake import HandedIn, NotOursError, open_report
from casework.reading.document import read_document
from casework.record.bytes import digest, fetch
from casework.record.desk import find_case, found
from casework.record.hand import Hand
from casework.record.record import Record
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from casework.sources.landing import full_report
from casework.watching.ours import ANOTHER_FORCE
from casework.watching.seen import Fetcher, sighting, step
from casework.watching.settling import note_outcome, put_off
from models import Case, ReportKey, Sighting

PDF = b"%PDF-"


def open_sighting(record: Record, hand: Hand, key: str, fetcher: Fetcher) -> str:
    """Open the case of something seen. Returns its reference; empty if it is not ours."""
    with record.reading() as session:
        office_id = found(record.office(session).id)
        row = sighting(session, office_id, key)
        known = _known_reference(session, office_id, key)
        if row is None:
            return known or find_case(session, office_id, key).reference
        if row.outcome:
            return row.outcome if row.case_id else ""
        name, data = _file(session, row)
    if known:
        # Somebody opened it by hand meanwhile.
        note_outcome(record, step(record, hand, f"opened:{key}"), key, known, known)
        return known
    if row.not_before and hand.now < row.not_before:
        raise DoorError(row.trouble)
    handed = HandedIn(data or b"", name, row.address)
    return _opened(record, hand, key, handed, fetcher)


def unopened(record: Record) -> list[str]:
    """Return the keys of everything seen that nobody has dealt with yet."""
    with record.reading() as session:
        mine = Sighting.office_id == record.office(session).id
        return sorted(session.exec(select(Sighting.key).where(mine, Sighting.outcome == "")))


def report_at(fetcher: Fetcher, address: str, name: str) -> HandedIn:
    """Return the report at an address: the full text, where the address only leads to it."""
    data = _page(fetcher, address)
    onward = "" if data.startswith(PDF) else full_report(data, address)
    if onward and not (onward.lower().endswith(".pdf") and _holds_findings(data, name)):
        data = _page(fetcher, onward)
    ending = ".pdf" if data.startswith(PDF) else ".html"
    return HandedIn(data, name.removesuffix(".html") + ending, address)


def _opened(record: Record, hand: Hand, key: str, handed: HandedIn, fetcher: Fetcher) -> str:
    try:
        whole = handed if handed.data else report_at(fetcher, handed.address, handed.name)
        reference = open_report(record, _opening(record, hand, key), whole)[0]
    except NotOursError as fault:
        outcome = f"{ANOTHER_FORCE}: {fault}"
        note_outcome(record, step(record, hand, f"not-ours:{key}"), key, "", outcome)
        return ""
    except DoorError as fault:
        # Refused or unreachable now: it stays unopened and is tried again.
        put_off(record, step(record, hand, f"waits:{key}"), key, str(fault), at_once=False)
        raise
    except CaseworkError as fault:
        # A page that is no report, whatever its status: never settled without a person.
        said = str(fault)
        put_off(record, step(record, hand, f"waits:{key}"), key, said, at_once=True)
        raise DoorError(said) from fault
    note_outcome(record, step(record, hand, f"opened:{key}"), key, reference, reference)
    return reference


def _holds_findings(data: bytes, name: str) -> bool:
    # A page that offers its own PDF is better read than the PDF.
    try:
        read = read_report(read_document(data, name), load_forces(), load_addressees())
    except RefusedInputError:
        return False
    return bool(read.findings)


def _page(fetcher: Fetcher, address: str) -> bytes:
    fetched = fetcher.fetch(address)
    if fetched.status != 200:  # noqa: PLR2004  OK
        message = (
            f"{address} answered {fetched.status}: save the page in a browser and open it with "
            "`section55 open FILE`."
        )
        raise DoorError(message)
    return fetched.body


def _file(session: Session, row: Sighting) -> tuple[str, bytes | None]:
    if row.sha256:
        return row.title, fetch(session, row.sha256)
    return f"{row.key.rpartition('/')[2] or 'report'}.html", None


def _known_reference(session: Session, office_id: int, key: str) -> str:
    """Return the reference of the case of a report that is on the record; empty if none is."""
    mine = select(ReportKey).where(ReportKey.office_id == office_id, ReportKey.key == key)
    row = session.exec(mine).first()
    if row is None:
        return ""
    case = session.exec(select(Case).where(Case.report_id == row.report_id)).first()
    return found(case).reference


def _opening(record: Record, hand: Hand, key: str) -> Hand:
    # Hashed, not cut: addresses of reports often differ only near their end.
    number = digest(f"{record.office_key}:{key}".encode())[:32]
    return Hand(now=hand.now, act_id=f"open:{number}")
