"""What a look at a source of reports brings back."""

from dataclasses import dataclass
from datetime import date

from models.words import ReportKind


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "has it changed?" with next time."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer of a web server, whole."""

    address: str
    """The address that answered in the end, after any redirects."""
    status: int
    body: bytes
    media_type: str = ""
    validators: Validators = Validators()
    retry_after_seconds: int | None = None
    """How long the server asked us to stay away."""

    @property
    def not_modified(self) -> bool:
        """Return whether the server said that nothing has changed."""
        return self.status == 304  # noqa: PLR2004 - the number is its own name


@dataclass(frozen=True, slots=True)
class SeenItem:
    """One report as a source lists it; nothing here has been judged."""

    title: str
    address: str
    """Its web address, or an empty string for a dropped file."""
    published: date | None = None
    """The day in London, where the source gives one."""
    kind_hint: ReportKind | None = None
    forces_named: tuple[str, ...] = ()
    forces_listed: tuple[str, ...] = ()
    """What the list itself gives as the forces concerned, in its own words."""
    summary: str = ""
    sha256: str = ""
    """Of the bytes, for a dropped file."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at a source showed."""

    items: tuple[SeenItem, ...]
    alarm: str | None = None
    """One sentence for a person when the silence of this source may not be real."""
    complete_since: date | None = None
    """Everything published from this day on stands on the list; None: it may leave things out."""
    announced: int | None = None
    """How many the list itself says there are."""
    newest: date | None = None
    """The day of the newest item, where the source gives days."""
