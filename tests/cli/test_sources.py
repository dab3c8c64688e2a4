"""The sources at a terminal: how each last was, what waits, and the weekly comparison."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casework.settings import settings
from casework.wiring import forget
from tests.casework.sources.loopback import Answer, Website, a_website
from tests.casework.watched import OURS, a_list
from tests.cli.terminal import CASE, OFFICE, OFFICER, Terminal
from tests.reports import a_page


@pytest.fixture
def site(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Website]:
    """Give a website whose list the office watches."""
    monkeypatch.setenv("SECTION55_ALLOW_PRIVATE_ADDRESSES", "true")
    settings.cache_clear()
    forget()
    with a_website() as website:
        named = f'feeds = []\nlistings = ["{website.address}/list/"]'
        text = Path(OFFICE).read_text(encoding="utf-8").replace("feeds = []", named)
        office = terminal.folder / "office.toml"
        office.write_text(text, encoding="utf-8")
        terminal.do("office", "load", str(office))
        today = datetime.now(UTC).date()
        lines = [(OURS, "/0", today), ("A press release: Warwickshire Police", "/1", today)]
        website.pages["/list/"] = Answer(a_list(lines))
        website.pages["/0"] = Answer(a_page())
        website.pages["/1"] = Answer(b"<html><h1>Sorry</h1></html>")
        yield website


def test_what_waits_is_shown_settled_and_compared(terminal: Terminal, site: Website) -> None:
    said = terminal.do("watch").out
    assert CASE in said
    waiting = terminal.do("sources", "--json").value["waiting"]
    assert [one["title"] for one in waiting] == ["A press release: Warwickshire Police"]
    assert waiting[0]["trouble"]
    assert "--because" in terminal.refused(
        "sources", "--settle", waiting[0]["key"], "--as", OFFICER
    )
    words = ("sources", "--settle", waiting[0]["key"], "--because", "a press release")
    assert "Not opened yet" not in terminal.do(*words, by=OFFICER).out
    compared = terminal.do("reconcile", "--list").out
    assert "Nothing was missed: 2 publications, 1 case, 1 not for us" in compared
    assert "settled by a person: a press release" in compared.replace("\n", " ")
    assert "Nothing was missed" in terminal.do("sources").out
    assert f"{site.address}/list/" in terminal.do("sources").out


def test_an_alarm_is_shown_until_it_clears(terminal: Terminal, site: Website) -> None:
    site.pages["/list/"] = Answer(b"no", 403)
    terminal.do("watch")
    state = terminal.do("sources", "--json").value["sources"]
    assert any("refuses us (403)" in one["state"] for one in state)
