"""The kinds of edit people make, by name; each returns whether it found a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.editors.hands import additions, layout, marks, oddities, tables, tracking, typing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editors.desk import Desk

QUIET: Final[tuple[Callable[[Desk], bool], ...]] = (
    typing.writes_in_pieces,
    typing.makes_bold,
    additions.comments,
    marks.removes_a_control,
    marks.loses_a_bookmark,
    layout.restyles,
)
"""Edits that change no word."""

LOUD: Final[tuple[Callable[[Desk], bool], ...]] = (
    typing.types_into,
    typing.retypes,
    typing.replaces_a_word,
    typing.deletes_words,
    typing.corrects_itself,
    typing.breaks_a_line,
    typing.inserts_a_field,
    layout.inserts_a_paragraph,
    layout.deletes_a_paragraph,
    layout.moves_a_paragraph,
    layout.moves_a_region,
    layout.copies_a_paragraph,
    layout.splits_a_paragraph,
    layout.joins_paragraphs,
    layout.writes_at_the_end,
    tracking.inserts_tracked,
    tracking.deletes_tracked,
    tracking.replaces_tracked,
    tracking.inserts_a_paragraph_tracked,
    tracking.deletes_a_paragraph_tracked,
    tracking.moves_a_paragraph_tracked,
    tracking.splits_a_paragraph_tracked,
    tracking.formats_tracked,
    tables.adds_a_row,
    tables.adds_a_row_tracked,
    tables.deletes_a_row,
    tables.deletes_a_row_tracked,
    tables.edits_a_cell,
    tables.draws_a_table,
    tables.deletes_a_table,
    additions.adds_a_footnote,
    additions.links,
    marks.removes_a_region,
)
"""Edits after which words, or their order, are others."""

WAYS: Final[tuple[Callable[[Desk], bool], ...]] = (
    marks.loses_the_tags,
    marks.loses_the_controls,
    marks.goes_through_an_office,
    marks.loses_every_mark,
)
"""What a whole file may go through before people edit it."""

ODD: Final[tuple[Callable[[Desk], bool], ...]] = (
    oddities.wraps_words,
    oddities.wraps_words,
    oddities.leaves_traces,
    oddities.numbers_paragraphs,
    additions.comments,
    typing.types_into,
    tracking.inserts_tracked,
    layout.joins_paragraphs,
)
"""Rare markup, and a few edits to meet it."""
