"""Where in its report a finding stands."""

from hypothesis import given
from hypothesis import strategies as st

from casework.rules.findings.passages import passages
from models.shapes.reading import Block, BlockKind


def blocks(*texts: str) -> list[Block]:
    """Return blocks; what begins with # is a heading."""
    return [
        Block(BlockKind.HEADING if one.startswith("#") else BlockKind.PARAGRAPH, one.lstrip("# "))
        for one in texts
    ]


def test_a_finding_is_found_under_its_heading() -> None:
    place = passages(
        blocks("Other.", "# Recommendation 1", "By May, do it."), {"f": "By May, do it."}
    )
    assert (place["f"].shown_from, place["f"].first, place["f"].last) == (1, 2, 2)
    assert place["f"].holds(2)
    assert not place["f"].holds(1)


def test_a_finding_of_several_lines_is_found_whole() -> None:
    report = blocks("# Area", "The force should:", "write things down; and", "keep them.", "Next.")
    place = passages(report, {"f": "The force should:\nwrite things down; and\nkeep them."})
    assert (place["f"].first, place["f"].last) == (1, 3)


def test_of_two_places_the_one_with_the_whole_finding_counts() -> None:
    report = blocks("The force should:", "Summary.", "The force should:", "act at once.")
    place = passages(report, {"f": "The force should:\nact at once."})
    assert (place["f"].first, place["f"].last) == (2, 3)


def test_a_finding_that_is_only_part_of_a_block_is_found_in_it() -> None:
    report = blocks("Recommendation 7. By May, the force should act. It knows why.")
    assert passages(report, {"f": "By May, the force should act."})["f"].first == 0


def test_signs_and_spaces_do_not_hide_a_finding() -> None:
    report = blocks("The  force’s officers – all of them – should act.")
    assert "f" in passages(report, {"f": "The force's officers - all of them - should act."})


def test_words_that_are_not_in_the_report_have_no_place() -> None:
    assert passages(blocks("One thing.", "Another thing."), {"f": "Something else."}) == {}
    assert passages([], {"f": "Something else."}) == {}


@given(st.lists(st.text(max_size=40), max_size=12), st.text(max_size=60))
def test_a_place_is_always_inside_of_the_report(texts: list[str], wanted: str) -> None:
    report = blocks(*texts)
    for place in passages(report, {"f": wanted}).values():
        assert 0 <= place.shown_from <= place.first <= place.last < len(report)


def test_its_heading_is_looked_for_among_the_six_blocks_above() -> None:
    near = blocks("# Area", *5 * ["Words."], "The force should act.")
    assert passages(near, {"f": "The force should act."})["f"].shown_from == 0
    far = blocks("# Area", *6 * ["Words."], "The force should act.")
    assert passages(far, {"f": "The force should act."})["f"].shown_from == 6
    right_above = blocks("# Part", "# Area", "The force should act.")
    assert passages(right_above, {"f": "The force should act."})["f"].shown_from == 1


def test_of_two_places_alike_the_first_counts() -> None:
    report = blocks("Words.", "The force should act.", "Words.", "The force should act.")
    assert passages(report, {"f": "The force should act."})["f"].first == 1


def test_a_blank_block_ends_a_finding_and_short_ones_say_nothing() -> None:
    report = blocks("The force should:", "plan.", "", "train.")
    assert passages(report, {"f": "The force should:\nplan.\ntrain."})["f"].last == 1
    assert passages(blocks("th"), {"f": "The force should act."}) == {}
    assert passages(blocks("The"), {"f": "The force should act."})["f"].first == 0
