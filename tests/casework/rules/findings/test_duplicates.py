"""A finding that a report prints twice is one finding, in the words of the body."""

import pytest

from casework.rules.findings.drafts import Draft
from casework.rules.findings.duplicates import without_repetitions
from casework.rules.findings.places import Place
from models.shapes.reading import Block, BlockKind
from models.words import FindingClass

BODY, SUMMARY = Place(), Place(repeats=True)
ASKED = "The force should make sure that it records every crime that is told to it."
ALIKE = "The force should make sure that it records each crime that is told to it soon."
OTHER = "The force should train its officers."
SHORT = "The force should record every crime that is told to it."


def draft(text: str, at: int, number: str | None = None) -> Draft:
    return Draft(FindingClass.RECOMMENDATION, at, Block(BlockKind.PARAGRAPH, text), number=number)


def kept(*drafts: tuple[str, str | None, Place]) -> list[tuple[str, str | None]]:
    made = [draft(text, at, number) for at, (text, number, _) in enumerate(drafts)]
    unique = without_repetitions(made, [place for _, _, place in drafts])
    return [(one.text, one.number) for one in unique.drafts]


@pytest.mark.parametrize("first", [BODY, SUMMARY])
@pytest.mark.parametrize("second", [BODY, SUMMARY])
def test_the_same_words_are_one_finding_wherever_they_stand(first: Place, second: Place) -> None:
    assert kept((ASKED, None, first), (ASKED, None, second)) == [(ASKED, None)]


def test_words_alike_are_one_finding_only_where_one_is_the_summarys() -> None:
    assert kept((ALIKE, None, SUMMARY), (ASKED, None, BODY)) == [(ASKED, None)]
    assert kept((ASKED, None, BODY), (ALIKE, None, SUMMARY)) == [(ASKED, None)]
    assert kept((ALIKE, None, SUMMARY), (ASKED, None, SUMMARY)) == [(ALIKE, None)]
    assert len(kept((ALIKE, None, BODY), (ASKED, None, BODY))) == 2


def test_words_alike_with_one_number_are_one_finding_in_the_body_too() -> None:
    assert kept((ASKED, "1", BODY), (ALIKE, "1", BODY)) == [(ASKED, "1")]


def test_what_has_two_numbers_is_two_findings() -> None:
    assert len(kept((ASKED, "1", SUMMARY), (ASKED, "2", BODY))) == 2


def test_the_number_is_taken_from_whichever_has_one() -> None:
    assert kept((ASKED, "1", SUMMARY), (ASKED, None, BODY)) == [(ASKED, "1")]
    assert kept((ASKED, None, SUMMARY), (ASKED, "1", BODY)) == [(ASKED, "1")]


def test_other_words_are_another_finding() -> None:
    assert len(kept((ASKED, None, SUMMARY), (OTHER, None, BODY))) == 2
    assert len(kept((ASKED, "1", SUMMARY), (OTHER, "1", BODY))) == 2


def test_a_finding_that_says_much_more_is_another_one() -> None:
    long = f"{ASKED} It should also see to it that each is counted, and that all are told."
    assert len(kept((SHORT, None, SUMMARY), (long, None, BODY))) == 2


def test_another_class_is_another_finding() -> None:
    cause = Draft(FindingClass.CAUSE_OF_CONCERN, 1, Block(BlockKind.PARAGRAPH, ASKED))
    assert len(without_repetitions([draft(ASKED, 0), cause], [SUMMARY, BODY]).drafts) == 2


def test_only_what_the_body_itself_prints_twice_is_told() -> None:
    def twice(first: Place, second: Place) -> tuple[str, ...]:
        made = [draft(ASKED, 0), draft(f" {ASKED} ", 1)]
        return without_repetitions(made, [first, second]).twice_in_body

    assert twice(BODY, BODY) == (ASKED,)
    assert twice(BODY, SUMMARY) == twice(SUMMARY, BODY) == ()


def test_what_hung_on_the_copy_left_out_hangs_on_the_one_kept() -> None:
    cause, again = (
        Draft(FindingClass.CAUSE_OF_CONCERN, at, Block(BlockKind.PARAGRAPH, ASKED)) for at in (0, 2)
    )
    below, below_again = draft(OTHER, 1), draft(SHORT, 3)
    below.parent, below_again.parent = cause, again
    unique = without_repetitions([cause, below, again, below_again], [SUMMARY, SUMMARY, BODY, BODY])
    assert unique.drafts == (again, below, below_again)
    assert below.parent is below_again.parent is again


def test_a_finding_hangs_on_its_cause_wherever_that_was_said() -> None:
    cause = Draft(FindingClass.CAUSE_OF_CONCERN, 0, Block(BlockKind.PARAGRAPH, ASKED))
    said, again = draft(OTHER, 1), draft(OTHER, 2)
    said.parent = cause
    (_, only) = without_repetitions([cause, said, again], [SUMMARY, SUMMARY, BODY]).drafts
    assert only is again
    assert only.parent is cause
