"""Which type of document suits a report: by its kind, its law, its findings, their addressees."""

from collections.abc import Collection
from dataclasses import dataclass

from models.words import Language, Regime, ReportKind

BY_AREA = "response-by-area"
WELSH_TWIN = "response-by-area-cy"
DISCRETIONARY = "response-discretionary"
NOTHING_ASKED = "response-no-recommendations"
CAUSE_OF_CONCERN = "response-cause-of-concern"
THEMATIC = "response-thematic"
AREAS_ONLY = "response-afi-only"


@dataclass(frozen=True, slots=True)
class ReportSeen:
    """What the choice of a document type rests on."""

    kind: ReportKind
    regime: Regime
    recommendations: int
    areas_for_improvement: int
    causes_of_concern: int
    to_us: int
    """Findings of every class that concern the body itself."""
    to_force: int
    to_others: int


def usual_type(
    seen: ReportSeen, language: Language = Language.ENGLISH, without: Collection[str] = ()
) -> str:
    """Return the folder of the document type usual for such a report; a person may choose another.

    In the place of one the office does `without`, the next that fits. Late notes,
    corrections, letters, tables, joint and contested responses are never usual:
    they are somebody's decision.
    """
    if language is Language.WELSH:
        return WELSH_TWIN
    by_choice = seen.regime is Regime.DISCRETIONARY or seen.kind is ReportKind.STATE_OF_POLICING
    ours = seen.to_us or seen.to_force
    about_concern = seen.kind is ReportKind.REVISIT_LETTER or seen.causes_of_concern
    fitting = (
        (by_choice, DISCRETIONARY),
        (not ours, NOTHING_ASKED),
        (seen.kind is ReportKind.PEEL, BY_AREA),
        (about_concern, CAUSE_OF_CONCERN),
        (seen.to_us or seen.to_others, THEMATIC),
        (not seen.recommendations, AREAS_ONLY),
    )
    return next((name for fits, name in fitting if fits and name not in without), BY_AREA)
