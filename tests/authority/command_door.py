"""The command line as a door: every command that acts, with each of its options in turn."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import typer
from click.testing import CliRunner, Result

import cli.main
from casework import wiring
from models.words import Stage
from tests.authority.callers import Caller
from tests.authority.fields import WHY
from tests.authority.scenes import Scene
from tests.authority.stages import CASE, OFFICE
from tests.builders import REPORT, SIGNATORY, word_file_of

ACTING: Final = "person_acting"
NUMBERS: Final = count(1)
SAID: Final[dict[str, str]] = {
    "reference": CASE,
    "key": "f001",
    "keys": "f002 f003",
    "place": "overview",
    "text": "My own words.",
    "number": "1",
    "person": "birch",
    "whom": "pym",
    "way": "opened-by-mistake",
    "klass": "recommendation",
    "block": "monitoring",
    "stands": "off",
    "name": "response-thematic",
    "kind": "fact-check",
    "outcome": "taken",
    "how": "telephone",
    "board": "The board",
    "who": "N. Holt",
    "change": "no-act",
    "--line": "2",
    "--version": "1",
    "--from": "telephone",
    "--days": "20",
    "--given-by": SIGNATORY,
    "--how": "in ink",
    "--minute": "Item 7",
    "--about": "f001",
    "--decline": "1",
    "--revoke": "1",
    "--force": "warwickshire",
    "--address": "https://www.arden-commissioner.example/section-55/found",
    "--publisher": "web_package",
    "--owner": "A. N. Owner",
    "--signed-by": SIGNATORY,
    "--settle": "no-key",
    "--trust": "no-source",
    "--class": "recommendation",
    "--area": "Area",
    "--number": "7",
    "--before": "f002",
    "--after": "f002",
    "--status": "Open",
    "--language": "en",
    "--place": "overview",
    "--cleared-by": "Supt R. Talbot",
    "--made-from": "1",
}
"""By the name of what a command takes; whatever has another name is given a reason in words."""
BY_COMMAND: Final[dict[tuple[str, str], str]] = {
    ("finding regard", "whom"): "others",
    ("finding accept", "keys"): "f001",
    ("finding number", "number"): "R-77",
    ("tokens make", "name"): "a test",
    ("switch-wording", "stands"): "off",
}
DAYS: Final = frozenset({"due", "until", "on", "--due", "--extend", "--date", "--dated", "--on"})
FILES: Final = frozenset({"file", "--evidence", "--saved", "--notice", "--text"})


class Line(NamedTuple):
    """A command, and one option it is given besides what it must have."""

    name: str
    option: str = ""

    def __str__(self) -> str:
        """Return it as it is typed."""
        return f"{self.name} {self.option}".strip()


@dataclass
class CommandDoor:
    """Every command in this process, before one scene after another."""

    folder: Path
    patched: pytest.MonkeyPatch

    def __post_init__(self) -> None:
        self.root: Any = typer.main.get_command(cli.main.app)
        self.commands = dict(_walk(self.root, ()))
        self.runner = CliRunner()
        for name, data in _files().items():
            (self.folder / name).write_bytes(data)

    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""
        self.scene = scene
        self.patched.setattr(wiring, "open_record", lambda: scene.service.record)
        self.patched.setattr(wiring, "doors", lambda: scene.service.doors)
        scene.written.taken()

    def lines(self) -> list[Line]:
        """Return every command that acts, alone and with each of its options."""
        return [
            line
            for name, command in self.commands.items()
            if any(one.name == ACTING for one in command.params)
            for line in (Line(name), *(Line(name, option) for option in _options(command)))
        ]

    def send(self, caller: Caller, line: Line) -> Result:
        """Give a command at a terminal, in somebody's name."""
        moment = f"{self.scene.now:%Y-%m-%dT%H:%M}"
        acting = ["--as", caller.person] if caller.person else []
        words = [*line.name.split(), *self._said(line), *acting, "--at", moment]
        return self.runner.invoke(self.root, [*words, "--act-id", f"line-{next(NUMBERS)}"])

    def _said(self, line: Line) -> Iterator[str]:
        for one in self.commands[line.name].params:
            if one.param_type_name == "argument":
                if one.required or one.name == "file":
                    yield from self._value(line.name, one.name).split("|")
            elif one.required or one.opts[0] == line.option:
                yield one.opts[0]
                if not one.is_flag:
                    yield self._value(line.name, one.opts[0])

    def _value(self, command: str, name: str) -> str:
        day = self.scene.now.date()
        if name in FILES:
            return str(self.folder / _file_for(command))
        if name in DAYS:
            return day.isoformat()
        if name in {"when", "--given-at"}:
            return "2022-12-07T10:00"
        if name == "key" and not command.startswith("finding"):
            return next((mail.key for mail in self.scene.file.mails), "none")
        said = BY_COMMAND.get((command, name)) or SAID.get(name, WHY)
        return said.replace(" ", "|") if name == "keys" else said


def _walk(command: Any, before: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(before), command
        return
    for name, one in sorted(inner.items()):
        yield from _walk(one, (*before, name))


def _options(command: Any) -> Iterator[str]:
    own = {"--as", "--at", "--act-id", "--json", "-h", "--help", "-o"}
    for one in command.params:
        if one.param_type_name == "option" and not one.required and one.opts[0] not in own:
            yield one.opts[0]


def _files() -> dict[str, bytes]:
    edited = word_file_of("We welcome it.")
    new = OFFICE.replace("01632 960 100", "01632 960 111").encode()
    return {
        "edited.docx": edited,
        "report.html": REPORT,
        "office.toml": new,
        "given.txt": b"We welcome it.",
    }


def _file_for(command: str) -> str:
    known = {"open": "report.html", "office load": "office.toml"}
    wordy = command in {"check-in", "hand-back-welsh"}
    return known.get(command, "edited.docx" if wordy else "given.txt")


__all__ = ["CommandDoor", "Line", "Stage"]
