"""What the public sees, asked of the record: the same files as in the folder of the static site."""

from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from casework.publication.publishing import parcel_of
from casework.publication.the_register import register_of, site_of, slug_of
from casework.publishers.feeds import Site
from casework.publishers.register_files import RegisterFiles
from casework.publishers.response_files import response_files
from casework.record.desk import found
from casework.record.dossier import dossier
from casework.record.hand import the_service
from casework.record.public_rows import responded
from casework.record.record import Record
from models import SigningRound
from models.shapes.publication import IndexEntry


def register_files(record: Record, address: str, now: datetime) -> RegisterFiles:
    """Return the files of the register as they are to stand below this address."""
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        register = register_of(session, settings, found(office.id), now)
    return _files(site_of(settings, address), tuple(register))


@lru_cache(maxsize=2)
def _files(site: Site, register: tuple[IndexEntry, ...]) -> RegisterFiles:
    # Many people ask for the same few pages of one state of the register.
    return RegisterFiles(site, register)


def files_of_response(record: Record, address: str, slug: str, now: datetime) -> dict[str, bytes]:
    """Return the files of the response with this last part of its address; none if there is none.

    They are the bytes the public was last seen to have: what a correction will bring
    is nobody's to read before it is published.
    """
    with record.reading() as session:
        office = record.office(session)
        settings = record.settings_of(session, office)
        for row in responded(session, found(office.id), now):
            if slug == slug_of(settings, row) and row.seen_round is not None:
                then = session.get(SigningRound, row.seen_round)
                as_then = replace(dossier(session, row.case), round=then)
                parcel = parcel_of(session, settings, as_then, the_service(now))
                return response_files(parcel, f"{address.rstrip('/')}/{slug}/")
    return {}
