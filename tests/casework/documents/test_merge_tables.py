"""Tables row by row and cell by cell: who added, dropped or changed which row."""

from __future__ import annotations

import pytest

from casework.documents.merge import wording
from tests.casework.documents.raw_word import control, para, run, table
from tests.casework.documents.three_versions import BETH, Outcome, merged, region
from tests.editors.markup import TR

HEAD = ("Area", "Grade")
CRIME, CARE, LEAD = ("Crime", "Good"), ("Victims", "Adequate"), ("Leadership", "Good")
END = para("The end.")


def grades(*rows: tuple[str, ...]) -> str:
    """Return a region that holds a table with these rows under its head."""
    return control("grades", table(HEAD, *rows)) + END


def of_rows(
    theirs: tuple[tuple[str, ...], ...],
    mine: tuple[tuple[str, ...], ...],
    base: tuple[tuple[str, ...], ...] = (CRIME, CARE),
) -> Outcome:
    return merged(grades(*base), grades(*theirs), grades(*mine))


def rows(outcome: Outcome) -> list[str]:
    """Return the rows below the head, everything accepted."""
    return outcome.taken[1:-1]


def test_a_row_the_source_added_comes_in_at_its_place() -> None:
    outcome = of_rows((CRIME, CARE), (CRIME, LEAD, CARE))
    assert rows(outcome) == ["Crime | Good", "Leadership | Good", "Victims | Adequate"]
    assert outcome.told == [("added", "grades")]


def test_a_row_a_person_added_stays_beside_one_the_source_added() -> None:
    outcome = of_rows((CRIME, CARE, ("Custody", "Good")), (CRIME, LEAD, CARE))
    assert rows(outcome) == [
        "Crime | Good",
        "Leadership | Good",
        "Victims | Adequate",
        "Custody | Good",
    ]


def test_a_row_the_source_dropped_is_struck_out_whole() -> None:
    outcome = of_rows((CRIME, CARE), (CRIME,))
    assert rows(outcome) == ["Crime | Good"]
    assert outcome.told == [("removed", "grades")]


def test_a_row_the_source_dropped_and_a_person_edited_stays_with_a_comment() -> None:
    outcome = of_rows((CRIME, ("Victims", "Adequate, and rising")), (CRIME,))
    assert rows(outcome) == ["Crime | Good", "Victims | Adequate, and rising"]
    assert outcome.told == [("kept", "grades")]
    assert outcome.comments[0].startswith(wording.DROPPED)


def test_a_row_a_person_took_out_is_not_put_back() -> None:
    outcome = of_rows((CRIME,), (CRIME, ("Victims", "Good")))
    assert rows(outcome) == ["Crime | Good"]
    assert outcome.told == [("conflict", "grades")]
    assert "Good" in outcome.comments[0]


def test_a_cell_the_source_changed_is_changed_while_the_person_s_cell_beside_it_stays() -> None:
    outcome = of_rows((CRIME, ("Victims and witnesses", "Adequate")), (CRIME, ("Victims", "Good")))
    assert rows(outcome)[1] == "Victims and witnesses | Good"
    assert outcome.told == [("updated", "grades")]
    assert outcome.comments == []


def test_a_cell_both_changed_is_left_with_a_comment_and_its_row_goes_on() -> None:
    base = (("Victims", "Adequate", "2021"),)
    theirs, mine = (("Victims", "Fair", "2021"),), (("Victims", "Good", "2022"),)
    outcome = of_rows(theirs, mine, base)
    assert rows(outcome) == ["Victims | Fair | 2022"]
    assert sorted(outcome.told) == [("conflict", "grades"), ("updated", "grades")]


def test_a_row_the_source_replaced_is_taken_out_and_the_new_one_put_in() -> None:
    outcome = of_rows((CRIME, CARE), (CRIME, LEAD))
    assert rows(outcome) == ["Crime | Good", "Leadership | Good"]
    assert sorted(outcome.told) == [("added", "grades"), ("removed", "grades")]


def test_rows_of_the_same_words_are_told_apart_by_their_regions() -> None:
    def body(first: str, second: str) -> str:
        cells = [(control(k, para("Act")), para(w)) for k, w in (("f4", first), ("f5", second))]
        return table(HEAD, *cells) + END

    outcome = merged(body("Open", "Open"), body("Open", "Shut"), body("Closed", "Open"))
    assert rows(outcome) == ["Act | Closed", "Act | Shut"]


def test_a_row_of_another_number_of_cells_is_told_of_and_left() -> None:
    joined = table(HEAD, CRIME).replace(
        "</w:tbl>", f"<w:tr><w:tc>{para('Victims: fair')}</w:tc></w:tr></w:tbl>"
    )
    outcome = merged(
        grades(CRIME, CARE),
        control("grades", joined) + END,
        grades(CRIME, ("Victims", "Good")),
    )
    assert "Victims: fair" in rows(outcome)
    assert {said for said, _ in outcome.told} == {"conflict"}
    assert len(outcome.comments) == len(outcome.told)


def test_a_row_a_reviewer_put_in_as_a_tracked_change_stays_theirs() -> None:
    tracked = f'<w:tr><w:trPr><w:ins w:id="40" {BETH}/></w:trPr>' + "".join(
        f'<w:tc><w:tcPr/><w:p><w:ins w:id="{number}" {BETH}>{run(text)}</w:ins></w:p></w:tc>'
        for number, text in ((41, "Custody"), (42, "Good"))
    )
    theirs = table(HEAD, CRIME, CARE).replace("</w:tbl>", f"{tracked}</w:tr></w:tbl>")
    outcome = merged(
        grades(CRIME, CARE), control("grades", theirs) + END, grades(CRIME, CARE, LEAD)
    )
    assert {"Custody | Good", "Leadership | Good"} <= set(rows(outcome))


def test_a_cells_only_paragraph_is_the_same_one_however_it_was_rewritten() -> None:
    key = ("f1", "Quite another sentence by the source.")
    outcome = of_rows((("f1", "Nothing."),), (key,), (("f1", "Nothing."),))
    assert rows(outcome) == ["f1 | Quite another sentence by the source."]
    assert outcome.told == [("updated", "grades")]


def test_an_empty_cell_is_filled_and_a_full_one_emptied() -> None:
    assert rows(of_rows((("f1", ""),), (("f1", "Done"),), (("f1", ""),))) == ["f1 | Done"]
    assert rows(of_rows((("f1", "Done"),), (("f1", ""),), (("f1", "Done"),))) == ["f1 | "]


@pytest.mark.parametrize("second", [False, True], ids=["at its end", "between"])
def test_a_cell_takes_more_paragraphs_and_every_reader_can_refuse_them(*, second: bool) -> None:
    one, two, three = map(para, ("First line.", "Second line.", "Third line."))
    old = one + three if second else one
    new = one + two + three
    outcome = merged(grades(("f1", old)), grades(("f1", old)), grades(("f1", new)))
    assert rows(outcome) == ["f1 | First line.\nSecond line.\nThird line."]


def test_a_cell_loses_its_last_paragraph_and_keeps_one() -> None:
    one, two = para("First line."), para("Second line.")
    outcome = merged(grades(("f1", one + two)), grades(("f1", one + two)), grades(("f1", one)))
    assert rows(outcome) == ["f1 | First line."]


def test_a_table_in_a_cell_is_merged_row_by_row() -> None:
    def body(*inner: tuple[str, str]) -> str:
        return grades(("f1", table(("Step", "By"), *inner) + para("")))

    old, more = ("Train", "June"), ("Audit", "July")
    outcome = merged(body(old), body(old), body(("Train", "August"), more))
    assert "Train | August" in rows(outcome)[0]
    assert "Audit | July" in rows(outcome)[0]
    assert outcome.comments == []


def test_a_new_table_after_a_paragraph_comes_in_row_by_row() -> None:
    head = region("intro", "The grades are:")
    with_table = head + control("grades", table(HEAD, CRIME)) + END
    outcome = merged(head + END, head + END, with_table)
    assert outcome.taken == ["The grades are:", "Area | Grade", "Crime | Good", "The end."]
    assert outcome.told == [("added", "grades")]
    assert all(row.find("{*}trPr/{*}ins") is not None for row in outcome.root.iter(TR))


ONE, TWO = control("one", table(HEAD, CRIME)), control("two", table(HEAD, CARE))
GRADES = para("Grades")


@pytest.mark.parametrize(
    ("before", "after"),
    [(GRADES + ONE, END), (GRADES, ONE + END), (GRADES, ""), ("", END)],
    ids=["right after a table", "right before one", "at the end of the file", "at its start"],
)
def test_a_new_table_without_room_is_told_of_in_a_comment(before: str, after: str) -> None:
    outcome = merged(before + after, before + after, before + TWO + after)
    assert outcome.told == [("conflict", "two")]
    assert outcome.comments[0].startswith(wording.NO_ROOM)
    assert "Victims\tAdequate" in outcome.comments[0]


def test_a_new_table_never_ends_a_cell() -> None:
    old, new = ("f1", para("Steps:")), ("f1", para("Steps:") + table(HEAD, CRIME) + para(""))
    outcome = merged(grades(old), grades(old), grades(new))
    assert rows(outcome)[0].startswith("f1 | Steps:")
    assert any("Crime\tGood" in comment for comment in outcome.comments)


def test_a_table_the_source_dropped_is_struck_out_row_by_row() -> None:
    with_table = para("Grades") + grades(CRIME)
    outcome = merged(with_table, with_table, para("Grades") + END)
    assert outcome.taken == ["Grades", "The end."]
    assert outcome.told == [("removed", "grades")]


def test_a_table_the_source_dropped_and_a_person_edited_stays() -> None:
    base, theirs = para("Grades") + grades(CRIME), para("Grades") + grades(("Crime", "Poor"))
    outcome = merged(base, theirs, para("Grades") + END)
    assert outcome.taken == ["Grades", "Area | Grade", "Crime | Poor", "The end."]
    assert outcome.told == [("kept", "grades")]


def test_a_changed_row_of_a_table_a_person_deleted_is_told_of() -> None:
    outcome = merged(
        para("Grades") + grades(CRIME), para("Grades") + END, para("Grades") + grades(CARE)
    )
    assert outcome.taken == ["Grades", "The end."]
    assert outcome.told == [("conflict", "grades")]
    assert "Victims\tAdequate" in outcome.comments[0]
