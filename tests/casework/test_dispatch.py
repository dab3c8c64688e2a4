"""Errands are carried out by one hand at a time, and none is forgotten."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from casework.dispatch import LEASE, LONGEST_PAUSE, carry_out, one_round
from casework.record.hand import the_service
from models import Errand, OutboxRow
from tests.builders import Service, at

Take = Callable[[str], tuple[Service, str]]
NOW = at(10, 14, 9, 5)


def rows(service: Service, errand: Errand | None = None) -> list[OutboxRow]:
    with service.record.reading() as session:
        every = list(session.exec(select(OutboxRow)))
        return [row for row in every if errand is None or row.errand is errand]


def test_the_engine_is_woken_once_for_each_errand(prepared: Take) -> None:
    service, reference = prepared("open")
    carry_out(service.doors, NOW)
    carry_out(service.doors, NOW + timedelta(hours=1))
    keys = [key for _, _, key in service.bell.runs]
    assert len(keys) == len(set(keys))
    assert {flow for flow, _, _ in service.bell.runs} == {"draft-response", "invite-comments"}
    assert all(
        dict(parameters) == {"case_reference": reference} for _, parameters, _ in service.bell.runs
    )
    assert len(service.bell.events) == 1
    assert all(row.done_at for row in rows(service, Errand.RUN_FLOW))


def test_an_engine_that_is_down_is_rung_again_with_growing_pauses(prepared: Take) -> None:
    service, _ = prepared("open")
    service.bell.broken = True
    carry_out(service.doors, NOW, {Errand.ANNOUNCE_REPORT})
    (row,) = rows(service, Errand.ANNOUNCE_REPORT)
    assert (row.done_at, row.attempts, row.trouble) == (None, 1, "The engine does not answer.")
    assert row.due_at == NOW + timedelta(seconds=15)
    later = NOW
    for _ in range(14):
        later = rows(service, Errand.ANNOUNCE_REPORT)[0].due_at
        carry_out(service.doors, later, {Errand.ANNOUNCE_REPORT})
    assert rows(service, Errand.ANNOUNCE_REPORT)[0].due_at - later == LONGEST_PAUSE
    service.bell.broken = False
    carry_out(service.doors, later + LONGEST_PAUSE, {Errand.ANNOUNCE_REPORT})
    (row,) = rows(service, Errand.ANNOUNCE_REPORT)
    assert (row.done_at is not None, row.trouble) == (True, "")


def test_two_dispatchers_never_hold_the_same_errand(prepared: Take) -> None:
    service, _ = prepared("open")
    held: list[str] = []
    ring = service.bell.ring_run

    def second_hand(flow: str, parameters: object, key: str) -> None:
        held.append(key)
        inner = list(service.bell.runs)
        carry_out(service.doors, NOW, {Errand.RUN_FLOW})  # while the first still holds its own
        assert [k for _, _, k in service.bell.runs if k not in {i[2] for i in inner}] != [key]
        ring(flow, parameters, key)  # type: ignore[arg-type]

    service.bell.ring_run = second_hand  # type: ignore[method-assign]
    carry_out(service.doors, NOW, {Errand.RUN_FLOW})
    keys = [key for _, _, key in service.bell.runs]
    assert sorted(keys) == sorted(set(keys)) == sorted(held)


def test_a_lease_nobody_finished_is_taken_up_again_within_a_minute(prepared: Take) -> None:
    service, _ = prepared("open")
    assert timedelta(minutes=1) > LEASE
    with service.record.writing() as session:
        for row in session.exec(select(OutboxRow)):
            row.done_at, row.leased_until = None, NOW + LEASE
            session.add(row)
        session.commit()
    assert carry_out(service.doors, NOW + LEASE - timedelta(seconds=1)) == []
    carry_out(service.doors, NOW + timedelta(minutes=1), {Errand.RUN_FLOW})
    assert all(row.done_at for row in rows(service, Errand.RUN_FLOW))


def test_an_errand_for_a_case_that_says_no_is_finished_with_its_reason(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    (errand,) = rows(service, Errand.PUBLISH)
    assert errand.subject == reference
    assert errand.due_at == at(12, 5, 10, 2)
    with service.record.writing() as session:
        row = session.get(OutboxRow, errand.id)
        assert row
        row.subject = "S55-2022-999"
        session.add(row)
        session.commit()
    said = carry_out(service.doors, at(12, 5, 10, 5), {Errand.PUBLISH})
    assert "There is no case S55-2022-999" in said[0]
    (errand,) = rows(service, Errand.PUBLISH)
    assert errand.done_at
    assert "S55-2022-999" in errand.trouble


def test_where_the_engine_is_down_the_dispatcher_publishes_itself(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    service.bell.broken = True
    one_round(service.doors, at(12, 5, 10, 1))
    assert service.file(reference).case.responded_on is None
    one_round(service.doors, at(12, 5, 10, 2))
    assert service.file(reference).case.responded_on == at(12, 5).date()


def test_references_only_reach_the_engine(on_one: Take) -> None:
    service, reference = on_one("published")
    one_round(service.doors, at(12, 6))
    said = [str(value) for _, p, k in service.bell.runs for value in (*p.values(), k)]
    assert all(reference in one for one in said)
    assert not any("Warwickshire" in one or "@" in one for one in said)
    assert the_service(NOW).person is None
