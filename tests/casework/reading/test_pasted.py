# ruff: noqa: E501 - text quoted whole, as the page prints it
"""Pasted text: lines broken at a margin, lost bullets, counters, page breaks."""

import pytest

from casework.reading.document import read_document
from models.shapes.reading import BlockKind

PARAGRAPH, ITEM, HEADING = BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING


def read(text: str) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.text) for b in read_document(text.encode(), "x.txt").blocks]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_items_that_lost_their_bullets_are_items_again(gap: str) -> None:
    lines = [
        "Kent Police should:",
        "train its people;",
        "ask them; and",
        "tell us.",
        "It should act.",
    ]
    kinds = [kind for kind, _ in read(gap.join(lines))]
    assert kinds == [PARAGRAPH, ITEM, ITEM, ITEM, PARAGRAPH]


def test_an_item_without_a_bullet_may_be_broken_at_the_margin() -> None:
    text = (
        "Within three months, Kent Police should:\n"
        "make sure that a trained investigator leads every such case and that a\n"
        "supervisor reviews the plan; and\n"
        "tell the victim.\n"
    )
    assert [text for _, text in read(text)][1:] == [
        "make sure that a trained investigator leads every such case and that a supervisor reviews the plan; and",
        "tell the victim.",
    ]


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "o", "\uf0b7", "➢"])
def test_typed_bullets_of_all_kinds_are_bullets(bullet: str) -> None:
    assert read(f"Forces should:\n{bullet} act; and\n{bullet} tell us.")[1:] == [
        (ITEM, "act; and"),
        (ITEM, "tell us."),
    ]


def test_numbers_of_paragraphs_are_taken_off() -> None:
    text = (
        "Recommendation 1\n\n2.2 By March 2017, forces should agree it.\n\n2.3 They know that.\n\n"
        "1. First:\n  a) inner\n"
    )
    assert read(text)[1:] == [
        (PARAGRAPH, "By March 2017, forces should agree it."),
        (PARAGRAPH, "They know that."),
        (ITEM, "First:"),
        (ITEM, "inner"),
    ]


def test_paragraphs_counted_through_the_whole_report_are_no_list() -> None:
    text = "Why\n\n1. We went there.\n\n2. We saw it.\n\nHow\n\n3. We wrote it down.\n\n4. We left."
    assert [kind for kind, _ in read(text)] == [
        HEADING, PARAGRAPH, PARAGRAPH, HEADING, PARAGRAPH, PARAGRAPH,
    ]  # fmt: skip


def test_page_numbers_and_running_headers_between_the_lines_are_left_out() -> None:
    towns = {4: "Dover", 5: "Deal", 6: "Hythe"}
    found = read(
        "A title of it\n\n"
        + "".join(
            f"In {town} the force should make sure that every supervisor reviews each\n\n{n}\n"
            "PEEL | Kent Police\n\nincident at the start of the shift.\n\n"
            for n, town in towns.items()
        )
    )
    assert [text for _, text in found[1:]] == [
        f"In {town} the force should make sure that every supervisor reviews each incident at the "
        "start of the shift."
        for town in towns.values()
    ]


def test_a_word_broken_at_the_margin_is_whole_again() -> None:
    text = "Callers waited without explanation in most of the towns that we visited with-\nout being told why.\n"
    assert "visited without being" in read(text * 3 + "\nwithout\nit without them")[0][1]


def test_a_demand_without_a_full_stop_is_the_heading_of_a_finding() -> None:
    blocks = read_document(
        b"Area for improvement\n\nThe force needs to answer calls\n\nIt does not.", "x.txt"
    ).blocks
    assert blocks[1].kind is PARAGRAPH
    assert blocks[1].emphasised
