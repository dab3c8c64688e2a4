"""A template nobody vouches for is rendered apart: its circles and its greed end there."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from casework.documents.descriptions import read_description
from casework.documents.regions import read_regions
from casework.documents.workshop.apart import CHILD, Limits, Rendering, render_apart
from casework.documents.workshop.plain import as_plain, from_plain
from models.shapes.response import LetterFields, ResponseFields
from tests.casework.documents.fields import a_finished_response, a_letter, a_response
from tests.casework.documents.planted import (
    RESPONSE,
    TEMPLATES,
    template_of,
    with_lines,
    without_region,
)

BY_AREA = read_description(TEMPLATES / RESPONSE)
TURNS = 6
NESTED = [f"{{%p for a{turn} in to_force %}}" for turn in range(TURNS)]
CIRCLES = with_lines(*NESTED, "x", *["{%p endfor %}"] * TURNS)
"""Thirty to the power of six lines, of fields every template may use."""


def one(template: bytes, limits: Limits) -> Rendering:
    many = a_response(to_force=a_response().groups[0].findings * 8)
    (rendering,) = render_apart(template, BY_AREA, [many], limits)
    return rendering


def test_apart_a_template_says_what_it_says_here() -> None:
    (rendering,) = render_apart(template_of(), BY_AREA, [a_response()])
    assert rendering.refusal == ""
    assert rendering.document
    regions = read_regions(rendering.document)
    assert len([key for key in regions if key.endswith("_text")]) == 20


def test_a_template_that_goes_round_in_circles_is_stopped() -> None:
    rendering = one(CIRCLES, Limits(processor_seconds=1, seconds=60, memory=4 << 30))
    assert rendering.document is None
    assert "more than 1 seconds of the processor" in rendering.refusal


def test_a_template_that_is_never_ready_is_stopped_by_the_clock() -> None:
    rendering = one(CIRCLES, Limits(processor_seconds=60, seconds=1, memory=4 << 30))
    assert rendering.document is None
    assert "still not ready after 1 seconds" in rendering.refusal


def test_a_template_that_eats_memory_is_stopped() -> None:
    greedy = with_lines(*NESTED[:5], "x" * 5000, *["{%p endfor %}"] * 5)
    rendering = one(greedy, Limits(processor_seconds=60, seconds=90, memory=300 << 20))
    assert rendering.document is None
    assert "memory" in rendering.refusal.lower()


def test_a_document_larger_than_the_limit_is_not_taken_in() -> None:
    rendering = one(template_of(), Limits(file=2_000))
    assert rendering.document is None
    assert rendering.refusal


def test_what_the_sandbox_refuses_is_refused_in_the_same_words_apart() -> None:
    rendering = one(with_lines("{{ range(9) }}"), Limits())
    assert rendering.document is None
    assert rendering.refusal.startswith(f"The template {RESPONSE} cannot be used")


def test_one_set_of_fields_that_fails_does_not_take_the_others_along() -> None:
    template = with_lines(
        "{% if comments %}{{ comments[0].state }}{% else %}{{ report.x }}{% endif %}"
    )
    bare = replace(a_response(), comments=())
    good, bad = render_apart(template, BY_AREA, [a_response(), bare])
    assert good.document
    assert bad.document is None
    assert "uses the field x" in bad.refusal


def test_the_child_sees_no_variables_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, object] = {}

    def run(words: list[str], **more: object) -> subprocess.CompletedProcess[bytes]:
        given.update(more, words=words)
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("SECTION55_OFFICE", "barsetshire")
    render_apart(template_of(), BY_AREA, [a_response()])
    assert given["env"] == {}
    assert {"-I", "-B"} <= set(given["words"])  # type: ignore[call-overload]


def test_the_child_binds_its_hands_before_it_loads_what_reads_templates() -> None:
    look = (
        f"import sys, {CHILD}\n"
        "print([name for name in ('lxml', 'jinja2', 'docxtpl') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", look], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "values", [a_response(), a_finished_response(), a_letter()], ids=["draft", "finished", "letter"]
)
def test_fields_become_plain_and_themselves_again(values: ResponseFields | LetterFields) -> None:
    assert from_plain(type(values), as_plain(values)) == values


def test_values_older_than_the_shape_still_make_it() -> None:
    plain = as_plain(a_response()) | {"no_longer_there": "x"}
    del plain["last_day"], plain["blocks"], plain["grades"]
    made = from_plain(ResponseFields, plain)
    assert (made.last_day, made.grades) == ("", ())
    assert made.blocks == a_response().blocks


def test_a_description_that_shares_its_regions_reaches_the_child_whole() -> None:
    assert BY_AREA.regions
    lacking = without_region("overview")
    (refused,) = render_apart(lacking, BY_AREA, [a_response()])
    assert "lacks the marked place for overview" in refused.refusal
    lone = replace(BY_AREA, title="A “lone” \\ one", regions=())
    (taken,) = render_apart(lacking, lone, [a_response()])
    assert taken.document
