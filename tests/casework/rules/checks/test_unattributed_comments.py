"""The chief officer's words stand in their name, or it is told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.unattributed_comments import unattributed_comments
from models.shapes.checking import Severity
from tests.manuscripts import a_response, some_facts
from tests.whole_responses import OFFICES, whole

ONE = "I welcome this report and the inspectors’ recognition of our neighbourhood teams."
TWO = "We have begun work on every finding and will report progress to the board by 30 June 2024."
FACTS = some_facts(chief_officer_comments=(ONE, TWO))
HEAD = "# My comments\nI will ask for a report in May.\n"


def told(words: str) -> list[tuple[str, Severity]]:
    return [(one.where, one.severity) for one in unattributed_comments(a_response(words, FACTS))]


@pytest.mark.parametrize(
    "words",
    [
        f"{HEAD}{ONE}\n{TWO}\n# My response\nI am grateful.",
        f"{HEAD}# My response to the Chief Constable’s comments\nI am grateful.\n# Next\n{ONE}\n{TWO}",
        f"{HEAD}> {ONE}\n> {TWO}",
        f"{HEAD}# Statement\n{ONE}\n{TWO}\n# Comments of the Chief Constable on the way\nNone of this is new.",
        f"{HEAD}The next board is in June.\n{ONE}\n{TWO}\nMy board meets in June and the public may attend it in person.",
    ],
)
def test_words_in_nobody_s_name_are_told_at_the_first_and_noted_at_the_others(words: str) -> None:
    near = "Chief Constable" in words
    weight = Severity.WARNING if near else Severity.ERROR
    assert told(words) == [(ONE, weight), (TWO, Severity.NOTE)]


@pytest.mark.parametrize(
    "words",
    [
        f"{HEAD}# Comments of the Chief Constable\n{ONE}\n{TWO}",
        f"{HEAD}Chief Constable Quiverful said:\n{ONE}\n{TWO}",
        f"{HEAD}# Force comments\n{ONE}\n{TWO}",
        f"{HEAD}> {ONE}\n> {TWO}\nSeptimus Quiverful, Chief Constable",
        f"{HEAD}| The Chief Constable’s comments |\n| {ONE} |\n| {TWO} |",
        f"{HEAD}The Chief Constable, Septimus Quiverful, was invited on the day of publication to comment by 11 June 2024, and on 10 June 2024 he replied: “{ONE} {TWO}”",
        f"{HEAD}# The other view\nI invited Septimus Quiverful on 13 March 2024 to comment.\nHis comments follow:\n{ONE}\n{TWO}",
        f"{HEAD}# Annex\nDear Commissioner\n{ONE}\n{TWO}\nYours sincerely\nSeptimus Quiverful",
        f"{HEAD}# What Barsetshire Police says\n{ONE}\n{TWO}",
        f"{HEAD}Mr Quiverful’s reply of 3 April reads:\n{ONE}\n{TWO}",
    ],
)
def test_words_that_somebody_is_said_to_have_written_are_no_fault(words: str) -> None:
    assert not told(words)


def test_words_that_do_not_stand_there_are_told_elsewhere() -> None:
    assert not told(HEAD)


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_has_words_in_nobody_s_name(office: str) -> None:
    assert not list(unattributed_comments(whole(office)))
