"""Whatever a document or its facts hold, no check of findings and answers stops, and each is quick."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.checks.altered_finding import altered_finding
from casework.rules.checks.cc_comments_altered import cc_comments_altered
from casework.rules.checks.deadline_not_answered import deadline_not_answered
from casework.rules.checks.duplicate_finding import duplicate_finding
from casework.rules.checks.every_check import Check
from casework.rules.checks.finding_order_or_grade import finding_order_or_grade
from casework.rules.checks.force_action_only import force_action_only
from casework.rules.checks.grade_table_lost import grade_table_lost
from casework.rules.checks.inspectorate_voice import inspectorate_voice
from casework.rules.checks.list_number_artefact import list_number_artefact
from casework.rules.checks.missing_finding import missing_finding
from casework.rules.checks.unanswered_recommendation import unanswered_recommendation
from casework.rules.checks.unknown_reference import unknown_reference
from casework.rules.manuscript.promises import promises
from models.shapes.checking import Facts, GradeFacts, Holder
from tests.manuscripts import a_finding, a_response

CHECKS: tuple[Check, ...] = (
    missing_finding,
    duplicate_finding,
    altered_finding,
    finding_order_or_grade,
    list_number_artefact,
    unknown_reference,
    grade_table_lost,
    unanswered_recommendation,
    force_action_only,
    deadline_not_answered,
    inspectorate_voice,
    cc_comments_altered,
)
PIECES = (
    "The force should make sure", "that repeat callers", "are identified", "Recommendation 1", "AFI 2", "I will ask",
    "by 31 October 2024", "Chief Constable’s comments", "My response", "Force response:", "Good", "Investigating crime",
    "| a |", "# ", "## ", "- ", "1. ", "> ", "**Recommendation 2**", "96. 7%", "we found", "“", "”", "\n", "\n", "’",
    "not", "(1, 2 and 3)", "requires improvement", "–", ":", "both", "\u00ad", "\u00a0", "İ", "",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map(" ".join)
FINDINGS = st.lists(
    st.builds(
        a_finding,
        st.sampled_from(["", "AFI 1", "AFI 2", "Recommendation 1", "R", "12", "f0"]),
        WORDS,
        area=st.sampled_from(["", "Investigating crime", "–"]),
        grade=st.sampled_from(["", "Good", "?"]),
        addressee=st.sampled_from(["", "force", "Home Office"]),
        deadline=st.none() | st.tuples(st.sampled_from(["", "By May"]), st.none() | st.just(date(2024, 5, 31))),
    ),
    max_size=5,
).map(tuple)  # fmt: skip
FACTS = st.builds(
    Facts,
    findings=FINDINGS,
    language=st.sampled_from(["", "en-GB", "cy-GB"]),
    chief_officer_comments=st.lists(WORDS, max_size=3).map(tuple),
    graded_areas=st.lists(
        st.builds(GradeFacts, st.sampled_from(["", "Investigating crime", "x"]), st.sampled_from(["", "Good"])), max_size=3
    ).map(tuple),
    chief_officer=st.builds(Holder, st.sampled_from(["", "Commissioner", "Chief Constable"]), WORDS),
    local_policing_body=st.builds(Holder, st.sampled_from(["", "The Board", "Mayor of X"]), WORDS),
)  # fmt: skip


@given(WORDS, FACTS)
def test_no_check_stops_whatever_it_reads(words: str, facts: Facts) -> None:
    response = a_response(words, facts)
    shown = {passage.at: passage.words for passage in response.passages}
    for check in CHECKS:
        for one in check(response):
            assert one.message
            assert one.where == "" or one.where in shown[one.passage or 0]
    assert json.dumps([one.words for one in promises(response)]) is not None


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_an_empty_document_without_facts_is_read(check: Check) -> None:
    assert not list(check(a_response("", Facts())))
    assert not list(check(a_response("I welcome this report.", Facts())))
