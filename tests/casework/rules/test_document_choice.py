"""Which document a report is answered with, and how several findings are cited at once."""

from dataclasses import fields

import pytest

from casework.rules.citing import cited_together
from casework.rules.document_choice import ReportSeen, usual_type
from models.words import Language, Regime, ReportKind
from tests.casework.documents.filled_types import FILLED_TYPES

PEEL, THEMATIC = ReportKind.PEEL, ReportKind.THEMATIC
LAW, CHOICE = Regime.SECTION_55, Regime.DISCRETIONARY


def seen(kind: ReportKind, regime: Regime = LAW, **counts: int) -> ReportSeen:
    known = dict.fromkeys((field.name for field in fields(ReportSeen)[2:]), 0)
    return ReportSeen(kind, regime, **(known | counts))


@pytest.mark.parametrize(
    ("report", "document"),
    [
        (seen(PEEL, areas_for_improvement=20, to_force=20), "response-by-area"),
        (seen(PEEL, recommendations=2, causes_of_concern=1, to_force=3), "response-by-area"),
        (
            seen(THEMATIC, recommendations=22, to_us=1, to_force=8, to_others=13),
            "response-thematic",
        ),
        (seen(THEMATIC, recommendations=5, to_others=5), "response-no-recommendations"),
        (seen(THEMATIC), "response-no-recommendations"),
        (seen(ReportKind.CUSTODY, recommendations=6, to_force=6), "response-by-area"),
        (seen(ReportKind.CUSTODY, areas_for_improvement=9, to_force=9), "response-afi-only"),
        (seen(ReportKind.JOINT, recommendations=3, to_force=1, to_others=2), "response-thematic"),
        (
            seen(ReportKind.CHILD_PROTECTION, recommendations=4, causes_of_concern=1, to_force=5),
            "response-cause-of-concern",
        ),
        (
            seen(ReportKind.REVISIT_LETTER, recommendations=1, to_force=1),
            "response-cause-of-concern",
        ),
        (
            seen(ReportKind.STATE_OF_POLICING, recommendations=1, to_force=1),
            "response-discretionary",
        ),
        (seen(PEEL, CHOICE, areas_for_improvement=1, to_force=1), "response-discretionary"),
    ],
)
def test_a_report_is_answered_with_the_document_that_suits_it(
    report: ReportSeen, document: str
) -> None:
    assert usual_type(report) == document
    assert document in FILLED_TYPES


def test_the_twin_of_every_response_is_the_welsh_one() -> None:
    for kind in ReportKind:
        assert usual_type(seen(kind), Language.WELSH) == "response-by-area-cy"


@pytest.mark.parametrize(
    ("references", "cited"),
    [
        ((), ""),
        (("Recommendation 3",), "Recommendation 3"),
        (("Recommendation 3", "Recommendation 7"), "Recommendations 3 and 7"),
        (("Recommendation 1", "AFI 2", "Recommendation 3"), "Recommendations 1 and 3 and AFI 2"),
        (("Cause of concern 1", "Cause of concern 2"), "Causes of concern 1 and 2"),
        (("AFI 1", "AFI 2", "AFI 4"), "AFIs 1, 2 and 4"),
    ],
)
def test_several_findings_are_cited_in_one_breath(references: tuple[str, ...], cited: str) -> None:
    assert cited_together(references) == cited
