"""What anybody may see without signing in: what is published, byte for byte, and nothing else."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import feedparser
import pytest
from odfdo import Document
from sqlmodel import select

from casework import publication
from casework.findings import end_case
from casework.intake import HandedIn, open_report
from casework.publication import publish
from casework.publication.the_register import site_of
from casework.publishers.static_site import StaticSite
from casework.record.bytes import fetch
from casework.record.desk import found
from casework.record.hand import the_service
from casework.record.offices import load_office
from models import Case, Publication, Report, SigningRound
from models.words import Stage
from tests.builders import OFFICE, OFFICER, Service, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import ADDRESS, Desk
from tests.web.test_today import queries

PUBLIC = ("", "feed.atom", "feed.json", "responses.csv", "responses.json", "sitemap.xml")
HIDDEN = "Warwickshire Police: hidden"
LISTED = "list_reports_without_response = true"


def desk_of(service: Service) -> Desk:
    return Desk(service, at(12, 20))


def slug_of(desk: Desk) -> str:
    listed = json.loads(desk.browser.get("/responses/responses.json").text)["reports"]
    pages: list[str] = [one["page"] for one in listed if one["page"]]
    return pages[0].removeprefix(f"{ADDRESS}/responses/").strip("/")


def everything_public(desk: Desk) -> str:
    return " ".join(desk.browser.get(f"/responses/{name}").text for name in PUBLIC)


def test_nobody_needs_to_sign_in(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = desk_of(service)
    text = desk.get("/responses")
    assert service.file(reference).report.title.replace("’", "’") in text
    assert "1 response has been published: 1 on time, 0 late." in text


def test_before_anything_is_published_the_register_says_so(desk: Desk) -> None:
    assert "No response has been published yet." in desk.get("/responses/")


@pytest.mark.parametrize(
    ("name", "kept", "kind"),
    [
        ("", "html_sha256", "text/html"),
        ("index.html", "html_sha256", "text/html"),
        ("response.pdf", "pdf_sha256", "application/pdf"),
        ("response.docx", "docx_sha256", "application/vnd.openxmlformats"),
    ],
)
def test_each_form_of_a_response_is_what_was_signed_byte_for_byte(
    on_one: Take, name: str, kept: str, kind: str
) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    answer = desk.browser.get(f"/responses/{slug_of(desk)}/{name}")
    with service.record.reading() as session:
        round_ = session.exec(select(SigningRound)).one()
        assert answer.content == fetch(session, getattr(round_, kept))
    assert answer.headers["content-type"].startswith(kind)
    assert ("content-disposition" in answer.headers) == name.startswith("response.")


def test_a_signed_page_shows_itself_in_its_own_style_and_can_do_nothing_else(on_one: Take) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    policy = desk.browser.get(f"/responses/{slug_of(desk)}/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_desk_serves_what_the_folder_of_the_static_site_holds(
    on_one: Take, tmp_path: Path
) -> None:
    service, reference = on_one("published")
    desk = desk_of(service)
    slug = slug_of(desk)
    folder = service.folder / "public" / "site" / slug
    assert {path.name for path in folder.iterdir()} >= {"index.html", "manifest.json"}
    for path in folder.iterdir():
        if path.name != "manifest.json":  # which names the address
            assert desk.browser.get(f"/responses/{slug}/{path.name}").content == path.read_bytes()
    there = json.loads((folder / "manifest.json").read_text())
    here = json.loads(desk.browser.get(f"/responses/{slug}/manifest.json").text)
    assert here | {"address": ""} == there | {"address": ""}
    site = StaticSite(tmp_path, site_of(service.settings, f"{ADDRESS}/responses"))
    with service.record.reading() as session:
        settings, now = service.settings, the_service(desk.now).now
        register = publication.register_of(session, settings, 1, now)
    for file in site.refresh(register).files:
        assert (
            desk.browser.get(f"/responses/{file.path}").content
            == (tmp_path / file.path).read_bytes()
        )
    assert reference in (tmp_path / "responses.json").read_text()


@pytest.mark.parametrize("stage", ["open", "commented", "submitted", "signed", "scheduled"])
def test_a_case_is_nowhere_public_before_it_is_published(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    desk = desk_of(service)
    text = everything_public(desk)
    assert reference not in text
    assert service.file(reference).report.title not in text
    assert "No response has been published yet." in text
    assert json.loads(desk.browser.get("/responses/responses.json").text)["reports"] == []
    address = service.settings.publication.slug.replace("{title}", "peel")
    for path in (reference, f"{reference}/", address, "year-2022.html", "force-warwickshire.html"):
        assert desk.browser.get(f"/responses/{path}").status_code == 404


def test_handed_over_but_not_seen_public_yet_it_is_not_in_the_register(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.web.down = True
    publish(service.record, the_service(at(12, 5, 10)), reference, service.doors.publication)
    assert (service.folder / "public" / "site" / "index.html").exists()
    assert reference not in everything_public(desk_of(service))


def test_a_report_under_embargo_is_nowhere_public_whatever_becomes_of_its_case(
    on_one: Take,
) -> None:
    service, _ = on_one("published")
    load_office(
        service.record, OFFICE.replace("[publication]", f"[publication]\n{LISTED}"), "o", at(12, 1)
    )
    page = a_page(title=HIDDEN, published="")
    handed = HandedIn(page, "copy.html", published=date(2023, 1, 20), embargoed=True)
    hidden = open_report(service.record, by(OFFICER, at(12, 2)), handed)[0]
    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == hidden)).one()
        for stage in (Stage.NOT_OUR_SUBJECT, Stage.PUBLISHED):
            case.stage, case.published_on = stage, date(2022, 12, 1)
            case.responded_on = date(2022, 12, 2) if stage is Stage.PUBLISHED else None
            session.add(case)
            session.commit()
            text = everything_public(desk_of(service))
            assert HIDDEN not in text
            assert hidden not in text
            assert text.count("1 response has been published") == 1


@pytest.mark.parametrize("wanted", [True, False])
def test_a_report_that_is_not_our_subject_is_listed_only_where_the_office_wants_it(
    on_one: Take, *, wanted: bool
) -> None:
    service, _ = on_one("published")
    told = LISTED if wanted else LISTED.replace("true", "false")
    load_office(
        service.record, OFFICE.replace("[publication]", f"[publication]\n{told}"), "o", at(12, 1)
    )
    page = a_page(title="Warwickshire Police: a fire service", published="9 September 2022")
    other = service.open(at(12, 2), page)
    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == other)).one()
        case.stage, case.ended_because = Stage.NOT_OUR_SUBJECT, "Private words of the office."
        session.add(case)
        session.commit()
    desk = desk_of(service)
    assert "a fire service" not in everything_public(desk), "nobody has confirmed its date"
    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == other)).one()
        case.published_on = date(2022, 9, 9)
        session.add(case)
        session.commit()
    text = everything_public(desk)
    assert ("a fire service" in text) is wanted
    assert ("No response is due: not about policing in this area" in text) is wanted
    assert "Private words" not in text


def test_while_a_correction_is_made_the_public_keeps_what_it_has(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = desk_of(service)
    slug = slug_of(desk)
    before = desk.browser.get(f"/responses/{slug}/").content
    publication.correct(service.record, by(OFFICER, at(12, 21)), reference, "A secret slip.")
    assert desk.browser.get(f"/responses/{slug}/").content == before
    assert "secret slip" not in everything_public(desk)


def test_a_signed_correction_that_is_not_published_yet_is_nobody_s_to_read(on_one: Take) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    slug = slug_of(desk)
    before = desk.browser.get(f"/responses/{slug}/").content
    with service.record.writing() as session:
        round_ = session.exec(select(SigningRound)).one()
        told = round_.model_dump(exclude={"id", "number", "html_sha256"})
        newer = SigningRound(**told, number=2, html_sha256=round_.docx_sha256)
        session.add(newer)
        session.flush()
        row = Publication(
            office_id=1, case_id=round_.case_id, round_id=found(newer.id), publisher="x"
        )
        session.add(row)
        session.commit()
    assert desk.browser.get(f"/responses/{slug}/").content == before


def test_a_page_that_was_not_changed_is_not_sent_again(on_one: Take) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    first = desk.browser.get("/responses/")
    again = desk.browser.get("/responses/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    ["nowhere.html", "nowhere/", "../cases", "year-1066.html", "%2e%2e/x", "a/b/c", "x" * 999],
)
def test_what_is_not_published_is_not_there(desk: Desk, path: str) -> None:
    assert desk.browser.get(f"/responses/{path}").status_code in {200, 404}
    assert "Sign in" in desk.browser.get("/cases").text


def test_an_address_without_its_last_slash_leads_to_the_response(on_one: Take) -> None:
    desk = desk_of(on_one("published")[0])
    slug = slug_of(desk)
    answer = desk.browser.get(f"/responses/{slug}")
    assert answer.url.path == f"/responses/{slug}/"
    assert answer.status_code == 200


def test_the_feeds_lead_to_where_they_were_fetched(on_one: Take) -> None:
    desk = desk_of(on_one("published")[0])
    atom = feedparser.parse(desk.browser.get("/responses/feed.atom").content)
    feed = json.loads(desk.browser.get("/responses/feed.json").text)
    assert not atom.bozo
    assert [entry.link for entry in atom.entries] == [f"{ADDRESS}/responses/{slug_of(desk)}/"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "home_page_url", "feed_url", "items"} <= set(feed)
    assert {"id", "url", "content_text", "date_published"} <= set(feed["items"][0])


def test_more_responses_need_no_more_queries(on_one: Take) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    with queries(service) as before:
        desk.get("/responses/")
    copy_ten_times(service)
    with queries(service) as after:
        assert "11 responses have been published" in desk.get("/responses/")
    assert len(before) == len(after) <= 8


def copy_ten_times(service: Service) -> None:
    with service.record.writing() as session:
        case = session.exec(select(Case)).one()
        report = session.get(Report, case.report_id)
        assert report
        for number in range(10):
            title = f"{report.title} {number}"
            other = Report(**report.model_dump(exclude={"id", "title"}), title=title)
            session.add(other)
            session.flush()
            told = case.model_dump(exclude={"id", "report_id", "reference"})
            session.add(Case(**told, report_id=found(other.id), reference=f"S55-2022-9{number}"))
        session.commit()


def test_ended_cases_without_a_response_stay_inside(desk: Desk) -> None:
    reference = desk.service.open(data=a_page(title="Warwickshire Police: opened twice"))
    hand = by(OFFICER, at(10, 14, 10))
    end_case(desk.service.record, hand, reference, Stage.OPENED_BY_MISTAKE, "opened twice")
    assert "opened twice" not in everything_public(desk)


def test_whoever_works_here_finds_the_way_and_the_chart(on_one: Take) -> None:
    service, _ = on_one("published")
    desk = desk_of(service)
    desk.sign_in(OFFICER)
    text = desk.get("/cases?show=all")
    assert 'href="/responses"' in text
    assert "Days taken over the years" in text
    assert '<svg class="days-chart"' in text


def test_the_office_s_list_is_the_same_in_each_of_its_tables(desk: Desk) -> None:
    title = "=1 Warwickshire Police: Ŵ"
    desk.service.open(data=a_page(title=title))
    desk.sign_in(OFFICER)
    get = desk.browser.get
    (line,) = json.loads(get("/cases.json?show=open").text)["cases"]
    (row,) = csv.DictReader(StringIO(get("/cases.csv").content.decode("utf-8-sig")))
    heads, cells = Document(BytesIO(get("/cases.ods").content)).body.tables[0].get_values()
    sheet = dict(zip(heads, cells, strict=False))
    assert line["report"] == sheet["report"] == title
    assert row["report"] == f"'{title}"
    assert (line["last_day"], row["last day"]) == ("2022-12-08", "2022-12-08")
    assert sheet["last day"] == date(2022, 12, 8)
    assert line["days_left"] == sheet["days left"] == int(row["days left"]) == 55
    documented = (Path(__file__).parents[2] / "docs" / "formats.md").read_text()
    assert [key for key in line if f"`{key}`" not in documented] == []


@pytest.mark.parametrize("path", ["/cases.ods", "/cases.json"])
def test_the_office_s_tables_are_for_those_who_are_signed_in(desk: Desk, path: str) -> None:
    assert "Sign in" in desk.browser.get(path).text
