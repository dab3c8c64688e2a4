"""Long work: asked for once, shown while it goes on, outliving browsers and processes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Event

import pytest
from sqlmodel import select

from casework.errors import RefusedInputError
from casework.intake import HandedIn, open_report
from casework.record import page_work
from casework.record.page_work import Ended
from casework.record.register import cases
from models import PageWork, Version, WorkKind
from models.words import VersionKind
from tests.builders import HEAD, OFFICER, SIGNATORY, Service, at, by
from tests.casework.conftest import Take
from tests.casework.reading.typeset import typeset_report
from tests.reports import a_page
from tests.web.desk import Desk
from web.long_doers import DOERS, Job
from web.long_work import Workers

REPORT = {"file": ("report.html", a_page())}


class Held:
    """A doer that goes no further until it is let go."""

    def __init__(self, what: WorkKind) -> None:
        """Take the kind of work it holds up."""
        self.what, self.go_on, self.jobs = what, Event(), 0

    def __call__(self, job: Job) -> Ended:
        """Tell how far it is, wait, and do the work."""
        self.jobs += 1
        job.tell("Reading the pages", 34, 200)
        assert self.go_on.wait(30)
        return DOERS[self.what](job)


@pytest.fixture
def officer(desk: Desk) -> Desk:
    """Return a desk with the officer at it, whose browser is held for no moment."""
    desk.sign_in(OFFICER)
    desk.workers.patience = 0.05
    return desk


@pytest.fixture
def held(officer: Desk) -> Iterator[Held]:
    """Return what holds up the opening of cases at the officer's desk."""
    slow = Held(WorkKind.OPEN_CASE)
    officer.workers.doers[WorkKind.OPEN_CASE] = slow
    yield slow
    slow.go_on.set()


def let_go(desk: Desk, slow: Held) -> None:
    """Let work go on and wait until it is over."""
    slow.go_on.set()
    desk.workers.patience = 60
    for number in page_work.unfinished(desk.service.record):
        desk.workers.wait(number)


def test_long_work_shows_how_far_it_is_and_looks_again_by_itself(officer: Desk, held: Held) -> None:
    assert "The service is at work" in officer.send("/open", "/open", files=REPORT)
    answer = officer.browser.get("/at-work/1")
    assert answer.headers["refresh"] == "2"
    assert "Reading the pages: 34 of 200." in answer.text
    assert '<a class="govuk-link" href="/at-work/1">Look again</a>' in answer.text
    assert "<script" not in answer.text
    let_go(officer, held)
    over = officer.browser.get("/at-work/1")
    assert "refresh" not in over.headers
    assert "S55-2022-001 is open." in over.text
    assert over.url.path == "/cases/S55-2022-001"
    assert 'href="/cases/S55-2022-001" role="button"' in officer.get("/at-work/1")


def test_the_first_page_tells_of_it_until_its_end_was_looked_at(officer: Desk, held: Held) -> None:
    officer.send("/open", "/open", files=REPORT)
    assert "Opening a case, asked for 14 October 2022, 09:00</a>: at work" in officer.get("/")
    let_go(officer, held)
    assert "asked for 14 October 2022, 09:00</a>: done" in officer.get("/")
    officer.get("/at-work/1")
    assert "What you asked for" not in officer.get("/")


def test_short_work_goes_straight_on_and_leaves_nothing_to_look_at(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    text = desk.send("/open", "/open", files=REPORT)
    assert "An inspection of Warwickshire Police</h1>" in text
    assert "What you asked for" not in desk.get("/")


def test_the_same_form_sent_twice_is_one_piece_of_work(officer: Desk, held: Held) -> None:
    carried = officer.carried("/open")
    for _ in range(2):
        answer = officer.browser.post("/open", data=carried, files=REPORT)
        assert answer.url.path == "/at-work/1"
    let_go(officer, held)
    assert held.jobs == 1
    assert len(cases(officer.service.record)) == 1


def test_what_a_killed_process_had_begun_the_next_one_finishes(officer: Desk, held: Held) -> None:
    officer.send("/open", "/open", files=REPORT)
    record = officer.service.record
    assert page_work.unfinished(record) == [1]
    again = Workers(officer.place)
    again.patience = 120
    again.resume()
    again.wait(1)
    assert page_work.unfinished(record) == []
    assert page_work.work_of(record, 1, OFFICER).leads_to == "/cases/S55-2022-001"
    let_go(officer, held)
    assert len(cases(record)) == 1


def test_killed_between_its_act_and_the_note_of_it_it_acts_once(
    officer: Desk, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        message = "the process was killed here"
        raise OSError(message)

    with monkeypatch.context() as patched:
        patched.setattr(page_work, "finish", killed)
        held.go_on.set()
        officer.workers.patience = 120
        officer.send("/open", "/open", files=REPORT)
        # The page that follows takes it up again: it must be killed here too, and not later.
        officer.workers.wait(1)
    record = officer.service.record
    assert len(cases(record)) == 1
    assert page_work.unfinished(record) == [1]
    officer.get("/at-work/1")
    officer.workers.wait(1)
    assert "S55-2022-001 is open." in officer.get("/at-work/1")
    assert len(cases(record)) == 1


@pytest.mark.usefixtures("held")
def test_the_desk_takes_unfinished_work_up_as_it_starts(officer: Desk) -> None:
    officer.send("/open", "/open", files=REPORT)
    anew = Desk(officer.service, officer.now)
    anew.workers.patience = 120
    with anew.browser:
        anew.workers.wait(1)
        assert page_work.unfinished(officer.service.record) == []


def refuses(_: Job) -> Ended:
    message = "The report is about another office."
    raise RefusedInputError(message)


def fails(_: Job) -> Ended:
    message = "secret words of a stack trace"
    raise ZeroDivisionError(message)


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("doer", "said"),
    [
        (refuses, "The report is about another office."),
        (fails, "This failed by a fault of the service"),
    ],
)
def test_work_that_fails_says_so_in_a_sentence_with_what_was_given(
    officer: Desk, doer: Callable[[Job], Ended], said: str
) -> None:
    officer.send("/open", "/open", files=REPORT, address="https://reports.example/1")

    workers = Workers(officer.place, patience=30)
    workers.doers[WorkKind.OPEN_CASE] = doer
    workers.start(1)
    workers.wait(1)
    text = officer.get("/at-work/1")
    assert said in text
    assert "secret words" not in text
    assert "https://reports.example/1" in text
    assert "report.html" in text
    assert 'href="/open"' in text


def test_a_form_refused_at_once_is_shown_again_and_may_be_put_right(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    carried = desk.carried("/open")
    bad = {"file": ("report.pdf", b"%PDF-1.7 and nothing more")}
    refused = desk.browser.post(
        "/open", data={**carried, "address": "https://x.example/"}, files=bad
    )
    assert refused.status_code == 422
    assert 'value="https://x.example/"' in refused.text
    assert "S55-2022-001 is open." in desk.browser.post("/open", data=carried, files=REPORT).text


@pytest.mark.usefixtures("held")
def test_nobody_sees_the_work_of_another(officer: Desk) -> None:
    officer.send("/open", "/open", files=REPORT)
    officer.sign_in(SIGNATORY)
    assert "no such work of yours" in officer.get("/at-work/1", status=404)
    assert "no such work of yours" in officer.get("/at-work/99", status=404)


def test_the_bytes_are_let_go_once_the_work_is_over(officer: Desk, held: Held) -> None:
    officer.send("/open", "/open", files=REPORT)
    let_go(officer, held)
    with officer.service.record.reading() as session:
        row = session.get(PageWork, 1)
        assert row
        assert (row.given, bool(row.given_sha256)) == (b"", True)


def test_a_hand_back_behind_the_page_is_a_version_by_whoever_sent_it(on_one: Take) -> None:
    service, reference = on_one("commented")
    desk = Desk(service, at(11, 14))
    desk.sign_in(HEAD)
    slow = Held(WorkKind.HAND_BACK)
    desk.workers.doers[WorkKind.HAND_BACK] = slow
    desk.workers.patience = 0.05
    path = f"/cases/{reference}/versions"
    files = {"file": ("edited.docx", service.edited(reference))}
    assert "Handing back an edit" in desk.send(path, f"{path}/hand-back", files=files)
    desk.now = at(11, 14, 10)
    let_go(desk, slow)
    answer = desk.browser.get("/at-work/1")
    assert (answer.url.path, "Your edit is now version" in answer.text) == (path, True)
    assert "Handing back" not in desk.get("/")


class Killed(BaseException):
    """The process died here."""


class Mortal:
    """A doer whose process dies at its first step, then at its second, and so on."""

    def __init__(self, what: WorkKind) -> None:
        """Take the kind of work it does."""
        self.what, self.lives = what, 0
        self.told: list[str] = []

    def __call__(self, job: Job) -> Ended:
        """Do the work as far as this life reaches."""
        self.lives += 1
        heard: list[str] = []

        def tell(step: str, done: int, total: int) -> None:
            job.tell(step, done, total)
            heard.append(step)
            if len(heard) == self.lives:
                raise Killed

        try:
            return DOERS[self.what](replace(job, tell=tell))
        finally:
            self.told = heard


def die_at_every_step(desk: Desk, what: WorkKind) -> Mortal:
    """Let a form's work die at each of its steps in turn, and be taken up again each time."""
    mortal = Mortal(what)
    desk.workers.doers[what] = mortal
    return mortal


def live_on(desk: Desk, mortal: Mortal) -> None:
    """Take work up again until a life lasts to its end, looking on as a person does."""
    while page_work.unfinished(desk.service.record):
        assert mortal.lives < 10
        desk.get("/at-work/1")
        desk.workers.wait(1)


def test_submitting_tells_its_steps_and_killed_between_any_two_it_is_done_once(
    on_one: Take,
) -> None:
    service, reference = on_one("reviewed")
    desk = Desk(service, at(11, 21))
    desk.sign_in(OFFICER)
    mortal = die_at_every_step(desk, WorkKind.SUBMIT)
    path = f"/cases/{reference}/signing"
    assert "The service is at work" in desk.send(path, f"{path}/submit")
    assert service.file(reference).round is None
    live_on(desk, mortal)
    assert mortal.told == [
        "Step 1 of 4: the text is completed and checked",
        "Step 2 of 4: the signing copy is kept",
        "Step 3 of 4: the page, the PDF and the clean Word file are made of it",
        "Step 4 of 4: all of them are bound together, to be signed",
    ]
    file = service.file(reference)
    assert file.round
    assert (file.case.stage, file.round.number, len(file.signatures)) == ("signing", 1, 1)


def test_publishing_tells_its_steps_and_killed_between_any_two_it_is_done_once(
    on_one: Take,
) -> None:
    service, reference = on_one("scheduled")
    desk = Desk(service, at(12, 5, 12))
    desk.sign_in(OFFICER)
    mortal = die_at_every_step(desk, WorkKind.PUBLISH)
    path = f"/cases/{reference}/publishing"
    assert "The service is at work" in desk.send(path, f"{path}/now")
    live_on(desk, mortal)
    assert mortal.told[-1].endswith("the page is fetched back from its public address")
    file = service.file(reference)
    assert file.case.stage == "published"
    assert len(file.publications) == 2
    assert sum(":copy:" in mail.key for mail in file.mails) == 2


def test_handing_back_tells_its_steps_and_killed_between_any_two_it_is_one_version(
    on_one: Take,
) -> None:
    service, reference = on_one("commented")
    desk = Desk(service, at(11, 14))
    desk.sign_in(HEAD)
    mortal = die_at_every_step(desk, WorkKind.HAND_BACK)
    path = f"/cases/{reference}/versions"
    files = {"file": ("edited.docx", service.edited(reference))}
    assert "at work" in desk.send(path, f"{path}/hand-back", files=files)
    live_on(desk, mortal)
    assert mortal.told == [
        "Step 1 of 4: the Word file is checked",
        "Step 2 of 4: it is compared with the versions that are there",
        "Step 3 of 4: it is kept",
        "Step 4 of 4: its words are taken over into the record",
    ]
    with service.record.reading() as session:
        kept = session.exec(select(Version.kind).where(Version.kind == VersionKind.CHECK_IN))
        assert len(list(kept)) == 1


def test_reading_a_long_pdf_tells_of_its_pages(service: Service) -> None:
    told: list[tuple[str, int, int]] = []
    handed = HandedIn(typeset_report(1), "report.pdf", force="warwickshire")
    hand = by(OFFICER, at(4, 1, year=2024))
    open_report(service.record, hand, handed, lambda *said: told.append(said))
    steps = {step for step, _, _ in told}
    assert steps == {"Reading the pages", "Putting columns and tables in order"}
    pages = told[-1][2]
    assert [done for step, done, _ in told if step == "Reading the pages"] == list(range(pages))
