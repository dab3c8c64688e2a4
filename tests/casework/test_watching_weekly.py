"""Once a week the whole list is compared with the record, and eight watchers open 300 cases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from casework.record.hand import the_service
from casework.watching import open_sighting, watch
from models import Case, Reconciliation, Sighting
from tests.builders import Service
from tests.casework.sources.loopback import Answer, a_website
from tests.casework.watched import NOW, OURS, THEIRS, Watched
from tests.fakes import FakeWeb
from tests.reports import a_page, rows

DAY = date(2022, 10, 14)
REPORT = (OURS, "/0", DAY)


@pytest.fixture
def watched(service: Service) -> Iterator[Watched]:
    with a_website() as site:
        made = Watched(service, site)
        made.watches('listings = ["{site}/list/"]')
        made.site.pages["/0"] = Answer(a_page())
        yield made


def filed(watched: Watched) -> Reconciliation:
    (row,) = watched.rows(Reconciliation)
    assert isinstance(row, Reconciliation)
    return row


def two_pages(watched: Watched) -> None:
    watched.lists(REPORT, (THEIRS, "/1", DAY), onward="/list/page/2/")
    watched.lists(
        ("Kent Police: a revisit", "/2", date(2022, 9, 1)),
        ("State of Policing", "/3", date(2019, 7, 1)),
        path="/list/page/2/",
    )


def test_nothing_was_missed_is_filed_once_a_week_with_its_reasons(watched: Watched) -> None:
    two_pages(watched)
    for key in watched.look():
        watched.open(key)
    said = watched.reconcile()
    assert said == (
        "Nothing was missed: 4 publications, 1 case, 3 not for us because 2 names another force; "
        "1 published before this office began to watch."
    )
    asked = len(watched.site.paths())
    assert watched.reconcile(NOW + timedelta(days=2)) == said
    assert len(watched.site.paths()) == asked
    row = filed(watched)
    assert (row.week, row.complete) == ("2022-W41", True)
    assert (row.published, row.cases, row.not_ours, row.waiting, row.missed) == (4, 1, 3, 0, 0)
    (letter,) = watched.letters("reconciliation:")
    assert said in letter.text
    assert f"{OURS}: S55-2022-001" in letter.text
    assert watched.told("reports_reconciled") == 1
    watched.reconcile(NOW + timedelta(days=7))
    assert [row.week for row in watched.rows(Reconciliation)] == ["2022-W41", "2022-W42"]


def test_what_was_missed_is_told_and_taken_up(watched: Watched) -> None:
    two_pages(watched)
    watched.lists(("Warwickshire Police: a letter", "/5", date(2022, 9, 20)), path="/list/page/2/")
    watched.look()
    said = watched.reconcile()
    assert said.startswith("1 had been missed and are taken up now: 3 publications")
    assert said.endswith("2 not opened yet.")
    assert any(row.key.endswith("/5") for row in watched.rows(Sighting))


def test_a_week_whose_list_could_not_be_read_is_filed_so_and_made_good(watched: Watched) -> None:
    two_pages(watched)
    watched.look()
    good = watched.site.pages["/list/page/2/"]
    watched.site.pages["/list/page/2/"] = Answer(b"", 403)
    said = watched.reconcile()
    assert "Not everything could be compared" in said
    assert "403" in said
    assert not filed(watched).complete
    watched.site.pages["/list/page/2/"] = good
    again = watched.reconcile(NOW + timedelta(hours=3))
    assert again.startswith("Nothing was missed: 4 publications")
    assert filed(watched).complete
    assert len(watched.letters("reconciliation:")) == 2


def test_eight_at_once_file_one_result(watched: Watched) -> None:
    two_pages(watched)
    with ThreadPoolExecutor(8) as hands:
        said = set(hands.map(lambda n: watched.reconcile(NOW + timedelta(seconds=n)), range(8)))
    assert filed(watched).complete
    assert len(watched.letters("reconciliation:")) == 1
    assert {one[-8:] for one in said} == {filed(watched).outcome[-8:]}


def test_a_feed_is_compared_where_no_list_is_named_and_none_at_all_is_said(
    watched: Watched,
) -> None:
    watched.watches('feeds = ["{site}/feed"]')
    watched.feed(REPORT)
    watched.look()
    assert watched.reconcile().startswith("Nothing was missed: 1 publication, no cases")
    watched.watches("feeds = []")
    assert "add `listings`" in watched.reconcile(NOW + timedelta(days=7))
    assert len(watched.rows(Reconciliation)) == 1


@pytest.mark.slow
def test_eight_watchers_over_the_same_three_hundred_reports_open_three_hundred_cases(
    watched: Watched,
) -> None:
    service, web = watched.service, FakeWeb(watched.service.folder)
    home = "https://www.inspectors.example"
    watched.watches(f'listings = ["{home}/list/"]')
    lines = [(f"Part {n}: An inspection of Warwickshire Police", f"/{n}", DAY) for n in range(300)]
    watched.lists(*lines)
    page = watched.site.pages["/list/"]
    assert isinstance(page, Answer)
    web.pages[f"{home}/list/"] = page.body
    for title, path, _ in lines:
        web.pages[f"{home}{path}"] = a_page(title, (f"The force should see to {title}.",))

    def one_watcher(number: int) -> None:
        now = NOW + timedelta(seconds=number)
        watch(service.record, the_service(now), web)
        keys = [f"inspectors.example{path}" for _, path, _ in lines]
        start = number * len(keys) // 8
        for key in (*keys[start:], *keys[:start]):
            open_sighting(service.record, the_service(now), key, web)

    with ThreadPoolExecutor(8) as watchers:
        list(watchers.map(one_watcher, range(8)))
    counted = rows(service.record)
    assert (counted["sighting"], counted["report"], counted["case"]) == (300, 300, 300)
    assert len({case.reference for case in watched.rows(Case)}) == 300
    assert all(row.case_id for row in watched.rows(Sighting))
