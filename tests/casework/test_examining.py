"""A Word file is examined whole, and what is noticed can be put into it as comments."""

import io
from datetime import UTC, date, datetime

import pytest
from docx import Document

from casework.documents.read_back import read_back
from casework.errors import RefusedInputError
from casework.examining import examine, noted, response_in
from casework.rules.checks.every_check import examined
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, some_facts

NOW = datetime(2024, 4, 20, 17, 0, tzinfo=UTC)
TODAY = date(2024, 4, 20)
FINDING = a_finding("Recommendation 1", "By May 2024, the force should answer calls in time.")


def a_file(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FACTS = some_facts(FINDING)
DATA = a_file("I spoke to those effected.", "The plan is [TBC].", "I spoke to those effected.")


def test_a_word_file_that_is_not_from_our_template_is_examined() -> None:
    told = {one.check: one for one in examine(DATA, FACTS, TODAY)}
    assert told["placeholder"].severity is Severity.ERROR
    assert told["confusable_word"].where == "effected"
    assert "missing_finding" in told


def test_what_is_noticed_stands_in_the_file_as_comments_and_no_word_is_changed() -> None:
    response = response_in(DATA, FACTS, TODAY)
    found = examined(response)
    after = read_back(noted(DATA, response, found, NOW))
    assert [block.text for block in after.blocks] == [p.words for p in response.passages]
    assert len(after.comments) == len(found)
    gap = next(comment for comment in after.comments if "gap" in comment.words)
    assert gap.around == "The plan is [TBC]."


def test_the_same_words_twice_are_commented_each_at_its_own_place() -> None:
    response = response_in(DATA, FACTS, TODAY)
    slips = [one for one in examined(response) if one.check == "confusable_word"]
    assert [one.passage for one in slips] == [0, 2]
    marked = noted(DATA, response, slips[1:], NOW)
    document = Document(io.BytesIO(marked))
    places = [p.text for p in document.paragraphs if "commentRangeStart" in p._p.xml]
    assert places == ["I spoke to those effected."]
    assert "commentRangeStart" in document.paragraphs[2]._p.xml


def test_a_file_that_fetches_a_picture_is_examined_and_the_picture_is_told() -> None:
    document = Document(io.BytesIO(DATA))
    document.part.rels.get_or_add_ext_rel(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        "https://elsewhere.example/logo.png",
    )
    out = io.BytesIO()
    document.save(out)
    (told,) = [one for one in examine(out.getvalue(), FACTS, TODAY) if one.check == "remote_link"]
    assert "elsewhere.example" in told.message


def test_what_is_no_word_file_is_refused_in_one_sentence() -> None:
    with pytest.raises(RefusedInputError):
        examine(b"PK nothing", FACTS, TODAY)
