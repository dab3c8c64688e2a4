"""What the command line promises before any command runs."""

import subprocess
import sys
from typing import get_args

import pytest

from cli.findings import Class, Group
from cli.opening import WayOut
from models.words import WAYS_OUT, AddresseeGroup, FindingClass
from tests.cli.terminal import ROOT, Terminal

COSTLY = ("prefect", "sqlalchemy", "sqlmodel", "lxml", "docx", "fastapi")
LOOK = f"""
import sys
from typer.testing import CliRunner
from cli.main import app
done = CliRunner().invoke(app, sys.argv[1:])
assert done.exit_code == 0, done.output
print([name for name in {COSTLY!r} if name in sys.modules])
"""


@pytest.mark.parametrize("words", [["--help"], ["open", "--help"], ["office", "--help"]])
def test_help_imports_nothing_costly(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_no_command_below_the_engine_imports_it(terminal: Terminal) -> None:
    words = ["-c", LOOK.replace(repr(COSTLY), "('prefect',)"), "deadline", "2022-10-14"]
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().endswith("[]"), done.stderr
    assert terminal.try_("list").code == 2


def test_every_command_says_what_it_is_for() -> None:
    from cli.main import app

    rooms = [app, *(group.typer_instance for group in app.registered_groups)]
    commands = [one.callback for room in rooms if room for one in room.registered_commands]
    assert len(commands) > 45
    assert [c.__name__ for c in commands if c and not (c.__doc__ or "").strip()] == []


def test_the_words_to_choose_from_are_those_of_the_record() -> None:
    def spelt(choices: object) -> set[str]:
        return {choice.replace("-", "_") for choice in get_args(choices)}

    assert spelt(WayOut) == {way.value for way in WAYS_OUT}
    assert spelt(Class) == {klass.value for klass in FindingClass}
    assert spelt(Group) == {group.value for group in AddresseeGroup}


def test_an_unknown_option_is_refused_as_a_slip_of_the_keyboard(terminal: Terminal) -> None:
    said = terminal.try_("list", "--bogus")
    assert (said.code, said.out) == (2, "")
    assert "No such option" in said.told


def test_the_script_on_the_path_is_this_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from cli.main import app; app()", "deadline", "nonsense"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("“nonsense” is not a date")
    assert "Traceback" not in done.stderr
