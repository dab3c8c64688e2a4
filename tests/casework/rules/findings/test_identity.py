# ruff: noqa: E501 - one case, one line
"""What a report is called, of what family it is, and whom it is about: by its first lines."""

import pytest

from casework.registers.forces import load_forces
from casework.rules.findings.identity import forces_of, kind_of, title_of
from models.shapes.reading import ReadDocument
from models.words import ReportKind
from tests.casework.rules.findings.pages import blocks

SEEN = "An inspection of Kent Police"
PROSE = "We said so. "


def page(*lines: str, title: str | None = None) -> ReadDocument:
    return ReadDocument(blocks(*lines), title=title)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ((f"# {SEEN}", "## A review of something else"), SEEN),
        (("A report on the police", f"# {SEEN}"), SEEN),
        ((SEEN, "## A review of vetting"), SEEN),
        (("### The third report", "## The second report"), "The second report"),
        (("Words.", "# Drones", "## Their report"), "Their report"),
        (("# Drones", "## Pilots"), "Drones"),
        ((f"{SEEN}.", "More words."), f"{SEEN}."),
        (("Words.", f"{SEEN}."), f"{SEEN}."),
        (("Words.", "More words.", f"{SEEN}."), "Words."),
        (("", f"# {SEEN} | HMICFRS"), SEEN),
        (("# HMICFRS PEEL 2023: Kent Police",), "PEEL 2023: Kent Police"),
        (("# Published on 3 May: a report", f"# {SEEN}"), SEEN),
        (("# Inspection report", "# Drones"), "Drones"),
        (("# Recommendation 1", "# Drones"), "Drones"),
        (("# Causes of concern: Kent Police letter",), "Causes of concern: Kent Police letter"),
        ((f"* {SEEN}", "# Drones"), "Drones"),
        ((f"# {SEEN} {'x' * 280}", "# Drones"), "Drones"),
        ((f"# {SEEN} {'x' * 271}", "# Drones"), f"{SEEN} {'x' * 271}"),
        ((*(13 * [PROSE]), f"# {SEEN}"), SEEN),
        ((*(14 * [PROSE]), f"# {SEEN}"), PROSE.strip()),
        ((), ""),
    ],
)  # fmt: skip
def test_the_title_is_the_first_line_that_may_be_one(lines: tuple[str, ...], title: str) -> None:
    assert title_of(page(*lines)) == title


@pytest.mark.parametrize("sign", [".", ":", ";"])
def test_prose_above_the_first_heading_is_no_title(sign: str) -> None:
    assert title_of(page(f"This report tells of us{sign}", "## A review of vetting")) == (
        "A review of vetting"
    )


@pytest.mark.parametrize(("words", "is_title"), [(36, True), (37, False)])
def test_a_line_above_the_first_heading_is_a_title_up_to_36_words(
    words: int, *, is_title: bool
) -> None:
    line = " ".join(["report"] * words)
    assert (title_of(page(line, "## A review of vetting")) == line) is is_title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("# Out of sight:", "## An inspection of drones"), "Out of sight: An inspection of drones"),
        (("# Out of sight –", "## An inspection of drones"), "Out of sight – An inspection of drones"),
        (("# Out of sight -", "## An inspection of drones"), "Out of sight - An inspection of drones"),
        (("# Out of sight", "## A joint review on drones"), "Out of sight: A joint review on drones"),
        (("# Out of sight.", "## An inspection of drones"), "An inspection of drones"),
        (("# A review of drones", "## An inspection of drones"), "A review of drones"),
        (("# Out of sight", "An inspection of drones"), "Out of sight"),
        (("Out of sight", "# An inspection of drones"), "An inspection of drones"),
        (("# Untitled", "## An inspection of drones"), "An inspection of drones"),
        (("Words.", "# Out of sight", "## An inspection of drones", "Words."), "Out of sight: An inspection of drones"),
        (("# Out of sight", "## Drones", "## An inspection of them"), "Drones: An inspection of them"),
    ],
)  # fmt: skip
def test_a_heading_and_what_it_is_below_it_are_one_title(
    lines: tuple[str, ...], title: str
) -> None:
    assert title_of(page(*lines)) == title


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("An inspection of drones - HMICFRS", "An inspection of drones"),
        ("  An inspection of drones ", "An inspection of drones"),
        ("Microsoft Word - inspection", "Drones"),
        ("All about the police", "Drones"),
        ("", "Drones"),
        (None, "Drones"),
    ],
)
def test_the_name_the_file_gives_itself_counts_where_no_line_says_what_it_is(
    given: str | None, title: str
) -> None:
    assert title_of(page("# Drones", title=given)) == title
    assert title_of(page(f"# {SEEN}", title=given)) == SEEN


@pytest.mark.parametrize(
    ("title", "lines", "forces", "kind"),
    [
        ("State of policing 2023", (), (), ReportKind.STATE_OF_POLICING),
        ("Kent Police: revisit", (), (), ReportKind.REVISIT_LETTER),
        ("Child protection in Kent", (), (), ReportKind.CHILD_PROTECTION),
        ("Police custody in Kent", (), (), ReportKind.CUSTODY),
        ("A joint inspection", (), (), ReportKind.JOINT),
        ("PEEL 2021/22: Kent Police", (), (), ReportKind.PEEL),
        ("PEEL 2021/22: Kent Police – revisit", (), (), ReportKind.REVISIT_LETTER),
        ("Drones", ("From: HMI", "To: the chief constable"), (), ReportKind.REVISIT_LETTER),
        ("Drones", ("From: HMI",), (), ReportKind.THEMATIC),
        ("Drones", ("Sent on: 3 May", *13 * [PROSE], "To: all"), (), ReportKind.THEMATIC),
        ("Drones", (*12 * [PROSE], "Sent on: 3 May", "To: all"), (), ReportKind.REVISIT_LETTER),
        ("Drones", ("Publication types: PEEL",), (), ReportKind.PEEL),
        ("Drones", (*13 * [PROSE], "Publication types: PEEL"), (), ReportKind.PEEL),
        ("Drones", (*14 * [PROSE], "Publication types: PEEL"), (), ReportKind.THEMATIC),
        ("Drones in Kent", (), ("Kent Police",), ReportKind.OTHER),
        ("Drones", (), (), ReportKind.THEMATIC),
    ],
)
def test_the_family_is_told_from_the_title_and_the_first_lines(
    title: str, lines: tuple[str, ...], forces: tuple[str, ...], kind: ReportKind
) -> None:
    assert kind_of(title, page(*lines), forces) is kind


@pytest.mark.parametrize(
    ("title", "forces"),
    [
        ("An inspection of Kent Police", ("Kent Police",)),
        ("PEEL 2021/22 – Kent", ("Kent Police",)),
        ("PEEL 2021/22 – Avon & Somerset", ("Avon and Somerset Police",)),
        ("An inspection of Cheshire\xa0Police", ("Cheshire Police",)),
        ("Kent-based drones and Non-Kent ones", ()),
        ("Kentish drones", ()),
        ("Sussex Police and Kent Police: drones", ("Sussex Police", "Kent Police")),
        ("Sussex and Kent", ("Sussex Police", "Kent Police")),
        ("Kent Police and Kent Police again", ("Kent Police",)),
        ("Kent Police: drones in Kent", ("Kent Police",)),
        ("Metropolitan Police Service: drones", ("Metropolitan Police Service",)),
        ("the Met: drones", ("the Met",)),
        ("An inspection of Loamshire Police", ("Loamshire Police",)),
        ("How Loamshire Police uses drones", ("Loamshire Police",)),
        ("Loamshire Police and Kent Police", ("Loamshire Police", "Kent Police")),
        ("Kent Police and Loamshire Constabulary", ("Kent Police", "Loamshire Constabulary")),
        ("National Police drones", ()),
        ("Loamshire Police and Crime Commissioner", ()),
        ("Drones", ()),
    ],
)
def test_a_title_names_the_forces_it_is_about(title: str, forces: tuple[str, ...]) -> None:
    assert forces_of(title, page(), load_forces()) == forces


@pytest.mark.parametrize(
    ("lines", "forces"),
    [
        (("Forces: Sussex Police and Kent Police",), ("Sussex Police", "Kent Police")),
        ((*41 * [PROSE], "Police force: Kent Police"), ("Kent Police",)),
        ((*42 * [PROSE], "Police force: Kent Police"), ()),
        (("## The inspection of Kent Police",), ("Kent Police",)),
        (("## Drones in Kent",), ()),
        (("## Drones in Kent", "## The report on Sussex"), ("Sussex Police",)),
        (("The report on Kent Police",), ()),
        ((*13 * [PROSE], "## Inspection of Kent Police"), ("Kent Police",)),
        ((*14 * [PROSE], "## Inspection of Kent Police"), ()),
        (("## The report on Sussex", "Forces: Kent Police"), ("Kent Police",)),
    ],
)
def test_where_the_title_names_none_the_first_lines_may(
    lines: tuple[str, ...], forces: tuple[str, ...]
) -> None:
    assert forces_of("Drones", page(*lines), load_forces()) == forces
