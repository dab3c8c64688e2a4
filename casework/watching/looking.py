"""One look at every source of the office, polite to each."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sqlmodel import select

from casework.errors import DoorError
from casework.record.hand import Hand
from casework.record.record import Record
from casework.sources import feed, folder, listing
from casework.sources import mailbox as alerts
from casework.sources.alarms import Expected, gone_quiet
from casework.sources.mailbox import Mailbox
from casework.watching.embargoes import look_for_live_pages
from casework.watching.ours import our_names
from casework.watching.seeing import leave_alone, write_look
from casework.watching.seen import Fetcher, Seen, step
from models import Source
from models.shapes.office import OfficeSettings
from models.shapes.sources import Fetched, Looked, Validators


@dataclass(frozen=True, slots=True)
class Round:
    """One run over the sources of one office."""

    record: Record
    hand: Hand
    settings: OfficeSettings
    known: dict[str, Source]
    """What is known of each source, by its key."""

    def expected(self, key: str) -> Expected:
        """Return what a source has led us to expect."""
        row = self.known.get(key)
        before = row.items if row and row.items else None
        return Expected(self.hand.today, before, self.settings.sources.quiet_days)

    def validators(self, key: str) -> Validators:
        """Return what to ask "has it changed?" with."""
        row = self.known.get(key)
        # While an alarm lasts the whole page is asked for: only that can clear it.
        return Validators(**json.loads(row.validators)) if row and not row.alarm else Validators()


def watch(
    record: Record, hand: Hand, fetcher: Fetcher, mailbox: Mailbox | None = None
) -> list[str]:
    """Look at every source of the office. Returns the keys of what is new."""
    run = begin(record, hand)
    fresh: list[str] = []
    for key, look in _looks(run, fetcher, mailbox).items():
        fresh += look_once(run, key, look)
    look_for_live_pages(record, hand, fetcher)
    return fresh


def begin(record: Record, hand: Hand) -> Round:
    """Return a round over the sources, with what is known of them."""
    with record.reading() as session:
        office = record.office(session)
        of_office = select(Source).where(Source.office_id == office.id)
        known = {row.key: row for row in session.exec(of_office)}
        return Round(record, hand, record.settings_of(session, office), known)


def look_once(run: Round, key: str, look: Callable[[], Seen], why: str = "") -> list[str]:
    """Look at one source and write down what it showed; leave it alone if it asked for that."""
    row, hand = run.known.get(key), step(run.record, run.hand, f"{why}{key}")
    if row and row.not_before and run.hand.now < row.not_before:
        leave_alone(run.record, hand, key)
        return []
    try:
        seen = look()
    except DoorError as fault:
        seen = Seen(Looked((), str(fault)), failed=True)
    return write_look(run.record, hand, key, seen)


def _looks(run: Round, fetcher: Fetcher, mailbox: Mailbox | None) -> dict[str, Callable[[], Seen]]:
    sources = run.settings.sources
    looks: dict[str, Callable[[], Seen]] = {}
    for address in sources.feeds:
        looks[address] = partial(look_at_feed, run, fetcher, address)
    for address in sources.listings:
        looks[address] = partial(look_at_listing, run, fetcher, address)
    if sources.folder:
        looks[f"folder:{sources.folder}"] = partial(_folder, run)
    if sources.mailbox:
        key = f"mailbox:{sources.mailbox.user}/{sources.mailbox.folder}"
        looks[key] = partial(_mailbox, run, key, mailbox)
    return looks


def look_at_feed(run: Round, fetcher: Fetcher, address: str) -> Seen:
    """Return what a feed shows."""
    fetched = fetcher.fetch(address, run.validators(address))
    expected = run.expected(address)
    looked = feed.read(fetched, expected, our_names(run.settings))
    return _answered(run, address, fetched, looked)


def look_at_listing(
    run: Round, fetcher: Fetcher, address: str, key: str = "", pages: int = 1
) -> Seen:
    """Return what the first pages of a list show; `key` names the source if not its address."""
    known = Validators() if key else run.validators(address)
    taken = listing.fetch(fetcher, address, known, pages)
    looked = listing.read(taken, run.expected(key or address))
    return _answered(run, key or address, taken[-1], looked, taken[0].validators)


def _answered(
    run: Round, key: str, fetched: Fetched, looked: Looked, validators: Validators | None = None
) -> Seen:
    row = run.known.get(key)
    if fetched.not_modified and row and row.newest_on:
        # A list nobody keeps any longer is never modified.
        looked = replace(looked, alarm=gone_quiet(row.newest_on, run.expected(key)))
    return Seen(
        looked,
        validators=validators or fetched.validators,
        not_modified=fetched.not_modified,
        failed=fetched.status >= 400,  # noqa: PLR2004  every refusal and fault
        retry_after_seconds=fetched.retry_after_seconds,
    )


def _folder(run: Round) -> Seen:
    given = Path(run.settings.sources.folder or "")
    path = given if given.is_absolute() else run.record.outputs / given
    with suppress(OSError):  # a folder that cannot be made cannot be read, and that is told
        path.mkdir(parents=True, exist_ok=True)
    dropped = folder.fetch(path, run.hand.now)
    files = {one.sha256: (one.path.name, one.data) for one in dropped.files}
    return Seen(folder.read(dropped), files)


def _mailbox(run: Round, key: str, mailbox: Mailbox | None) -> Seen:
    named = run.settings.sources.mailbox
    if mailbox is None or named is None:
        raise DoorError(
            "The mailbox with the alerts cannot be opened from here: run `section55 watch`."
        )
    expected = run.expected(key)
    return Seen(alerts.read(alerts.fetch(mailbox, named.folder, expected), expected))
