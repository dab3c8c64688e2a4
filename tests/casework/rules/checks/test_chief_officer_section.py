"""A signed response says that the chief officer made no comments, in whatever words."""

from datetime import date

import pytest

from casework.rules.checks.chief_officer_section import chief_officer_section
from tests.manuscripts import a_finding, a_response, some_facts

FACTS = some_facts(
    a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds."),
    invited_on=date(2024, 3, 14),
    comments_received_on=None,
    chief_officer_comments=(),
)
INVITED = "I invited Chief Constable Quiverful to submit comments by 3 April 2024."


def is_told(words: str) -> bool:
    return bool(list(chief_officer_section(a_response(f"{INVITED}\n{words}", FACTS))))


@pytest.mark.parametrize(
    "words",
    [
        "He has made none, and there is therefore nothing to which I need respond.",
        "He sent me nothing.",
        "None has come from the Chief Constable.",
        "He did not take up the invitation.",
        "The Chief Constable did not respond.",
        "He had not answered by that day, and did not answer.",
        "My invitation to the Chief Constable went unanswered.",
        "I have not heard from him, and the force did not respond by 3 April.",
        "She gave none.",
        "The Chief Constable has chosen to offer no comments.",
    ],
)
def test_that_none_were_made_may_be_said_in_many_words(words: str) -> None:
    assert not is_told(words)


@pytest.mark.parametrize(
    "words",
    [
        "I will publish this response on my website.",
        "The force did not answer calls fast enough.",
        "The force has none of the tools that it wants.",
        "He has not responded to calls in the north of the county.",
    ],
)
def test_what_else_was_not_done_is_no_word_of_the_comments(words: str) -> None:
    assert is_told(words)
