"""The words of a text and of a paragraph, what changed, and changes woven into a paragraph."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from casework.documents.merge.law import rejected
from casework.documents.merge.pen import Pen, split_run
from casework.documents.merge.taking import updates_taken
from casework.documents.merge.weave import weave
from casework.documents.pieces.blocks import blocks_of, cells_of, keys_of, rows_of
from casework.documents.pieces.letters import OBJECT, stretches, words_before, words_of
from casework.documents.pieces.word_changes import (
    changes,
    in_order,
    likeness,
    phrases,
    tokens,
    words_between,
)
from casework.documents.wordml import parse
from tests.casework.documents.raw_word import SPACES, control, para, run, table, word_file
from tests.casework.documents.three_versions import AT, struck, typed
from tests.editors.markup import BODY, DOCUMENT, P, packed, parts_of, serialise

WORDS = st.sampled_from(["the", "force", "Tŷ’r", "14", "%", ",", ".", "-", "year", "\t", "\n", " "])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


@given(text=st.text(max_size=60))
def test_the_tokens_of_a_text_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_a_word_keeps_its_apostrophes_and_hyphens_and_a_number_stays_whole() -> None:
    assert tokens("force’s 72-hour plan: 96.7%, £38,000.") == [
        "force’s", " ", "72-hour", " ", "plan", ":", " ", "96.7%", ",", " ", "£", "38,000", ".",
    ]  # fmt: skip


@given(old=TEXTS, new=TEXTS, gap=st.integers(0, 5))
def test_the_changes_turn_the_old_text_into_the_new_one_in_order(
    old: str, new: str, gap: int
) -> None:
    was, now = tokens(old), tokens(new)
    for steps in (changes(was, now), phrases(was, now, gap)):
        made, at = list[str](), 0
        for step in steps:
            made += was[at : step.start] + now[step.new_start : step.new_end]
            at = step.end
        assert made + was[at:] == now
        assert all(a.end < b.start for a, b in pairwise(steps))


@given(old=TEXTS, new=TEXTS)
def test_phrases_stand_at_least_the_gap_apart(old: str, new: str) -> None:
    was, now = tokens(old), tokens(new)
    steps = phrases(was, now, 3)
    for a, b in pairwise(steps):
        assert words_between(was, a.end, b.start) >= 3


@given(old=st.lists(st.integers(0, 5)), new=st.lists(st.integers(0, 5)))
def test_equal_items_are_paired_without_crossing(old: list[int], new: list[int]) -> None:
    pairs = list(in_order(old, new))
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


@given(old=TEXTS, new=TEXTS)
def test_likeness_runs_from_nothing_to_all_and_is_the_same_both_ways(old: str, new: str) -> None:
    was, now = tokens(old), tokens(new)
    assert 0 <= likeness(was, now) <= 1
    assert likeness(was, now) == likeness(now, was)
    assert (likeness(was, now) == 1) is (was == now)


def paragraph_of(*runs: str) -> bytes:
    """Return a file with one paragraph of these runs, and one after it."""
    return word_file(f"<w:p>{''.join(runs)}</w:p>" + para("The end."))


CUTS = st.lists(st.integers(0, 30), max_size=3)


def cut(text: str, places: list[int]) -> list[str]:
    """Return the runs of a text, cut at these places."""
    ends = sorted({min(place, len(text)) for place in places} | {0, len(text)})
    pieces = (text[a:b] for a, b in pairwise(ends))
    return [
        "<w:r>"
        + "".join({"\t": "<w:tab/>", "\n": "<w:br/>"}.get(sign, f"<w:t>{sign}</w:t>") for sign in p)
        + "</w:r>"
        for p in pieces
    ]


@settings(max_examples=150, deadline=None)
@given(old=TEXTS, new=TEXTS, places=CUTS)
@example(old="", new="the force", places=[])
@example(old="the force", new="", places=[3])
def test_woven_words_read_as_the_new_text_taken_and_as_the_old_one_refused(
    old: str, new: str, places: list[int]
) -> None:
    parts = parts_of(paragraph_of(*cut(old, places)))
    root = parse(parts[DOCUMENT])
    paragraph = next(root.iter(P))
    assert weave(Pen(root, AT), paragraph, old, new) is not None
    assert words_of(paragraph) == new
    woven = serialise(root)
    assert words_before(next(rejected(parse(woven)).iter(P))) == old
    taken = parse(parts_of(updates_taken(packed({**parts, DOCUMENT: woven})))[DOCUMENT])
    assert words_of(next(taken.iter(P))) == new


@given(text=st.text("ab\t\n", min_size=1, max_size=12), place=st.integers(1, 11))
def test_a_run_cut_in_two_says_the_same_in_the_same_look(text: str, place: int) -> None:
    root = parse(parts_of(paragraph_of(*cut(text, [])))[DOCUMENT])
    paragraph = next(root.iter(P))
    split_run(next(paragraph.iter("{*}r")), min(place, len(text)))
    assert words_of(paragraph) == text
    assert next(s.text for s in stretches(paragraph)) == text[:place]


def words(inner: str) -> tuple[str, str]:
    """Return a paragraph's words with all changes accepted, and with all rejected."""
    paragraph = parse(f"<w:p {SPACES}>{inner}</w:p>".encode())
    return words_of(paragraph), words_before(paragraph)


def test_tracked_changes_read_as_accepted_and_as_rejected() -> None:
    assert words(run("I ") + struck("may") + typed("will") + run(" act.")) == (
        "I will act.",
        "I may act.",
    )


def test_moved_words_stand_where_they_went_and_where_they_came_from() -> None:
    inner = f"<w:moveFrom>{run('A')}</w:moveFrom>{run('B')}<w:moveTo>{run('A')}</w:moveTo>"
    assert words(inner) == ("BA", "AB")


def test_tabs_hyphens_and_line_ends_are_signs_and_pictures_are_one_sign() -> None:
    inner = "<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:br/><w:drawing/></w:r>"
    assert words(inner)[0] == f"a\t\u2011\n{OBJECT}"


def test_words_in_links_and_controls_are_read_and_those_in_fields_are_fixed() -> None:
    inner = (
        run("a")
        + f"<w:hyperlink>{run('b')}</w:hyperlink>"
        + control("k", run("c"))
        + f'<w:fldSimple w:instr="PAGE">{run("d")}</w:fldSimple>'
        + typed("e")
    )
    found = stretches(parse(f"<w:p {SPACES}>{inner}</w:p>".encode()))
    assert [(s.text, s.fixed) for s in found] == [
        ("a", False), ("b", False), ("c", False), ("d", True), ("e", True),
    ]  # fmt: skip


def test_a_block_knows_its_region_its_words_and_whether_a_change_waits_in_it() -> None:
    body = (
        control("outer", para("First.") + control("inner", para("Second.")))
        + para(run("Third, ") + typed("typed."))
        + table(("Area", "Grade"), ("Crime", "Good"))
    )
    root = parse(parts_of(word_file(body))[DOCUMENT])
    container = root.find(BODY)
    assert container is not None
    found = blocks_of(container, keys_of(root))
    assert [(b.key, b.text, b.pending) for b in found] == [
        ("outer", "First.", False),
        ("inner", "Second.", False),
        (None, "Third, typed.", True),
        (None, "Area\tGrade\nCrime\tGood", False),
    ]
    assert found[2].before == "Third, "
    assert [b.is_table for b in found] == [False, False, False, True]


def test_a_row_is_known_by_the_first_region_in_it_and_cells_in_controls_count() -> None:
    grid = table((control("f1", para("Act")), "June"))
    wrapped = grid.replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1).replace(
        "</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1
    )
    for markup in (grid, wrapped):
        root = parse(parts_of(word_file(markup))[DOCUMENT])
        (row,) = rows_of(next(root.iter("{*}tbl")), keys_of(root))
        assert (row.key, row.text, len(cells_of(row.element))) == ("f1", "Act\tJune", 2)


def test_a_paragraph_struck_out_whole_still_tells_whose_it_was() -> None:
    root = parse(parts_of(word_file(control("a", para(struck("Gone.")))))[DOCUMENT])
    body = root.find(BODY)
    assert body is not None
    (block,) = blocks_of(body, keys_of(root))
    assert (block.text, block.piece.text) == ("", "Gone.")
