"""What happens to a paragraph, situation by situation: who touched which words."""

from __future__ import annotations

import pytest

from casework.documents.merge import SERVICE
from tests.casework.documents.raw_word import control, para, run, word_file
from tests.casework.documents.three_versions import (
    Outcome,
    merged,
    merged_files,
    region,
    struck,
    typed,
)
from tests.editors.markup import AUTHOR, DEL, INS

OLD = "The force should record each decision and review them every year."
NEW = OLD.replace("every year", "every quarter")
EDITED = OLD.replace("The force", "Westshire Police")


def of_one(theirs: str, mine: str = NEW, base: str = OLD) -> Outcome:
    """Return the merge of files that hold one region."""
    return merged(*(region("f1_text", text) for text in (base, theirs, mine)))


def marks(outcome: Outcome) -> list[tuple[str, str]]:
    """Return the service's marks with the words in them, in order."""
    return [
        (mark.tag.rpartition("}")[2], "".join(map(str, mark.itertext())))
        for mark in outcome.root.iter(INS, DEL)
        if mark.get(AUTHOR) == SERVICE
    ]


def test_words_nobody_touched_become_what_the_source_says_now_as_a_tracked_change() -> None:
    outcome = of_one(OLD)
    assert outcome.taken == [NEW]
    assert outcome.told == [("updated", "f1_text")]
    assert outcome.comments == []
    assert marks(outcome) == [("del", "year"), ("ins", "quarter")]


def test_a_change_beside_a_persons_own_leaves_both_standing() -> None:
    outcome = of_one(EDITED)
    assert outcome.taken == [NEW.replace("The force", "Westshire Police")]
    assert outcome.told == [("updated", "f1_text")]
    assert outcome.comments == []


def test_words_a_person_touched_too_are_left_and_a_comment_tells_old_and_new() -> None:
    outcome = of_one(OLD.replace("every year", "each spring"))
    assert outcome.taken == [OLD.replace("every year", "each spring")]
    assert outcome.told == [("conflict", "f1_text")]
    (comment,) = outcome.comments
    assert f"It said: {OLD}" in comment
    assert f"It now says: {NEW}" in comment


def test_words_right_beside_a_persons_change_are_touched_words() -> None:
    outcome = of_one(OLD.replace("them every", "them all every"), OLD.replace("review", "test"))
    assert outcome.told == [("updated", "f1_text")]
    outcome = of_one(OLD.replace("review", "examine"), OLD.replace("them", "all"))
    assert outcome.told == [("conflict", "f1_text")]


def test_a_change_the_person_made_already_is_not_proposed_again() -> None:
    outcome = of_one(NEW)
    assert outcome.is_untouched()
    assert outcome.told == []


def test_a_change_a_reviewer_proposes_too_is_no_update_of_the_service() -> None:
    both = run(OLD[:54]) + struck(OLD[54:64]) + typed("every quarter") + run(OLD[64:])
    tracked = control("f1_text", para(both))
    for theirs in (tracked, region("f1_text", NEW.replace("The force", "Westshire Police"))):
        outcome = merged(region("f1_text", OLD), theirs, region("f1_text", NEW))
        assert outcome.is_untouched()
        assert outcome.told == []
        assert not outcome.merged.proposes


def test_what_a_person_changed_alone_is_left_alone() -> None:
    outcome = of_one(EDITED, OLD)
    assert outcome.is_untouched()
    assert outcome.told == []


def test_a_source_rewritten_beyond_correction_is_not_mixed_with_a_persons_words() -> None:
    rewritten = "Quite another recommendation stands here now, with nothing of the earlier words."
    assert of_one(OLD, rewritten).taken == [rewritten]
    outcome = of_one(EDITED, rewritten)
    assert outcome.taken == [EDITED]
    assert outcome.told == [("conflict", "f1_text")]


def test_changes_with_few_words_between_them_are_one_readable_phrase() -> None:
    outcome = of_one(OLD, OLD.replace("review them every year", "check them each year"))
    assert marks(outcome) == [("del", "review them every"), ("ins", "check them each")]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (run(OLD[:54]) + struck(OLD[54:59]) + typed("each") + run(OLD[59:]), "conflict"),
        (typed("Westshire Police ") + struck("The force ") + run(OLD[10:]), "updated"),
        (run(OLD[:-1]) + typed(" or so") + run("."), "conflict"),
    ],
    ids=["on the same words", "on other words", "right after them"],
)
def test_a_reviewers_tracked_change_that_waits_is_never_touched(inner: str, told: str) -> None:
    outcome = merged(
        region("f1_text", OLD), control("f1_text", para(inner)), region("f1_text", NEW)
    )
    assert outcome.told == [(told, "f1_text")]
    assert ("quarter" in outcome.taken[0]) is (told == "updated")


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("4")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SIMPLE = f'<w:fldSimple w:instr="PAGE">{run("4")}</w:fldSimple>'
FORMATTED = (
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="5" w:author="Beth Hale"><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t>4</w:t></w:r>"
)


@pytest.mark.parametrize("thing", [FIELD, SIMPLE, FORMATTED], ids=["field", "simple", "formatted"])
def test_words_in_a_field_or_a_waiting_format_are_commented_and_not_rewritten(thing: str) -> None:
    outcome = merged(
        region("f1_text", run("See page ") + thing + run(" of the report.")),
        region("f1_text", run("See page ") + thing + run(" of the report.")),
        region("f1_text", "See page 5 of the report."),
    )
    assert outcome.told == [("conflict", "f1_text")]
    assert outcome.taken == ["See page 4 of the report."]


@pytest.mark.parametrize("thing", [FIELD, NOTE, SIMPLE, "<w:r><w:tab/></w:r>"])
def test_what_is_no_plain_word_stays_where_words_beside_it_change(thing: str) -> None:
    def body(word: str) -> str:
        return region("f1_text", run("See the page ") + thing + run(f" of the annual {word}."))

    outcome = merged(body("report"), body("report"), body("letter"))
    assert outcome.told == [("updated", "f1_text")]
    assert marks(outcome) == [("del", "report"), ("ins", "letter")]


def test_a_footnotes_reference_is_never_struck_out() -> None:
    with_note = region("f1_text", run("The force should act") + NOTE + run(" at once."))
    outcome = merged(with_note, with_note, region("f1_text", "The force should act soon."))
    assert outcome.told == [("conflict", "f1_text")]
    assert marks(outcome) == []


def test_a_tab_a_person_put_in_is_a_change_like_any_other() -> None:
    tabbed = region("f1_text", run(OLD[:4]) + "<w:r><w:tab/></w:r>" + run(OLD[4:]))
    assert merged(region("f1_text", OLD), tabbed, region("f1_text", NEW)).told == [
        ("updated", "f1_text")
    ]
    late = region("f1_text", run(OLD[:-5]) + "<w:r><w:tab/></w:r>" + run(OLD[-5:]))
    assert merged(region("f1_text", OLD), late, region("f1_text", NEW)).told == [
        ("conflict", "f1_text")
    ]


def test_new_words_with_tabs_and_line_ends_are_written_as_such() -> None:
    lines = run("First.") + "<w:r><w:br/><w:tab/></w:r>" + run("Second.")
    outcome = merged(region("a", "First."), region("a", "First."), region("a", lines))
    assert outcome.taken == ["First.\n\tSecond."]


def test_new_words_look_like_those_they_stand_beside() -> None:
    def body(word: str) -> str:
        return region("a", run("Plain and ") + run(f"bold {word}", "<w:b/>"))

    outcome = merged(body("words"), body("words"), body("letters"))
    (insertion,) = outcome.root.iter(INS)
    assert insertion.find(".//{*}b") is not None


def test_words_may_be_put_in_at_either_end_of_a_paragraph() -> None:
    for new in (f"Now: {OLD}", f"{OLD} This is new."):
        outcome = of_one(OLD, new)
        assert outcome.taken == [new]
        assert outcome.told == [("updated", "f1_text")]


def test_an_empty_region_is_filled_and_a_full_one_emptied() -> None:
    end = para("The end.")
    empty, full = region("a", "") + end, region("a", OLD) + end
    filled = merged(empty, empty, full)
    assert filled.taken == [OLD, "The end."]
    assert filled.told == [("updated", "a")]
    emptied = merged(full, full, empty)
    assert emptied.taken == ["", "The end."]
    assert emptied.told == [("updated", "a")]


def test_an_empty_region_a_person_filled_is_theirs() -> None:
    end = para("The end.")
    mine = region("a", "The source's words.") + end
    outcome = merged(region("a", "") + end, region("a", "A person's words.") + end, mine)
    assert outcome.taken == ["A person's words.", "The end."]
    assert outcome.told == [("conflict", "a")]


def test_identical_texts_keep_their_own_edits_by_their_keys() -> None:
    base = region("f4_text", OLD) + region("f5_text", OLD)
    theirs = region("f4_text", OLD) + region("f5_text", EDITED)
    outcome = merged(base, theirs, region("f4_text", NEW) + region("f5_text", OLD))
    assert outcome.taken == [NEW, EDITED]
    assert outcome.told == [("updated", "f4_text")]


def test_a_file_with_the_words_of_the_source_comes_back_byte_for_byte() -> None:
    outcome = of_one(NEW, NEW, NEW)
    assert outcome.is_untouched()
    assert [item.outcome.value for item in outcome.merged.items] == ["unchanged"]


def test_the_same_three_files_give_the_same_bytes() -> None:
    files = [word_file(region("a", text) + region("b", text)) for text in (OLD, EDITED, NEW)]
    assert merged_files(*files[:3]).merged == merged_files(*files[:3]).merged
