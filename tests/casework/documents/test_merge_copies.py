"""What a new paragraph or row brings along, and what it leaves behind."""

from __future__ import annotations

import pytest

from tests.casework.documents.raw_word import NUMBERING, STYLES, para, run, table, word_file
from tests.casework.documents.three_versions import Outcome, merged, merged_files, region
from tests.editors.markup import words_of

OLD = para("What stands.") + para("The end.")


def linked(link: str) -> str:
    return run("See ") + f'<w:hyperlink r:id="{link}">{run("the report")}</w:hyperlink>'


def with_new(new: str, theirs: bytes | None = None, links: dict[str, str] | None = None) -> Outcome:
    """Return the merge in which the source adds a region between two paragraphs."""
    mine = para("What stands.") + region("new", new) + para("The end.")
    return merged_files(word_file(OLD), theirs or word_file(OLD), word_file(mine, links))


def test_a_link_the_reviewers_file_holds_is_a_link_there_under_its_own_id() -> None:
    theirs = word_file(OLD, {"rIdTheirs": "https://example.gov.uk/report"})
    outcome = with_new(linked("rIdMine"), theirs, {"rIdMine": "https://example.gov.uk/report"})
    (link,) = outcome.root.iter("{*}hyperlink")
    assert list(link.attrib.values()) == ["rIdTheirs"]
    assert outcome.taken[1] == "See the report"


def test_a_link_their_file_lacks_comes_in_as_words() -> None:
    outcome = with_new(linked("rIdMine"), None, {"rIdMine": "https://example.gov.uk/report"})
    assert list(outcome.root.iter("{*}hyperlink")) == []
    assert outcome.taken[1] == "See the report"


def test_a_style_their_file_lacks_is_left_behind() -> None:
    known, unknown = (with_new_style(name) for name in ("Quote", "Finding"))
    assert [s.get(next(iter(s.attrib))) for s in known.root.iter("{*}pStyle")] == ["Quote"]
    assert list(unknown.root.iter("{*}pStyle")) == []


def with_new_style(style: str) -> Outcome:
    """Return the merge of a new paragraph of this style into a file without the style Finding."""
    fewer = STYLES.replace('w:styleId="Finding"', 'w:styleId="Other"')
    mine = para("What stands.") + para("New.", style) + para("The end.")
    return merged_files(word_file(OLD), word_file(OLD, styles=fewer), word_file(mine))


@pytest.mark.parametrize("same", [True, False])
def test_list_numbers_are_copied_only_where_both_files_number_alike(*, same: bool) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="96"/></w:numPr>'
    mine = para("What stands.") + para("New.", properties=numbered) + para("The end.")
    other = NUMBERING.replace('w:val="96"', 'w:val="7"')
    theirs = word_file(OLD, numbering=NUMBERING if same else other)
    outcome = merged_files(word_file(OLD), theirs, word_file(mine))
    assert (next(outcome.root.iter("{*}numPr"), None) is not None) is same


def test_a_copy_brings_no_bookmark_control_comment_or_paragraph_number() -> None:
    marked = (
        '<w:bookmarkStart w:id="3" w:name="_s55_new"/><w:commentRangeStart w:id="0"/>'
        f'{run("New words.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:bookmarkEnd w:id="3"/>'
    )
    outcome = with_new(marked)
    (fresh,) = (p for p in outcome.root.iter("{*}p") if "New words." in words_of(p))
    kinds = {node.tag.rpartition("}")[2] for node in fresh.iter()}
    assert kinds <= {"p", "pPr", "rPr", "ins", "r", "t"}
    assert list(fresh.attrib) == []
    assert list(outcome.root.iter("{*}sdt")) == []


def test_words_the_source_struck_out_or_put_in_as_tracked_come_as_they_read() -> None:
    by = 'w:author="Nobody" w:date="2022-01-01T00:00:00Z"'
    gone = f'<w:del w:id="1" {by}><w:r><w:delText>old </w:delText></w:r></w:del>'
    put = f'<w:ins w:id="2" {by}>{run("new ")}</w:ins>'
    assert with_new(run("The ") + gone + put + run("words")).taken[1] == "The new words"


SIMPLE = f'<w:fldSimple w:instr="PAGE">{run("4")}</w:fldSimple>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("4")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize("field", [SIMPLE, FIELD], ids=["simple", "in pieces"])
def test_a_field_comes_in_as_the_words_it_shows(field: str) -> None:
    outcome = with_new(run("See page ") + field + run("."))
    assert outcome.taken[1] == "See page 4."
    assert list(outcome.root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText")) == []


MATHS = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    "<m:r><m:t>x</m:t></m:r></m:oMath>"
)


@pytest.mark.parametrize(
    "thing",
    ['<w:r><w:footnoteReference w:id="2"/></w:r>', "<w:r><w:drawing/></w:r>", MATHS],
    ids=["footnote", "picture", "formula"],
)
def test_what_cannot_be_copied_is_told_of_beside_its_words(thing: str) -> None:
    outcome = with_new(run("As the chart shows") + thing + run("."))
    assert outcome.taken[1] == "As the chart shows."
    (sentence,) = outcome.merged.unmerged
    assert "“As the chart shows.”" in sentence


def test_a_new_row_comes_with_its_looks_and_merged_cells() -> None:
    def body(*rows: tuple[str, ...]) -> str:
        wide = table(("Area", "Grade"), *rows).replace(
            "<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="EEEEEE"/></w:tcPr>'
        )
        return wide + para("The end.")

    outcome = merged(body(("a", "b")), body(("a", "b")), body(("a", "b"), ("c", "d")))
    assert outcome.taken == ["Area | Grade", "a | b", "c | d", "The end."]
    assert len(list(outcome.root.iter("{*}shd"))) == 6


def test_a_new_row_with_a_table_in_a_cell_brings_every_word_once() -> None:
    def body(*rows: tuple[str, ...]) -> str:
        return table(("Area", "Steps"), *rows) + para("The end.")

    steps = table(("Train", "June"), ("Audit", "July")) + para("")
    outcome = merged(body(), body(), body(("Crime", steps)))
    (row,) = outcome.taken[1:-1]
    assert row.split("\n") == ["Crime | Train | June", "Audit | July", ""]
    assert [len(list(grid.iter("{*}tc"))) for grid in outcome.root.iter("{*}tbl")] == [8, 4]
