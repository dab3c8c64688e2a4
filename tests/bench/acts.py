"""How fast the record is written, dates are reckoned, and a report becomes a closed case."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from casework.drafting import write_answer
from casework.record.verify import faults
from casework.rules.deadlines import deadline_answer, response_due
from models.words import Stage
from tests.bench.timing import Figure, Peer, check, measure
from tests.builders import OFFICER, Service, at, by

ROOM = "The record (SQLite)"
DAYS = tuple(date(2004, 1, 1) + timedelta(days=n) for n in range(10_000))
BANK_HOLIDAYS = frozenset({date(2022, 12, 26), date(2022, 12, 27)})


def deadlines() -> Iterator[Figure]:
    """Yield the figures of the arithmetic of section 55."""
    room = "The last day"
    plain = [_plain(day) for day in DAYS]
    yield measure(
        room,
        "one last day",
        lambda: [response_due(day) for day in DAYS],
        check("each is 55 days on", holds=[response_due(day) for day in DAYS] == plain),
        peer=Peer("floor: date + timedelta", lambda: [_plain(day) for day in DAYS]),
        times=len(DAYS),
    )
    answer = deadline_answer(date(2022, 10, 14), date(2022, 10, 20), BANK_HOLIDAYS)
    yield measure(
        room,
        "the whole answer of `section55 deadline`",
        lambda: [deadline_answer(day, day, BANK_HOLIDAYS) for day in DAYS],
        check("14 October 2022 gives 8 December", holds=answer.last_day == date(2022, 12, 8)),
        times=len(DAYS),
    )


def _plain(day: date) -> date:
    return day + timedelta(days=55)


def one_act() -> Iterator[Figure]:
    """Yield the figure of one act: its change, history and errands in one transaction."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        service = _service(folder)
        reference = service.confirmed()
        number = count(1)

        def answer() -> None:
            words = f"I will act on this by stage {next(number)}."
            write_answer(service.record, by(OFFICER, at(10, 14, 13)), reference, "overview", words)

        answer()
        with service.record.engine.connect() as connection:
            seen = connection.exec_driver_sql("SELECT text FROM answer").scalar_one()
        holds = seen == "I will act on this by stage 1." and not faults(service.record)
        checked = check("the answer is on the record and its history verifies", holds=holds)
        floor = _Floor(folder / "floor.sqlite")
        peer = Peer("floor: one bare row, committed", floor.write)
        yield measure(ROOM, "one act (write_answer)", answer, checked, peer=peer)
        floor.connection.close()
        check("the history still verifies", holds=not faults(service.record))
        service.record.engine.dispose()


class _Floor:
    """The least a lasting write can cost here: the same journal, the same flush to the disk."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for words in ("journal_mode=WAL", "synchronous=FULL"):
            self.connection.execute(f"PRAGMA {words}")
        self.connection.execute("CREATE TABLE row (words TEXT)")

    def write(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO row VALUES ('x')")
        self.connection.execute("COMMIT")


def whole_way() -> Iterator[Figure]:
    """Yield the figure of a report that becomes a published, copied and closed case."""
    checked = check("the case is closed and its history verifies", holds=_published(verified=True))
    yield measure(ROOM, "the whole way: report to closed case", _published, checked)


def _published(*, verified: bool = False) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        service = _service(Path(folder))
        file = service.file(service.published())
        wrong = faults(service.record) if verified else []
        service.record.engine.dispose()
        return file.case.stage is Stage.CLOSED and len(file.findings) == 20 and not wrong


def _service(folder: Path) -> Service:
    return Service(folder, f"sqlite:///{folder / 'record' / 'section55.sqlite'}")
