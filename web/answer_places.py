"""The places of a response that wait for the body's own words, each with what it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.record.dossier import Dossier, paragraphs_of
from casework.record.finding_fields import references
from models import Finding
from models.shapes.office import OfficeSettings


class PlaceKind(StrEnum):
    """What stands at a place."""

    OVERVIEW = "overview"
    ANSWER = "answer"
    FORCE = "force"
    REPLY = "reply"
    MONITORING = "monitoring"


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """One place, and what is written there so far."""

    key: str
    kind: PlaceKind
    about: str
    """The finding's reference, or the force's name; empty for the whole report."""
    finding: Finding | None
    comments: tuple[str, ...]
    """The chief officer's words that a reply answers."""
    text: str
    owner: str
    due: date | None


def answer_places(settings: OfficeSettings, file: Dossier) -> list[AnswerPlace]:
    """Return every place of a case, in the order of the response."""
    return list(_places(settings, file))


def _places(settings: OfficeSettings, file: Dossier) -> Iterator[AnswerPlace]:
    cited = references(file.findings)
    yield _place(file, "overview", PlaceKind.OVERVIEW)
    for one in file.findings:
        yield _place(file, f"{one.key}_answer", PlaceKind.ANSWER, cited[one.key], one)
        yield _place(file, f"{one.key}_force", PlaceKind.FORCE, cited[one.key], one)
    for number, force in enumerate(file.forces, start=1):
        known = settings.force(force.force_key)
        final = file.final_comments(force.force_key)
        words = paragraphs_of(final) if final else ()
        name = known.name if known else force.force_key
        yield _place(file, f"c{number}_reply", PlaceKind.REPLY, name, comments=words)
    yield _place(file, "monitoring", PlaceKind.MONITORING)


def _place(
    file: Dossier,
    key: str,
    kind: PlaceKind,
    about: str = "",
    finding: Finding | None = None,
    comments: tuple[str, ...] = (),
) -> AnswerPlace:
    row = file.answers.get(key)
    text, owner, due = (row.text, row.owner, row.due) if row else ("", "", None)
    return AnswerPlace(key, kind, about, finding, comments, text, owner, due)
