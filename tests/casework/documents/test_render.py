"""Rendering promises: equal bytes for equal input, no word lost, no template trusted."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import etree

from casework.documents import wordml as word
from casework.documents.packing import pack_parts, unpack
from casework.documents.regions import read_regions
from casework.documents.render import CompiledTemplate, compile_template
from casework.documents.stamp import read_stamp
from casework.errors import SettingsError
from tests.casework.documents.fields import STAMP, a_finding, a_letter, a_response, comments, value

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"


@pytest.fixture(scope="module")
def response() -> CompiledTemplate:
    return compile_template(TEMPLATES / "response-by-area" / "template.docx")


def with_words(tmp_path: Path, old: str, new: str, name: str = "invitation") -> Path:
    """Return the path of a copy of a template in which some words are others."""
    folder = tmp_path / name
    shutil.copytree(TEMPLATES / name, folder)
    template = folder / "template.docx"
    parts = unpack(template.read_bytes())
    body = parts[word.DOCUMENT_PART].decode()
    assert old in body
    parts[word.DOCUMENT_PART] = body.replace(old, new).encode()
    template.write_bytes(pack_parts(parts))
    return template


def test_equal_input_gives_equal_bytes(response: CompiledTemplate) -> None:
    again = compile_template(TEMPLATES / "response-by-area" / "template.docx")
    assert response.render(a_response(), STAMP) == again.render(a_response(), STAMP)


def test_a_rendered_file_opens_in_python_docx(response: CompiledTemplate) -> None:
    opened = Document(io.BytesIO(response.render(a_response(), STAMP)))
    assert opened.core_properties.title == (
        "Response to PEEL 2021/22 – An inspection of Barsetshire Police"
    )


def test_the_stamp_can_be_read_from_the_file(response: CompiledTemplate) -> None:
    stamp = replace(STAMP, version=7, parent="ab" * 32, template=response.sha256)
    assert read_stamp(response.render(a_response(), stamp)) == stamp


def test_awkward_words_survive_as_text(response: CompiledTemplate) -> None:
    words = "R&D <b> \"quoted\" 'x' {{ body.name }} {% endif %} £5 ŵŷ 🚓 ]]> &amp;"
    data = response.render(a_response(overview=(words,)), STAMP)
    assert read_regions(data)["overview"] == (words,)


def test_control_characters_are_left_out(response: CompiledTemplate) -> None:
    data = response.render(a_response(overview=("a\x00b\x0bc\ud800d\ufffee",)), STAMP)
    assert read_regions(data)["overview"] == ("abcde",)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("{{ body.address | join(' &lt;') }}", "3 Northgate Street <Barchester <BA1 2RS"),
        ("{{ '&lt;b&gt;' }}", "<b>"),
        ("{{ reference ~ '&lt;' ~ 7 }}", "S55-2022-001<7"),
        ("{{ report.recommendations }}{{ report.date_confirmed }}", "0True"),
    ],
)
def test_nothing_is_printed_without_being_escaped(tmp_path: Path, printed: str, said: str) -> None:
    template = with_words(tmp_path, "Our reference: {{ reference }}", f"Said: {printed}.")
    assert f"Said: {said}." in _words(compile_template(template).render(a_letter(), STAMP))


@pytest.mark.parametrize(
    "broken",
    ["", "<a>", "<a></b>", "<a><b></a>", "<a/><b/>", "<a x='1' x='2'/>", "<a>&</a>", "<a>&x;</a>",
     "<a>\x01</a>", "<a>&#1;</a>", "<w:a/>", "<a w:x='1'/>", "<a b=1/>",
     "<a>" * 300 + "</a>" * 300],
)  # fmt: skip
def test_what_cannot_be_parsed_is_no_whole_part(broken: str) -> None:
    with pytest.raises(etree.XMLSyntaxError):
        word.parse(broken.encode())
    with pytest.raises((etree.XMLSyntaxError, ValueError)):
        word.check(broken.encode())
    word.check(b"<a xmlns:w='x' w:b='&lt;'>\xc5\xb5</a>")


def test_line_breaks_and_tabs_are_kept(response: CompiledTemplate) -> None:
    data = response.render(a_response(overview=("one\ntwo\tthree",)), STAMP)
    assert read_regions(data)["overview"] == ("one\ntwo\tthree",)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_no_words_are_lost_on_the_way_into_word(response: CompiledTemplate, words: str) -> None:
    data = response.render(a_response(overview=(words,)), STAMP)
    expected = word.cleaned(words)
    assert read_regions(data)["overview"] == ((expected,) if expected.strip() else ())


def test_the_body_says_what_docxtpl_would_print() -> None:
    path = TEMPLATES / "invitation" / "template.docx"
    theirs = DocxTemplate(path)
    letter = a_letter()
    context = {name: getattr(letter, name) for name in letter.__slots__}
    theirs.render(context, Environment(autoescape=True))
    saved = io.BytesIO()
    theirs.save(saved)
    ours = compile_template(path).render(letter, STAMP)
    assert _words(ours) == _words(saved.getvalue())


def _words(data: bytes) -> list[str]:
    root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
    return [word.text_of(paragraph) for paragraph in root.iter(word.P)]


def test_parts_without_fields_are_copied_as_they_are(response: CompiledTemplate) -> None:
    template = unpack((TEMPLATES / "response-by-area" / "template.docx").read_bytes())
    rendered = unpack(response.render(a_response(), STAMP))
    assert rendered["word/styles.xml"] == template["word/styles.xml"]
    assert list(rendered) == list(template)


def test_bookmark_names_and_numbers_are_unique(response: CompiledTemplate) -> None:
    root = etree.fromstring(unpack(response.render(a_response(), STAMP))[word.DOCUMENT_PART])
    marks = list(root.iter(word.BOOKMARK_START))
    assert len({mark.get(word.NAME) for mark in marks}) == len(marks) > 70
    assert len({mark.get(word.ID) for mark in marks}) == len(marks)
    assert not any(mark.get(word.NAME, "")[40:] for mark in marks)


def test_regions_are_never_locked_and_their_titles_fit_word(response: CompiledTemplate) -> None:
    root = etree.fromstring(unpack(response.render(a_response(), STAMP))[word.DOCUMENT_PART])
    assert root.find(f".//{word.w('lock')}") is None
    titles = [value(title) for title in root.iter(word.ALIAS)]
    tags = [value(tag) for tag in root.iter(word.TAG)]
    assert all(len(title) <= 64 for title in titles)
    assert [title.rpartition(" · ")[2] for title in titles] == tags


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{{ body.office }}", "{{ body.offise }}", "offise"),
        ("{{ reference }}", "{{ referenz }}", "referenz"),
    ],
)
def test_a_missing_field_is_named_with_its_template(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    target = "Our reference: {{ reference }}"
    template = with_words(tmp_path, target, target.replace("{{ reference }}", new))
    assert old != new
    with pytest.raises(SettingsError, match=told) as refusal:
        compile_template(template).render(a_letter(), STAMP)
    assert "invitation" in str(refusal.value)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for i in range(99999) %}x{% endfor %}",
        "{{ body.__class__ }}",
        "{{ body.name | attr('x') }}",
        "{% include 'other' %}",
        "{% import 'other' as x %}",
        "{% set x = 1 %}",
        "{% macro x() %}{% endmacro %}",
        "{{ body.name.upper() }}",
        "{% if body %}",
        "{% endif %}",
        "{ { body.name } }",
        "{{ 9 ** 9 }}",
    ],
)
def test_a_template_that_asks_for_more_than_fields_is_refused(tmp_path: Path, attack: str) -> None:
    escaped = attack.replace("&", "&amp;").replace("<", "&lt;")
    template = with_words(tmp_path, "Our reference:", f"Our reference: {escaped}")
    with pytest.raises(SettingsError, match="invitation"):
        compile_template(template)


def test_a_template_without_a_required_region_is_refused(tmp_path: Path) -> None:
    template = with_words(tmp_path, 'w:tag w:val="s55:letter"', 'w:tag w:val="other"')
    with pytest.raises(SettingsError, match="letter"):
        compile_template(template)


def test_a_template_is_not_rendered_with_the_fields_of_another(response: CompiledTemplate) -> None:
    with pytest.raises(SettingsError, match="response-by-area"):
        response.render(a_letter(), STAMP)


def test_a_template_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "invitation"
    shutil.copytree(TEMPLATES / "invitation", folder)
    (folder / "template.docx").write_bytes(b"not a zip")
    with pytest.raises(SettingsError, match="not a Word file"):
        compile_template(folder / "template.docx")


def test_an_unconfirmed_finding_is_marked_as_such(response: CompiledTemplate) -> None:
    groups = a_response().groups
    unsure = replace(groups[0], findings=(a_finding(1, confirmed=False), a_finding(2)))
    regions = read_regions(response.render(a_response(groups=(unsure,)), STAMP))
    assert "Not yet confirmed by the office" in regions["f001_facts"][0]
    assert "Not yet confirmed" not in regions["f002_facts"][0]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("awaited", "was invited on 17 October 2022"),
        ("received", "reproduced in full"),
        ("late", "after that date"),
        ("nil", "no comments to make"),
        ("declined", "declined to comment"),
        ("none", "No comments were received"),
    ],
)
def test_each_state_of_the_comments_has_its_sentence(
    response: CompiledTemplate, state: str, said: str
) -> None:
    made = comments(state)
    regions = read_regions(response.render(a_response(comments=(made,)), STAMP))
    assert said in regions["c1_lead"][0]
    expected = {"awaited": ("[Awaited]",)}.get(state, made.paragraphs)
    assert regions["c1_comments"] == expected
