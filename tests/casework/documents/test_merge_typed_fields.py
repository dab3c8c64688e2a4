"""Fields people type into: what LibreOffice makes of content controls in its own format.

It knows no tracked change inside such a field, so the field is replaced as a whole.
"""

from __future__ import annotations

import pytest

from tests.casework.documents.raw_word import para, run, table
from tests.casework.documents.three_versions import Outcome, merged, region, typed
from tests.editors.markup import DEL, INS, R, w

FIELD_CHAR, INSTRUCTION, STRUCK_INSTRUCTION = map(w, ("fldChar", "instrText", "delInstrText"))

OLD = "The force should record each decision and review them every year."
NEW = OLD.replace("every year", "every quarter")


def field(words: str, instruction: str = ' FILLIN ""') -> str:
    """Return a field whose result is these words, or this markup."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    shown = words if words.startswith("<") else run(words)
    return f"{sign('begin')}{asked}{sign('separate')}{shown}{sign('end')}"


def of_one(theirs: str, mine: str = NEW, base: str = OLD) -> Outcome:
    return merged(region("f1_text", base), para(theirs), region("f1_text", mine))


def signs_left_open(outcome: Outcome) -> list[str]:
    """Return the signs of fields that stand outside of all tracked changes."""
    runs = [r for r in outcome.root.iter(R) if next(r.iterancestors(INS, DEL), None) is None]
    return [sign.tag for r in runs for sign in r.iter(FIELD_CHAR)]


def test_a_field_that_was_typed_into_is_replaced_whole() -> None:
    outcome = of_one(field(OLD))
    assert outcome.taken == [NEW]
    assert outcome.told == [("updated", "f1_text")]
    assert outcome.comments == []
    assert signs_left_open(outcome) == []
    assert len(list(outcome.root.iter(STRUCK_INSTRUCTION))) == 1
    assert not list(outcome.root.iter(INSTRUCTION))


def test_what_a_person_typed_into_it_is_in_the_new_words_too() -> None:
    edited = OLD.replace("The force", "Westshire Police")
    assert of_one(field(edited)).taken == [NEW.replace("The force", "Westshire Police")]


@pytest.mark.parametrize(
    "theirs",
    [
        field("The force should") + run(OLD.removeprefix("The force should")),
        run("The force ")
        + field("should record each decision")
        + run(OLD.partition("decision")[2]),
        run(OLD.partition("every")[0]) + field("every year."),
        field(OLD.partition("every")[0]) + field("every year."),
    ],
    ids=["before the change", "in the middle", "at the change", "two of them"],
)
def test_a_field_that_is_a_part_of_its_paragraph_keeps_all_words(theirs: str) -> None:
    assert of_one(theirs).taken == [NEW]


def test_words_added_at_the_edge_of_a_field_stand_where_they_belong() -> None:
    for mine in (f"{OLD} It has not.", f"In short: {OLD}"):
        outcome = of_one(field(OLD), mine)
        assert outcome.taken == [mine]
        assert signs_left_open(outcome) == []


def test_a_paragraph_that_goes_takes_the_whole_field_with_it() -> None:
    base = region("f1_text", OLD) + region("f2_text", "Another finding.") + para("The end.")
    theirs = para(field(OLD)) + para(field("Another finding.")) + para("The end.")
    outcome = merged(base, theirs, region("f2_text", "Another finding.") + para("The end."))
    assert outcome.taken == ["Another finding.", "The end."]
    assert len(list(outcome.root.iter(STRUCK_INSTRUCTION))) == 1


def test_a_row_that_goes_takes_its_fields_with_it() -> None:
    base = table(("Area", "Grade"), ("Bail", "Poor"), ("Custody", "Good")) + para("The end.")
    cells = (para(field("Bail")), para(field("Poor")))
    theirs = table(("Area", "Grade"), cells, ("Custody", "Good")) + para("The end.")
    mine = table(("Area", "Grade"), ("Custody", "Good")) + para("The end.")
    outcome = merged(base, theirs, mine)
    assert outcome.taken == ["Area | Grade", "Custody | Good", "The end."]
    assert len(list(outcome.root.iter(STRUCK_INSTRUCTION))) == 2


@pytest.mark.parametrize(
    "theirs",
    [
        field(OLD, " DATE "),
        field(run("The force ") + typed("always ") + run(OLD.removeprefix("The force "))),
        field(run(OLD) + field("", " PAGE ")),
        field(OLD).rpartition("<w:r>")[0],
        field(OLD).replace('"separate"', '"other"'),
    ],
    ids=["reckoned", "tracked inside", "a field inside", "without end", "without result"],
)
def test_any_other_field_is_left_and_a_comment_tells(theirs: str) -> None:
    outcome = of_one(theirs)
    assert outcome.told[0][0] == "conflict"
    assert len(outcome.comments) == 1
