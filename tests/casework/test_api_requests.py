"""The numbers of requests, on each database: claimed once, let go if refused, gone in a month."""

from datetime import timedelta

import pytest
from sqlmodel import select

from casework.access import (
    KEPT_DAYS,
    NewToken,
    asked,
    claimed,
    forget_old_requests,
    hash_of,
    keep_answer,
    let_go,
    make_token,
)
from casework.errors import RefusedInputError
from models import ApiRequest, ApiToken
from tests.builders import OFFICER, Service, at, by

NOW = at(10, 20)
BODY, OTHER_BODY = "1" * 64, "2" * 64


@pytest.fixture
def token(service: Service) -> int:
    make_token(service.record, by(OFFICER, NOW), NewToken(hash_of("a secret"), "Intranet", True))
    with service.record.reading() as session:
        return session.exec(select(ApiToken)).one().id or 0


def numbers(service: Service) -> list[str]:
    with service.record.reading() as session:
        return [row.number for row in session.exec(select(ApiRequest))]


def test_a_number_is_looked_for_without_a_trace_and_claimed_once(
    service: Service, token: int
) -> None:
    record = service.record
    fresh = asked(record, token, "number-1", BODY, NOW)
    assert numbers(service) == []
    first, second = claimed(record, fresh), claimed(record, fresh)
    assert first.id == second.id
    assert numbers(service) == ["number-1"]
    with pytest.raises(RefusedInputError, match="another request"):
        asked(record, token, "number-1", OTHER_BODY, NOW)


def test_a_number_that_was_let_go_is_free_and_one_that_was_answered_stays(
    service: Service, token: int
) -> None:
    record = service.record
    row = claimed(record, asked(record, token, "number-1", BODY, NOW))
    let_go(record, row, "api:1:number-1")
    assert numbers(service) == []
    row = claimed(record, asked(record, token, "number-1", OTHER_BODY, NOW))
    assert keep_answer(record, row, "first") == "first"
    let_go(record, row, "api:1:number-1")
    assert keep_answer(record, row, "second") == "first"
    assert asked(record, token, "number-1", OTHER_BODY, NOW).answer == "first"


def test_an_answer_is_kept_though_a_refused_twin_let_the_number_go(
    service: Service, token: int
) -> None:
    record = service.record
    row = claimed(record, asked(record, token, "number-1", BODY, NOW))
    let_go(record, row, "api:1:number-1")
    assert keep_answer(record, row, "done") == "done"
    assert numbers(service) == ["number-1"]


def test_old_requests_are_forgotten_and_younger_ones_are_not(service: Service, token: int) -> None:
    record, month = service.record, timedelta(days=KEPT_DAYS)
    for day, number in ((0, "number-1"), (3, "number-2")):
        moment = NOW + timedelta(days=day)
        claimed(record, asked(record, token, number, BODY, moment))
    assert forget_old_requests(record, NOW + month) == 0
    assert forget_old_requests(record, NOW + month + timedelta(days=1)) == 1
    assert numbers(service) == ["number-2"]
