"""Running the checks over the corpus, by checks that are there or not."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.check_corpus import __main__ as running
from tests.check_corpus import documents
from tests.check_corpus.scoring import Observation, score

SAID = {"severity": "error", "message": "A sentence.", "suggestion": None}


def test_every_document_is_checked_as_on_the_day_of_its_facts() -> None:
    days = []

    def check(data: bytes, facts: dict[str, Any], today: date) -> Sequence[Observation]:
        assert data.startswith(b"PK")
        days.append(today.isoformat() == facts["checked_on"])
        return []

    done = running.judged("blind", check)
    assert all(days)
    assert len(days) == done.clean + done.defective
    assert done.recall == 0.0
    assert len(done.missed) == done.total("planted")


def test_checks_that_say_what_is_labelled_and_no_more_would_have_full_marks() -> None:
    judged = [
        (one, [{**SAID, "check": label.named[0], "where": label.words} for label in one.labels])
        for one in documents("blind")
    ]
    done = score(judged)
    assert (done.recall, done.missed, done.false) == (1.0, [], [])
