"""The list of findings is put right by people: accepted, split, merged, ordered, numbered."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlmodel import select

from casework import findings, sign_off
from casework.documents.regions import read_regions
from casework.drafting import write_answer, write_draft
from casework.errors import CaseworkError, NotAllowedError
from casework.record.hand import Hand, the_service
from casework.record.verify import faults
from models import Finding
from models.words import DeadlineKind, FindingClass, Stage
from tests.builders import CHIEF_EXECUTIVE, FINANCE, OFFICER, TEMPLATES, Service, at, by
from tests.reports import a_page, rows

if TYPE_CHECKING:
    from collections.abc import Callable

STEM = "The force should, by 30 November 2022:"
LIST = f"{STEM}\nagree a plan; and\nreport on it to the chief officer."
CSV = (
    "Ref,Recommendation,Status,Owner,Due\n"
    "WAR-7,The force should write things down.,Open,Supt Talbot,14/01/2023\n"
    "WAR-8,The force should answer its telephone in time and well.,Open,,\n"
    "WAR-9,The force should buy bicycles for everybody in summer.,Open,,\n"
)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def officer(day: int = 14) -> Hand:
    return by(OFFICER, at(10, day))


def keys(service: Service, reference: str) -> list[str]:
    return [one.key for one in service.file(reference).findings]


def every_row(service: Service) -> dict[str, Finding]:
    with service.record.reading() as session:
        return {one.key: one for one in session.exec(select(Finding))}


def draft_words(service: Service, reference: str) -> dict[str, tuple[str, ...]]:
    write_draft(service.record, the_service(at(10, 15)), reference, TEMPLATES)
    return read_regions(service.word_file(reference))


def test_a_finding_is_accepted_once_and_by_whom_is_kept(service: Service) -> None:
    reference = service.open()
    assert findings.accept_findings(service.record, officer(), reference, ["F001", "f001"]) == 1
    assert findings.accept_findings(service.record, officer(), reference, ["f001", "f002"]) == 1
    assert all(one.accepted_at and one.accepted_by_id for one in service.file(reference).findings)
    assert not service.file(reference).case.findings_confirmed


def test_an_edit_keeps_what_was_read_and_reads_the_deadline_anew(service: Service) -> None:
    reference = service.open()
    findings.correct_finding(
        service.record,
        officer(),
        reference,
        "f001",
        "By 30 November 2022, the force should write everything down.",
        klass=FindingClass.RECOMMENDATION,
        area="Investigating crime",
        number="4",
    )
    first = service.file(reference).findings[0]
    assert first.original_text == "The force should write things down."
    assert (first.klass, first.area, first.number) == (
        FindingClass.RECOMMENDATION,
        "Investigating crime",
        "4",
    )
    assert first.deadline_on == date(2022, 11, 30)
    findings.correct_finding(service.record, officer(), reference, "f001", "", area="Other")
    assert service.file(reference).findings[0].text.startswith("By 30 November")


def test_a_split_gives_each_bullet_to_its_part_and_the_first_keeps_the_key(
    service: Service,
) -> None:
    reference = service.open()
    findings.correct_finding(service.record, officer(), reference, "f001", LIST)
    assert findings.split_finding(service.record, officer(), reference, "f001", [3]) == [
        "f001",
        "f003",
    ]
    assert keys(service, reference) == ["f001", "f003", "f002"]
    first, second, _ = service.file(reference).findings
    assert first.text == f"{STEM}\nagree a plan; and"
    assert second.text == f"{STEM}\nreport on it to the chief officer."
    assert first.original_text == "The force should write things down."
    assert {first.deadline_on, second.deadline_on} == {date(2022, 11, 30)}
    assert (second.area, second.concerns, second.klass) == (
        first.area,
        first.concerns,
        first.klass,
    )
    words = draft_words(service, reference)
    assert words["f003_text"] == (STEM, "report on it to the chief officer.")


def test_a_merge_keeps_one_key_every_word_and_every_answer(service: Service) -> None:
    reference = service.open()
    write_answer(service.record, officer(), reference, "f001_answer", "I will write.")
    due = date(2023, 1, 14)
    write_answer(service.record, officer(), reference, "f002_answer", "I will answer.", "Ops", due)
    assert findings.merge_findings(service.record, officer(), reference, ["f002", "f001"]) == "f002"
    file = service.file(reference)
    assert keys(service, reference) == ["f002"]
    assert file.findings[0].text == (
        "The force should write things down.\nThe force should answer the telephone."
    )
    assert file.words_at("f002_answer") == ("I will answer.", "I will write.")
    assert (file.answers["f002_answer"].owner, file.answers["f002_answer"].due) == ("Ops", due)
    gone = every_row(service)["f001"]
    assert (gone.dropped_because, gone.text) == (
        "merged into f002",
        "The force should write things down.",
    )
    assert file.words_at("f001_answer") == ("I will write.",)
    assert "f001_text" not in draft_words(service, reference)
    assert faults(service.record) == []


def test_the_order_of_the_findings_is_that_of_the_draft(service: Service) -> None:
    reference = service.open()
    klass = FindingClass.AREA_FOR_IMPROVEMENT
    findings.add_finding(
        service.record, officer(), reference, klass, "It should count.", after="f001"
    )
    assert keys(service, reference) == ["f001", "f003", "f002"]
    wanted = ["f002", "f001", "f003"]
    assert findings.reorder_findings(service.record, officer(), reference, wanted) == 3
    findings.move_finding(service.record, officer(), reference, "f003", "f002")
    findings.move_finding(service.record, officer(), reference, "f002")
    assert keys(service, reference) == ["f003", "f001", "f002"]
    in_draft = [key for key in draft_words(service, reference) if key.endswith("_text")]
    assert in_draft == ["f003_text", "f001_text", "f002_text"]


def test_a_dropped_finding_keeps_its_place_while_the_others_are_ordered(service: Service) -> None:
    service.report = a_page(findings=("It should do A.", "It should do B.", "It should do C."))
    reference = service.open()
    findings.drop_finding(service.record, officer(), reference, "f002", "printed twice")
    findings.reorder_findings(service.record, officer(), reference, ["f003", "f001"])
    findings.restore_finding(service.record, officer(), reference, "f002")
    assert keys(service, reference) == ["f003", "f002", "f001"]


def test_a_change_that_makes_no_sense_is_refused_and_changes_nothing(service: Service) -> None:
    reference, record, hand = service.open(), service.record, officer()
    findings.drop_finding(record, officer(), reference, "f002", "printed twice")
    klass = FindingClass.RECOMMENDATION
    findings.add_finding(record, officer(), reference, klass, "Count it.")
    before = rows(record)
    changes: tuple[tuple[str, Callable[[], object]], ...] = (
        ("correct it first", lambda: findings.split_finding(record, hand, reference, "f001", [2])),
        ("restore it", lambda: findings.merge_findings(record, hand, reference, ["f001", "f002"])),
        ("different", lambda: findings.merge_findings(record, hand, reference, ["f001", "f003"])),
        ("two findings", lambda: findings.merge_findings(record, hand, reference, ["f001"])),
        ("f003 is missing", lambda: findings.reorder_findings(record, hand, reference, ["f001"])),
        ("named twice", lambda: findings.reorder_findings(record, hand, reference, ["f001"] * 2)),
        ("itself", lambda: findings.move_finding(record, hand, reference, "f001", "F001")),
        ("no finding f9", lambda: findings.accept_findings(record, hand, reference, ["f9"])),
        ("--status", lambda: findings.number_finding(record, hand, reference, "f001")),
        (
            "Gareth Pym",
            lambda: findings.accept_findings(record, by(FINANCE, at(10, 14)), reference, ["f001"]),
        ),
    )
    for why, change in changes:
        with pytest.raises(CaseworkError, match=why):
            change()
    assert rows(record) == before


def test_after_signing_has_opened_the_list_stands_but_its_numbers_may_follow(
    service: Service,
) -> None:
    reference, record, hand = service.submitted(), service.record, by(OFFICER, at(11, 22))
    changes: tuple[Callable[[], object], ...] = (
        lambda: findings.accept_findings(record, hand, reference, ["f001"]),
        lambda: findings.split_finding(record, hand, reference, "f001", [2]),
        lambda: findings.merge_findings(record, hand, reference, ["f001", "f002"]),
        lambda: findings.reorder_findings(record, hand, reference, ["f002", "f001"]),
        lambda: findings.move_finding(record, hand, reference, "f001"),
    )
    for change in changes:
        with pytest.raises(NotAllowedError, match="send it back"):
            change()
    findings.number_finding(record, hand, reference, "f001", "WAR-7", "Closed")
    sign_off.give_signature(record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)
    assert service.file(reference).findings[0].inspectors_status == "Closed"


def test_a_finding_added_after_the_first_check_in_is_told_and_stops_the_submission(
    service: Service,
) -> None:
    reference = service.reviewed()
    assert findings.out_of_step(service.record, reference) == ""
    klass = FindingClass.RECOMMENDATION
    hand = by(OFFICER, at(11, 15))
    findings.add_finding(service.record, hand, reference, klass, "The force should count.")
    assert "has no place for f003" in findings.out_of_step(service.record, reference)
    write_draft(service.record, the_service(at(11, 15, 10)), reference, TEMPLATES)
    with pytest.raises(CaseworkError, match="f003_text is missing"):
        sign_off.submit(
            service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES, date(2022, 11, 30)
        )
    hand = by(OFFICER, at(11, 16))
    findings.drop_finding(service.record, hand, reference, "f003", "added by mistake")
    assert findings.out_of_step(service.record, reference) == ""
    write_draft(service.record, the_service(at(11, 16, 10)), reference, TEMPLATES)
    sign_off.submit(
        service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES, date(2022, 11, 30)
    )


def test_a_finding_dropped_after_the_first_check_in_is_told(service: Service) -> None:
    reference = service.reviewed()
    hand = by(OFFICER, at(11, 15))
    findings.drop_finding(service.record, hand, reference, "f002", "printed twice")
    assert "still holds f002" in findings.out_of_step(service.record, reference)
    findings.restore_finding(service.record, by(OFFICER, at(11, 16)), reference, "f002")
    assert findings.out_of_step(service.record, reference) == ""


def test_a_finding_dropped_after_the_first_check_in_stops_the_submission(
    service: Service,
) -> None:
    reference = service.reviewed()
    hand = by(OFFICER, at(11, 15))
    findings.drop_finding(service.record, hand, reference, "f002", "printed twice")
    with pytest.raises(CaseworkError, match="f002"):
        sign_off.submit(
            service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES, date(2022, 11, 30)
        )


def test_relative_deadlines_follow_the_confirmed_date(service: Service) -> None:
    service.report = a_page(findings=("Within three months, the force should act.",))
    reference = service.open()
    findings.confirm_date(service.record, officer(17), reference, date(2022, 10, 10))
    finding = service.file(reference).findings[0]
    assert finding.deadline_kind is DeadlineKind.RELATIVE
    assert finding.deadline_on == date(2023, 1, 10)


def test_a_tracker_is_looked_at_first_and_only_what_is_sure_is_taken_over(
    service: Service,
) -> None:
    reference, record, data = service.open(), service.record, CSV.encode()
    before = rows(record)
    told = findings.preview_tracker(record, reference, data, "tracker.csv")
    assert [(m.key, m.certainty.value) for m in told.matches] == [
        ("f001", "exact"),
        ("f002", "unsure"),
        ("", "none"),
    ]
    assert told.without_row == ["f002"]
    assert rows(record) == before
    assert findings.apply_tracker(record, officer(), reference, data, "tracker.csv") == ["f001"]
    first, second = service.file(reference).findings
    assert (first.inspectors_number, first.inspectors_status) == ("WAR-7", "Open")
    assert (first.force_owner, first.force_due) == ("Supt Talbot", "2023-01-14")
    assert second.inspectors_number == ""
    again = findings.apply_tracker(record, officer(15), reference, data, "tracker.csv")
    assert again == []
    assert faults(record) == []


def test_an_empty_cell_of_a_later_tracker_forgets_nothing(service: Service) -> None:
    reference, record = service.open(), service.record
    findings.number_finding(record, officer(), reference, "f001", " WAR-7 ", "Open")
    later = b"Ref,Recommendation,Status\nWAR-7,,Closed\n,The force should answer the telephone.,\n"
    assert findings.apply_tracker(record, officer(), reference, later, "t.csv") == ["f001"]
    first = service.file(reference).findings[0]
    assert (first.inspectors_number, first.inspectors_status) == ("WAR-7", "Closed")
    other = b"Ref,Recommendation\n1,Bicycles are to be bought for all.\n"
    with pytest.raises(CaseworkError, match="right file"):
        findings.apply_tracker(record, officer(), reference, other, "t.csv")


def test_a_finding_of_an_earlier_case_is_shown_with_what_was_promised(service: Service) -> None:
    earlier = service.open(
        data=a_page("PEEL 2018/19: An inspection of Warwickshire Police", published="2 May 2019")
    )
    promise = "I will have it done by 14 January 2023."
    write_answer(service.record, officer(), earlier, "f002_answer", promise)
    reference = service.open(
        data=a_page(
            findings=(
                "The force should answer its telephone.",
                "Our 2019 report said that the force should count. It remains so.",
            )
        )
    )
    told = findings.repeats_of(service.record, reference)
    assert [(one.key, one.earlier.case, one.earlier.key) for one in told.found] == [
        ("f001", earlier, "f002")
    ]
    assert told.found[0].earlier.answer == promise
    assert told.found[0].promises[0].day == date(2023, 1, 14)
    assert any(earlier in said and "2019" in said for said in told.sentences()[1:])
    assert findings.repeats_of(service.record, earlier).found == []
    way = Stage.OPENED_BY_MISTAKE
    findings.end_case(service.record, officer(), earlier, way, "opened by mistake")
    assert findings.repeats_of(service.record, reference).found == []


def test_why_a_report_and_a_finding_are_ours_is_kept_with_the_words_it_rests_on(
    service: Service,
) -> None:
    file = service.file(service.open())
    title = "PEEL 2021/22: An inspection of Warwickshire Police"
    assert file.case.ours_because == f"The title names Warwickshire Police: “{title}”."
    assert "“The force should write things down”" in file.findings[0].concerns_because


def test_every_date_a_report_and_its_copies_give_is_kept_with_its_source(
    service: Service,
) -> None:
    from casework.intake import HandedIn, open_report
    from casework.record.date_candidates import dates_told

    reference = service.open()
    copy = HandedIn(a_page(published="20 October 2022"), "again.html")
    for _ in range(2):
        assert open_report(service.record, officer(24), copy)[0] == reference
    told = [(one.day, one.source) for one in dates_told(service.file(reference).report)]
    assert told == [
        (date(2022, 10, 14), "Published on line"),
        (date(2022, 10, 20), "on another copy: Published on line"),
    ]
    assert service.file(reference).case.candidate_on == date(2022, 10, 14)
