"""One altered byte, anywhere that counts, is named."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from casework.record.hand import the_service
from casework.record.verify import faults
from casework.reminders import sweep
from tests.builders import Service, at

Take = Callable[[str], tuple[Service, str]]

ANOTHER_ACT = (
    "UPDATE historyentry SET act_id = (SELECT min(id) FROM act WHERE id <> act_id) WHERE id = 9"
)


@pytest.fixture
def kept(on_one: Take) -> Service:
    """Give a record with a whole case on it, anchored on two days."""
    return anchored(on_one)


def anchored(take: Take) -> Service:
    service, _ = take("published")
    sweep(service.record, the_service(at(12, 6, 6)))
    sweep(service.record, the_service(at(12, 7, 6)))
    assert faults(service.record) == []
    return service


def tamper(service: Service, statement: str) -> list[str]:
    """Change the database behind the service's back, and say what it finds."""
    with service.record.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execute(text("SET session_replication_role = replica"))
        assert connection.execute(text(statement)).rowcount > 0, statement
        connection.commit()
    return faults(service.record)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "UPDATE historyentry SET body = replace(body, '\"facts\"', '\"fakts\"') WHERE id = 9",
            "altered",
        ),
        (
            "UPDATE historyentry SET body = substr(body, 1, length(body) - 1) WHERE id = 9",
            "altered",
        ),
        ("UPDATE historyentry SET hash = 'f' || substr(hash, 2) || 'x' WHERE id = 9", "altered"),
        ("UPDATE historyentry SET previous = 'x' || previous WHERE id = 9", "follow"),
        ("UPDATE historyentry SET seq = seq + 1000 WHERE id = 9", "missing"),
        (
            ANOTHER_ACT,
            "act of entry 8 is missing",
        ),
        ("DELETE FROM historyentry WHERE id = 9", "missing"),
        (
            "UPDATE act SET person_id = person_id + 1 WHERE what = 'sign'",
            "differs",
        ),
        ("UPDATE act SET role = 'signatori' WHERE what = 'sign'", "differs"),
        ("UPDATE act SET what = 'sing' WHERE what = 'sign'", "differs"),
        ("UPDATE act SET login = 'x' WHERE what = 'sign'", "differs"),
        ("UPDATE act SET answer = '\"singed\"' WHERE what = 'sign'", "differs"),
        ("UPDATE act SET case_id = NULL WHERE what = 'sign'", "differs"),
        ("DELETE FROM act WHERE what = 'sign'", "missing"),
        ("UPDATE blob SET data = substr(data, 2) WHERE size < 9000", "altered"),
        ("UPDATE blob SET size = size + 1 WHERE size < 9000", "altered"),
        ("DELETE FROM blob WHERE sha256 = (SELECT html_sha256 FROM signinground)", "missing"),
        ("UPDATE signinground SET manifest = replace(manifest, '2022', '2023')", "manifest"),
        ("UPDATE signinground SET manifest_sha256 = 'x'", "manifest"),
        ("UPDATE signinground SET pdf_sha256 = docx_sha256", "manifest"),
        ("UPDATE signature SET manifest_sha256 = 'x' WHERE id = 1", "not bound"),
        ("UPDATE anchor SET heads = replace(heads, 'case', 'cose') WHERE id = 1", "anchor"),
        ("UPDATE anchor SET heads = substr(heads, 2) WHERE id = 1", "anchor"),
        ("UPDATE anchor SET hash = 'x' WHERE id = 2", "anchor"),
        ("UPDATE anchor SET day = '2022-12-01' WHERE id = 2", "anchor"),
        ("DELETE FROM anchor WHERE id = 2", "anchor"),
    ],
)
def test_what_was_altered_is_named(kept: Service, statement: str, named: str) -> None:
    said = tamper(kept, statement)
    assert said
    assert any(named in one for one in said), said


def test_the_last_entry_of_a_chain_cannot_be_taken_away(kept: Service) -> None:
    last = "(SELECT max(id) FROM historyentry WHERE chain LIKE 'case:%')"
    said = tamper(kept, f"DELETE FROM historyentry WHERE id = {last}")  # noqa: S608
    assert any("anchored on 2022-12-06, is missing" in one for one in said), said
    assert any("lost its place" in one for one in said), said


def test_a_whole_chain_cannot_be_taken_away(kept: Service) -> None:
    assert tamper(kept, "DELETE FROM historyentry WHERE chain LIKE 'case:%'")


def test_a_record_rewritten_with_fresh_hashes_is_still_found_by_its_anchor(kept: Service) -> None:
    from sqlmodel import col, select

    from casework.record.history import link
    from models import HistoryEntry

    with kept.record.writing() as session:
        chain = select(HistoryEntry).where(col(HistoryEntry.chain).startswith("case:"))
        before = ""
        for entry in session.exec(chain.order_by(col(HistoryEntry.seq))):
            entry.body = entry.body.replace('"signature_given"', '"signature_forged"')
            entry.previous, entry.hash = before, link(before, entry.body)
            before = entry.hash
            session.add(entry)
        session.commit()
    assert any("differs from its anchor" in one for one in faults(kept.record))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE historyentry SET body = body || ' ' WHERE id = 9", "altered"),
        ("UPDATE act SET role = 'signatori' WHERE what = 'sign'", "differs"),
        ("UPDATE blob SET data = data || data WHERE size < 9000", "altered"),
        ("UPDATE signinground SET manifest = manifest || ' '", "manifest"),
        ("DELETE FROM anchor WHERE id = 2", "anchor"),
    ],
)
def test_it_is_named_on_either_database(prepared: Take, statement: str, named: str) -> None:
    service = anchored(prepared)
    if service.record.engine.dialect.name == "sqlite":
        statement = statement.replace("data || data", "CAST(data || data AS BLOB)")
    assert any(named in one for one in tamper(service, statement))
