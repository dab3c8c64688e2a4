"""Colleagues: the steer, questions, meetings, and one letter for each thing wanted."""

import json
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from casework import colleagues, publication
from casework.colleagues import NewAction, NewMeeting, NewQuestion
from casework.drafting import mark_of, welsh_twin, write_answer
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.findings import end_case
from casework.record.colleagues import Consulted, consulted
from casework.record.desk import find_case, found
from casework.record.hand import the_service
from casework.record.overview import case_lines
from casework.record.verify import faults
from casework.record.wants import wants_of
from casework.reminders import sweep
from casework.rules.wanted import COLLEAGUES
from models import Notice
from models.words import MailKind, MailState, Role, Stage
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
from tests.casework.conftest import Take
from tests.colleagues import (
    DESK,
    MONITORING,
    SENDING,
    TRANSLATOR,
    asked,
    letters,
    with_everybody,
)
from tests.reports import a_page


def said_in(service: Service, reference: str) -> Consulted:
    with service.record.reading() as session:
        case = find_case(session, found(service.record.office(session).id), reference)
        return consulted(session, case)


def wanted_of(service: Service, role: Role, moment: Any) -> list[str]:
    with service.record.reading() as session:
        office = service.record.office(session)
        settings = service.record.settings_of(session, office)
        every = wants_of(session, found(office.id), settings, [role], moment)
    return [want.words for one in every for want in one.by_role[role]]


def test_a_question_is_asked_answered_and_stands_in_the_history(service: Service) -> None:
    reference = service.open(data=a_page())
    new = NewQuestion(FINANCE, "What would\r\nit cost?", date(2022, 10, 28), "F001")
    number = colleagues.ask_question(service.record, by(OFFICER, at(10, 17)), reference, new)
    row = said_in(service, reference).questions[0]
    assert (row.number, row.words, row.finding) == (number, "What would\nit cost?", "f001")
    hand = by(FINANCE, at(10, 18))
    assert colleagues.answer_question(service.record, hand, reference, number, "Nothing.") == number
    row = said_in(service, reference).questions[0]
    assert (row.reply, row.replied_at) == ("Nothing.", at(10, 18))
    assert row.replied_by_id == row.asked_id
    assert faults(service.record) == []


def test_a_question_sent_twice_by_one_press_is_one_question_and_one_letter(
    service: Service,
) -> None:
    reference = service.open(data=a_page())
    new = NewQuestion(FINANCE, "What would it cost?", date(2022, 10, 28))
    for _ in range(2):
        hand = by(OFFICER, at(10, 17), "one-press")
        assert colleagues.ask_question(service.record, hand, reference, new) == 1
    assert len(said_in(service, reference).questions) == 1
    assert len(letters(service, MailKind.QUESTION)) == 1


def test_the_letter_of_a_question_has_one_link_and_the_days_in_words(on_one: Take) -> None:
    service, reference = on_one("commented")
    asked(service, reference, FINANCE)
    letter = letters(service, MailKind.QUESTION)[0]
    assert json.loads(letter.recipients)[0][0] == "Gareth Pym"
    assert letter.subject == f"{reference}: a question for you, to be answered by Fri 18 Nov"
    assert letter.text.count("https://") == 1
    assert f"{DESK}/cases/{reference}/colleagues/questions/1" in letter.text
    assert "Day 32 of 56; last day Thursday 8 December." in letter.text


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (NewQuestion(FINANCE, "  ", date(2022, 11, 18)), "nothing was said"),
        (NewQuestion("", "How?", date(2022, 11, 18)), "who is asked"),
        (NewQuestion("nobody", "How?", date(2022, 11, 18)), "Nobody called nobody"),
        (NewQuestion(FINANCE, "How?", date(2022, 11, 1)), "has passed"),
        (NewQuestion(FINANCE, "How?", date(2022, 11, 18), "f999"), "has no finding f999"),
    ],
)
def test_a_question_that_nobody_could_answer_is_refused_in_words(
    on_one: Take, new: NewQuestion, said: str
) -> None:
    service, reference = on_one("commented")
    with pytest.raises(CaseworkError, match=said):
        colleagues.ask_question(service.record, by(OFFICER, at(11, 14)), reference, new)
    assert said_in(service, reference).questions == []
    assert letters(service, MailKind.QUESTION) == []


def test_only_who_was_asked_or_an_officer_writes_the_reply_down(on_one: Take) -> None:
    service, reference = on_one("commented")
    number = asked(service, reference, FINANCE)
    with pytest.raises(NotAllowedError, match="answer for a colleague"):
        colleagues.answer_question(
            service.record, by("okafor", at(11, 15)), reference, number, "It is free."
        )
    colleagues.answer_question(
        service.record, by(HEAD, at(11, 15)), reference, number, "He says: nothing."
    )
    row = said_in(service, reference).questions[0]
    assert row.replied_by_id != row.asked_id


def test_a_question_taken_back_waits_for_nobody_and_says_why(on_one: Take) -> None:
    service, reference = on_one("commented")
    number = asked(service, reference, FINANCE)
    with pytest.raises(NotAllowedError, match="somebody else’s"):
        colleagues.withdraw_question(
            service.record, by(FINANCE, at(11, 15)), reference, number, "I would rather not"
        )
    hand = by(OFFICER, at(11, 15))
    colleagues.withdraw_question(service.record, hand, reference, number, "it was settled")
    assert case_lines(service.record, date(2022, 12, 1))[0].questions == ()
    with pytest.raises(NotAllowedError, match="was taken back"):
        colleagues.answer_question(
            service.record, by(FINANCE, at(11, 16)), reference, number, "Nothing."
        )


def test_an_overdue_question_says_in_the_register_on_whom_the_case_waits(
    service: Service,
) -> None:
    reference = service.open(data=a_page())
    for whom, day in ((FINANCE, 20), (HEAD, 28)):
        new = NewQuestion(whom, "How|so?\nTell me.", date(2022, 10, day))
        colleagues.ask_question(service.record, by(OFFICER, at(10, 17)), reference, new)
    line = case_lines(service.record, date(2022, 10, 21))[0]
    said = "it waits for Gareth Pym: a question was to be answered by 20 October 2022"
    assert said in line.troubles
    assert not any("Birch" in trouble for trouble in line.troubles), "it is not due yet"
    assert [(one.whom, one.number) for one in line.questions] == [(FINANCE, 1), (HEAD, 2)]
    assert line.questions[0].words == "How|so? Tell me."
    colleagues.answer_question(service.record, by(FINANCE, at(10, 22)), reference, 1, "So.")
    assert said not in case_lines(service.record, date(2022, 10, 23))[0].troubles


def test_the_latest_steer_about_a_thing_stands_and_the_earlier_is_kept(service: Service) -> None:
    reference = service.open(data=a_page())
    give = colleagues.give_steer
    give(service.record, by(SIGNATORY, at(10, 18)), reference, "Welcome it.")
    give(service.record, by(OFFICER, at(10, 19)), reference, "Be brief.", "f001")
    last = give(
        service.record,
        by(OFFICER, at(10, 20)),
        reference,
        "Welcome it, with care.",
        given_on=date(2022, 10, 19),
        source="weekly briefing, note 3",
    )
    said = said_in(service, reference)
    assert last == 3
    assert len(said.steers) == 3
    standing = said.standing_steers()
    assert standing[""].words == "Welcome it, with care."
    assert standing["f001"].words == "Be brief."


def test_a_steer_of_tomorrow_or_by_the_wrong_hand_is_refused(on_one: Take) -> None:
    service, reference = on_one("commented")
    with pytest.raises(RefusedInputError, match="has not come yet"):
        colleagues.give_steer(
            service.record, by(OFFICER, at(11, 14)), reference, "x", given_on=date(2022, 11, 15)
        )
    with pytest.raises(NotAllowedError, match="may not give the steer"):
        colleagues.give_steer(service.record, by(FINANCE, at(11, 14)), reference, "Spend less.")


def test_a_meeting_noted_again_is_one_meeting_and_takes_its_minute(service: Service) -> None:
    reference = service.open(data=a_page())
    hand = by(OFFICER, at(10, 17))
    meeting = NewMeeting("Accountability Board", date(2022, 11, 10))
    assert colleagues.note_meeting(service.record, hand, reference, meeting) == 1
    again = NewMeeting("Accountability  Board", date(2022, 11, 10), "4.2")
    hand = by(OFFICER, at(11, 11))
    assert colleagues.note_meeting(service.record, hand, reference, again) == 1
    rows = said_in(service, reference).meetings
    assert [(row.board, row.minute) for row in rows] == [("Accountability Board", "4.2")]


def test_a_meeting_agrees_nothing_before_it_is_held(on_one: Take) -> None:
    service, reference = on_one("commented")
    board = NewMeeting("Accountability Board", date(2022, 11, 17))
    number = colleagues.note_meeting(service.record, by(OFFICER, at(11, 14)), reference, board)
    action = NewAction(number, "I will ask for a plan.", "f001", "Head of Policy", None)
    with pytest.raises(NotAllowedError, match="once it has been held"):
        colleagues.note_action(service.record, by(OFFICER, at(11, 14)), reference, action)
    hand = by(OFFICER, at(11, 18))
    assert colleagues.note_action(service.record, hand, reference, action) == 1
    said = said_in(service, reference)
    assert said.meeting_of(said.actions_about("f001")[0]).number == number
    with pytest.raises(CaseworkError, match="has no meeting 9"):
        colleagues.note_action(
            service.record, by(OFFICER, at(11, 18)), reference, NewAction(9, "I will.")
        )


def test_the_register_warns_a_fortnight_before_the_plan_wants_a_meeting(service: Service) -> None:
    reference = service.open(data=a_page())

    def warned(day: date) -> bool:
        line = case_lines(service.record, day)[0]
        return any("no accountability meeting is planned" in said for said in line.troubles)

    assert not warned(date(2022, 10, 27))
    assert warned(date(2022, 10, 28)), "day 30, moved to a working day, is 11 November"
    board = NewMeeting("Accountability Board", date(2022, 11, 10))
    colleagues.note_meeting(service.record, by(OFFICER, at(10, 28)), reference, board)
    assert not warned(date(2022, 10, 29))


def test_nobody_is_reminded_of_a_steer_or_a_meeting_that_is_on_the_record(
    service: Service,
) -> None:
    reference = service.open(data=a_page())
    hand = by(OFFICER, at(10, 17))
    colleagues.give_steer(service.record, hand, reference, "Welcome it.")
    sweep(service.record, the_service(at(10, 26)))
    told = "".join(m.text for m in service.file(reference).mails if m.kind is MailKind.REMINDER)
    assert "Findings agreed with the force" in told
    assert "Steer given" not in told


def test_words_that_somebody_else_wrote_meanwhile_are_not_written_over(on_one: Take) -> None:
    service, reference = on_one("commented")
    seen = mark_of("")
    hand = by(OFFICER, at(11, 14))
    write_answer(service.record, hand, reference, "f001_answer", "Mine.", instead_of=seen)
    with pytest.raises(NotAllowedError, match="what they wrote is kept"):
        write_answer(
            service.record,
            by(HEAD, at(11, 14)),
            reference,
            "f001_answer",
            "Yours.",
            instead_of=seen,
        )
    assert service.file(reference).answers["f001_answer"].text == "Mine."


def test_each_colleague_is_told_of_each_thing_wanted_once(service: Service) -> None:
    with_everybody(service)
    reference = service.open(data=a_page())
    write_answer(
        service.record, by(OFFICER, at(10, 17)), reference, "f001_answer", "I will fund it."
    )
    tell = colleagues.tell_colleagues
    assert tell(service.record, the_service(at(10, 18))) == 2
    assert tell(service.record, the_service(at(10, 19))) == 0
    first, second = letters(service, MailKind.WANTED)
    assert json.loads(first.recipients)[0][0] == "Nerys Salt"
    assert "get the steer of the Police and Crime Commissioner for Arden" in first.text
    assert "by Friday 21 October 2022" in first.text
    assert "Day 5 of 56; last day Thursday 8 December (provisional)." in first.text
    assert first.text.count("https://") == 1
    assert f"{DESK}/mine" in first.text
    assert json.loads(second.recipients)[0][0] == "Gareth Pym"
    assert "read our answer to AFI 1, which speaks of money" in second.text
    with service.record.reading() as session:
        marks = set(session.exec(select(Notice.mark)))
    assert {"wanted:steer", "wanted:money:f001"} <= marks


def test_what_is_new_is_told_and_what_was_told_is_not_repeated(service: Service) -> None:
    with_everybody(service)
    reference = service.open(data=a_page())
    tell = colleagues.tell_colleagues
    for key, day in (("f001", 17), ("f002", 18)):
        hand = by(OFFICER, at(10, day))
        write_answer(service.record, hand, reference, f"{key}_answer", "It costs £5,000.")
        tell(service.record, the_service(at(10, day, 12)))
    letter = letters(service, MailKind.WANTED)[-1]
    assert "AFI 2" in letter.text
    assert "AFI 1" not in letter.text


def test_letters_to_colleagues_wait_for_a_person_unless_the_office_says_otherwise(
    service: Service,
) -> None:
    with_everybody(service)
    service.open(data=a_page())
    colleagues.tell_colleagues(service.record, the_service(at(10, 18)))
    service.carry_out(at(10, 18, 12))
    assert letters(service, MailKind.WANTED)[0].state is MailState.PREPARED
    with_everybody(service, SENDING)
    other = a_page(title="PEEL 2021/22: A revisit of Warwickshire Police")
    service.open(data=other)
    colleagues.tell_colleagues(service.record, the_service(at(10, 19)))
    service.carry_out(at(10, 19, 12))
    assert letters(service, MailKind.WANTED)[1].state is MailState.ACCEPTED


def test_no_subject_and_no_text_names_a_report_under_embargo(service: Service) -> None:
    from casework.intake import HandedIn, open_report

    with_everybody(service)
    page = a_page(title="Warwickshire Police: secret", published="")
    handed = HandedIn(page, "copy.html", published=date(2022, 10, 20), embargoed=True)
    reference = open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]
    assert colleagues.tell_colleagues(service.record, the_service(at(10, 15))) == 0
    new = NewQuestion(CHIEF_EXECUTIVE, "Who leads?", date(2022, 10, 18))
    colleagues.ask_question(service.record, by(OFFICER, at(10, 15)), reference, new)
    letter = letters(service, MailKind.QUESTION)[0]
    assert "secret" not in letter.subject + letter.text
    with pytest.raises(NotAllowedError, match="may not know of it before its release"):
        colleagues.ask_question(
            service.record,
            by(OFFICER, at(10, 15)),
            reference,
            NewQuestion(FINANCE, "What does it cost?", date(2022, 10, 18)),
        )


def test_the_private_office_and_the_lawyer_are_wanted_as_the_signature_comes_near(
    on_one: Take,
) -> None:
    from casework.sign_off import give_signature

    service, reference = on_one("submitted")
    with_everybody(service)
    moment = at(11, 22)
    assert wanted_of(service, Role.PRIVATE_OFFICE, moment) == []
    assert wanted_of(service, Role.MONITORING_OFFICER, moment) == [
        "read the lawfulness sheet before the response is signed"
    ]
    give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)
    assert wanted_of(service, Role.PRIVATE_OFFICE, at(11, 26)) == [
        "put the response before the Police and Crime Commissioner for Arden to be signed"
    ]


def test_an_approval_that_is_the_finance_officer_s_is_wanted_of_them(on_one: Take) -> None:
    service, _ = on_one("submitted")
    approves = '{ step = "approved", role = "chief_executive", lead_day = 45 }'
    from tests.colleagues import EVERYBODY

    with_everybody(
        service, EVERYBODY.replace(approves, approves.replace("chief_executive", "finance_officer"))
    )
    assert wanted_of(service, Role.FINANCE_OFFICER, at(11, 22)) == [
        "approve the response, or send it back"
    ]


def test_a_way_out_waits_for_the_second_person_and_no_longer_once_it_is_agreed(
    service: Service,
) -> None:
    with_everybody(service)
    reference = service.open(data=a_page())
    way = Stage.NOT_OUR_SUBJECT
    end_case(service.record, by(OFFICER, at(10, 17)), reference, way, "another county")
    told = wanted_of(service, Role.MONITORING_OFFICER, at(10, 18))
    assert len(told) == 1
    assert "Priya Lockhart proposes" in told[0]
    assert "another county" in told[0]
    end_case(service.record, by(MONITORING, at(10, 18)), reference, way, "I read it and agree")
    assert wanted_of(service, Role.MONITORING_OFFICER, at(10, 19)) == []


def test_lateness_without_a_reason_is_the_monitoring_officer_s(on_one: Take) -> None:
    service, reference = on_one("commented")
    with_everybody(service)
    words = "see that a reason for the lateness is on the record"
    assert words not in wanted_of(service, Role.MONITORING_OFFICER, at(12, 8))
    assert words in wanted_of(service, Role.MONITORING_OFFICER, at(12, 9))
    hand = by(MONITORING, at(12, 9))
    publication.give_lateness_reason(service.record, hand, reference, "The meeting was moved.")
    assert words not in wanted_of(service, Role.MONITORING_OFFICER, at(12, 10))


def test_the_web_editor_is_wanted_when_the_package_lies_there_and_until_it_is_seen(
    on_one: Take,
) -> None:
    service, reference = on_one("scheduled")
    with_everybody(service)
    assert wanted_of(service, Role.COMMUNICATIONS, at(12, 5)) == []
    service.web.folder = service.folder / "nowhere"
    hand = the_service(at(12, 5, 10))
    publication.publish(service.record, hand, reference, service.doors.publication)
    wanted = wanted_of(service, Role.COMMUNICATIONS, at(12, 5, 11))
    assert wanted == ["put the web package up, and hand back the address at which it is public"]


def test_the_welsh_file_comes_back_and_is_kept_as_it_is(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with_everybody(service)
    want = "check the Welsh file against the text that is being signed, and hand it back"
    assert wanted_of(service, Role.TRANSLATOR, at(11, 22)) == [want]
    data = welsh_twin(service.record, reference, TEMPLATES)
    hand = by(TRANSLATOR, at(11, 23))
    number = colleagues.hand_back_welsh(service.record, hand, reference, data, "cy.docx")
    again = by(TRANSLATOR, at(11, 24))
    assert number == "1"
    assert colleagues.hand_back_welsh(service.record, again, reference, data, "cy.docx") == (
        "unchanged"
    )
    assert wanted_of(service, Role.TRANSLATOR, at(11, 24)) == []
    assert service.file(reference).case.stage is Stage.SIGNING, "signatures bind the English text"


def test_the_english_file_is_no_welsh_one(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with_everybody(service)
    english = service.word_file(reference)
    hand = by(TRANSLATOR, at(11, 23))
    with pytest.raises(RefusedInputError, match="another file than the Welsh response"):
        colleagues.hand_back_welsh(service.record, hand, reference, english, "en.docx")
    with pytest.raises(NotAllowedError, match="may not hand the Welsh file back"):
        colleagues.hand_back_welsh(
            service.record,
            by(FINANCE, at(11, 23)),
            reference,
            welsh_twin(service.record, reference, TEMPLATES),
            "cy.docx",
        )


def test_an_office_may_leave_out_every_new_role(service: Service) -> None:
    service.open(data=a_page())
    assert wanted_of(service, Role.PRIVATE_OFFICE, at(10, 18)) != []
    assert colleagues.tell_colleagues(service.record, the_service(at(10, 18))) == 0


def test_a_hundred_cases_need_no_more_queries_to_say_what_is_wanted(service: Service) -> None:
    from tests.web.test_today import more_cases, queries

    service.open(data=a_page())
    more_cases(service, 2, at(10, 14))
    with service.record.reading() as session:
        office = service.record.office(session)
        settings = service.record.settings_of(session, office)
        with queries(service) as few:
            wants_of(session, found(office.id), settings, COLLEAGUES, at(10, 18))
    from tests.web.test_today import more_cases_from

    more_cases_from(service, 90, at(10, 14))
    with service.record.reading() as session, queries(service) as many:
        wants_of(session, found(office.id), settings, COLLEAGUES, at(10, 18))
    assert len(few) == len(many) <= 9
