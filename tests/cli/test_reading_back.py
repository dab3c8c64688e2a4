"""`section55 read-back` on plain files: all that an edited Word file says, and by whom."""

from pathlib import Path

import pytest

from tests.casework.documents.raw_pictures import drawing, png, with_pictures
from tests.casework.documents.raw_word import SPACES, control, edged, para, run, table, word_file
from tests.cli.terminal import Terminal

BY = 'w:author="Beth Hale" w:date="2022-11-30T09:15:00Z"'
EDIT = (
    f'<w:del w:id="1" {BY}><w:r><w:delText>may</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" {BY}>{run("will")}</w:ins>'
)


@pytest.fixture
def edited(terminal: Terminal) -> Path:
    """Return a file that somebody has edited and commented."""
    hung = '<w:commentRangeStart w:id="0"/>' + EDIT + '<w:commentRangeEnd w:id="0"/>'
    body = (
        para("Response", "Title")
        + control("f1_answer", para(run("I ") + hung + run(" act.")))
        + table(("Area", "Grade"), ("Crime", "Good"))
        + para(drawing("rIdP", file=""))
        + edged()
    )
    comments = (
        f'<w:comments {SPACES}><w:comment w:id="0" {BY}>{para("Sure?")}</w:comment></w:comments>'
    )
    header = f"<w:hdr {SPACES}>{para('An office')}</w:hdr>"
    path = terminal.folder / "edited.docx"
    path.write_bytes(with_pictures(word_file(body, comments=comments, header1=header), rIdP=png()))
    return path


def test_an_edited_file_is_read_back_for_programs(terminal: Terminal, edited: Path) -> None:
    said = terminal.do("read-back", str(edited), "--json").value
    assert list(said) == [
        "stamp", "blocks", "edges", "changes", "comments", "unmapped", "obstacles", "findings",
    ]  # fmt: skip
    answer = said["blocks"][1]
    assert (answer["region"], answer["text"]) == ("f1_answer", "I will act.")
    assert said["blocks"][2]["rows"][1][0][0]["text"] == "Crime"
    assert said["blocks"][3]["spans"][0]["picture"]["media_type"] == "image/png"
    assert said["edges"][0]["blocks"][0]["text"] == "An office"
    assert [(c["author"], c["kind"], c["words"]) for c in said["changes"]] == [
        ("Beth Hale", "deleted", "may"),
        ("Beth Hale", "inserted", "will"),
    ]
    assert said["changes"][0]["made_at"] == "2022-11-30T09:15:00+00:00"
    (comment,) = said["comments"]
    assert (comment["words"], comment["about"], comment["region"]) == ("Sure?", "will", "f1_answer")
    assert "has no alternative text" in said["obstacles"][0]
    assert {one["kind"] for one in said["findings"]} == {"tracked_change", "comment"}


def test_the_changes_can_be_read_as_rejected(terminal: Terminal, edited: Path) -> None:
    said = terminal.do("read-back", str(edited), "--rejected", "--json").value
    assert said["blocks"][1]["text"] == "I may act."


def test_an_edited_file_is_readable_for_people_too(terminal: Terminal, edited: Path) -> None:
    said = terminal.do("read-back", str(edited)).out
    for line in (
        "[f1_answer] I will act.",
        "[picture: no alternative text]",
        "Header (default pages): An office",
        "Beth Hale on 30 November 2022: deleted (words) “may” in “I will act.”",
        "Beth Hale on “will”: Sure?",
        "In the way of publication:",
    ):
        assert line in said


def test_a_file_the_gate_keeps_out_is_not_read(terminal: Terminal) -> None:
    path = terminal.folder / "old.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert terminal.try_("read-back", str(path)).code == 2
