# A planted fault broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""The workshop finds every slip of the hand, names its place, and finds nothing where none is."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.documents.descriptions import read_description
from casework.documents.packing import pack_parts, unpack
from casework.documents.render import compile_template
from casework.documents.wordml import DOCUMENT_PART
from casework.documents.workshop.lint import lint_template
from casework.errors import RefusedInputError
from tests.casework.documents.fields import STAMP, a_response
from tests.casework.documents.planted import (
    RESPONSE,
    TEMPLATES,
    faults_of,
    line,
    region,
    spoilt,
    template_of,
    with_lines,
    with_xml,
    without_region,
)

if TYPE_CHECKING:
    from casework.documents.workshop.faults import Fault

HEADER = "word/header1.xml"
STYLES = "word/styles.xml"
FOR_FINDING = "{%p for finding in group.findings %}"
COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="A. Clerk"><w:p><w:r><w:t>Ask Ann</w:t></w:r></w:p></w:comment></w:comments>'
PLANTED: dict[str, tuple[bytes, str, str, str, str | None]] = {
    # What is planted: the template, the fault, words of its place and sentence, the suggestion.
    "field": (spoilt("{{ report.title }}", "{{ report.titel }}"), "unknown_field", "line “", "report.titel", "report.title"),
    "field in a loop": (spoilt("{{ finding.reference }}", "{{ finding.refrence }}"), "unknown_field", "finding.refrence", "finding.refrence", "finding.reference"),
    "list of a group": (spoilt(FOR_FINDING, "{%p for finding in group.findngs %}"), "unknown_field", "group.findngs", "group.findngs", "group.findings"),
    "field without its group": (with_lines("See {{ title }}"), "unknown_field", "See {{ title }}", "no field title", "report.title"),
    "field in a condition": (with_lines("{% if signature.datd %}x{% endif %}"), "unknown_field", "signature.datd", "signature.datd", "signature.dated"),
    "field of one of a list": (with_lines("{{ comments[0].officer_titel }}"), "unknown_field", "officer_titel", "officer_titel", "comments[0].officer_title"),
    "field by its name in brackets": (with_lines("{{ report['titel'] }}"), "unknown_field", "titel", "report.titel", "report.title"),
    "field in the letterhead": (spoilt("{{ body.office }}", "{{ body.ofice }}", HEADER), "unknown_field", "header", "body.ofice", "body.office"),
    "field in a key": (spoilt('w:tag w:val="s55:{{ finding.key }}_answer"', 'w:tag w:val="s55:{{ finding.kee }}_answer"'), "unknown_field", "content control", "finding.kee", "finding.key"),
    "name of a loop used outside": (with_lines("{{ finding.reference }}"), "unknown_field", "finding.reference", "no field finding", None),
    "split opening": (with_lines("Ref: { { reference }}"), "broken_tag", "Ref:", "broken by a space", "{{"),
    "split closing": (with_lines("Ref: {{ reference } }"), "broken_tag", "Ref:", "never closed", "}}"),
    "one closing brace": (with_lines("Ref: {{ reference } and so on"), "broken_tag", "Ref:", "never closed", "}}"),
    "one closing brace before another tag": (with_lines("A {{ reference } B {{ marking }}"), "broken_tag", "A {{", "never closed", "}}"),
    "no closing": (with_lines("{% if marking"), "broken_tag", "if marking", "never closed", "%}"),
    "no opening": (with_lines("Ref: reference }}"), "broken_tag", "Ref:", "never opened", "{{"),
    "single braces": (with_lines("Ref: {reference}"), "broken_tag", "Ref:", "two braces", "{{ reference }}"),
    "brace at the end of a line": (with_lines("A {", "{{ reference }}"), "broken_tag", "A {", "single brace", None),
    "dash in a tag": (with_lines("{%- if marking %}x{% endif %}"), "broken_tag", "{%- if", "dash", "{% if marking %}"),
    "comment": (pack_parts(unpack(template_of()) | {"word/comments.xml": COMMENTS}), "comment", "Ask Ann", "A. Clerk", None),
    "forgotten dot": (with_lines("{{ report title }}"), "broken_tag", "report title", "near “title”", None),
    "misspelt end": (with_lines("{%p if marking %}", "x", "{%p endfi %}"), "broken_tag", "endfi", "no tag", "endif"),
    "unclosed if": (with_lines("Here {% if marking %}x"), "unclosed_block", "Here", "never closed", "{% endif %}"),
    "unclosed for": (with_lines("{%p for line in overview %}", "x"), "unclosed_block", "for line in overview", "never closed", "{%p endfor %}"),
    "unclosed inside another": (with_lines("{%p if overview %}", "{%p for line in overview %}", "{%p endif %}"), "unclosed_block", "for line", "never closed", "{%p endfor %}"),
    "end of nothing": (with_lines("{%p endif %}"), "stray_end", "endif", "closes nothing", None),
    "else of nothing": (with_lines("a {% else %} b"), "stray_end", "a {% else", "belongs to no", None),
    "if over two lines": (with_lines("a {% if marking %} b", "c {% endif %} d"), "ill_matched", "c {% endif", "different paragraphs", "{%p if marking %}"),
    "ends of two forms": (with_lines("{%p if marking %}", "c {% endif %} d"), "ill_matched", "c {% endif", "does not match", "{%p endif %}"),
    "if that cuts a control": (with_xml(line("{%p if marking %}") + region("overview2", line("{%p endif %}") + line("x"))), "ill_matched", "endif", "content control", None),
    "row tag outside a table": (with_lines("{%tr if marking %}", "{%tr endif %}"), "ill_matched", "{%tr if", "whole row", None),
    "words beside a paragraph tag": (with_lines("{%p if marking %} Keep this", "{%p endif %}"), "lost_words", "Keep this", "Keep this", None),
    "words beside a row tag": (spoilt("{%tr endfor %}", "{%tr endfor %}Keep"), "lost_words", "{%tr endfor", "Keep", None),
    "call": (with_lines("{{ range(9) }}"), "forbidden", "range(9)", "call of range", None),
    "endless loop": (with_lines("{% for i in range(99999) %}x{% endfor %}"), "forbidden", "range", "call of range", None),
    "attack": (with_lines("{{ cycler.__init__.__globals__.os.popen('id').read() }}"), "forbidden", "cycler", "__globals__", None),
    "private": (with_lines("{{ body.__class__ }}"), "forbidden", "__class__", "private", None),
    "filter": (with_lines("{{ body.name | safe }}"), "forbidden", "safe", "filter safe", None),
    "misspelt filter": (with_lines("{{ body.name | uper }}"), "forbidden", "uper", "filter uper", "upper"),
    "attr filter": (with_lines("{{ body | attr('name') }}"), "forbidden", "attr", "filter attr", None),
    "include": (with_lines("{% include 'x' %}"), "forbidden", "include", "an include", None),
    "import": (with_lines("{% from 'x' import y %}"), "forbidden", "import", "an import", None),
    "macro": (with_lines("{% macro m() %}{% endmacro %}"), "forbidden", "macro", "a macro", None),
    "set": (with_lines("{% set x = 1 %}"), "forbidden", "set x", "a set", None),
    "raw": (with_lines("{% raw %}{{ x }}{% endraw %}"), "forbidden", "raw", "a raw block", None),
    "sum": (with_lines("{{ 9 ** 9 }}"), "forbidden", "9 ** 9", "a sum", None),
    "number below nought": (with_lines("{{ -1 }}"), "forbidden", "-1", "a sum", None),
    "test": (with_lines("{% if marking is defined %}x{% endif %}"), "forbidden", "is defined", "a test", None),
    "pairs": (with_lines("{%p for a, b in grades %}", "{{ a }}", "{%p endfor %}"), "forbidden", "for a, b", "one name", "{%p for row in grades %}"),
    "rich text": (with_lines("{{r body.name }}"), "forbidden", "{{r", "other than words", "{{ body.name }}"),
    "list printed": (with_lines("{{ overview }}"), "misused_field", "{{ overview }}", "is a list", "overview | join(', ')"),
    "field of a list": (with_lines("{{ groups.heading }}"), "misused_field", "groups.heading", "go through it", "group.heading"),
    "group printed": (with_lines("{{ body }}"), "misused_field", "{{ body }}", "body.name", None),
    "yes or no printed": (with_lines("{{ report.date_confirmed }}"), "misused_field", "date_confirmed", "yes or no", "{% if report.date_confirmed %}"),
    "letters gone through": (with_lines("{%p for x in reference %}", "{{ x }}", "{%p endfor %}"), "misused_field", "for x in reference", "is text", None),
    "region lost": (without_region("overview"), "missing_region", "", "“Overview”", "s55:overview"),
    "region of findings lost": (without_region("{{ finding.key }}_answer"), "missing_region", "", "*_answer", "s55:*_answer"),
    "region misspelt": (spoilt('<w:tag w:val="s55:monitoring"/>', '<w:tag w:val="s55:monitorng"/>'), "unknown_region", "content control", "monitorng", "monitoring"),
    "region twice": (with_xml(region("monitoring")), "duplicate_region", "content control", "there twice", None),
    "region in a list": (with_xml(line("{%p for line in overview %}") + region("panel") + line("{%p endfor %}")), "duplicate_region", "content control", "every turn", "{{ finding.key }}_panel"),
    "region locked": (with_xml(region("locked", more='<w:lock w:val="sdtContentLocked"/>')), "locked_region", "content control", "locked", None),
    "key too long": (with_xml(region("k" * 36)), "long_key", "content control", "too long", None),
    "tag too long": (with_xml(line("{%p for f in to_us %}") + region("{{ f.key }}_" * 5 + "more") + line("{%p endfor %}")), "long_key", "content control", "cuts tags off", None),
    "key with a space": (with_xml(region("two words")), "unsound_key", "content control", "letters, digits", "two_words"),
    "second title": (with_xml(line("Another", "Title")), "title", "Another", "second title", "Heading 1"),
    "no title": (spoilt('<w:pStyle w:val="Title"/>', '<w:pStyle w:val="BodyText"/>'), "title", "", "No line is the title", "Title"),
    "no header row": (spoilt("<w:tblHeader/>", ""), "table_header", "Area Grade", "no header row", None),
    "no language": (spoilt('<w:lang w:val="en-GB"', "<w:lang", STYLES), "language", "", "in which language", "en-GB"),
    "another language": (spoilt('<w:lang w:val="en-GB"', '<w:lang w:val="en-US"', STYLES), "language", "", "en-US", "en-GB"),
    "tracked change": (with_xml('<w:p><w:ins w:id="9" w:author="A. Clerk"><w:r><w:t>new words</w:t></w:r></w:ins></w:p>'), "tracked_change", "new words", "A. Clerk", None),
    "hidden words": (with_xml("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a secret</w:t></w:r></w:p>"), "hidden_text", "a secret", "Hidden words", None),
}  # fmt: skip


@cache
def found(planted: str) -> tuple[Fault, ...]:
    return faults_of(PLANTED[planted][0])


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found_at_its_place_with_what_was_meant(planted: str) -> None:
    _, kind, where, words, suggestion = PLANTED[planted]
    alike = [fault for fault in found(planted) if fault.fault == kind and where in fault.where]
    matching = [fault for fault in alike if words.lower() in fault.message.lower()]
    assert matching, found(planted)
    assert suggestion in {fault.suggestion for fault in matching}
    assert all(bool(fault.where) == bool(where) for fault in matching)


@pytest.mark.parametrize("planted", PLANTED)
def test_every_fault_is_one_sentence_for_office_staff(planted: str) -> None:
    for fault in found(planted):
        assert fault.message.endswith((".", "?"))
        assert fault.message[0].isupper() or fault.message[0] in "{“"
        assert "\n" not in fault.message + fault.where
        assert not any(word in fault.message for word in ("Traceback", "Jinja", "None", "token"))


@pytest.mark.parametrize("planted", PLANTED)
def test_one_slip_does_not_hide_behind_a_crowd_of_others(planted: str) -> None:
    assert 1 <= len(found(planted)) <= 4


def test_every_kind_of_fault_stands_in_the_exchange_formats() -> None:
    formats = (TEMPLATES.parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
    kinds = {kind for _, kind, *_ in PLANTED.values()} | {"comment", "misplaced_words", "left_tag"}
    assert {kind for kind in kinds if f"`{kind}`" not in formats} == set()


def test_all_faults_are_listed_and_not_the_first_alone() -> None:
    slips = ("{{ report.titel }}", "{ { reference }}", "{{ range(9) }}", "{%p endif %}")
    kinds = [fault.fault for fault in faults_of(with_lines(*slips))]
    assert kinds == ["unknown_field", "broken_tag", "forbidden", "stray_end"]


def test_several_slips_of_one_line_are_all_listed() -> None:
    told = [f.suggestion for f in faults_of(with_lines("{{ body.nam }} {{ body.ofice }}"))]
    assert told == ["body.name", "body.office"]


def test_a_place_is_told_by_the_line_and_the_heading_above_it() -> None:
    xml = line("Our aims", "Heading1") + line("Response to {{ report.titel }}")
    (fault,) = faults_of(with_xml(xml))
    assert fault.where == (
        "the line “Response to {{ report.titel }}”, under the heading “Our aims”"
    )
    assert fault.message == "There is no field report.titel: did you mean report.title?"


FINE = {
    "split by formatting": '<w:p><w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ report</w:t></w:r><w:r><w:t xml:space="preserve">.title }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>',
    "curled quotes": line("{% if comments[0].state == “nil” %}x{% endif %}"),
    "a remark": line("{# {{ ask Ann }} #}"),
    "a key in either branch": line("{%p if marking %}") + region("panel") + line("{%p else %}") + region("panel") + line("{%p endif %}"),
    "the turn of a loop": line("{% for line in overview %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}"),
    "a loop in a loop": line("{%p for g in groups %}") + line("{%p for f in g.findings %}") + line("{{ g.heading }} {{ f.reference }} {{ f.text | first }}") + line("{%p endfor %}") + line("{%p endfor %}"),
    "pairs by number": line("{%p for row in grades %}") + line("{{ row[0] }}: {{ row[1] }}") + line("{%p endfor %}"),
    "braces in prose": line("See {1} and { that } is all; 50% }"),
    "a control of the office's own": '<w:sdt><w:sdtPr><w:tag w:val="ours"/></w:sdtPr><w:sdtContent>' + line("x") + "</w:sdtContent></w:sdt>",
}  # fmt: skip


@pytest.mark.parametrize("fine", FINE)
def test_what_is_no_fault_is_not_called_one(fine: str) -> None:
    faults = [f for f in faults_of(with_xml(FINE[fine])) if "panel" not in f.where]
    assert [f for f in faults if f.fault != "broken_tag" or fine != "braces in prose"] == []


def test_fields_never_used_are_advice_and_no_fault() -> None:
    description = read_description(TEMPLATES / RESPONSE)
    without = template_of()
    parts = unpack(without)
    assert b"{{ last_day }}" in parts[DOCUMENT_PART]
    parts[DOCUMENT_PART] = parts[DOCUMENT_PART].replace(b"{{ last_day }}", b"then")
    _, before = lint_template(without, description)
    faults, after = lint_template(pack_parts(parts), description)
    assert faults == ()
    assert {a.where for a in after} - {a.where for a in before} == {"last_day"}
    assert {a.advice for a in after} == {"unused_field"}


def test_a_hostile_file_is_refused_and_not_looked_into() -> None:
    parts = unpack(template_of()) | {"word/vbaProject.bin": b"macro"}
    with pytest.raises(RefusedInputError, match="macro"):
        faults_of(pack_parts(parts))


def test_a_link_to_an_unsafe_place_is_refused_though_another_holds_a_tag() -> None:
    relations = "word/_rels/document.xml.rels"
    unsafe = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="file:///c:/x" TargetMode="External"/></Relationships>'
    with pytest.raises(RefusedInputError, match="link"):
        faults_of(spoilt("</Relationships>", unsafe, relations))


TAGS = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "{", "}", " if ", " for x in ", "endif", "endfor", "else",
     "p ", "tr ", "report", ".title", "(", ")", "|", "'", "“", "_", "[0]", " == ", "groups", "é "]
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(TAGS, max_size=14).map("".join), max_size=4))
def test_no_line_however_odd_stops_the_workshop(lines: list[str]) -> None:
    for fault in faults_of(with_lines(*lines)):
        assert fault.message


WHOLE = st.sampled_from(
    ["{{ reference }}", "{% if marking %}", "{% else %}", "{% endif %}", "{%p if marking %}", "{%p endif %}",
     "{%p for x in overview %}", "{{ x }}", "{%p endfor %}", " words ", "{#p gone #}", "{", "}", "“"]
)  # fmt: skip


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(WHOLE, min_size=1, max_size=3).map("".join), max_size=4))
def test_what_the_workshop_passes_can_be_rendered(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    template = with_lines(*lines)
    if not faults_of(template):
        folder = tmp_path_factory.mktemp("types")
        shutil.copytree(TEMPLATES / "wording", folder / "wording")
        shutil.copytree(TEMPLATES / RESPONSE, folder / RESPONSE)
        (folder / RESPONSE / "template.docx").write_bytes(template)
        compiled = compile_template(folder / RESPONSE / "template.docx")
        assert compiled.render(a_response(), STAMP)


def test_deeply_nested_brackets_are_a_fault_and_no_fall() -> None:
    (fault,) = faults_of(with_lines("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"))
    assert fault.fault == "broken_tag"


def test_a_line_of_opening_braces_alone_is_read_once() -> None:
    faults = faults_of(with_lines("{{ " * 50_000))
    assert {fault.fault for fault in faults} == {"broken_tag"}
    assert len(faults) <= 200
