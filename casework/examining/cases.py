"""The current version of a case's response, examined against the case's own facts."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlmodel import Session

from casework.examining.files import noted, response_in
from casework.record.dossier import Dossier, dossier
from casework.record.drafts import COMPLETED
from casework.record.facts import facts_of
from casework.record.text_that_counts import TextThatCounts, text_that_counts
from casework.registers.facts_file import read_facts
from casework.rules.checks.every_check import examined
from casework.rules.checks.placeholder import CHECK as GAP
from casework.rules.manuscript.response import Response
from models import Case
from models.shapes.checking import Facts, Holder, Observation, PersonFacts, Severity, ToBeSigned
from models.shapes.office import OfficeSettings


@dataclass(frozen=True, slots=True)
class CaseChecked:
    """What the checks notice in the current version of a case's response."""

    version: int
    found: tuple[Observation, ...]
    data: bytes = field(repr=False)
    """The version's Word file."""
    response: Response = field(repr=False)

    def of(self, severity: Severity) -> tuple[Observation, ...]:
        """Return what weighs so much, advice on style left out."""
        return tuple(one for one in self.found if one.severity is severity and not one.style)

    @property
    def style(self) -> tuple[Observation, ...]:
        """Return the advice on style."""
        return tuple(one for one in self.found if one.style)


def checked_case(
    session: Session, settings: OfficeSettings, case: Case, today: date
) -> CaseChecked | None:
    """Return what the checks notice in what is to be signed; None if nothing is drafted yet.

    While it is before the signatories, that is the frozen copy, with its date
    and its signature block; before, the current version.
    """
    file = dossier(session, case)
    text = text_that_counts(session, file)
    if text is None:
        return None
    response = response_of(session, settings, file, text, today)
    noticed = tuple(one for one in examined(response) if not _is_filled_at_signing(response, one))
    return CaseChecked(text.version, noticed, text.data(session), response)


def response_of(
    session: Session, settings: OfficeSettings, file: Dossier, text: TextThatCounts, today: date
) -> Response:
    """Return a text of a case's response as the checks look at it."""
    signed = text.round.dated if text.round else None
    facts = replace(_facts(session, settings, file, today), signed_on=signed)
    return _response(settings, text.data(session), facts, today)


def errors_in_copy(
    session: Session,
    settings: OfficeSettings,
    file: Dossier,
    data: bytes,
    signing: ToBeSigned,
    today: date,
) -> tuple[Observation, ...]:
    """Return the errors in a copy that is to be signed."""
    facts = replace(
        _facts(session, settings, file, today),
        signed_on=signing.dated,
        signatory=Holder(title=signing.title, name=signing.name),
    )
    noticed = examined(_response(settings, data, facts, today))
    return tuple(one for one in noticed if one.severity is Severity.ERROR)


def _response(settings: OfficeSettings, data: bytes, facts: Facts, today: date) -> Response:
    need = settings.house_rules.areas_for_improvement_need_answer
    return response_in(data, facts, today, areas_need_answer=need)


def _facts(session: Session, settings: OfficeSettings, file: Dossier, today: date) -> Facts:
    told = json.dumps(facts_of(session, settings, file, today))
    facts = read_facts(told.encode(), file.case.reference)
    force = facts.force
    # The format knows one force: of a joint response the others are no slip either.
    others = [name for one in file.forces[1:] for name in _names_of(settings, one.force_key)]
    others += [partner.force for partner in settings.partners]
    force = replace(facts.force, aliases=(*facts.force.aliases, *others))
    partners = tuple(PersonFacts(one.signatory, one.title) for one in settings.partners)
    return replace(facts, force=force, people=(*facts.people, *partners))


def _names_of(settings: OfficeSettings, key: str) -> tuple[str, ...]:
    force = settings.force(key)
    return (force.name, *force.aliases) if force else ()


def _is_filled_at_signing(response: Response, one: Observation) -> bool:
    """Return whether a gap of a draft is one the service fills when signing opens."""
    if one.check != GAP or one.passage is None or not response.facts.is_draft:
        return False
    return response.passages[one.passage].region in COMPLETED


def with_comments(checked: CaseChecked, at: datetime) -> bytes:
    """Return the version's Word file with each observation as a comment at its place."""
    return noted(checked.data, checked.response, checked.found, at)
