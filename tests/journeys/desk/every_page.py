"""Where each page of the desk is seen at its fullest: at what point of a case, and by whom."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from casework import colleagues, review
from casework.access import NewGuestLink, hash_of, keep_link, make_guest_link
from casework.colleagues import NewAction, NewMeeting
from casework.comments import ToSend, ask_for_time, keep_guest_draft
from casework.documents.regions import fill_regions
from casework.drafting import write_answer, write_draft
from casework.record.hand import the_service
from casework.record.page_work import Ended, Wanted, ask, finish
from casework.record.settings_acts import change_settings
from casework.record.settings_history import waiting
from casework.review import HeardElsewhere
from casework.rules.lawfulness import Limb
from casework.rules.tellers import Teller
from models import WorkKind
from models.review_words import Heard
from models.words import CommentsClass, Light
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    HEAD,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)
from tests.colleagues import EVERYBODY, TRANSLATOR, asked, with_everybody
from tests.web.test_amendments import amended, subject_to

CASE: Final = "S55-2022-001"
ASKED, CHECK, DOOR = "a-link-that-asks", "a-link-that-checks", "a-link-that-signs-in"
OWN_WORDS: Final = Limb("55(5)(a)", "publish the body's own comments", Light.RED, "").as_block.key
"""What stands in the way of a case whose response nobody has written yet."""
ALEX: Final = Teller("Alex Marsh", "Staff officer", "alex.marsh@warwickshire-police.example")


@dataclass(frozen=True, slots=True)
class Room:
    """A point of a case at which pages are looked at."""

    stage: str
    now: datetime
    furnish: Callable[[Service], None]
    """Puts something on the record for every page to show."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One page, by whom it is looked at, and at which address; nobody is without a session."""

    room: str
    by: str
    address: str


def _asked_of_the_force(service: Service) -> None:
    now, sha256 = at(10, 20), hash_of(ASKED)
    make_guest_link(service.record, by(OFFICER, now), CASE, NewGuestLink(sha256))
    ask_for_time(
        service.record, the_service(now), sha256, ALEX, date(2022, 11, 14), "The chief is on leave."
    )
    words = b"We welcome the report.\n\nWe act on it now."
    given = ToSend(ALEX, CommentsClass.FINAL, "ACC J. Okafor", words, "typed on the page.txt")
    assert keep_guest_draft(service.record, sha256, given, now) == 1
    keep_link(service.record, the_service(now), OFFICER, hash_of(DOOR))


def _everything_at_once(service: Service) -> None:
    with_everybody(service)
    asked(service, CASE, FINANCE, due=date(2022, 11, 14))
    _a_meeting(service)
    heard = HeardElsewhere("Nasreen Holt", Heard.TELEPHONE, "Mention the sundial.")
    review.log_remarks(service.record, by(HEAD, at(11, 15)), CASE, [heard], None)
    _two_edits_and_an_update(service)
    check = NewGuestLink(hash_of(CHECK), version=5)
    make_guest_link(service.record, by(OFFICER, at(11, 15)), CASE, check)
    _a_change_that_waits(service)
    _work_that_is_over(service)


def _a_meeting(service: Service) -> None:
    board = NewMeeting("Accountability Board", date(2022, 11, 10), "4.2")
    number = colleagues.note_meeting(service.record, by(OFFICER, at(11, 11)), CASE, board)
    action = NewAction(number, "I will publish a plan.", "f001", "Head of Policy", date(2023, 3, 1))
    colleagues.note_action(service.record, by(OFFICER, at(11, 11)), CASE, action)


def _two_edits_and_an_update(service: Service) -> None:
    stale = service.word_file(CASE)
    service.check_in(CASE, service.edited(CASE, "I welcome it warmly."), moment=at(11, 15))
    late = fill_regions(stale, {"overview": ["Another thought."]})
    outcome, number, *_ = service.check_in(CASE, late, CHIEF_EXECUTIVE, at(11, 15, 10))
    assert (outcome, number) == ("branch", "6")
    hand = by(OFFICER, at(11, 15, 11))
    write_answer(service.record, hand, CASE, "f002_answer", "I will fund it by £10,000.")
    write_draft(service.record, the_service(at(11, 15, 11)), CASE, TEMPLATES)


def _a_change_that_waits(service: Service) -> None:
    changed = EVERYBODY.replace("eleanor.whitcombe@", "e.whitcombe@")
    with service.record.reading() as session:
        base = service.record.office(session).settings_sha256
    change_settings(service.record, by(HEAD, at(11, 15), "change-that-waits"), changed, base)
    with service.record.reading() as session:
        assert waiting(session, service.record.office(session))


def _work_that_is_over(service: Service) -> None:
    wanted = Wanted(WorkKind.OPEN_CASE, "/open", {"address": "https://reports.example/1"})
    number = ask(service.record, OFFICER, "work-that-is-over", wanted, at(11, 15))
    refused = Ended("The report is about another office.")
    finish(service.record, number, at(11, 15), refused)


def _nothing_but_people(service: Service) -> None:
    with_everybody(service)


def _with_a_certificate_to_give(service: Service) -> None:
    subject_to(service, CASE)
    amended(service, CASE)


ROOMS: Final = {
    "invited": Room("invited", at(10, 20, 12), _asked_of_the_force),
    "reviewed": Room("reviewed", at(11, 16), _everything_at_once),
    # The same once more, for the pages of the whole office: two tests can go on side by side.
    "office": Room("reviewed", at(11, 16), _everything_at_once),
    "submitted": Room("submitted", at(11, 23), _nothing_but_people),
    "amended": Room("submitted", at(11, 24), _with_a_certificate_to_give),
    "published": Room("published", at(12, 20), lambda _: None),
}


def _case(room: str, by: str, *paths: str) -> dict[str, Seen]:
    """Return pages of the case, by their pattern: what changes stands in braces as (name=value)."""
    found = {}
    for path in paths:
        pattern = "/cases/{reference}" + re.sub(r"\((\w+(?::\w+)?)=[^)]*\)", r"{\1}", path)
        filled = re.sub(r"\(\w+(?::\w+)?=([^)]*)\)", r"\1", path)
        found[pattern.partition("?")[0]] = Seen(room, by, f"/cases/{CASE}{filled}")
    return found


PAGES: Final[dict[str, Seen]] = {
    # At the door
    "/sign-in": Seen("invited", "", "/sign-in"),
    "/sign-in/{secret}": Seen("invited", "", f"/sign-in/{DOOR}"),
    # By a link, without an account
    "/g/{secret}": Seen("invited", "", f"/g/{ASKED}"),
    "/g/{secret}/receipt/{number}": Seen("invited", "", f"/g/{ASKED}/receipt/1"),
    "/g/{secret}/none": Seen("invited", "", f"/g/{ASKED}/none"),
    "/g/{secret}/more-time": Seen("invited", "", f"/g/{ASKED}/more-time"),
    "/g/{secret}/comments": Seen("invited", "", f"/g/{ASKED}/comments"),
    "/g/{secret}/comments/{number}": Seen("invited", "", f"/g/{ASKED}/comments/1"),
    "/g/{secret}/point": Seen("reviewed", "", f"/g/{CHECK}/point"),
    # Everybody of the office
    "/": Seen("office", OFFICER, "/"),
    "/cases": Seen("published", OFFICER, "/cases?show=all"),
    "/monday": Seen("office", OFFICER, "/monday"),
    "/mine": Seen("office", FINANCE, "/mine"),
    "/search": Seen("office", OFFICER, "/search?q=police"),
    "/promises": Seen("published", OFFICER, "/promises"),
    "/open": Seen("office", OFFICER, "/open"),
    "/start": Seen("office", OFFICER, "/start"),
    "/at-work/{number:int}": Seen("office", OFFICER, "/at-work/1"),
    "/me": Seen("office", OFFICER, "/me"),
    "/me/tokens": Seen("office", OFFICER, "/me/tokens"),
    "/me/calendar": Seen("office", OFFICER, "/me/calendar"),
    # The public
    "/responses/{path:path}": Seen("published", "", "/responses/"),
    # A case
    **_case("reviewed", OFFICER, "", "/date", "/lead", "/report", "/ending", "/embargo"),
    **_case("reviewed", OFFICER, "/findings", "/findings/add", "/findings/(key=f001)"),
    **_case("reviewed", OFFICER, "/answers", "/answers/(place=f001_answer)", "/wording"),
    **_case("invited", OFFICER, "/comments", "/comments/links"),
    **_case("reviewed", OFFICER, "/letters", "/letters/(number:int=1)"),
    **_case("reviewed", OFFICER, "/colleagues", "/colleagues/steer", "/colleagues/ask"),
    **_case("reviewed", OFFICER, "/colleagues/meeting", "/colleagues/action"),
    **_case("reviewed", FINANCE, "/colleagues/questions/(number=1)"),
    **_case("reviewed", OFFICER, "/versions", "/versions/(number:int=4)/marks", "/checks"),
    **_case("reviewed", OFFICER, "/versions/compare?old=4&new=5", "/versions/updates"),
    **_case("reviewed", OFFICER, "/versions/(number:int=6)/beside"),
    **_case("reviewed", OFFICER, "/remarks", "/remarks/(number:int=1)"),
    **_case("submitted", CHIEF_EXECUTIVE, "/signing", "/signing/confirm", "/signing/subject-to"),
    **_case("submitted", CHIEF_EXECUTIVE, "/signing/send-back"),
    **_case("submitted", HEAD, "/signing/elsewhere"),
    **_case("amended", OFFICER, "/signing/certify"),
    **_case("invited", OFFICER, f"/in-the-way/(key={OWN_WORDS})"),
    **_case("submitted", TRANSLATOR, "/welsh"),
    **_case("reviewed", OFFICER, "/way-out"),
    **_case("published", OFFICER, "/publishing", "/evidence", "/lawfulness", "/promises"),
    # Whoever keeps the office
    "/office": Seen("office", HEAD, "/office"),
    "/office/settings/{address:path}": Seen("office", HEAD, "/office/settings/lead_times"),
    "/office/people/{key}/end": Seen("office", HEAD, "/office/people/okafor/end"),
    "/office/file": Seen("office", HEAD, "/office/file"),
    "/office/changes": Seen("office", HEAD, "/office/changes"),
    "/office/changes/compare": Seen("office", HEAD, "/office/changes/compare?from=1&to=2"),
    "/office/changes/{number}/back": Seen("office", HEAD, "/office/changes/1/back"),
    "/office/waiting": Seen("office", SIGNATORY, "/office/waiting"),
    "/office/waiting/{number}": Seen("office", SIGNATORY, "/office/waiting/change-that-waits"),
    "/office/sessions": Seen("office", HEAD, "/office/sessions"),
    "/office/links": Seen("office", HEAD, "/office/links"),
    "/office/health": Seen("office", HEAD, "/office/health"),
    "/office/types": Seen("office", HEAD, "/office/types"),
}
"""Every page, by the pattern of its address."""

FILES: Final = {
    "/calendar/{secret}.ics": "a calendar",
    "/cases.csv": "a table to download",
    "/cases.json": "a table to download",
    "/cases.ods": "a table to download",
    "/cases/{reference}/checks/file": "a Word file",
    "/cases/{reference}/comments/letters/{letter}/{number}": "a letter to download",
    "/cases/{reference}/evidence/files/{sha256}": "evidence to download",
    "/cases/{reference}/lawfulness/file": "a PDF",
    "/cases/{reference}/letters/{number:int}/draft.eml": "a letter to open in a mail program",
    "/cases/{reference}/letters/papers/{number:int}": "a Word file",
    "/cases/{reference}/promises.csv": "a table to download",
    "/cases/{reference}/publishing/package": "a zip for the web editor",
    "/cases/{reference}/report/file": "the report as it came",
    "/cases/{reference}/signing/document": "shut off from scripts, axe among them: the public page "
    "is the same bytes, and is judged",
    "/cases/{reference}/signing/document.pdf": "a PDF",
    "/cases/{reference}/versions/{number:int}/file": "a Word file",
    "/cases/{reference}/welsh/file": "a Word file",
    "/cases/{reference}/welsh/fresh": "a Word file",
    "/cases/{reference}/wording/welsh.docx": "a Word file",
    "/confirm-again": "leads to the office's own sign-in, where a journey of its own goes",
    "/g/{secret}/draft.pdf": "a PDF",
    "/office/changes/{number}.toml": "the settings to download",
    "/office/file/office.toml": "the settings to download",
    "/responses": "leads to the public register",
    "/sign-in-elsewhere": "leads to the office's own sign-in, where a journey of its own goes",
    "/sign-in-elsewhere/out": "leads there to be signed out, where the same journey goes",
    "/sign-in-elsewhere/back": "comes from there, and leads to the first page",
}
"""What is no page, and why."""
