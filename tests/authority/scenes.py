"""One case at one stage, before which every cell is tried: nothing of it is ever kept."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from casework.record.dossier import Dossier
from models.words import Stage
from tests.authority.haste import in_haste
from tests.authority.stages import CASE, WHEN, Stages
from tests.authority.written import Written
from tests.builders import Service


@dataclass
class Scene:
    """A service of one's own, and what is written in it."""

    stage: Stage
    service: Service

    def __post_init__(self) -> None:
        self.service.record.engine = in_haste(self.service.record.engine)
        self.written = Written(self.service.record.engine)

    @cached_property
    def file(self) -> Dossier:
        """Return everything the record holds of the case: nothing is ever kept, so read once."""
        return Service.file(self.service, CASE)

    @cached_property
    def word_file(self) -> bytes:
        """Return the current version of the response."""
        return self.service.word_file(CASE)

    @property
    def now(self) -> datetime:
        """Return the moment at which the case is looked at."""
        return WHEN[self.stage]


@dataclass
class Scenes:
    """The scenes of a run, each made when it is first asked for."""

    stages: Stages
    folder: Path
    made: dict[Stage, Scene] = field(default_factory=dict)

    def at(self, stage: Stage) -> Scene:
        """Return the scene of a stage."""
        if stage not in self.made:
            service = self.stages.take(stage, self.folder / stage.value)
            self.made[stage] = Scene(stage, service)
        return self.made[stage]

    def close(self) -> None:
        """Close every database."""
        for scene in self.made.values():
            scene.service.record.engine.dispose()
