"""Colleagues of a case: `steer`, `ask`, `reply`, `withdraw-question`, `meeting`, `action`."""

from typing import Annotated

import typer

from cli.acting import By, act
from cli.colleague_values import colleague_values, lines_of
from cli.given import a_day, a_day_or_none, a_file, some_text
from cli.opening import Reference
from cli.telling import show, show_json
from cli.what_next import show_next, the_record

About = Annotated[
    str,
    typer.Option("--about", metavar="FINDING", help="f001 …; the case as a whole if left out."),
]
Number = Annotated[int, typer.Argument(metavar="NUMBER")]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="- to paste them.")]
Day = Annotated[str, typer.Argument(metavar="DATE", help="2022-10-28")]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for name, command in (("steer", steer), ("ask", ask), ("reply", reply)):
        act(app, name)(command)
    act(app, "withdraw-question")(withdraw_question)
    act(app, "read-answer")(read_answer)
    act(app, "meeting")(meeting)
    act(app, "action")(action)
    act(app, "hand-back-welsh")(hand_back_welsh)
    app.command("colleagues")(colleagues)


def steer(
    by: By,
    reference: Reference,
    words: Words,
    about: About = "",
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="When given.")] = None,
    where: Annotated[str, typer.Option(help="Where it was given: a briefing, a note.")] = "",
) -> None:
    """Take down what the holder of the office wants said."""
    day, said = a_day_or_none(on), some_text(words)
    from casework.colleagues import give_steer

    give_steer(the_record(), by.hand(), reference, said, about, day, where)
    show(f"{reference}: the steer is on the record.")
    show_next(reference)


def ask(
    by: By,
    reference: Reference,
    whom: Annotated[str, typer.Argument(metavar="PERSON", help="Who is asked.")],
    words: Words,
    due: Day,
    about: About = "",
) -> None:
    """Ask a colleague about a case or a finding, to be answered by a day."""
    day, said = a_day(due), some_text(words)
    from casework.colleagues import NewQuestion, ask_question

    new = NewQuestion(whom, said, day, about)
    number = ask_question(the_record(), by.hand(), reference, new)
    show(f"{reference}: question {number} is asked; a letter to {whom} is prepared.")
    show_next(reference)


def reply(by: By, reference: Reference, number: Number, words: Words) -> None:
    """Write down the reply to a question."""
    said = some_text(words)
    from casework.colleagues import answer_question

    answer_question(the_record(), by.hand(), reference, number, said)
    show(f"{reference}: the reply to question {number} is on the record.")
    show_next(reference)


def withdraw_question(
    by: By,
    reference: Reference,
    number: Number,
    reason: Annotated[str, typer.Argument(metavar="REASON", help="Why, in a few words.")],
) -> None:
    """Take back a question that nobody need answer any more."""
    from casework.colleagues import withdraw_question as withdraw

    withdraw(the_record(), by.hand(), reference, number, reason)
    show(f"{reference}: question {number} is taken back.")


def read_answer(
    by: By,
    reference: Reference,
    finding: Annotated[str, typer.Argument(metavar="FINDING", help="f001 …")],
) -> None:
    """Say that you have read the answer to a finding: for the finance officer."""
    from casework.colleagues import read_answer as read

    key = read(the_record(), by.hand(), reference, finding)
    show(f"{reference}: it is on the record that the answer to {key} was read.")


def meeting(
    by: By,
    reference: Reference,
    board: Annotated[str, typer.Argument(metavar="BOARD", help="Which meeting.")],
    on: Day,
    minute: Annotated[str, typer.Option(help="Its number, or where the minutes are read.")] = "",
) -> None:
    """Note a meeting with the case on its agenda; given again, the minute is added."""
    day = a_day(on)
    from casework.colleagues import NewMeeting, note_meeting

    number = note_meeting(the_record(), by.hand(), reference, NewMeeting(board, day, minute))
    show(f"{reference}: meeting {number} is noted.")


def action(
    by: By,
    reference: Reference,
    number: Annotated[int, typer.Argument(metavar="MEETING", help="Number of the meeting.")],
    words: Words,
    about: About = "",
    owner: Annotated[str, typer.Option(help="Who sees to it.")] = "",
    due: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
) -> None:
    """Note what a meeting agreed the body will do."""
    day, said = a_day_or_none(due), some_text(words)
    from casework.colleagues import NewAction, note_action

    new = NewAction(number, said, about, owner, day)
    known = note_action(the_record(), by.hand(), reference, new)
    show(f"{reference}: action {known} of meeting {number} is noted.")


def hand_back_welsh(
    by: By,
    reference: Reference,
    file: Annotated[str, typer.Argument(metavar="FILE.docx", help="The Welsh file, checked.")],
) -> None:
    """Hand the Welsh file of a response back, checked."""
    data, name = a_file(file)
    from casework.colleagues import hand_back_welsh as hand_back

    number = hand_back(the_record(), by.hand(), reference, data, name)
    known = number.isdecimal()
    show(f"{reference}: {f'kept as version {number} of the Welsh file' if known else number}.")


def colleagues(
    reference: Reference, *, json: Annotated[bool, typer.Option("--json")] = False
) -> None:
    """List what colleagues were asked, said and agreed."""
    values = colleague_values(reference)
    if json:
        show_json(values)
        return
    for line in lines_of(values):
        show(line)
