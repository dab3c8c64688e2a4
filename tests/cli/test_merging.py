"""`merge` and `compare` on plain files, and the updates of a case: listed, taken, set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casework.documents.merge.law import is_kept
from casework.documents.regions import fill_regions, read_regions
from tests.casework.documents.raw_word import para, word_file
from tests.casework.documents.three_versions import merged_files, region
from tests.cli.terminal import CASE, HEAD, OFFICER, Terminal

if TYPE_CHECKING:
    from pathlib import Path

OLD, EDITED, NEW = "The force should act.", "The force must act.", "The force could act."
BODY = region("a", OLD) + region("b", "Records are kept.") + para("The end.")
BASE, THEIRS = word_file(BODY), word_file(BODY.replace(OLD, EDITED))
MINE = word_file(BODY.replace(OLD, NEW).replace("kept", "held"))
FILES = ("base.docx", "theirs.docx", "mine.docx")
MERGE = ("merge", *FILES, "-o", "out.docx")


@pytest.fixture
def folder(terminal: Terminal) -> Path:
    """Return the terminal's folder, with the three files of a merge in it."""
    for name, data in zip(FILES, (BASE, THEIRS, MINE), strict=True):
        (terminal.folder / name).write_bytes(data)
    return terminal.folder


def test_a_merge_is_told_to_programs_in_the_keys_of_the_exchange_format(
    terminal: Terminal, folder: Path
) -> None:
    told = terminal.do(*MERGE, "--json").value
    assert list(told) == [
        "added", "updated", "removed", "conflicts", "kept", "items", "unmerged", "safe",
    ]  # fmt: skip
    counts = {name: told[name] for name in ("added", "updated", "removed", "conflicts", "kept")}
    assert counts == {"added": 0, "updated": 1, "removed": 0, "conflicts": 1, "kept": 0}
    assert told["safe"] is True
    assert told["items"][0] == {
        "region": "a",
        "outcome": "conflict",
        "old": OLD,
        "new": NEW,
        "theirs": EDITED,
    }
    assert (folder / "theirs.docx").read_bytes() == THEIRS
    assert read_regions((folder / "out.docx").read_bytes())["a"] == (EDITED,)


def test_a_merge_is_told_to_people_place_by_place(terminal: Terminal, folder: Path) -> None:
    said = terminal.do(*MERGE).out
    assert "out.docx: 2 updates to decide on." in said
    assert f"conflict at a: {NEW}" in said
    assert "updated at b: Records are held." in said
    assert (folder / "out.docx").exists()


def test_a_merge_with_nothing_to_bring_in_gives_the_same_file(
    terminal: Terminal, folder: Path
) -> None:
    said = terminal.do("merge", FILES[0], FILES[1], FILES[0], "-o", "out.docx").out
    assert "out.docx: as it was." in said
    assert (folder / "out.docx").read_bytes() == THEIRS


@pytest.mark.parametrize("more", [(), ("--json",)], ids=["for people", "for programs"])
def test_a_merge_that_is_not_safe_ends_with_3_and_writes_nothing(
    terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    from casework.documents.merge import merging

    monkeypatch.setattr(merging, is_kept.__name__, lambda *_: False)
    said = terminal.try_(*MERGE, *more)
    assert said.code == 3
    assert said.out == ""
    assert "nothing was written" in said.told
    assert sorted(path.name for path in folder.glob("*.docx")) == sorted(FILES)


def pending() -> bytes:
    """Return a file in which an update of the service waits."""
    return merged_files(BASE, BASE, MINE).merged.data


DOCM = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)


@pytest.mark.parametrize("place", range(3), ids=FILES)
@pytest.mark.parametrize("bad", [b"", b"Dear all", DOCM, BASE[:-30]])
def test_a_file_the_gate_keeps_out_is_refused_in_one_sentence(
    terminal: Terminal, folder: Path, place: int, bad: bytes
) -> None:
    (folder / FILES[place]).write_bytes(bad)
    (folder / "out.docx").write_bytes(b"of yesterday")
    assert terminal.refused(*MERGE)
    assert (folder / "out.docx").read_bytes() == b"of yesterday"


def test_a_file_with_undecided_updates_takes_no_more_of_them(
    terminal: Terminal, folder: Path
) -> None:
    (folder / "theirs.docx").write_bytes(pending())
    assert "accept or reject each of them in Word" in terminal.refused(*MERGE)
    assert not (folder / "out.docx").exists()


def test_a_missing_file_and_a_place_that_cannot_be_written_are_told(
    terminal: Terminal, folder: Path
) -> None:
    assert "no.docx" in terminal.refused("merge", "no.docx", *FILES[1:], "-o", "out.docx")
    assert "nowhere" in terminal.refused("merge", *FILES, "-o", f"{FILES[0]}/nowhere/out.docx")
    assert sorted(path.name for path in folder.glob("*.docx")) == sorted(FILES)


def test_a_comparison_is_told_in_the_keys_of_the_exchange_format_and_written_as_a_page(
    terminal: Terminal, folder: Path
) -> None:
    told = terminal.do("compare", "base.docx", "mine.docx", "-o", "page.html", "--json").value
    assert list(told) == ["changed", "new", "gone", "moved", "items", "pending"]
    assert {k: told[k] for k in ("changed", "new", "gone", "moved")} == {
        "changed": 2,
        "new": 0,
        "gone": 0,
        "moved": 0,
    }
    assert told["items"][0] == {"outcome": "changed", "old": OLD, "new": NEW, "where": ""}
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "base.docx" in page
    assert "mine.docx" in page


def test_a_comparison_says_whose_changes_still_wait(terminal: Terminal, folder: Path) -> None:
    (folder / "theirs.docx").write_bytes(pending())
    told = terminal.do("compare", "base.docx", "theirs.docx", "-o", "page.html", "--json").value
    assert {change["author"] for change in told["pending"]} == {"Section 55 service"}


def test_a_comparison_with_a_refused_file_writes_nothing(terminal: Terminal, folder: Path) -> None:
    (folder / "mine.docx").write_bytes(b"Dear all")
    for words in (("base.docx", "mine.docx"), ("mine.docx", "base.docx"), ("no.docx", "base.docx")):
        assert terminal.refused("compare", *words, "-o", "page.html")
    assert not (folder / "page.html").exists()


FINDING = "The force should write each decision down at once."


@pytest.fixture
def waiting(terminal: Terminal) -> str:
    """Bring a case to where an update waits beside the version people edit; return its key."""
    terminal.opened()
    terminal.do("confirm", CASE, by=OFFICER, at="2022-10-14T10:00")
    terminal.do("draft", CASE, by=OFFICER, at="2022-10-15T10:00")
    terminal.do("check-out", CASE, "-o", "mine.docx", by=HEAD, at="2022-11-08T15:10")
    path = terminal.folder / "mine.docx"
    path.write_bytes(fill_regions(path.read_bytes(), {"overview": ["We welcome the report."]}))
    terminal.do("check-in", CASE, "mine.docx", by=HEAD, at="2022-11-09T10:00")
    key = str(terminal.do("show", CASE, "--json").value["findings"][0]["key"])
    terminal.do("finding", "correct", CASE, key, FINDING, by=HEAD, at="2022-11-10T10:00")
    terminal.do("draft", CASE, by=OFFICER, at="2022-11-10T11:00")
    return key


def words_of(terminal: Terminal) -> dict[str, tuple[str, ...]]:
    """Return the regions of the version people work on."""
    path = terminal.folder / "now.docx"
    path.unlink(missing_ok=True)
    terminal.do("get", CASE, "-o", path.name)
    return read_regions(path.read_bytes())


def test_updates_are_listed_with_what_was_and_what_is(terminal: Terminal, waiting: str) -> None:
    told = terminal.do("updates", CASE, "--json").value
    assert list(told) == ["number", "said", "items"]
    assert told["said"].startswith(f"{len(told['items'])} update")
    item = next(item for item in told["items"] if item["region"] == f"{waiting}_text")
    assert list(item) == ["region", "outcome", "old", "new", "theirs"]
    assert item["new"] == FINDING
    assert item["old"] == item["theirs"]
    said = terminal.do("updates", CASE).out
    assert f"{told['said']} in version {told['number']}." in said
    assert f"{waiting}_text" in said


def test_updates_taken_are_the_next_version(terminal: Terminal, waiting: str) -> None:
    number = terminal.do("updates", CASE, "--json").value["number"]
    said = terminal.do("take-updates", CASE, by=HEAD, at="2022-11-11T10:00").out
    assert f"the updates are taken into version {number + 1}" in said
    assert words_of(terminal)[f"{waiting}_text"] == (FINDING,)
    assert words_of(terminal)["overview"] == ("We welcome the report.",)
    assert "no updates wait" in terminal.do("updates", CASE).out
    assert terminal.do("updates", CASE, "--json").value == {
        "number": None,
        "said": "no updates waiting",
        "items": [],
    }


def test_updates_set_aside_leave_the_words_and_are_not_offered_again(
    terminal: Terminal, waiting: str
) -> None:
    before = terminal.do("updates", CASE, "--json").value["items"][0]["theirs"]
    declined = ("decline-updates", CASE, "Agreed with the force.")
    assert "set aside" in terminal.do(*declined, by=OFFICER, at="2022-11-11T10:00").out
    assert terminal.do("updates", CASE, "--json").value["number"] is None
    terminal.do("draft", CASE, by=OFFICER, at="2022-11-12T10:00")
    assert terminal.do("updates", CASE, "--json").value["number"] is None
    assert words_of(terminal)[f"{waiting}_text"] == tuple(before.split("\n"))


def test_updates_are_set_aside_only_with_a_reason(terminal: Terminal, waiting: str) -> None:
    assert waiting
    assert terminal.refused("decline-updates", CASE, "  ", "--as", OFFICER)
    assert terminal.do("updates", CASE, "--json").value["number"] is not None


@pytest.mark.parametrize(
    "words",
    [
        ("updates", "S55-1999-001"),
        ("take-updates", CASE, "--as", HEAD),
        ("take-updates", CASE),
        ("decline-updates", CASE, "Not wanted.", "--as", OFFICER),
        ("compare-versions", CASE, "1", "9", "-o", "page.html"),
    ],
    ids=" ".join,
)
def test_what_does_not_wait_or_is_not_there_is_refused_in_one_sentence(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    terminal.opened()
    assert terminal.refused(*words)
    assert not (terminal.folder / "page.html").exists()


def test_two_versions_of_a_case_are_held_side_by_side(terminal: Terminal, waiting: str) -> None:
    number = terminal.do("updates", CASE, "--json").value["number"]
    words = ("compare-versions", CASE, str(number - 1), str(number), "-o", "page.html", "--json")
    told = terminal.do(*words).value
    assert [item["new"] for item in told["items"]] == [FINDING]
    assert told["pending"][0]["author"] == "Section 55 service"
    page = (terminal.folder / "page.html").read_text(encoding="utf-8")
    assert f"version {number}" in page
    assert waiting
