"""What is sent by a machine that tries everything: no fault of ours, and no answer off the shape.

The same trial, as large as one likes: `python -m tests.web.test_api_schema 500`.
"""

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from casework import findings
from tests.builders import DAY_ONE, OFFICER, REPORT, Service, at, by
from tests.casework.conftest import Take
from tests.web.api_client import NUMBERS, Other
from tests.web.test_api_changes import allow_signatures
from web import limits
from web.api import callers
from web.api.app import make_api
from web.api.document import document
from web.files import BYTES, WORD

CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
MODES: Final = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
WAYS: Final = [
    (verb, path) for path, ways in document(make_api())["paths"].items() for verb in ways
]
for kind in (WORD, BYTES, "text/html"):
    schemathesis.openapi.media_type(kind, st.binary(max_size=200))


@dataclass
class Trial:
    """A record with cases at several stages, and whoever tries them."""

    service: Service
    references: list[str]
    seen: Counter[int] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        allow_signatures(self.service)
        self.other = Other(self.service, OFFICER, at(11, 22), signs=True)
        self.schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", self.other.app)

    def try_(self, verb: str, path: str, mode: GenerationMode, examples: int) -> None:
        """Send one address what fits its description, or what does not."""
        limits.forget()
        operation = self.schema[path][verb]

        @settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode), st.integers(0, 7))
        def one(case: Any, turn: int) -> None:
            headers = {"authorization": f"Bearer {self.other.secret}"}
            # Most requests are about a case that is there, in its present state:
            # whatever else they say is then read by the act itself.
            if turn and "reference" in case.path_parameters:
                reference = self.references[turn % len(self.references)]
                case.path_parameters["reference"] = reference
                if verb != "get":
                    headers["if-match"] = self.other.etag(reference)
                    headers["idempotency-key"] = f"trial-{next(NUMBERS):08}"
            answer = case.call(headers=headers)
            self.seen[answer.status_code] += 1
            case.validate_response(answer, checks=CHECKS)

        one()


def a_trial(service: Service, reference: str) -> Trial:
    """Return a trial of a record: its case, a confirmed one, and one just opened."""
    references = [reference]
    for number, name in enumerate((b"Second report", b"Third report")):
        page = REPORT.replace(b"warwickshire-2021-22", b"another-%d" % number)
        references.append(service.open(at(11, 20), page.replace(b"PEEL 2021/22", name)))
    hand = by(OFFICER, at(11, 21))
    findings.confirm_date(service.record, hand, references[1], DAY_ONE)
    hand = by(OFFICER, at(11, 21))
    findings.confirm_findings(service.record, hand, references[1])
    assert len(set(references)) == 3
    return Trial(service, references)


@pytest.fixture
def trial(on_one: Take, monkeypatch: pytest.MonkeyPatch) -> Trial:
    monkeypatch.setattr(callers, "PER_TOKEN", 10**9)
    return a_trial(*on_one("submitted"))


def test_whatever_is_sent_no_fault_is_ours_and_every_answer_is_as_described(trial: Trial) -> None:
    for verb, path in WAYS:
        for mode in MODES:
            if not (verb == "get" and path == "/me"):
                trial.try_(verb, path, mode, 2)
    assert trial.seen[200] > 20
    assert trial.seen[422] > 20
    assert max(trial.seen) < 500


def main(examples: int) -> None:
    """Try everything many times, and say how it was answered."""
    callers.PER_TOKEN = 10**9  # type: ignore[misc]  # a trial has no quarter of an hour
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record" / "section55.sqlite"
        record.parent.mkdir()
        service = Service(Path(folder), f"sqlite:///{record}")
        tried = a_trial(service, service.submitted())
        for verb, path in WAYS:
            for mode in MODES:
                tried.try_(verb, path, mode, examples)
            sys.stdout.write(f"{verb.upper():7}{path}  {dict(sorted(tried.seen.items()))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
