"""What a reader who does not see the page needs, and what the chief officer is owed."""

import pytest

from casework.rules.checks.alternative_text import alternative_text
from casework.rules.checks.chief_officer_section import chief_officer_section
from casework.rules.checks.document_language import document_language
from casework.rules.checks.heading_order import heading_order
from casework.rules.checks.table_header import table_header
from models.shapes.word import Picture, ReadBack, Span, TextBlock, TextKind
from tests.manuscripts import a_response, some_facts

SILENT = {"chief_officer_comments": (), "comments_received_on": None}


def test_a_heading_that_skips_a_level_is_told() -> None:
    (told,) = heading_order(a_response("# One\nWords.\n### Three\nWords.\n## Two\nWords."))
    assert told.where == "Three"
    assert not list(heading_order(a_response("## Two\n### Three\n# One\n## Two")))


@pytest.mark.parametrize(
    ("first", "told"), [("# One", 0), ("## Two", 0), ("### Three", 1), ("#### Four", 1)]
)
def test_the_first_heading_may_stand_below_a_title_and_no_deeper(first: str, told: int) -> None:
    found = list(heading_order(a_response(f"{first}\nWords.")))
    assert [one.message.endswith("comes first.") for one in found] == [True] * told


def _table(rows: int, columns: int, heads: int) -> TextBlock:
    cell = (TextBlock(TextKind.PARAGRAPH, (Span("x"),)),)
    return TextBlock(TextKind.TABLE, rows=((cell,) * columns,) * rows, header_rows=heads)


@pytest.mark.parametrize(
    ("rows", "columns", "heads", "told"),
    [(2, 3, 0, 1), (2, 3, 1, 0), (1, 3, 0, 0), (5, 2, 0, 0)],
)
def test_a_table_of_several_columns_wants_a_header_row(
    rows: int, columns: int, heads: int, told: int
) -> None:
    response = a_response("Words.")
    read = ReadBack(None, (_table(rows, columns, heads),), ())
    again = type(response)(read, response.facts, response.today, response.library)
    assert len(list(table_header(again))) == told


@pytest.mark.parametrize(
    ("words", "decorative", "told"), [("", False, 1), ("A crest", False, 0), ("", True, 0)]
)
def test_a_picture_wants_words_unless_it_says_nothing(
    words: str, told: int, *, decorative: bool
) -> None:
    picture = Picture(b"", "image/png", words, 1, 1, decorative)
    block = TextBlock(TextKind.PARAGRAPH, (Span("", picture=picture),))
    response = a_response("Words.")
    read = ReadBack(None, (block,), ())
    again = type(response)(read, response.facts, response.today, response.library)
    assert len(list(alternative_text(again))) == told


@pytest.mark.parametrize(
    ("language", "told"), [("en-US", 1), ("cy-GB", 1), ("en-GB", 0), (None, 0)]
)
def test_a_file_in_another_language_is_told(language: str | None, told: int) -> None:
    assert len(list(document_language(a_response("Words.", language=language)))) == told


@pytest.mark.parametrize(
    "words",
    [
        "The Chief Constable was invited to comment by 5 April 2024 and made none.",
        "The Chief Constable told my office that he had no comments.",
        "I invited the Chief Constable’s comments; none were received.",
        "She submitted a nil return, and the Chief Constable’s office confirmed it.",
    ],
)
def test_recorded_silence_is_enough(words: str) -> None:
    assert not list(chief_officer_section(a_response(words, some_facts(**SILENT))))


def test_a_signed_response_that_says_nothing_of_the_chief_officers_comments_is_told() -> None:
    words = "The Chief Constable and I meet every month."
    assert list(chief_officer_section(a_response(words, some_facts(**SILENT))))
    draft = some_facts(**SILENT, signed_on=None)
    assert not list(chief_officer_section(a_response(words, draft)))


def test_comments_that_were_made_and_have_no_place_are_told() -> None:
    quiet = "The Chief Constable and I meet every month."
    assert list(chief_officer_section(a_response(quiet)))
    assert not list(chief_officer_section(a_response(quiet, some_facts(signed_on=None))))
    for words in (
        "# Comments of the Chief Constable\nThey are grateful.",
        "The Chief Constable was invited to comment on 13 March 2024.",
        "The Chief Constable’s submission is at Annex A.",
    ):
        assert not list(chief_officer_section(a_response(words)))


@pytest.mark.parametrize(
    ("said", "wanted", "told"),
    [
        ("en-GB", "en", 0),
        ("EN", "en", 0),
        ("en", "en-GB", 0),
        ("en_GB", "en-GB", 0),
        ("en-GB-oxendict", "en-GB", 0),
        ("en-US", "en", 1),
        ("en-AU", "en-GB", 1),
        ("enm", "en", 1),
        ("cy-GB", "en", 1),
        ("cy", "cy-GB", 0),
        ("cy-GB", "cy", 0),
        ("en-GB", "cy-GB", 1),
        ("", "en-GB", 0),
        ("en-GB", "", 0),
    ],
)
def test_english_without_a_country_is_british_and_any_other_language_that_of_every_country(
    said: str, wanted: str, told: int
) -> None:
    response = a_response("Words.", some_facts(language=wanted), language=said)
    assert len(list(document_language(response))) == told


def test_the_message_names_both_languages_in_full() -> None:
    response = a_response("Words.", some_facts(language="en"), language="en-US")
    (told,) = document_language(response)
    assert "“en-US”" in told.message
    assert "“en-GB”" in told.message


@pytest.mark.parametrize(
    "words",
    [
        "Asked for comments, he made none.",
        "When I asked, she declined to comment.",
        "I am told they have nothing to add.",
        "The force made no submission.",
        "He made no comments.",
        "No comments were received from the Chief Constable.",
    ],
)
def test_silence_is_recorded_by_whatever_name_the_chief_officer_has(words: str) -> None:
    assert not list(chief_officer_section(a_response(words, some_facts(**SILENT))))


def test_silence_of_somebody_else_is_none_of_the_chief_officers() -> None:
    words = "The panel made no comments."
    (told,) = chief_officer_section(a_response(words, some_facts(**SILENT)))
    assert "Chief Constable" in told.message
