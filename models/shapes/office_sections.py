"""The sections of an office's settings file, one class each."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from models.shapes.blocks import BLOCK_NAMES
from models.shapes.setting import (
    Dated,
    Email,
    Key,
    Line,
    Lines,
    Number,
    Setting,
    WebAddress,
    YesNo,
)
from models.words import ReportKind, Role

Copy = Literal["inspectors", "secretary_of_state"]
"""To whom section 55(6) sends a copy."""

SLUG_PLACES = frozenset({"{title}", "{reference}", "{year}"})

Publisher = Literal["static_site", "web_package"]


class Office(Setting):
    """The office as it prints itself at the head of a letter."""

    key: Key
    name: Line
    area: Line
    address: Lines = Field(min_length=1)
    website: WebAddress
    email: Email
    telephone: Line
    licence: Line
    """Sentence that credits text quoted under the Open Government Licence."""


class Body(Setting):
    """The local policing body that owes the response."""

    type: Line
    """What it is in law, in words of the office's own."""
    title: Line
    """As in a signature block."""
    name: Line
    """As in a sentence: `the Police and Crime Commissioner for Barsetshire`."""
    voice: Line = "I"
    """`I`, `we`, or a title: `the Mayor`, `the Board`."""


class Welsh(Setting):
    """What the office is called in Welsh: its own words, never translated by the service.

    An office that has this section publishes in both languages.
    """

    office: Line
    """As at the head of a letter."""
    body: Line
    """As in a sentence."""
    title: Line
    """As in a signature block."""
    address: Lines = ()
    """Left out where the address is the same."""


class ChiefOfficer(Dated):
    """Who leads a force, and how to write to them."""

    title: Line
    """Rank: `Chief Constable`."""
    name: Line
    salutation: Line
    email: Email
    staff_officer_email: Email | None = None
    address: Lines = Field(min_length=1)
    welsh_title: Line | None = None
    """Rank in a letter in Welsh: `Prif Gwnstabl`."""
    welsh_salutation: Line | None = None

    @property
    def styled(self) -> str:
        """Return rank and name: `Chief Constable Ada Marsh`."""
        return f"{self.title} {self.name}"


class Force(Setting):
    """A force of the office's area."""

    key: Key
    name: Line
    aliases: Lines = ()
    self_name: Line = "the force"
    """What the inspectors call it in a report about it: `the constabulary`."""
    welsh_name: Line | None = None
    """Its own name in Welsh, where it has one."""
    chief_officers: tuple[ChiefOfficer, ...] = Field(min_length=1)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and the aliases."""
        return (self.name, *self.aliases)


def _held_by_people(role: Role) -> Role:
    if role is Role.SERVICE:
        message = "is the service’s own role; nobody can hold it"
        raise ValueError(message)
    return role


PersonsRole = Annotated[Role, AfterValidator(_held_by_people)]


class RoleHeld(Dated):
    """A role, and the days on which somebody holds it."""

    role: PersonsRole
    title: Line | None = None
    """As in a signature block, where it differs from the body's title."""


class Person(Setting):
    """Somebody of the office who acts in cases."""

    key: Key
    name: Line
    email: Email
    roles: tuple[RoleHeld, ...] = Field(min_length=1)

    def held(self, role: Role, on: date) -> RoleHeld | None:
        """Return how the person holds the role on this day, or None."""
        return next((held for held in self.roles if held.role is role and held.holds(on)), None)

    def roles_on(self, on: date) -> frozenset[Role]:
        """Return every role the person holds on this day."""
        return frozenset(held.role for held in self.roles if held.holds(on))


class Delegation(Dated):
    """Leave to act in another's role, by a named instrument."""

    to: Key
    role: PersonsRole
    giver: Key | None = Field(default=None, alias="from")
    """Whose role it is; left out for an acting holder, whom the instrument itself appoints."""
    instrument: Line
    """What gives it, as a signature will cite it."""
    scope: Line
    kinds: tuple[ReportKind, ...] = ()
    """Kinds of report it covers; empty: all."""

    def covers(self, kind: ReportKind | None) -> bool:
        """Return whether it covers this kind of report (None: not asked)."""
        return kind is None or not self.kinds or kind in self.kinds


class Absence(Dated):
    """Days on which somebody is away, and who is told in their place. It lends no role."""

    person: Key
    deputy: Key


class Recipient(Dated):
    """Where a copy of the published response goes."""

    name: Line
    email: Email
    address: Lines = ()
    salutation: Line = "Dear Sir or Madam"


class Recipients(Setting):
    """The two recipients of section 55(6), each over time."""

    inspectors: tuple[Recipient, ...] = Field(min_length=1)
    secretary_of_state: tuple[Recipient, ...] = Field(min_length=1)


class Publication(Setting):
    """Where responses are published."""

    publishers: tuple[Publisher, ...] = Field(default=("static_site", "web_package"), min_length=1)
    site_address: WebAddress
    """Public address of the folder the pages stand in."""
    slug: Line = "{title}"
    """Rule of a page's address, with `{title}`, `{reference}`, `{year}`."""
    publish_lateness_reasons: YesNo = False
    """Whether the public register says why a response came late; that it did, it always says."""
    list_reports_without_response: YesNo = False
    """Whether it lists reports that are answered elsewhere, or are not about our area."""

    @field_validator("slug")
    @classmethod
    def _tells_pages_apart(cls, slug: str) -> str:
        places = set(re.findall(r"\{[^{}]*\}", slug))
        if not places <= SLUG_PLACES or not places & {"{title}", "{reference}"}:
            message = "must hold {title} or {reference}, and no other place but {year}"
            raise ValueError(message)
        return slug


class Mail(Setting):
    """How letters leave. Letters to these people wait for a person unless told otherwise."""

    sender: Email
    reply_to: Email | None = None
    send_to_chief_officer: YesNo = False
    send_to_signatory: YesNo = False
    signatory_to: Literal["signatory", "private_office"] = "signatory"
    """Who receives what is written to the signatory: they themselves, or their private office."""
    send_to_colleagues: YesNo = False
    """Letters that say what is wanted of a colleague, and questions to them."""


class Wording(Setting):
    """Words of the office's own that stand in every response."""

    board: Line
    """The meeting at which the force is held to account."""
    monitoring: Line
    """Sentence that says how the findings will be followed."""
    panel: Line | None = None
    """The police and crime panel, as in a sentence: `the Barsetshire Police and Crime Panel`."""
    blocks: dict[str, YesNo] = Field(default_factory=dict)
    """Blocks of wording this office switches on or off in every response."""

    @field_validator("blocks")
    @classmethod
    def _are_blocks(cls, blocks: dict[str, bool]) -> dict[str, bool]:
        unknown = [name for name in blocks if name not in BLOCK_NAMES]
        if unknown:
            known = ", ".join(BLOCK_NAMES)
            message = f"must name blocks of wording, not “{unknown[0]}”: there are {known}"
            raise ValueError(message)
        return blocks


class Partner(Dated):
    """Another body with which the office answers some reports jointly."""

    name: Line
    """As in a sentence: `the Mayor of Loamshire`."""
    title: Line
    """As in a signature block."""
    signatory: Line
    force: Line
    officer_title: Line = "Chief Constable"


class HouseRules(Setting):
    """What the law leaves to the office."""

    areas_for_improvement_need_answer: YesNo = True
    terminal_signatures_allowed: YesNo = True
    api_signatures_allowed: YesNo = False
    """Whether another system may hand in a signature, with a token of the person who signs."""


class Mailbox(Setting):
    """A mailbox that receives the inspectors' alerts, read over IMAP and left as it is."""

    host: Line
    port: Number = 993
    user: Line
    """The password is a setting of the service: SECTION55_MAILBOX_PASSWORD."""
    folder: Line = "INBOX"


class Sources(Setting):
    """Where new reports are looked for."""

    feeds: tuple[WebAddress, ...] = ()
    listings: tuple[WebAddress, ...] = ()
    """Pages that list the inspectors' publications, newest first."""
    folder: Line | None = None
    """A folder in which somebody saves reports."""
    mailbox: Mailbox | None = None
    quiet_days: Number = Field(default=60, ge=1)
    """After so many days without anything new, a list is no longer trusted."""
