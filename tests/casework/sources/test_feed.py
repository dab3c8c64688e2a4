from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.sources import feed
from casework.sources.alarms import Expected, gone_quiet
from models.shapes.sources import Fetched, Looked
from models.words import ReportKind
from tests.casework.sources.loopback import Answer, Website, a_visitor

AT = "https://hmicfrs.justiceinspectorates.gov.uk/publications/feed/"
SAVED = (Path(__file__).parents[2] / "data/feeds/publications.xml").read_bytes()
SOON_AFTER = Expected(date(2022, 10, 20), previous_count=4)
FORCES = ("Barsetshire", "Barset", "Midsomer")


def _read(body: bytes, expected: Expected = SOON_AFTER, status: int = 200) -> Looked:
    return feed.read(Fetched(AT, status, body), expected, FORCES)


def test_the_saved_feed_is_read_whole_without_alarm() -> None:
    looked = _read(SAVED)
    assert looked.alarm is None
    assert [(item.title, item.forces_named, item.kind_hint) for item in looked.items] == [
        ("PEEL 2021/22 – An inspection of Barsetshire Police", ("Barsetshire",), ReportKind.PEEL),
        ("PEEL 2021/22 – An inspection of Midsomer Constabulary", ("Midsomer",), ReportKind.PEEL),
        (
            "The police response to burglary, robbery and other acquisitive crime",
            (),
            ReportKind.THEMATIC,
        ),
        (
            "An unannounced inspection of police custody in Barchester and Barsetshire’s east",
            ("Barsetshire",),
            ReportKind.CUSTODY,
        ),
    ]
    assert looked.items[0].summary.endswith("preventing crime & treating the public fairly.")
    assert looked.items[3].address == (
        "https://hmicfrs.justiceinspectorates.gov.uk/publications/custody-inspection-barsetshire/"
    )


def test_a_report_released_at_one_past_midnight_in_summer_belongs_to_the_new_day() -> None:
    days = [item.published for item in _read(SAVED).items]
    assert days == [
        date(2022, 10, 14),
        date(2022, 10, 14),
        date(2022, 8, 11),
        date(2022, 1, 18),
    ]


def test_an_error_page_that_says_all_is_well_raises_the_alarm() -> None:
    page = b"<!DOCTYPE html><html><title>Access denied</title><h1>Sorry</h1></html>"
    assert "is not a feed" in (_read(page).alarm or "")


@pytest.mark.parametrize(("status", "words"), [(403, "refuses us"), (404, "moved"), (503, "503")])
def test_a_refusing_source_raises_the_alarm(status: int, words: str) -> None:
    looked = _read(SAVED, status=status)
    assert looked.items == ()
    assert words in (looked.alarm or "")


def test_an_empty_list_raises_the_alarm() -> None:
    empty = SAVED[: SAVED.index(b"<item>")] + b"</channel></rss>"
    assert "is empty" in (_read(empty).alarm or "")
    assert _read(b"").alarm is not None


def test_a_shrunken_list_raises_the_alarm_and_still_shows_what_there_is() -> None:
    looked = _read(SAVED, Expected(date(2022, 10, 20), previous_count=10))
    assert "shrunk from 10 items to 4" in (looked.alarm or "")
    assert len(looked.items) == 4


def test_a_list_that_grows_old_raises_the_alarm() -> None:
    old = Expected(date(2022, 12, 14), quiet_days=60)
    assert "61 days old (14 October 2022)" in (_read(SAVED, old).alarm or "")
    assert _read(SAVED, Expected(date(2022, 12, 13), quiet_days=60)).alarm is None
    assert gone_quiet(date(2022, 10, 14), old) == _read(SAVED, old).alarm


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"pubDate>", b"when>"), (b"link>", b"href>"), (b"<title>", b"<heading>")],
)
def test_a_list_that_has_changed_its_shape_raises_the_alarm(before: bytes, after: bytes) -> None:
    closing = (before.replace(b"<", b"</"), after.replace(b"<", b"</"))
    changed = SAVED.replace(before, after).replace(*closing)
    assert "changed its shape" in (_read(changed).alarm or "")


def test_not_modified_is_no_alarm_and_no_news() -> None:
    assert _read(b"", status=304) == Looked((), None)


def test_a_feed_never_opens_a_file_or_leads_to_anything_but_the_web(tmp_path: Path) -> None:
    trap = tmp_path / "trap.xml"
    trap.write_bytes(SAVED)
    assert _read(str(trap).encode()).items == ()
    scripted = SAVED.replace(
        b"/publications/custody-inspection-barsetshire/", b"javascript:alert(1)"
    )
    assert _read(scripted).items[3].address == ""


def test_the_feed_is_fetched_politely_and_not_twice(website: Website) -> None:
    website.pages["/feed/"] = Answer(SAVED, headers={"ETag": '"1"'})
    with a_visitor() as visitor:
        fetched = feed.fetch(visitor, f"{website.address}/feed/")
    assert feed.read(fetched, SOON_AFTER).alarm is None
    assert fetched.validators.etag == '"1"'


@given(at=st.integers(0, len(SAVED)))
def test_a_feed_cut_short_never_loses_items_in_silence(at: int) -> None:
    looked = _read(SAVED[:at])
    assert len(looked.items) == 4 or looked.alarm


@given(at=st.integers(0, len(SAVED)), junk=st.binary(max_size=40), gone=st.integers(0, 400))
def test_a_damaged_feed_never_fails(at: int, junk: bytes, gone: int) -> None:
    looked = _read(SAVED[:at] + junk + SAVED[at + gone :])
    assert looked.items or looked.alarm


@pytest.mark.parametrize("name", [b"utf\x80", b"utf\x00-8"])
def test_a_damaged_encoding_is_an_alarm(name: bytes) -> None:
    declared = b'<?xml version="1.0" encoding="%s"?>' % name
    looked = _read(declared + SAVED[SAVED.index(b"?>") + 2 :])
    assert looked.items or looked.alarm


@given(st.binary(max_size=500))
def test_whatever_comes_is_an_alarm_and_not_a_failure(junk: bytes) -> None:
    assert _read(junk).alarm
