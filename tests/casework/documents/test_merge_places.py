"""New paragraphs wherever they may have to stand: every reader can refuse them without a trace."""

from __future__ import annotations

import pytest

from casework.documents.merge import wording
from tests.casework.documents.raw_word import control, para, table
from tests.casework.documents.three_versions import BETH, Outcome, merged, region, typed

FIRST, NEW, LAST = "The first paragraph stands.", "A new paragraph arrives.", "The last one stands."
GRID = table(("Area", "Grade"), ("Crime", "Good"))


def put_in(before: str, after: str, new: str = "") -> Outcome:
    """Return the merge of files in which the source puts a region between two pieces."""
    new = new or region("new", NEW)
    return merged(before + after, before + after, before + new + after)


SECTION = "<w:sectPr/>"
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
ENDS_TRACKED = f'<w:p><w:pPr><w:rPr><w:ins w:id="50" {BETH}/></w:rPr></w:pPr>{typed(FIRST)}</w:p>'

PLACES = {
    "between two paragraphs": (para(FIRST), para(LAST)),
    "at the end of the body": (para(FIRST), ""),
    "before a table": (para(FIRST), GRID),
    "before a table in a control": (para(FIRST), control("grades", GRID)),
    "between a table and a paragraph": (GRID, para(LAST)),
    "after a region": (region("a", FIRST), para(LAST)),
    "between two regions": (region("a", FIRST), region("b", LAST)),
    "at the end, after a region": (region("a", FIRST) + para(""), ""),
    "after a list": (para(FIRST, properties=LISTED), para(LAST)),
    "after a list at the end of the body": (para(FIRST, properties=LISTED), ""),
    "after a heading before a table": (para(FIRST, "Heading1"), GRID),
    "after the end of a section": (para(FIRST, properties=SECTION), para(LAST)),
    "at the start": ("", para(LAST)),
}


@pytest.mark.parametrize(("before", "after"), PLACES.values(), ids=PLACES)
def test_a_new_paragraph_comes_in_where_the_source_has_it(before: str, after: str) -> None:
    outcome = put_in(before, after)
    place = before.count("<w:p>") if before != GRID else 2
    assert outcome.taken[place] == NEW
    assert outcome.taken.count(NEW) == 1
    assert outcome.told == [("added", "new")]


@pytest.mark.parametrize(("before", "after"), PLACES.values(), ids=PLACES)
def test_several_new_paragraphs_keep_their_order(before: str, after: str) -> None:
    news = [f"{NEW} No. {number}" for number in range(3)]
    outcome = put_in(before, after, region("new", *news))
    assert [line for line in outcome.taken if line.startswith(NEW)] == news


@pytest.mark.parametrize("after", [para(LAST), GRID, ""], ids=["paragraph", "table", "end"])
def test_a_paragraph_whose_end_a_reviewer_tracks_keeps_that_end(after: str) -> None:
    base, mine = para(FIRST) + after, para(FIRST) + region("new", NEW) + after
    outcome = merged(base, ENDS_TRACKED + after, mine)
    assert NEW in outcome.taken or any(NEW in comment for comment in outcome.comments)


@pytest.mark.parametrize(
    ("before", "after"),
    [(GRID, GRID), (para(FIRST) + GRID, GRID), (region("a", FIRST), "")],
    ids=["between tables", "between tables below", "after a control that ends the file"],
)
def test_where_there_is_no_room_a_comment_holds_the_new_words(before: str, after: str) -> None:
    outcome = put_in(before, after)
    assert NEW not in outcome.taken
    assert outcome.told == [("conflict", "new")]
    assert outcome.comments == [f"{wording.NO_ROOM}\nIt says: {NEW}"]


@pytest.mark.parametrize("old", [para(LAST), region("old", LAST)], ids=["plain", "region"])
def test_the_last_paragraph_of_a_body_can_go(old: str) -> None:
    """A control keeps a paragraph, though an empty one; without one, nothing is left."""
    both = para(FIRST) + old
    outcome = merged(both, both, para(FIRST))
    assert outcome.taken == ([FIRST] if old == para(LAST) else [FIRST, ""])


def test_a_paragraph_between_two_tables_goes_in_words_and_leaves_the_tables_apart() -> None:
    parted = GRID + region("old", LAST) + GRID + para(FIRST)
    outcome = merged(parted, parted, GRID + GRID + para(FIRST))
    assert LAST not in outcome.taken
    assert outcome.told == [("removed", "old")]


def first_kinds(outcome: Outcome) -> list[str]:
    """Return what stands in the first paragraph, in order."""
    paragraph = next(outcome.root.iter("{*}p"))
    return [child.tag.rpartition("}")[2] for child in paragraph]


MORE = f"{FIRST} More."


def test_insertions_on_both_sides_of_an_old_paragraph_end_are_kept_apart() -> None:
    old = region("a", FIRST) + region("b", LAST)
    outcome = merged(old, old, region("a", MORE) + region("b", f"Now: {LAST}"))
    assert outcome.taken == [MORE, f"Now: {LAST}"]
    assert first_kinds(outcome)[-2:] == ["ins", "del"]


def test_an_insertion_before_a_new_paragraph_is_kept_apart_from_it() -> None:
    old = region("a", FIRST) + region("b", LAST)
    new = region("a", MORE) + region("new", NEW) + region("b", LAST)
    outcome = merged(old, old, new)
    assert outcome.taken == [MORE, NEW, LAST]
    assert first_kinds(outcome)[-2:] == ["ins", "del"]


def test_an_insertion_before_old_words_is_left_as_short_as_it_is() -> None:
    old = region("a", FIRST) + region("b", LAST)
    for later in (LAST, LAST.replace("The", "This")):
        outcome = merged(old, old, region("a", MORE) + region("b", later))
        assert outcome.taken == [MORE, later]
        assert first_kinds(outcome)[-1] == "ins"
