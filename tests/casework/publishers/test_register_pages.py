"""The public register: all of it, by year, by force; links that hold, words that tell lateness."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from casework.publishers.register_files import RegisterFiles
from casework.publishers.static_site import StaticSite
from models.shapes.publication import IndexEntry
from models.words import Stage
from tests.casework.publishers.responses import (
    AWAITED,
    BARSETSHIRE,
    LATE,
    RESPONSE,
    SITE,
    a_register,
)

ON_TIME = RESPONSE.as_entry()


def page(register: list[IndexEntry], name: str = "index.html") -> LexborHTMLParser:
    data = RegisterFiles(SITE, register).file(name)
    assert data is not None, name
    return LexborHTMLParser(data)


def the(parsed: LexborHTMLParser | LexborNode, what: str) -> LexborNode:
    found = parsed.css_first(what)
    assert found is not None, what
    return found


def rows(parsed: LexborHTMLParser) -> list[str]:
    found = parsed.css(".register tbody tr")
    return [" ".join(row.text(separator=" ").split()) for row in found]


def choices(parsed: LexborHTMLParser, label: str) -> list[str]:
    return [link.text() for link in parsed.css(f'nav[aria-label="{label}"] a')]


def test_each_year_and_each_force_has_a_page_with_its_rows_and_no_other() -> None:
    register = a_register(40)
    files = RegisterFiles(SITE, register)
    for entry in register:
        year = entry.report_published.year
        shown = {name for name in files.names if name.endswith(".html")}
        of_force = {f"force-{force.key}" for force in entry.forces}
        wanted = {"index.html", f"year-{year}.html"}
        wanted |= {f"{name}.html" for name in of_force} | {f"{n}.{year}.html" for n in of_force}
        there = {n for n in shown if f">{entry.report_title}<".encode() in (files.file(n) or b"")}
        assert there == wanted


def test_the_choices_are_plain_links_and_say_which_is_chosen() -> None:
    register = a_register(40)
    parsed = page(register, "force-barsetshire.2021.html")
    assert choices(parsed, "Year of the report")[:2] == ["All years", "2024"]
    assert choices(parsed, "Force") == [
        "All forces",
        "Barsetshire Police",
        "Loamshire Constabulary",
    ]
    here = [link.text() for link in parsed.css("[aria-current=page]")]
    assert here == ["2021", "Barsetshire Police"]
    assert "Barsetshire Police, 2021" in the(parsed, "h1").text()


def test_an_office_with_one_force_chooses_none() -> None:
    one = [replace(entry, forces=(BARSETSHIRE,)) for entry in a_register(10)]
    assert not any(name.startswith("force-") for name in RegisterFiles(SITE, one).names)
    assert choices(page(one), "Force") == []


@pytest.mark.parametrize("base", ["", "deep/below/here/"])
def test_every_relative_link_leads_to_a_file_wherever_the_folder_stands(
    tmp_path: Path, base: str
) -> None:
    folder = tmp_path / base if base else tmp_path
    StaticSite(folder, SITE).publish(RESPONSE, [])
    for path in folder.glob("*.html"):
        for link in relative_links(LexborHTMLParser(path.read_bytes())):
            there = folder / urljoin("/", link).removeprefix("/")
            assert (there / "index.html" if there.is_dir() else there).is_file(), link


def relative_links(parsed: LexborHTMLParser) -> Iterator[str]:
    for node in parsed.css("[href]"):
        link = node.attributes["href"] or ""
        if not re.match(r"[a-z]+:|#", link):
            assert not link.startswith("/"), link
            yield link.partition("#")[0]


def test_a_reply_without_a_clock_is_neither_on_time_nor_late() -> None:
    free = replace(LATE, has_clock=False, lateness_reason=None)
    (row,) = rows(page([free]))
    assert "No time limit" in row
    assert "late" not in row
    assert page([free]).css_first("svg.days-chart") is None


def test_a_report_answered_elsewhere_points_to_its_answer() -> None:
    other = replace(
        AWAITED,
        no_response=Stage.ANSWERED_ELSEWHERE,
        answered_in=ON_TIME.slug,
        answered_in_title=ON_TIME.title,
    )
    parsed = page([ON_TIME, other, replace(AWAITED, no_response=Stage.NOT_OUR_SUBJECT)])
    told = " ".join(rows(parsed))
    assert f"Answered in another response: {ON_TIME.title}" in told
    assert "No response is due: not about policing in this area" in told
    assert "Not yet published" not in told
    assert "1 response has been published: 1 on time, 0 late." in parsed.body.text()  # type: ignore[union-attr]


def test_the_chart_and_its_table_tell_the_same_years() -> None:
    parsed = page(a_register(40))
    chart, table = the(parsed, "svg.days-chart"), the(parsed, ".years table")
    drawn = [node.text() for node in chart.css("text") if re.fullmatch(r"20\d\d", node.text())]
    assert drawn == [node.text() for node in table.css("tbody th")]
    named = (chart.attributes["aria-labelledby"] or "").split()
    assert all(told(chart, one) for one in named)
    assert "40 responses, 35 on time and 5 late" in told(chart, named[1])


def told(chart: LexborNode, identity: str) -> str:
    return the(chart, f"#{identity}").text()


def test_the_pages_tell_machines_what_they_hold_and_no_title_ends_the_script() -> None:
    odd = replace(ON_TIME, title="</script><b>& “Ŵyr”")
    raw = RegisterFiles(SITE, [odd]).file("year-2022.html") or b""
    inside = re.search(rb'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL)
    assert inside
    data = json.loads(inside[1])
    assert data["@context"] == "https://schema.org"
    assert [part["name"] for part in data["hasPart"]] == [odd.title]
    assert data["hasPart"][0]["datePublished"] == "2022-12-06"
    files = {one["contentUrl"] for one in data["distribution"]}
    assert files == {f"{SITE.address}responses.{kind}" for kind in ("csv", "ods", "json")}


def test_the_sitemap_names_every_page_and_every_response() -> None:
    files = RegisterFiles(SITE, [ON_TIME, LATE, AWAITED])
    root = ET.fromstring(files.file("sitemap.xml") or b"")  # noqa: S314  our own
    listed = [node.text for node in root.iter() if node.tag.endswith("}loc")]
    pages = ["", "year-2022.html", "year-2021.html"]
    assert listed == [f"{SITE.address}{one}" for one in [*pages, "peel-2021-22/", "ymateb-dalfa/"]]


def test_a_year_in_which_nothing_is_left_loses_its_page(tmp_path: Path) -> None:
    site = StaticSite(tmp_path, SITE)
    site.refresh([ON_TIME, LATE])
    assert (tmp_path / "year-2021.html").is_file()
    site.refresh([ON_TIME])
    assert not (tmp_path / "year-2021.html").exists()


def test_no_folder_of_a_response_can_have_the_name_of_a_page() -> None:
    files = RegisterFiles(SITE, a_register(20))
    assert all("." in name for name in files.names)


def test_a_title_no_feed_could_hold_is_told_without_what_it_cannot_hold() -> None:
    odd = replace(ON_TIME, title="A\x00B\x1f\ud800C", summary="x\x0by")
    files = RegisterFiles(SITE, [odd])
    for name in files.names:
        data = files.file(name) or b""
        if name.endswith((".xml", ".atom")):
            ET.fromstring(data)  # noqa: S314  our own
    assert "ABC" in (files.file("feed.atom") or b"").decode()


def test_the_work_for_each_response_does_not_grow_with_their_number() -> None:
    sizes = {}
    for number in (50, 500):
        files = RegisterFiles(SITE, a_register(number, years=10))
        sizes[number] = sum(len(files.file(name) or b"") for name in files.names)
    assert sizes[500] < 11 * sizes[50]
