from pathlib import Path
from zipfile import ZipFile

import pytest

from casework.errors import RefusedInputError
from casework.publishers.web_package import WebPackage
from tests.casework.publishers.responses import AWAITED, RESPONSE, a_response


def _package(folder: Path) -> Path:
    written = WebPackage(folder, "web@barsetshire.example").publish(RESPONSE, [AWAITED])
    assert written.address is None, "only the web team can know the address"
    return folder / written.files[0].path


def test_the_web_team_gets_the_signed_words_and_what_to_do_with_them(tmp_path: Path) -> None:
    with ZipFile(_package(tmp_path)) as package:
        assert package.testzip() is None
        assert package.read("page.html") == RESPONSE.fragment
        assert package.read("response.pdf") == RESPONSE.pdf
        assert package.read("response.docx") == RESPONSE.docx
        assert package.read("title.txt").decode().strip() == RESPONSE.title
        read_me = package.read("read-me-first.txt").decode()
    assert "8 December 2022" in read_me
    assert "web@barsetshire.example" in read_me
    assert "Response to PEEL 2021/22 & <what> it says" in read_me, "plain text is not escaped"


def test_the_same_package_twice_is_the_same_bytes(tmp_path: Path) -> None:
    first = _package(tmp_path / "a").read_bytes()
    assert _package(tmp_path / "b").read_bytes() == first
    assert _package(tmp_path / "a").read_bytes() == first


def test_a_correction_tells_the_web_team_to_keep_the_address(tmp_path: Path) -> None:
    corrected = a_response(correction_note="The date on page 2 was wrong.")
    written = WebPackage(tmp_path, "web@barsetshire.example").publish(corrected, [])
    with ZipFile(tmp_path / written.files[0].path) as package:
        read_me = package.read("read-me-first.txt").decode()
        assert "register.html" not in package.namelist()
    assert "Keep the same address." in read_me
    assert "The date on page 2 was wrong." in read_me


def test_a_reference_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(RefusedInputError):
        WebPackage(tmp_path / "out", "x").publish(a_response(reference="../../x"), [])
    assert list(tmp_path.iterdir()) == []
