"""The gate lets honest Word files in, keeps hostile ones out, and names what is left to settle."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document

from casework.documents import wordml as word
from casework.documents.gate import admit, inspect
from casework.documents.gate.exchange import as_json
from casework.documents.packing import pack_parts, unpack
from casework.documents.render import compile_template
from models.shapes.word import LeftOverKind
from tests.casework.documents.fields import STAMP, a_finished_response

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"


def _honest() -> bytes:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    return template.render(a_finished_response(), STAMP)


HONEST = _honest()


def with_part(name: str, part: bytes) -> bytes:
    return pack_parts({**unpack(HONEST), name: part})


def replaced(name: str, old: str, new: str) -> bytes:
    part = unpack(HONEST)[name].decode()
    assert old in part
    return with_part(name, part.replace(old, new, 1).encode())


def in_body(xml: str) -> bytes:
    return replaced(word.DOCUMENT_PART, "<w:sectPr>", f"{xml}<w:sectPr>")


def said(text: str, look: str = "", paragraph: str = "") -> bytes:
    return in_body(f"<w:p>{paragraph}<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>")


def relation(kind: str, target: str, mode: str = "External") -> bytes:
    return replaced(
        DOCUMENT_RELATIONS,
        "</Relationships>",
        f'<Relationship Id="x1" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        "</Relationships>",
    )


def field(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return in_body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize(
    "build",
    [
        lambda: HONEST,
        lambda: relation("hyperlink", "https://www.example.org/?a=1&amp;b=2"),
        lambda: relation("hyperlink", "mailto:office@example.org"),
        lambda: field('HYPERLINK "https://www.example.org/"'),
        lambda: field(' HYPERLINK \\l "here" '),
        lambda: field(" TOC \\o 1-3 "),
        lambda: with_part("customXml/item1.xml", b"<label/>"),
        lambda: with_part("word/media/image1.png", b"\x89PNG"),
    ],
)
def test_what_reviewers_rightly_do_is_let_in(build: Callable[[], bytes]) -> None:
    assert inspect(build()).blocked == ()


def test_a_file_made_by_another_program_is_let_in() -> None:
    document = Document()
    document.add_heading("A response")
    document.add_paragraph("R&D <b>")
    saved = io.BytesIO()
    document.save(saved)
    assert admit(saved.getvalue()).accepted


def test_a_zip_with_folders_in_it_is_let_in() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.mkdir("word")
        for name, part in unpack(HONEST).items():
            package.writestr(name, part)
    assert inspect(out.getvalue()).accepted


def kinds(data: bytes) -> list[tuple[LeftOverKind, str, str]]:
    report = inspect(data)
    assert report.accepted
    return [(left.kind, left.author, left.where) for left in report.left_overs]


INSERTED = '<w:ins w:id="1" w:author="Ann Bright" w:date="2022-11-20T10:00:00Z">'
DELETED = '<w:del w:id="2" w:author="Ben Cole" w:date="2022-11-20T10:00:00Z">'


def test_tracked_changes_are_named_by_author() -> None:
    data = in_body(
        f"<w:p>{INSERTED}<w:r><w:t>new words</w:t></w:r></w:ins>"
        f"{DELETED}<w:r><w:delText>old words</w:delText></w:r></w:del></w:p>"
    )
    assert kinds(data) == [
        (LeftOverKind.TRACKED_CHANGE, "Ann Bright", "new words"),
        (LeftOverKind.TRACKED_CHANGE, "Ben Cole", "old words"),
    ]


def test_a_tracked_change_of_format_or_of_a_paragraph_mark_counts() -> None:
    format_change = '<w:rPrChange w:id="3" w:author="Ann Bright"><w:rPr/></w:rPrChange>'
    assert kinds(said("bolder", f"<w:b/>{format_change}")) == [
        (LeftOverKind.TRACKED_CHANGE, "Ann Bright", "bolder")
    ]
    mark = '<w:pPr><w:rPr><w:ins w:id="4" w:author="Ben Cole"/></w:rPr></w:pPr>'
    assert kinds(said("whole", "", mark)) == [(LeftOverKind.TRACKED_CHANGE, "Ben Cole", "whole")]


def test_a_change_in_a_header_counts() -> None:
    change = f"<w:p>{INSERTED}<w:r><w:t>top</w:t></w:r></w:ins></w:p></w:hdr>"
    assert kinds(replaced("word/header2.xml", "</w:hdr>", change)) == [
        (LeftOverKind.TRACKED_CHANGE, "Ann Bright", "top")
    ]


def test_open_comments_count_and_resolved_ones_do_not() -> None:
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{author}"><w:p w14:paraId="0000000{n}">'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        for n, author, text in [
            (1, "Ann", "Is this right?"),
            (2, "Ben", "Done"),
            (3, "Cy", "Reply"),
        ]
    )
    parts = {
        **unpack(HONEST),
        "word/comments.xml": (
            f'<w:comments xmlns:w="{word.W_NAMESPACE}" xmlns:w14="{w14}">{comments}</w:comments>'
        ).encode(),
        "word/commentsExtended.xml": (
            f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000002" w15:done="1"/>'
            '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000001" w15:done="0"/>'
            "</w15:commentsEx>"
        ).encode(),
    }
    assert kinds(pack_parts(parts)) == [(LeftOverKind.COMMENT, "Ann", "Is this right?")]


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:vanish w:val="1"/>',
        '<w:color w:val="FFFFFF"/>',
        '<w:color w:val="FEFEFE"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:sz w:val="2"/>',
    ],
)
def test_words_nobody_sees_are_found(look: str) -> None:
    assert kinds(said("secret", look)) == [(LeftOverKind.HIDDEN_TEXT, "", "secret")]


def test_words_hidden_by_a_style_are_found() -> None:
    style = (
        '<w:style w:type="character" w:styleId="Sly"><w:name w:val="Sly"/>'
        "<w:rPr><w:vanish/></w:rPr>"
        '</w:style><w:style w:type="character" w:styleId="Heir"><w:name w:val="Heir"/>'
        '<w:basedOn w:val="Sly"/></w:style></w:styles>'
    )
    parts = unpack(said("secret", '<w:rStyle w:val="Heir"/>'))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", style.encode())
    assert kinds(pack_parts(parts)) == [(LeftOverKind.HIDDEN_TEXT, "", "secret")]


@pytest.mark.parametrize(
    "look",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="1B365D"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1B365D"/>',
        '<w:sz w:val="16"/>',
    ],
)
def test_words_that_can_be_read_are_not_called_hidden(look: str) -> None:
    assert kinds(said("plain to see", look)) == []


@pytest.mark.parametrize(
    ("style", "row", "is_told"),
    [
        ("Unknown", 1, True),
        ("Plain", 0, True),
        ("Headed", 0, False),
        ("Headed", 1, True),
        ("Heir", 0, False),
        ("Heir", 1, True),
        ("Dark", 1, False),
        ("Banded", 1, False),
    ],
)
def test_white_words_in_a_table_are_hidden_where_its_style_shades_nothing(
    style: str, row: int, is_told: object
) -> None:
    shade = '<w:tcPr><w:shd w:val="clear" w:fill="1B365D"/></w:tcPr>'
    styles = (
        '<w:style w:type="table" w:styleId="Plain"><w:name w:val="Plain"/></w:style>'
        '<w:style w:type="table" w:styleId="Headed"><w:tblStylePr w:type="firstRow">'
        f'{shade}</w:tblStylePr></w:style><w:style w:type="table" w:styleId="Heir">'
        '<w:basedOn w:val="Headed"/></w:style>'
        f'<w:style w:type="table" w:styleId="Dark"><w:basedOn w:val="Dark"/>{shade}</w:style>'
        '<w:style w:type="table" w:styleId="Banded"><w:tblStylePr w:type="band1Horz">'
        f"{shade}</w:tblStylePr></w:style></w:styles>"
    )
    white = '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>secret</w:t></w:r>'
    seen = "<w:r><w:t>Seen</w:t></w:r>"
    rows = (
        f"<w:tr><w:tc><w:p>{seen}{white if n == row else ''}</w:p></w:tc></w:tr>" for n in range(2)
    )
    table = f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>{"".join(rows)}</w:tbl>'
    parts = unpack(said("plain to see"))
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", styles.encode())
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"<w:body>", f"<w:body>{table}".encode())
    told = [(LeftOverKind.HIDDEN_TEXT, "", "secret")]
    assert kinds(pack_parts(parts)) == (told if is_told else [])


@pytest.mark.parametrize(
    "gap",
    [
        "[To be written]", "[TBC]", "the date is TBC", "by XX January", "on xx January",
        "{{ field }}",
        "{% endif %}", "???", "[insert date]", "[name of board]", "Not yet confirmed by the office",
        "[…]", "________", "[Awaited]", "the date (to be confirmed)",
    ],
)  # fmt: skip
def test_gaps_are_found(gap: str) -> None:
    found = kinds(said(f"Before {gap} after"))
    assert {kind for kind, _, _ in found} == {LeftOverKind.PLACEHOLDER}
    assert gap.split(maxsplit=1)[0] in found[0][2]


@pytest.mark.parametrize(
    "words",
    [
        "He said [sic] so.", "The XL Bully and the XXth century", "Really?", "[2019] EWHC 1",
        "“Officers […] complied.”", "an opening to be confirmed by the panel",
        "Part II (a) [the force]", "a {single} brace", "not confirmed", "Exxon",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_gaps(words: str) -> None:
    assert kinds(said(words)) == []


def test_a_gap_in_several_runs_is_found() -> None:
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("[To ", "be ", "written]"))
    assert kinds(in_body(f"<w:p>{runs}</w:p>"))[0][0] is LeftOverKind.PLACEHOLDER


def test_highlighted_words_count_as_gaps() -> None:
    found = kinds(said("check this", '<w:highlight w:val="yellow"/>'))
    assert found == [(LeftOverKind.PLACEHOLDER, "", "check this")]
    assert kinds(said("fine", '<w:highlight w:val="none"/>')) == []


def test_traces_of_people_are_named() -> None:
    core = "<cp:lastModifiedBy>Ann Bright</cp:lastModifiedBy></cp:coreProperties>"
    data = replaced("docProps/core.xml", "</cp:coreProperties>", core)
    assert kinds(data) == [
        (LeftOverKind.METADATA, "Ann Bright", "docProps/core.xml: lastModifiedBy")
    ]


def test_the_exchange_format_is_the_documented_one() -> None:
    refused = as_json(inspect(relation("attachedTemplate", "https://evil.example/t.dotm")))
    assert refused == {
        "accepted": False,
        "blocked": [
            {
                "what": "remote template",
                "where": DOCUMENT_RELATIONS,
                "message": refused["blocked"][0]["message"],
            }
        ],
        "findings": [],
    }
    found = as_json(inspect(said("secret", "<w:vanish/>")))
    assert found == {
        "accepted": True,
        "blocked": [],
        "findings": [{"kind": "hidden_text", "author": "", "where": "secret"}],
    }
