"""`section55 lawfulness` and `promises`: for people, for programs, as a PDF."""

from io import BytesIO

import pikepdf

from tests.cli.terminal import CASE, Terminal

LIMB = {"section", "about", "duty", "asked", "light", "proof", "receipts", "reason", "with_whom"}
PROMISE = {"words", "by_whom", "day", "raw", "assumed", "findings", "past"}


def test_people_see_each_limb_with_its_light_in_words(terminal: Terminal) -> None:
    terminal.invited()
    said = terminal.do("lawfulness", CASE).out
    for words in ("55(4)", "55(5A)", "55(6)", "Green: kept", "Amber: to do", "As at "):
        assert words in said


def test_programs_get_the_keys_of_the_format(terminal: Terminal) -> None:
    terminal.invited()
    value = terminal.do("lawfulness", CASE, "--json").value
    assert value["last_day"] == "2022-12-08"
    assert all(set(limb) == LIMB for limb in value["limbs"])
    first = value["limbs"][0]
    assert (first["section"], first["light"], first["with_whom"]) == ("55(4)", "green", None)
    assert "Priya Lockhart" in first["receipts"][0]["words"]


def test_it_is_written_as_a_pdf(terminal: Terminal) -> None:
    terminal.invited()
    said = terminal.do("lawfulness", CASE, "-o", "sheet.pdf")
    assert said.out == ""
    data = (terminal.folder / "sheet.pdf").read_bytes()
    assert len(pikepdf.open(BytesIO(data)).pages) == 1


def test_promises_are_told_with_the_day_they_mean(terminal: Terminal) -> None:
    terminal.answered()
    terminal.do("answer", CASE, "overview", "The board will look at it by Spring 2099.", by="birch")
    terminal.do("draft", CASE, by="birch")
    value = terminal.do("promises", CASE, "--json").value
    assert all(set(one) == PROMISE for one in value["promises"])
    spring = next(one for one in value["promises"] if one["raw"] == "Spring 2099")
    assert (spring["day"], spring["assumed"], spring["past"]) == ("2099-05-31", True, False)
    assert "2099-05-31" in terminal.do("promises", CASE).out


def test_without_a_draft_nothing_is_promised(terminal: Terminal) -> None:
    terminal.opened()
    assert "promises nothing" in terminal.do("promises", CASE).out


def test_a_case_that_is_not_there_is_one_sentence(terminal: Terminal) -> None:
    terminal.opened()
    for command in ("lawfulness", "promises"):
        assert "S55-2022-999" in terminal.refused(command, "S55-2022-999")
