"""What is wrong with a response in Word, whoever made it: `check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.given import a_day_or_none, a_file, now, today
from cli.telling import show, show_json, tell
from cli.version_files import write_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.shapes.checking import Observation

SERIOUS = ("error", "warning")
FAILED = 1


def add_to(app: typer.Typer) -> None:
    """Add this command to the command line."""
    app.command("check")(check)


def check(
    file: Annotated[str, typer.Argument(metavar="FILE.docx")],
    facts: Annotated[
        str, typer.Option(metavar="FACTS.json", help="As `section55 case facts` writes them.")
    ],
    on: Annotated[
        str | None, typer.Option("--today", metavar="DATE", help="Else the facts’ own, else today.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="error|warning", help="End with 1 if there is any.")
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT.docx", help="The file with a comment for each."),
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Say what a reader would stumble over in a response, against the facts of its case."""
    from casework.errors import RefusedInputError

    if fail_on is not None and fail_on not in SERIOUS:
        message = f"--fail-on takes “error” or “warning”, not “{fail_on}”."
        raise RefusedInputError(message)
    found = _examined(file, facts, on, out)
    if json:
        show_json([_values(one) for one in found])
    else:
        _show(found)
    if fail_on and any(one.severity in SERIOUS[: SERIOUS.index(fail_on) + 1] for one in found):
        raise typer.Exit(FAILED)


def _examined(file: str, facts: str, on: str | None, out: str | None) -> "Sequence[Observation]":
    from casework.examining import noted, response_in
    from casework.registers.facts_file import read_facts
    from casework.rules.checks.every_check import examined

    day = a_day_or_none(on)
    known = read_facts(*a_file(facts))
    data, _ = a_file(file)
    response = response_in(data, known, day or known.checked_on or today())
    found = examined(response)
    if out is not None:
        write_file(Path(out), noted(data, response, found, now()))
        tell(f"{out}: what was noticed stands in it as comments.")
    return found


def _values(one: "Observation") -> dict[str, str | None]:
    return {
        "check": one.check,
        "severity": one.severity.value,
        "where": one.where,
        "message": one.message,
        "suggestion": one.suggestion,
    }


def _show(found: "Sequence[Observation]") -> None:
    from casework.rules.wording import counted

    advice = [one for one in found if one.style]
    for severity in ("error", "warning", "note"):
        some = [one for one in found if one.severity == severity and not one.style]
        if some:
            show(f"\n{counted(len(some), severity).capitalize()}")
        for one in some:
            _show_one(one)
    if advice:
        show(f"\n{counted(len(advice), 'piece of advice', 'pieces of advice')} on style")
        for one in advice:
            _show_one(one)
    if not found:
        show("Nothing found.")


def _show_one(one: "Observation") -> None:
    show(f"  {one.message}")
    if one.where:
        show(f"      in: {one.where}")
    if one.suggestion:
        show(f"      {'write' if one.replaces else 'do'}: {one.suggestion}")
