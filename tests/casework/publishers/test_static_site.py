import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from casework.errors import DoorError, RefusedInputError, SettingsError
from casework.publishers.feeds import Site
from casework.publishers.static_site import StaticSite
from tests.casework.publishers.responses import AWAITED, LATE, RESPONSE, SITE, a_response


def _everything_in(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_signed_bytes_go_out_as_they_are(tmp_path: Path) -> None:
    written = StaticSite(tmp_path, SITE).publish(RESPONSE, [])
    assert (tmp_path / "peel-2021-22/index.html").read_bytes() == RESPONSE.html
    assert (tmp_path / "peel-2021-22/response.pdf").read_bytes() == RESPONSE.pdf
    assert (tmp_path / "peel-2021-22/response.docx").read_bytes() == RESPONSE.docx
    assert written.address == "https://responses.barsetshire.example/peel-2021-22/"


def test_the_manifest_and_the_result_tell_the_true_hashes(tmp_path: Path) -> None:
    written = StaticSite(tmp_path, SITE).publish(RESPONSE, [AWAITED])
    for file in written.files:
        data = (tmp_path / file.path).read_bytes()
        assert (file.sha256, file.size) == (sha256(data).hexdigest(), len(data))
    manifest = json.loads((tmp_path / "peel-2021-22/manifest.json").read_text())
    assert manifest["files"]["index.html"]["sha256"] == sha256(RESPONSE.html).hexdigest()
    assert set(manifest["files"]) == {"index.html", "response.pdf", "response.docx"}


def test_publishing_twice_changes_not_one_byte_and_not_one_file_time(tmp_path: Path) -> None:
    site = StaticSite(tmp_path, SITE)
    site.publish(RESPONSE, [AWAITED, LATE])
    before = _everything_in(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    site.publish(RESPONSE, [LATE, RESPONSE.as_entry(), AWAITED])
    assert _everything_in(tmp_path) == before
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == times


def test_the_register_shows_every_row_with_its_days(tmp_path: Path) -> None:
    StaticSite(tmp_path, SITE).publish(RESPONSE, [AWAITED, LATE])
    page = LexborHTMLParser((tmp_path / "index.html").read_bytes())
    rows = [" ".join(row.text(separator=" ").split()) for row in page.css(".register tbody tr")]
    assert ["Not yet published" in row for row in rows] == [True, False, False]
    assert "14 October 2022 8 December 2022 6 December 2022 54 on time" in rows[1]
    assert "1 March 2021 25 April 2021 3 May 2021 64 8 days late" in rows[2]
    assert "Published late: The translation came late." in rows[2]
    assert "Corrected on 9 January 2023: A date was wrong." in rows[2]
    assert "Response to PEEL 2021/22 & <what> it says" in rows[1]


def test_the_index_is_a_sound_page(tmp_path: Path) -> None:
    StaticSite(tmp_path, SITE).publish(RESPONSE, [AWAITED, LATE])
    page = LexborHTMLParser((tmp_path / "index.html").read_bytes())
    identities = [node.attributes["id"] for node in page.css("[id]")]
    titles = [node.text() for node in page.css("head > title")]
    assert [node.attributes["lang"] for node in page.css("html")] == ["en-GB"]
    assert len(page.css("h1")) == 1
    assert titles == [f"{SITE.title} – {SITE.office_name}"]
    assert len(identities) == len(set(identities))
    assert len(page.css("table")) == len(page.css("table > caption"))
    assert {cell.attributes["scope"] for cell in page.css("th")} == {"col", "row"}
    links = [node.attributes["href"] for node in page.css("a[lang=cy-GB]")]
    assert links == ["ymateb-dalfa/"], "relative: the folder may stand anywhere"


def test_an_overdue_response_is_visible(tmp_path: Path) -> None:
    StaticSite(tmp_path, SITE).refresh([replace(AWAITED, overdue=True)])
    assert "Overdue" in (tmp_path / "index.html").read_text()


def test_an_empty_register_says_so(tmp_path: Path) -> None:
    StaticSite(tmp_path, SITE).refresh([])
    assert "No response has been published yet." in (tmp_path / "index.html").read_text()


def test_the_feeds_list_published_responses_only(tmp_path: Path) -> None:
    StaticSite(tmp_path, SITE).publish(RESPONSE, [AWAITED, LATE])
    atom = feedparser.parse(BytesIO((tmp_path / "feed.atom").read_bytes()))
    feed = json.loads((tmp_path / "feed.json").read_text())
    addresses = [f"{SITE.address}peel-2021-22/", f"{SITE.address}ymateb-dalfa/"]
    assert not atom.bozo
    assert atom.version == "atom10"
    assert [entry.id for entry in atom.entries] == addresses
    assert atom.entries[0].title == RESPONSE.title
    assert atom.feed.updated == "2023-01-09T12:00:00Z", "a correction is news"
    assert [item["url"] for item in feed["items"]] == addresses


def test_what_is_published_now_replaces_its_own_old_row(tmp_path: Path) -> None:
    old = a_response(slug="peel-draft-address").as_entry()
    StaticSite(tmp_path, SITE).publish(RESPONSE, [old])
    page = (tmp_path / "index.html").read_text()
    assert "peel-draft-address" not in page
    assert page.count('role="rowheader"') == 1


def test_a_correction_replaces_the_response_at_the_same_address(tmp_path: Path) -> None:
    site = StaticSite(tmp_path, SITE)
    first = site.publish(RESPONSE, [])
    second = site.publish(a_response(html=b"<h1>Corrected</h1>", correction_note="A date."), [])
    assert first.address == second.address
    assert (tmp_path / "peel-2021-22/index.html").read_bytes() == b"<h1>Corrected</h1>"


@pytest.mark.parametrize("slug", ["", "..", "../x", "a/b", "A", "a--b", "assets", "x" * 121, "ŵ"])
def test_an_address_that_leads_elsewhere_is_refused_and_nothing_written(
    tmp_path: Path, slug: str
) -> None:
    with pytest.raises(RefusedInputError):
        StaticSite(tmp_path, SITE).publish(a_response(slug=slug), [])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "peel-2021-22").write_text("in the way")
    with pytest.raises(DoorError, match="publishing twice is harmless"):
        StaticSite(tmp_path, SITE).publish(RESPONSE, [])
    assert not (tmp_path / "index.html").exists(), "nothing points to what is not there"


def test_publishing_again_mends_a_half_written_folder(tmp_path: Path) -> None:
    site = StaticSite(tmp_path, SITE)
    site.publish(RESPONSE, [LATE])
    whole = _everything_in(tmp_path)
    shutil.rmtree(tmp_path / "assets")
    (tmp_path / "peel-2021-22/response.pdf").write_bytes(RESPONSE.pdf[:5])
    site.publish(RESPONSE, [LATE])
    assert _everything_in(tmp_path) == whole


@pytest.mark.parametrize(
    "address", ["responses.example/", "https://responses.example", "file:///x/"]
)
def test_a_site_needs_a_whole_public_address(tmp_path: Path, address: str) -> None:
    with pytest.raises(SettingsError):
        StaticSite(tmp_path, Site(address, "T", "b", "o", "e@x.example"))
