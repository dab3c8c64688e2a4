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


FILL = "The board meets soon."
NAMED = "I met Mr Quiverful in May."
THEIRS = "It is printed here as he put it, in full:"


@pytest.mark.parametrize(
    "before",
    [
        f"{NAMED}\n{THEIRS}",
        f"{NAMED}\n{FILL}\n{FILL}\n{FILL}\n{FILL}\n{THEIRS}",
        f"# On the report\n{FILL}\n{NAMED}\n{THEIRS}",
    ],
)
def test_a_pronoun_is_of_the_chief_officer_who_is_named_before_it(before: str) -> None:
    assert not told(f"{before}\n{ONE}\n{TWO}")


@pytest.mark.parametrize(
    "before",
    [
        f"{FILL}\n{THEIRS}",
        f"{NAMED}\n{FILL}\n{FILL}\n{FILL}\n{FILL}\n{FILL}\n{THEIRS}",
        f"# On the report\n{NAMED}\n# Annex\n{THEIRS}",
        f"{NAMED}\n{THEIRS}\n{FILL}",
        f"{NAMED}\n{FILL}",
    ],
)
def test_a_pronoun_of_nobody_or_too_far_from_a_name_names_nobody(before: str) -> None:
    assert [where for where, _ in told(f"{before}\n{ONE}\n{TWO}")] == [ONE, TWO]


@pytest.mark.parametrize("lines", [0, 1, 2])
def test_a_line_that_leads_to_the_words_stands_up_to_three_before_them(lines: int) -> None:
    between = f"{FILL}\n" * lines
    assert not told(f"Chief Constable Quiverful said:\n{between}{ONE}\n{TWO}")


def test_a_line_further_off_leads_to_nothing() -> None:
    between = f"{FILL}\n" * 3
    weights = told(f"Chief Constable Quiverful said:\n{between}{ONE}\n{TWO}")
    assert weights == [(ONE, Severity.WARNING), (TWO, Severity.NOTE)]


@pytest.mark.parametrize(("lines", "signed"), [(0, True), (1, True), (2, False)])
def test_a_signature_stands_within_two_lines_behind_the_words(lines: int, *, signed: bool) -> None:
    behind = f"{FILL}\n" * lines
    found = told(f"{HEAD}# Annex\n{ONE}\n{TWO}\n{behind}Septimus Quiverful")
    assert bool(found) is not signed


@pytest.mark.parametrize(("lines", "near"), [(3, True), (4, True), (5, False)])
def test_who_is_named_further_off_makes_no_warning_of_an_error(lines: int, *, near: bool) -> None:
    between = f"{FILL}\n" * lines
    first = told(f"{FILL}\n{NAMED}\n# Annex\n{between}{ONE}\n{TWO}")[0]
    assert first == (ONE, Severity.WARNING if near else Severity.ERROR)


def test_the_words_are_told_from_where_they_begin_and_by_their_writer_s_title() -> None:
    response = a_response(f"{HEAD}Next year. {ONE}\n{TWO}", FACTS)
    first, _ = unattributed_comments(response)
    assert first.where == ONE
    assert "The Chief Constable's comments" in first.message
    assert first.suggestion
    assert first.check == "unattributed_comments"


def test_one_paragraph_that_is_in_their_name_speaks_for_all() -> None:
    words = f"{HEAD}# Comments of the Chief Constable\n{ONE}\n# Next\nI agree.\n{TWO}"
    assert not told(words)


def test_the_welsh_twin_is_read_by_those_who_read_welsh() -> None:
    facts = some_facts(chief_officer_comments=(ONE, TWO), language="cy")
    assert not list(unattributed_comments(a_response(f"{HEAD}{ONE}\n{TWO}", facts)))
