"""The lawfulness sheet as a PDF: one page, tagged, with its words, always the same bytes."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from casework.documents.lawfulness_pdf import LONGEST_PROOF, lawfulness_pdf
from casework.documents.publishable import words_of_pdf
from tests.casework.documents.test_publishable import tags
from tests.casework.sheets import a_sheet

TWO = ("Arden Police", "Feldon Police")
LEAST_POINTS = 5.5
LONG = "The mail server of the force said that it knows nobody of that name at all. " * 12


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def bare(data: bytes) -> str:
    return "".join(words_of_pdf(data).split())


@pytest.mark.parametrize("forces", [(), ("Arden Police",), TWO])
def test_it_is_one_page_however_much_there_is_to_say(forces: tuple[str, ...]) -> None:
    for sheet in (a_sheet(forces=forces), a_sheet(LONG, LONG, forces)):
        assert len(opened(lawfulness_pdf(sheet)).pages) == 1


def test_the_smallest_letters_can_still_be_read() -> None:
    for sheet in (a_sheet(forces=TWO), a_sheet(LONG, LONG, TWO)):
        pdf = lawfulness_pdf(sheet)
        with pdfplumber.open(BytesIO(pdf)) as found:
            sizes = Counter(round(sign["size"], 1) for sign in found.pages[0].chars)
        assert sizes.most_common(1)[0][0] >= LEAST_POINTS


def test_a_word_that_no_line_can_hold_is_broken() -> None:
    sheet = a_sheet("https://www.body.example/" + "section-55/" * 40)
    assert len(opened(lawfulness_pdf(sheet)).pages) == 1


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert lawfulness_pdf(a_sheet()) == lawfulness_pdf(a_sheet())


def test_it_is_tagged_with_title_language_and_a_real_table() -> None:
    pdf = opened(lawfulness_pdf(a_sheet()))
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]) == "Lawfulness sheet: S55-2022-001"
    with pdf.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"]) == ("1", "2")
    found = [tag for tag, _ in tags(pdf)]
    assert {"/Table", "/TH", "/TD", "/THead", "/TBody"} <= set(found)


def test_each_limb_stands_in_words_with_its_proof_and_whose_turn_it_is() -> None:
    sheet = a_sheet(excuse="The force’s box was full all month.")
    words = bare(lawfulness_pdf(sheet))
    for line in sheet.lines:
        for told in (line.light, line.limb.proof, line.duty, f"s.{line.limb.subsection}"):
            assert "".join(told.split()) in words, told
    assert words.count("With:policyofficer") == len(sheet.lines)
    assert words.count("Reasongiven:Theforce’sboxwasfullallmonth.") == len(sheet.lines)
    assert "Asat18:00onTuesday6December2022." in words


def test_words_of_the_record_are_never_markup() -> None:
    evil = "#panic() $x$ *b* `c` \\ // @ref [x] = -- ~ <y>"
    sheet = replace(a_sheet(evil), title=evil)
    assert "".join(evil.split()) in bare(lawfulness_pdf(sheet))


def test_what_is_too_long_for_the_page_is_cut_and_shows_that_it_is() -> None:
    words = bare(lawfulness_pdf(a_sheet(LONG)))
    cut = f"{LONG[: LONGEST_PROOF[0] - 1].rstrip()}…"
    assert "".join(cut.split()) in words
    assert "".join(LONG.split()) not in words
