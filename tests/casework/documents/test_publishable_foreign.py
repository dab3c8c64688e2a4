"""Word files that did not come from our templates: made by other programs, saved by others."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_BREAK
from docx.shared import Inches

from casework.documents.packing import unpack
from casework.documents.publishable import publishable_forms
from casework.documents.read_back import read_back
from models.shapes.word import PublishedDetails, TextKind
from tests.casework.documents.raw_pictures import drawing, png, with_pictures
from tests.casework.documents.raw_word import W, item, para, run, table, word_file

if TYPE_CHECKING:
    from pathlib import Path

DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))


@pytest.fixture(scope="module")
def made_elsewhere() -> bytes:
    """Return a response written with python-docx on its own template."""
    document = Document()
    document.core_properties.author = document.core_properties.comments = "Beth Hale"
    document.add_heading("Response to PEEL", 0)
    document.add_heading("Overview", 1)
    words = document.add_paragraph("I welcome ")
    words.add_run("this").bold = True
    words.add_run(" report.")
    for style in ("List Number", "List Number", "List Bullet"):
        document.add_paragraph(f"in a {style}", style=style)
    document.add_paragraph("The force should act.", style="Intense Quote")
    grades = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, said in zip(
        (cell for row in grades.rows for cell in row.cells),
        ("Area", "Grade", "Crime", "Good"),
        strict=True,
    ):
        cell.text = said
    grades.cell(1, 1).add_table(1, 1).cell(0, 0).text = "nested"
    document.add_picture(io.BytesIO(png(60, 30)), width=Inches(1))
    document.inline_shapes[0]._inline.docPr.set("descr", "A crest")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.sections[0].header.paragraphs[0].text = "Office header"
    document.add_comment(words.runs, text="secret", author="Beth Hale")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_file_of_another_library_is_read_whole(made_elsewhere: bytes) -> None:
    read = read_back(made_elsewhere)
    assert [(block.kind, block.number) for block in read.blocks] == [
        (TextKind.TITLE, None),
        (TextKind.HEADING, None),
        (TextKind.PARAGRAPH, None),
        (TextKind.ITEM, "1."),
        (TextKind.ITEM, "2."),
        (TextKind.ITEM, None),
        (TextKind.QUOTE, None),
        (TextKind.TABLE, None),
        (TextKind.PARAGRAPH, None),
    ]
    assert [(c.author, c.words, c.about) for c in read.comments] == [
        ("Beth Hale", "secret", "I welcome this report.")
    ]
    assert [edge.text for edge in read.edges] == ["Office header"]
    assert read.unmapped == read.obstacles == ()


def test_a_file_of_another_library_is_published_without_its_people(made_elsewhere: bytes) -> None:
    forms = publishable_forms(made_elsewhere, DETAILS)
    assert forms.words == (
        "Response to PEEL Overview I welcome this report. 1. in a List Number 2. in a List Number "
        "in a List Bullet The force should act. Area Grade Crime Good nested"
    )
    everything = b"".join(unpack(forms.docx).values()) + forms.html + forms.pdf
    assert b"Beth" not in everything
    assert b"secret" not in everything


@pytest.mark.libreoffice
def test_what_libreoffice_saved_is_published_with_the_words_it_had(tmp_path: Path) -> None:
    from tests.casework.documents.test_read_back import converted

    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = (
        para("Response", "Title")
        + para(run("Words") + reference + run(" and more"))
        + item("one", 1)
        + item("deeper", 1, 1)
        + para("Between")
        + item("anew", 3)
        + table(("Area", "Grade"), ("Crime", "Good"))
        + para(drawing("rIdP", "A crest"))
        + para("The end.")
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{para("A note.")}</w:footnote></w:footnotes>'
    ours = with_pictures(word_file(body, footnotes=notes), rIdP=png(60, 30))
    theirs = publishable_forms(converted(ours, "docx", tmp_path), DETAILS)
    assert theirs.words == publishable_forms(ours, DETAILS).words
    assert b'alt="A crest"' in theirs.html
