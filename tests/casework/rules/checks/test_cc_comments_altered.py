"""The chief officer's sealed words stand whole, together and under their name, or it is told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.cc_comments_altered import cc_comments_altered
from models.shapes.checking import Holder, Severity
from tests.manuscripts import a_response, some_facts
from tests.whole_responses import OFFICES, whole

ONE = "I welcome this report and the inspectors’ recognition of our neighbourhood teams."
TWO = "We have begun work on every finding and will report progress to the board by 30 June 2024."
THREE = "By Autumn 2024 every officer in the control room will have been trained in risk."
FACTS = some_facts(chief_officer_comments=(ONE, TWO, THREE))
HEAD = "# My comments\nI will ask for a report in May.\n"
LABEL = "# Comments of the Chief Constable\n"
REPLY = "\n# My response to these comments\nI am grateful."
WHOLE = f"{HEAD}{LABEL}{ONE}\n{TWO}\n{THREE}{REPLY}"


def told(words: str) -> list[tuple[str, str]]:
    response = a_response(words, FACTS)
    return [(one.where, one.message) for one in cc_comments_altered(response)]


def test_words_as_they_were_submitted_are_no_fault() -> None:
    assert not told(WHOLE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("welcome", "note"),
        ("every finding", "most findings"),
        ("30 June", "30 July"),
        ("every officer", "each officer"),
        ("will have been trained", "will not have been trained"),
        (" will report progress to the board by 30 June 2024", " will report"),
    ],
)
def test_altered_words_are_told_where_they_stand(old: str, new: str) -> None:
    ((where, message),) = told(WHOLE.replace(old, new))
    assert where
    assert where in WHOLE.replace(old, new)
    assert "55(5)(b)" in message
    assert "altered" in message


def test_a_paragraph_left_out_is_told_with_its_words() -> None:
    ((_, message),) = told(WHOLE.replace(f"{TWO}\n", ""))
    assert "We have begun work on every finding" in message


def test_a_summary_in_their_place_is_told_once_at_the_summary() -> None:
    summary = "The Chief Constable welcomes the report and says that work has begun."
    words = f"{HEAD}{LABEL}{summary}{REPLY}"
    ((where, message),) = told(words)
    assert where == summary
    assert "not reproduced" in message


def test_a_paragraph_written_anew_is_told_once() -> None:
    anew = "We have now begun our work on each finding, and we will regularly report our progress up to a board by June 2024."
    assert len(told(WHOLE.replace(TWO, anew))) == 1


def test_words_of_somebody_else_between_theirs_are_told() -> None:
    extra = "I am glad that he sees it as I do."
    ((where, message),) = told(WHOLE.replace(TWO, f"{extra}\n{TWO}"))
    assert where == extra
    assert "interrupted" in message


@pytest.mark.parametrize(
    "words",
    [
        f"{HEAD}Chief Constable Quiverful said:\n{ONE}\n{TWO}\n{THREE}{REPLY}",
        f"{HEAD}The Chief Constable submitted these comments on 3 April 2024.\n{ONE}\n{TWO}\n{THREE}",
        f"{HEAD}# Force comments\n{ONE}\n{TWO}\n{THREE}{REPLY}",
        f"{HEAD}> {ONE}\n> {TWO}\n> {THREE}\nSeptimus Quiverful, Chief Constable",
        f"{HEAD}| The Chief Constable’s comments |\n| {ONE} |\n| {TWO} |\n| {THREE} |",
        f"{HEAD}**Chief Constable’s statement**\n“{ONE}\n{TWO}\n{THREE}”{REPLY}",
        f"{HEAD}{LABEL}{ONE} {TWO}\n{THREE}{REPLY}",
        f"{HEAD}{LABEL}{ONE}\n## On training\n{TWO}\n{THREE}{REPLY}",
        f"{HEAD}{LABEL}{ONE.replace('’', chr(39))}\n{TWO.upper()}\n{THREE}{REPLY}",
        f"{HEAD}{LABEL}{ONE}\n{TWO.replace(' ', chr(160))}\n{THREE}\nEnd of the Chief Constable’s comments.{REPLY}",
    ],
)
def test_other_ways_to_print_them_are_no_fault(words: str) -> None:
    assert not told(words)


def test_a_chief_officer_who_made_none_is_not_looked_for() -> None:
    silent = some_facts(chief_officer_comments=())
    words = f"{HEAD}The Chief Constable was invited to comment and made no comments."
    assert not list(cc_comments_altered(a_response(words, silent)))


def test_a_greeting_may_be_left_out() -> None:
    facts = some_facts(chief_officer_comments=("Dear Eleanor,", ONE, "Yours sincerely"))
    assert not list(cc_comments_altered(a_response(f"{LABEL}{ONE}", facts)))


def test_it_is_an_error_that_names_their_office() -> None:
    facts = some_facts(
        chief_officer_comments=(ONE,), chief_officer=Holder("Commissioner", "Sir Ian")
    )
    words = f"# The Commissioner’s comments\n{ONE.replace('welcome', 'note')}"
    (one,) = cc_comments_altered(a_response(words, facts))
    assert one.severity is Severity.ERROR
    assert "The Commissioner's comments" in one.message


@pytest.mark.parametrize("office", OFFICES)
def test_every_whole_response_prints_them_as_submitted(office: str) -> None:
    assert not list(cc_comments_altered(whole(office)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("welcome", "note", "“note” stands for “welcome”"),
        ("I welcome", "I warmly welcome", "“warmly” was added"),
        ("every officer in the", "every officer", "“in the” is missing here"),
    ],
)
def test_what_was_done_to_their_words_is_said(old: str, new: str, said: str) -> None:
    ((_, message),) = told(WHOLE.replace(old, new))
    assert said.replace("’", "'") in message.replace("’", "'")


def test_a_paragraph_written_anew_is_told_at_its_place_and_as_such() -> None:
    anew = "We have now begun good work on every big finding and soon will report all progress to the whole board by late 30 June 2024."
    ((where, message),) = told(WHOLE.replace(TWO, anew))
    assert anew.startswith(where)
    assert "written anew" in message


def test_a_greeting_that_was_left_out_hides_no_change_behind_it() -> None:
    facts = some_facts(chief_officer_comments=("Dear Eleanor,", ONE))
    words = f"{LABEL}{ONE.replace('welcome', 'note')}"
    assert len(list(cc_comments_altered(a_response(words, facts)))) == 1


def test_a_paragraph_that_is_missing_hides_no_change_behind_it() -> None:
    words = WHOLE.replace(f"{ONE}\n", "").replace("every officer", "each officer")
    said = sorted(message for _, message in told(words))
    assert len(said) == 2
    assert "left out" in said[0]
    assert "altered" in said[1]


def test_words_changed_across_two_of_their_paragraphs_are_told_in_the_first() -> None:
    words = WHOLE.replace(f"our neighbourhood teams.\n{TWO[:13]}", "them.\nWork has begun")
    places = [where for where, _ in told(words)]
    assert places
    assert all(where in words for where in places)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (f"{LABEL}{ONE}\n{TWO}\n{TWO}\n{THREE}", 1),
        (f"{LABEL}{ONE}\n{ONE}\n{TWO}\n{THREE}", 1),
        (f"{LABEL}{ONE}\n{TWO}\n{THREE}{REPLY}\n# Annex\n{ONE}\n{TWO}\n{THREE}", 0),
        (f"{LABEL}{ONE}\n{TWO[:39]}\n{TWO[39:]}\n{THREE}", 0),
        (f"{LABEL}{ONE}\nI am glad of it.\n{TWO}\n{THREE}", 1),
        (f"{LABEL}{ONE}\nI am glad of it.\n{TWO}\nI agree.\n{THREE}", 0),
        (f"{LABEL}{ONE}\nOn custody:\n{TWO}\n{THREE}", 0),
        (f"{LABEL}{ONE}\nMy response: I am glad of it.\n{TWO}\n{THREE}", 0),
        (f"# The Chief Constable’s comments and my response\n{ONE}\nI agree.\n{TWO}\n{THREE}", 0),
        (
            f"# Police and Crime Commissioner’s response\n## The Chief Constable’s comments\n{ONE}\nI agree.\n{TWO}\n{THREE}",
            1,
        ),
    ],
)
def test_their_words_are_printed_once_and_together(words: str, count: int) -> None:
    assert len(told(words)) == count
