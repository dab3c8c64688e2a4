"""Commands on plain files: no record is needed, and none is made."""

from pathlib import Path

import pytest

from tests.casework.documents.raw_word import SPACES, edged, para, run, word_file
from tests.cli.terminal import CASE, REPORT, Terminal

REPORT_KEYS = [
    "title", "kind", "forces", "published", "published_precision", "published_raw",
    "published_from", "graded_areas", "findings", "warnings",
]  # fmt: skip
FINDING_KEYS = [
    "id", "class", "number", "text", "narrative", "area", "addressees", "parent", "deadline",
]  # fmt: skip
ERROR_PAGE = "<html><title>404 Not Found</title><body><h1>404 Not Found</h1></body></html>"


def test_a_report_is_read_in_the_exchange_format(terminal: Terminal) -> None:
    report = terminal.do("read", REPORT, "--json").value
    assert list(report) == REPORT_KEYS
    assert report["published"] == "2022-10-14"
    assert len(report["findings"]) == 20
    assert list(report["findings"][0]) == FINDING_KEYS
    assert list(report["findings"][0]["deadline"]) == ["raw", "kind", "date", "assumed"]
    assert not (terminal.folder / "outputs").exists()


def test_a_named_force_says_whom_each_finding_concerns(terminal: Terminal) -> None:
    report = terminal.do("read", REPORT, "--force", "Warwickshire Police", "--json").value
    assert {finding["for"] for finding in report["findings"]} == {"our_force"}


def test_a_date_known_by_hand_moves_the_deadlines_that_hang_on_it(terminal: Terminal) -> None:
    report = terminal.do("read", REPORT, "--published", "2023-01-31", "--json").value
    assert report["published"] == "2023-01-31"
    assert report["findings"][-1]["deadline"]["date"] == "2023-04-30"


def test_a_report_may_be_pasted(terminal: Terminal) -> None:
    pasted = Path(REPORT).read_text(encoding="utf-8")
    assert terminal.do("read", "-", "--json", pasted=pasted).value["forces"]


def test_a_refused_report_says_so_to_programs_and_to_people(terminal: Terminal) -> None:
    page = terminal.folder / "error.html"
    page.write_text(ERROR_PAGE)
    said = terminal.try_("read", str(page), "--json")
    assert said.code == 2
    assert said.value["refusal"] is True
    assert said.value["error"] == said.told.strip()


def test_a_report_is_readable_for_people_too(terminal: Terminal) -> None:
    said = terminal.do("read", REPORT).out
    assert "Published: 14 October 2022" in said
    assert "Findings: 20" in said


def test_the_last_day_is_reckoned_in_the_exchange_format(terminal: Terminal) -> None:
    assert terminal.do("deadline", "2022-10-14", "--today", "2022-10-25", "--json").value == {
        "published": "2022-10-14",
        "last_day": "2022-12-08",
        "day_number_today": 12,
        "days_left": 44,
        "target": "2022-12-08",
        "explained": "Day 1 is Friday 14 October 2022; day 56 is Thursday 8 December 2022 "
        "(Police Act 1996 s.55(5A)).",
    }


@pytest.mark.parametrize("day", ["tomorrow", "2022-13-01", "0001-01-01", "9999-12-31", ""])
def test_an_impossible_date_is_refused(terminal: Terminal, day: str) -> None:
    assert terminal.refused("deadline", day)


def test_the_gate_answers_in_the_exchange_format(terminal: Terminal) -> None:
    terminal.opened()
    draft = terminal.folder / "outputs" / "cases" / CASE / "01-response-draft.docx"
    report = terminal.do("gate", str(draft), "--json").value
    assert list(report) == ["accepted", "blocked", "findings"]
    assert report["accepted"] is True
    assert {"kind", "author", "where"} == set(report["findings"][0])


def test_the_gate_keeps_an_old_word_file_out(terminal: Terminal) -> None:
    old = terminal.folder / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    said = terminal.try_("gate", str(old), "--json")
    report = said.value
    assert said.code == 2
    assert said.told.strip() == report["blocked"][0]["message"]
    assert report["accepted"] is False
    assert set(report["blocked"][0]) == {"what", "where", "message"}


def test_the_published_forms_of_a_signed_file_are_the_same_twice(terminal: Terminal) -> None:
    terminal.signed()
    copy = next((terminal.folder / "outputs" / "cases" / CASE).glob("*signing-copy.docx"))
    facts = terminal.folder / "facts.json"
    facts.write_text(terminal.do("case", "facts", CASE, "--json").out)
    words = ("publishable", str(copy), "--facts", str(facts), "--json", "-o")
    first = terminal.do(*words, str(terminal.folder / "one")).value
    second = terminal.do(*words, str(terminal.folder / "two")).value
    assert first == second
    assert first["equal"] is True
    assert list(first["files"]) == ["html", "pdf", "docx"]
    for form, made in first["files"].items():
        assert len((terminal.folder / "one" / f"response.{form}").read_bytes()) == made["bytes"]


def test_what_only_the_word_file_shows_is_told_to_people_and_to_programs(
    terminal: Terminal,
) -> None:
    path = terminal.folder / "edged.docx"
    header = f"<w:hdr {SPACES}>{para('An office')}</w:hdr>"
    path.write_bytes(
        word_file(para("Response", "Title") + para("Words.") + edged(), header1=header)
    )
    words = ("publishable", str(path), "-o", str(terminal.folder / "forms"))
    (sentence,) = terminal.do(*words, "--json").value["left_out"]
    assert "header" in sentence
    assert "“An office”" in sentence
    for said in (terminal.do(*words), terminal.do(*words, "--json")):
        assert said.told.strip() == f"Look: {sentence}"


def test_with_facts_an_error_of_the_checks_holds_it_back(terminal: Terminal) -> None:
    path, facts = terminal.folder / "response.docx", terminal.folder / "facts.json"
    path.write_bytes(word_file(para("Response", "Title") + para("We met on 31 November 2022.")))
    facts.write_text('{"checked_on": "2022-12-01"}')
    words = ("publishable", str(path), "-o", str(terminal.folder / "forms"))
    said = terminal.refused(*words, "--facts", str(facts))
    assert "section55 check" in said
    assert "Errors beside it: 1." in said
    assert not (terminal.folder / "forms").exists()
    terminal.do(*words)


def test_hidden_words_stop_publication_and_are_named(terminal: Terminal) -> None:
    path = terminal.folder / "hidden.docx"
    path.write_bytes(
        word_file(para("T", "Title") + para(run("open ") + run("sesame", "<w:vanish/>")))
    )
    assert "sesame" in terminal.refused(
        "publishable", str(path), "-o", str(terminal.folder / "out")
    )
    assert not (terminal.folder / "out").exists()


def test_a_draft_is_not_published_and_leaves_nothing_behind(terminal: Terminal) -> None:
    terminal.opened()
    draft = terminal.folder / "outputs" / "cases" / CASE / "01-response-draft.docx"
    before = set(terminal.folder.iterdir())
    said = terminal.refused("publishable", str(draft), "-o", str(terminal.folder / "out"))
    assert "placeholder" in said
    assert set(terminal.folder.iterdir()) == before
