"""Acts at a terminal: who acts, when it was done, by which act number. One place for all."""

import getpass
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Concatenate, ParamSpec
from uuid import uuid4

import typer

from cli.given import a_moment

if TYPE_CHECKING:
    from casework.record.hand import Hand

P = ParamSpec("P")
ACT_NUMBER = re.compile(r"[A-Za-z0-9._-]{1,60}")

Person = Annotated[
    str | None, typer.Option("--as", metavar="PERSON", help="Who acts: a key or a name.")
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="MOMENT",
        help="When it was done, if not now: 2022-10-17T09:30, London time.",
    ),
]
ActNumber = Annotated[
    str | None,
    typer.Option("--act-id", metavar="ID", help="The same number twice is one act."),
]


@dataclass(frozen=True)
class By:
    """Who acts at this terminal, and when."""

    person: str | None = None
    at: str | None = None
    act_id: str | None = None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    number: str = field(default_factory=lambda: uuid4().hex)

    def hand(self, step: str = "") -> "Hand":
        """Return the hand of the person acting; refuse if nobody is named.

        `step` tells the acts of one command apart.
        """
        from casework.errors import RefusedInputError

        if not (self.person or "").strip():
            message = (
                "Say who acts, with --as PERSON: `section55 office show` lists the people "
                "of this office."
            )
            raise RefusedInputError(message)
        return self._hand(self.person, step)

    def any_hand(self, step: str = "") -> "Hand":
        """Return the hand of the person named, or of the service if nobody is."""
        return self.hand(step) if self.person else self.service(step)

    def service(self, step: str = "") -> "Hand":
        """Return the service's own hand, at the moment of this act."""
        from casework.record.hand import the_service

        hand = the_service(self.now)
        return type(hand)(
            now=self.now, role=hand.role, acted_at=self._acted_at(), act_id=self._number(step)
        )

    def _hand(self, person: str | None, step: str) -> "Hand":
        from casework.record.hand import Hand

        return Hand(
            now=self.now,
            person=person,
            acted_at=self._acted_at(),
            act_id=self._number(step),
            system_user=system_user(),
        )

    def _acted_at(self) -> datetime | None:
        from casework.errors import RefusedInputError

        if self.at is None:
            return None
        moment = a_moment(self.at)
        if moment > self.now:
            message = f"{self.at} has not come yet: an act is dated when it was done."
            raise RefusedInputError(message)
        return moment.astimezone(UTC)

    def _number(self, step: str) -> str:
        from casework.errors import RefusedInputError

        if self.act_id is not None and not ACT_NUMBER.fullmatch(self.act_id):
            message = "An act number is 1 to 60 letters, digits, dots, hyphens or underscores."
            raise RefusedInputError(message)
        number = self.act_id or self.number
        return f"{number}:{step}" if step else number


def system_user() -> str:
    """Return the name this machine knows the person by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def act(
    app: typer.Typer, name: str
) -> Callable[[Callable[Concatenate[By, P], None]], Callable[Concatenate[By, P], None]]:
    """Add a command that is an act: its function takes a `By`, the line the three options."""

    def add(
        command: Callable[Concatenate[By, P], None],
    ) -> Callable[Concatenate[By, P], None]:
        app.command(name)(_with_options(command))
        return command

    return add


def _with_options(command: Callable[Concatenate[By, P], None]) -> Callable[..., None]:
    @wraps(command)
    def line(**given: object) -> None:
        said = {key: given.pop(key) for key in ("person_acting", "acted_at", "act_number")}
        by = By(said["person_acting"], said["acted_at"], said["act_number"])  # type: ignore[arg-type]
        command(by, **given)  # type: ignore[call-arg, arg-type]

    signature = inspect.signature(command, eval_str=True)
    own = list(signature.parameters.values())[1:]
    named = {"person_acting": Person, "acted_at": At, "act_number": ActNumber}
    keyword = inspect.Parameter.KEYWORD_ONLY
    added = [
        inspect.Parameter(key, keyword, default=None, annotation=kind)
        for key, kind in named.items()
    ]
    # typer reads the options from the signature and the annotations of a function.
    every = [*(one.replace(kind=keyword) for one in own), *added]
    line.__annotations__ = {one.name: one.annotation for one in every} | {"return": None}
    vars(line)["__signature__"] = signature.replace(parameters=every)
    del vars(line)["__wrapped__"]
    return line
