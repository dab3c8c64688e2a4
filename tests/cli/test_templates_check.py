"""`section55 template check`: faults in sentences, previews to look at, no record needed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casework.documents.packing import pack_parts, unpack
from casework.documents.wordml import DOCUMENT_PART
from tests.cli.terminal import ROOT, Terminal

TEMPLATES = ROOT / "templates" / "documents"


def a_template(terminal: Terminal, *changes: tuple[str, str], name: str = "chaser") -> Path:
    """Return a lone copy of a template in the terminal's folder, with words changed."""
    parts = unpack((TEMPLATES / name / "template.docx").read_bytes())
    body = parts[DOCUMENT_PART].decode()
    for old, new in changes:
        assert old in body
        body = body.replace(old, new, 1)
    file = terminal.folder / "ours.docx"
    file.write_bytes(pack_parts(parts | {DOCUMENT_PART: body.encode()}))
    return file


def test_a_template_beside_its_description_can_be_used(terminal: Terminal) -> None:
    said = terminal.do("template", "check", str(TEMPLATES / "chaser" / "template.docx"))
    assert said.out.startswith("template.docx can be used.")
    assert "Fields it never uses" in said.out
    assert not (terminal.folder / "outputs").exists()


def test_faults_are_listed_for_people_and_the_exit_says_so(terminal: Terminal) -> None:
    file = a_template(terminal, ("{{ reference }}", "{{ referenze }} and { { body.name }}"))
    said = terminal.try_("template", "check", str(file), "--like", "chaser")
    assert said.code == 2
    assert "cannot be used yet: 2 faults" in said.out
    assert "There is no field referenze: did you mean reference?" in said.out
    assert "broken by a space" in said.out
    assert "No previews were made" in said.told


def test_faults_are_listed_for_programs_in_the_exchange_format(terminal: Terminal) -> None:
    file = a_template(terminal, ("{{ reference }}", "{{ referenze }}"))
    said = terminal.try_("template", "check", str(file), "--like", "chaser", "--json")
    assert said.code == 2
    assert list(said.value) == ["file", "usable", "faults", "advice", "previews"]
    assert said.value["usable"] is False
    (fault,) = said.value["faults"]
    assert list(fault) == ["fault", "where", "message", "suggestion"]
    assert fault["suggestion"] == "reference"
    assert set(said.value["advice"][0]) == {"advice", "where", "message"}


def test_previews_are_written_for_a_person_to_look_at(terminal: Terminal) -> None:
    out = terminal.folder / "previews"
    file = str(TEMPLATES / "response-by-area" / "template.docx")
    said = terminal.do("template", "check", file, "-o", str(out), "--json").value
    assert said["usable"] is True
    names = [preview["name"] for preview in said["previews"]]
    assert names == ["empty", "one", "thirty", "comments", "awkward"]
    written = {Path(f) for preview in said["previews"] for f in preview["files"]}
    assert written == {out / f"{name}.{form}" for name in names for form in ("docx", "html", "pdf")}
    assert all(path.stat().st_size for path in written)
    assert set(out.iterdir()) == written


def test_a_lone_file_is_judged_by_the_fields_it_is_filled_with(terminal: Terminal) -> None:
    file = a_template(terminal)
    assert "--like NAME" in terminal.refused("template", "check", str(file))
    said = terminal.do("template", "check", str(file), "--fields", "letter", "--json").value
    assert (said["usable"], said["faults"]) == (True, [])


def test_response_and_letter_do_not_share_their_fields(terminal: Terminal) -> None:
    file = a_template(terminal)
    said = terminal.try_("template", "check", str(file), "--fields", "response")
    assert said.code == 2
    assert "There is no field recipient" in said.out


@pytest.mark.parametrize(
    "words", [("--like", "nothing"), ("--like", "chaser", "--fields", "letter")]
)
def test_a_document_type_that_is_not_there_is_refused(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    terminal.refused("template", "check", str(a_template(terminal)), *words)


def test_a_hostile_file_is_refused_in_one_sentence(terminal: Terminal) -> None:
    file = a_template(terminal)
    file.write_bytes(pack_parts(unpack(file.read_bytes()) | {"word/vbaProject.bin": b"x"}))
    assert "macro" in terminal.refused("template", "check", str(file), "--like", "chaser")
    said = terminal.try_("template", "check", str(file), "--like", "chaser", "--json")
    assert (said.code, said.value["refusal"]) == (2, True)
    assert "macro" in said.value["error"]


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(terminal: Terminal) -> None:
    taken = terminal.folder / "taken"
    taken.write_text("a file")
    shutil.copytree(TEMPLATES / "chaser", terminal.folder / "chaser")
    file = str(terminal.folder / "chaser" / "template.docx")
    said = terminal.try_("template", "check", file, "--fields", "letter", "-o", str(taken))
    assert said.code == 2
    assert "choose another folder" in said.told
