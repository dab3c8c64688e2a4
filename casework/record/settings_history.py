"""The editions of an office's settings: who put which in force, when, and what waits."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlmodel import Session, col, select

from casework.errors import NotFoundError, SettingsError
from casework.record import bytes as kept
from casework.registers.office import read_office
from models import Act, HistoryEntry, Office, Person
from models.shapes.office import OfficeSettings

BEGUN, LOADED, CHANGED = "office_load", "load_settings", "change_settings"
CONFIRMED, WITHDRAWN = "confirm_settings", "withdraw_settings"
ACTS = (BEGUN, LOADED, CHANGED, CONFIRMED, WITHDRAWN)
IN_FORCE, PROPOSED, TAKEN_BACK = "settings_loaded", "settings_proposed", "settings_withdrawn"
"""What an entry of the office's history says of settings."""

HOW = {
    BEGUN: "a file was loaded at the command line",
    LOADED: "a file was loaded at the command line",
    CHANGED: "changed on a page",
    CONFIRMED: "confirmed by a second person",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """Settings that were in force, or are."""

    number: int
    sha256: str
    what: str
    """The act that put them in force."""
    who: str
    """Name of the person; the machine's account where nobody is named."""
    at: datetime
    proposed_by: str = ""
    """Who asked for it, where a second person confirmed it."""

    @property
    def how(self) -> str:
        """Return how they came into force, in words."""
        return HOW[self.what]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits for a second person."""

    act_id: str
    sha256: str
    before: str
    """The settings it was made from."""
    person_id: int | None
    who: str
    at: datetime


def editions(session: Session, office: Office) -> list[Edition]:
    """Return every edition, the first first; the last one is in force."""
    asked = {act.id: who for act, _, who in _said(session, office, PROPOSED)}
    return [
        Edition(
            number,
            facts["settings_sha256"],
            act.what,
            who,
            act.recorded_at,
            asked.get(str(facts.get("proposal")), ""),
        )
        for number, (act, facts, who) in enumerate(_said(session, office, IN_FORCE), start=1)
    ]


def edition(session: Session, office: Office, number: int) -> Edition:
    """Return one edition by its number."""
    every = editions(session, office)
    if not 1 <= number <= len(every):
        message = f"There are no settings number {number}: there are 1 to {len(every)}."
        raise NotFoundError(message)
    return every[number - 1]


def waiting(session: Session, office: Office) -> list[Proposal]:
    """Return the changes that wait for a second person, the oldest first."""
    said = _entries(session, office)
    settled = {
        str(body["facts"].get("proposal"))
        for _, body, _ in said
        if body["what"] in {IN_FORCE, TAKEN_BACK}
    }
    return [
        Proposal(
            act.id,
            body["facts"]["settings_sha256"],
            body["facts"]["before"],
            act.person_id,
            who,
            act.recorded_at,
        )
        for act, body, who in said
        if body["what"] == PROPOSED and act.id not in settled
    ]


def proposal(session: Session, office: Office, act_id: str) -> Proposal:
    """Return a change that waits; refuse one that does not."""
    found = next((one for one in waiting(session, office) if one.act_id == act_id), None)
    if found is None:
        message = "This change of the settings does not wait any more: look at the list of changes."
        raise NotFoundError(message)
    return found


def text_of(session: Session, sha256: str) -> str:
    """Return the text of kept settings."""
    return kept.fetch(session, sha256).decode()


def settings_kept(session: Session, sha256: str) -> OfficeSettings:
    """Return kept settings, read."""
    return read_office(text_of(session, sha256), "the settings on the record")


def changes_by_pages(
    session: Session, office: Office
) -> tuple[tuple[OfficeSettings, OfficeSettings], ...]:
    """Return (before, after) of every change that was not made by loading a file."""
    return tuple(_pairs(session, editions(session, office)))


def _pairs(
    session: Session, every: list[Edition]
) -> Iterator[tuple[OfficeSettings, OfficeSettings]]:
    for before, after in pairwise(every):
        if after.what in {BEGUN, LOADED}:
            continue
        try:
            yield settings_kept(session, before.sha256), settings_kept(session, after.sha256)
        except SettingsError:
            continue  # settings of an older service, which this one no longer reads


def _said(session: Session, office: Office, what: str) -> list[tuple[Act, dict[str, Any], str]]:
    """Return act, facts and name of whoever acted, for each entry that says this."""
    return [
        (act, body["facts"], who)
        for act, body, who in _entries(session, office)
        if body["what"] == what
    ]


def _entries(session: Session, office: Office) -> list[tuple[Act, dict[str, Any], str]]:
    """Return act, words of the entry and name of whoever acted, for every change of settings."""
    rows = session.exec(
        select(HistoryEntry, Act, Person)
        .join(Act, col(HistoryEntry.act_id) == col(Act.id))
        .join(Person, col(Act.person_id) == col(Person.id), isouter=True)
        .where(HistoryEntry.chain == f"office:{office.id}", col(Act.what).in_(ACTS))
        .order_by(col(HistoryEntry.seq))
    )
    return [(act, json.loads(entry.body), _named(act, person)) for entry, act, person in rows]


def _named(act: Act, person: Person | None) -> str:
    return person.name if person else f"{act.login or 'the service'} (account)"
