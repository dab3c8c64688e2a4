from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.sources import listing
from casework.sources.alarms import Expected
from models.shapes.sources import Fetched, Looked
from models.words import ReportKind
from tests.casework.sources.loopback import Answer, Website, a_visitor

AT = "https://hmicfrs.justiceinspectorates.gov.uk/publications/"
SAMPLES = Path(__file__).parents[2] / "data/listings"
SOON_AFTER = Expected(date(2022, 10, 20))


def sample(name: str, at: str = AT) -> Fetched:
    return Fetched(at, 200, (SAMPLES / f"{name}.html").read_bytes())


def both() -> list[Fetched]:
    return [sample("publications"), sample("publications-page-2", f"{AT}page/2/")]


def read(*pages: Fetched, expected: Expected = SOON_AFTER) -> Looked:
    return listing.read(list(pages), expected)


def test_every_report_of_the_saved_list_is_read_with_its_date_its_type_and_its_forces() -> None:
    looked = read(*both())
    assert looked.alarm is None
    seen = [(i.title, i.published, i.kind_hint, i.forces_listed) for i in looked.items]
    assert seen == [
        (
            "PEEL 2021/22 – An inspection of Barsetshire Police",
            date(2022, 10, 14),
            ReportKind.PEEL,
            ("Barsetshire",),
        ),
        (
            "PEEL 2021/22 – An inspection of Dorset Police",
            date(2022, 10, 14),
            ReportKind.PEEL,
            ("Dorset",),
        ),
        (
            "The police response to burglary, robbery and other acquisitive crime",
            date(2022, 8, 11),
            ReportKind.THEMATIC,
            (),
        ),
        (
            "An unannounced inspection of police custody in Barchester",
            date(2022, 1, 18),
            ReportKind.JOINT,
            ("Barsetshire", "Dorset"),
        ),
        (
            "State of Policing: The Annual Assessment of Policing in England and Wales 2020",
            date(2021, 7, 21),
            ReportKind.STATE_OF_POLICING,
            (),
        ),
        (
            "Cleveland Police: causes of concern revisit letter",
            date(2021, 7, 2),
            ReportKind.REVISIT_LETTER,
            ("Cleveland",),
        ),
        (
            "PEEL 2018/19 – An inspection of Barsetshire Police",
            date(2019, 5, 3),
            ReportKind.PEEL,
            ("Barsetshire",),
        ),
    ]
    assert looked.items[0].address == f"{AT}peel-assessment-2021-22-barsetshire/"


def test_a_whole_list_speaks_for_every_day_and_a_first_page_only_back_to_its_oldest() -> None:
    assert read(*both()).complete_since == date.min
    assert read(both()[0]).complete_since == date(2022, 1, 18)
    assert read(both()[0]).newest == date(2022, 10, 14)
    assert read(both()[0]).announced == 7


@pytest.mark.parametrize(
    ("name", "at", "expected"),
    [
        (
            "publications-as-a-table",
            "https://www.justiceinspectorates.gov.uk/hmic/publications/",
            [
                ("Crime inspection 2014: Barsetshire", date(2014, 11, 27), ("Barsetshire",)),
                ("Crime recording: making the victim count", date(2014, 11, 18), ()),
            ],
        ),
        (
            "publications-as-definitions",
            AT,
            [
                (
                    "PEEL 2023–25: An inspection of Barsetshire Police",
                    date(2024, 3, 12),
                    ("Barsetshire",),
                ),
                ("Locked out: digital evidence", date(2024, 3, 1), ()),
            ],
        ),
    ],
)
def test_other_generations_of_the_list_are_read_by_the_same_rules(
    name: str, at: str, expected: list[tuple[str, date, tuple[str, ...]]]
) -> None:
    looked = read(sample(name, at))
    assert [(i.title, i.published, i.forces_listed) for i in looked.items] == expected


def test_a_list_in_other_markup_gives_the_same_reports() -> None:
    page = both()[0]
    head, main, rest = page.body.partition(b"<main")
    for old, new in ((b"li", b"div"), (b"ul", b"section"), (b"h2", b"p")):
        rest = rest.replace(b"<" + old, b"<" + new).replace(b"</" + old, b"</" + new)
    changed = head + main + rest.replace(b"listing", b"x9f")
    again = read(Fetched(AT, 200, changed))
    assert [i.title for i in again.items] == [i.title for i in read(page).items]


def test_the_next_page_is_found_by_its_words_or_its_relation() -> None:
    first, second = both()
    assert listing.next_page(first) == f"{AT}page/2/"
    assert listing.next_page(second) is None
    old = sample("publications-as-a-table", "https://www.justiceinspectorates.gov.uk/hmic/")
    assert str(listing.next_page(old)).endswith("/hmic/publications/page/2/")
    elsewhere = b'<body><a rel="next" href="https://other.example/2">Next</a></body>'
    assert listing.next_page(Fetched(AT, 200, elsewhere)) is None


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b"", 403, "refuses us"),
        (b"<html><title>Sorry</title><h1>Access denied</h1></html>", 200, "changed its shape"),
        (b"", 200, "changed its shape"),
        (b"\x00\x01", 200, "changed its shape"),
        ((SAMPLES / "publications.html").read_bytes().replace(b"202", b"2O2"), 200, "shape"),
    ],
)
def test_what_is_no_list_raises_the_alarm(body: bytes, status: int, words: str) -> None:
    looked = read(Fetched(AT, status, body))
    assert words in (looked.alarm or "")
    assert looked.complete_since is None or not looked.items


def test_a_shrunken_a_quiet_and_a_short_list_raise_the_alarm() -> None:
    fewer = Expected(date(2022, 10, 20), previous_count=20)
    assert "shrunk from 20 items to 7" in (read(*both(), expected=fewer).alarm or "")
    late = Expected(date(2023, 1, 20))
    assert "may no longer be kept" in (read(*both(), expected=late).alarm or "")
    first, second = both()
    more = Fetched(AT, 200, first.body.replace(b"of 7 results", b"of 70 results"))
    assert "holds 70 reports, but 7" in (read(more, second).alarm or "")


def test_the_whole_list_is_fetched_page_by_page_and_a_circle_ends(website: Website) -> None:
    for path, name in (("/publications/", ""), ("/publications/page/2/", "-page-2")):
        body = (SAMPLES / f"publications{name}.html").read_bytes()
        home = b"https://hmicfrs.justiceinspectorates.gov.uk"
        website.pages[path] = Answer(body.replace(home, website.address.encode()))
    address = f"{website.address}/publications/"
    with a_visitor() as visitor:
        assert len(listing.fetch(visitor, address, pages=1)) == 1
        pages = listing.fetch(visitor, address, pages=listing.MOST_PAGES)
    assert len(pages) == 2
    assert len(read(*pages).items) == 7
    website.pages["/publications/page/2/"] = website.pages["/publications/"]
    with a_visitor() as visitor:
        assert len(listing.fetch(visitor, address, pages=listing.MOST_PAGES)) == 2


def test_a_deep_and_a_crowded_page_are_read_in_a_moment() -> None:
    deep = b"<body><main>" + b"<div>" * 20_000 + b"x"
    assert read(Fetched(AT, 200, deep)).alarm
    item = b'<li><h2><a href="/publications/r%d/">R</a></h2><p>14 October 2022</p></li>'
    crowd = b"<main><ul>" + b"".join(item % n for n in range(2000)) + b"</ul></main>"
    assert len(read(Fetched(AT, 200, crowd)).items) == 2000


@given(st.data())
def test_no_page_however_mangled_brings_the_watch_down(data: st.DataObject) -> None:
    body = both()[0].body
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    mangled = body[:start] + data.draw(st.binary(max_size=40)) + body[end:]
    looked = read(Fetched(AT, 200, mangled))
    assert looked.items or looked.alarm
    assert all(item.published for item in looked.items)
