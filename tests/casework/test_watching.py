"""The sources are watched: everything seen is written down once, and becomes one case."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, func, select

from casework.errors import DoorError
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.record import Record
from casework.watching import open_sighting, unopened, watch
from models import Errand, HistoryEntry, Look, OutboxRow, Sighting, Source
from tests.builders import OFFICE, Service, at
from tests.casework.sources.loopback import Answer, Website, a_visitor, a_website
from tests.reports import TWO_FORCES, a_page, rows

NOW = at(10, 14, 9)
ITEM = """<item><title>{title}</title><link>{link}</link>
<pubDate>Fri, 14 Oct 2022 00:01:00 +0100</pubDate></item>"""


def a_feed(*items: tuple[str, str]) -> bytes:
    inner = "".join(ITEM.format(title=title, link=link) for title, link in items)
    return (
        f'<rss version="2.0"><channel><title>Publications</title>{inner}</channel></rss>'.encode()
    )


@pytest.fixture
def site(service: Service) -> Iterator[Website]:
    """Give a website whose feed the office of the service watches."""
    with a_website() as website:
        feeds = f'feeds = ["{website.address}/feed"]'
        load_office(
            service.record, service.office.replace("feeds = []", feeds), "office.toml", at(10, 2)
        )
        yield website


def look(service: Service, now: datetime = NOW) -> list[str]:
    with a_visitor() as visitor:
        return watch(service.record, the_service(now), visitor)


def opened(service: Service, key: str, now: datetime = NOW) -> str:
    with a_visitor() as visitor:
        return open_sighting(service.record, the_service(now), key, visitor)


def listed(website: Website, *titles: str) -> None:
    website.pages["/feed"] = Answer(
        a_feed(*((title, f"{website.address}/{number}") for number, title in enumerate(titles)))
    )


def found_rows(record: Record, table: Any) -> list[Any]:
    with record.reading() as session:
        return list(session.exec(select(table).order_by(table.id)))


def test_a_report_in_the_feed_is_seen_once_announced_once_and_becomes_one_case(
    service: Service, site: Website
) -> None:
    listed(site, "PEEL 2021/22: An inspection of Warwickshire Police")
    site.pages["/0"] = Answer(a_page())
    (key,) = look(service)
    assert look(service, NOW + timedelta(hours=1)) == []
    assert unopened(service.record) == [key]
    reference = opened(service, key)
    assert reference == "S55-2022-001"
    assert opened(service, key, NOW + timedelta(hours=1)) == reference
    assert unopened(service.record) == []
    file = service.file(reference)
    assert file.report.address == f"{site.address}/0"
    counted = rows(service.record)
    assert (counted["case"], counted["sighting"]) == (1, 1)
    announced = [r for r in found_rows(service.record, OutboxRow) if r.subject == key]
    assert [r.errand for r in announced] == [Errand.ANNOUNCE_REPORT]


def test_two_reports_whose_addresses_differ_only_at_the_end_are_two_cases(
    service: Service, site: Website
) -> None:
    long = "peel-2021-22-effectiveness-efficiency-and-legitimacy-an-inspection-of-the-police"
    links = [f"{site.address}/{long}/{end}" for end in ("custody", "fraud")]
    site.pages["/feed"] = Answer(a_feed(*(("A report", link) for link in links)))
    for link, title in zip(links, ("Custody", "Fraud"), strict=True):
        page = a_page(f"{title}: An inspection of Warwickshire Police", (f"The force, {title}.",))
        site.pages[link.removeprefix(site.address)] = Answer(page)
    references = {opened(service, key) for key in look(service)}
    assert references == {"S55-2022-001", "S55-2022-002"}


def test_a_report_of_another_force_is_written_down_with_its_reason_and_opens_nothing(
    service: Service, site: Website
) -> None:
    listed(site, "PEEL 2021/22: An inspection of Dyfed-Powys Police")
    site.pages["/0"] = Answer(a_page("PEEL 2021/22: An inspection of Dyfed-Powys Police"))
    for key in look(service):
        assert opened(service, key) == ""
        assert opened(service, key) == ""
    (sighting,) = found_rows(service.record, Sighting)
    assert "Dyfed-Powys Police" in sighting.outcome
    assert unopened(service.record) == []
    assert rows(service.record)["case"] == 0


def test_a_page_that_is_refused_stays_unopened_and_is_tried_again(
    service: Service, site: Website
) -> None:
    listed(site, "PEEL 2021/22: An inspection of Warwickshire Police")
    site.pages["/0"] = Answer(b"no", 403)
    (key,) = look(service)
    for _ in range(2):
        with pytest.raises(DoorError, match="403"):
            opened(service, key)
        assert unopened(service.record) == [key]
    site.pages["/0"] = Answer(a_page())
    assert opened(service, key, NOW + timedelta(hours=1)) == "S55-2022-001"


def test_an_alarm_is_raised_once_while_it_lasts_and_clears(service: Service, site: Website) -> None:
    for hour in range(4):
        look(service, NOW + timedelta(hours=hour))  # no feed is there: 404
    (feed, *_) = found_rows(service.record, Source)
    assert "404" in feed.alarm
    assert feed.alarm_since == NOW
    listed(site, "PEEL 2021/22: An inspection of Warwickshire Police")
    assert len(look(service, NOW + timedelta(hours=5))) == 1
    (feed, *_) = found_rows(service.record, Source)
    assert (feed.alarm, feed.alarm_since) == ("", None)
    told = [row.body for row in found_rows(service.record, HistoryEntry) if "alarm" in row.body]
    assert sum('"source_alarm"' in body for body in told) == 1
    assert sum('"source_alarm_cleared"' in body for body in told) == 1
    looks = [one for one in found_rows(service.record, Look) if one.source_id == feed.id]
    assert [one.fresh for one in looks] == [0, 0, 0, 0, 1]
    assert [one.outcome.startswith("not asked") for one in looks] == [False] * 3 + [True, False]


def test_a_line_of_the_feed_that_leads_to_no_report_spoils_nothing(
    service: Service, site: Website
) -> None:
    inspectors = "https://hmicfrs.justiceinspectorates.gov.uk/publications/"
    site.pages["/feed"] = Answer(
        a_feed(
            ("All our publications", inspectors),
            ("PEEL 2021/22: An inspection of Warwickshire Police", f"{site.address}/0"),
        )
    )
    assert len(look(service)) == 1
    assert rows(service.record)["sighting"] == 1


def test_a_dropped_report_is_opened_from_its_own_bytes(service: Service) -> None:
    folder = service.folder / "dropped"
    folder.mkdir()
    path = folder / "peel.html"
    path.write_bytes(a_page())
    later = datetime.fromtimestamp(path.stat().st_ctime, NOW.tzinfo) + timedelta(minutes=1)
    (key,) = watch(service.record, the_service(later), service.web)
    assert watch(service.record, the_service(later + timedelta(hours=1)), service.web) == []
    path.unlink()
    reference = open_sighting(service.record, the_service(later), key, service.web)
    assert service.file(reference).published == NOW.date()


def test_two_offices_on_one_record_see_the_same_feed_each_for_itself(
    service: Service, site: Website
) -> None:
    title = "Property: A thematic inspection of how police store it"
    body = a_feed((title, f"{site.address}/0"))

    def answer(handler) -> Answer:  # type: ignore[no-untyped-def]  # noqa: ANN001
        known = handler.headers.get("If-None-Match") == '"1"'
        return Answer(b"", 304) if known else Answer(body, 200, {"ETag": '"1"'})

    site.pages["/feed"] = answer
    site.pages["/0"] = Answer(a_page(title))
    feeds = OFFICE.replace("feeds = []", f'feeds = ["{site.address}/feed"]')
    load_office(
        service.record, feeds.replace('key = "arden"', 'key = "barset"', 1), "b.toml", at(10, 2)
    )
    second = Record(service.record.engine, "barset", service.folder / "barset")
    (key,) = look(service)
    with a_visitor() as visitor:
        assert watch(second, the_service(NOW), visitor) == [key]
        assert open_sighting(second, the_service(NOW), key, visitor) == "S55-2022-001"
    assert unopened(second) == []
    assert unopened(service.record) == [key]
    assert opened(service, key) == "S55-2022-001"
    assert rows(service.record)["case"] == 2


def test_eight_watchers_at_once_see_three_hundred_reports_once_each(
    service: Service, site: Website
) -> None:
    listed(site, *(f"Part {n}: An inspection of Warwickshire Police" for n in range(300)))
    moments = [NOW + timedelta(seconds=n // 2) for n in range(8)]
    with ThreadPoolExecutor(8) as watchers:
        seen = list(watchers.map(lambda now: look(service, now), moments))
    keys = {key for keys in seen for key in keys}
    assert len(keys) == 300
    with service.record.reading() as session:
        sightings = session.exec(select(func.count()).select_from(Sighting)).one()
        announced = session.exec(
            select(func.count())
            .select_from(OutboxRow)
            .where(col(OutboxRow.errand) == Errand.ANNOUNCE_REPORT)
        ).one()
    assert (sightings, announced) == (300, 300)


def test_one_report_opened_by_eight_hands_at_once_is_one_case(
    service: Service, site: Website
) -> None:
    listed(site, "PEEL 2021/22: An inspection of Warwickshire Police")
    site.pages["/0"] = Answer(a_page())
    (key,) = look(service)
    with ThreadPoolExecutor(8) as hands:
        references = set(hands.map(lambda _: opened(service, key), range(8)))
    assert references == {"S55-2022-001"}
    assert rows(service.record)["case"] == 1


def test_an_office_of_two_forces_takes_what_names_either(service: Service, site: Website) -> None:
    feeds = TWO_FORCES.replace("feeds = []", f'feeds = ["{site.address}/feed"]')
    load_office(service.record, feeds, "office.toml", at(10, 3))
    listed(site, "PEEL 2021/22: An inspection of West Mercia Police")
    site.pages["/0"] = Answer(a_page("PEEL 2021/22: An inspection of West Mercia Police"))
    (key,) = look(service)
    reference = opened(service, key)
    assert [f.force_key for f in service.file(reference).forces] == ["westmercia"]
