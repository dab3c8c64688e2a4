"""A row of a tracker is taken for a finding only where it surely speaks of it."""

from hypothesis import given
from hypothesis import strategies as st

from casework.rules.matching import PROBABLE, UNSURE, Certainty, matched
from models.shapes.tracker import KnownFinding, TrackerRow

CALLS = "The force should make sure that it answers emergency calls in good time."
CRIME = "The force needs to improve how it records crime against vulnerable people."


def test_spelling_and_quotation_marks_make_no_difference() -> None:
    row = TrackerRow(2, text="THE FORCE should ensure it answers emergency calls in good time")
    match = matched([row], [KnownFinding("f001", CALLS), KnownFinding("f002", CRIME)])[0]
    assert (match.key, match.certainty) == ("f001", Certainty.EXACT)


def test_words_that_differ_a_little_are_probable_more_are_unsure_much_are_nothing() -> None:
    little = TrackerRow(1, text=CALLS.replace("good time", "a good time, always"))
    more = TrackerRow(2, text="The force should answer calls in good time and well.")
    much = TrackerRow(3, text="Buy more bicycles for the summer.")
    known = [KnownFinding("f001", CALLS)]
    for row, certainty in (
        (little, Certainty.PROBABLE),
        (more, Certainty.UNSURE),
        (much, Certainty.NONE),
    ):
        match = matched([row], known)[0]
        assert match.certainty is certainty, match
        assert match.applies is (certainty is Certainty.PROBABLE)


def test_a_finding_is_matched_once_and_the_second_row_is_left_to_a_person() -> None:
    rows = [TrackerRow(5, text=CALLS), TrackerRow(9, text=CALLS)]
    first, second = matched(rows, [KnownFinding("f001", CALLS)])
    assert (first.certainty, second.certainty) == (Certainty.EXACT, Certainty.UNSURE)
    assert "row 5" in second.why


def test_two_findings_equally_like_a_row_are_told_apart_by_a_person_or_a_number() -> None:
    known = [
        KnownFinding("f001", f"{CALLS} Part one", inspectors_number="WAR-1"),
        KnownFinding("f002", f"{CALLS} Part two", inspectors_number="WAR-2"),
    ]
    row = TrackerRow(2, text=f"{CALLS} Part")
    assert matched([row], known)[0].certainty is Certainty.UNSURE
    numbered = TrackerRow(2, number="war 2", text=f"{CALLS} Part")
    match = matched([numbered], known)[0]
    assert (match.key, match.certainty) == ("f002", Certainty.PROBABLE)


def test_a_row_without_words_is_matched_by_a_number_that_is_known() -> None:
    known = [KnownFinding("f001", CALLS, inspectors_number="WAR-1"), KnownFinding("f002", CRIME)]
    rows = [TrackerRow(2, number="WAR-1", status="Closed"), TrackerRow(3, number="WAR-7")]
    first, second = matched(rows, known)
    assert (first.key, first.certainty) == ("f001", Certainty.EXACT)
    assert second.certainty is Certainty.NONE


def test_a_number_that_contradicts_the_known_one_is_left_to_a_person() -> None:
    known = [KnownFinding("f001", CALLS, inspectors_number="WAR-1")]
    match = matched([TrackerRow(2, number="WAR-10", text=CALLS)], known)[0]
    assert match.certainty is Certainty.UNSURE
    assert "WAR-1 already" in match.why
    assert matched([TrackerRow(2, number="war 1", text=CALLS)], known)[0].applies


def test_a_long_tracker_takes_no_longer_for_repeating_itself() -> None:
    rows = [TrackerRow(n, text=f"{CALLS} And so on.") for n in range(4000)]
    known = [KnownFinding("f001", f"{CALLS} One"), KnownFinding("f002", f"{CALLS} Two")]
    assert len(matched(rows, known)) == 4000


@given(
    st.lists(st.text(max_size=40), max_size=6),
    st.lists(st.text(max_size=40), max_size=6),
)
def test_nothing_unlike_is_ever_applied_and_no_finding_twice(
    texts: list[str], known: list[str]
) -> None:
    rows = [TrackerRow(n, text=text) for n, text in enumerate(texts)]
    found = matched(rows, [KnownFinding(f"f{n:03d}", text) for n, text in enumerate(known)])
    assert [match.row for match in found] == rows
    applied = [match.key for match in found if match.applies]
    assert len(applied) == len(set(applied))
    assert all(match.score >= PROBABLE for match in found if match.applies)
    assert all(match.score >= UNSURE for match in found if match.key)


def test_the_likest_row_is_served_first_wherever_it_stands() -> None:
    less = TrackerRow(1, text=CALLS.replace("good time", "a good time, always"))
    same = TrackerRow(2, text=CALLS)
    first, second = matched([less, same], [KnownFinding("f001", CALLS)])
    assert (second.certainty, second.key, second.row) == (Certainty.EXACT, "f001", same)
    assert (first.certainty, first.key, first.row) == (Certainty.UNSURE, "f001", less)
    assert "row 2" in first.why


def test_a_row_that_is_unsure_keeps_nobody_from_the_rest() -> None:
    known = [KnownFinding("f001", CALLS), KnownFinding("f002", CRIME)]
    rows = [TrackerRow(1, text=CALLS), TrackerRow(2, text=CALLS), TrackerRow(3, text=CRIME)]
    assert [(one.key, one.certainty) for one in matched(rows, known)] == [
        ("f001", Certainty.EXACT),
        ("f001", Certainty.UNSURE),
        ("f002", Certainty.EXACT),
    ]
