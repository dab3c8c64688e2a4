"""`make run`: the sample report goes the whole way, and what it makes can be sent out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from casework.documents.merge import SERVICE
from casework.documents.packing import unpack
from casework.documents.publishable import words_of_docx, words_of_html, words_of_pdf
from casework.record.database import open_database
from casework.record.record import Record
from casework.record.verify import faults

pytestmark = pytest.mark.engine

ROOT = Path(__file__).parents[2]
CHROMIUM = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def play(parent: Path) -> str:
    """Play the journey in a process of its own and return what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    environment["COLUMNS"] = "160"
    done = subprocess.run(
        [sys.executable, "-m", "flows.sample_journey", str(parent)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Play the journey twice, one after the other; give the second one's folder and page."""
    parent = tmp_path_factory.mktemp("journeys")
    play(parent)
    printed = play(parent)
    return parent / "02", printed


def case(folder: Path) -> Path:
    return folder / "cases" / "S55-2022-001"


def letters(text: str) -> str:
    """Return a text without spaces and list dots."""
    return "".join(text.replace("•", "").split())


def test_it_ends_with_every_limb_of_the_law_and_its_proof(journey: tuple[Path, str]) -> None:
    _, printed = journey
    for limb in ("55(4)", "55(5)(a)", "55(5)(b)", "55(5)(c)", "55(5A)", "55(5B)", "55(6)"):
        assert limb in printed
    assert "day 53" in printed
    assert "History verified" in printed
    assert "broken" not in printed


def test_what_changed_while_people_edited_is_decided_in_word_and_signed(
    journey: tuple[Path, str],
) -> None:
    folder, printed = journey
    assert "2 updates waiting" in printed
    assert "2 of 2 updates" in printed
    before, proposal, after = sorted(case(folder).glob("*-response-[ew]*.docx"))
    assert b"31 July 2023" not in words_of(before)
    assert SERVICE.encode() in words_of(proposal)
    assert SERVICE.encode() not in words_of(after)
    page = next((folder / "public" / "site").glob("*/index.html"))
    said = words_of_html(page.read_bytes())
    for words in (
        "finds by 31 July",
        "Owner: Head of assurance. Due: 31 July 2023.",
        "on 9 December",
    ):
        assert words in said
    assert "finds by 30 June" not in said


def words_of(path: Path) -> bytes:
    """Return the part of a Word file that holds its words."""
    return unpack(path.read_bytes())["word/document.xml"]


def test_run_again_it_begins_a_fresh_record_beside_the_old_one(journey: tuple[Path, str]) -> None:
    folder, _ = journey
    records = [folder.parent / name / "record" / "section55.sqlite" for name in ("01", "02")]
    for path in records:
        record = Record(open_database(f"sqlite:///{path}"), "arden", path.parent)
        assert faults(record) == []


def test_the_same_signed_words_stand_in_all_three_forms(journey: tuple[Path, str]) -> None:
    folder, _ = journey
    page = next((folder / "public" / "site").glob("*/index.html")).parent
    html = words_of_html((page / "index.html").read_bytes())
    assert html.split() == words_of_docx((page / "response.docx").read_bytes()).split()
    bare = words_of_pdf((page / "response.pdf").read_bytes())
    # The dots before list items are words of the PDF's page, not of the response.
    assert letters(html) == letters(bare)


def test_the_pdf_is_tagged_and_says_what_it_is(journey: tuple[Path, str]) -> None:
    folder, _ = journey
    path = next((folder / "public" / "site").glob("*/response.pdf"))
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert "/StructTreeRoot" in root


def test_nothing_of_the_draft_is_left_in_what_is_public(journey: tuple[Path, str]) -> None:
    folder, _ = journey
    for path in (folder / "public" / "site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for trace in ("OFFICIAL-SENSITIVE", "Tomasz Birch", "[To be", "s55:"):
            assert trace not in text, (path, trace)


@pytest.mark.libreoffice
def test_every_word_file_opens_in_libreoffice(journey: tuple[Path, str], tmp_path: Path) -> None:
    folder, _ = journey
    files = [str(path) for path in sorted(case(folder).glob("*.docx"))]
    soffice = shutil.which("soffice")
    assert soffice
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    assert len(list(tmp_path.glob("*.pdf"))) == len(files)


@pytest.mark.node
def test_every_word_file_is_valid_open_xml(
    journey: tuple[Path, str], needs: Callable[[str], str]
) -> None:
    from tests.open_xml import faults_of

    del needs
    folder, _ = journey
    files = [*case(folder).glob("*.docx"), *(folder / "public" / "site").glob("*/response.docx")]
    assert len(files) >= 6
    for path in sorted(files):
        assert faults_of(path) == [], path.name


@pytest.mark.browser
def test_the_public_pages_pass_axe(journey: tuple[Path, str]) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    folder, _ = journey
    site = folder / "public" / "site"
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    slug = next(site.glob("*/index.html")).parent.name
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(CHROMIUM)
        )
        page = browser.new_page()
        for path in ("", f"{slug}/"):
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
        browser.close()
    server.shutdown()
    server.server_close()
