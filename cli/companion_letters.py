"""Letters made on the record for a person to read and send: `letter`, `fact-check`."""

from typing import Annotated, Literal, get_args

import typer

from cli.acting import By, act
from cli.given import a_day_or_none
from cli.invitations import Force
from cli.opening import Reference
from cli.telling import show
from cli.what_next import the_record

Kind = Literal[
    "invitation",
    "extension",
    "chaser",
    "nil-return",
    "fact-check",
    "fact-check-answer",
    "copies-letter",
    "panel-page",
    "press-line",
    "decision-notice",
]
Due = Annotated[
    str | None, typer.Option(metavar="DATE", help="By when an answer is asked for: 2022-11-18.")
]
OfVersion = Annotated[
    int, typer.Option(metavar="NUMBER", help="The version of the response it is about.")
]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    act(app, "letter")(letter)
    act(app, "fact-check")(fact_check)


def letter(
    by: By,
    reference: Reference,
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=", ".join(get_args(Kind)))],
    due: Due = None,
    version: OfVersion = 0,
    force: Force = "",
    language: Annotated[Literal["en", "cy"], typer.Option(help="cy: its Welsh twin.")] = "en",
) -> None:
    """Make a letter, a form or a page on the record; a copy is laid out. Nothing is sent."""
    _make(by, reference, kind, due, version, force, language)


def fact_check(
    by: By,
    reference: Reference,
    version: OfVersion,
    due: Due = None,
    force: Force = "",
) -> None:
    """Make the letter that asks the force to check the facts of a version by a date."""
    _make(by, reference, "fact-check", due, version, force)
    show(
        "When the force answers, log each point, naming the force in who said it:\n"
        f'  section55 remark {reference} "NAME, FORCE" email "WORDS" --version {version} --as YOU\n'
        "Once each is decided, tell the force:\n"
        f"  section55 letter {reference} fact-check-answer --version {version} --as YOU"
    )


def _make(
    by: By,
    reference: str,
    kind: str,
    due: str | None,
    version: int,
    force: str,
    language: str = "en",
) -> None:
    day = a_day_or_none(due)
    from casework.companion_letters import Wish, make_letter
    from casework.wiring import doors
    from models.words import Language

    chosen = Language.WELSH if language == "cy" else Language.ENGLISH
    wish = Wish(kind, day, version, force, chosen)
    for line in make_letter(the_record(), by.hand(), reference, doors().library, wish):
        show(f"{reference}: {line}")
    show("Nothing was sent.")
