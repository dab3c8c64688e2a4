"""Every region carries its key in three marks, wherever in a template it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from casework.documents import wordml as word
from casework.documents.mark_places import with_mark_places
from casework.documents.packing import pack_parts, unpack
from casework.documents.printed_marks import PrintedMarks
from casework.documents.regions import read_regions
from casework.documents.render import CompiledTemplate, compile_template
from casework.errors import SettingsError
from tests.casework.documents.fields import STAMP, a_letter, only, value
from tests.casework.documents.test_render import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = """
title = "A trial"
type = "trial"
language = "en-GB"
fields = "letter"
regions = []
"""
WORDS = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def paragraph(words: str, look: str = "") -> str:
    return f"<w:p>{look}{WORDS.format(words) if words else ''}</w:p>"


def region(key: str, content: str, title: str = "A place", more: str = "") -> str:
    marks = f'<w:alias w:val="{title} · s55:{key}"/><w:tag w:val="s55:{key}"/>{more}'
    return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(map(cell, cells))}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    look = '<w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr>'
    return f"<w:tbl>{look}{grid}{''.join(rows)}</w:tbl>"


def a_template(tmp_path: Path, body: str) -> CompiledTemplate:
    """Return a template with this body, made ready; the rest of it is an invitation's."""
    parts = unpack((TEMPLATES / "invitation" / "template.docx").read_bytes())
    head, _, rest = parts[word.DOCUMENT_PART].decode().partition("<w:body>")
    section = rest[rest.rindex("<w:sectPr") :]
    parts[word.DOCUMENT_PART] = f"{head}<w:body>{body}{section}".encode()
    (tmp_path / "document.toml").write_text(DESCRIPTION, encoding="utf-8")
    (tmp_path / "template.docx").write_bytes(pack_parts(parts))
    return compile_template(tmp_path / "template.docx")


def rendered(tmp_path: Path, body: str, **fields: object) -> bytes:
    return a_template(tmp_path, body).render(a_letter(**fields), STAMP)


def body_of(data: bytes) -> etree._Element:
    return etree.fromstring(unpack(data)[word.DOCUMENT_PART])


def marks_of(root: etree._Element) -> tuple[list[str], list[str], list[str]]:
    """Return the keys in the tags, at the end of the titles and in the bookmarks of a part."""
    tags = [value(tag).removeprefix("s55:") for tag in root.iter(word.TAG)]
    titles = [value(title).rpartition("s55:")[2] for title in root.iter(word.ALIAS)]
    names = [start.get(word.NAME, "") for start in root.iter(word.BOOKMARK_START)]
    return tags, titles, [name.removeprefix("_s55_") for name in names]


LOOP_OF_ROWS = table(
    row(paragraph("{%tr for line in recipient %}"), paragraph("")),
    row(
        region("r{{ loop.index }}_name", paragraph("{{ line }}")),
        region("r{{ loop.index }}_note", paragraph("Note on {{ line }}")),
    ),
    row(paragraph("{%tr endfor %}"), paragraph("")),
)


def test_regions_in_the_cells_of_repeated_rows_carry_all_their_marks(tmp_path: Path) -> None:
    data = rendered(tmp_path, LOOP_OF_ROWS, recipient=("Ada", "Bel & Co"))
    keys = ["r1_name", "r1_note", "r2_name", "r2_note"]
    assert marks_of(body_of(data)) == (keys, keys, keys)
    assert read_regions(data)["r2_note"] == ("Note on Bel & Co",)
    assert read_regions(data)["r1_name"] == ("Ada",)


def test_a_region_around_rows_is_named_and_its_bookmark_stands_in_a_cell(tmp_path: Path) -> None:
    rows = f"<w:tr>{cell(paragraph('{{ reference }}'))}{cell(paragraph('b'))}</w:tr>"
    root = body_of(rendered(tmp_path, table(region("rows", rows))))
    assert marks_of(root) == (["rows"], ["rows"], ["rows"])
    start = only(root, f".//{word.BOOKMARK_START}")
    assert word.text_of(word.parent_of(start)) == "S55-2022-001"


def test_a_region_within_a_region_keeps_its_own_marks(tmp_path: Path) -> None:
    inner = "".join(region(f"in{n}", paragraph(f"words {n}")) for n in range(3))
    root = body_of(rendered(tmp_path, region("out", paragraph("lead") + inner)))
    tags, titles, bookmarks = marks_of(root)
    assert tags == titles == ["out", "in0", "in1", "in2"]
    assert sorted(bookmarks) == sorted(tags)
    ends = {end.get(word.ID): end for end in root.iter(word.BOOKMARK_END)}
    outer = next(s for s in root.iter(word.BOOKMARK_START) if s.get(word.NAME) == "_s55_out")
    assert word.text_of(word.parent_of(outer)) == "lead"
    assert ends[outer.get(word.ID)].getprevious() is list(root.iter(word.SDT))[-1]


def test_words_within_a_paragraph_can_be_a_region(tmp_path: Path) -> None:
    words = f"<w:p>{WORDS.format('Dear ')}{region('who', WORDS.format('{{ salutation }}'))}</w:p>"
    root = body_of(rendered(tmp_path, words, salutation="Ada"))
    assert marks_of(root) == (["who"], ["who"], ["who"])
    assert word.text_of(only(root, f".//{word.P}")) == "Dear Ada"


@pytest.mark.parametrize("place", ["{}", "<w:tbl/>{}"])
def test_a_region_that_prints_no_paragraph_gets_a_closed_one(tmp_path: Path, place: str) -> None:
    loop = paragraph("{%p for line in recipient %}") + paragraph("{{ line }}")
    loop += paragraph("{%p endfor %}")
    body = (
        table(row(region("empty", loop), paragraph("x")))
        if "tbl" in place
        else region("empty", loop)
    )
    data = rendered(tmp_path, body, recipient=())
    content = only(body_of(data), f".//{word.SDT_CONTENT}")
    spacing = only(content, f"{word.P}/{word.P_PR}/{word.w('spacing')}")
    assert spacing.get(word.w("line")) == "20"
    assert read_regions(data) == {"empty": ()} | _in_headers(data)
    assert marks_of(body_of(data)) == (["empty"],) * 3


def _in_headers(data: bytes) -> dict[str, tuple[str, ...]]:
    others = {name: part for name, part in unpack(data).items() if name != word.DOCUMENT_PART}
    return read_regions(pack_parts(others))


def test_what_says_nothing_keeps_its_style_and_loses_its_look(tmp_path: Path) -> None:
    look = (
        '<w:pPr><w:pStyle w:val="Quote"/><w:keepNext/><w:shd w:val="clear" w:fill="EEEEEE"/>'
        "<w:rPr><w:b/></w:rPr></w:pPr>"
    )
    body = region("r", paragraph("{{ publication_address }}", look))
    silent, said = rendered(tmp_path, body), rendered(tmp_path, body, publication_address="here")
    closed = only(body_of(silent), f".//{word.P}/{word.P_PR}")
    assert [etree.QName(child).localname for child in closed] == [
        "pStyle",
        "pBdr",
        "shd",
        "spacing",
    ]
    kept = only(body_of(said), f".//{word.P}/{word.P_PR}")
    assert [etree.QName(child).localname for child in kept] == ["pStyle", "keepNext", "shd", "rPr"]


def test_no_number_of_a_control_or_a_bookmark_stands_twice_in_a_file(tmp_path: Path) -> None:
    own = '<w:p><w:bookmarkStart w:id="7" w:name="mine"/><w:bookmarkEnd w:id="7"/></w:p>'
    foreign = (
        '<w:sdt><w:sdtPr><w:id w:val="123"/></w:sdtPr><w:sdtContent>'
        f"{paragraph('{{ line }}')}</w:sdtContent></w:sdt>"
    )
    loop = paragraph("{%p for line in recipient %}") + foreign + paragraph("{%p endfor %}")
    data = rendered(tmp_path, own + loop + LOOP_OF_ROWS)
    stories = [etree.fromstring(part) for name, part in unpack(data).items() if name[-3:] == "xml"]
    controls = [value(n) for s in stories for n in s.iter(word.ID) if _in_control(n)]
    assert len(set(controls)) == len(controls) >= 6
    numbers = [s.get(word.ID) for story in stories for s in story.iter(word.BOOKMARK_START)]
    assert len(set(numbers)) == len(numbers) == 7
    assert numbers[0] == "7"


def _in_control(number: etree._Element) -> bool:
    return word.parent_of(number).tag == word.SDT_PR


def test_headers_carry_no_bookmarks(tmp_path: Path) -> None:
    parts = unpack(rendered(tmp_path, paragraph("x")))
    assert not any(b"bookmarkStart" in parts[name] for name in parts if "header" in name)


def test_a_lock_is_taken_off_and_a_tag_missing_is_put_back(tmp_path: Path) -> None:
    control = region(
        "r", paragraph("x"), more='<w:id w:val="5"/><w:lock w:val="sdtContentLocked"/>'
    )
    bare = control.replace('<w:tag w:val="s55:r"/>', "")
    properties = only(body_of(rendered(tmp_path, bare)), f".//{word.SDT_PR}")
    names = [etree.QName(child).localname for child in properties]
    assert names == ["alias", "tag", "id"]


@pytest.mark.parametrize("key", ["{{ officer_title }}", "k" * 36, "caf\u00e9", "two words", "a-b"])
def test_a_key_no_bookmark_can_carry_is_refused_in_words(tmp_path: Path, key: str) -> None:
    with pytest.raises(SettingsError, match=r"the key .* of a marked place"):
        rendered(tmp_path, region(key, paragraph("x")))


def test_a_condition_that_tears_a_region_in_two_is_refused(tmp_path: Path) -> None:
    torn = region("r", paragraph("{%p if publication_address %}")) + paragraph("{%p endif %}")
    with pytest.raises(SettingsError, match="broken Word file"):
        rendered(tmp_path, torn)


@given(st.text(st.sampled_from("ab&<>\"' ·é{}"), max_size=90))
@settings(max_examples=60, deadline=None)
def test_a_title_fits_word_and_cuts_no_character_in_two(words: str) -> None:
    source = with_mark_places(
        f'<w:body xmlns:w="{word.W_NAMESPACE}">{region("k", paragraph("x"), "TITLE")}</w:body>'
    )
    escaped = etree.tostring(etree.Element("x", a=words), encoding="unicode")[6:-3]
    printed = PrintedMarks(1).put_on(source.replace("TITLE", escaped), bookmarks=True)
    title = value(only(word.parse(printed.encode()), f".//{word.ALIAS}"))
    assert len(title) <= 64
    assert title == words[: 64 - len(" · s55:k")] + " · s55:k"


def test_words_cannot_pass_for_the_signs_of_marks(tmp_path: Path) -> None:
    signs = "".join(map(chr, range(1, 32)))
    data = rendered(tmp_path, region("r", paragraph("{{ reference }}")), reference=f"a{signs}b")
    assert read_regions(data)["r"] == ("a\t\n\nb",)


def test_hundreds_of_regions_within_one_keep_their_own_marks(tmp_path: Path) -> None:
    letter = replace(a_letter(), recipient=tuple(f"line {n}" for n in range(400)))
    data = a_template(tmp_path, region("all", LOOP_OF_ROWS)).render(letter, STAMP)
    tags, titles, bookmarks = marks_of(body_of(data))
    assert len(tags) == len(titles) == len(set(bookmarks)) == 801
