"""The look of a response is chosen by commands: its type, its blocks of wording."""

from pathlib import Path

from tests.cli.terminal import CASE, OFFICE, OFFICER, Terminal
from tests.reports import a_page


def opened(terminal: Terminal) -> None:
    """Open a case of a small report, with a draft."""
    terminal.do("office", "load", OFFICE)
    page = Path(terminal.folder) / "report.html"
    page.write_bytes(a_page())
    terminal.do("open", str(page), by=OFFICER, at="2022-10-14T09:15")


def test_the_types_of_document_are_listed_each_with_its_use(terminal: Terminal) -> None:
    listed = {one["name"]: one for one in terminal.do("documents", "--json").value}
    assert listed["response-thematic"]["type"] == "response"
    assert listed["response-by-area-cy"]["language"] == "cy-GB"
    assert all(one["used_for"] for one in listed.values() if one["type"] == "response")
    assert "asks nothing of the body" in " ".join(terminal.do("documents").out.split())


def test_a_type_is_chosen_and_a_block_switched(terminal: Terminal) -> None:
    opened(terminal)
    said = terminal.do("choose-document", CASE, "response-letter", by=OFFICER).out
    assert "is written as response-letter" in said
    stands = dict(line.split() for line in terminal.do("wording", CASE).out.splitlines()[1:])
    assert (stands["grades"], stands["grades_in_words"], stands["copies"]) == ("off", "on", "on")
    assert "copies is off" in terminal.do("switch-wording", CASE, "copies", "off", by=OFFICER).out
    stands = dict(line.split() for line in terminal.do("wording", CASE).out.splitlines()[1:])
    assert stands["copies"] == "off"
    terminal.do("draft", CASE, by=OFFICER)


def test_what_nobody_knows_is_refused_in_a_sentence(terminal: Terminal) -> None:
    opened(terminal)
    told = terminal.refused("choose-document", CASE, "response-poem", "--as", OFFICER)
    assert "section55 documents" in told
    told = terminal.refused("switch-wording", CASE, "poem", "on", "--as", OFFICER)
    assert "no block of wording" in told
    assert "--as" in terminal.refused("switch-wording", CASE, "copies", "on")


def test_the_welsh_twin_of_an_office_with_names_in_welsh_is_a_file(terminal: Terminal) -> None:
    opened(terminal)
    assert "add the section “welsh”" in terminal.refused("twin", CASE)
    words = 'office = "Swyddfa"\nbody = "y Comisiynydd"\ntitle = "Comisiynydd"\n'
    office = Path(terminal.folder) / "office.toml"
    office.write_text(f"{Path(OFFICE).read_text()}\n[welsh]\n{words}")
    terminal.do("office", "load", str(office))
    said = terminal.do("twin", CASE, "-o", "twin.docx").out
    assert "checked by your translator" in said
    assert (Path(terminal.folder) / "twin.docx").read_bytes().startswith(b"PK")
