"""The page on which words are looked for: what it finds, for whom, and what it says of nothing."""

import re

from casework import comments, intake, review
from casework.drafting import write_answer
from models.review_words import Heard
from models.words import CommentsClass
from tests.builders import CHIEF_EXECUTIVE, FINANCE, OFFICER, Service, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk

LINK = re.compile(r'<li><a class="govuk-link" href="([^"]+)">([^<]+)</a><br>(.*?)</li>', re.DOTALL)


def hits(page: str) -> list[tuple[str, str, str]]:
    """Return (address, what it is called, snippet with its mark-up) of each hit."""
    return LINK.findall(page)


def embargoed(service: Service) -> str:
    """Return a case of a report that is released on 20 October."""
    handed = intake.HandedIn(a_page(published="20 October 2022"), "report.html", embargoed=True)
    return intake.open_report(service.record, by(OFFICER, at(10, 14, 8)), handed)[0]


def test_an_empty_search_says_what_can_be_searched(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    page = desk.get("/search")
    assert "What can be searched" in page
    assert "Comments of chief officers" in page
    assert "What can be searched" in desk.get("/search?q=-custody")


def test_nothing_found_says_what_to_try(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    page = desk.get("/search?q=unobtainable&kind=finding")
    assert "look for fewer words" in page
    assert 'href="/search?q=unobtainable"' in page


def test_each_hit_leads_to_the_page_and_the_place_of_its_words(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    now = at(11, 16)
    said = review.HeardElsewhere("Nasreen Holt", Heard.EMAIL, "The police panel thanks you.")
    review.log_remarks(service.record, by(OFFICER, at(11, 15)), reference, [said], None)
    desk = Desk(service, now)
    desk.sign_in(OFFICER)
    kinds = set()
    for words in ("police", "welcome", "recommendation", "act", "invitation", "force"):
        for address, called, _ in hits(desk.get(f"/search?q={words}&case={reference}")):
            path, _, anchor = address.partition("#")
            page = desk.get(path)
            assert not anchor or f'id="{anchor}"' in page, (address, called)
            kinds.add(path.removeprefix(f"/cases/{reference}").strip("/").partition("/")[0])
    assert kinds >= {"", "findings", "answers", "comments", "remarks", "report", "versions"}


def test_what_was_found_is_marked_and_nothing_else_is_mark_up(desk: Desk) -> None:
    reference = desk.service.confirmed()
    words = "<script>alert(1)</script> & <mark>bold</mark> promises"
    write_answer(desk.service.record, by(OFFICER, at(10, 14, 13)), reference, "overview", words)
    desk.sign_in(OFFICER)
    page = desk.get("/search?q=alert")
    [(_, _, shown)] = hits(page)
    assert shown.startswith("&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; &amp; &lt;mark&gt;")
    page = desk.get('/search?q="><script>x')
    assert "<script>x" not in page


def test_a_case_under_embargo_is_not_there_and_not_counted_for_those_it_is_kept_from(
    desk: Desk,
) -> None:
    reference = embargoed(desk.service)
    desk.sign_in(OFFICER)
    assert reference in desk.get(f"/search?q={reference}")
    desk.sign_in(FINANCE)
    page = desk.get(f"/search?q={reference}")
    assert "Nothing was found" in page
    assert "PEEL" not in page
    assert "Nothing was found" in desk.get(f"/search?q=police&case={reference}")
    desk.now = at(10, 20, 9)
    desk.sign_in(FINANCE)
    assert reference in desk.get(f"/search?q={reference}")


def test_background_is_found_by_whoever_reads_it_on_the_page_of_comments(desk: Desk) -> None:
    desk.service.report = a_page()
    reference = desk.service.open()
    record, hand = desk.service.record, by(OFFICER, at(10, 15))
    number = comments.store_submission(record, hand, reference, b"Operation Larkspur.", "x.txt")
    comments.class_submission(
        record, by(OFFICER, at(10, 15)), reference, number, CommentsClass.BACKGROUND, ""
    )
    desk.now = at(10, 16)
    for person in (OFFICER, CHIEF_EXECUTIVE, FINANCE):
        desk.sign_in(person)
        assert "Larkspur" in desk.get(f"/cases/{reference}/comments")
        assert "<mark>Larkspur</mark>" in desk.get("/search?q=larkspur")


def test_nobody_searches_without_signing_in(desk: Desk) -> None:
    answer = desk.browser.get("/search?q=police")
    assert answer.url.path == "/sign-in"


def test_the_filters_narrow_what_is_found_and_are_kept_from_page_to_page(desk: Desk) -> None:
    desk.service.report = a_page()
    reference = desk.service.open()
    desk.sign_in(OFFICER)
    assert reference in desk.get("/search?q=police&year=2022&stage=opened&force=warwickshire")
    assert reference in desk.get("/search?q=police&kind=report")
    for narrowed in ("year=2021", "stage=closed", "force=other", "kind=remark", "case=S55-1"):
        assert "Nothing was found" in desk.get(f"/search?q=police&{narrowed}")
    page = desk.get("/search?q=police&year=2022&kind=report")
    assert re.search(r'<option value="2022" selected', page)
    assert re.search(r'<option value="report" selected', page)


def test_more_cases_than_a_page_holds_are_parted(desk: Desk) -> None:
    for n in range(1, 24):
        title = f"PEEL 2021/22: An inspection of Warwickshire Police, part {n}"
        handed = intake.HandedIn(a_page(title, published=f"{n} September 2022"), "report.html")
        intake.open_report(desk.service.record, by(OFFICER, at(10, 14)), handed)
    desk.sign_in(OFFICER)
    first = desk.get("/search?q=police")
    assert "in 23 cases, page 1 of 2" in first
    second = desk.get("/search?q=police&page=2")
    seen = [set(re.findall(r'id="case-(S55-[\d-]+)"', text)) for text in (first, second)]
    assert [len(each) for each in seen] == [20, 3]
    assert not seen[0] & seen[1]
    assert "page 2 of 2" in desk.get("/search?q=police&page=999999")
