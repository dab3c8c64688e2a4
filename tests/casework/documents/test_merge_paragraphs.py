"""Paragraphs taken out, put in, moved, joined, split, with their marks or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casework.documents.merge import wording
from tests.casework.documents.raw_word import W, control, para, word_file
from tests.casework.documents.three_versions import (
    Outcome,
    bookmarked,
    merged,
    merged_files,
    region,
    struck,
    titled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST = "The force should record each decision within one month of making it."
SECOND = "Supervisors must check a sample of these records every quarter."
THIRD = "By 31 October 2023, training should have reached every response officer."
NEWS = "We welcome the finding and have asked the Chief Constable for a plan."
A, B, C = region("a", FIRST), region("b", SECOND), region("c", THIRD)
END = para("Published by the office.")
EDITED = SECOND.replace("Supervisors", "Sergeants")
CHANGED = SECOND.replace("quarter", "month")


def test_what_a_person_deleted_is_not_put_back_and_a_comment_nearby_says_what_it_is_now() -> None:
    outcome = merged(A + B + END, A + END, A + region("b", CHANGED) + END)
    assert outcome.taken == [FIRST, "Published by the office."]
    assert outcome.told == [("conflict", "b")]
    (comment,) = outcome.comments
    assert comment.startswith(wording.TAKEN_OUT)
    assert CHANGED in comment


def test_what_a_person_deleted_and_the_source_left_alone_is_not_spoken_of() -> None:
    outcome = merged(A + B + END, A + END, A + B + END)
    assert outcome.is_untouched()
    assert outcome.told == []


def test_what_both_deleted_is_gone_without_a_word() -> None:
    outcome = merged(A + B + END, A + END, A + END)
    assert outcome.is_untouched()
    assert outcome.told == []


def test_what_the_source_dropped_and_nobody_touched_is_struck_out() -> None:
    outcome = merged(A + B + END, A + B + END, A + END)
    assert outcome.taken == [FIRST, "Published by the office."]
    assert outcome.told == [("removed", "b")]
    assert outcome.comments == []


def test_what_the_source_dropped_and_a_person_edited_stays_with_a_comment() -> None:
    outcome = merged(A + B + END, A + region("b", EDITED) + END, A + END)
    assert outcome.taken == [FIRST, EDITED, "Published by the office."]
    assert outcome.told == [("kept", "b")]
    (comment,) = outcome.comments
    assert comment == f"{wording.DROPPED}\nIt said: {SECOND}"


def test_what_the_source_dropped_and_a_reviewer_strikes_out_as_well_needs_no_word() -> None:
    outcome = merged(A + B + END, A + control("b", para(struck(SECOND))) + END, A + END)
    assert outcome.is_untouched()
    assert outcome.told == []


def test_what_a_reviewer_strikes_out_and_the_source_changed_is_commented() -> None:
    theirs = A + control("b", para(struck(SECOND))) + END
    outcome = merged(A + B + END, theirs, A + region("b", CHANGED) + END)
    assert outcome.told == [("conflict", "b")]
    assert CHANGED in outcome.comments[0]


def test_what_the_source_added_stands_where_the_source_has_it() -> None:
    outcome = merged(A + C + END, A + C + END, A + B + C + END)
    assert outcome.taken == [FIRST, SECOND, THIRD, "Published by the office."]
    assert outcome.told == [("added", "b")]


def test_a_second_paragraph_of_a_region_follows_the_region_wherever_a_person_moved_it() -> None:
    mine = A + region("b", SECOND, NEWS) + C + END
    outcome = merged(A + B + C + END, B + A + C + END, mine)
    assert outcome.taken == [SECOND, NEWS, FIRST, THIRD, "Published by the office."]


def test_a_persons_order_wins_and_the_words_still_follow_the_source() -> None:
    outcome = merged(A + B + C + END, B + A + C + END, A + region("b", CHANGED) + C + END)
    assert outcome.taken == [CHANGED, FIRST, THIRD, "Published by the office."]
    assert outcome.told == [("updated", "b")]


def test_a_part_the_source_moved_and_nobody_touched_is_moved() -> None:
    outcome = merged(A + B + C + END, A + B + C + END, B + C + A + END)
    assert outcome.taken == [SECOND, THIRD, FIRST, "Published by the office."]
    assert sorted(outcome.told) == [("added", "a"), ("removed", "a")]


def test_a_part_the_source_moved_stays_where_a_person_edited_it() -> None:
    edited = region("a", FIRST.replace("The force", "Westshire"))
    outcome = merged(A + B + C + END, edited + B + C + END, B + C + A + END)
    assert outcome.taken[0].startswith("Westshire")
    assert outcome.told == [("kept", "a")]
    assert outcome.comments == [wording.MOVED]


def test_words_joined_to_another_paragraph_and_dropped_by_the_source_are_spoken_of() -> None:
    joined = region("a", f"{FIRST} {SECOND}")
    outcome = merged(A + B + END, joined + END, A + END)
    assert outcome.taken == [f"{FIRST} {SECOND}", "Published by the office."]
    assert ("kept", "b") in outcome.told
    assert any(SECOND in comment for comment in outcome.comments)


def test_words_joined_to_another_paragraph_and_changed_by_the_source_are_commented_there() -> None:
    joined = region("a", f"{FIRST} {SECOND}")
    outcome = merged(A + B + END, joined + END, A + region("b", CHANGED) + END)
    assert outcome.taken == [f"{FIRST} {SECOND}", "Published by the office."]
    assert outcome.told == [("conflict", "b")]
    assert CHANGED in outcome.comments[0]


def test_a_paragraph_a_person_split_is_never_put_together_again() -> None:
    halves = region("a", FIRST[:37], FIRST[38:])
    outcome = merged(A + END, halves + END, region("a", FIRST.replace("one", "two")) + END)
    assert outcome.taken[-1] == "Published by the office."
    assert outcome.told in ([("updated", "a")], [("conflict", "a")])
    said = " ".join(outcome.taken[:2])
    assert said in {FIRST, FIRST.replace("one", "two")}


def unmarked(_: str, text: str) -> str:
    return para(text)


@pytest.mark.parametrize(
    "leaves",
    [titled, lambda key, text: bookmarked(key, text, ord(key)), unmarked],
    ids=["title alone", "bookmark alone", "no mark at all"],
)
def test_words_are_known_again_by_any_mark_that_is_left(leaves: Callable[..., str]) -> None:
    theirs = leaves("a", FIRST) + leaves("b", SECOND) + leaves("c", THIRD) + END
    outcome = merged(A + B + C + END, theirs, A + region("b", CHANGED) + C + END)
    assert outcome.taken == [FIRST, CHANGED, THIRD, "Published by the office."]
    assert outcome.told == [("updated", "b")]


def rewritten(text: str) -> str:
    return f"Entirely other words of a person who thought again: {text[-5:]}"


@pytest.mark.parametrize("leaves", [region, titled, bookmarked])
def test_a_rewritten_region_is_known_by_its_mark_alone(leaves: Callable[..., str]) -> None:
    theirs = A + leaves("b", rewritten(SECOND)) + C + END
    outcome = merged(A + B + C + END, theirs, A + region("b", CHANGED) + C + END)
    assert outcome.taken[1] == rewritten(SECOND)
    assert outcome.told == [("conflict", "b")]


def test_a_region_the_person_brought_to_the_sources_words_in_other_paragraphs_is_settled() -> None:
    mine = region("a", f"{FIRST} {SECOND}", THIRD) + END
    outcome = merged(
        region("a", "Nothing yet.") + END, region("a", FIRST, f"{SECOND} {THIRD}") + END, mine
    )
    assert outcome.is_untouched()
    assert outcome.told == []


def test_a_settled_region_is_not_proposed_though_its_neighbour_is() -> None:
    base = region("a", "Nothing yet.") + B + END
    theirs = region("a", FIRST, THIRD) + B + END
    mine = region("a", f"{FIRST} {THIRD}") + region("b", CHANGED) + END
    outcome = merged(base, theirs, mine)
    assert outcome.told == [("updated", "b")]
    assert outcome.taken == [FIRST, THIRD, CHANGED, "Published by the office."]


def headed(words: str) -> bytes:
    """Return a file with these words in its header, and in a footnote."""
    note = f'<w:footnote w:id="2">{para(f"Note: {words}")}</w:footnote>'
    return word_file(
        A + END,
        header1=f"<w:hdr {W}>{para(words)}</w:hdr>",
        footnotes=f"<w:footnotes {W}>{note}</w:footnotes>",
    )


def test_a_changed_header_or_footnote_is_told_of_and_left_as_it_is() -> None:
    outcome = merged_files(headed("Draft"), headed("Draft"), headed("Final"))
    assert outcome.is_untouched()
    assert [sentence.partition(":")[0] for sentence in outcome.merged.unmerged] == [
        "The footnotes of the service's text changed from “Note",
        "The header of the service's text changed from “Draft” to “Final”",
    ]


def test_a_header_the_reviewers_changed_alone_is_nobody_elses_business() -> None:
    outcome = merged_files(headed("Draft"), headed("Ours"), headed("Draft"))
    assert outcome.merged.unmerged == ()


def of_region(*paragraphs: str) -> str:
    return region("a", *paragraphs) + END


def test_a_placeholder_gives_way_to_any_number_of_paragraphs() -> None:
    outcome: Outcome = merged(
        of_region("[No comments yet]"),
        of_region("[No comments yet]"),
        of_region(FIRST, SECOND, THIRD),
    )
    assert outcome.taken == [FIRST, SECOND, THIRD, "Published by the office."]
    assert outcome.comments == []


def test_a_placeholder_a_person_wrote_over_is_left_and_all_the_new_words_are_in_one_comment() -> (
    None
):
    outcome = merged(
        of_region("[No comments yet]"), of_region("None were made."), of_region(FIRST, SECOND)
    )
    assert outcome.taken == ["None were made.", "Published by the office."]
    (comment,) = outcome.comments
    assert FIRST in comment
    assert SECOND in comment
