"""Regions are found by any of their marks, and filling one touches nothing else."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from casework.documents import wordml as word
from casework.documents.gate import inspect
from casework.documents.packing import pack_parts, unpack
from casework.documents.regions import fill_regions, read_regions, restamp
from casework.documents.render import compile_template
from casework.documents.stamp import STAMP_PART, read_stamp
from casework.errors import RefusedInputError
from tests.casework.documents.fields import (
    STAMP,
    a_finished_response,
    a_response,
    comments,
    only,
    value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"


@pytest.fixture(scope="module")
def draft() -> bytes:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    return template.render(a_response(), STAMP)


@pytest.fixture(scope="module")
def finished() -> bytes:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    return template.render(a_finished_response(), STAMP)


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    parts = unpack(data)
    parts[word.DOCUMENT_PART] = change(parts[word.DOCUMENT_PART].decode()).encode()
    return pack_parts(parts)


def without_tags(data: bytes) -> bytes:
    return changed(data, lambda body: re.sub(r'<w:tag w:val="[^"]*"/>', "", body))


def without_controls(data: bytes) -> bytes:
    def strip(body: str) -> str:
        body = re.sub(r"<w:sdtPr>.*?</w:sdtPr>", "", body, flags=re.DOTALL)
        return re.sub(r"</?w:sdt(Content)?>", "", body)

    return changed(data, strip)


def without_bookmarks(data: bytes) -> bytes:
    return changed(data, lambda body: re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", body))


@pytest.mark.parametrize("loss", [without_tags, without_controls, without_bookmarks])
def test_a_region_is_found_by_whatever_mark_is_left(
    finished: bytes, loss: Callable[[bytes], bytes]
) -> None:
    assert read_regions(loss(finished)) == read_regions(finished)


@pytest.mark.parametrize("loss", [bytes, without_tags, without_controls, without_bookmarks])
def test_words_put_into_a_region_can_be_read_from_it(
    finished: bytes, loss: Callable[[bytes], bytes]
) -> None:
    contents = {"f001_answer": ["First.", "Second & <last>."], "c1_comments": ["Only words."]}
    before, after = loss(finished), fill_regions(loss(finished), contents)
    expected = {**read_regions(before), **{key: tuple(said) for key, said in contents.items()}}
    assert read_regions(after) == expected
    assert inspect(after).accepted


def test_filling_a_region_leaves_everything_else_as_it_was(finished: bytes) -> None:
    before = unpack(finished)
    after = unpack(fill_regions(finished, {"overview": ["Other words."]}))
    assert list(after) == list(before)
    assert [name for name in before if before[name] != after[name]] == [word.DOCUMENT_PART]
    assert _without(after, "overview") == _without(before, "overview")


def _without(parts: dict[str, bytes], key: str) -> bytes:
    root = etree.fromstring(parts[word.DOCUMENT_PART])
    for control in root.iter(word.SDT):
        if value(only(control, f"{word.SDT_PR}/{word.TAG}")) == f"s55:{key}":
            control.clear()
    return etree.tostring(root, method="c14n")


def test_filling_a_region_with_its_own_words_changes_no_byte(finished: bytes) -> None:
    regions = read_regions(finished)
    same = {key: regions[key] for key in ("overview", "c1_comments", "grades", "signature")}
    assert unpack(fill_regions(finished, same)) == unpack(finished)


def test_filling_is_deterministic(finished: bytes) -> None:
    contents = {"overview": ["Other words."]}
    assert fill_regions(finished, contents) == fill_regions(finished, contents)


def test_new_paragraphs_keep_the_look_of_the_old(finished: bytes) -> None:
    data = fill_regions(finished, {"f020_text": ["A stem:", "one; and", "two; and", "three."]})
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    control = next(c for c in root.iter(word.SDT) if "f020_text" in etree.tostring(c).decode())
    styles = [value(style) for style in control.iter(word.P_STYLE)]
    assert styles == ["Quote", "QuoteBullet", "QuoteBullet", "QuoteBullet"]


def test_the_marking_is_taken_off_everywhere_and_leaves_no_gap(draft: bytes) -> None:
    after = unpack(fill_regions(draft, {"marking": []}))
    stories = [after[name] for name in after if name.startswith("word/") and b"<w:p" in after[name]]
    assert not any(b"OFFICIAL-SENSITIVE" in story for story in stories)
    first = only(etree.fromstring(after[word.DOCUMENT_PART]), f".//{word.P}")
    assert only(first, f"{word.P_PR}/{word.w('spacing')}").get(word.w("line")) == "20"


def test_a_closed_up_region_opens_again(draft: bytes) -> None:
    back = fill_regions(fill_regions(draft, {"marking": []}), {"marking": ["OFFICIAL"]})
    first = only(etree.fromstring(unpack(back)[word.DOCUMENT_PART]), f".//{word.P}")
    assert word.text_of(first) == "OFFICIAL"
    assert first.find(f"{word.P_PR}/{word.w('spacing')}") is None
    assert value(only(first, f"{word.P_PR}/{word.P_STYLE}")) == "Marking"


def test_regions_completed_from_a_new_rendering_make_the_draft_ready(draft: bytes) -> None:
    """How a signing copy is made: the sentences come from the template, not from code."""
    mine = compile_template(TEMPLATES / "response-by-area" / "template.docx").render(
        replace(a_finished_response(), groups=a_response().groups), STAMP
    )
    fresh = read_regions(mine)
    keys = ("marking", "dated", "signature", "publication_note", "c1_lead", "c1_comments", "c1_end")
    after = read_regions(fill_regions(draft, {key: fresh.get(key, ()) for key in keys}))
    assert {key: after[key] for key in keys} == {key: fresh[key] for key in keys}


def test_a_region_emptied_in_word_says_nothing_and_can_be_filled(finished: bytes) -> None:
    """Word fills an emptied control with a grey prompt of its own."""
    prompt = (
        '<w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="'
        'PlaceholderText"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r></w:p>'
    )

    def empty(body: str) -> str:
        mark = re.search(r'<w:tag w:val="s55:monitoring"/>.*?</w:p>', body, re.DOTALL)
        assert mark
        return body.replace(mark[0], f'<w:tag w:val="s55:monitoring"/>{prompt}')

    emptied = changed(finished, empty)
    assert read_regions(emptied)["monitoring"] == ()
    assert len(inspect(emptied).left_overs) == 1
    filled = fill_regions(emptied, {"monitoring": ["The board meets in May."]})
    assert read_regions(filled)["monitoring"] == ("The board meets in May.",)
    assert not inspect(filled).left_overs


def test_missing_regions_are_named(finished: bytes) -> None:
    with pytest.raises(RefusedInputError, match="f099_answer, nowhere"):
        fill_regions(finished, {"nowhere": ["x"], "f099_answer": ["x"], "overview": ["x"]})


def test_a_table_is_not_replaced_by_paragraphs(finished: bytes) -> None:
    with pytest.raises(RefusedInputError, match="grades"):
        fill_regions(finished, {"grades": ["words"]})


def test_comments_and_bookmarks_of_others_outlive_the_old_words(finished: bytes) -> None:
    mark = '<w:bookmarkStart w:id="900" w:name="mine"/><w:bookmarkEnd w:id="900"/>'
    noted = changed(
        finished,
        lambda body: body.replace('w:name="_s55_overview"/>', f'w:name="_s55_overview"/>{mark}'),
    )
    body = unpack(fill_regions(noted, {"overview": ["Other."]}))[word.DOCUMENT_PART].decode()
    assert body.count('w:name="mine"') == body.count('w:name="_s55_overview"') == 1


def test_restamping_changes_the_stamp_alone(finished: bytes) -> None:
    stamp = replace(STAMP, version=2, parent="cd" * 32)
    after = restamp(finished, stamp)
    assert read_stamp(after) == stamp
    parts, before = unpack(after), unpack(finished)
    assert [name for name in before if before[name] != parts[name]] == [STAMP_PART]


def test_a_file_without_a_stamp_is_told_apart_and_can_be_stamped(finished: bytes) -> None:
    parts = unpack(finished)
    del parts[STAMP_PART]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<[^<>]*custom[.-][^<>]*/>", b"", parts[name])
    bare = pack_parts(parts)
    assert read_stamp(bare) is None
    assert read_stamp(restamp(bare, STAMP)) == STAMP
    assert inspect(restamp(bare, STAMP)).accepted


def test_properties_of_others_stay_beside_the_stamp(finished: bytes) -> None:
    parts = unpack(finished)
    label = (
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="77" name="MSIP_Label">'
        b"<vt:lpwstr>Official</vt:lpwstr></property></Properties>"
    )
    parts[STAMP_PART] = parts[STAMP_PART].replace(b"</Properties>", label)
    after = unpack(restamp(pack_parts(parts), STAMP))[STAMP_PART]
    assert after.count(b"MSIP_Label") == 1
    assert after.count(b'name="S55Case"') == 1


@pytest.mark.libreoffice
def test_every_region_and_the_stamp_come_back_from_libreoffice(
    finished: bytes, tmp_path: Path, needs: Callable[[str], str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "file.docx").write_bytes(finished)
    subprocess.run(
        [needs("soffice"), "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
         "--convert-to", "docx", "--outdir", str(tmp_path / "out"),
         str(tmp_path / "in" / "file.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    saved = (tmp_path / "out" / "file.docx").read_bytes()
    assert read_regions(saved) == read_regions(finished)
    assert read_stamp(saved) == STAMP
    assert inspect(saved).accepted
    filled = fill_regions(saved, {"c1_comments": ["One.", "Two."]})
    assert read_regions(filled)["c1_comments"] == ("One.", "Two.")


def test_a_reply_is_asked_for_only_when_there_are_comments() -> None:
    template = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    silent = read_regions(template.render(a_response(comments=(comments("none"),)), STAMP))
    assert silent["c1_reply"] == ("I have no response to make, because no comments were made.",)
    assert silent["c1_comments"] == ()
