"""A force's people come by a link for one case; what they say is kept, and decides nothing."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from sqlmodel import select

from casework import comments, intake, review
from casework.access import (
    NewGuestLink,
    guest,
    hash_of,
    make_guest_link,
    revoke_guest_link,
)
from casework.documents.publishable import words_of_pdf
from casework.documents.regions import read_regions
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError, NotFoundError, RefusedInputError
from casework.record.bytes import fetch
from casework.record.desk import find_case
from casework.record.dossier import paragraphs_of
from casework.record.guests import statements_of
from casework.record.hand import the_service
from casework.record.remarks import remarks_of
from casework.record.verify import faults
from casework.rules.tellers import Teller
from models import Act, GuestDraft, GuestStatement, HistoryEntry, Remark, Version
from models.review_words import Decision
from models.words import CommentsClass, CommentsState, SaidByLink
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    HEAD,
    OFFICER,
    REPORT,
    TEMPLATES,
    Service,
    at,
    by,
)
from tests.casework.conftest import Take

MARSH = Teller("Alex Marsh", "Staff officer", "a.marsh@force.example")
SECRET = "a-secret-of-this-test"  # noqa: S105
SHA = hash_of(SECRET)
WORDS = "We welcome the report.\n\nWe accept <each> of its findings & more."
BACKGROUND = "Operation Heron is not public"


def link(service: Service, reference: str, secret: str = SECRET, **given: object) -> str:
    """Make a link as the officer, on 18 October."""
    new = replace(NewGuestLink(hash_of(secret)), **given)  # type: ignore[arg-type]
    return make_guest_link(service.record, by(OFFICER, at(10, 18)), reference, new)


def kept(
    service: Service, klass: CommentsClass = CommentsClass.FINAL, text: str = WORDS, day: int = 20
) -> int:
    """Give comments in by the link, shown back and not sent yet."""
    given = comments.ToSend(MARSH, klass, "ACC J. Okafor", text.encode(), "comments.txt")
    return comments.keep_guest_draft(service.record, SHA, given, at(10, day))


def sent(service: Service, klass: CommentsClass = CommentsClass.FINAL, text: str = WORDS) -> int:
    """Send comments by the link."""
    number = kept(service, klass, text)
    return comments.send_comments(service.record, the_service(at(10, 20)), SHA, number)


def statements(service: Service, reference: str) -> list[GuestStatement]:
    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        return statements_of(session, case.id or 0)


def remarks(service: Service, reference: str) -> list[Remark]:
    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        return remarks_of(session, case)


def test_comments_come_by_the_link_word_for_word_and_wait_for_a_person(prepared: Take) -> None:
    service, reference = prepared("invited")
    link(service, reference)
    sent(service)
    file = service.file(reference)
    (row,) = file.submissions
    assert paragraphs_of(row) == tuple(WORDS.split("\n\n"))
    assert row.klass is None
    assert file.forces[0].state is CommentsState.SENT
    (said,) = statements(service, reference)
    assert (said.name, said.rank, said.klass) == ("Alex Marsh", "Staff officer", "final")
    assert said.cleared_by == "ACC J. Okafor"
    assert not faults(service.record)


def test_a_person_of_the_office_makes_them_final(on_one: Take) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    sent(service)
    (row,) = service.file(reference).submissions
    comments.class_submission(
        service.record, by(OFFICER, at(10, 21)), reference, row.id or 0, CommentsClass.FINAL, "ACC"
    )
    assert service.file(reference).forces[0].state is CommentsState.FINAL


def test_whoever_leads_is_told_and_the_history_names_nobody_of_the_force(on_one: Take) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    sent(service)
    told = service.file(reference).mails[-1]
    assert "has sent comments" in told.subject
    assert "Alex Marsh" in told.text
    with service.record.reading() as session:
        acts = session.exec(select(Act).where(Act.what == "send_comments_by_link")).all()
        history = " ".join(str(row.body) for row in session.exec(select(HistoryEntry)))
    assert [act.person_id for act in acts] == [None]
    assert "Marsh" not in history
    assert SECRET not in history


def test_nothing_is_on_the_record_before_it_is_sent_and_a_draft_is_gone_after_a_day(
    on_one: Take,
) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    number = kept(service)
    assert not service.file(reference).submissions
    assert not statements(service, reference)
    with pytest.raises(NotFoundError, match="more than a day"):
        comments.send_comments(service.record, the_service(at(10, 21, 9)), SHA, number)
    kept(service, day=22)
    with service.record.reading() as session:
        assert len(session.exec(select(GuestDraft)).all()) == 1


def test_the_same_form_sent_twice_is_one_submission(prepared: Take) -> None:
    service, reference = prepared("invited")
    link(service, reference)
    number = kept(service)
    hand = the_service(at(10, 20), "one-press")
    first = comments.send_comments(service.record, hand, SHA, number)
    assert comments.send_comments(service.record, hand, SHA, number) == first
    assert len(statements(service, reference)) == len(service.file(reference).submissions) == 1


def test_a_link_works_for_its_days_and_no_longer(on_one: Take) -> None:
    service, reference = on_one("invited")
    link(service, reference, days=3)
    almost = at(10, 18) + timedelta(days=3, seconds=-1)
    assert guest(service.record, SHA, almost).case.reference == reference
    with pytest.raises(NotAllowedError, match="worked until 21 October 2022"):
        guest(service.record, SHA, almost + timedelta(seconds=1))
    with pytest.raises(NotAllowedError, match="worked until"):
        comments.say_no_comments(service.record, the_service(at(10, 21)), SHA, MARSH)


def test_a_link_taken_back_opens_nothing_even_for_a_form_already_open(prepared: Take) -> None:
    service, reference = prepared("invited")
    link(service, reference)
    waiting, number = kept(service), guest(service.record, SHA, at(10, 19)).link.id or 0
    revoke_guest_link(service.record, by(HEAD, at(10, 20)), reference, number)
    for attempt in (
        lambda: guest(service.record, SHA, at(10, 20)),
        lambda: comments.send_comments(service.record, the_service(at(10, 20)), SHA, waiting),
    ):
        with pytest.raises(NotAllowedError, match="taken this link back"):
            attempt()
    assert not service.file(reference).submissions


def test_only_an_officer_makes_a_link_and_the_record_keeps_no_secret(on_one: Take) -> None:
    service, reference = on_one("invited")
    new = NewGuestLink(SHA)
    for nobody in (FINANCE, "whitcombe"):
        with pytest.raises(NotAllowedError, match="may not make a link"):
            make_guest_link(service.record, by(nobody, at(10, 18)), reference, new)
    with pytest.raises(CaseworkError):
        make_guest_link(service.record, the_service(at(10, 18)), reference, new)
    link(service, reference)
    sent(service)
    with pytest.raises(NotFoundError, match="has no link 99"):
        revoke_guest_link(service.record, by(OFFICER, at(10, 18)), reference, 99)


def test_the_same_act_again_tells_that_another_secret_opens_nothing(on_one: Take) -> None:
    service, reference = on_one("invited")
    hand = by(OFFICER, at(10, 18), "a-button")
    assert make_guest_link(service.record, hand, reference, NewGuestLink(SHA)) == SHA
    other = NewGuestLink(hash_of("another"))
    assert make_guest_link(service.record, hand, reference, other) == SHA
    with pytest.raises(NotFoundError):
        guest(service.record, other.secret_sha256, at(10, 19))


@pytest.mark.parametrize("days", [0, -1, 91])
def test_a_link_is_for_one_to_ninety_days(on_one: Take, days: int) -> None:
    service, reference = on_one("invited")
    with pytest.raises(RefusedInputError, match="1 to 90"):
        link(service, reference, days=days)


def test_before_the_report_is_out_there_is_no_link(service: Service) -> None:
    handed = intake.HandedIn(REPORT, "report.html", embargoed=True)
    reference = intake.open_report(service.record, by(OFFICER, at(10, 13)), handed)[0]
    with pytest.raises(NotAllowedError, match="14 October 2022"):
        make_guest_link(service.record, by(OFFICER, at(10, 13)), reference, NewGuestLink(SHA))
    make_guest_link(service.record, by(OFFICER, at(10, 14, 0, 1)), reference, NewGuestLink(SHA))
    with pytest.raises(NotAllowedError, match="cannot be used now"):
        guest(service.record, SHA, at(10, 13, 23))


def test_comments_after_their_day_are_late(on_one: Take) -> None:
    service, reference = on_one("invited")
    link(service, reference, days=90)
    due = service.file(reference).forces[0].comments_due_on
    assert due
    late = at(due.month, due.day) + timedelta(days=1)
    given = comments.ToSend(MARSH, CommentsClass.FINAL, "ACC", WORDS.encode(), "comments.txt")
    number = comments.keep_guest_draft(service.record, SHA, given, late)
    comments.send_comments(service.record, the_service(late), SHA, number)
    (row,) = service.file(reference).submissions
    state = comments.class_submission(
        service.record, by(OFFICER, late), reference, row.id or 0, CommentsClass.FINAL, "ACC"
    )
    assert state == CommentsState.LATE


@pytest.mark.parametrize("klass", [CommentsClass.BACKGROUND, CommentsClass.DRAFT])
def test_nothing_but_final_comments_reaches_the_response(
    on_one: Take, klass: CommentsClass
) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    sent(service, klass, BACKGROUND)
    (row,) = service.file(reference).submissions
    for _ in ("unread", "classed"):
        write_draft(service.record, the_service(at(10, 21)), reference, TEMPLATES)
        assert BACKGROUND.encode() not in _body_of(service.word_file(reference))
        comments.class_submission(
            service.record, by(OFFICER, at(10, 21)), reference, row.id or 0, klass
        )


def _body_of(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def test_no_comments_and_more_time_are_words_that_move_nothing(prepared: Take) -> None:
    service, reference = prepared("invited")
    link(service, reference)
    before = service.file(reference).forces[0]
    hand = the_service(at(10, 20))
    comments.say_no_comments(service.record, hand, SHA, MARSH, "All said in the meeting.")
    comments.ask_for_time(
        service.record, the_service(at(10, 20)), SHA, MARSH, date(2022, 11, 30), "Leave"
    )
    after = service.file(reference).forces[0]
    assert (after.state, after.comments_due_on) == (before.state, before.comments_due_on)
    kinds = [(row.kind, row.words) for row in statements(service, reference)]
    assert kinds == [
        (SaidByLink.MORE_TIME, "Leave"),
        (SaidByLink.NO_COMMENTS, "All said in the meeting."),
    ]
    assert not faults(service.record)


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2022, 10, 20), "later than today"), (date(2022, 12, 9), "does not stop the clock")],
)
def test_more_time_is_asked_for_within_the_fifty_six_days(
    on_one: Take, day: date, said: str
) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    with pytest.raises(RefusedInputError, match=said):
        comments.ask_for_time(service.record, the_service(at(10, 20)), SHA, MARSH, day, "Leave")


@pytest.mark.parametrize(
    "teller",
    [
        Teller.of("", "DCI", "a@b.example"),
        Teller.of("\x00\x07", "DCI", "a@b.example"),
        Teller.of("A", " ", "a@b.example"),
        Teller.of("A", "DCI", "nowhere"),
        Teller.of("A", "DCI", "a b@c.example"),
        Teller.of("A" * 201, "DCI", "a@b.example"),
    ],
)
def test_nobody_speaks_without_saying_who_they_are(on_one: Take, teller: Teller) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    with pytest.raises(RefusedInputError):
        comments.say_no_comments(service.record, the_service(at(10, 20)), SHA, teller)
    assert not statements(service, reference)


def test_a_point_of_fact_is_a_remark_of_the_force_open_until_decided(prepared: Take) -> None:
    service, reference = prepared("commented")
    link(service, reference, version=1)
    point = review.Point("The figure is 47, not 41.")
    hand = the_service(at(11, 3), "a-point")
    first = review.make_point(service.record, hand, SHA, MARSH, point)
    assert review.make_point(service.record, hand, SHA, MARSH, point) == first
    (row,) = remarks(service, reference)
    assert row.who == "Alex Marsh (Staff officer), Warwickshire Police"
    assert (row.version, row.logged_by_id, row.decision) == (1, None, Decision.WAITING)
    review.decide_remark(
        service.record, by(HEAD, at(11, 4)), reference, row.number, Decision.TAKEN, "It is 47"
    )
    assert not faults(service.record)


def test_the_words_quoted_tell_the_place_of_a_point(on_one: Take) -> None:
    service, reference = on_one("commented")
    link(service, reference, version=3)
    regions = read_regions(service.word_file(reference))
    place, words = next(
        (key, lines[0]) for key, lines in regions.items() if key == "c1_comments" and lines
    )
    point = review.Point("We said more than this.", words)
    review.make_point(service.record, the_service(at(11, 3)), SHA, MARSH, point)
    (row,) = remarks(service, reference)
    assert row.place == place
    assert row.words == f"On “{words}”: We said more than this."


def test_the_copy_to_be_checked_holds_the_words_and_nothing_of_the_word_file(
    on_one: Take,
) -> None:
    service, reference = on_one("commented")
    link(service, reference, version=1)
    opened = guest(service.record, SHA, at(11, 3))
    with service.record.reading() as session:
        data = fetch(session, opened.link.copy_sha256 or "")
    words = " ".join(words_of_pdf(data).split())
    assert "section 55(5)" in words
    assert "OFFICIAL-SENSITIVE: draft, not for publication" in words
    assert b"lockhart" not in data.lower()
    assert b"Draft, version 1, for Warwickshire Police to check. Not for publication" in data


def test_a_version_with_open_changes_is_not_given_out(on_one: Take) -> None:
    service, reference = on_one("commented")
    with pytest.raises(NotFoundError, match="no version 99"):
        link(service, reference, version=99)
    service.check_in(reference, with_a_comment(service.edited(reference)))
    with service.record.reading() as session:
        current = max(row.number for row in session.exec(select(Version)))
    with pytest.raises(NotAllowedError, match="still holds a comment"):
        link(service, reference, version=current)


def with_a_comment(data: bytes) -> bytes:
    """Return a Word file with a comment on its first words."""
    document = Document(BytesIO(data))
    first = next(p for p in document.paragraphs if p.runs)
    document.add_comment(first.runs, "Are we sure?", "N. Birch", "NB")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_each_purpose_does_its_own_thing_only(on_one: Take) -> None:
    service, reference = on_one("commented")
    link(service, reference, version=1)
    link(service, reference, "for comments")
    hand = the_service(at(11, 3))
    with pytest.raises(NotAllowedError, match="something else"):
        comments.say_no_comments(service.record, hand, SHA, MARSH)
    with pytest.raises(NotAllowedError, match="something else"):
        kept(service, day=20)
    with pytest.raises(NotAllowedError, match="something else"):
        review.make_point(
            service.record, hand, hash_of("for comments"), MARSH, review.Point("Wrong")
        )


def test_a_draft_of_one_link_cannot_be_sent_by_another(on_one: Take) -> None:
    service, reference = on_one("invited")
    link(service, reference)
    link(service, reference, "another")
    number = kept(service)
    with pytest.raises(NotFoundError):
        comments.send_comments(service.record, the_service(at(10, 20)), hash_of("another"), number)


def test_nothing_goes_in_once_the_case_has_ended(on_one: Take) -> None:
    service, reference = on_one("published")
    with pytest.raises(NotAllowedError, match="has ended"):
        make_guest_link(
            service.record, by(CHIEF_EXECUTIVE, at(12, 6)), reference, NewGuestLink(SHA)
        )
