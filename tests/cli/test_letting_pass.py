"""What stands in the way, at a terminal: listed with its key, let pass by name, taken back."""

from docx import Document

from casework.documents.regions import fill_regions
from tests.builders import CHIEF_EXECUTIVE, HEAD, OFFICER
from tests.cli.terminal import CASE, Terminal

WHY = "The minute of that meeting bears this very date."


def impossible_day(terminal: Terminal) -> None:
    """Hand in a response that says a day no calendar has."""
    folder = terminal.folder / "outputs" / "cases" / CASE
    newest = max(folder.glob("*.docx"), key=lambda one: one.stat().st_mtime_ns)
    path = terminal.folder / "edited.docx"
    words = "I met the Chief Constable on 31 November 2022."
    path.write_bytes(fill_regions(newest.read_bytes(), {"overview": [words]}))
    assert Document(str(path)).paragraphs
    terminal.do("check-in", CASE, str(path), by=HEAD, at="2022-11-14T09:00")


def test_an_error_is_listed_waived_and_taken_back(terminal: Terminal) -> None:
    terminal.answered()
    impossible_day(terminal)
    told = terminal.do("in-the-way", CASE, "--json").value
    (wrong,) = [one for one in told if "31 November 2022" in one["words"]]
    assert (wrong["let_pass_by"], wrong["let_pass"]) == ("waiver", None)
    assert f"{wrong['key']}  " in terminal.do("in-the-way", CASE).out
    when = "2022-11-21T09:00"
    said = terminal.do("waive", CASE, wrong["key"], WHY, by=OFFICER, at=when).out
    assert "waived, number 1" in said
    (again,) = [
        one for one in terminal.do("in-the-way", CASE, "--json").value if one["key"] == wrong["key"]
    ]
    assert (again["let_pass"]["number"], again["let_pass"]["reason"]) == (1, WHY)
    terminal.do("take-back-waiver", CASE, "1", by=OFFICER, at=when)
    assert "stands" in terminal.do("in-the-way", CASE).out


def test_an_override_names_how_the_second_person_looks_at_it(terminal: Terminal) -> None:
    terminal.answered()
    impossible_day(terminal)
    told = terminal.do("in-the-way", CASE, "--json").value
    key = next(one["key"] for one in told if "31 November 2022" in one["words"])
    when = "2022-11-21T09:00"
    said = terminal.do("override", CASE, key, WHY, by=CHIEF_EXECUTIVE, at=when).out
    assert f"look-at-override {CASE} 1" in said
    looked = terminal.do("look-at-override", CASE, "1", by=HEAD, at=when).out
    assert WHY in looked
