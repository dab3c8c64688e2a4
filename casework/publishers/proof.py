"""Proof that a response is public: a look from outside, never into the folder."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import Protocol

from casework.errors import DoorError, RefusedInputError
from models.shapes.publication import PublicationSeen
from models.shapes.sources import Fetched
from models.words import Proof

CompareWords = Callable[[bytes], str | None]
"""Takes a page; returns in one sentence what differs from the signed words, or None."""

_OK = 200


class Fetcher(Protocol):
    """Somebody who asks a public address for its bytes."""

    def fetch(self, address: str) -> Fetched:
        """Return what the address answered; raise DoorError where nothing did."""
        ...


def fetch_proof(
    address: str,
    fetcher: Fetcher,
    *,
    now: datetime,
    expected_sha256: str | None = None,
    compare_words: CompareWords | None = None,
) -> PublicationSeen:
    """Return what the public sees at the address, and whether that proves publication.

    Our own site must show the signed bytes themselves (`expected_sha256`); the
    office's website puts its own frame around them, so there the words must be
    the same (`compare_words`). With both, either one proves it.
    """
    _refuse_unprovable(address, expected_sha256, compare_words)
    try:
        fetched = fetcher.fetch(address)
    except DoorError as error:
        return PublicationSeen(address, None, None, now, proves=False, explained=str(error))
    difference = _difference(fetched, expected_sha256, compare_words)
    return PublicationSeen(
        address=fetched.address,
        status=fetched.status,
        sha256=sha256(fetched.body).hexdigest(),
        fetched_at=now,
        proves=difference is None,
        explained=difference or f"The signed response was seen at {fetched.address}.",
    )


def saved_page_proof(
    address: str, page: bytes, *, now: datetime, compare_words: CompareWords
) -> PublicationSeen:
    """Return what a page saved by a named person shows, where the site refuses robots."""
    _refuse_unprovable(address, None, compare_words)
    difference = compare_words(page) if page else "The saved page is empty: save it again."
    return PublicationSeen(
        address=address,
        status=None,
        sha256=sha256(page).hexdigest(),
        fetched_at=now,
        proves=difference is None,
        explained=difference or f"The page saved from {address} holds the signed words.",
        how=Proof.CHECKED_BY_HAND,
    )


def _refuse_unprovable(
    address: str, expected_sha256: str | None, compare_words: CompareWords | None
) -> None:
    if not address.lower().startswith(("https://", "http://")):
        raise RefusedInputError(
            f"{address!r} is not a public web address: give the one that begins with https://."
        )
    if expected_sha256 is None and compare_words is None:
        raise ValueError("nothing to compare the public page with")


def _difference(
    fetched: Fetched, expected_sha256: str | None, compare_words: CompareWords | None
) -> str | None:
    if fetched.status != _OK:
        return f"{fetched.address} answered {fetched.status}: the response is not to be seen there."
    if expected_sha256 is not None and sha256(fetched.body).hexdigest() == expected_sha256:
        return None
    if compare_words is not None:
        return compare_words(fetched.body)
    return f"The page at {fetched.address} is not the signed one, byte for byte: publish it again."
