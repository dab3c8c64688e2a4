"""How wording becomes a template: shared blocks, tables of any shape, languages, pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import Owner, read_description
from casework.documents.packing import unpack
from casework.documents.template_builder.build import build_template
from casework.documents.template_builder.story import Story
from casework.documents.template_builder.wording import read_wording
from casework.errors import SettingsError
from tests.builders import TEMPLATES
from tests.casework.documents.fields import only, value

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 9354
EMPTY = (
    "[title]\nA title\n[first header]\nHeader: a\n[header]\nHeader: a\n[footer]\nFooter: <tab>a\n"
)


def story(*lines: str, width: int = WIDTH) -> etree._Element:
    xml = Story(width).xml(lines)
    return etree.fromstring(f'<w:body xmlns:w="{word.W_NAMESPACE}">{xml}</w:body>')


def written(folder: Path, text: str, **shared: str) -> Path:
    """Write the wording of one type, and blocks it shares; return the type's folder."""
    (folder / "type").mkdir()
    (folder / "wording").mkdir()
    (folder / "type" / "wording.txt").write_text(text)
    for name, words in shared.items():
        (folder / "wording" / f"{name}.txt").write_text(words)
    return folder / "type"


def test_a_shared_block_is_put_in_where_it_is_asked_for(tmp_path: Path) -> None:
    text = "[body]\nBodyText: one\n@include two\nBodyText: four"
    folder = written(tmp_path, text, two="# said once\nBodyText: two\n@include three", three="a: 3")
    assert read_wording(folder)["body"] == [
        "BodyText: one",
        "BodyText: two",
        "a: 3",
        "BodyText: four",
    ]


def test_a_shared_block_may_bring_sections_along(tmp_path: Path) -> None:
    folder = written(tmp_path, "@include ends\n[body]\na: b", ends="[footer]\nFooter: end")
    assert read_wording(folder) == {"footer": ["Footer: end"], "body": ["a: b"]}


@pytest.mark.parametrize(
    ("text", "shared", "said"),
    [
        ("@include gone", {}, "asks for gone.txt"),
        ("@include a", {"a": "@include b", "b": "@include a"}, "includes it again"),
        ("@include a", {"a": "@include a"}, "includes it again"),
    ],
)
def test_an_include_that_leads_nowhere_is_named(
    tmp_path: Path, text: str, shared: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        read_wording(written(tmp_path, text, **shared))


def test_the_statutory_opening_stands_in_one_place_only() -> None:
    texts = [path.read_text() for path in TEMPLATES.folder.rglob("*.txt")]
    assert (
        sum("It is published under section 55(5) of the Police Act 1996" in t for t in texts) == 1
    )


@pytest.mark.parametrize("shares", ["100", "30 70", "20 38 42", "33 33 34", "10 20 30 40"])
@pytest.mark.parametrize("width", [9354, 14286])
def test_the_columns_of_a_table_fill_the_page_whatever_their_shares(
    shares: str, width: int
) -> None:
    columns = len(shares.split())
    head = "@head " + " || ".join("x" * columns)
    table = only(story(f"@table T | {shares}", head, "@end", width=width), word.TBL)
    widths = [int(column.get(word.w("w"), 0)) for column in table.iter(word.w("gridCol"))]
    assert len(widths) == columns
    assert sum(widths) == width == int(only(table, f".//{word.w('tblW')}").get(word.w("w"), 0))


def test_a_cell_holds_paragraphs_regions_tags_and_another_language() -> None:
    table = only(story(
        "@table T | 40 60", "@head A || B", "@cells", "@cell", "TableLabel: one", "@cell",
        "@region {{ f.key }}_text | Words", "{%p if x %}", "@lang cy-GB", "TableQuote: dau", "@end",
        "{%p endif %}", "@end", "TableLast: three", "@end", "@end",
    ), word.TBL)  # fmt: skip
    first, second = table.findall(word.w("tr"))[1].findall(word.w("tc"))
    assert word.text_of(first) == "one"
    said = [word.text_of(paragraph) for paragraph in second.iter(word.P)]
    assert said == ["{%p if x %}", "dau", "{%p endif %}", "three"]
    assert value(only(second, f".//{word.TAG}")) == "s55:{{ f.key }}_text"
    assert [value(mark) for mark in second.iter(word.w("lang"))] == ["cy-GB"]


def test_a_tag_alone_in_a_row_has_empty_cells_beside_it() -> None:
    rows = story("@table T | 20 30 50", "@head A || B || C", "@row {%tr for x in y %}", "@end")
    cells = rows.findall(f".//{word.w('tc')}")
    assert [word.text_of(cell) for cell in cells] == ["A", "B", "C", "{%tr for x in y %}", "", ""]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("@table T | 30 60", "@end"), "share 90 in the hundred"),
        (("@table T | 30 70", "@row a || b || c", "@end"), "3 stands in a table of 2"),
        (("@table T | 30 70", "@cells", "@cell", "@end", "@end"), "1 stands in a table of 2"),
        (("@region a | b", "BodyText: x"), "no @end"),
        (("@regoin a | b", "@end"), "means nothing"),
        (("@cell",), "means nothing"),
    ],
)
def test_wording_that_makes_no_sense_is_refused_with_its_line(
    lines: tuple[str, ...], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        story(*lines)


def test_a_page_may_lie_on_its_side_in_another_language(tmp_path: Path) -> None:
    folder = written(tmp_path, f"{EMPTY}[page]\nlandscape\nlang cy-GB\n[body]\nBodyText: a")
    parts = unpack(build_template(folder))
    assert b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in parts[word.DOCUMENT_PART]
    assert parts["word/styles.xml"].count(b'w:val="right" w:pos="14286"') == 2
    assert b'w:val="en-GB"' not in parts["word/styles.xml"] + parts["word/settings.xml"]


def test_a_wish_no_page_can_fulfil_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="purple"):
        build_template(written(tmp_path, f"{EMPTY}[page]\npurple\n[body]\nBodyText: a"))


RULE = '{ key = "*_reply", title = "Own", owner = "record", required = false }'
DESCRIPTION = 'title = "T"\ntype = "response"\nlanguage = "en-GB"\nfields = "response"\n'


def described(folder: Path, text: str) -> Path:
    (folder / "document.toml").write_text(DESCRIPTION + text)
    return folder


def test_what_a_type_says_of_a_region_goes_before_what_its_family_says(tmp_path: Path) -> None:
    own = f'regions_of = "response"\nregions = [{RULE}]\nvoice = "we"\n[blocks]\ndispute = true\n'
    said = read_description(described(tmp_path, own))
    assert said.owner_of("c1_reply") is Owner.RECORD
    assert said.owner_of("f001_text") is Owner.RECORD
    assert [rule.title for rule in said.regions if rule.key == "*_reply"] == ["Own"]
    assert (said.voice, dict(said.blocks)) == ("we", {"dispute": True})


@pytest.mark.parametrize(
    "text",
    [
        "",
        'regions_of = "nobody"',
        'regions_of = "../../etc"',
        'regions_of = "response"\n[blocks]\nlisense = true',
        'regions_of = "response"\n[blocks]\nlicence = 3',
    ],
)
def test_a_description_that_names_what_is_not_there_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="lacks or misuses"):
        read_description(described(tmp_path, text))
