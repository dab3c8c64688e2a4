"""A finding of the report that stands nowhere in the response is told, and no other."""

from casework.rules.checks.missing_finding import missing_finding
from tests.manuscripts import a_finding, a_response, some_facts

FIRST = a_finding("AFI 1", "The force should make sure that repeat callers are identified.")
SECOND = a_finding("AFI 2", "The force needs to improve how it records crimes of violence.")
WORDS = """
# Areas for improvement
The force should ensure repeat callers are identified.
I will ask for figures on this at my board in May.
"""


def test_a_finding_that_stands_nowhere_is_told_by_its_reference_and_its_words() -> None:
    (told,) = missing_finding(a_response(WORDS, some_facts(FIRST, SECOND)))
    assert "AFI 2" in told.message
    assert "records crimes of violence" in told.message


def test_usual_variants_of_spelling_do_not_make_a_finding_missing() -> None:
    assert not list(missing_finding(a_response(WORDS, some_facts(FIRST))))


def test_a_finding_cited_by_its_number_is_not_missing() -> None:
    words = f"{WORDS}\nI propose no action on AFI 2, which is for another body."
    assert not list(missing_finding(a_response(words, some_facts(FIRST, SECOND))))
