"""Previews show the awkward cases, and a word lost or doubled on the way is noticed."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from casework.documents.descriptions import read_description
from casework.documents.packing import pack_parts, unpack
from casework.documents.wordml import DOCUMENT_PART
from casework.documents.workshop.apart import Rendering, render_apart
from casework.documents.workshop.check import check_template
from casework.documents.workshop.plain import as_plain
from casework.documents.workshop.preview_data import STATES, Sample, samples
from casework.documents.workshop.previews import judge
from models.shapes.response import ResponseFields
from tests.casework.documents.fields import a_response
from tests.casework.documents.planted import (
    RESPONSE,
    TEMPLATES,
    line,
    region,
    template_of,
    with_lines,
    with_xml,
)

BY_AREA = read_description(TEMPLATES / RESPONSE)
LETTER = read_description(TEMPLATES / "invitation")


@pytest.fixture(scope="module")
def awkward() -> tuple[Sample, bytes]:
    sample = next(sample for sample in samples(BY_AREA) if sample.name == "awkward")
    (made,) = render_apart(template_of(), BY_AREA, [sample.values])
    assert made.document, made.refusal
    return sample, made.document


def told(sample: Sample, document: bytes) -> list[str]:
    """Return the kinds of fault a changed document is told of."""
    return [fault.fault for fault in judge([sample], [Rendering(document)])[1]]


def changed(document: bytes, old: str, new: str, count: int = -1) -> bytes:
    parts = unpack(document)
    body = parts[DOCUMENT_PART].decode()
    assert old in body
    parts[DOCUMENT_PART] = body.replace(old, new, count).encode()
    return pack_parts(parts)


def test_the_data_is_as_awkward_as_offices_are() -> None:
    every = {sample.name: sample.values for sample in samples(BY_AREA)}
    assert isinstance(every["thirty"], ResponseFields)
    counts = {
        name: sum(len(group.findings) for group in values.groups)
        for name, values in every.items()
        if isinstance(values, ResponseFields)
    }
    assert (counts["empty"], counts["one"], counts["thirty"]) == (0, 1, 30)
    said = str(as_plain(every["one"]))
    assert all(sign in said for sign in ("ŵ", "ŷ", "&", "<", ">", "“", "’", '"', "'"))
    states = every["comments"]
    assert isinstance(states, ResponseFields)
    assert {comment.state for comment in states.comments} == set(STATES)
    longest = max(str(as_plain(every["awkward"])).split(), key=len)
    assert len(longest) > 100


def test_every_free_text_of_the_awkward_data_bears_a_number_of_its_own(
    awkward: tuple[Sample, bytes],
) -> None:
    plain = as_plain(awkward[0].values)
    texts = [plain["reference"], *plain["overview"], plain["body"]["office"]]
    assert len({text.split()[0] for text in texts}) == len(texts)
    assert plain["groups"][0]["findings"][0]["key"] == "f001"


def test_a_template_in_order_gets_all_its_previews() -> None:
    verdict = check_template(template_of("invitation"), LETTER)
    assert verdict.usable, verdict.faults
    assert [preview.name for preview in verdict.previews] == ["empty", "one", "thirty", "awkward"]
    assert all(preview.document for preview in verdict.previews)


def test_a_template_with_broken_tags_is_not_rendered() -> None:
    verdict = check_template(with_lines("{{ report.titel }}"), BY_AREA)
    assert (len(verdict.faults), verdict.previews) == (1, ())


def test_a_template_with_a_fault_of_looks_is_rendered_all_the_same() -> None:
    verdict = check_template(with_xml(line("Another", "Title")), BY_AREA)
    assert [fault.fault for fault in verdict.faults] == ["title"]
    assert len(verdict.previews) == len(samples(BY_AREA))


def test_a_place_that_only_some_documents_double_is_found_in_their_preview() -> None:
    listed = line("{%p for finding in to_us %}") + region("{{ finding.key }}_text")
    verdict = check_template(with_xml(listed + line("{%p endfor %}")), BY_AREA)
    assert {fault.fault for fault in verdict.faults} == {"duplicate_region"}
    assert "preview" in verdict.faults[0].where
    assert not verdict.usable


def test_a_document_as_it_was_made_is_told_of_nothing(awkward: tuple[Sample, bytes]) -> None:
    assert told(*awkward) == []


def test_words_cut_off_at_an_ampersand_are_noticed(awkward: tuple[Sample, bytes]) -> None:
    sample, document = awkward
    body = unpack(document)[DOCUMENT_PART].decode()
    begin = body.index(sample.values.reference.split()[0])
    rest = body[body.index(" &amp;", begin) : body.index("</w:t>", begin)]
    assert "lost_words" in told(sample, changed(document, rest, "", 1))


def test_a_paragraph_printed_twice_in_its_place_is_noticed(awkward: tuple[Sample, bytes]) -> None:
    sample, document = awkward
    assert isinstance(sample.values, ResponseFields)
    first = sample.values.overview[0].split()[0]
    body = unpack(document)[DOCUMENT_PART].decode()
    begin = body.rindex("<w:p>", 0, body.index(first))
    paragraph = body[begin : body.index("</w:p>", begin) + len("</w:p>")]
    assert "misplaced_words" in told(sample, changed(document, paragraph, paragraph * 2))


def test_a_tag_that_is_printed_is_noticed(awkward: tuple[Sample, bytes]) -> None:
    sample, document = awkward
    assert told(sample, changed(document, "About this response", "{{ title }}")) == ["left_tag"]


def test_a_document_the_gate_would_keep_out_is_noticed(awkward: tuple[Sample, bytes]) -> None:
    sample, document = awkward
    parts = unpack(document) | {"word/embeddings/x.bin": b""}
    assert told(sample, pack_parts(parts)) == ["kept_out"]


def test_why_a_preview_was_not_made_is_told_once(awkward: tuple[Sample, bytes]) -> None:
    nothing = Rendering(None, "The template could not be rendered: it was stopped.")
    previews, faults = judge([awkward[0]] * 3, [nothing] * 3)
    assert [preview.document for preview in previews] == [None] * 3
    assert [fault.message for fault in faults] == [nothing.refusal]


def test_a_new_field_with_a_default_does_not_break_the_data() -> None:
    given = {field.name for field in fields(ResponseFields)}
    made = samples(BY_AREA)[1].values
    assert isinstance(made, ResponseFields)
    assert given == set(as_plain(made))
    assert replace(a_response(), reference=made.reference).reference == made.reference
