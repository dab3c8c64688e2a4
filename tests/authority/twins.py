"""Two records that differ in one held case, and nothing else: asked the same, side by side."""

import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlmodel import select

from casework import colleagues, intake
from casework.drafting import write_answer, write_draft
from casework.record.desk import find_case
from casework.record.hand import the_service
from casework.reminders.sweep import sweep
from casework.review import HeardElsewhere, log_remarks
from models import OutboxRow
from models.review_words import Heard
from models.words import Stage
from tests.authority.api_door import _give_tokens
from tests.authority.callers import Caller
from tests.authority.link_door import new_each_time
from tests.authority.page_door import _secret, _sign_in
from tests.authority.routes import Route, every_route
from tests.authority.scenes import Scene
from tests.authority.stages import OFFICE, Stages, _address
from tests.authority.straight import Answer, Straight
from tests.builders import HEAD, OFFICER, TEMPLATES, Service, by
from tests.reports import a_page
from tests.web.desk import Desk
from web import limits
from web.visits import SESSION

HELD: Final = "S55-2022-888"
WORDS: Final = ("Quibbleflax", "Snorblewick", "Dunderglow", "Fizzlewhit")
"""Of the title, a finding, an answer, a remark of the held case: in no other text there is."""
QUERIES: Final = {
    "/search": ({"q": "Warwickshire"}, {"q": "response"}, {"q": HELD}, *({"q": w} for w in WORDS)),
}


@dataclass
class Twin:
    """One of the two records, with its front desk."""

    scene: Scene
    desk: Desk = field(init=False)
    straight: Straight = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.scene.service, self.scene.now)
        self.straight = Straight(self.desk.browser.app)

    def routes(self) -> list[Route]:
        """Return everything that can be looked at."""
        return [one for one in every_route(self.desk) if one.verb == "GET"]

    def ask(self, caller: Caller, address: str, query: dict[str, str] | None = None) -> Answer:
        """Look at an address, as somebody or nobody."""
        limits.forget()
        headers = {}
        if caller.person:
            headers["cookie"] = f"{SESSION}={_secret(caller)}"
            headers["authorization"] = f"Bearer s55_token-of-{caller.person}"
        return self.straight.ask("GET", address, headers, params=query)

    def close(self) -> None:
        """Close everything."""
        self.straight.close()
        self.scene.service.record.engine.dispose()


def twins(stages: Stages, stage: Stage, folder: Path) -> tuple[Twin, Twin]:
    """Return a record with a held case, and one without, everybody signed in at both."""
    one = Scene(stage, stages.take(stage, folder / "with"))
    _let_the_service_work(one)
    one.service.record.engine.dispose()
    shutil.copytree(folder / "with", folder / "without")
    with_it, without = (
        Scene(stage, Service(folder / name, _address(folder / name), OFFICE))
        for name in ("with", "without")
    )
    _hold_a_case(with_it.service, with_it)
    for scene in (with_it, without):
        _let_the_service_work(scene)
        _sign_in(scene)
        _give_tokens(scene)
    return Twin(with_it), Twin(without)


def same(one: Answer, other: Answer) -> bool:
    """Return whether two answers are alike, but for what is new at each asking."""
    return new_each_time(one) == new_each_time(other)


def _let_the_service_work(scene: Scene) -> None:
    scene.service.carry_out(scene.now)
    sweep(scene.service.record, the_service(scene.now))
    scene.service.carry_out(scene.now)


def _hold_a_case(service: Service, scene: Scene) -> None:
    record, now = service.record, scene.now - timedelta(hours=1)
    day = scene.now.date() + timedelta(days=9)
    title = f"PEEL 2023/25: An inspection of Warwickshire Police in {WORDS[0]}"
    page = a_page(title, (f"The force should look after {WORDS[1]}.",), f"{day:%-d %B %Y}")
    handed = intake.HandedIn(page, "held.html", embargoed=True)
    (given, _) = intake.open_report(record, by(OFFICER, now), handed)
    with record.writing() as session:
        case = find_case(session, record.office(session).id or 0, given)
        case.reference = HELD
        session.add(case)
        for errand in session.exec(select(OutboxRow).where(OutboxRow.subject == given)):
            errand.subject = HELD
            session.add(errand)
        session.commit()
    write_draft(record, the_service(now), HELD, TEMPLATES)
    write_answer(record, by(OFFICER, now), HELD, "overview", f"We think of {WORDS[2]}.")
    colleagues.give_steer(record, by(HEAD, now), HELD, f"Call it {WORDS[2]}.")
    heard = HeardElsewhere("N. Holt", Heard.TELEPHONE, f"Say {WORDS[3]}.")
    log_remarks(record, by(HEAD, now), HELD, [heard], None)
