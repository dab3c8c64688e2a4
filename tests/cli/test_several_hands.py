"""Several hands at a terminal: the response goes out, comes back twice, and is remarked upon."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst

from casework.documents.regions import fill_regions
from tests.cli.terminal import CASE, CHIEF_EXECUTIVE, HEAD, OFFICER, Terminal
from tests.document_systems import unmarked

TUESDAY, WEDNESDAY = "2022-11-08T15:10", "2022-11-09T10:00"


def taken_out(terminal: Terminal, name: str = "mine.docx") -> Path:
    """Return the current version as the head of policy took it out."""
    terminal.answered()
    terminal.do("check-out", CASE, "-o", name, by=HEAD, at=TUESDAY)
    return terminal.folder / name


def edit(path: Path, words: str, name: str) -> str:
    """Return the name of a copy in which a person wrote something."""
    edited = fill_regions(path.read_bytes(), {"overview": [words]})
    (path.parent / name).write_bytes(edited)
    return name


def two_edits(terminal: Terminal) -> int:
    """Bring the case to where two edits of one version came back; return the second's number."""
    path = taken_out(terminal)
    first, second = edit(path, "First.", "first.docx"), edit(path, "Second.", "second.docx")
    terminal.do("check-in", CASE, first, by=HEAD, at=WEDNESDAY)
    terminal.do("check-in", CASE, second, by=CHIEF_EXECUTIVE, at=WEDNESDAY)
    return int(terminal.do("branches", CASE, "--json").value[0]["number"])


def test_the_second_hand_is_told_and_still_gets_the_file(terminal: Terminal) -> None:
    first = taken_out(terminal)
    said = terminal.do("check-out", CASE, "-o", "theirs.docx", by=OFFICER, at=WEDNESDAY).out
    assert "Look: Tomasz Birch has had version" in said
    assert "since Tuesday 8 November 2022, 15:10." in said or "Tuesday 8 November, 15:10." in said
    assert (terminal.folder / "theirs.docx").read_bytes() == first.read_bytes()
    for words in (("show", CASE), ("versions", CASE)):
        shown = terminal.do(*words).out
        assert "Tomasz Birch has had version" in shown
        assert "Priya Lockhart has had version" in shown


def test_a_file_with_edits_is_not_written_over(terminal: Terminal) -> None:
    path = taken_out(terminal)
    terminal.do("check-out", CASE, "-o", path.name, by=HEAD, at=WEDNESDAY)
    edit(path, "My edits of a week.", path.name)
    before = path.read_bytes()
    said = terminal.refused("check-out", CASE, "-o", path.name, "--as", HEAD)
    assert "may hold edits" in said
    assert path.read_bytes() == before


def test_fetching_a_version_writes_over_no_edits_either(terminal: Terminal) -> None:
    terminal.opened()
    names = [terminal.do("get", CASE).out.rpartition("is in ")[2].strip(".\n") for _ in range(2)]
    assert names[0] == names[1]
    path = terminal.folder / names[0]
    path.write_bytes(b"My edits of a week.")
    for words in (("get", CASE), ("get", CASE, "-o", path.name)):
        assert "may hold edits" in terminal.refused(*words)
        assert path.read_bytes() == b"My edits of a week."


def test_a_marker_is_given_back_once(terminal: Terminal) -> None:
    taken_out(terminal)
    give = ("check-out", CASE, "--give-back")
    assert "the marker is off" in terminal.do(*give, by=HEAD, at=WEDNESDAY).out
    assert "nothing was changed" in terminal.do(*give, by=HEAD, at=WEDNESDAY).out
    assert "has had version" not in terminal.do("show", CASE).out
    assert terminal.do("show", CASE, "--json").value["checkouts"] == []


def test_branches_are_listed_with_what_they_change_and_the_ways_out(terminal: Terminal) -> None:
    number = two_edits(terminal)
    (row,) = terminal.do("branches", CASE, "--json").value
    assert (row["by"], row["waits"]) == ("Rupert Adeyemi", True)
    assert row["siblings"] == [number - 1]
    assert (row["paragraphs_edited"], row["paragraphs_from_current"]) == (1, 1)
    said = terminal.do("branches", CASE).out
    assert f"compare-versions {CASE} {number - 1} {number} -o" in said
    assert f"take-branch {CASE} {number}" in said
    assert f"settle-branch {CASE} {number}" in said
    assert f"Version {number} is kept beside" in terminal.do("show", CASE).out


def test_two_edits_are_laid_side_by_side_in_a_page(terminal: Terminal) -> None:
    number = two_edits(terminal)
    words = ("compare-versions", CASE, str(number - 1), str(number), "-o", "page.html")
    found = terminal.do(*words, "--json").out
    assert '"old": "First."' in found
    page = (terminal.folder / "page.html").read_text(encoding="utf-8")
    assert f"version {number}" in page
    assert ">Second<" in page


def test_a_branch_taken_over_is_the_next_version(terminal: Terminal) -> None:
    number = two_edits(terminal)
    said = terminal.do("take-branch", CASE, str(number), by=OFFICER, at=WEDNESDAY).out
    assert f"version {number} is taken over, as version {number + 1}" in said
    terminal.do("get", CASE, "-o", "now.docx")
    from casework.documents.regions import read_regions

    assert read_regions((terminal.folder / "now.docx").read_bytes())["overview"] == ("Second.",)
    assert terminal.do("list", "--json").value[0]["next"] == "submit the response for signature"


def test_a_branch_not_settled_is_said_when_it_is_submitted(terminal: Terminal) -> None:
    number = two_edits(terminal)
    waiting = terminal.do("list", "--json").value[0]["next"]
    assert f"settle version {number}, kept beside" in waiting
    dated = ("--dated", "2022-11-22")
    said = terminal.do("submit", CASE, *dated, by=OFFICER, at="2022-11-20T10:00").out
    assert f"Look: version {number} is kept beside and not settled" in said


def test_a_branch_settled_says_why_and_nothing_more(terminal: Terminal) -> None:
    number = str(two_edits(terminal))
    said = terminal.do("settle-branch", CASE, number, "Carried over by hand.", by=OFFICER).out
    assert "Carried over by hand." in said
    assert "kept beside, then" not in said
    assert "settled: Carried over" in " ".join(terminal.do("branches", CASE).out.split())


def test_a_lost_mark_is_made_good_by_a_persons_word(terminal: Terminal) -> None:
    path = taken_out(terminal)
    edit(path, "Written elsewhere.", "lost.docx")
    lost = terminal.folder / "lost.docx"
    lost.write_bytes(unmarked(lost.read_bytes()))
    said = terminal.refused("check-in", CASE, "lost.docx", "--as", HEAD)
    made_from = said.rpartition("--made-from ")[2].rstrip(".")
    done = terminal.do("check-in", CASE, "lost.docx", "--made-from", made_from, by=HEAD)
    assert "is now version" in done.out
    assert "as you say" in done.out


def test_a_remark_is_open_until_it_is_decided(terminal: Terminal) -> None:
    terminal.answered()
    words = ("remark", CASE, "Nasreen Holt", "telephone", "March is too soon.")
    said = terminal.do(*words, "--place", "f001_answer", by=OFFICER, at=TUESDAY).out
    assert "remark 1 of Nasreen Holt is logged, and open" in said
    (row,) = terminal.do("remarks", CASE, "--json").value
    assert (row["heard"], row["place"], row["decision"]) == ("telephone", "f001_answer", "waiting")
    assert row["received_on"] == "2022-11-08"
    assert "1 open remark" in terminal.do("list", "--json").value[0]["next"]
    assert "March is too soon." in " ".join(terminal.do("show", CASE).out.split())
    tried = terminal.try_("submit", CASE, "--as", OFFICER)
    assert (tried.code, "Remark 1 of Nasreen Holt" in tried.told) == (2, True)
    decided = ("decide-remark", CASE, "1", "not-taken", "The date is in the plan.")
    assert "remark 1 is not taken" in terminal.do(*decided, by=HEAD, at=WEDNESDAY).out
    assert "not taken: The date" in " ".join(terminal.do("remarks", CASE).out.split())
    assert "open remark" not in terminal.do("list", "--json").value[0]["next"]


def test_the_comments_in_a_marked_pdf_become_remarks_once(terminal: Terminal) -> None:
    terminal.answered()
    pdf = pikepdf.open(BytesIO(bytes(typst.compile(b"We welcome the report."))))
    note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Rect": [1, 1, 9, 9]}
    entry = pikepdf.Dictionary({**note, "/Contents": "Who checks this?", "/T": "nholt"})
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(entry)])
    pdf.save(terminal.folder / "marked.pdf")
    words = ("remark", CASE, "Nasreen Holt", "marked-pdf", "--from", "marked.pdf")
    for _ in range(2):
        terminal.do(*words, by=OFFICER, at=TUESDAY)
    (row,) = terminal.do("remarks", CASE, "--json").value
    assert (row["who"], row["words"]) == ("Nasreen Holt (nholt)", "Page 1: Who checks this?")
    assert list((terminal.folder / "outputs" / "cases" / CASE / "received").glob("remarks-*.pdf"))


@pytest.mark.parametrize(
    "words",
    [
        ["check-out", "S55-1999-001", "--as", HEAD],
        ["check-out", CASE],
        ["take-branch", CASE, "1", "--as", OFFICER],
        ["settle-branch", CASE, "1", "Not wanted.", "--as", OFFICER],
        ["remark", CASE, "Nasreen Holt", "by pigeon", "Words.", "--as", OFFICER],
        ["remark", CASE, "Nasreen Holt", "email", "--as", OFFICER],
        ["remark", CASE, "Nasreen Holt", "email", "Words.", "--place", "f999", "--as", OFFICER],
        ["remark", CASE, "Nasreen Holt", "marked-pdf", "--from", "no.pdf", "--as", OFFICER],
        ["decide-remark", CASE, "1", "taken", "Agreed.", "--as", OFFICER],
        ["decide-remark", CASE, "1", "waiting", "Agreed.", "--as", OFFICER],
        ["remarks", "S55-1999-001"],
        ["branches", "S55-1999-001"],
    ],
    ids=lambda words: " ".join(words[:1] + words[2:5]),
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    terminal: Terminal, words: list[str]
) -> None:
    terminal.opened()
    before = terminal.do("show", CASE, "--json").out
    assert terminal.refused(*words)
    assert terminal.do("show", CASE, "--json").out == before


def test_an_encrypted_label_is_named_with_how_to_remove_it(terminal: Terminal) -> None:
    terminal.opened()
    names = "EncryptedPackage\0DRMEncryptedDataSpace".encode("utf-16-le")
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(1500)
    (terminal.folder / "labelled.docx").write_bytes(compound)
    said = terminal.refused("check-in", CASE, "labelled.docx", "--as", HEAD)
    assert "label without encryption" in said
    assert "hand it in again" in said


def test_nothing_open_is_said_plainly(terminal: Terminal) -> None:
    terminal.opened()
    assert "no edit is kept beside" in terminal.do("branches", CASE).out
    assert "no remark is logged" in terminal.do("remarks", CASE).out
