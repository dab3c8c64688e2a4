"""How fast the front desk answers: search, register, case, the first page, fifty people at once."""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final

from sqlalchemy import event

from casework.record.search import search
from casework.record.search_results import Reader, Wanted
from casework.record.search_waiting import read_waiting
from casework.rules.asked_words import asked
from models import SearchKind
from models.words import Stage
from tests.bench.crowd import PEOPLE, crowd, front_desk
from tests.bench.many_cases import CASES, COMMON, PASSAGES, VERSIONS, fill, reference_of, vocabulary
from tests.bench.timing import Figure, check, spread
from tests.builders import OFFICER, Service, at
from tests.databases import fresh_database, postgresql_server
from tests.web.desk import Desk

ROOM: Final = "The front desk"
DOCUMENTS: Final = CASES * (1 + VERSIONS)
MOST_QUERIES: Final = 12
AN_OFFICE: Final = 400
"""Cases of an office after ten years or more."""
ROUNDS: Final = 3
STARTS: Final = 5
EVERYBODY: Final = Reader(lambda _: True, background=True)


def figures() -> Iterator[Figure]:
    """Yield every figure of the front desk."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        service, reference = _filled(folder, f"sqlite:///{folder / 'record' / 'section55.sqlite'}")
        yield _searches(service, "SQLite")
        desk = Desk(service, at(12, 6))
        desk.sign_in(OFFICER)
        with _settled():
            yield from _pages(desk, reference)
        service.record.engine.dispose()
    with tempfile.TemporaryDirectory() as place, postgresql_server() as server:
        service, _ = _filled(Path(place), fresh_database(server))
        yield _searches(service, "PostgreSQL")
        service.record.engine.dispose()
    yield from _processes()


def _filled(
    folder: Path,
    address: str,
    number: int = CASES,
    bring: Callable[[Service], str] = Service.published,
) -> tuple[Service, str]:
    """Return a service with many cases, and the one that people brought to where it is."""
    service = Service(folder, address)
    reference = bring(service)
    read_waiting(service.record)
    fill(service, reference, number)
    return service, reference


def _searches(service: Service, database: str) -> Figure:
    """Return how long different searches take: for frequent and rare words, phrases, places."""
    rare = vocabulary()[len(COMMON) :: 400]
    typed = [
        *COMMON[::3],
        *rare,
        *(f"{one} {other}" for one, other in zip(COMMON, rare, strict=False)),
        '"the police"',
        '"hate crime"',
        "police -custody",
        "public crime officers staff victims",
        "re",
        "nothingofthekind",
    ]
    places = (
        Wanted(),
        Wanted(kind=SearchKind.FINDING),
        Wanted(stage=Stage.CLOSED, year=2021),
        Wanted(number=7),
    )

    def find(words: str, where: Wanted = places[0]) -> int:
        return search(service.record, asked(words), where, EVERYBODY).number_of_hits

    everything, nothing = find("the"), find("nothingofthekind")
    passages = DOCUMENTS * PASSAGES
    held = everything > 0.9 * passages and nothing == 0
    said = check(f"“the” stands in {everything:,} passages, a word that is not in none", holds=held)
    seconds = [_timed(partial(find, words, where)) for words in typed for where in places]
    what = f"search over {DOCUMENTS:,} documents, {database}"
    return spread(ROOM, what, seconds, said, target=0.2)


def _pages(desk: Desk, reference: str) -> Iterator[Figure]:
    addresses = (
        "/cases",
        "/cases?page=9",
        "/cases?late=yes",
        "/cases?with=policy_officer",
        "/cases?show=all",
        "/cases?show=all&page=50",
    )
    with _queries(desk.service) as asked_for:
        desk.get(addresses[0])
    number = len(asked_for)
    said = check(f"it takes {number} queries", holds=number <= MOST_QUERIES)
    seconds = [_page(desk, address) for _ in range(5 * ROUNDS) for address in addresses]
    yield spread(ROOM, f"register of {CASES:,} cases", seconds, said, target=0.3)
    cases = [reference, *(reference_of(n) for n in range(0, CASES, CASES // 10))]
    pages = [f"/cases/{case}" for case in cases]
    said = check("it shows the case", holds=reference in desk.get(pages[0]))
    seconds = [_page(desk, address) for _ in range(ROUNDS) for address in pages]
    yield spread(ROOM, "page of a case", seconds, said, target=0.15)
    words = ("the", "hate crime", '"the police"', "custody", "re")
    said = check(
        "it shows what it found", holds="<mark>police</mark>" in desk.get("/search?q=police")
    )
    seconds = [_page(desk, f"/search?q={one}") for _ in range(2 * ROUNDS) for one in words]
    yield spread(ROOM, "page of a search", seconds, said)


def _processes() -> Iterator[Figure]:
    """Yield what takes a process of its own: the first page, and a crowd."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        address = f"sqlite:///{folder / 'record' / 'section55.sqlite'}"
        service, reference = _filled(folder, address, AN_OFFICE, Service.confirmed)
        starts = []
        with front_desk(folder, address):
            pass  # what Python compiles is kept from here on
        for _ in range(STARTS):
            with front_desk(folder, address) as (_, seconds):
                starts.append(seconds)
        said = check("the first page came", holds=len(starts) == STARTS)
        yield spread(ROOM, "from nothing to the first page", starts, said, target=2.5)
        others = [reference_of(n) for n in range(AN_OFFICE)]
        with front_desk(folder, address) as (port, _):
            seen = crowd(service, port, reference, others)
        told = f"{len(seen.seconds):,} answers, {seen.writes} of them to writers"
        said = check(f"{told}, errors: {seen.errors[:3] or 'none'}", holds=not seen.errors)
        rate = len(seen.seconds) / seen.lasted
        what = f"{PEOPLE} people at once, one process ({rate:.0f} pages a second)"
        yield spread(ROOM, what, seen.seconds, said)


def _page(desk: Desk, address: str) -> float:
    def fetch() -> None:
        answer = desk.browser.get(address)
        check(f"{address} is there", holds=answer.status_code == 200)

    return _timed(fetch)


def _timed(run: Callable[[], object]) -> float:
    begun = perf_counter()
    run()
    return perf_counter() - begun


@contextmanager
def _settled() -> Iterator[None]:
    """Set aside what was loaded, as the front desk does when it starts (`web.app`)."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@contextmanager
def _queries(service: Service) -> Iterator[list[str]]:
    asked_for: list[str] = []

    def note(*said: object) -> None:
        if str(said[2]).startswith("SELECT"):
            asked_for.append(str(said[2]))

    event.listen(service.record.engine, "before_cursor_execute", note)
    yield asked_for
    event.remove(service.record.engine, "before_cursor_execute", note)
