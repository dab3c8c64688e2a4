"""Whatever findings, answers and citations a response holds, no check stops at them."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.checks.every_check import CHECKS, Check, examined
from casework.rules.manuscript.promises import promises
from models.shapes.checking import Facts, GradeFacts, Holder
from tests.manuscripts import a_finding, a_response

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
def test_nothing_stops_at_a_response_of_many_findings(words: str, facts: Facts) -> None:
    response = a_response(words, facts)
    shown = {passage.at: passage.words for passage in response.passages}
    for one in examined(response):
        assert one.where == "" or one.where in shown[one.passage or 0]
    assert all(one.words for one in promises(response))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_looks_at_a_document_without_words(check: Check) -> None:
    for one in check(a_response("", Facts())):
        assert (one.where, one.passage) == ("", None)
