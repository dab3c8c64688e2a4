"""Papers by which somebody signs for another: live, not yet, no longer; and none at all."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from casework import comments, sign_off
from models.words import CommentsClass, Role, Stage
from tests.authority.scenes import Scene
from tests.authority.stages import CASE, OFFICE, WHEN, Stages, _address
from tests.builders import CHIEF_EXECUTIVE, DEPUTY, OFFICER, SIGNATORY, TEMPLATES, Service, at, by

TODAY: Final = WHEN[Stage.SIGNING].date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO, LONG_HENCE = date(2021, 7, 1), date(2023, 7, 1)


class Turn(NamedTuple):
    """A signature that is asked for, of whom, and who may stand in."""

    role: Role
    holder: str
    deputy: str
    stranger: str


TURNS: Final = (
    Turn(Role.CHIEF_EXECUTIVE, CHIEF_EXECUTIVE, "hale", "okafor"),
    Turn(Role.SIGNATORY, SIGNATORY, DEPUTY, "okafor"),
)


class Paper(NamedTuple):
    """What the office's settings say of a deputy on this day."""

    name: str
    lives: bool
    """Whether the deputy may sign by it."""
    since: date | None = LONG_AGO
    """None: there is no delegation."""
    until: date = LONG_HENCE
    to_stranger: bool = False
    kinds: str = ""
    is_away: bool = False
    """Whether the holder is away, and the deputy is named for it."""
    has_left: bool = False
    """Whether the holder held the role until yesterday."""


PAPERS: Final = (
    Paper("live", lives=True),
    Paper("begins today", lives=True, since=TODAY),
    Paper("ends today", lives=True, until=TODAY),
    Paper("begins tomorrow", lives=False, since=TOMORROW),
    Paper("ended yesterday", lives=False, until=YESTERDAY),
    Paper("for other reports", lives=False, kinds="thematic"),
    Paper("for somebody else", lives=False, to_stranger=True),
    Paper("its giver has left", lives=False, has_left=True),
    Paper("no paper", lives=False, since=None),
    Paper("away, and no paper", lives=False, since=None, is_away=True),
    Paper("away, and live", lives=True, is_away=True),
)


def office_with(paper: Paper, turn: Turn) -> str:
    """Return the office's settings with a paper in them, and no other."""
    start, end = OFFICE.index("[[delegations]]"), OFFICE.index("[routes.full]")
    text = OFFICE[:start] + "".join(_written(paper, turn)) + OFFICE[end:]
    if not paper.has_left:
        return text
    held = rf'(role = "{turn.role.value}"[^}}]*?) }}'
    return re.sub(held, rf"\1, until = {YESTERDAY} }}", text, count=1)


def _written(paper: Paper, turn: Turn) -> Iterator[str]:
    if paper.since:
        yield f'[[delegations]]\nfrom = "{turn.holder}"\n'
        yield f'to = "{turn.stranger if paper.to_stranger else turn.deputy}"\n'
        yield f'role = "{turn.role.value}"\ninstrument = "A scheme"\nscope = "responses"\n'
        yield f'kinds = ["{paper.kinds}"]\n' if paper.kinds else ""
        yield f"since = {paper.since}\nuntil = {paper.until}\n\n"
    if paper.is_away:
        yield f'[[absences]]\nperson = "{turn.holder}"\ndeputy = "{turn.deputy}"\n'
        yield f"since = {YESTERDAY}\nuntil = {TOMORROW}\n\n"


@dataclass
class Deputies:
    """A scene for each turn and paper: one case before its signatories."""

    stages: Stages
    folder: Path
    before: dict[Turn, Path] = field(default_factory=dict)

    def scenes(self, turn: Turn) -> Iterator[tuple[Paper, Scene]]:
        """Give the scene of every paper: read, tried and closed in turn."""
        for number, paper in enumerate(PAPERS):
            folder = self.folder / f"{turn.role.value}-{number}"
            shutil.copytree(self._before(turn), folder)
            service = Service(folder, _address(folder), office_with(paper, turn))
            scene = Scene(Stage.SIGNING, service)
            yield paper, scene
            scene.service.record.engine.dispose()

    def _before(self, turn: Turn) -> Path:
        """Return a record in which this signature is asked for next."""
        if turn.role is Role.CHIEF_EXECUTIVE:
            return self.stages.made[Stage.SIGNING]
        if turn not in self.before:
            self.before[turn] = self.folder / "before"
            service = self.stages.take(Stage.IN_REVIEW, self.before[turn])
            _asked_of_the_deputy(service)
            service.record.engine.dispose()
        return self.before[turn]


def _asked_of_the_deputy(service: Service) -> None:
    """Submit the response with the deputy in its signature block, and approve it."""
    record, left = service.record, service.file(CASE).submissions[0].id or 0
    klass = CommentsClass.BACKGROUND
    comments.class_submission(record, by(OFFICER, at(11, 20)), CASE, left, klass)
    hand = by(OFFICER, at(11, 21))
    sign_off.submit(record, hand, CASE, TEMPLATES, date(2022, 11, 30), signed_by=DEPUTY)
    sign_off.give_signature(record, by(CHIEF_EXECUTIVE, at(11, 21, 15)), CASE)
