"""Every file of the corpus of hostile and odd files gets the answer its maker asks for."""

from __future__ import annotations

import pytest

from casework.documents.gate import inspect
from tests.hostile import Sample, corpus

CORPUS = corpus()


@pytest.mark.parametrize("sample", [s for s in CORPUS if not s.is_let_in], ids=lambda s: s.name)
def test_a_hostile_file_is_refused_for_its_own_reason_in_a_plain_sentence(sample: Sample) -> None:
    report = inspect(sample.make())
    assert not report.accepted
    assert report.left_overs == ()
    assert sample.reason in {reason.what for reason in report.blocked}
    said = " ".join(reason.message for reason in report.blocked)
    assert sample.says in said
    for reason in report.blocked:
        assert reason.message.endswith(".")
        assert reason.message[0].isupper()
        assert ":" in reason.message, "what to do follows what is wrong"
        assert reason.message.isprintable()
        assert len(reason.message) < 300


@pytest.mark.parametrize("sample", [s for s in CORPUS if s.is_let_in], ids=lambda s: s.name)
def test_an_odd_but_honest_file_is_let_in(sample: Sample) -> None:
    report = inspect(sample.make())
    assert report.blocked == ()
    assert report.accepted
    assert {left.kind.value for left in report.left_overs} == sample.left


def test_the_corpus_is_as_large_as_promised_and_names_nothing_twice() -> None:
    names = [f"{sample.room}: {sample.name}" for sample in CORPUS]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
    assert sum(sample.is_let_in for sample in CORPUS) >= 30
