"""What must stand in a response before anybody signs it."""

import pytest

from casework.rules.completeness import Asked, comments_open, unanswered
from models.words import COMMENTS_CLOSED, CommentsState, FindingClass

ASKED = [
    Asked("Recommendation 1", FindingClass.RECOMMENDATION, answered=False),
    Asked("AFI 1", FindingClass.AREA_FOR_IMPROVEMENT, answered=False),
    Asked("Cause of concern 1", FindingClass.CAUSE_OF_CONCERN, answered=False),
    Asked("Recommendation 2", FindingClass.RECOMMENDATION, answered=True),
]


def test_every_recommendation_wants_an_answer_and_areas_by_the_offices_rule() -> None:
    assert unanswered(ASKED, areas_need_answer=False) == ("Recommendation 1",)
    assert unanswered(ASKED, areas_need_answer=True) == ("Recommendation 1", "AFI 1")


@pytest.mark.parametrize("state", list(CommentsState))
def test_nobody_signs_before_every_force_has_closed_its_comments(state: CommentsState) -> None:
    states = [("Arden Police", state), ("Fosse Police", CommentsState.NIL)]
    waiting = () if state in COMMENTS_CLOSED else ("Arden Police",)
    assert comments_open(states) == waiting
