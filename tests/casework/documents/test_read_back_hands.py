# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""Who changed and who commented what, in an edited Word file."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casework.documents.read_back import read_back
from models.shapes.word import ChangedPiece, ChangeKind, TrackedChange
from tests.casework.documents.raw_word import SPACES, W, control, edged, para, run, word_file

BY = 'w:id="1" w:author="Beth Hale" w:date="2022-11-30T09:15:00Z"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def told(body: str, **more: str) -> list[tuple[str, str, str]]:
    changes = read_back(word_file(body, None, **more)).changes
    return [(change.kind.value, change.piece.value, change.words) for change in changes]


def test_a_change_carries_its_author_its_time_its_words_its_place_and_its_region() -> None:
    edit = run("We ") + f"<w:ins {BY}>{run('will')}</w:ins>" + run(" act.")
    read = read_back(word_file(control("f1_answer", para(edit))))
    assert read.changes == (
        TrackedChange(
            ChangeKind.INSERTED,
            ChangedPiece.WORDS,
            "Beth Hale",
            datetime(2022, 11, 30, 9, 15, tzinfo=UTC),
            "will",
            "We will act.",
            "f1_answer",
        ),
    )


DELETED = f"<w:del {BY}><w:r><w:delText>old</w:delText></w:r></w:del>"
ROW = "<w:tr><w:trPr><w:{} {}/></w:trPr><w:tc><w:p><w:r><w:t>row</w:t></w:r></w:p></w:tc></w:tr>"
CELL = "<w:tr><w:tc><w:tcPr><w:{} {}/></w:tcPr><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (para(DELETED), ("deleted", "words", "old")),
        (para(f"<w:moveFrom {BY}>{run('away')}</w:moveFrom>"), ("moved_away", "words", "away")),
        (para(f"<w:moveTo {BY}>{run('here')}</w:moveTo>"), ("moved_here", "words", "here")),
        (para(run("bold", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")), ("formatted", "words", "bold")),
        (para("x", properties=f"<w:rPr><w:ins {BY}/></w:rPr>"), ("inserted", "paragraph", "x")),
        (para("x", properties=f"<w:rPr><w:del {BY}/></w:rPr>"), ("deleted", "paragraph", "x")),
        (para("x", properties=f"<w:pPrChange {BY}><w:pPr/></w:pPrChange>"), ("formatted", "paragraph", "x")),
        (f"<w:tbl>{ROW.format('ins', BY)}</w:tbl>", ("inserted", "row", "row")),
        (f"<w:tbl>{ROW.format('del', BY)}</w:tbl>", ("deleted", "row", "row")),
        (f"<w:tbl>{CELL.format('cellIns', BY)}</w:tbl>", ("inserted", "cell", "cell")),
        (f"<w:tbl>{CELL.format('cellDel', BY)}</w:tbl>", ("deleted", "cell", "cell")),
        (f"<w:tbl><w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr></w:tbl>", ("formatted", "table", "")),
        (para("", properties=f"<w:sectPr><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>"), ("formatted", "page", "")),
    ],
)  # fmt: skip
def test_every_kind_of_change_is_told(body: str, expected: tuple[str, str, str]) -> None:
    assert told(body) == [expected]


def test_one_act_kept_in_two_runs_is_one_change_and_two_acts_are_two() -> None:
    first, second = (f"<w:ins {BY}>{run(words)}</w:ins>" for words in ("new ", "words"))
    other = f'<w:ins w:id="2" w:author="Cai Rees">{run("more")}</w:ins>'
    assert told(para(first + second + other)) == [
        ("inserted", "words", "new words"),
        ("inserted", "words", "more"),
    ]


def test_words_taken_out_of_an_insertion_are_told_twice_each_by_its_author() -> None:
    inner = '<w:del w:id="2" w:author="Cai Rees"><w:r><w:delText>no</w:delText></w:r></w:del>'
    changes = read_back(word_file(para(f"<w:ins {BY}>{run('yes ')}{inner}</w:ins>"))).changes
    assert [(c.author, c.kind.value, c.words) for c in changes] == [
        ("Beth Hale", "inserted", "yes no"),
        ("Cai Rees", "deleted", "no"),
    ]


def test_changes_in_notes_and_headers_are_told_too_and_the_same_in_both_views() -> None:
    edit = para(f"<w:ins {BY}>{run('new')}</w:ins>")
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{edit}</w:footnote></w:footnotes>'
    body = para(run("x") + '<w:r><w:footnoteReference w:id="7"/></w:r>') + edged()
    data = word_file(body, footnotes=notes, header1=f"<w:hdr {SPACES}>{edit}</w:hdr>")
    accepted, rejected = read_back(data), read_back(data, "rejected")
    assert [change.words for change in accepted.changes] == ["new", "new"]
    assert accepted.changes == rejected.changes
    assert [block.text for block in rejected.blocks] == ["x[1]", ""]


def test_a_change_without_author_or_date_is_told_as_such() -> None:
    changes = read_back(word_file(para('<w:ins w:date="soon">' + run("x") + "</w:ins>"))).changes
    assert (changes[0].author, changes[0].made_at) == ("", None)


def comment(key: int, words: str, mark: str, author: str = "Beth Hale") -> str:
    return (
        f'<w:comment w:id="{key}" w:author="{author}" w:date="2022-11-30T09:15:00Z">'
        f'<w:p w14:paraId="{mark}"><w:r><w:annotationRef/></w:r>{run(words)}</w:p></w:comment>'
    )


def test_a_comment_carries_author_words_what_it_is_about_and_its_thread() -> None:
    comments = (
        f"<w:comments {SPACES}>{comment(1, 'Which figure?', 'A1')}"
        f"{comment(2, 'The new one.', 'A2', 'Cai Rees')}{comment(3, 'Settled', 'A3')}</w:comments>"
    )
    threads = (
        f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/>'
        '<w15:commentEx w15:paraId="A3" w15:done="0"/></w15:commentsEx>'
    )
    start, end = (
        "".join(f'<w:commentRange{edge} w:id="{n}"/>' for n in (1, 2)) for edge in ("Start", "End")
    )
    inside = start + f"<w:del {BY}><w:r><w:delText>70</w:delText></w:r></w:del>" + run("96%") + end
    body = control("f1_answer", para(run("Now ") + inside)) + para("x")
    read = read_back(word_file(body, comments=comments, commentsExtended=threads))
    first, reply, loose = read.comments
    assert (first.author, first.words, first.about, first.around) == (
        "Beth Hale",
        "Which figure?",
        "96%",
        "Now 96%",
    )
    assert first.made_at == datetime(2022, 11, 30, 9, 15, tzinfo=UTC)
    assert (first.region, first.resolved, first.answers) == ("f1_answer", True, None)
    assert (reply.author, reply.answers, reply.resolved) == ("Cai Rees", "1", True)
    assert (loose.about, loose.around, loose.region, loose.resolved) == ("", "", None, False)


def test_a_comment_may_hang_on_a_point_or_reach_over_paragraphs() -> None:
    comments = f"<w:comments {SPACES}>{comment(1, 'a', 'A1')}{comment(2, 'b', 'A2')}</w:comments>"
    body = (
        para(run("One") + '<w:r><w:commentReference w:id="1"/></w:r>')
        + para(run("two ") + '<w:commentRangeStart w:id="2"/>' + run("three"))
        + para(run("four") + '<w:commentRangeEnd w:id="2"/>' + run(" five"))
    )
    point, range_ = read_back(word_file(body, comments=comments)).comments
    assert (point.about, point.around) == ("", "One")
    assert (range_.about, range_.around) == ("three four", "two three")
