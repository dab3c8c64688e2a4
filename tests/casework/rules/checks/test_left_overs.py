"""What is left over from the work on a response is told: nobody may sign over it."""

import pytest

from casework.rules.checks.empty_section import empty_section
from casework.rules.checks.hidden_text import hidden_text
from casework.rules.checks.metadata_leak import metadata_leak
from casework.rules.checks.open_comment import open_comment
from casework.rules.checks.placeholder import placeholder
from casework.rules.checks.protective_marking import protective_marking
from casework.rules.checks.tracked_change import tracked_change
from casework.rules.checks.web_furniture import web_furniture
from casework.rules.manuscript.response import Response
from models.shapes.checking import ForceFacts, Holder, OfficeFacts, Severity
from models.shapes.word import (
    ChangedPiece,
    ChangeKind,
    LeftOver,
    LeftOverKind,
    PageEdge,
    TextBlock,
    TextKind,
    TrackedChange,
    WordComment,
)
from models.shapes.word import Span as Run
from tests.manuscripts import a_response, some_facts


@pytest.mark.parametrize(
    "words",
    [
        "I met the Chief Constable on [insert date] to discuss it.",
        "The next meeting is on [TBC].",
        "It was published on XX March 2024.",
        "It was published on dd/mm/yyyy.",
        "Of these, XX% were answered in time.",
        "The cost is £XX a year.",
        "Name: <insert name>",
        "I will publish figures by TBC.",
        "See Error! Reference source not found.",
        "Dear {{ addressee }}",
        "[Chief Constable to confirm]",
        "Click or tap here to enter text.",
        "The board meets in ??? next.",
    ],
)
def test_a_gap_is_told_with_its_words(words: str) -> None:
    told = list(placeholder(a_response(words)))
    assert told
    assert all(one.where in words and one.severity is Severity.ERROR for one in told)


@pytest.mark.parametrize(
    "words",
    [
        "The report says that “[the force] needs to improve” how it answers calls.",
        "He said: “We was [sic] late.”",
        "See note [1] and the annex (page 4).",
        "Signed: ____________________",
        "The XXth edition of the board’s rules.",
        "I will confirm the date at my next board.",
        "Read more at https://barsetshire.example/reports?id=12.",
    ],
)
def test_brackets_and_lines_that_mean_something_are_no_gaps(words: str) -> None:
    assert not list(placeholder(a_response(words)))


def test_a_change_that_waits_is_told_with_who_made_it() -> None:
    change = TrackedChange(
        ChangeKind.DELETED, ChangedPiece.WORDS, "Ann Reed", None, "not", "I do not accept it."
    )
    (told,) = tracked_change(a_response("I do not accept it.", changes=(change,)))
    assert "Ann Reed took out “not”" in told.message
    assert told.where == "not"


def test_a_comment_is_told_at_the_words_it_is_hung_on_until_it_is_resolved() -> None:
    asked = WordComment("1", "Ann Reed", None, "Is this right?", "in May", "It meets in May.")
    settled = WordComment("2", "Ann Reed", None, "Fine", "meets", "It meets.", resolved=True)
    reply = WordComment("3", "Bo Lee", None, "Yes", "in May", "It meets in May.", answers="1")
    (told,) = open_comment(a_response("It meets in May.", comments=(asked, settled, reply)))
    assert "Is this right?" in told.message
    assert told.where == "in May"


def test_hidden_words_are_told() -> None:
    response = a_response("Words.")
    hidden = LeftOver(LeftOverKind.HIDDEN_TEXT, "", "do not publish this")
    read = type(response.read)(None, response.read.blocks, (hidden, hidden))
    (told,) = hidden_text(type(response)(read, response.facts, response.today, response.library))
    assert told.where == "do not publish this"


@pytest.mark.parametrize(
    ("where", "author", "words"),
    [
        ("docProps/core.xml: creator", "Ann Reed", "Ann Reed"),
        ("docProps/app.xml: Company", "Loamshire Police", "Loamshire Police"),
        ("docProps/custom.xml: Classification", "", "Classification"),
        ("docMetadata/LabelInfo.xml: sensitivity label", "", "sensitivity label"),
    ],
)
def test_a_name_the_file_carries_unseen_is_told(where: str, author: str, words: str) -> None:
    (told,) = metadata_leak(_with_trace(where, author))
    assert told.where == words


@pytest.mark.parametrize(
    ("where", "author"),
    [
        ("docProps/core.xml: creator", "python-docx"),
        (
            "docProps/core.xml: creator",
            "Office of the Police and Crime Commissioner for Barsetshire",
        ),
        ("word/settings.xml: revision identifiers", ""),
        ("docProps/thumbnail.jpeg: a picture of the first page", ""),
    ],
)
def test_what_programs_write_and_the_office_itself_are_no_leak(where: str, author: str) -> None:
    assert not list(metadata_leak(_with_trace(where, author)))


@pytest.mark.parametrize(
    "name",
    [
        "OPCC Barsetshire",
        "Barsetshire OPCC",
        "Barsetshire PCC’s Office",
        "BARSETSHIRE POLICE AND CRIME COMMISSIONER",
        "Office of the Police & Crime Commissioner",
        "Barsetshire Combined Authority",
        "Barsetshire Police, Fire and Crime Commissioner's office",
        "OPCC Communications Team",
        "Deputy Mayor for Policing and Crime, Barsetshire",
        "Windows User",
        "LibreOffice",
    ],
)
def test_an_office_is_no_leak_however_it_is_shortened(name: str) -> None:
    assert not list(metadata_leak(_with_trace("docProps/app.xml: Company", name)))


@pytest.mark.parametrize("name", ["WYCA", "OPCC West Yorkshire", "West Yorkshire Mayor’s Office"])
def test_an_office_may_write_the_initials_of_its_area(name: str) -> None:
    force = ForceFacts("West Yorkshire Police")
    assert not list(metadata_leak(_with_trace("docProps/app.xml: Company", name, force=force)))
    assert list(metadata_leak(_with_trace("docProps/app.xml: Company", name)))


@pytest.mark.parametrize(
    "name",
    [
        "Ann Reed, OPCC",
        "Ann Reed (Office of the Police and Crime Commissioner)",
        "Loamshire OPCC",
        "Quill & Partners Consulting",
        "DESKTOP-7F3K2A",
        "areed",
        "Home Office",
    ],
)
def test_a_person_or_another_organisation_is_a_leak(name: str) -> None:
    (told,) = metadata_leak(_with_trace("docProps/core.xml: creator", name))
    assert (told.severity, told.where) == (Severity.ERROR, name)


@pytest.mark.parametrize("name", ["Eleanor Harding", "Septimus Quiverful", "Barsetshire Police"])
def test_whom_the_response_names_anyway_is_a_warning(name: str) -> None:
    (told,) = metadata_leak(_with_trace("docProps/core.xml: creator", name))
    assert told.severity is Severity.WARNING


def test_a_status_is_told_while_it_is_not_final() -> None:
    assert list(metadata_leak(_with_trace("docProps/core.xml: contentStatus", "Second draft")))
    assert not list(metadata_leak(_with_trace("docProps/core.xml: contentStatus", "Final")))


def test_where_no_area_is_known_an_office_is_taken_at_its_word() -> None:
    sparse = {"force": ForceFacts(""), "office": OfficeFacts(""), "local_policing_body": Holder()}
    told = _with_trace("docProps/core.xml: creator", "Anywhere OPCC", **sparse, signatory=Holder())
    assert not list(metadata_leak(told))


def _with_trace(where: str, author: str, **facts: object) -> Response:
    response = a_response("Words.", some_facts(**facts))
    trace = LeftOver(LeftOverKind.METADATA, author, where)
    read = type(response.read)(None, response.read.blocks, (trace,))
    return type(response)(read, response.facts, response.today, response.library)


@pytest.mark.parametrize(
    "line", ["OFFICIAL-SENSITIVE", "OFFICIAL: SENSITIVE – draft", "DRAFT v3", "Not for publication"]
)
def test_the_marking_of_a_draft_is_told_once_it_is_signed(line: str) -> None:
    head = PageEdge("header", "default", (TextBlock(TextKind.PARAGRAPH, (Run(line),)),))
    signed = a_response("Words.", edges=(head,))
    assert list(protective_marking(signed))
    draft = a_response("Words.", some_facts(signed_on=None), edges=(head,))
    assert not list(protective_marking(draft))


@pytest.mark.parametrize(
    "words",
    [
        "The official statistics were published in May.",
        "A draft of this plan went to the board, and the final one is on my website.",
        "Copies are kept confidential until they are published.",
    ],
)
def test_sentences_that_only_speak_of_drafts_are_no_marking(words: str) -> None:
    assert not list(protective_marking(a_response(words)))


def test_a_heading_with_nothing_under_it_is_told() -> None:
    words = "# Response\nWords.\n## Monitoring\n## Copies\nCopies are being sent."
    (told,) = empty_section(a_response(words))
    assert told.where == "Monitoring"


def test_the_last_heading_with_nothing_under_it_is_told() -> None:
    (told,) = empty_section(a_response("# Response\nWords.\n# Monitoring"))
    assert told.where == "Monitoring"


def test_a_title_before_the_first_heading_and_a_section_with_parts_are_not_empty() -> None:
    words = "# Response to PEEL\n# Introduction\nWords.\n# Findings\n## Area one\nMore words."
    assert not list(empty_section(a_response(words)))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("**What the staff say**", "**What I say to them**", 1),
        ("**Why it matters**", "**How I will follow it up**", 1),
        ("**What the staff say**", "**WHAT I SAY**", 0),
        ("**What the staff say**", "**The force’s plan**", 0),
        ("**The force’s plan**", "**What I say to them**", 0),
        ("**Findings**", "**Monitoring**", 1),
        ("**1. Findings**", "**2. Answers**", 1),
        ("**1. Findings**", "**1.1 Answers**", 0),
        ("**1.1 Findings**", "**1.2 Answers**", 1),
        ("**1.1 Findings**", "**2. Answers**", 1),
        ("**Section 1: Findings**", "**Section 2: Answers**", 1),
        ("**Section 1: Findings**", "**Section 1.1: Answers**", 0),
        ("**1. Findings**", "**A. Answers**", 0),
        ("**Findings**", "**2. Answers**", 0),
    ],
)
def test_headings_by_their_look_are_of_one_rank_where_they_are_made_alike(
    first: str, second: str, told: int
) -> None:
    words = f"**Response**\nWords.\n{first}\n{second}\nMore words here."
    assert [one.where for one in empty_section(a_response(words))] == [first.strip("*")] * told


@pytest.mark.parametrize(
    "line",
    [
        "Accept cookies | Manage preferences",
        "Only necessary cookies",
        "Cookie policy",
        "Jump to content",
        "Skip to main content",
        "Menu",
        "Change text size",
        "Was this page helpful? Yes / No",
        "Report a problem with this page",
        "Home > Transparency > Reports",
        "Previous page Next page Print this page",
        "Email this page",
        "Related content",
        "Follow us on Facebook",
        "» Read more «",
        "You are here: Home " + "x" * 50,
    ],
)
def test_pieces_of_a_web_page_are_told_however_they_are_strung_together(line: str) -> None:
    (told,) = web_furniture(a_response(f"Words of mine.\n{line}"))
    assert told.where == line


@pytest.mark.parametrize(
    "line",
    [
        "Related contents of the report",
        "Menus",
        "I accept cookies are needed",
        "The next page",
        "Home Office",
        "How to follow us on the website of the office",
        "Read more in the report",
        "– – –",
        "Menu " * 80 + "x",
        "Menu " * 81,
    ],
)
def test_words_that_are_no_part_of_a_web_page_are_not_told(line: str) -> None:
    assert not list(web_furniture(a_response(line)))


def test_a_string_of_buttons_is_told_up_to_the_length_of_a_menu() -> None:
    assert list(web_furniture(a_response("Menu " * 79 + "Menus"[:4])))


def test_furniture_of_a_web_page_is_told_and_the_same_words_in_a_sentence_are_not() -> None:
    lines = "Skip to content\nText size: A A A\nOpen Menu\nYouTube\nWe publish on YouTube and X."
    told = [one.where for one in web_furniture(a_response(lines))]
    assert told == ["Skip to content", "Text size: A A A", "Open Menu", "YouTube"]
