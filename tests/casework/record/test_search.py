"""Words are found wherever the record holds them, from the moment they stand there."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import select

from casework import comments, dispatch, findings, intake, review
from casework.drafting import write_answer
from casework.errors import CaseworkError
from casework.record import search_waiting
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.search import search
from casework.record.search_results import Reader, Results, Wanted
from casework.record.search_waiting import read_waiting, rebuild
from casework.rules.asked_words import Asked, asked
from models import SearchKind, SearchPiece
from models.review_words import Heard
from models.words import CommentsClass, Stage
from tests.builders import OFFICER, Service, at, by
from tests.casework.conftest import Take
from tests.reports import TWO_FORCES, a_page

EVERYWHERE = Wanted()
EVERYBODY = Reader(lambda _: True, background=True)


def found(
    service: Service, typed: str, wanted: Wanted = EVERYWHERE, reader: Reader = EVERYBODY
) -> Results:
    """Return what somebody finds."""
    return search(service.record, asked(typed), wanted, reader)


def places(service: Service, typed: str, kind: SearchKind | None = None) -> set[tuple[str, str]]:
    """Return (kind, place) of each hit."""
    results = found(service, typed, Wanted(kind=kind))
    return {(hit.kind.value, hit.place) for case in results.cases for hit in case.hits}


def pieces(service: Service) -> list[tuple[object, ...]]:
    """Return what the index holds, in an order that tells two of them apart."""
    with service.record.reading() as session:
        rows = session.exec(select(SearchPiece))
        return sorted(
            (p.kind.value, p.row_id, p.place, p.version, p.background, p.sha256, p.words)
            for p in rows
        )


@pytest.fixture
def small(service: Service) -> Service:
    """Give a service whose report is short."""
    service.report = a_page(findings=("The force should mend the clock at Aberystwyth.",))
    return service


def test_words_are_found_as_soon_as_the_act_that_wrote_them_is_done(small: Service) -> None:
    reference = small.confirmed()
    assert places(small, "clock", SearchKind.FINDING) == {("finding", "f001")}
    write_answer(small.record, by(OFFICER, at(10, 15)), reference, "f001_answer", "I mend clocks.")
    assert places(small, "clocks", SearchKind.ANSWER) == {("answer", "f001_answer")}
    write_answer(small.record, by(OFFICER, at(10, 16)), reference, "f001_answer", "I do not.")
    assert places(small, "clocks", SearchKind.ANSWER) == set()
    findings.correct_finding(
        small.record, by(OFFICER, at(10, 16)), reference, "f001", "The force should mend the bell."
    )
    assert places(small, "clock", SearchKind.FINDING) == set()
    assert places(small, "bell", SearchKind.FINDING) == {("finding", "f001")}
    number = small.comment(reference, "We welcome the tower.")
    assert places(small, "tower") == {("comments", str(number))}
    said = review.HeardElsewhere("Nasreen Holt", Heard.TELEPHONE, "Mention the sundial.")
    review.log_remarks(small.record, by(OFFICER, at(11, 3)), reference, [said], None)
    assert places(small, "sundial") == {("remark", "1")}


def test_an_act_that_is_undone_leaves_nothing_to_be_found(small: Service) -> None:
    reference = small.open()
    before = pieces(small)

    @act("write_answer")
    def stumble(desk: Desk) -> None:
        from models import Answer

        case = desk.case(reference)
        row = Answer(
            office_id=desk.office_id, case_id=case.id or 0, place="overview", text="Larkspur."
        )
        desk.session.add(row)
        desk.session.flush()
        raise CaseworkError("It cannot be done.")

    with pytest.raises(CaseworkError):
        stumble(small.record, by(OFFICER, at(10, 15)))
    assert places(small, "larkspur") == set()
    assert pieces(small) == before


def test_a_report_and_its_word_file_wait_to_be_read_and_none_is_missed(small: Service) -> None:
    reference = small.open()
    assert places(small, "Aberystwyth", SearchKind.REPORT) == set()
    assert read_waiting(small.record, 1) > 0
    assert read_waiting(small.record) == 0
    assert {kind for kind, _ in places(small, "Aberystwyth")} >= {"finding", "report"}
    assert places(small, '"money we thank everybody"', SearchKind.REPORT)
    assert places(small, reference, SearchKind.VERSION)


def test_the_dispatcher_reads_what_waits(small: Service) -> None:
    small.open()
    for _ in range(3):
        dispatch.one_round(small.doors, at(10, 14, 10))
    with small.record.reading() as session:
        assert search_waiting.waiting(session, 1) == 0
    assert places(small, "Aberystwyth", SearchKind.REPORT)


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_found_and_is_tried_again(
    small: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.open()

    def broken(*_: object) -> None:
        raise ValueError("a broken part")

    monkeypatch.setattr("casework.record.search_pieces.read_package", broken)
    assert read_waiting(small.record) == 0
    assert places(small, "Aberystwyth", SearchKind.REPORT)
    assert places(small, "Aberystwyth", SearchKind.VERSION) == set()
    monkeypatch.undo()
    assert read_waiting(small.record) == 0, "this process has tried it"
    assert places(small, "section 55", SearchKind.VERSION) == set()
    next_process = replace(small.record, unreadable=set())
    assert read_waiting(next_process) == 0
    assert places(small, "section 55", SearchKind.VERSION)


def test_the_index_made_anew_is_the_index_that_was_kept(prepared: Take) -> None:
    service, _ = prepared("published")
    read_waiting(service.record)
    kept = pieces(service)
    assert rebuild(service.record) > 0
    assert pieces(service) == kept
    assert len(kept) > 50


def test_words_of_every_version_are_found_and_repeated_ones_once(prepared: Take) -> None:
    service, reference = prepared("reviewed")
    service.check_in(reference, service.edited(reference, "Zebras first."), moment=at(11, 15))
    service.check_in(reference, service.edited(reference, "Okapis instead."), moment=at(11, 16))
    read_waiting(service.record)
    assert places(service, "zebras") == {("version", "overview")}
    # The record holds the words of the last version itself.
    assert places(service, "okapis") == {("answer", "overview")}
    [case] = found(service, '"reproduced in full"', Wanted(kind=SearchKind.VERSION)).cases
    with service.record.reading() as session:
        newest = session.execute(text("SELECT max(number) FROM version")).scalar()
    assert [hit.version for hit in case.hits] == [newest]


def test_accents_and_capitals_make_no_difference(small: Service) -> None:
    reference = small.confirmed()
    words = "Croeso i’r Tŷ Gwyn: gŵyl, môr a Llanfairpwllgwyngyll."
    write_answer(small.record, by(OFFICER, at(10, 15)), reference, "overview", words)
    decomposed = "ty\u0302 gw\u0302yl"
    for typed in ("tŷ", "ty", "TŶ", "gwyl", "GŴYL", "mor", "llanfair", decomposed, '"ty gwyn"'):
        assert places(small, typed) == {("answer", "overview")}, typed


def test_phrases_words_left_out_and_beginnings_do_what_they_say(small: Service) -> None:
    reference = small.confirmed()
    words = "The hate crime unit answers. An anti-social neighbour’s crime."
    write_answer(small.record, by(OFFICER, at(10, 15)), reference, "overview", words)
    here = {("answer", "overview")}
    for typed in (
        "hate crime",
        '"hate crime"',
        "“hate crime”",
        "unit hate",
        '"anti social"',
        "anti-social",
        "neighbour's",
        "neigh",
        '"hate cri',
        "unit -police",
    ):
        expected = set() if typed == '"hate cri' else here
        assert places(small, typed, SearchKind.ANSWER) == expected, typed
    for typed in ('"crime hate"', "unit -hate", 'unit -"hate crime"', "neigh unit", "-unit"):
        assert places(small, typed, SearchKind.ANSWER) == set(), typed


def test_the_filters_choose_by_kind_force_stage_and_year(service: Service) -> None:
    service.report = a_page()
    service.office = TWO_FORCES
    service.__post_init__()
    first = service.open()
    other = a_page("PEEL 2021/22: An inspection of West Mercia Police", published="3 May 2021")
    handed = intake.HandedIn(other, "report.html")
    second = intake.open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]
    findings.confirm_date(service.record, by(OFFICER, at(10, 14)), first, at(10, 14).date())
    findings.confirm_findings(service.record, by(OFFICER, at(10, 14)), first)

    def chosen(**where: object) -> list[str]:
        results = found(service, "force", replace(Wanted(), **where))  # type: ignore[arg-type]
        return [case.reference for case in results.cases]

    assert chosen() == [first, second]
    assert chosen(force="westmercia") == [second]
    assert chosen(stage=Stage.CONFIRMED) == [first]
    assert chosen(year=2021) == [second]
    assert chosen(reference=first) == [first]
    assert chosen(kind=SearchKind.ANSWER) == []


def test_who_may_not_see_a_case_or_background_neither_finds_nor_counts_it(small: Service) -> None:
    reference = small.open()
    record = small.record
    number = comments.store_submission(
        record, by(OFFICER, at(10, 15)), reference, b"Operation Larkspur.", "larkspur.txt"
    )
    open_only = replace(EVERYBODY, background=False)
    nobody = replace(EVERYBODY, may_see=lambda _: False)
    assert found(small, "larkspur", reader=open_only) == Results()  # nobody has classed it yet
    for klass, seen in ((CommentsClass.BACKGROUND, 0), (CommentsClass.DRAFT, 1)):
        comments.class_submission(record, by(OFFICER, at(10, 15)), reference, number, klass, "")
        assert found(small, "larkspur", reader=open_only).number_of_hits == seen
        assert found(small, "larkspur").number_of_hits == 1
        number = (
            comments.store_submission(
                record, by(OFFICER, at(10, 15)), reference, b"Operation Larkspur.", "larkspur.txt"
            )
            if seen == 0
            else number
        )
    assert found(small, "police", reader=nobody) == Results()


def test_places_are_counted_all_though_only_the_first_are_shown(prepared: Take) -> None:
    service, reference = prepared("reviewed")
    read_waiting(service.record)
    [case] = found(service, "police").cases
    [whole] = found(service, "police", Wanted(reference=reference)).cases
    assert len(case.hits) == 5
    assert case.found == whole.found == len(whole.hits) > 5
    assert whole.hits[:5] == case.hits


@pytest.fixture(scope="module")
def asked_by_chance() -> st.SearchStrategy[str]:
    """Give what people, cats and attackers type."""
    odd = st.sampled_from(
        [
            '"',
            "-",
            "*",
            "'",
            "\\",
            "(",
            ")",
            "NEAR(",
            " AND ",
            " OR ",
            " NOT ",
            "^",
            ":",
            "{words}",
            "words:",
            "\0",
            "\ud800",
            "tŷ",
            "&",
            "|",
            "!",
            "<->",
            ":*",
            "%",
            "_",
            ";--",
            "’",
            "½",
            "ß",
        ]
    )
    return st.lists(odd | st.text(max_size=12), max_size=12).map("".join)


def test_whatever_is_typed_is_answered(
    small: Service, asked_by_chance: st.SearchStrategy[str]
) -> None:
    small.open()

    @settings(
        max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(asked_by_chance)
    def answered(typed: str) -> None:
        results = found(small, typed)
        assert results.number_of_cases == len(results.cases) <= 1
        if asked(typed) == Asked():
            assert results == Results()

    answered()


def test_what_is_typed_cannot_reach_the_database_as_anything_but_words(small: Service) -> None:
    small.open()
    before = pieces(small)
    for typed in (
        "x'); DROP TABLE searchpiece; --",
        '" OR 1=1 --',
        "police' | 'x",
        "words : police",
    ):
        found(small, typed)
    assert pieces(small) == before
    assert found(small, "zzz OR police").number_of_hits == 0
