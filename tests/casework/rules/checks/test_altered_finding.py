"""A finding quoted in other words than the report's is told, with the words wanted and found."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.altered_finding import altered_finding
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

A = a_finding(
    "AFI 1",
    "The force should make sure that 96.7% of calls are not left unanswered, and that officers’ "
    "reports of anti-social behaviour are graded within 24 hours.",
)
B = a_finding(
    "AFI 2",
    "The force should:\ntrain its staff by March;\naudit its cases; and\npublish the results each year.",
)
FACTS = some_facts(A, B)
BULLETS = "The force should:\n- train its staff by March;\n- audit its cases; and\n- publish the results each year."


def told(words: str) -> list[tuple[str, str]]:
    return [(one.where, one.message) for one in altered_finding(a_response(words, FACTS))]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("are not left", "are left", "“not” is missing"),
        ("96.7%", "96.2%", "“7%”, here it is “2%”"),
        ("24 hours", "48 hours", "“24”, here it is “48”"),
        ("24 hours", "24 days", "“hours”, here it is “days”"),
        ("The force", "The constabulary", "“force”, here it is “constabulary”"),
        ("should make", "could make", "“should”, here it is “could”"),
        (" and that officers", " and where possible that officers", "“where possible” is not in the report"),
        (", and that officers’ reports of anti-social behaviour are graded within 24 hours", "", "is missing"),
    ],
)  # fmt: skip
def test_a_changed_word_is_told_with_the_words_wanted_and_found(
    old: str, new: str, words: str
) -> None:
    assert old in A.text
    ((where, message),) = told(f"{A.text.replace(old, new)}\n{BULLETS}")
    assert words in message
    assert "AFI 1" in message
    assert where in A.text.replace(old, new)


def test_the_place_shows_the_changed_words() -> None:
    ((where, _),) = told(f"{A.text.replace('24 hours', '48 hours')}\n{BULLETS}")
    assert "48" in where
    (one,) = altered_finding(a_response(A.text.replace("not ", ""), some_facts(A)))
    assert (one.severity, one.passage) == (Severity.ERROR, 0)


def test_a_bullet_cut_off_is_told() -> None:
    cut = BULLETS.replace("\n- publish the results each year.", "")
    ((where, message),) = told(f"{A.text}\n{cut}")
    assert "publish the results each year" in message
    assert where in cut


def test_a_finding_cut_in_half_is_told_as_altered() -> None:
    half = "The force should make sure that 96.7% of calls are not left unanswered."
    ((where, message),) = told(f"{half}\nI will ask.\n{BULLETS}")
    assert "officers" in message
    assert where in half


def test_two_findings_in_one_paragraph_are_run_together() -> None:
    one = a_finding("AFI 3", "The force should give its supervisors time to review open cases.")
    two = a_finding("AFI 4", "The force needs to improve how it records crimes of violence.")
    (seen,) = altered_finding(a_response(f"{one.text} {two.text}", some_facts(one, two)))
    assert "run together" in seen.message
    assert "open cases. The force needs" in seen.where


@pytest.mark.parametrize(
    "between",
    [" (2) ", " I answer this below. The next is: ", "”, and “this is so that "],
)
def test_findings_parted_by_words_or_numbers_are_not_run_together(between: str) -> None:
    one = a_finding("AFI 3", "The force should give its supervisors time to review open cases.")
    two = a_finding("AFI 4", "The force needs to improve how it records crimes of violence.")
    words = f"{one.text}{between}{two.text}"
    assert not list(altered_finding(a_response(words, some_facts(one, two))))


@pytest.mark.parametrize(
    "words",
    [
        A.text.replace("make sure that", "ensure"),
        A.text.replace("anti-social", "antisocial"),
        A.text.replace("anti-social", "anti\u2011social"),
        A.text.replace("’", "'"),
        A.text.replace(" ", "\u00a0", 3),
        A.text.upper(),
        f"“{A.text[:-1]}”.",
        A.text.replace("officers’", "officers’3"),
        f"AFI 1: {A.text}",
        f"1. {A.text} I will ask for a report on this at my board in May.",
        f"| AFI 1 | {A.text} | I will ask. |",
        A.text.replace(", and", "; and"),
    ],
)
def test_typography_labels_and_neighbours_alter_nothing(words: str) -> None:
    assert not told(f"{words}\n{BULLETS}")


@pytest.mark.parametrize(
    "words",
    [
        "The force should: (a) train its staff by March; (b) audit its cases; and (c) publish the results each year.",
        "The force should:\n1. train its staff by March;\n2. audit its cases; and\n3. publish the results each year.",
        "The force should:\ni. train its staff by March;\nii. audit its cases; and\niii. publish the results each year.",
    ],
)  # fmt: skip
def test_bullets_may_be_numbered_by_hand_or_run_on(words: str) -> None:
    assert not told(f"{A.text}\n{words}")


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_alters_a_finding(office: str) -> None:
    assert not list(altered_finding(whole(office)))


@pytest.mark.parametrize(
    ("office", "old", "new"),
    [
        ("letter", "routinely identified", "always identified"),
        ("letter", "does not answer", "does answer"),
        ("letter", "- audit a sample of calls each month.”\n", ""),
        ("table", "should stop granting", "should consider granting"),
        ("statement", "within six months", "within nine months"),
        ("statement", "unannounced where the risk is high.", ""),
        ("bold_labels", "including those into rape", "including rape"),
        ("london", "should issue guidance", "could issue guidance"),
        ("wide_table", "immediately review all open", "immediately review open"),
    ],
)
def test_a_finding_altered_in_a_whole_response_is_told_once(
    office: str, old: str, new: str
) -> None:
    assert len(list(altered_finding(whole(office, (old, new))))) == 1


def test_a_bullet_left_out_is_told_where_it_is_missing_and_the_answer_left_alone() -> None:
    cut = BULLETS.replace(" and\n- publish the results each year.", "")
    ((where, message),) = told(f"{cut}\nMy action: within the year I will publish the results.")
    assert where in BULLETS
    assert "is missing" in message


def test_a_finding_does_not_go_on_behind_another_heading() -> None:
    cut = BULLETS.replace("\n- publish the results each year.", "")
    words = f"{cut}\n# What I will publish\nI will publish the results each year."
    assert all("What I will publish" not in where for where, _ in told(words))


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (" in every case.", ["in every case"]),
        (" (accepted).", []),
        (" – in hand.", []),
        (". I accept this.", []),
        (" I accept this.", []),
    ],
)
def test_words_hung_on_to_the_end_of_a_finding_are_told(behind: str, found: list[str]) -> None:
    written = f"> {A.text.removesuffix('.')}{behind}\n{BULLETS}"
    observations = list(altered_finding(a_response(written, FACTS)))
    assert [one.severity for one in observations] == [Severity.WARNING] * len(found)
    assert all(words in one.where for words, one in zip(found, observations, strict=True))
