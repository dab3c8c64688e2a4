"""Seeing that the public has it: over HTTP from the public address, never from a folder."""

from datetime import datetime

from casework.documents.publishable import missing_words
from casework.errors import NotAllowedError, NotFoundError
from casework.publication.copies import prepare_copies_at
from casework.publishers.proof import Fetcher, fetch_proof, saved_page_proof
from casework.record.acts import act
from casework.record.bytes import fetch
from casework.record.desk import Desk, find_case, found
from casework.record.dossier import Dossier, dossier
from casework.record.hand import Hand
from casework.record.record import Record
from models import Case, Publication
from models.shapes.publication import PublicationSeen
from models.words import PublicationState, Stage


def see_it(record: Record, hand: Hand, reference: str, fetcher: Fetcher) -> list[str]:
    """Look at the public address of everything written and not yet seen."""
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        file = dossier(session, case)
        round_ = file.round
        looked = []
        for row in file.publications:
            if round_ is None or row.round_id != round_.id or not row.address:
                continue
            if row.state is PublicationState.WRITTEN:
                words = fetch(session, round_.words_sha256).decode()
                looked.append(
                    (found(row.id), _look(fetcher, row.address, round_.html_sha256, words, hand.at))
                )
    return [_write_down(record, hand, row_id, seen, body) for row_id, (seen, body) in looked]


def prove(
    record: Record, hand: Hand, reference: str, publisher: str, address: str, fetcher: Fetcher
) -> str:
    """Fetch the live address a web team has given, and compare it with the signed words."""
    row_id, html, words = _written(record, reference, publisher)
    seen, body = _look(fetcher, address, html, words, hand.at)
    said = _write_down(record, hand, row_id, seen, body)
    if not seen.proves:
        raise NotAllowedError(seen.explained)
    return said


def prove_by_hand(
    record: Record, hand: Hand, reference: str, publisher: str, address: str, page: bytes
) -> str:
    """Take a page saved by a named person as proof, where the site refuses robots."""
    row_id, _, words = _written(record, reference, publisher)
    seen = saved_page_proof(
        address, page, now=hand.at, compare_words=lambda found_: _difference(found_, words)
    )
    if not seen.proves:
        raise NotAllowedError(seen.explained)
    return _write_down(record, hand, row_id, seen, page)


class _Remembering:
    """A fetcher that keeps the bytes it was given, so that the proof can be kept whole."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.body = b""

    def fetch(self, address: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  as Fetcher's
        fetched = self.fetcher.fetch(address)
        self.body = fetched.body
        return fetched


def _look(
    fetcher: Fetcher, address: str, html_sha256: str, words: str, now: datetime
) -> tuple[PublicationSeen, bytes]:
    remembering = _Remembering(fetcher)
    seen = fetch_proof(
        address,
        remembering,
        now=now,
        expected_sha256=html_sha256,
        compare_words=lambda page: _difference(page, words),
    )
    return seen, remembering.body


def _difference(page: bytes, words: str) -> str | None:
    missing = missing_words(page, words)
    return f"The page lacks the signed words “{missing}”." if missing else None


def _written(record: Record, reference: str, publisher: str) -> tuple[int, str, str]:
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        file = dossier(session, case)
        row = _row(file, publisher)
        round_ = found(file.round)
        return found(row.id), round_.html_sha256, fetch(session, round_.words_sha256).decode()


def _row(file: Dossier, publisher: str) -> Publication:
    for row in file.publications:
        if file.round and row.round_id == file.round.id and row.publisher == publisher:
            if row.state in {PublicationState.WRITTEN, PublicationState.PROVED}:
                return row
            message = f"{publisher} has not been given the response of {file.case.reference} yet."
            raise NotAllowedError(message)
    raise NotFoundError(f"{file.case.reference} is not published through {publisher}.")


def _write_down(record: Record, hand: Hand, row_id: int, seen: PublicationSeen, body: bytes) -> str:
    step = hand
    if hand.person is None:
        how = "seen" if seen.proves else f"not-seen:{hand.now.isoformat()}"
        step = Hand(now=hand.now, acted_at=hand.acted_at, act_id=f"publication:{row_id}:{how}")
    return _note_seen(record, step, row_id, seen, body)


@act("note_publication_seen")
def _note_seen(desk: Desk, row_id: int, seen: PublicationSeen, body: bytes) -> str:
    row = found(desk.session.get(Publication, row_id))
    case = found(desk.session.get(Case, row.case_id))
    if row.state is PublicationState.PROVED:
        return seen.explained
    if not seen.proves:
        if row.trouble != seen.explained:
            row.trouble = seen.explained
            desk.note("publication_not_seen", case, publisher=row.publisher)
        return seen.explained
    row.state, row.proof, row.trouble = PublicationState.PROVED, seen.how, ""
    row.address, row.seen_at, row.seen_by_id = seen.address, seen.fetched_at, desk.person_id
    row.seen_sha256 = desk.keep(body)
    desk.note(
        "publication_seen",
        case,
        publisher=row.publisher,
        address=seen.address,
        how=seen.how.value,
        sha256=row.seen_sha256,
    )
    _published(desk, case, row)
    return seen.explained


def _published(desk: Desk, case: Case, row: Publication) -> None:
    if case.stage is not Stage.SCHEDULED:
        return
    case.responded_on = case.responded_on or desk.hand.today
    desk.move(case, Stage.PUBLISHED, address=row.address)
    # A corrected response is "published" too: s.55(6) asks for a copy of it.
    prepare_copies_at(desk, case, row.address)
