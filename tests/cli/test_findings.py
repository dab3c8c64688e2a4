"""The list of findings is put right, numbered and compared by commands alone."""

from pathlib import Path

from tests.cli.terminal import CASE, OFFICE, OFFICER, Terminal
from tests.reports import a_page

TRACKER = (
    "Tracker of the force,,,\n"
    "Status,Recommendation,Owner,Unique reference\n"
    "Open,The force should write things down.,Supt Talbot,WAR-7\n"
    "Open,Bicycles are to be bought for everybody.,,WAR-9\n"
)
EARLIER = "PEEL 2018/19: An inspection of Warwickshire Police"


def opened(terminal: Terminal, *findings: str) -> None:
    """Open a case of a small report."""
    terminal.do("office", "load", OFFICE)
    given = findings or ("The force should write things down.", "The force should count.")
    page = written(terminal, "report.html", a_page(findings=given))
    terminal.do("open", page, by=OFFICER, at="2022-10-14T09:15")


def written(terminal: Terminal, name: str, data: bytes) -> str:
    path = Path(terminal.folder) / name
    path.write_bytes(data)
    return str(path)


def keys(terminal: Terminal) -> list[str]:
    return [one["key"] for one in terminal.do("show", CASE, "--json").value["findings"]]


def test_findings_are_accepted_split_merged_and_ordered(terminal: Terminal) -> None:
    opened(terminal)
    assert "2 accepted" in terminal.do("finding", "accept", CASE, "f001", "f002", by=OFFICER).out
    text = "The force should:\nplan; and\nreport."
    terminal.do("finding", "correct", CASE, "f001", "-", by=OFFICER, pasted=text)
    said = terminal.do("finding", "split", CASE, "f001", "--line", "3", by=OFFICER)
    assert "other parts are f003" in said.out
    assert "  2  report." in terminal.do("finding", "list", CASE).out
    terminal.do("finding", "reorder", CASE, "f002", "f001", "f003", by=OFFICER)
    assert keys(terminal) == ["f002", "f001", "f003"]
    terminal.do("finding", "move", CASE, "f002", by=OFFICER)
    terminal.do("finding", "move", CASE, "f003", "--before", "f001", by=OFFICER)
    assert keys(terminal) == ["f003", "f001", "f002"]
    terminal.do("finding", "merge", CASE, "f001", "f003", by=OFFICER)
    listed = terminal.do("finding", "list", CASE, "--json").value
    assert [one["key"] for one in listed["findings"]] == ["f001", "f002"]
    assert listed["findings"][0]["text_first_read"] == "The force should write things down."
    assert [one["because"] for one in listed["dropped"]] == ["merged into f001"]
    assert "f003 is off the list: merged into f001" in terminal.do("show", CASE).out


def test_a_class_that_was_mistaken_is_corrected_alone(terminal: Terminal) -> None:
    opened(terminal)
    words = ("finding", "correct", CASE, "f001", "--class", "recommendation", "--number", "3")
    terminal.do(*words, by=OFFICER)
    first = terminal.do("show", CASE, "--json").value["findings"][0]
    assert (first["class"], first["reference"]) == ("recommendation", "Recommendation 3")
    assert first["text_first_read"] is None


def test_a_tracker_is_only_looked_at_until_it_is_applied(terminal: Terminal) -> None:
    opened(terminal)
    file = written(terminal, "tracker.csv", TRACKER.encode())
    said = terminal.do("finding", "import", CASE, file).out
    for expected in ("Nothing was changed", "WAR-7", "Row 4: WAR-9", "No row speaks of f002"):
        assert expected in said
    assert terminal.do("show", CASE, "--json").value["findings"][0]["inspectors_number"] is None
    assert "--as" in terminal.try_("finding", "import", CASE, file, "--apply").told
    terminal.do("finding", "import", CASE, file, "--apply", by=OFFICER)
    terminal.do("finding", "number", CASE, "f002", "WAR-8", "--status", "Closed", by=OFFICER)
    first, second = terminal.do("show", CASE, "--json").value["findings"]
    assert (first["inspectors_number"], first["force_owner"]) == ("WAR-7", "Supt Talbot")
    assert (second["inspectors_number"], second["inspectors_status"]) == ("WAR-8", "Closed")
    assert "f002 with the inspectors: WAR-8, Closed." in terminal.do("show", CASE).out
    other = written(terminal, "other.csv", b"Name,Telephone\nA,1\n")
    assert "headings" in terminal.refused("finding", "import", CASE, other)


def test_what_a_person_confirms_is_shown_with_what_it_rests_on(terminal: Terminal) -> None:
    opened(terminal)
    said = terminal.do("confirm", CASE, "--date", "2019-10-14", by=OFFICER).out
    for expected in (
        "Date told: 2022-10-14 (Published on line: “14 October 2022”)",
        "No copy of the report gives 14 October 2019",
        "before the year in the title (2021)",
        "The title names Warwickshire Police",
    ):
        assert expected in said
    said = terminal.do("confirm", CASE, "--findings", by=OFFICER).out
    assert "For our force: 2" in said
    assert "“The force should write things down”" in said
    assert "Told: 2022-10-14" in terminal.do("show", CASE).out


def test_a_repeat_is_shown_beside_the_new_finding_with_what_was_promised(
    terminal: Terminal,
) -> None:
    opened(terminal)
    old = written(terminal, "old.html", a_page(EARLIER, published="2 May 2019"))
    terminal.do("open", old, by=OFFICER)
    promise = "I will see to it by 14 January 2023."
    terminal.do("answer", "S55-2019-001", "f001_answer", promise, by=OFFICER)
    said = terminal.do("finding", "repeats", CASE).out
    assert promise in said
    assert "promised: by 14 January 2023 (2023-01-14)" in said
    told = terminal.do("finding", "repeats", CASE, "--json").value
    assert [(one["key"], one["case"], one["alike"]) for one in told] == [
        ("f001", "S55-2019-001", 100)
    ]
    assert "f001 was found before: AFI 1 of S55-2019-001" in terminal.do("show", CASE).out
    assert "No finding" in terminal.do("finding", "repeats", "S55-2019-001").out
