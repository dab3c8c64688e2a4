"""A record such as no office will have: 5,000 cases, and 20,000 documents that can be searched."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final

from sqlmodel import Session, SQLModel, insert, select

from casework.record.search_pieces import same, words_to_find
from models import Answer, Case, CaseForce, Document, Finding, Report, SearchKind, SearchPiece
from models.words import DocumentType, FindingClass, Stage
from tests.builders import Service, at

CASES: Final = 5_000
VERSIONS: Final = 3
"""With the report these are the four documents of a case."""
PASSAGES: Final = 2
"""Of each document."""
WORDS_OF_A_PASSAGE: Final = 150
FIRST: Final = 1_000_000
"""Ids begin here, so that what the service adds itself comes before."""
AT_A_STROKE: Final = 250
STAGES: Final = (Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW, Stage.PUBLISHED, Stage.CLOSED)
COMMON_TEXT: Final = (
    "the to of and in a that for is police force we with on are it their be people this not has "
    "should public crime officers staff victims data service response custody recommendation "
    "constable chief inspection vulnerable hate domestic abuse control room calls training"
)
COMMON: Final = tuple(COMMON_TEXT.split())
"""Words as often as in real reports; the others are made up, and ever rarer."""
Rows = dict[type[SQLModel], list[dict[str, Any]]]


def vocabulary() -> list[str]:
    """Return the words of the documents, the most frequent first."""
    chance = random.Random(55)  # noqa: S311  the same words each time
    made = {
        "".join(
            chance.choice("bcdfglmnprstw") + chance.choice("aeiou")
            for _ in range(chance.randint(2, 5))
        )
        for _ in range(9_000)
    }
    return [*COMMON, *sorted(made)]


def passages() -> Iterator[str]:
    """Yield passages in which words are as unequally frequent as in any language, without end."""
    known = vocabulary()
    chance = random.Random(56)  # noqa: S311  the same passages each time
    weights = list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
    while True:
        yield " ".join(chance.choices(known, cum_weights=weights, k=WORDS_OF_A_PASSAGE))


def fill(service: Service, reference: str, number: int = CASES) -> None:
    """Put the cases, and the words of their documents, onto a record that holds one case."""
    told = passages()
    # A session of our own: the index is written here, not by what keeps it in step.
    with Session(service.record.engine) as session:
        kept = session.exec(select(Case).where(Case.reference == reference)).one()
        report = session.get_one(Report, kept.report_id).model_dump(exclude={"id", "title"})
        for start in range(0, number, AT_A_STROKE):
            rows: Rows = {}
            for n in range(start, min(start + AT_A_STROKE, number)):
                for table, row in _one_case(kept.office_id, report, n, told):
                    rows.setdefault(table, []).append(_whole(table, row))
            for table, lines in rows.items():
                session.execute(insert(table), lines)
        session.commit()


def _whole(table: type[SQLModel], row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with what a new one has in its other columns."""
    return table(**row).model_dump(exclude=set() if "id" in row else {"id"})


def reference_of(n: int) -> str:
    """Return the reference of case `n`."""
    return f"S55-{_day(n).year}-{1000 + n}"


def _day(n: int) -> date:
    return date(2022, 10, 14) - timedelta(days=n % 3000)


def _one_case(
    office: int, report: dict[str, Any], n: int, told: Iterator[str]
) -> Iterator[tuple[type[SQLModel], dict[str, Any]]]:
    """Yield the rows of a case, those others refer to first."""
    number, title = FIRST + n, f"Inspection {n} of Warwickshire Police"
    day = _day(n)
    shared = {"office_id": office, "case_id": number}
    yield Report, {**report, "id": number, "title": title}
    yield (
        Case,
        {
            "id": number,
            "office_id": office,
            "report_id": number,
            "reference": reference_of(n),
            "stage": STAGES[n % len(STAGES)],
            "route": "full",
            "opened_at": at(10, 14),
            "candidate_on": day,
            "published_on": day if n % len(STAGES) else None,
            "findings_confirmed": bool(n % len(STAGES)),
        },
    )
    yield CaseForce, {**shared, "force_key": "warwickshire"}
    text, answer = next(told), next(told)
    row = {**shared, "id": number, "text": text, "original_text": text, "addressees": "[]"}
    yield Finding, {**row, "key": "f001", "position": 1, "klass": FindingClass.RECOMMENDATION}
    yield Answer, {**shared, "id": number, "place": "f001_answer", "text": answer}
    yield Document, {**shared, "id": number, "type": DocumentType.RESPONSE}
    yield from _words(SearchKind.CASE, shared, [("", 0, title)])
    yield from _words(SearchKind.FINDING, shared, [("f001", 0, text)])
    yield from _words(SearchKind.ANSWER, shared, [("f001_answer", 0, answer)])
    read = [(f"b{place}", 0, next(told)) for place in range(PASSAGES)]
    yield from _words(SearchKind.REPORT, shared, read)
    written = [("overview", v, next(told)) for v in range(1, VERSIONS + 1) for _ in range(PASSAGES)]
    yield from _words(SearchKind.VERSION, shared, written)


def _words(
    kind: SearchKind, shared: dict[str, int], texts: list[tuple[str, int, str]]
) -> Iterator[tuple[type[SQLModel], dict[str, Any]]]:
    for position, (place, version, text) in enumerate(texts):
        yield (
            SearchPiece,
            {
                **shared,
                "kind": kind,
                "row_id": shared["case_id"],
                "position": position,
                "place": place,
                "version": version,
                "background": False,
                "sha256": same(text),
                "title": "",
                "text": text,
                "words": words_to_find("", text),
            },
        )
