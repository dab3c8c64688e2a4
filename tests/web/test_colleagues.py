"""Colleagues on pages: asked, answered on one page, agreed in meetings, wanted for one thing."""

from datetime import date
from typing import Any

import pytest

from casework import colleagues, publication
from casework.colleagues import NewAction, NewMeeting
from casework.drafting import mark_of, welsh_twin, write_answer
from casework.findings import end_case
from casework.record.colleagues import Consulted, consulted
from casework.record.desk import find_case, found
from casework.record.hand import the_service
from models.words import Stage
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
    MONITORING,
    PRIVATE_OFFICE,
    TRANSLATOR,
    WEB_EDITOR,
    asked,
    with_everybody,
)
from tests.reports import a_page
from tests.web.desk import Desk
from tests.web.test_today import more_cases, more_cases_from, queries
from tests.web.test_versions import desk_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def a_day(field: str, day: str, month: str, year: str) -> dict[str, Any]:
    return {f"{field}-day": day, f"{field}-month": month, f"{field}-year": year}


def said_in(service: Service, reference: str) -> Consulted:
    with service.record.reading() as session:
        case = find_case(session, found(service.record.office(session).id), reference)
        return consulted(session, case)


def agreed(service: Service, reference: str, words: str = "I will publish a plan.") -> None:
    """Let a meeting of 10 November agree an action about the first finding."""
    board = NewMeeting("Accountability Board", date(2022, 11, 10), "4.2")
    hand = by(OFFICER, at(11, 11))
    number = colleagues.note_meeting(service.record, hand, reference, board)
    action = NewAction(number, words, "f001", "Head of Policy", date(2023, 3, 1))
    colleagues.note_action(service.record, by(OFFICER, at(11, 11)), reference, action)


@pytest.fixture
def case(desk: Desk) -> str:
    """Return the address of a case's page, with the officer before it on 17 October."""
    reference = desk.service.open(data=a_page())
    desk.now = at(10, 17)
    desk.sign_in(OFFICER)
    return f"/cases/{reference}"


QUESTION: dict[str, Any] = {
    "whom": FINANCE,
    "words": "<b>What</b> would it cost?",
    "finding": "f001",
    **a_day("due", "28", "10", "2022"),
}


def test_the_person_asked_finds_the_question_today_and_answers_it_on_one_page(
    desk: Desk, case: str
) -> None:
    path = f"{case}/colleagues"
    shown = desk.send(f"{path}/ask", f"{path}/ask", **QUESTION)
    assert "The question is asked." in shown
    assert "It waits for Gareth Pym, until Friday 28 October 2022." in shown
    assert "&lt;b&gt;What&lt;/b&gt; would it cost?" in shown
    other = Desk(desk.service, at(10, 18))
    other.sign_in(FINANCE)
    today = other.get("/")
    assert "Questions for you" in today
    assert f'href="{path}/questions/1"' in today
    page = other.get(f"{path}/questions/1")
    assert "A question for you</h1>" in page
    assert "The force should write things down." in page
    assert "Day 5 of 56; last day Thursday 8 December" in page
    answered = other.send(f"{path}/questions/1", f"{path}/questions/1", words="Nothing at all.")
    assert "The reply is on the record" in answered
    assert "Questions for you" not in other.get("/")
    assert "<strong>Reply:</strong> Nothing at all." in desk.get(f"{case}/answers")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"whom": ""}, "whom", "Choose who is asked."),
        ({"words": "  "}, "words", "Write the question down."),
        ({"due-day": "31", "due-month": "2"}, "due-day", "Give a real date"),
        ({"due-day": "1"}, "due-day", "has passed"),
    ],
)
def test_what_is_missing_of_a_question_is_told_at_its_field_and_nothing_typed_is_lost(
    desk: Desk, case: str, given: dict[str, Any], field: str, said: str
) -> None:
    path = f"{case}/colleagues/ask"
    fields = {**QUESTION, **given}
    shown = desk.send(path, path, 422, **fields)
    assert f'href="#{field}"' in shown
    assert f'id="{field}"' in shown
    assert said in shown
    assert "would it cost?" in shown or not given.get("words", "x").strip()
    assert said_in(desk.service, case.split("/")[2]).questions == []


def test_a_question_asked_by_a_double_press_is_one(desk: Desk, case: str) -> None:
    path = f"{case}/colleagues/ask"
    form = {**desk.carried(path), **QUESTION}
    for _ in range(2):
        assert desk.browser.post(path, data=form).status_code == 200
    assert len(said_in(desk.service, case.split("/")[2]).questions) == 1


def test_an_overdue_question_says_on_monday_and_in_the_register_on_whom_a_case_waits(
    desk: Desk, case: str
) -> None:
    desk.send(f"{case}/colleagues/ask", f"{case}/colleagues/ask", **QUESTION)
    desk.now = at(10, 29)
    desk.sign_in(OFFICER)
    said = "It waits for Gareth Pym: a question was to be answered by 28 October 2022."
    for path in ("/", "/cases", "/monday"):
        assert said in desk.get(path), path
    assert "Overdue" in desk.get(f"{case}/colleagues")


def test_only_those_who_may_answer_are_asked_for_the_reply(on_one: Take) -> None:
    service, reference = on_one("commented")
    asked(service, reference, FINANCE)
    path = f"/cases/{reference}/colleagues/questions/1"
    stranger = desk_of(service, WEB_EDITOR, 15)
    assert "Send the reply" not in stranger.get(path)
    sent = stranger.send("/me", path, 422, words="It is free.")
    assert "may not answer for a colleague" in sent
    assert "It is free." not in stranger.get(path)
    assert "The reply of Gareth Pym, as they gave it" in desk_of(service, HEAD, 15).get(path)


def test_a_question_is_taken_back_with_its_reason(on_one: Take) -> None:
    service, reference = on_one("commented")
    asked(service, reference, FINANCE)
    path = f"/cases/{reference}/colleagues/questions/1"
    desk = desk_of(service, OFFICER, 15)
    assert "Say in a few words why it is taken back." in desk.send(path, f"{path}/withdraw", 422)
    shown = desk.send(path, f"{path}/withdraw", reason="It was settled.")
    assert "Question 1 is taken back." in shown
    assert "It was settled." in shown
    assert "Send the reply" not in desk_of(service, FINANCE, 15).get(path)


def test_a_steer_is_taken_down_and_stands_beside_what_it_is_about(desk: Desk, case: str) -> None:
    path = f"{case}/colleagues/steer"
    assert "Write the steer down." in desk.send(path, path, 422, words=" ", source="briefing")
    fields: dict[str, Any] = {"words": "Be brief.", "finding": "f001", "source": "briefing 3"}
    shown = desk.send(path, path, **fields)
    assert "The steer is on the record." in shown
    assert "Given 17 October 2022, briefing 3. Taken down by Priya Lockhart" in shown
    assert "<strong>Steer:</strong> Be brief." in desk.get(f"{case}/answers/f001_answer")


def test_a_steer_that_was_given_is_no_decision_of_the_week_any_more(desk: Desk, case: str) -> None:
    def decided() -> str:
        return desk.get("/monday").split("must decide this week")[1].split("<table")[0]

    assert "steer given" in decided()
    path = f"{case}/colleagues/steer"
    desk.send(path, path, words="Welcome it.")
    assert "steer given" not in decided()


def test_a_meeting_is_planned_then_held_and_what_it_agreed_is_noted(desk: Desk, case: str) -> None:
    path = f"{case}/colleagues"
    assert "should be held by 11 November 2022" not in desk.get(path)
    desk.now = at(10, 31)
    desk.sign_in(OFFICER)
    assert "should be held by 11 November 2022" in desk.get(path)
    board = "Accountability Board"
    meeting = {"board": board, **a_day("on", "10", "11", "2022")}
    shown = desk.send(f"{path}/meeting", f"{path}/meeting", **meeting)
    assert "should be held by 11 November 2022" not in shown
    assert "To come." in shown
    desk.now = at(11, 11)
    desk.sign_in(OFFICER)
    desk.send(f"{path}/meeting", f"{path}/meeting", minute="https://minutes.example/4", **meeting)
    action: dict[str, Any] = {"meeting": "1", "finding": "f001", "owner": "Head of Policy"}
    missing = desk.send(f"{path}/action", f"{path}/action", 422, **action)
    assert 'href="#words"' in missing
    assert 'value="Head of Policy"' in missing
    shown = desk.send(f"{path}/action", f"{path}/action", words="I will publish a plan.", **action)
    assert 'href="https://minutes.example/4"' in shown
    assert "I will publish a plan. (Head of Policy)" in shown


def test_an_agreed_action_is_taken_into_an_empty_answer(desk: Desk, case: str) -> None:
    reference = case.split("/")[2]
    agreed(desk.service, reference)
    desk.now = at(11, 14)
    desk.sign_in(OFFICER)
    grid = f"{case}/answers"
    assert "Agreed</strong> at Accountability Board, 10 November 2022" in desk.get(grid)
    shown = desk.send(grid, f"{grid}/f001_answer/take", action="1")
    assert "What the meeting agreed is the answer now." in shown
    row = desk.service.file(reference).answers["f001_answer"]
    assert row.text == (
        "I will publish a plan.\n\nAgreed at the Accountability Board on 10 November 2022, "
        "minute 4.2."
    )
    assert (row.owner, row.due) == ("Head of Policy", date(2023, 3, 1))
    again = desk.send(grid, f"{grid}/f001_answer/take", action="1")
    assert "The answer holds these words already." in again


def test_taking_an_action_writes_over_nothing(desk: Desk, case: str) -> None:
    reference = case.split("/")[2]
    agreed(desk.service, reference)
    desk.now = at(11, 14)
    desk.sign_in(OFFICER)
    grid = f"{case}/answers"
    write_answer(desk.service.record, by(HEAD, at(11, 13)), reference, "f001_answer", "I accept.")
    shown = desk.send(grid, f"{grid}/f001_answer/take", action="1")
    assert "Nothing is saved yet." in shown
    assert "I accept.\n\nI will publish a plan." in shown
    assert desk.service.file(reference).answers["f001_answer"].text == "I accept."
    refused = desk.send(grid, f"{grid}/f002_answer/take", 404, action="1")
    assert "No meeting agreed such an action" in refused


def test_two_people_at_one_answer_lose_nothing(desk: Desk, case: str) -> None:
    reference = case.split("/")[2]
    place = f"{case}/answers/f001_answer"
    seen = mark_of("")
    assert f'name="seen" value="{seen}"' in desk.get(place)
    write_answer(desk.service.record, by(HEAD, at(10, 17)), reference, "f001_answer", "Hers.")
    shown = desk.send(place, place, 422, text="His.", seen=seen)
    assert "what they wrote is kept" in shown
    assert "What stands there now" in shown
    assert "Hers." in shown
    assert "His." in shown
    saved = desk.send(place, place, text="Hers. His.", seen=mark_of("Hers."))
    assert "The words are written." in saved


def test_a_colleague_s_page_shows_just_what_is_wanted_of_them(desk: Desk, case: str) -> None:
    with_everybody(desk.service)
    reference = case.split("/")[2]
    write_answer(
        desk.service.record, by(OFFICER, at(10, 17)), reference, "f001_answer", "I will fund it."
    )
    private = Desk(desk.service, at(10, 18))
    private.sign_in(PRIVATE_OFFICE)
    page = private.get("/mine")
    assert "As private office" in page
    assert "get the steer of the" in page
    assert "Day 5 of 56; last day Thursday 8 December (provisional)." in page
    assert "By <strong>Friday 21 October 2022</strong>" in page
    assert "money" not in page
    assert 'href="/mine"' in private.get("/")
    path = f"{case}/colleagues/steer"
    private.send(path, path, words="Welcome it.")
    assert "Nothing is wanted of you now" in private.get("/mine")
    finance = Desk(desk.service, at(10, 18))
    finance.sign_in(FINANCE)
    assert "read our answer to AFI 1, which speaks of money" in finance.get("/mine")
    assert f'href="{case}/answers/f001_answer"' in finance.get("/mine")


def test_an_answer_that_was_read_is_wanted_no_more_until_its_words_change(
    desk: Desk, case: str
) -> None:
    reference = case.split("/")[2]
    record = desk.service.record
    write_answer(record, by(OFFICER, at(10, 17)), reference, "f001_answer", "I will fund it.")
    finance = Desk(desk.service, at(10, 18))
    finance.sign_in(FINANCE)
    tick = f"{case}/answers/f001/read"
    assert f'action="{tick}"' in finance.get("/mine")
    carried = finance.carried("/mine")
    for _ in range(2):
        assert "you have read it" in finance.browser.post(tick, data=carried).text
    assert "Nothing is wanted of you now" in finance.get("/mine")
    assert finance.get(case).count("answer read") == 1
    write_answer(record, by(OFFICER, at(10, 19)), reference, "f001_answer", "I will fund half.")
    assert f'action="{tick}"' in finance.get("/mine")
    nothing = finance.browser.post(f"{case}/answers/f002/read", data=finance.carried("/mine"))
    assert "There is no answer to f002 yet" in nothing.text
    assert desk.browser.post(tick, data=desk.carried("/me")).status_code == 403


def test_the_private_office_has_the_print_pack_when_the_signature_is_next(on_one: Take) -> None:
    from casework.sign_off import give_signature

    service, reference = on_one("submitted")
    with_everybody(service)
    give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)
    desk = desk_of(service, PRIVATE_OFFICE, 26)
    page = desk.get("/mine")
    assert "to be signed" in page
    path = f"/cases/{reference}/signing/document.pdf"
    assert f'href="{path}"' in page
    assert desk.browser.get(path).content.startswith(b"%PDF")


def test_the_monitoring_officer_agrees_to_a_way_out_on_one_page(desk: Desk, case: str) -> None:
    with_everybody(desk.service)
    reference = case.split("/")[2]
    hand = by(OFFICER, at(10, 17))
    way = Stage.NOT_OUR_SUBJECT
    end_case(desk.service.record, hand, reference, way, "it is about another county")
    assert "Agree: the case ends" not in desk.get(f"{case}/way-out")
    second = Desk(desk.service, at(10, 18))
    second.sign_in(MONITORING)
    assert f'href="{case}/way-out"' in second.get("/mine")
    path = f"{case}/way-out"
    form: dict[str, Any] = {"way": way.value}
    assert "why you agree" in second.send(path, path, 422, **form)
    sent = {**second.carried(path), **form, "reason": "I have read it, and agree."}
    for _ in range(2):
        assert "The case has ended" in second.browser.post(path, data=sent).text
    assert desk.service.file(reference).case.stage is way
    assert "Nobody proposes that this case ends." in second.get(path)


def test_no_other_way_out_can_be_slipped_into_that_page(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/way-out"
    desk = desk_of(service, OFFICER, 15)
    fields: dict[str, Any] = {"way": "opened_by_mistake", "reason": "it was a mistake"}
    assert "No such way out" in desk.send("/me", path, 422, **fields)
    assert service.file(reference).case.stage is not Stage.OPENED_BY_MISTAKE


def test_the_web_editor_takes_the_package_from_their_page(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    path = f"/cases/{reference}/publishing/package"
    early = desk_of(service, WEB_EDITOR, 30)
    assert "There is no web package yet" in early.get(path, status=404)
    service.web.folder = service.folder / "nowhere"
    hand = the_service(at(12, 5, 10))
    publication.publish(service.record, hand, reference, service.doors.publication)
    desk = Desk(service, at(12, 5, 11))
    desk.sign_in(WEB_EDITOR)
    assert f'href="{path}"' in desk.get("/mine")
    answer = desk.browser.get(path)
    assert answer.content.startswith(b"PK")
    assert answer.headers["content-disposition"].startswith("attachment")
    stranger = Desk(service, at(12, 5, 11))
    stranger.sign_in(FINANCE)
    assert "for the web editor" in stranger.get(path, status=403)


def test_the_translator_takes_the_welsh_file_and_hands_it_back(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with_everybody(service)
    desk = desk_of(service, TRANSLATOR, 23)
    path = f"/cases/{reference}/welsh"
    assert f'href="{path}"' in desk.get("/mine")
    fresh = desk.browser.get(f"{path}/file").content
    assert fresh == welsh_twin(service.record, reference, TEMPLATES)
    assert "Choose the Welsh file you checked." in desk.send(path, path, 422)
    broken = {"file": ("cy.docx", b"no Word file")}
    assert 'href="#file"' in desk.send(path, path, 422, broken)
    shown = desk.send(path, path, files={"file": ("cy.docx", fresh)})
    assert "It is kept as version 1 of the Welsh file." in shown
    assert desk.browser.get(f"{path}/file").content == fresh
    assert "Nothing is wanted of you now" in desk.get("/mine")


def test_an_office_without_welsh_has_no_such_page(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = desk_of(service, OFFICER, 23)
    for path in ("", "/file", "/fresh"):
        assert "English alone" in desk.get(f"/cases/{reference}/welsh{path}", status=404)


def test_a_case_under_embargo_is_on_no_page_of_those_who_may_not_know_of_it(desk: Desk) -> None:
    from casework.intake import HandedIn, open_report

    with_everybody(desk.service)
    page = a_page(title="Warwickshire Police: secret", published="")
    handed = HandedIn(page, "copy.html", published=date(2022, 10, 20), embargoed=True)
    reference = open_report(desk.service.record, by(OFFICER, desk.now), handed)[0]
    at_case = f"/cases/{reference}"
    desk.sign_in(OFFICER)
    assert "Gareth Pym" not in desk.get(f"{at_case}/colleagues/ask")
    for person in (FINANCE, PRIVATE_OFFICE, TRANSLATOR, WEB_EDITOR):
        other = Desk(desk.service, desk.now)
        other.sign_in(person)
        assert reference not in other.get("/mine")
        assert reference not in other.get("/")
        places = ("", "/ask", "/steer", "/meeting", "/action", "/questions/1")
        for place in (*(f"/colleagues{one}" for one in places), "/way-out"):
            assert "There is no case" in other.get(f"{at_case}{place}", status=404)
        for place in (
            "/colleagues/ask",
            "/colleagues/steer",
            "/way-out",
            "/answers/f001_answer/take",
        ):
            sent = other.browser.post(
                f"{at_case}{place}", data={**other.carried("/me"), **QUESTION}
            )
            assert "There is no case" in sent.text, place


@pytest.mark.parametrize("path", ["/", "/cases", "/monday", "/mine"])
def test_many_cases_with_many_questions_need_no_more_queries(desk: Desk, path: str) -> None:
    reference = desk.service.open(data=a_page())
    asked(desk.service, reference, FINANCE)
    more_cases(desk.service, 2, desk.now)
    desk.now = at(11, 20)
    desk.sign_in(FINANCE)
    counts = []
    for added in (0, 97):
        more_cases_from(desk.service, added, desk.now)
        with queries(desk.service) as seen:
            desk.get(path)
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 12


def test_whoever_signs_may_ask_and_be_asked(on_one: Take) -> None:
    service, reference = on_one("commented")
    path = f"/cases/{reference}/colleagues/ask"
    desk = desk_of(service, SIGNATORY, 14)
    fields = {**QUESTION, "finding": "", "whom": OFFICER, **a_day("due", "18", "11", "2022")}
    assert "The question is asked." in desk.send(path, path, **fields)
    assert "Questions for you" in desk_of(service, OFFICER, 15).get("/")
