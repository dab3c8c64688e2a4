"""One act is one transaction, one act number, and one place in the history."""

import json
from collections.abc import Callable

import pytest
from sqlmodel import select

from casework import findings
from casework.errors import CaseworkError
from casework.record.hand import the_service
from casework.reminders import sweep
from models import Act, HistoryEntry
from tests.builders import OFFICER, Service, at, by

Take = Callable[[str], tuple[Service, str]]


def acts(service: Service) -> list[Act]:
    with service.record.reading() as session:
        return list(session.exec(select(Act)))


def entries(service: Service, act_id: str) -> list[HistoryEntry]:
    with service.record.reading() as session:
        wanted = select(HistoryEntry).where(HistoryEntry.act_id == act_id)
        return list(session.exec(wanted.order_by(HistoryEntry.id)))  # type: ignore[arg-type]


def test_every_act_is_sealed_by_exactly_one_entry(prepared: Take) -> None:
    service, _ = prepared("published")
    for one in acts(service):
        sealed = [e for e in entries(service, one.id) if "deed" in json.loads(e.body)]
        assert len(sealed) == 1, one.what
        assert json.loads(sealed[0].body)["deed"] == one.what


def test_an_act_that_arrives_twice_gives_its_first_answer(prepared: Take) -> None:
    service, reference = prepared("open")
    hand = by(OFFICER, at(10, 14, 10), "the-same")
    first = findings.confirm_findings(service.record, hand, reference)
    count = len(entries(service, "the-same"))
    assert findings.confirm_findings(service.record, hand, reference) == first
    assert len(entries(service, "the-same")) == count


def test_a_refused_act_leaves_nothing(prepared: Take) -> None:
    service, reference = prepared("open")
    before = len(acts(service))
    with pytest.raises(CaseworkError):
        findings.drop_finding(service.record, by(OFFICER, at(10, 14)), reference, "f001", "no")
    assert len(acts(service)) == before


def test_what_a_person_did_stays_on_record_though_it_changed_nothing(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    hand = by(OFFICER, at(10, 15), "once-more")
    findings.confirm_findings(service.record, hand, reference)
    (entry,) = entries(service, "once-more")
    assert json.loads(entry.body)["what"] == "nothing_changed"


def test_a_sweep_that_finds_nothing_leaves_no_act(on_one: Take) -> None:
    service, _ = on_one("published")
    sweep(service.record, the_service(at(12, 6)))
    before = len(acts(service))
    sweep(service.record, the_service(at(12, 6, 10)))
    assert len(acts(service)) == before
