"""What is looked for in the record, by whom, and what was found."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casework.record.editions import Embargoed
from casework.rules.snippets import Part
from models import SearchKind
from models.words import DocumentType, Language, Stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to look, and which page of what is found to show."""

    kind: SearchKind | None = None
    force: str = ""
    stage: Stage | None = None
    year: int | None = None
    """Of the report's publication."""
    reference: str = ""
    """Of the one case to look into; empty for all."""
    number: int = 1
    """Of the page."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks, as far as finding depends on it."""

    may_see: Callable[[Embargoed], bool]
    background: bool
    """Whether what a force sent as background may be found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in which the words stand."""

    kind: SearchKind
    place: str
    title: str
    version: int
    document: DocumentType | None
    language: Language | None
    snippet: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class CaseHits:
    """What was found in one case."""

    reference: str
    title: str
    stage: Stage
    published: date
    found: int
    """All places of the case; `hits` are the first of them."""
    hits: tuple[Hit, ...]
    cited: dict[str, str]
    """The reference of each finding that stands, by its key."""
    forces: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found, and how much there is in all."""

    cases: tuple[CaseHits, ...] = ()
    number_of_cases: int = 0
    number_of_hits: int = 0
    number: int = 1
    pages: int = 1
