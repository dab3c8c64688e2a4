"""`section55 check`: what a reader would stumble over, for people and for programs."""

import json

import pytest

from tests.casework.test_examining import DATA
from tests.cli.terminal import Terminal

FACTS = {
    "report": {"title": "PEEL", "published_on": "2024-03-12"},
    "findings": [{"ref": "AFI 1", "class": "area_for_improvement", "text": "Answer every call."}],
    "checked_on": "2024-04-20",
}
KEYS = {"check", "severity", "where", "message", "suggestion"}
CHECK = ("check", "response.docx", "--facts", "facts.json")


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """Give a terminal beside a response and the facts of its case."""
    (terminal.folder / "response.docx").write_bytes(DATA)
    (terminal.folder / "facts.json").write_text(json.dumps(FACTS))
    return terminal


def test_programs_get_every_observation_with_the_keys_of_the_format(desk: Terminal) -> None:
    told = desk.do(*CHECK, "--json").value
    assert {"placeholder", "missing_finding"} <= {one["check"] for one in told}
    assert all(set(one) == KEYS for one in told)
    assert {one["severity"] for one in told} <= {"error", "warning", "note"}


@pytest.mark.parametrize(("wanted", "code"), [("error", 1), ("warning", 1), (None, 0)])
def test_it_fails_only_where_it_is_asked_to(desk: Terminal, wanted: str | None, code: int) -> None:
    more = ("--fail-on", wanted) if wanted else ()
    assert desk.try_(*CHECK, *more).code == code


def test_people_get_sentences_with_the_words_and_what_to_do(desk: Terminal) -> None:
    said = desk.do(*CHECK).out
    assert "“[TBC]” is a gap somebody meant to fill." in said
    assert "do: Fill it or delete it." in said


def test_the_file_with_comments_is_written_and_the_one_checked_is_left(desk: Terminal) -> None:
    desk.do(*CHECK, "-o", "noted.docx")
    assert (desk.folder / "response.docx").read_bytes() == DATA
    assert b"word/comments.xml" in (desk.folder / "noted.docx").read_bytes()


@pytest.mark.parametrize(
    "words", [("--facts", "nowhere.json"), ("--fail-on", "note"), ("--today", "soon")]
)
def test_bad_input_is_one_sentence(desk: Terminal, words: tuple[str, str]) -> None:
    assert desk.refused(*CHECK, *words)


def test_the_facts_of_a_case_on_the_record_are_what_it_reads(desk: Terminal) -> None:
    desk.answered()
    (desk.folder / "facts.json").write_text(desk.do("case", "facts", "S55-2022-001", "--json").out)
    assert desk.do(*CHECK, "--json").value
