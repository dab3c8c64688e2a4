"""When a report was published, as far as it tells; and whether it is one at all."""

from datetime import date

import pytest

from casework.errors import RefusedInputError
from casework.rules.findings.is_a_report import MOST_FINDINGS, refuse_no_report, refuse_too_many
from casework.rules.findings.published import Publication, publication_of
from models.shapes.reading import ReadDocument
from models.words import DatePrecision, ReportKind
from tests.casework.rules.findings.pages import blocks
from tests.casework.rules.findings.reading import read_blocks

WORDS = "Words."


def published(*lines: str, title: str = "", dates: tuple[tuple[str, str], ...] = ()) -> Publication:
    return publication_of(ReadDocument(blocks(*lines), dates=dates), title)


@pytest.mark.parametrize(
    ("lines", "raw", "source"),
    [
        (("Published on: 3 May 2023",), "3 May 2023", "Published on line"),
        (("Published\xa0on 3\xa0May\xa02023",), "3 May 2023", "Published on line"),
        (("Published on: Wednesday 3 May 2023",), "3 May 2023", "Published on line"),
        ((*44 * [WORDS], "Date published: 3 May 2023"), "3 May 2023", "Date published line"),
        ((*45 * [WORDS], "Date published: 3 May 2023"), None, None),
        ((*45 * [WORDS], "PUBLISHED ON: 3 May 2023"), "3 May 2023", "Published on line"),
        ((*14 * [WORDS], "3 May 2023"), "3 May 2023", "title page"),
        ((*15 * [WORDS], "3 May 2023"), None, None),
        (("The 3 May 2023",), None, None),
        (("Published on: soon enough",), None, None),
        (("Sent on: 1 May 2023", "Published on: 3 May 2023"), "3 May 2023", "Published on line"),
        (("Sent on: 1 May 2023", "Date: 2 May 2023"), "2 May 2023", "Date line"),
        (("Published on: May 2023", "Sent on: 1 May 2023"), "1 May 2023", "Sent on line"),
    ],
)  # fmt: skip
def test_the_line_that_says_it_best_is_proposed(
    lines: tuple[str, ...], raw: str | None, source: str | None
) -> None:
    found = published(*lines)
    assert (found.raw, found.source) == (raw, source)


def test_the_day_a_file_was_made_is_kept_and_never_proposed() -> None:
    found = published(dates=(("PDF creation date", "3 May 2023"),))
    assert (found.raw, found.day, found.precision) == (None, None, DatePrecision.NONE)
    assert [one.raw for one in found.candidates] == ["3 May 2023"]
    assert found.warnings == ("The file does not say when the report was published.",)
    both = published("Published on: 9 May 2023", dates=(("PDF creation date", "3 May 2023"),))
    assert (both.raw, both.warnings) == ("9 May 2023", ())


@pytest.mark.parametrize(
    ("lines", "title", "warned"),
    [
        (
            ("Published on: 3 May 2023", "Sent on: 4 May 2023"),
            "",
            "more than one date: 3 May 2023 (Published on line); 4 May 2023 (Sent on line)",
        ),
        (("Published on: 3 May 2023", "May 2023"), "", None),
        (("Published on: 3 May 2023", "June 2023"), "", "more than one date"),
        (("Published on: 3 May 2023", "May 2022"), "", "more than one date"),
        (("Published on: May 2023",), "", "Only the month of publication is given (May 2023)"),
        (("Sent on: 3 May 2023",), "", "the day the letter was sent"),
        (("Date sent: 3 May 2023",), "", "the day the letter was sent"),
        (("Published on: 3 May 2023",), "PEEL 2020", None),
        (("Published on: 3 May 2023",), "PEEL 2019", "years after 2019"),
        (("Published on: 3 May 2023",), "PEEL 2018/19", "years after 2019"),
        (("Published on: 3 May 2023",), "PEEL 2018–2019", "years after 2019"),
        (("Published on: 3 May 2023",), "PEEL 2019 and 2022", None),
    ],
)
def test_what_is_doubtful_about_the_day_is_said(
    lines: tuple[str, ...], title: str, warned: str | None
) -> None:
    warnings = published(*lines, title=title).warnings
    assert len(warnings) == (warned is not None)
    assert all(str(warned) in one for one in warnings)


def test_the_earliest_day_is_the_first_of_all_unless_a_move_may_be_all_there_is() -> None:
    lines = ("Published on: 3 May 2023", "Sent on: 1 May 2023")
    assert published(*lines).earliest == date(2023, 5, 1)
    assert published(*lines, title="PEEL 2014").earliest == date(2023, 5, 1)
    assert published(lines[0]).earliest == date(2023, 5, 3)
    assert published(lines[0], title="PEEL 2014").earliest is None
    assert published("Published on: May 2023").earliest is None


def test_every_day_that_was_found_is_kept_with_the_report() -> None:
    found = [
        (one.raw, one.source)
        for one in read_blocks(
            *blocks("Sent on: 1 March 2024", *9 * ["Words and words and more of them."]),
            title="PEEL 2024: Loamshire Police",
        ).date_candidates
    ]
    assert found == [("12 March 2024", "Published on line"), ("1 March 2024", "Sent on line")]


@pytest.mark.parametrize(
    ("title", "lines", "findings", "said"),
    [
        ("PEEL 2023", ("HMICFRS inspected the police.",), 1, None),
        ("Drones", ("The police and the force.",), 1, None),
        ("Drones", ("The police inspection.",), 1, None),
        ("Drones", ("The police.",), 1, "not an inspection report"),
        ("Drones", ("Their inspection.",), 1, "not an inspection report"),
        ("Drones", ("HMICFRS inspected the police.", *58 * [WORDS]), 0, None),
        ("Drones", ("HMICFRS inspected the police.", *56 * [WORDS]), 0, None),
        ("Drones", ("HMICFRS saw the police.", *58 * [WORDS]), 0, "not an inspection report"),
        (
            "Drones",
            ("The police inspection of an inspection.", *58 * [WORDS]),
            0,
            "not an inspection report",
        ),
        ("Drones", ("HMICFRS inspected the police.", *55 * [WORDS]), 0, "only leads to a report"),
        ("Response to PEEL 2023", ("HMICFRS inspected the police.",), 1, "response to a report"),
        (
            "PEEL 2023",
            ("HMICFRS inspected the police.", "This is my response, under Section 55."),
            1,
            "response to a report",
        ),
        ("PEEL 2023", ("HMICFRS inspected the police.", "This is our response, we said."), 1, None),
        ("PEEL 2023", ("HMICFRS inspected the police.", "Section 55 asks for words."), 1, None),
        (
            "PEEL 2023",
            (
                "HMICFRS inspected the police.",
                *11 * [WORDS],
                "This is my response under section 55.",
            ),
            1,
            None,
        ),
        (
            "Police reports and a thematic",
            ("HMICFRS inspected.", *4 * ["Published on: 3 May 2023"], *27 * [WORDS]),
            1,
            "list of publications",
        ),
        (
            "Police reports and a thematic",
            ("HMICFRS inspected.", *4 * ["Published on: 3 May 2023"], *28 * [WORDS]),
            1,
            None,
        ),
        (
            "Police reports and a thematic",
            ("HMICFRS inspected.", *3 * ["Published on: 3 May 2023"]),
            1,
            None,
        ),
        (
            "PEEL 2023",
            ("HMICFRS inspected the police.", "My response: we act."),
            1,
            "response to a report",
        ),
        (
            "PEEL 2023",
            ("HMICFRS inspected the police.", *20 * [WORDS], "## Comments of the chief constable"),
            1,
            "response to a report",
        ),
    ],
)
def test_only_a_report_of_the_police_inspectors_is_taken(
    title: str, lines: tuple[str, ...], findings: int, said: str | None
) -> None:
    document = ReadDocument(blocks(*lines))
    if said is None:
        refuse_no_report(document, title, findings=findings, grades=0)
        return
    with pytest.raises(RefusedInputError, match=said):
        refuse_no_report(document, title, findings=findings, grades=0)


def test_more_findings_than_any_report_has_are_refused() -> None:
    refuse_too_many(MOST_FINDINGS)
    with pytest.raises(RefusedInputError, match="More than 1000 findings"):
        refuse_too_many(MOST_FINDINGS + 1)


OLD, NEW = "By 1 March 2024, the force should act.", "By 12 March 2024, the force should plan."


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (("### Recommendation 1", OLD, "### Recommendation 2", NEW), [NEW]),
        (
            (
                "### Cause of concern",
                "The force fails.",
                "### Recommendations",
                f"* {OLD}",
                "## Next",
                "### Recommendation 2",
                NEW,
            ),
            [NEW],
        ),
        (
            (
                "### Cause of concern",
                "The force fails.",
                "### Recommendations",
                f"* {OLD}",
                f"* {NEW}",
            ),
            ["The force fails.", NEW],
        ),
        (
            ("### Cause of concern", "The force fails.", "## Next", "### Recommendation 2", NEW),
            ["The force fails.", NEW],
        ),
        (
            ("### Recommendation 1", "Within three months, the force should act."),
            ["Within three months, the force should act."],
        ),
    ],
)
def test_a_letter_asks_nothing_that_was_due_before_it_appeared(
    lines: tuple[str, ...], texts: list[str]
) -> None:
    letter = read_blocks(*blocks(*lines), title="Loamshire Police: revisit letter")
    assert letter.kind is ReportKind.REVISIT_LETTER
    assert [one.text for one in letter.findings] == texts
    report = read_blocks(*blocks(*lines))
    assert len(report.findings) >= len(letter.findings)
    assert not any("left out" in one for one in report.warnings)


def test_the_findings_of_a_report_are_counted_from_f1() -> None:
    lines = ("### Recommendation 1", NEW, "### Recommendation 2", "The force should train.")
    assert [one.id for one in read_blocks(*blocks(*lines)).findings] == ["f1", "f2"]
