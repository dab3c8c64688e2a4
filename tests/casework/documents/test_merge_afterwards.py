"""After a merge: what people made of the updates, all of them taken, marks put back."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from casework.documents.merge.decisions import decisions, is_undecided
from casework.documents.merge.last_read import with_regions_of
from casework.documents.merge.marks_again import with_marks_again
from casework.documents.merge.settled import with_settled
from casework.documents.merge.taking import updates_taken
from casework.documents.pieces.blocks import Block, blocks_of, keys_of
from casework.documents.regions import read_regions
from models.review_words import Decision
from tests.casework.documents.raw_word import control, para, table, word_file
from tests.casework.documents.three_versions import Outcome, merged, region, typed
from tests.editors.canonical import first_difference
from tests.editors.lines import lines_of
from tests.editors.markup import BODY, DOCUMENT, packed, parse, parts_of, serialise
from tests.editors.verdict import accepted, rejected

OLD = "The force should record each decision and review them every year."
NEW = OLD.replace("every year", "every quarter")
MORE = "A second paragraph, of the source."
END = para("The end.")
A = region("a", OLD)
GRID = control("grades", table(("Area", "Grade"), ("Crime", "Good")))
GRID_NEW = control("grades", table(("Area", "Grade"), ("Crime", "Poor"), ("Care", "Good")))

CHANGES = {
    "words": (A + END, region("a", NEW) + END),
    "a paragraph put in": (A + END, A + region("b", MORE) + END),
    "a paragraph at the end": (para(OLD), para(OLD) + para(MORE)),
    "a paragraph taken out": (A + para(MORE) + END, A + END),
    "a region taken out": (A + region("b", MORE) + END, A + END),
    "rows": (GRID + END, GRID_NEW + END),
    "a table taken out": (A + GRID + END, A + END),
    "a table put in": (A + END, A + GRID + END),
    "an empty paragraph filled": (region("a", "") + END, A + END),
    "a paragraph emptied": (A + END, region("a", "") + END),
    "several at once": (A + GRID + END, region("a", NEW, MORE) + GRID_NEW + END),
}


@pytest.mark.parametrize(("base", "mine"), CHANGES.values(), ids=CHANGES)
def test_taking_all_updates_is_what_pressing_accept_all_would_do(base: str, mine: str) -> None:
    outcome = merged(base, base, mine)
    taken = updates_taken(outcome.merged.data)
    assert not is_undecided(taken)
    lines = [line.text for line in lines_of(parse(parts_of(taken)[DOCUMENT]))]
    assert lines == outcome.taken
    assert Document(BytesIO(taken)).paragraphs


def test_taking_the_updates_leaves_the_changes_and_comments_of_people() -> None:
    tracked = para(typed("A person's own words."))
    theirs = region("a", OLD.replace("every", "each")) + tracked + END
    mine = region("a", NEW) + para("Quite new.") + END
    taken = updates_taken(merged(A + END, theirs, mine).merged.data)
    assert b"Beth Hale" in parts_of(taken)[DOCUMENT]
    assert b"nothing was altered" in parts_of(taken)["word/comments.xml"]


def test_a_file_without_updates_says_the_same_after_they_were_taken() -> None:
    theirs = word_file(A + END)
    after = parse(parts_of(updates_taken(theirs))[DOCUMENT])
    assert first_difference(after, parse(parts_of(theirs)[DOCUMENT])) == ""


def decided(outcome: Outcome, *, accept: bool) -> bytes:
    """Return the file after somebody accepted, or refused, all the service proposed."""
    decide = accepted if accept else rejected
    root = decide(outcome.merged.data, "Section 55 service")
    return packed({**parts_of(outcome.merged.data), DOCUMENT: serialise(root)})


@pytest.mark.parametrize(("base", "mine"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("accept", [True, False], ids=["taken", "refused"])
def test_what_was_made_of_an_update_is_read_from_the_words_that_stand(
    base: str, mine: str, *, accept: bool
) -> None:
    outcome = merged(base, base, mine)
    items = [item for item in outcome.merged.items if item.outcome.value != "unchanged"]
    wanted = Decision.TAKEN if accept else Decision.NOT_TAKEN
    assert items
    assert set(decisions(decided(outcome, accept=accept), items)) == {wanted}


def test_an_update_written_into_anew_is_taken_in_part() -> None:
    outcome = merged(A + END, A + END, region("a", NEW) + END)
    between = word_file(region("a", OLD.replace("every year", "every month")) + END)
    items = [item for item in outcome.merged.items if item.outcome.value != "unchanged"]
    assert decisions(between, items) == [Decision.PARTLY]


def test_words_kept_against_the_source_count_as_taken_out_once_they_are_gone() -> None:
    theirs = region("a", f"{OLD} And more.") + END
    outcome = merged(A + END, theirs, END)
    items = [item for item in outcome.merged.items if item.outcome.value != "unchanged"]
    assert decisions(word_file(theirs), items) == [Decision.NOT_TAKEN]
    assert decisions(word_file(END), items) == [Decision.TAKEN]


def test_words_a_person_took_out_and_never_put_back_are_not_taken() -> None:
    outcome = merged(A + END, END, region("a", NEW) + END)
    items = [item for item in outcome.merged.items if item.outcome.value == "conflict"]
    assert decisions(word_file(END), items) == [Decision.NOT_TAKEN]
    assert decisions(word_file(para(NEW) + END), items) == [Decision.TAKEN]


def test_a_clash_carried_over_by_hand_counts_as_taken_and_one_left_as_not() -> None:
    theirs = region("a", OLD.replace("every year", "each spring")) + END
    outcome = merged(A + END, theirs, region("a", NEW) + END)
    items = [item for item in outcome.merged.items if item.outcome.value != "unchanged"]
    assert decisions(word_file(region("a", NEW) + END), items) == [Decision.TAKEN]
    assert decisions(word_file(theirs), items) == [Decision.NOT_TAKEN]


def test_a_file_waits_for_a_decision_as_long_as_one_change_of_the_service_stands() -> None:
    outcome = merged(A + END, A + END, region("a", NEW) + END)
    assert is_undecided(outcome.merged.data)
    assert not is_undecided(outcome.theirs)
    assert not is_undecided(decided(outcome, accept=False))


def test_a_region_whose_marks_are_lost_gets_a_bookmark_and_no_word_changes() -> None:
    theirs, mine = word_file(para(OLD) + END), word_file(A + END)
    again = with_marks_again(theirs, mine)
    assert read_regions(theirs) == {}
    assert read_regions(again) == {"a": (OLD,)}
    before, after = (lines_of(parse(parts_of(data)[DOCUMENT])) for data in (theirs, again))
    assert [line.text for line in before] == [line.text for line in after]


def test_a_region_a_person_wrote_anew_is_known_by_its_neighbours() -> None:
    between = [para("It stands first."), para("My own words."), para("And more."), END]
    mine = word_file(para("It stands first.") + A + END)
    again = with_marks_again(word_file("".join(between)), mine)
    assert read_regions(again) == {"a": ("My own words.", "And more.")}


def test_what_cannot_be_told_for_certain_stays_without_a_mark() -> None:
    mine = word_file(para("It stands first.") + A + END)
    for theirs in (
        word_file(para("It stands first.") + END),
        word_file(para("It stands first.") + region("b", "Another's.") + END),
    ):
        assert with_marks_again(theirs, mine) == theirs


def test_a_region_that_has_a_mark_needs_no_other() -> None:
    theirs = word_file(region("a", "Other words.") + END)
    assert with_marks_again(theirs, word_file(A + END)) == theirs


def test_a_region_that_came_in_as_a_tracked_change_gets_its_mark_once_it_is_taken() -> None:
    mine = A + region("b", MORE) + END
    taken = updates_taken(merged(A + END, A + END, mine).merged.data)
    assert "b" not in read_regions(taken)
    assert read_regions(with_marks_again(taken, word_file(mine)))["b"] == (MORE,)


def test_a_base_can_be_given_the_words_last_read_from_the_reviewers_file() -> None:
    base = word_file(A + region("b", MORE) + END)
    read = word_file(region("a", "First.", "Second.") + region("b", "Not asked for.") + END)
    now = read_regions(with_regions_of(base, read, {"a", "nowhere"}))
    assert now == {"a": ("First.", "Second."), "b": (MORE,)}


def test_what_was_read_from_a_file_and_not_changed_since_is_no_update() -> None:
    base, read = A + END, region("a", "A person's own words.") + END
    mine = region("a", "A person's own words.") + END
    theirs = region("a", "A person's own words, polished.") + END
    as_read = with_regions_of(word_file(base), word_file(read), {"a"})
    body = as_read_body(as_read)
    assert merged(body, theirs, mine).is_untouched()
    assert merged(base, theirs, mine).told == [("conflict", "a")]


def as_read_body(data: bytes) -> str:
    """Return the blocks of a file, without its section."""
    body = parse(parts_of(data)[DOCUMENT]).find(BODY)
    assert body is not None
    return "".join(etree.tostring(b, encoding="unicode") for b in list(body)[:-1])


def test_only_a_region_in_one_piece_that_waits_for_nobody_can_be_settled() -> None:
    one_piece = region("a", f"{OLD} {MORE}")
    theirs = region("a", OLD, MORE)
    assert settles(one_piece, theirs)
    assert not settles(one_piece, region("a", OLD) + para("Between.") + region("a", MORE))
    assert not settles(one_piece, control("a", para(OLD) + para(typed(MORE))))


def settles(mine: str, theirs: str) -> bool:
    """Return whether a region counts as agreed already."""
    versions = [blocks(body) for body in (region("a", "Nothing yet."), theirs, mine)]
    _, standing, wanted = with_settled(*versions)
    return [block.text for block in standing] == [block.text for block in wanted]


def blocks(body: str) -> list[Block]:
    root = parse(parts_of(word_file(body))[DOCUMENT])
    found = root.find(BODY)
    assert found is not None
    return blocks_of(found, keys_of(root))
