"""In which area each block of a report stands, and whether in a part that repeats the body."""

from dataclasses import replace

import pytest

from casework.rules.findings.areas import grade_in_sentence, with_grade
from casework.rules.findings.outline import outlined
from casework.rules.findings.places import area_headings, chapters, places
from models.shapes.reading import Block, BlockKind
from tests.casework.rules.findings.pages import block, blocks, table
from tests.casework.rules.findings.reading import read_blocks, read_lines

CRIME = "Investigating crime"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("## Investigating crime – Good",), [(0, CRIME, "Good")]),
        (("## 3. Investigating crime – Good",), [(0, CRIME, "Good")]),
        (("## 3. Investigating crime",), [(0, CRIME, None)]),
        (("Words.", "## 3. Investigating crime", "Good"), [(1, CRIME, "Good")]),
        (("## How it uses drones", "Words.", "More.", "Good"), [(0, "How it uses drones", "Good")]),
        (("## How it uses drones", "Words.", "More.", "Most.", "Good"), []),
        (("## How it uses drones", "Words.", "## Next", "Good"), [(2, "Next", "Good")]),
        (("## How it uses drones", "Area for improvement", "Good"), []),
        (
            ("## Investigating crime", "Loamshire Police is good at investigating crime."),
            [(0, CRIME, "good")],
        ),
        (
            ("## Investigating crime", "Loamshire Police requires improvement at this."),
            [(0, CRIME, "requires improvement")],
        ),
        (("## How it uses drones", "Loamshire Police is good at using drones."), []),
        (("## Good",), []),
        (("## Area 4: Drones",), [(0, "Area 4: Drones", None)]),
        (("## Area for improvement",), []),
        (("Investigating crime",), []),
    ],
)
def test_an_area_is_headed_by_a_known_name_or_by_its_grade(
    lines: tuple[str, ...], found: list[tuple[int, str, str | None]]
) -> None:
    headings = area_headings(blocks(*lines)).values()
    assert [(one.at, one.area, one.grade) for one in headings] == found


@pytest.mark.parametrize(
    ("below", "area"),
    [
        (("### What we found", "Words."), CRIME),
        (("## What we found", "Words."), None),
        (("# The next part", "Words."), None),
        (("## Area for improvement", "Words."), CRIME),
        (("## The force should plan", "Words."), CRIME),
        (("## Good", "Words."), CRIME),
        (("### Annex A", "Words."), CRIME),
        (("## Annex A", "Words."), None),
        (("## Managing offenders", "Words."), "Managing offenders"),
    ],
)
def test_an_area_reaches_to_the_next_heading_of_its_rank(
    below: tuple[str, ...], area: str | None
) -> None:
    page = blocks("# A report", f"## {CRIME}", "Words.", *below)
    where = places(page, area_headings(page))
    assert [one.area for one in where[:3]] == [None, CRIME, CRIME]
    assert where[-1].area == area


def test_an_area_with_its_grade_in_the_heading_ends_as_others_do() -> None:
    page = blocks("# A report", f"## {CRIME} – Good", "### Calls", "## What we found")
    assert [one.area for one in places(page, area_headings(page))] == [None, CRIME, CRIME, None]


def test_where_all_headings_have_one_rank_only_another_area_or_an_annex_ends_one() -> None:
    page = blocks(f"## {CRIME}", "## What we found", "## Annex A")
    assert [one.area for one in places(page, area_headings(page))] == [CRIME, CRIME, None]


@pytest.mark.parametrize(
    ("lines", "repeats"),
    [
        (
            ("# Report", "## Summary", "Words.", "### Calls", "Words.", "## Calls", "Words."),
            "0111100",
        ),
        (("## Summary", "### Overview", "Words.", "### Calls", "## Calls"), "11110"),
        (("### Overview", "## Summary", "### Calls", "## Calls"), "1110"),
        (("## 2. List of recommendations", "Words."), "11"),
        (("Summary", "Words."), "00"),
    ],
)
def test_a_summary_repeats_the_body_to_its_end(lines: tuple[str, ...], repeats: str) -> None:
    found = places(blocks(*lines), {})
    assert "".join("1" if one.repeats else "0" for one in found) == repeats


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("Words.", "## 1. Safety", "Words.", "### Cells", "Words.", "## Health", "Words."),
            [None, *4 * ["Safety"], *2 * ["Health"]],
        ),
        (("# Report", "## Safety", "## Health"), [None, "Safety", "Health"]),
        (
            ("## Safety", "## Introduction", "Words.", "## Summary", "## Health"),
            ["Safety", None, None, None, "Health"],
        ),
        (("## Safety", "## Recommendations", "## Health"), ["Safety", None, "Health"]),
        (("## Safety", "# Part two", "Words.", "## Health"), ["Safety", None, None, "Health"]),
        (("# Report", "Words."), [None, None]),
        (("# Report", "## Safety"), [None, None]),
    ],
)
def test_a_chapter_is_opened_by_the_highest_rank_that_occurs_twice(
    lines: tuple[str, ...], found: list[str | None]
) -> None:
    assert chapters(blocks(*lines)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Investigating\xa0crime — Requires\xa0improvement", (CRIME, "Requires improvement")),
        ("Good – good", None),
        ("Grade: Good", None),
        (f"{' '.join(['word'] * 14)} – Good", (" ".join(["word"] * 14), "Good")),
        (f"{' '.join(['word'] * 15)} – Good", None),
    ],
)
def test_a_line_tells_an_area_with_its_grade(text: str, found: tuple[str, str] | None) -> None:
    assert with_grade(text) == found


def test_a_sentence_tells_a_grade() -> None:
    assert grade_in_sentence("The force is graded as ‘good’ at this.") == "good"
    assert grade_in_sentence("The force requires improvement in this.") == "requires improvement"
    assert grade_in_sentence("The force is a good one.") is None


def heads(*page: Block) -> list[tuple[str, int]]:
    made = outlined(page).blocks
    return [(one.text, one.level) for one in made if one.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("## Part", "!Investigating crime"), [("Part", 2), (CRIME, 3)]),
        (("!Investigating crime",), [(CRIME, 2)]),
        (("###### Part", "!Investigating crime"), [("Part", 6), (CRIME, 6)]),
        (("## Part", "!Annex B"), [("Part", 2), ("Annex B", 3)]),
        (("## Part", "!Main findings"), [("Part", 2), ("Main findings", 6)]),
        (("## Part", "!Use of drones", "Good"), [("Part", 2), ("Use of drones", 3)]),
        (("## Part", "!Use of drones – Good"), [("Part", 2), ("Use of drones – Good", 3)]),
        (("## Part", "!Use of drones, and more,"), [("Part", 2)]),
        (("## Part", "!use of drones"), [("Part", 2)]),
        (("## Part", "!3 drones"), [("Part", 2), ("3 drones", 6)]),
        (("## Part", "!Good"), [("Part", 2)]),
        (("## Part", "!The force should plan"), [("Part", 2)]),
        (("## Part", "!Area for improvement", "!Main findings"), [("Part", 2)]),
        (
            ("## Part", "!Area for improvement", "Words.", "!The force has not planned"),
            [("Part", 2)],
        ),
        (
            ("## Part", "!The force has no plan at all"),
            [("Part", 2), ("The force has no plan at all", 6)],
        ),
        (
            ("## Area for improvement", "Words.", "!The force cannot see this"),
            [("Area for improvement", 2)],
        ),
        (
            ("## Area for improvement", "## Part", "!The force cannot see this"),
            [("Area for improvement", 2), ("Part", 2), ("The force cannot see this", 6)],
        ),
        (("## Part", "Use of drones"), [("Part", 2)]),
    ],
)
def test_a_bold_line_heads_a_section_unless_it_is_a_finding_or_a_grade(
    lines: tuple[str, ...], found: list[tuple[str, int]]
) -> None:
    assert heads(*blocks(*lines)) == found


def test_in_a_box_only_an_area_is_headed_by_a_bold_line() -> None:
    def boxed(line: str) -> list[tuple[str, int]]:
        return heads(replace(block(line), box=1))

    assert boxed("!Investigating crime") == [(CRIME, 2)]
    assert boxed("!Annex B") == boxed("!Main findings") == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("2.2 The force acts.", "The force acts."),
        ("12. The force acts.", "The force acts."),
        ("A.12. The force acts.", "The force acts."),
        ("* 2.2 The force acts.", "The force acts."),
        ("2022 The force acts.", None),
        ("2 Officers act.", None),
        ("2.2 officers act.", None),
        ("The 2.2 act.", None),
    ],
)
def test_the_number_that_counts_a_paragraph_is_none_of_its_words(
    line: str, text: str | None
) -> None:
    made = outlined(blocks("Words.", line))
    assert made.blocks[1].text == (text or line)
    assert made.numbered == ({1} if text else set())


def test_a_table_is_counted_by_no_number() -> None:
    grid = replace(table(("a", "b")), text="2.2 The force acts.")
    assert outlined([grid]).blocks == (grid,)


def test_a_finding_has_the_area_of_its_heading_or_in_a_report_without_grades_its_chapter() -> None:
    asked = ("### Area for improvement", "The force should plan.")
    plain = ("## Safety", *asked, "## Health", "Words.")
    assert [one.area for one in read_lines(*plain).findings] == ["Safety"]
    graded = read_lines(*plain, f"## {CRIME}", "Good")
    assert [one.area for one in graded.findings] == [None]
    national = read_blocks(*blocks(*plain), title="An inspection of drones")
    assert [one.area for one in national.findings] == [None]
