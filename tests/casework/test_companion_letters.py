"""Companion letters on the record: true, made once, dated by the record, sent to nobody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlmodel import select, update

from casework import comments, companion_letters
from casework.companion_letters import KINDS, Wish
from casework.documents.regions import read_regions
from casework.documents.stamp import read_stamp
from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.intake import HandedIn, open_report
from casework.record.bytes import fetch
from casework.record.verify import faults
from casework.review import HeardElsewhere, decide_remark, log_remarks
from models import Case, Document, Version
from models.review_words import Decision, Heard
from models.words import DocumentType, Language, Regime
from tests.builders import FINANCE, OFFICE, OFFICER, TEMPLATES, Service, at, by
from tests.reports import TWO_FORCES, a_page, rows

Take = Callable[[str], tuple[Service, str]]

WELSH_OFFICE = OFFICE.replace(
    'self_name = "the force"\n', 'self_name = "the force"\nwelsh_name = "Heddlu Swydd Warwig"\n'
).replace(
    'salutation = "Dear Chief Constable"\n',
    'salutation = "Dear Chief Constable"\nwelsh_title = "Prif Gwnstabl"\n'
    'welsh_salutation = "Annwyl Brif Gwnstabl"\n',
)
WELSH_OFFICE += """
[welsh]
office = "Swyddfa Comisiynydd yr Heddlu a Throseddu Arden"
body = "Comisiynydd yr Heddlu a Throseddu Arden"
title = "Comisiynydd yr Heddlu a Throseddu Arden"
"""


def make(
    service: Service, reference: str, wish: Wish, moment: datetime, person: str = OFFICER
) -> list[str]:
    hand = by(person, moment)
    return companion_letters.make_letter(service.record, hand, reference, TEMPLATES, wish)


def words(service: Service, kind: DocumentType, language: Language = Language.ENGLISH) -> str:
    """Return what the newest letter of a kind says."""
    return "\n".join(
        line for lines in read_regions(file(service, kind, language)).values() for line in lines
    )


def file(service: Service, kind: DocumentType, language: Language = Language.ENGLISH) -> bytes:
    with service.record.reading() as session:
        wanted = (
            select(Version)
            .join(Document)
            .where(Document.type == kind, Document.language == language)
            .order_by(Version.id.desc())  # type: ignore[union-attr]
        )
        row = session.exec(wanted).first()
        assert row, f"there is no {kind}"
        return fetch(session, row.sha256)


def invited(service: Service) -> str:
    service.report = a_page()
    return service.invited()


def test_a_letter_is_a_document_of_its_case_with_a_copy_and_goes_to_nobody(
    service: Service,
) -> None:
    reference = invited(service)
    letters = len(service.file(reference).mails)
    wish = Wish("fact-check", date(2022, 11, 18), version=1)
    (line,) = make(service, reference, wish, at(11, 9))
    path = f"cases/{reference}/01-fact-check-warwickshire-draft.docx"
    assert line == f"{path}: version 1"
    assert (service.folder / path).read_bytes() == file(service, DocumentType.FACT_CHECK)
    said = words(service, DocumentType.FACT_CHECK)
    assert "Version 1 of the draft, made on 14 October 2022" in said
    assert "by Friday 18 November 2022" in said
    assert len(service.file(reference).mails) == letters
    assert faults(service.record) == []


def test_the_same_letter_asked_for_twice_is_one_version(service: Service) -> None:
    reference = invited(service)
    wish = Wish("nil-return")
    (first,) = make(service, reference, wish, at(10, 18))
    before = rows(service.record)["version"]
    (again,) = make(service, reference, wish, at(10, 18, 15))
    assert again == f"{first}, unchanged"
    assert rows(service.record)["version"] == before
    (later,) = make(service, reference, wish, at(10, 19))  # it bears another date
    assert later.endswith(": version 2")
    assert faults(service.record) == []


def test_each_letter_is_made_when_it_is_true_and_refused_when_it_is_not(prepared: Take) -> None:
    truth = {
        "confirmed": {"invitation", "nil-return", "press-line"},
        "invited": {"invitation", "nil-return", "press-line", "chaser"},
        "commented": {"press-line"},
        "signed": {"press-line", "decision-notice"},
        "published": {"copies-letter", "panel-page", "decision-notice"},
    }
    plain = {word for word, kind in KINDS.items() if not kind.version}
    for stage, true in truth.items():
        service, reference = prepared(stage)
        made = set()
        for word in sorted(plain):
            try:
                make(service, reference, Wish(word), at(12, 6))
                made.add(word)
            except NotAllowedError as refusal:
                assert str(refusal).endswith(".")  # noqa: PT017
        assert made == true, stage


def test_more_time_is_told_by_a_letter_of_its_own_with_the_new_day(service: Service) -> None:
    reference = invited(service)
    with pytest.raises(NotAllowedError, match="no more time was given"):
        make(service, reference, Wish("extension"), at(10, 31))
    longer = date(2022, 11, 14)
    hand = by(OFFICER, at(10, 31))
    comments.extend_date(service.record, hand, reference, TEMPLATES, longer)
    said = words(service, DocumentType.EXTENSION)
    assert "by Monday 14 November 2022" in said
    assert "on 17 October 2022, under section 55(4)" in said
    (line,) = make(service, reference, Wish("extension", longer), at(10, 31, 12))
    assert line.endswith(": version 1, unchanged")


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        (Wish("postcard"), "There is no letter “postcard”"),
        (Wish("panel-page", force="warwickshire"), "not written to a force"),
        (Wish("press-line", date(2022, 11, 18)), "names no day"),
        (Wish("chaser", date(2022, 11, 18)), "a letter does not change that"),
        (Wish("chaser", version=1), "names no version"),
        (Wish("fact-check", date(2022, 11, 18)), "Say which version"),
        (Wish("fact-check", version=1), "Say by when"),
        (Wish("fact-check", date(2022, 10, 1), 1), "has passed"),
        (Wish("fact-check", date(2022, 12, 9), 1), "is after the last day"),
        (Wish("fact-check", language=Language.WELSH, version=1), "has no Welsh twin"),
        (Wish("nil-return", force="loamshire"), "Say which force"),
    ],
)
def test_a_wish_that_cannot_be_met_changes_nothing_and_is_told_in_a_sentence(
    on_one: Take, wish: Wish, sentence: str
) -> None:
    service, reference = on_one("invited")
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match=sentence) as refusal:
        make(service, reference, wish, at(10, 18))
    assert str(refusal.value).count("\n") == 0
    assert rows(service.record) == before


def test_a_version_nobody_made_cannot_be_checked(on_one: Take) -> None:
    service, reference = on_one("invited")
    with pytest.raises(NotFoundError, match="no version 9"):
        make(service, reference, Wish("fact-check", date(2022, 11, 18), 9), at(10, 18))


def test_officers_make_letters_and_the_press_line_is_also_for_those_who_answer_the_press(
    on_one: Take,
) -> None:
    service, reference = on_one("invited")
    for wish in (Wish("chaser"), Wish("press-line")):
        with pytest.raises(NotAllowedError, match="may not make the"):
            make(service, reference, wish, at(10, 18), FINANCE)
    with_role = service.settings.people
    press = [p.key for p in with_role if any(r.role == "communications" for r in p.roles)]
    for person in press:
        assert make(service, reference, Wish("press-line"), at(10, 18), person)


def test_a_force_is_told_what_became_of_its_own_points_and_of_no_others(
    service: Service,
) -> None:
    reference = invited(service)
    wish = Wish("fact-check-answer", version=1)
    with pytest.raises(NotAllowedError, match="No point of Warwickshire Police on version 1"):
        make(service, reference, wish, at(11, 15))
    said = [
        HeardElsewhere("Supt R. Talbot, Warwickshire Police", Heard.EMAIL, "It is 1,240.",
                       date(2022, 11, 14), version=1),
        HeardElsewhere("Tomasz Birch", Heard.MEETING, "Too soft on the force.",
                       date(2022, 11, 14), version=1),
    ]  # fmt: skip
    log_remarks(service.record, by(OFFICER, at(11, 14)), reference, said, None)
    with pytest.raises(NotAllowedError, match=r"^1 point of .* still open"):
        make(service, reference, wish, at(11, 15))
    hand = by(OFFICER, at(11, 15))
    decide_remark(service.record, hand, reference, 1, Decision.TAKEN, "So the figures say.")
    make(service, reference, wish, at(11, 15, 10))
    told = words(service, DocumentType.FACT_CHECK_ANSWER)
    assert "It is 1,240." in told
    assert "Taken. So the figures say." in told
    assert "Too soft" not in told


def test_the_panel_reads_the_answers_as_they_were_signed(prepared: Take) -> None:
    service, reference = prepared("published")
    (line,) = make(service, reference, Wish("panel-page"), at(12, 6))
    assert line == f"cases/{reference}/01-panel-page-draft.docx: version 1"
    told = words(service, DocumentType.PANEL_PAGE)
    assert told.count("I will act by 1 March 2023.") == len(service.file(reference).findings)
    for fact in ("14 October 2022", "Thursday 8 December 2022", "5 December 2022", "53 of 56"):
        assert fact in told
    make(service, reference, Wish("decision-notice"), at(12, 6))
    notice = words(service, DocumentType.DECISION_NOTICE)
    assert "Eleanor Whitcombe" in notice
    assert "30 November 2022" in notice


def test_both_who_get_copies_get_a_letter_in_their_own_name(prepared: Take) -> None:
    service, reference = prepared("published")
    lines = make(service, reference, Wish("copies-letter"), at(12, 6))
    assert [line.rpartition("/")[2] for line in lines] == [
        "01-copies-letter-inspectors-draft.docx: version 1",
        "01-copies-letter-secretary_of_state-draft.docx: version 1",
    ]
    greeted = [
        "\n".join(read_regions((service.folder / line.partition(":")[0]).read_bytes())["addressee"])
        for line in lines
    ]
    assert greeted[0] != greeted[1]


def test_a_line_for_the_press_bears_the_embargo_until_the_release_was_seen(
    service: Service,
) -> None:
    hand = by(OFFICER, at(10, 10))
    handed = HandedIn(a_page(), "report.html")
    reference = open_report(service.record, hand, replace(handed, embargoed=True))[0]
    make(service, reference, Wish("press-line"), at(10, 10))
    assert "EMBARGOED until 00:01 on Friday 14 October 2022" in words(
        service, DocumentType.PRESS_LINE
    )


def test_a_welsh_office_invites_in_both_languages_by_one_letter(service: Service) -> None:
    welsh = replace(service, folder=service.folder / "welsh", office=WELSH_OFFICE)
    reference = invited(welsh)
    again = make(welsh, reference, Wish("invitation", language=Language.WELSH), at(10, 14, 17))
    assert again[0].endswith(": version 1, unchanged")  # though it has been sent since
    (mail,) = welsh.file(reference).mails
    for name in (f"invitation-{reference}.docx", f"invitation-cy-{reference}.docx"):
        assert name in mail.attachments
    twin = file(welsh, DocumentType.INVITATION, Language.WELSH)
    said = words(welsh, DocumentType.INVITATION, Language.WELSH)
    assert "erbyn dydd Iau 3 Tachwedd 2022" in said
    assert "Ar 14 Hydref 2022 cyhoeddodd" in said
    assert "Heddlu Swydd Warwig" in said
    assert "Prif Gwnstabl Alasdair Penhale" in said
    assert "(Comisiynydd yr Heddlu a Throseddu Arden)" in said
    stamp = read_stamp(twin)
    assert stamp
    assert (stamp.language, stamp.document) == ("cy-GB", "invitation")
    comments.extend_date(
        welsh.record, by(OFFICER, at(10, 31)), reference, TEMPLATES, date(2022, 11, 14)
    )
    assert "-cy-" not in welsh.file(reference).mails[-1].attachments
    assert faults(welsh.record) == []


def test_the_twin_can_be_made_by_hand_and_only_where_the_office_has_welsh_names(
    service: Service,
) -> None:
    reference = invited(service)
    wish = Wish("invitation", language=Language.WELSH)
    with pytest.raises(NotAllowedError, match="hold no Welsh names"):
        make(service, reference, wish, at(10, 18))
    welsh = replace(service, folder=service.folder / "welsh", office=WELSH_OFFICE)
    (line,) = make(welsh, reference, wish, at(10, 18))
    assert line.endswith("01-invitation-cy-warwickshire-draft.docx: version 1")


def test_a_force_without_a_chief_officer_is_told_in_one_sentence(service: Service) -> None:
    reference = invited(service)
    left = OFFICE.replace("since = 2021-06-28\n", "since = 2021-06-28\nuntil = 2022-10-17\n")
    vacant = replace(service, folder=service.folder / "vacant", office=left)
    with pytest.raises(NotAllowedError, match="no chief officer"):
        make(vacant, reference, Wish("nil-return"), at(10, 18))


def test_two_forces_get_letters_of_their_own_and_a_page_speaks_of_both(service: Service) -> None:
    both = replace(service, folder=service.folder / "both", office=TWO_FORCES)
    both.report = a_page("Joint: an inspection of Warwickshire Police and West Mercia Police")
    reference = both.confirmed()
    with pytest.raises(RefusedInputError, match="Say which force is meant"):
        make(both, reference, Wish("nil-return"), at(10, 14, 15))
    (line,) = make(both, reference, Wish("nil-return", force="West Mercia"), at(10, 14, 15))
    assert line.endswith("01-nil-return-westmercia-draft.docx: version 1")
    assert "West Mercia Police" in words(both, DocumentType.NIL_RETURN)
    make(both, reference, Wish("press-line"), at(10, 14, 15))
    told = words(both, DocumentType.PRESS_LINE)
    assert "which concerns Warwickshire Police and West Mercia Police" in told
    assert "any comments of the chief officers" in told


def test_no_letter_cites_a_duty_that_a_discretionary_case_does_not_have(
    service: Service,
) -> None:
    reference = invited(service)
    with service.record.writing() as session:
        session.exec(update(Case).values(regime=Regime.DISCRETIONARY))
        session.commit()
    for kind in KINDS:
        wish = Wish(kind, date(2022, 11, 18) if kind == "fact-check" else None, int("fact" in kind))
        with pytest.raises(NotAllowedError, match="at the office’s discretion"):
            make(service, reference, wish, at(10, 18))
