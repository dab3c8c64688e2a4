"""What a list amends or drops is noticed; a silence that is not real is cried about, once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from casework.errors import DoorError, NotAllowedError
from casework.intake import HandedIn, open_report
from casework.record.verify import faults
from casework.watching import settle_sighting, trust_list, unopened
from models import Case, Look, Sighting, Source
from tests.builders import OFFICER, SIGNATORY, Service, at, by
from tests.casework.sources.loopback import Answer, a_website
from tests.casework.watched import NOW, OURS, THEIRS, Watched, a_list
from tests.reports import a_page

DAY = date(2022, 10, 14)
OLD = ("Crime data integrity: Warwickshire Police", "/old", date(2022, 9, 1))
REPORT = (OURS, "/0", DAY)
HOUR = timedelta(hours=1)


@pytest.fixture
def watched(service: Service) -> Iterator[Watched]:
    with a_website() as site:
        made = Watched(service, site)
        made.watches('feeds = ["{site}/feed"]')
        made.site.pages["/0"] = Answer(a_page())
        yield made
    assert faults(service.record) == []


def source(watched: Watched) -> Source:
    (row,) = watched.rows(Source)
    assert isinstance(row, Source)
    return row


def a_case(watched: Watched) -> str:
    watched.feed(REPORT, OLD)
    watched.look()
    (key,) = [key for key in unopened(watched.service.record) if key.endswith("/0")]
    return watched.open(key)


def test_an_amended_title_is_noted_on_the_case_and_its_lead_is_told_once(watched: Watched) -> None:
    reference = a_case(watched)
    watched.feed((f"{OURS} (corrected)", "/0", DAY), OLD)
    for hours in (1, 2, 3):
        watched.look(NOW + hours * HOUR)
    assert watched.told("report_amended") == 1
    (letter,) = watched.letters("warning:amended:")
    assert reference in letter.subject
    assert "(corrected)" in letter.text
    assert ", 1 amended" in watched.rows(Look)[1].outcome


def test_an_earlier_date_on_the_list_starts_the_clock_earlier_and_a_later_one_does_not(
    watched: Watched,
) -> None:
    reference = a_case(watched)
    watched.feed((OURS, "/0", DAY - timedelta(days=1)), OLD)
    watched.look(NOW + HOUR)
    assert watched.service.file(reference).published == DAY - timedelta(days=1)
    watched.feed((OURS, "/0", DAY + timedelta(days=5)), OLD)
    watched.look(NOW + timedelta(days=6))
    assert watched.service.file(reference).published == DAY - timedelta(days=1)
    assert len(watched.letters("warning:amended:")) == 2


def test_other_spaces_and_dashes_in_a_title_amend_nothing(watched: Watched) -> None:
    a_case(watched)
    watched.feed((OURS.replace("2021/22:", "2021/22  –"), "/0", DAY), OLD)
    watched.look(NOW + HOUR)
    assert watched.told("report_amended") == 0


def test_a_report_gone_twice_in_a_row_is_told_once_and_may_come_back(watched: Watched) -> None:
    reference = a_case(watched)
    other = ("A third report on Warwickshire Police", "/3", DAY)
    watched.feed(other, OLD)
    watched.look(NOW + HOUR)
    assert watched.told("report_gone_from_list") == 0
    for hours in (2, 3, 4):
        watched.look(NOW + hours * HOUR)
    assert watched.told("report_gone_from_list") == 1
    (letter,) = watched.letters("warning:withdrawn:")
    assert f"section55 end {reference} report-withdrawn" in letter.text
    watched.feed(REPORT, other, OLD)
    watched.look(NOW + 5 * HOUR)
    assert watched.told("report_listed_again") == 1
    assert all(row.withdrawn_at is None for row in watched.rows(Sighting))


def test_a_report_that_rolls_off_the_end_of_a_feed_is_not_withdrawn(watched: Watched) -> None:
    a_case(watched)
    watched.feed(("New: Warwickshire Police", "/9", DAY), REPORT)
    for hours in (1, 2, 3):
        watched.look(NOW + hours * HOUR)
    assert watched.told("report_gone_from_list") == 0


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(b"no", 403), "refuses us (403)"),
        (Answer(b"<html><h1>Sorry, something went wrong</h1></html>"), "is not a feed"),
        (Answer(b'<rss version="2.0"><channel><title>P</title></channel></rss>'), "is empty"),
        (Answer(b"<rss version='2.0'><channel><item><title>x</title>"), "damaged"),
    ],
)
def test_a_silence_that_is_not_real_is_told_within_one_cycle_once_and_clears(
    watched: Watched, answer: Answer, words: str
) -> None:
    watched.feed(REPORT, OLD)
    watched.look()
    watched.site.pages["/feed"] = answer
    for hours in range(1, 9):
        watched.look(NOW + hours * HOUR)
    assert words in source(watched).alarm
    (letter,) = watched.letters("source-alarm:")
    assert words in letter.text
    assert "14 October 2022, 09:00" in letter.text
    assert letter.recipients.count("@") == 1
    watched.feed(REPORT, OLD)
    watched.look(NOW + timedelta(days=1))
    assert source(watched).alarm == ""
    assert watched.told("source_alarm_cleared") == 1
    assert len(watched.letters("source-alarm:")) == 1
    watched.site.pages["/feed"] = answer
    watched.look(NOW + timedelta(days=2))
    assert len(watched.letters("source-alarm:")) == 2


def test_a_feed_that_is_never_modified_again_grows_old_and_is_told(watched: Watched) -> None:
    watched.feed(REPORT, OLD)
    watched.look()
    watched.site.pages["/feed"] = Answer(b"", 304)
    watched.look(NOW + timedelta(days=30))
    assert source(watched).alarm == ""
    for days in (61, 62):
        watched.look(NOW + timedelta(days=days))
    assert "61 days old" in watched.letters("source-alarm:")[0].text
    assert len(watched.letters("source-alarm:")) == 1
    watched.feed(("New: Warwickshire Police", "/9", DAY + timedelta(days=63)), REPORT)
    watched.look(NOW + timedelta(days=63))
    assert source(watched).alarm == ""


def test_a_list_that_shrank_is_told_until_a_person_says_that_it_is_right(watched: Watched) -> None:
    lines = [(f"{n}: Warwickshire Police", f"/{n}", DAY) for n in range(10)]
    watched.feed(*lines)
    watched.look()
    watched.feed(*lines[:4])
    for hours in (1, 2):
        watched.look(NOW + hours * HOUR)
    assert "shrunk from 10 items to 4" in source(watched).alarm
    with pytest.raises(NotAllowedError):
        trust_list(watched.service.record, by(SIGNATORY, NOW), source(watched).key)
    trust_list(watched.service.record, by(OFFICER, NOW + 3 * HOUR), source(watched).key)
    watched.look(NOW + 4 * HOUR)
    assert source(watched).alarm == ""


def test_a_source_that_asks_for_peace_is_left_alone(watched: Watched) -> None:
    watched.site.pages["/feed"] = Answer(b"slow down", 429, {"Retry-After": "7200"})
    watched.look()
    asked = len(watched.site.paths())
    watched.look(NOW + HOUR)
    assert len(watched.site.paths()) == asked
    looks = [one.outcome for one in watched.rows(Look)]
    assert "refuses us (429)" in looks[0]
    assert looks[1] == "not asked: left alone until 11:00 after 1 failures in a row"
    watched.feed(REPORT, OLD)
    assert len(watched.look(NOW + 2 * HOUR)) == 2
    assert (source(watched).failures, source(watched).not_before) == (0, None)


def test_the_pauses_between_failures_grow_but_never_beyond_half_a_working_day(
    watched: Watched,
) -> None:
    pauses = []
    now: datetime = NOW
    for _ in range(7):
        watched.look(now)
        until = source(watched).not_before
        assert until
        pauses.append((until - now).total_seconds() / 3600)
        now = until
    assert pauses == [0.5, 1, 2, 4, 6, 6, 6]


def test_a_page_that_is_no_report_stays_unopened_and_a_person_is_told_once(
    watched: Watched,
) -> None:
    watched.feed(REPORT, OLD)
    watched.site.pages["/0"] = Answer(b"<html><h1>Sorry</h1><p>Try again later.</p></html>")
    (key,) = [key for key in watched.look() if key.endswith("/0")]
    for hours in (0, 1, 2):
        with pytest.raises(DoorError):
            watched.open(key, NOW + hours * HOUR)
    assert key in unopened(watched.service.record)
    (letter,) = watched.letters("not-opened:")
    assert "section55 open FILE --address" in letter.text
    assert f"--settle {key}" in letter.text
    watched.site.pages["/0"] = Answer(a_page())
    assert watched.open(key, NOW + timedelta(days=1)) == "S55-2022-001"
    (row,) = [row for row in watched.rows(Sighting) if row.key == key]
    assert (row.trouble, row.trouble_since) == ("", None)


def test_a_page_is_not_asked_again_at_once_and_a_slow_one_is_told_the_second_time(
    watched: Watched,
) -> None:
    watched.feed(REPORT, OLD)
    watched.site.pages["/0"] = Answer(b"", 503)
    (key,) = [key for key in watched.look() if key.endswith("/0")]
    for minutes in (0, 1, 5):
        with pytest.raises(DoorError, match="503"):
            watched.open(key, NOW + timedelta(minutes=minutes))
    assert watched.site.paths().count("/0") == 1
    assert watched.letters("not-opened:") == []
    with pytest.raises(DoorError):
        watched.open(key, NOW + timedelta(minutes=16))
    assert len(watched.letters("not-opened:")) == 1


def test_what_waits_is_settled_by_a_persons_word_or_by_the_file_they_open(
    watched: Watched,
) -> None:
    watched.feed(REPORT, OLD)
    watched.site.pages["/0"] = Answer(b"no", 403)
    keys = sorted(watched.look())
    record = watched.service.record
    address = f"{watched.site.address}/0"
    reference = open_report(record, by(OFFICER, NOW), HandedIn(a_page(), "saved.html", address))[0]
    assert watched.open(keys[0], NOW + HOUR) == reference
    settle_sighting(record, by(OFFICER, NOW + HOUR), keys[1], "a press release")
    assert unopened(record) == []
    assert watched.rows(Sighting)[1].outcome == "settled by a person: a press release"
    assert len(watched.rows(Case)) == 1


def test_a_landing_page_leads_to_the_full_text(watched: Watched) -> None:
    slug = "peel-warwickshire"
    watched.feed((OURS, f"/publications/{slug}/", DAY), OLD)
    link = f'<html><h1>{OURS}</h1><a href="/publication-html/{slug}/">Get the report</a></html>'
    watched.site.pages[f"/publications/{slug}/"] = Answer(link.encode())
    watched.site.pages[f"/publication-html/{slug}/"] = Answer(a_page())
    (key,) = [key for key in watched.look() if key.endswith(slug)]
    file = watched.service.file(watched.open(key))
    assert file.report.address == f"{watched.site.address}/publications/{slug}/"
    assert len(file.findings) == 2


def test_what_names_another_force_or_is_long_past_is_not_even_asked_for(watched: Watched) -> None:
    watched.feed(REPORT, (THEIRS, "/1", DAY), ("Warwickshire Police", "/2", date(2022, 7, 1)))
    assert [key[-2:] for key in watched.look()] == ["/0"]
    outcomes = [row.outcome for row in watched.rows(Sighting)]
    assert outcomes == [
        "",
        "names another force: Dyfed-Powys Police",
        "published before this office began to watch: 1 July 2022",
    ]
    watched.feed(REPORT, (THEIRS.replace("Powys", "Powys and Warwickshire"), "/1", DAY))
    watched.look(NOW + HOUR)
    assert [key[-2:] for key in unopened(watched.service.record)] == ["/0", "/1"]


def test_the_list_is_watched_by_its_first_page_and_the_forces_it_gives(watched: Watched) -> None:
    watched.watches('listings = ["{site}/list/"]')
    watched.lists(REPORT, OLD, onward="/list/page/2/")
    page = a_list([REPORT, ("A joint report", "/8", DAY), OLD], "/list/page/2/")
    forces = page.replace(b"A joint report</a></h2>", b"A joint report</a></h2><p>Forces: Kent</p>")
    watched.site.pages["/list/"] = Answer(forces)
    assert [key[-2:] for key in watched.look()] == ["/0", "ld"]
    assert watched.rows(Sighting)[1].outcome == "names another force: Kent"
    assert "/list/page/2/" not in watched.site.paths()


# Embargo


def embargoed(watched: Watched) -> str:
    page = a_page(published="14 October 2022")
    handed = HandedIn(page, "copy.html", f"{watched.site.address}/0", embargoed=True)
    return open_report(watched.service.record, by(OFFICER, at(10, 7)), handed)[0]


def test_the_live_page_of_an_embargoed_report_is_seen_after_one_past_midnight(
    watched: Watched,
) -> None:
    watched.feed(OLD)
    reference = embargoed(watched)
    watched.look(at(10, 14, 0, 0))
    assert watched.service.file(reference).case.released_at is None
    watched.look(at(10, 14, 0, 1))
    case = watched.service.file(reference).case
    assert case.released_at == at(10, 14, 0, 1)
    assert case.candidate_on == DAY
    assert watched.told("embargo_lifted") == 1


def test_a_report_that_is_not_out_yet_stays_under_embargo_and_that_is_noted_once_a_day(
    watched: Watched,
) -> None:
    watched.feed(OLD)
    reference = embargoed(watched)
    watched.site.pages["/0"] = Answer(b"<html><h1>Coming soon</h1></html>")
    for hour in (7, 8, 9):
        watched.look(at(10, 14, hour))
    watched.look(at(10, 15, 9))
    assert watched.service.file(reference).case.released_at is None
    assert watched.told("live_page_not_seen") == 2


def test_a_slipped_release_is_planned_anew_from_the_day_of_the_live_page(
    watched: Watched,
) -> None:
    watched.feed(OLD)
    reference = embargoed(watched)
    watched.site.pages["/0"] = Answer(b"", 404)
    watched.look(at(10, 14))
    watched.site.pages["/0"] = Answer(a_page(published="18 October 2022"))
    watched.look(at(10, 18))
    file = watched.service.file(reference)
    assert file.case.released_at == at(10, 18)
    assert file.published == date(2022, 10, 18)
    assert replace(file).last_day == date(2022, 12, 12)
    (letter,) = watched.letters("warning:slipped:")
    assert "18 October 2022" in letter.text
